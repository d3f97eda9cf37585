"""The words of quantity, as tables and as pattern parts."""

from __future__ import annotations

from typing import Final

from briefing.resources import word_list, word_set, word_table, words_of


def _class(kind: str) -> dict[str, tuple[str, ...]]:
    return {row[1]: row[2:] for row in word_table("figure_words") if row[0] == kind}


BOUNDS: Final = {word: row[0] for word, row in _class("bound").items()}
VAGUE: Final = {
    word: (float(row[0]), float(row[1])) for word, row in _class("vague").items()
}
MONEY: Final = {word: row[0] for word, row in _class("money").items()}
COINS: Final = {word: row[0] for word, row in _class("coin").items()}
PLURALS: Final = {word: row[0] for word, row in _class("plural").items()}
LABELS: Final = tuple(_class("label"))
HYPHENS: Final = frozenset(_class("hyphen"))
FRACTIONS: Final = {word: int(row[0]) for word, row in _class("fraction").items()}
UNCOUNTED: Final = frozenset(_class("uncounted"))
RANKS: Final = frozenset(_class("rank"))
NO_RANKS: Final = frozenset(_class("est"))
AFTER_ONE: Final = frozenset(_class("after"))
LY_NOUNS: Final = frozenset(_class("no-verb"))
PERSONS: Final = frozenset(_class("person"))
MEASURED: Final = {word: row[0] for word, row in _class("measured").items()}
KIN: Final = frozenset(_class("kin"))
GROUPS: Final = frozenset(_class("group"))
PARTITIVES: Final = frozenset((*_class("partitive"), *GROUPS))
LEVELS: Final = frozenset(_class("level"))
ADJECTIVES: Final = frozenset(_class("adjective"))
SETS: Final = frozenset(_class("set"))
CHANGES: Final = tuple(_class("change"))
MOVES: Final = words_of("verbs_of_moving")
"""Verbs of change that may lead "to" a place."""
OF_NOUNS: Final = tuple(_class("of"))
STOPS: Final = word_set("figure_stops")
UNREAL: Final = word_list("figure_unreal")
TIME_UNITS: Final = words_of("time_units")
