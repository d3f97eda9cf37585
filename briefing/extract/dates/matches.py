"""Take a match of the grammar apart: years, counts, lengths, groups."""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.dates.meaning import Expression, Meaning
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
DIRECTIONS: Final = {"last": -1, "past": -1, "next": 1, "coming": 1, "this": 0}
BEFORE: Final = ("ago", "earlier", "before", "previously", "beforehand")


def one(
    m: re.Match[str], text: str, meaning: Meaning, kind: DateType = "DATE"
) -> Found:
    """Give the whole match as one expression."""
    return (
        Expression(m.start(), m.end(), kind, meaning, text[m.start() : m.end()], ""),
    )


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


def year_of(m: re.Match[str]) -> tuple[int | None, int | None, bool]:
    """Give year, shift of year, and whether the shift counts from the story's year."""
    year = group(m, "year") or group(m, "year2")
    if year:
        return int(year), None, False
    words_ = group(m, "yearshift")
    if words_ in YEAR_SHIFTS:
        return None, YEAR_SHIFTS[words_], False
    if words_ in STORY_SHIFTS:
        return None, STORY_SHIFTS[words_], True
    return None, None, False
