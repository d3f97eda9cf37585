"""The days that a TIMEX3 value stands for, and the values that days have."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from typing import Final

SEASON_MONTHS: Final = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
QUARTER_MONTHS: Final = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12)}
HALF_MONTHS: Final = {"H1": (1, 6), "H2": (7, 12)}
_PARTS_OF_YEARS: Final = {**SEASON_MONTHS, **QUARTER_MONTHS, **HALF_MONTHS}

# Matches "2023-09-24", "2023-09-24TEV", "2023-09", "2023"; not "2023-W39", "PAST_REF".
_CALENDAR = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?")
# Matches "2023-W39", "2023-W39-WE", "2023-W39-7"; not "2023-WXX".
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|\d))?")
_PART = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q\d|H\d)")

Days = tuple[dt.date | None, dt.date | None]


def days_of(value: str) -> Days:
    """Give the first and last day of a TIMEX3 *value*; (None, None) if it has none.

    "2023-09" is 1 to 30 September, "202" the decade, "19" the century.
    """
    try:
        return _days_of(value)
    except (ValueError, OverflowError):
        return None, None


def _days_of(value: str) -> Days:
    if match := _CALENDAR.fullmatch(value):
        return _calendar_days(*(int(part) if part else None for part in match.groups()))
    if match := _WEEK.fullmatch(value):
        return _week_days(int(match[1]), int(match[2]), match[3])
    if match := _PART.fullmatch(value):
        first, last = _PARTS_OF_YEARS[match[2]]
        return _month_days(int(match[1]), first)[0], _month_days(int(match[1]), last)[1]
    if re.fullmatch(r"\d{2,3}", value):
        years = 10 ** (len("2023") - len(value))
        first_year = int(value) * years
        return dt.date(first_year, 1, 1), dt.date(first_year + years - 1, 12, 31)
    return None, None


def _calendar_days(year: int | None, month: int | None, day: int | None) -> Days:
    if year is None:
        return None, None
    if month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    first = dt.date(year, month, day or 1)  # "2023-13" is no month: ValueError
    return (first, first) if day else _month_days(year, month)


def _month_days(year: int, month: int) -> tuple[dt.date, dt.date]:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1])


def _week_days(year: int, week: int, day: str | None) -> Days:
    first, last = (6, 7) if day == "WE" else (int(day or 1), int(day or 7))
    at = dt.date.fromisocalendar
    return at(year, week, first), at(year, week, last)


def week_value(day: dt.date) -> str:
    """Give the ISO week of *day*: "2023-W39"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


DAYS_OF: Final = {
    "W": 7, "WE": 7, "F": 14, "M": 31, "Q": 92, "Y": 366, "DE": 3660, "CE": 36600,
}  # fmt: skip
"""Days that a unit takes at most; a day or night takes one."""

LAST: Final = dt.date.max.toordinal() - 366
"""The last day from which a year's reckoning stays within the calendar."""


def shifted(day: dt.date, count: int, unit: str) -> str:
    """Give the value *count* units away from *day*, as exact as the unit.

    Three weeks before 2023-09-24 is "2023-W35"; a year before it "2022". What lies
    beyond the years 1 to 9999 is only past or future.
    """
    far = count * DAYS_OF.get(unit, 1)
    if not dt.date.min.toordinal() + 366 <= day.toordinal() + far <= LAST:
        return "PAST_REF" if count < 0 else "FUTURE_REF"
    if unit in ("D", "N"):
        return (day + dt.timedelta(days=count)).isoformat()
    if unit in ("W", "WE", "F"):
        weeks = count * (2 if unit == "F" else 1)
        value = week_value(day + dt.timedelta(weeks=weeks))
        return value + "-WE" if unit == "WE" else value
    year, month = _month_away(day, count * {"M": 1, "Q": 3}.get(unit, 0))
    if unit == "M":
        return f"{year:04d}-{month:02d}"
    if unit == "Q":
        return f"{year:04d}-Q{(month + 2) // 3}"
    if unit == "DE":
        return f"{day.year // 10 + count:03d}"
    if unit == "CE":
        return f"{day.year // 100 + count:02d}"
    return f"{day.year + count:04d}"


def months_away(day: dt.date, count: int) -> dt.date:
    """Give the day *count* months on, or the last of a shorter month."""
    year, month = _month_away(day, count)
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def _month_away(day: dt.date, count: int) -> tuple[int, int]:
    years, month = divmod(day.month - 1 + count, 12)
    return day.year + years, month + 1
