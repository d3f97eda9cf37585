"""Which names are those of newsrooms, by the words that such names are made of."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

from briefing.resources import word_list, word_table

MAX_MASTHEAD: Final = 5
"""Words of a title; "The Great Northern Daily Telegraph" has five."""

# Matches "ABC", "KXYZ", "CBC": a house known by its letters.
_LETTERS: Final = re.compile(r"[A-Z]{2,6}")
_INSIDE: Final = frozenset({"of", "on", "and", "&", "the", "de", "la", "for"})
_JOINS: Final = frozenset({"of", "on"})


def is_newsroom(name: str) -> bool:
    """Tell whether *name* is a newsroom's: "CNN", "Coast Weekly", "Radio Lomo"."""
    words = name.split()
    if _LETTERS.fullmatch(name):
        return True
    return _is_named(words, "paper") or _is_named(words, "house") or _opens(words)


def is_publisher(name: str) -> bool:
    """Tell whether *name* is a body's that publishes: "Seawatch International"."""
    return _is_named(name.split(), "body")


def is_body(name: str) -> bool:
    """Tell whether *name* is an organisation's by its noun: "Lomo Rail Company"."""
    words = name.split()
    nouns = word_list("organisation_nouns")
    return len(words) > 1 and any(word.rstrip(",") in nouns for word in words)


def is_masthead(line: str) -> bool:
    """Tell whether *line* is a newspaper's title and nothing else: "The Lomo Times"."""
    words = line.split()
    if not 1 < len(words) <= MAX_MASTHEAD or "the" in map(str.lower, words[1:]):
        return False
    return _is_named(words, "paper")


def _is_named(words: list[str], kind: str) -> bool:
    """Tell whether the last of *words*, or one before "of", is of *kind*."""
    if len(words) < 2 or not all(_is_of_name(word) for word in words):  # noqa: PLR2004
        return False
    nouns = _nouns(kind)
    return words[-1].lower() in nouns or any(
        word.lower() in nouns and following in _JOINS
        for word, following in pairwise(words)
    )


def _is_of_name(word: str) -> bool:
    return word in _INSIDE or (word[0].isupper() and word[-1].isalpha())


def _opens(words: list[str]) -> bool:
    return len(words) > 1 and words[0].lower() in _nouns("first")


@cache
def _nouns(kind: str) -> frozenset[str]:
    return frozenset(row[0] for row in word_table("newsroom_nouns") if row[1] == kind)
