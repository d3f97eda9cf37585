"""Take a match of the grammar apart: years, counts, lengths, groups."""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.dates.meaning import Calendar, Expression, Meaning
from briefing.model.statement import DateType
from briefing.text.numbers import read_number

Found = tuple[Expression, ...]

YEAR_SHIFTS: Final = {"last year": -1, "this year": 0, "next year": 1}
STORY_SHIFTS: Final = {
    "that year": 0,
    "the same year": 0,
    "the following year": 1,
    "the next year": 1,
    "the previous year": -1,
}
DIRECTIONS: Final = {
    "last": -1, "past": -1, "previous": -1, "this": 0,
    "next": 1, "coming": 1, "following": 1,
}  # fmt: skip
BEFORE: Final = ("ago", "earlier", "before", "previously", "beforehand")


def one(
    m: re.Match[str], text: str, meaning: Meaning, kind: DateType = "DATE"
) -> Found:
    """Give the whole match as the one expression."""
    return (found_at(text, m.start(), m.end(), meaning, kind),)


def found_at(
    text: str, start: int, end: int, meaning: Meaning, kind: DateType = "DATE"
) -> Expression:
    """Give the words of *text* from *start* to *end* as an expression."""
    return Expression(start, end, kind, meaning, text[start:end])


def group(m: re.Match[str], name: str) -> str:
    """Give the group *name* with single spaces; "" where it or its words are absent."""
    return re.sub(r"\s+", " ", m.groupdict().get(name) or "")


def whole_number(words_: str) -> int | None:
    """Give the number that "21st" or "thirty" writes."""
    value = read_number(re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", words_))
    return None if value is None else int(value)


def count_of(words_: str) -> float | None:
    """Give how many: "a" is 1, "half an" 0.5, "several" None."""
    if re.match(r"half", words_):
        return 0.5
    if words_ in ("a", "an") or words_.endswith("single"):
        return 1.0
    return read_number(words_)


def length(count: float | None, unit: str) -> str:
    """Give the TIMEX3 value of so many units: `P3D`, `PT2H`, `P10Y`, `PXM`."""
    time, unit = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    if unit == "F":
        count, unit = (None if count is None else count * 2), "W"
    if unit == "DE":
        count, unit = (None if count is None else count * 10), "Y"
    unit = {"N": "D", "WE": "WE", "CE": "CE"}.get(unit, unit)
    number = "X" if count is None else f"{count:g}"
    return f"P{time}{number}{unit}"


def year_of(m: re.Match[str]) -> Calendar:
    """Give the year of a match, or its shift, from the story's year or the telling's.

    The rest of the calendar is left out; `UNSAID` where the year is too.
    """
    year, shift = group(m, "year") or group(m, "year2"), group(m, "yearshift")
    if year:
        return Calendar(int(year))
    if shift in STORY_SHIFTS:
        return Calendar(shift=STORY_SHIFTS[shift], in_story=True)
    return Calendar(shift=YEAR_SHIFTS.get(shift))


UNSAID: Final = Calendar()
