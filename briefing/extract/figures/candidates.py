"""Put number, noun and measure together, and let neighbours lend what one lacks."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from briefing.extract.dates.meaning import Expression
from briefing.extract.figures.counted import Counted, counted_after, number_of
from briefing.extract.figures.measures import (
    OF_ONE,
    OF_PERSONS,
    measure_after,
    measure_before,
    measure_of_noun,
)
from briefing.extract.figures.quantities import Quantity, find_quantities
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


# Matches whatever may be a number: a sentence without it has no figure.
TRIGGER: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twen|thir"
    r"|fif|eigh|dozen|score|hundred|thousand|million|billion|trillion|several|few|couple"
    r"|handful)"
)
# Matches "a", "another", "no" before a noun or a toll verb; not "a few", "no longer".
_SMALL: Final = re.compile(
    r"\b(?P<word>an?|another|no one|nobody|none|no)\b(?!\s+(?:few|couple|number|lot"
    r"|series|dozen|hundred|thousand|million|billion|handful|longer|more|doubt|further"
    r"|\d))"
)
_JOIN: Final = re.compile(
    r",?\s+and\s+|\s*,\s+|,?\s+(?:as well as|along with|plus|or)\s+"
)
# Matches "one of", "just one of".
_ONE_OF: Final = re.compile(r"(?:just |only |at least )?one of\b", re.IGNORECASE)
# Matches the verb of "78 were Iranian", after which the noun before is counted.
_WERE: Final = re.compile(r"\s+(?:were|are|was|is|had|have)\s")


def find_candidates(
    text: str, lower: str, dates: Sequence[Expression], *, has_cue: bool
) -> list[Candidate]:
    """Give the figures of a sentence; *dates* are left alone."""
    found = [
        _candidate(text, quantity, has_cue=has_cue)
        for quantity in find_quantities(text, lower)
        if not _overlaps(quantity.start, quantity.end, dates)
    ]
    if has_cue:
        found += _small_candidates(text, lower, found)
        found.sort(key=lambda c: c.start)
    return [c for c in _lend(text, _apart(found)) if _counts(c)]


def _apart(found: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what reaches over the next: its noun is counted by that one."""
    starts = [*(candidate.start for candidate in found[1:]), sys.maxsize]
    return [c for c, start in zip(found, starts, strict=False) if c.end <= start]


def _overlaps(start: int, end: int, dates: Sequence[Expression]) -> bool:
    return any(date.start < end and start < date.end for date in dates)


def _candidate(text: str, quantity: Quantity, *, has_cue: bool) -> Candidate:
    counted = None
    if not quantity.unit:
        one = quantity.high == 1 and quantity.low == 1
        counted = counted_after(
            text, quantity.end, is_one=one, is_vague=quantity.is_vague
        ) or number_of(text, quantity.start)
    end = max(quantity.end, counted.end if counted else 0)
    is_fraction = counted is not None and not counted.unit
    if not has_cue or is_fraction:
        measure = None
    elif _ONE_OF.match(text, quantity.start):  # one of the known dead is no toll
        measure = measure_after(text, end, needs_be=True) if counted else None
    else:
        measure = _measure(text, quantity.start, end, counted)
    return Candidate(
        start=quantity.start,
        end=end,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit or (counted.unit if counted else ""),
        what=counted.what if counted else "",
        measure=measure,
        is_approximate=quantity.is_approximate,
        has_noun=bool(quantity.unit or counted),
        is_sure=not is_fraction
        and bool(
            quantity.is_vague
            or quantity.unit
            or (counted and not _is_article(text, quantity))
        ),
    )


def _is_article(text: str, quantity: Quantity) -> bool:
    """Tell whether "one" only introduces its noun: "one of the oldest", "one video"."""
    return text[quantity.start : quantity.end].lower() in (
        "one",
        "just one",
        "only one",
    ) and (text[quantity.end : quantity.end + 1] != "-")


