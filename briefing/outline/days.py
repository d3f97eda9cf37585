"""Read a day as people write it, to say how the outline wants it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

FIRST_YEAR: Final = 1500
LAST_YEAR: Final = 2200
"""Beyond these a year is a slip of the finger, and days cannot be counted from it."""

_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)

# Matches "2023-09-24"; not "2023-9-24".
ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# Matches "2023-9-4", "2023/09/24" and "20230924"; not "2023".
_YEAR_FIRST: Final = re.compile(
    r"(\d{4})(?:[-/. ](\d{1,2})[-/. ](\d{1,2})|(\d{2})(\d{2}))\.?(?:[T ].*)?", re.ASCII
)
# Matches "24/09/2023" and "24.9.2023"; not "24/09/23", whose century is a guess.
_YEAR_LAST: Final = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})", re.ASCII)
# Matches "2 October 2023" and "2nd of Oct. 2023"; not "October 2023".
_DAY_MONTH: Final = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[\s.,-]+(?:of\s+)?([a-z]{3})[a-z]*[\s.,-]+(\d{4})",
    re.ASCII,
)
# Matches "October 2, 2023"; not "October 2023".
_MONTH_DAY: Final = re.compile(
    r"([a-z]{3})[a-z]*[\s.-]+(\d{1,2})(?:st|nd|rd|th)?[\s.,-]+(\d{4})", re.ASCII
)


def iso_day(text: str) -> dt.date | None:
    """Give the day that *text* names as `2023-09-24`; None for all else."""
    if not ISO.fullmatch(text):
        return None
    return _day(*(int(part) for part in text.split("-")))


def likely_days(text: str) -> tuple[dt.date, ...]:
    """Give the days that *text* can mean: none, one, or two where 2/9 may be 9/2."""
    found = {day for day in _readings(text.strip().lower()) if day is not None}
    return tuple(sorted(found))


def _readings(text: str) -> list[dt.date | None]:
    if match := _YEAR_FIRST.fullmatch(text):
        return [_day(*(int(part) for part in match.groups() if part))]
    if match := _YEAR_LAST.fullmatch(text):
        first, second, year = (int(part) for part in match.groups())
        return [_day(year, second, first), _day(year, first, second)]
    if match := _DAY_MONTH.fullmatch(text):
        return [_named(match[3], match[2], match[1])]
    if match := _MONTH_DAY.fullmatch(text):
        return [_named(match[3], match[1], match[2])]
    return []


def _named(year: str, month: str, day: str) -> dt.date | None:
    if month not in _MONTHS:
        return None
    return _day(int(year), _MONTHS.index(month) + 1, int(day))


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
