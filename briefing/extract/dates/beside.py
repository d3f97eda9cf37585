"""Read words of time by those beside them: "two weeks ago today"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefing.extract.dates.meaning import Expression, Meaning, Shift, Weekday
from briefing.extract.dates.resolution import Resolved
from briefing.extract.dates.timex import days_of, months_away, week_value

# Matches what may stand between "two years ago" and "this month", "on Tuesday".
_AGO = re.compile(r"\s(?:on |to the (?:day|week) )?")
# Matches "from " and "between early " before the first day of a range.
_FROM = re.compile(r"\b(?:from|between)\s(?:early\s|late\s)?$", re.IGNORECASE)
# Matches what may stand between the days of a range.
_UNTIL = re.compile(
    r"\s(?:until|till|to|through|and)\s|\s?[-\u2013\u2014]\s?", re.IGNORECASE
)
LONGEST_FROM: Final = 15
"""Letters of "between early "."""
NAMED: Final = "the day named just before it"
# Matches what stands between "on Saturday" and "three days before" in apposition.
_APPOSED = re.compile(r"\s?[,(\u2013\u2014-]\s?")
# Matches what may stand between "Friday" and "last week".
_WEEK_OF = re.compile(r",?\s(?:of )?")


def by_neighbours(
    text: str,
    found: Sequence[Expression],
    resolved: Sequence[Resolved],
    anchor: dt.date | None,
) -> list[Resolved]:
    """Give what was resolved, each day counted with the words beside it."""
    days = list(resolved)
    for i in range(len(found) - 1):
        one, other = found[i], found[i + 1]
        between = text[one.end : other.start]
        if _AGO.fullmatch(between) and _is_ago(one):
            is_named = isinstance(other.meaning, Weekday)
            days[i + 1] = _long_ago(one.meaning, days[i + 1], is_named=is_named)
        elif _WEEK_OF.fullmatch(between) and _is_week(other.meaning):
            days[i] = _in_week(one.meaning, days[i], days[i + 1])
        elif _APPOSED.fullmatch(between) and _counts_from_unsaid(other.meaning):
            days[i + 1] = _same_day(days[i], days[i + 1])
        elif _is_range(text, one, other) and anchor:
            days[i : i + 2] = _in_order(days[i], days[i + 1], anchor)
    return days


def _is_range(text: str, one: Expression, other: Expression) -> bool:
    both = isinstance(one.meaning, Weekday) and isinstance(other.meaning, Weekday)
    return (
        both
        and _FROM.search(text, max(0, one.start - LONGEST_FROM), one.start) is not None
        and _UNTIL.fullmatch(text, one.end, other.start) is not None
    )


def _in_order(first: Resolved, last: Resolved, anchor: dt.date) -> list[Resolved]:
    """Put the end of "from Monday until Thursday" after its start."""
    start, end = days_of(first.value)[0], days_of(last.value)[0]
    if start is None or end is None or start < end:
        return [first, last]
    week, why = dt.timedelta(weeks=1), "a range ends after it starts"
    if start > anchor:
        value = (end + week).isoformat() + last.value[len("2023-09-24") :]
        return [first, replace(last, value=value, because=why)]
    value = (start - week).isoformat() + first.value[len("2023-09-24") :]
    return [replace(first, value=value, because=why), last]


def _counts_from_unsaid(meaning: Meaning) -> bool:
    """Tell whether words count days from what is not said: "three days before"."""
    match meaning:
        case Shift(count=float() | int() as n, unit="D" | "W", in_story=True, event=""):
            return n > 0
        case _:
            return False


def _same_day(named: Resolved, counted: Resolved) -> Resolved:
    """Give "on Saturday, three days before,": the words before name its day."""
    first, last = days_of(named.value[: len("2023-09-24")])
    if first is None or first != last:
        return counted
    return replace(named, is_relative=False, because=NAMED)


def _is_ago(expression: Expression) -> bool:
    return expression.words.lower().endswith("ago")


def _is_week(meaning: Meaning) -> bool:
    match meaning:
        case Shift(unit="W", count=0 | 1, in_story=False, event=""):
            return True
        case _:
            return False


def _long_ago(ago: Meaning, near: Resolved, *, is_named: bool) -> Resolved:
    """Take "today" and "this month" back by "two years ago".

    "Two years ago on Friday" may be the Friday of then, or the date of this one.
    """
    day, _ = days_of(near.value)
    if not isinstance(ago, Shift) or ago.count is None or day is None:
        return near
    is_week = "-W" in near.value
    if is_week:
        day += dt.timedelta(days=3)  # its middle, so that a year earlier falls into it
    back = _back(day, round(ago.count), ago.unit)
    why = f"{near.because}, taken back by the words before"
    if back is None:
        return replace(near, because=why, is_sure=False)
    is_sure = near.is_sure and not is_named
    value = week_value(back) if is_week else back.isoformat()[: len(near.value)]
    return replace(near, value=value, because=why, is_sure=is_sure)


def _back(day: dt.date, count: int, unit: str) -> dt.date | None:
    weeks = {"W": 1, "F": 2}.get(unit)
    months = {"M": 1, "Y": 12, "DE": 120}.get(unit)
    try:
        if weeks:
            return day - dt.timedelta(weeks=weeks * count)
        return months_away(day, -months * count) if months else None
    except (ValueError, OverflowError):
        return None


def _in_week(meaning: Meaning, day: Resolved, week: Resolved) -> Resolved:
    """Give the day of "Friday last week"."""
    first, _ = days_of(week.value)
    if not isinstance(meaning, Weekday) or first is None:
        return day
    exact = (first + dt.timedelta(days=meaning.number)).isoformat()
    why = "the words beside it tell its week"
    value = exact + day.value[len(exact) :]
    return replace(day, value=value, because=why, is_sure=week.is_sure)