def _measure(text: str, start: int, end: int, counted: Counted | None) -> str | None:
    own = measure_of_noun(counted.what) if counted else None
    before = own or measure_before(text, start)
    if before not in (None, "shot"):
        return before
    # "shot three men dead": how it ended counts
    return measure_after(text, end, needs_be=False) or before


def _small_candidates(
    text: str, lower: str, found: Sequence[Candidate]
) -> list[Candidate]:
    """Give the figures of "a guard was killed", "another injured", "no casualties"."""
    small: list[Candidate] = []
    for m in _SMALL.finditer(lower):
        if any(c.start < m.end() and m.start() < c.end for c in found):
            continue
        zero = m["word"] in ("no", "none", "nobody", "no one")
        counted = counted_after(text, m.end(), is_one=not zero, is_vague=False)
        if zero and m["word"] != "no":
            counted = None
        if (
            m["word"] == "another"
            and counted
            and measure_after(text, m.end(), needs_be=False)
        ):
            counted = None
        if m["word"] in ("a", "an") and counted is None:
            continue
        end = max(m.end(), counted.end if counted else 0)
        own = measure_of_noun(counted.what) if zero and counted else None
        unit = counted.unit if counted else ""
        if m["word"] in ("nobody", "no one"):
            unit = "person"
        bare = m["word"] == "another" or zero
        measure = (
            own
            or measure_before(text, m.start())
            or measure_after(text, end, needs_be=not bare)
        )
        small.append(
            Candidate(
                start=m.start(),
                end=end,
                low=float(not zero),
                high=float(not zero),
                unit=unit,
                what=counted.what if counted else "",
                measure=measure,
                is_approximate=False,
                is_sure=False,
                has_noun=counted is not None,
            )
        )
    return small


def _lend(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Share measures over "a and b were killed", and nouns with "three others"."""
    shared = list(found)
    for i in range(len(shared) - 2, -1, -1):  # "a guard and three men were killed"
        here, after = shared[i], shared[i + 1]
        if here.unit == "" and text[here.end : after.start].strip() == "to":
            shared[i] = replace(after, start=here.start, end=here.end, low=here.low)
            shared[i] = replace(shared[i], high=here.high)
        elif _lacks(here, after) and not _before(text, after):
            joined = _JOIN.fullmatch(text, here.end, after.start)
            shared[i] = replace(here, measure=after.measure) if joined else here
    for i in range(1, len(shared)):  # "killed three men and a guard"
        before, here = shared[i - 1], shared[i]
        if _lacks(here, before) and _before(text, before):
            joined = _JOIN.fullmatch(text, before.end, here.start)
            shared[i] = replace(here, measure=before.measure) if joined else here
    unit = ""
    for i, here in enumerate(shared):
        if here.unit in ("", "other"):
            shared[i] = _with_noun(text, here, unit)
        elif here.unit != "percent" and _counts(here):
            unit = here.unit
    return shared


def _lacks(here: Candidate, other: Candidate) -> bool:
    return here.measure is None and here.has_noun and other.measure is not None


def _before(text: str, candidate: Candidate) -> bool:
    return measure_before(text, candidate.start) is not None


def _with_noun(text: str, here: Candidate, unit: str) -> Candidate:
    """Give a number without a noun the noun before it, or persons, where it counts."""
    if here.measure in OF_PERSONS:
        return replace(here, unit=unit or "person")
    if unit and here.has_noun is False and _WERE.match(text, here.end):
        return replace(here, unit=unit, is_sure=True)
    if here.unit == "other":
        return replace(here, unit=unit or "person")
    return (
        replace(here, unit="person") if here.is_sure and here.low != here.high else here
    )


def _counts(candidate: Candidate) -> bool:
    if candidate.unit in TIME_UNITS:
        return False
    if candidate.measure:
        return bool(candidate.unit) and (
            candidate.is_sure or candidate.measure in OF_ONE
        )
    return candidate.is_sure and bool(candidate.unit)
