"""Date what an undated article tells, where every day it can be from says the same.

A dated twin may tell that its "on Friday" was the 29th. Then the article was written
within the week from that Friday on, and "24 September" has its year whichever day of
that week it was, while "on Monday" may still be one of two Mondays and stays open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from briefing.extract.dates import anchored_dates
from briefing.extract.dates.timex import days_of
from briefing.model.article import Article, Span
from briefing.model.statement import DateMention, Statement
from briefing.relate.anchors import WEEKDAY

WEEK: Final = 7
"""Days within which a weekday alone names one day: news says "last Friday" after."""


def anchor_windows(
    articles: Iterable[Article], statements: Mapping[str, Sequence[Statement]]
) -> Mapping[str, Statement]:
    """Give the statements of undated articles whose days are now known, by id."""
    changed: dict[str, Statement] = {}
    for article in articles:
        if article.published is None:
            found = statements[article.id]
            known = _known(found)
            if known:
                changed.update(_dated(article, found, _readings(article, known)))
    return changed


def _known(statements: Sequence[Statement]) -> dict[Span, dt.date]:
    """Give the weekdays that a twin has dated."""
    return {
        date.span: day
        for statement in statements
        for date in statement.dates
        if date.is_relative
        and (day := date.day) is not None
        and WEEKDAY.search(statement.words_at(date.span))
    }


def _readings(
    article: Article, known: Mapping[Span, dt.date]
) -> dict[dt.date, dict[Span, DateMention]]:
    """Give the article's dates as told on each day that agrees with what is known."""
    first = max(known.values())
    readings: dict[dt.date, dict[Span, DateMention]] = {}
    for ahead in range(WEEK):
        day = first + dt.timedelta(days=ahead)
        told = {d.span: d for row in anchored_dates(article, day) for d in row}
        if all(_likeliest(told.get(span)) == known[span] for span in known):
            readings[day] = told
    return readings


def _likeliest(mention: DateMention | None) -> dt.date | None:
    """Give the day that a mention names, though another may be meant."""
    return days_of(mention.value)[0] if mention else None


def _dated(
    article: Article,
    statements: Sequence[Statement],
    readings: Mapping[dt.date, Mapping[Span, DateMention]],
) -> Mapping[str, Statement]:
    if not readings:
        return {}
    why = f"{article.path} can only be from {min(readings)} to {max(readings)}"
    changed: dict[str, Statement] = {}
    for statement in statements:
        dates = tuple(_agreed(d, list(readings.values()), why) for d in statement.dates)
        if dates != statement.dates:
            changed[statement.id] = replace(statement, dates=dates)
    return changed


def _agreed(
    date: DateMention, readings: Sequence[Mapping[Span, DateMention]], why: str
) -> DateMention:
    """Give *date* with the days on which all *readings* agree, else as it is."""
    if date.earliest is not None or not date.is_relative:
        return date
    told = [reading.get(date.span) for reading in readings]
    values = {(d.value, d.earliest, d.latest) for d in told if d is not None}
    if None in told or len(values) != 1:
        return date
    value, earliest, latest = values.pop()
    if earliest is None or latest is None:
        return date
    because = f"{why}, and each of these days gives this one"
    return replace(date, value=value, earliest=earliest, latest=latest, because=because)
