"""The day of a machine-readable moment: "2024-05-03T23:30:00-05:00" is 3 May."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from briefing.readers.days import Day
from briefing.text.printed_dates import find_printed_dates

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
"""Years outside are counters gone wrong ("0001-01-01"), not days of publication."""

EASTERNMOST: Final = 14
WESTERNMOST: Final = -12
"""Hours from UTC of the first and last place on Earth to see a day begin."""

# Matches "2024-05-03T23:30:00.5-05:00", "2024-05-03 23:30 UTC", "20240503", "2024/5/3";
# not "2024-05" or the digits of a longer number.
_ISO = re.compile(
    r"""
    (?<![\d-]) (?P<year>\d{4}) (?P<mark>[-/]?) (?P<month>\d{1,2}) (?P=mark)
        (?P<day>\d{1,2}) (?!\d)
    (?: [T\s]+ (?P<hour>\d{1,2}) :? (?P<minute>\d\d)? (?: :? \d\d (?:[.,]\d{1,9})? )?
        \s* (?P<zone>Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)? )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Matches the clock and zone of mail: "23:30:00 GMT", "07:02 -0000".
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2}):\d\d(?::\d\d)?\s*(?P<zone>Z|UTC?|GMT|[+-]\d{4})?\b"
)
_UTC = re.compile(r"Z|UTC?|GMT|[+-]00:?(?:00)?", re.IGNORECASE)


def read_moment(words: str, where: str, *, is_update: bool = False) -> Day | None:
    """Give the day that *words* name where they were written; None if there is none.

    A moment in UTC may be the day before or after for its newsroom; those days are
    `also`. A moment with an offset has the day of the place that wrote it.
    """
    words = words.strip()[:100]
    where = f"{where} {words!r}" if words not in where else where
    match = _ISO.search(words)
    if match:
        try:
            day = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            return None
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            return None
        return Day(day, where, is_update, _elsewhere(day, match["hour"], match["zone"]))
    printed = find_printed_dates(words)
    if not printed:
        return None
    day_printed = printed[0].day
    clock = _CLOCK.search(words, printed[0].end)
    also = (
        _elsewhere(day_printed, clock["hour"], clock["zone"])
        if clock and day_printed
        else ()
    )
    return Day(day_printed, where, is_update, also)


def _elsewhere(day: dt.date, hour: str | None, zone: str | None) -> tuple[dt.date, ...]:
    """Give the other days that a moment in UTC is, somewhere on Earth."""
    if hour is None or zone is None or not _UTC.fullmatch(zone):
        return ()
    found = []
    if int(hour) + WESTERNMOST < 0:
        found.append(day - dt.timedelta(days=1))
    if int(hour) + EASTERNMOST >= 24:  # noqa: PLR2004 - hours of a day
        found.append(day + dt.timedelta(days=1))
    return tuple(found)
