"""Let neighbours lend what a number lacks: "a guard and three men were killed"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from briefing.extract.figures.measures import OF_ONE, OF_PERSONS, measure_before
from briefing.extract.figures.vocabulary import TIME_UNITS


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quantity on its way to a figure."""

    start: int
    end: int
    low: float
    high: float
    unit: str
    what: str
    measure: str | None
    is_approximate: bool
    is_sure: bool = True
    """False for "a", "another" and "no", which count only where a measure does."""
    has_noun: bool = True

    @property
    def counts(self) -> bool:
        """Whether it is a figure: sure of itself, or one that something befell."""
        if self.unit in TIME_UNITS or not self.unit:
            return False
        return self.is_sure or self.measure in OF_ONE


# Matches " and ", " and her ", ", ", " as well as " between two that share a verb.
_JOIN: Final = re.compile(
    r",?\s+and\s+(?:(?:his|her|their)\s+)?|\s*,\s+"
    r"|,?\s+(?:as well as|along with|plus|or)\s+"
)
# Matches the verb of "78 were Iranian", after which the noun before is counted.
_WERE: Final = re.compile(r"\s+(?:were|are|was|is|had|have)\s")
# Matches "to" of "400 to 250 men" and "of the" of "45 of the 52 bodies".
_SAME_NOUN: Final = re.compile(r"\s+(?:to|of(?:\s+(?:the|its|their|his|her|all))?)\s+")
# Matches "to" of "from 61 seats to 44", and "one" of "one docker".
_TO: Final = re.compile(r"\s+to\s+")
_ONE: Final = re.compile(r"one\b")
_OF: Final = re.compile(r"\bof (?:the |its |their |his |her |all )?$")


def lend(lower: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Give *found*, of a text in lower case, with nouns and measures shared out."""
    return _nouns(lower, _from_before(lower, _from_after(lower, found)))


def _from_after(lower: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Lend backwards: "a guard and three men were killed", "45 of the 52 bodies"."""
    shared = list(found)
    for i in range(len(shared) - 2, -1, -1):
        here, after = shared[i], shared[i + 1]
        if _shares_noun(lower, here, after):
            shared[i] = replace(
                here,
                unit=after.unit,
                what=after.what,
                measure=here.measure or after.measure,
                is_sure=after.is_sure,
                has_noun=after.has_noun,
            )
        elif _lacks(here, after) and measure_before(lower, after.start) is None:
            joined = _JOIN.fullmatch(lower, here.end, after.start)
            shared[i] = replace(here, measure=after.measure) if joined else here
    return shared


def _from_before(lower: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Lend forwards: "killed three men and a guard"."""
    shared = list(found)
    for i in range(1, len(shared)):
        before, here = shared[i - 1], shared[i]
        if _lacks(here, before) and measure_before(lower, before.start) is not None:
            joined = _JOIN.fullmatch(lower, before.end, here.start)
            shared[i] = replace(here, measure=before.measure) if joined else here
    return shared


def _shares_noun(lower: str, here: Candidate, after: Candidate) -> bool:
    """Tell whether both count the second's noun; "one of the six" counts nothing."""
    if here.unit or here.high == 1:
        return False
    return _SAME_NOUN.fullmatch(lower, here.end, after.start) is not None


def _lacks(here: Candidate, other: Candidate) -> bool:
    return here.measure is None and here.has_noun and other.measure is not None


def _nouns(lower: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Give numbers without a noun the noun told before: "three others", "78 were"."""
    shared = list(found)
    unit, who = "", ""
    for i, here in enumerate(shared):
        if i and _ends_change(lower, shared[i - 1], here):
            before = shared[i - 1]
            shared[i] = replace(here, unit=before.unit, what=before.what, is_sure=True)
        elif here.unit in ("", "other"):
            shared[i] = _with_noun(lower, here, unit, who)
        elif _ONE.match(lower, here.start) and not here.counts:
            who = here.unit  # "crushed one docker and injured another"
        elif here.unit != "percent" and here.counts:
            unit = here.unit
            # what befell one befalls the next; a lorry or a mile is not hurt
            if here.measure in OF_PERSONS or _OF.search(lower[: here.start]):
                who = here.unit
    return shared


def _ends_change(lower: str, before: Candidate, here: Candidate) -> bool:
    """Tell whether *here* counts what the number before it does: "from 61 seats to"."""
    if here.has_noun or not before.unit or not lower.endswith("from ", 0, before.start):
        return False
    return _TO.fullmatch(lower, before.end, here.start) is not None


def _with_noun(lower: str, here: Candidate, unit: str, who: str) -> Candidate:
    if here.measure in OF_PERSONS:
        return replace(here, unit=who or "person")
    if unit and not here.has_noun and _WERE.match(lower, here.end):
        return replace(here, unit=unit, is_sure=True)
    if here.unit == "other":
        return replace(here, unit=unit or "person")
    is_crowd = here.is_sure and here.low != here.high
    return replace(here, unit="person") if is_crowd else here
