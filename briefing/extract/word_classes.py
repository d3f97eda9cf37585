"""Closed classes of small words, by the name of their function."""

from __future__ import annotations

from functools import cache

from briefing.resources import word_table


@cache
def words_of(name: str) -> frozenset[str]:
    """Give the words of the class *name* in `data/words/word_classes.tsv`."""
    return _classes()[name]


@cache
def _classes() -> dict[str, frozenset[str]]:
    rows = word_table("word_classes")
    return {name: frozenset(words.split()) for name, words in rows}
