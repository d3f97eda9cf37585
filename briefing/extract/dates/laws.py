"""Refuse the days that the telling itself speaks against: better none than a wrong one.

Every day that was counted passes here last, whatever rule it came from:

- what a past verb tells did not happen after the article was published;
- a number that is only roughly so counts to no day, nor does a season without a year:
  it is summer somewhere in every month, and "the fall" may be one from a ridge;
- a week or weekend does not leave out a day beside it that the sentence names.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefing.extract.dates.meaning import Calendar, Expression, Shift, Weekday
from briefing.extract.dates.resolution import Resolved
from briefing.extract.dates.tense import is_told_past
from briefing.extract.dates.timex import Days, days_of
from briefing.extract.dates.vocabulary import ROUGH, any_of

ONE_DAY: Final = dt.timedelta(days=1)

NOT_YET: Final = "but the verb is past, and the day was still to come"
ROUGHLY: Final = "but the words count only roughly"
LEFT_OUT: Final = "but the article names the day beside it as one of them"

# Matches the value of a week or of its weekend: "2013-W37", "2013-W37-WE".
_WEEK: Final = re.compile(r"\d{4}-W\d\d(?:-WE)?")

# Matches the "nearly " of "nearly two years ago"; not "only two days ago".
_ROUGH: Final = re.compile(rf"(?:{any_of(ROUGH)})\b", re.IGNORECASE)
ROUND: Final = frozenset(("DE", "CE"))
"""Units in which nobody counts exactly: "two decades ago", "the next decade"."""
SEASONS: Final = frozenset(("SP", "SU", "FA", "WI"))


def keep_laws(
    texts: Sequence[str],
    found: Sequence[Sequence[Expression]],
    settled: Sequence[list[Resolved]],
    anchor: dt.date | None,
) -> None:
    """Take the days from what was *settled* against the laws."""
    wide: set[str] = set()
    for text, expressions, row in zip(texts, found, settled, strict=True):
        for i, expression in enumerate(expressions):
            if not row[i].is_relative or not row[i].is_sure:
                continue
            if _is_rough(expression):
                row[i] = _refused(row[i], ROUGHLY)
            elif anchor:
                row[i] = _not_after(text, expression, row[i], anchor)
        wide |= _too_narrow(row)
    for row in settled:
        for i, resolved in enumerate(row):
            if resolved.value in wide and resolved.is_relative:
                row[i] = _refused(resolved, LEFT_OUT)


def _refused(resolved: Resolved, why: str) -> Resolved:
    return replace(resolved, is_sure=False, because=f"{resolved.because}, {why}")


def _is_rough(expression: Expression) -> bool:
    match expression.meaning:
        case Calendar(suffix=suffix):
            return suffix in SEASONS
        case Shift(unit=unit, count=count):
            is_rough = count and _ROUGH.match(expression.words)
            return unit in ROUND or bool(is_rough)
        case _:
            return False


def _not_after(
    text: str, expression: Expression, resolved: Resolved, anchor: dt.date
) -> Resolved:
    first, _ = days_of(resolved.value)
    if first is None or first <= anchor or _looks_ahead(expression):
        return resolved
    if not is_told_past(text, expression.start, expression.end):
        return resolved
    return _refused(resolved, NOT_YET)


def _looks_ahead(expression: Expression) -> bool:
    """Tell whether the words themselves are of days to come: "tomorrow"."""
    match expression.meaning:
        case Shift(count=count, sign=1, in_story=False, event=""):
            return bool(count)
        case Weekday(shift=1, in_story=False) | Calendar(shift=1) | Calendar(way=1):
            return True
        case _:
            return False


def _too_narrow(row: Sequence[Resolved]) -> set[str]:
    """Give the weeks and weekends of a sentence that names a day just outside them.

    "The first of this weekend's deaths was on Friday": the weekend began that day.
    """
    spans = {
        r.value: days_of(r.value) for r in row if r.is_sure and _WEEK.fullmatch(r.value)
    }
    days = {days_of(r.value)[0] for r in row if r.is_sure and _is_day(r.value)}
    return {value for value, span in spans.items() if _edges(span) & days}


def _is_day(value: str) -> bool:
    first, last = days_of(value)
    return first is not None and first == last


def _edges(span: Days) -> set[dt.date | None]:
    first, last = span
    return {first - ONE_DAY, last + ONE_DAY} if first and last else set()
