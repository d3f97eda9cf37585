"""Find the noun that "three of them" or a bare "one" leaves out, where certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from briefing.extract.figures.counted import VERBS, is_plural, singular
from briefing.extract.figures.persons import is_person
from briefing.extract.figures.vocabulary import STOPS, TIME_UNITS, UNCOUNTED
from briefing.model.statement import Figure

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

# Matches "the man"; no "white" in "the man dressed in white".
_ONE_PERSON: Final = re.compile(r"\b(?:the|an?|his|her|their)\s+(\w+)", re.IGNORECASE)

NO_THING: Final = frozenset({"percent", "person", "other", *TIME_UNITS})
"""Units that a number without a noun does not take over from another sentence."""

_MEASURES: Final = NO_THING - {"person", "other"}

PAIR: Final = 3
"""Sentences back to which "one … and the other" may look for the two of them."""


@dataclass(frozen=True, slots=True)
class Before:
    """What the sentences before one offer it."""

    text: str = ""
    """The sentence before."""
    units: frozenset[str] = frozenset()
    """What its figures count, of more than one."""
    pair: str = ""
    """What was last told to be two."""
    most: float = 0.0
    """The largest of those figures."""
    people: str = ""
    """The only kind of people that it counts, "person" too."""

    only: tuple[str, str | None] | None = None
    """Unit and measure of its figures of more than one; None if they differ."""

    @property
    def unit(self) -> str:
        """The only thing that the sentence before counts; "" if there are several."""
        return next(iter(self.units)) if len(self.units) == 1 else ""


class Told:
    """What was counted so far, sentence by sentence."""

    def __init__(self) -> None:
        self.before = Before()
        self._age = 0

    def add(self, text: str, figures: Sequence[Figure]) -> None:
        """Take in a sentence with its figures."""
        if not figures:
            self._age += 1
            pair = self.before.pair if self._age < PAIR else ""
            self.before = Before(text, pair=pair)
            return
        many = [figure for figure in figures if figure.high > 1]
        units = frozenset(f.unit for f in many if f.unit not in NO_THING)
        pairs = [f.unit for f in many if f.low == f.high == 2 and f.unit in units]  # noqa: PLR2004
        self._age = 0 if pairs else self._age + 1
        pair = pairs[-1] if pairs else self.before.pair
        most = max((f.high for f in many if f.unit in units), default=0.0)
        kinds = {f.unit for f in many if is_person(f.unit)}
        people = kinds.pop() if len(kinds) == 1 else ""
        pair = pair if self._age < PAIR else ""
        told = {(f.unit, f.measure) for f in many if f.unit not in _MEASURES}
        only = told.pop() if len(told) == 1 else None
        self.before = Before(text, units, pair, most, people, only)


def only_plural(text: str, *, persons: bool) -> str:
    """Give the noun of the only plural in *text*; "" if there are none or several.

    With *persons* only people count: forces and homes are not killed.
    """
    found = {
        singular(word.lower())
        for word in _WORD.findall(text)
        if is_plural(word.lower()) and word.lower() not in _IDLE
    }
    found = {
        unit
        for unit in found
        if unit not in NO_THING and (is_person(unit) if persons else True)
    }
    return found.pop() if len(found) == 1 else ""


def only_person(text: str) -> str:
    """Give the only noun for people in *text*, of one or of several; "" if none."""
    words = {word.lower() for word in _WORD.findall(text)}
    found = {singular(word) for word in words if is_plural(word)}
    found.update(m[1].lower() for m in _ONE_PERSON.finditer(text))
    found = {unit for unit in found - _IDLE if is_person(unit)}
    return found.pop() if len(found) == 1 else ""


_IDLE: Final = frozenset((*STOPS, *UNCOUNTED, *VERBS, "others"))
