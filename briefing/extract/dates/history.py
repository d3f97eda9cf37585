"""Tell whether a text tells of years long past, of the news, or of both.

A day without a year takes its year from the story in the first, else from the article.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, Literal

from briefing.extract.dates.meaning import Calendar, Expression, Shift, Weekday
from briefing.extract.dates.timex import days_of
from briefing.extract.dates.vocabulary import REPORTING, any_of

Mode = Literal["news", "profile", "mixed", "history"]
"""Whose year a day without one is of: the article's; in a profile the article's too, if
it is of these weeks; likely the story's; the story's."""

LEAD: Final = 4
"""Sentences, the headline among them, that tell the news of an article: a "today" or
"Monday" there counts from its date, however much history follows."""
HISTORY_YEARS: Final = 5
"""Explicit years long before the article's date that make it a history, if they are
also twice as many as its "today", "Monday" and "last week"."""
WEEKS: Final = 42
"""Days either side of the article's date within which "March 2", before any year was
told, is news: of 22 histories none opens with such a day."""

# Matches "said", "announced"; not "declared war".
_REPORTS = re.compile(rf"\b(?:{any_of(REPORTING)})\b", re.IGNORECASE)


def mode_of(
    texts: Sequence[str], found: Sequence[Sequence[Expression]], anchor: dt.date | None
) -> Mode:
    """Tell what an article is; *found* are the expressions of its sentences.

    A profile, an obituary or a verdict is full of years and is news all the same: its
    lead names a day of these weeks, or says who said so. Where only the latter holds,
    a day may be of the years told or of the article's own.
    """
    if not _is_full_of_years(found, anchor):
        return "news"
    if anchor is None:
        return "history"
    if _opens_with_news(found, anchor):
        return "profile"
    lead = islice(texts, LEAD)
    return "mixed" if any(_REPORTS.search(text) for text in lead) else "history"


def _is_full_of_years(
    found: Sequence[Sequence[Expression]], anchor: dt.date | None
) -> bool:
    past, near = 0, 0
    limit = anchor.year - 1 if anchor else 9999
    for i, expressions in enumerate(found):
        for expression in expressions:
            match expression.meaning:
                case Calendar(year=int(year)) if year < limit:
                    past += 1
                case Weekday() | Shift(in_story=False, event=""):
                    if i < LEAD and anchor:
                        return False
                    near += 1
                case _:
                    pass
    return past >= HISTORY_YEARS and past > 2 * near


def _opens_with_news(found: Sequence[Sequence[Expression]], anchor: dt.date) -> bool:
    """Tell whether a day of these weeks is told before any year is."""
    for meaning in _calendars(found):
        if meaning.year is not None or meaning.shift is not None:
            return False
        if meaning.month and meaning.day:
            return is_of_these_weeks(meaning, anchor)
    return False


def is_of_these_weeks(meaning: Calendar, anchor: dt.date) -> bool:
    """Tell whether a day without a year falls into the weeks around *anchor*."""
    if not meaning.month or not meaning.day:
        return False
    for year in (anchor.year, anchor.year - 1, anchor.year + 1):
        day, _ = days_of(f"{year:04d}-{meaning.month:02d}-{meaning.day:02d}")
        if day is not None and abs((day - anchor).days) <= WEEKS:
            return True
    return False


def first_year(found: Sequence[Sequence[Expression]]) -> int | None:
    """Give the first year that is told."""
    return next((m.year for m in _calendars(found) if m.year), None)


def _calendars(found: Sequence[Sequence[Expression]]) -> Iterator[Calendar]:
    for row in found:
        for expression in row:
            if isinstance(expression.meaning, Calendar):
                yield expression.meaning
