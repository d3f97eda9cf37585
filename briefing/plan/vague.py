"""Tell words that weigh what they do not tell: "a significant escalation of"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache
from typing import Final

from briefing.model.statement import Statement
from briefing.plan.view import View
from briefing.resources import word_list
from briefing.text.words import stem

MOSTLY: Final = 0.5
"""Share of vague ones among a sentence's content words from which it is vague itself;
on eleven events one sentence in fifty is, and none of them tells a fact on its own."""


TOGETHER: Final = 3
"""Vague content words in a row that weigh instead of telling."""


FEWEST: Final = 4
"""Content words up to which a sentence's shortness does not make it vague."""


def is_vague(view: View, statement: Statement) -> bool:
    """Tell whether a newsroom's sentence weighs what it does not tell.

    A person, a count of people, or what is not known tells something however it is put.
    """
    if view.speakers.get(statement.id) is not None or statement.is_quoted:
        return False
    if statement.people():
        return False
    if statement.figures or statement.dates or statement.hedges:
        return False
    return _weighs(view.stems[statement.id])


def _weighs(stems: Sequence[str]) -> bool:
    """Tell whether most of a sentence's or clause's content words are vague."""
    empty = sum(stem in _vague_stems() for stem in stems)
    return empty >= MOSTLY * max(FEWEST, len(stems))


def has_flourish(view: View, statement: Statement) -> bool:
    """Tell whether several vague words stand together: "a significant escalation of".

    Function words between them do not part them.
    """
    stems = view.stems[statement.id]
    runs = itertools.groupby(stems, key=_vague_stems().__contains__)
    return any(is_vague and len(list(run)) >= TOGETHER for is_vague, run in runs)


@cache
def _vague_stems() -> frozenset[str]:
    return frozenset(map(stem, word_list("vague_words")))
