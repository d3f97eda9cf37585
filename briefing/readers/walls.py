"""Tell the page that stands in front of an article from the article."""

from __future__ import annotations

from collections import Counter
from typing import Final

from briefing.resources import word_table

FEW_WORDS: Final = 150
"""Words above which a page holds an article beside its wall; consent dialogues have
below 120, the shortest reports that stand alone above 60."""

TELLING: Final = 2
"""Phrases of one kind that make a wall: an article on cookies may hold one."""

WORDS_A_PHRASE: Final = 40
"""Words of which one phrase must be a wall's; in dialogues it is every tenth."""


def find_wall(text: str) -> str | None:
    """Say what stands in place of an article in *text*; None where one may be."""
    words = len(text.split())
    if words > FEW_WORDS:
        return None
    flat = " ".join(text.lower().split())
    kinds = Counter(row[0] for row in word_table("page_walls") if row[1] in flat)
    if not kinds:
        return None
    kind, count = max(kinds.items(), key=lambda item: (item[1], item[0]))
    return kind if count >= TELLING and words <= WORDS_A_PHRASE * count else None
