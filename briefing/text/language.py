"""Tell a text's language by the small words that it uses most."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import islice
from typing import Final

from briefing.resources import word_table

ENOUGH_WORDS: Final = 12
"""Words below which a text is too short to tell: headlines alone mislead."""

READ_WORDS: Final = 2000
"""Words looked at; the answer on whole articles is the same."""

LEAST_SHARE: Final = 0.12
"""Share of words that must be small words of a language: prose of 12 languages has
above 0.22, lists of names and figures below 0.08."""

READ: Final = "en"
"""The language that the grammar of this program is for."""

MIN_VOTES: Final = 4
"""Small words that show another language than English; in headlines full of foreign
names two may stand."""

MIN_DISTINCT: Final = 3
"""Different small words that show another language; one alone may be a letter or a name
that is said again and again."""

_WORD = re.compile(r"[^\W\d_]+")
# Scripts that hold one language of news, written without spaces: (first, last, code).
_SCRIPTS: Final = (
    ("\u3040", "\u30ff", "ja"),
    ("\uac00", "\ud7a3", "ko"),
    ("\u0e00", "\u0e7f", "th"),
    ("\u4e00", "\u9fff", "zh"),
)
_SCRIPTS_FROM: Final = min(first for first, _, _ in _SCRIPTS)


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """Give word → the languages that use it."""
    found: dict[str, tuple[str, ...]] = {}
    for code, words in word_table("languages"):
        for word in dict.fromkeys(words.split()):
            found[word] = (*found.get(word, ()), code)
    return found


def find_language(text: str) -> str | None:
    """Give the two-letter code of the language of *text*; None where it cannot tell."""
    by_script = _by_script(text)
    if by_script:
        return by_script
    words = [m.group() for m in islice(_WORD.finditer(text), READ_WORDS)]
    if len(words) < ENOUGH_WORDS:
        return None
    table = _languages()
    # In capitals the small words of other languages are names: El Salvador, Le Monde.
    votes = Counter(code for word in words for code in table.get(word, ()))
    if not votes:
        return None
    # Of two languages with as many votes, the one earlier in the table.
    order = {row[0]: i for i, row in enumerate(word_table("languages"))}
    best = min(votes, key=lambda code: (-votes[code], order[code]))
    if votes[best] < LEAST_SHARE * len(words):
        return None
    if best == READ:
        return best
    # A text is turned away only where it is not English by far.
    distinct = sum(best in table.get(word, ()) for word in set(words))
    is_sure = votes[best] >= max(MIN_VOTES, 2 * votes[READ])
    return best if is_sure and distinct >= MIN_DISTINCT else None


def is_read(code: str | None) -> bool:
    """Tell whether articles in the language *code* are read; unknown ones are."""
    return code in (None, READ)


def _by_script(text: str) -> str | None:
    if not any(char.isalpha() and char >= _SCRIPTS_FROM for char in set(text[:4000])):
        return None
    sample = [char for char in text[:4000] if char.isalpha()]
    for first, last, code in _SCRIPTS:
        count = sum(first <= char <= last for char in sample)
        # Japanese mixes kana with the signs that Chinese is written in.
        share = 0.2 if code == "ja" else 0.5
        if count > share * len(sample) and count >= ENOUGH_WORDS:
            return code
    return None
