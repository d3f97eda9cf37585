"""Find the words of a sentence by which a situation changes: what was done in it."""

from __future__ import annotations

import itertools
from functools import cache, lru_cache
from typing import Final

from briefing.model.statement import Statement
from briefing.resources import word_list, words_of
from briefing.text.words import lowered, stem, words_in

NOUN_ENDS: Final = ("ity", "ion", "aint")
"""What the nouns among the words of change end in: they are looked for as written."""


@lru_cache(maxsize=65536)
def _changes(word: str) -> bool:
    """Tell whether a word as it is written is a form of a verb of change."""
    lower = lowered(word)
    return stem(lower) in verbs_of_change() or lower.rstrip("s") in _nouns_of_change()


@cache
def verbs_of_change() -> frozenset[str]:
    """Give the stems of verbs by which something is done that reports are made of."""
    words = frozenset(word_list("change_verbs")) - _nouns_of_change()
    return frozenset(map(stem, words))


@cache
def _nouns_of_change() -> frozenset[str]:
    """Give the nouns of the list: "responsibility" changes, "responsible" does not."""
    return frozenset(w for w in word_list("change_verbs") if w.endswith(NOUN_ENDS))


def tells_a_change(statement: Statement) -> bool:
    """Tell whether something was done: not "calls to resign", nor "may resign"."""
    return bool(changes_in(statement.text))


def changes_in(text: str) -> frozenset[str]:
    """Give the stems of the verbs of change in *text*, of what was done."""
    return frozenset(
        stem(lowered(word))
        for before, word in itertools.pairwise(("", *words_in(text)))
        if _changes(word) and not _is_undone(lowered(before))
    )


def _is_undone(word: str) -> bool:
    """Tell whether *word*, right before a verb, says that its act has not happened."""
    return word in words_of("undone") or word.endswith(("'t", "’t"))
