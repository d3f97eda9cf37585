"""Date an article by the others where its own page leaves the year or month open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from briefing.model.article import Article
from briefing.readers.places import Place, find_places
from briefing.readers.twins import Candidate
from briefing.text.head_lines import read_head_line
from briefing.text.printed_dates import find_partial_dates, find_printed_dates

NEAR: Final = dt.timedelta(days=45)
"""How far a day may be from another article's to be of its year; reports on one event
are weeks apart, and the same day of another year is more than ten months away."""

AS_NEAR: Final = dt.timedelta(days=14)
"""The same for "8/2/2013", whose other reading may be only months away."""

CLOSE: Final = dt.timedelta(days=2)
AMONG: Final = 2
"""The same where the other reading is some weeks from an article that came late: then
so many must lie so close to the one."""


def date_by_others(
    found: Sequence[Candidate],
) -> tuple[list[Candidate], frozenset[str]]:
    """Give the articles, and the paths of those that got their day from the others.

    "Sat Dec 13, 8:33 pm EST" has no year, "8/2/2013" may be February; the days of the
    other articles tell, where only one reading lies near them.
    """
    days = sorted(c.article.published for c in found if c.article.published)
    if not days:
        return list(found), frozenset()
    dated = [_dated(candidate, days) for candidate in found]
    settled = (
        new.article.path
        for old, new in zip(found, dated, strict=True)
        if new.article is not old.article
    )
    return dated, frozenset(settled)


def _dated(candidate: Candidate, days: Sequence[dt.date]) -> Candidate:
    article = candidate.article
    if article.published:
        return candidate
    for either, near, words, place in _readings(article, days):
        fitting = [day for day in either if _is_near(day, days, near)]
        others = [day for day in either if day not in fitting]
        if len(fitting) == 1 and (
            not any(_is_near(day, days, NEAR) for day in others)
            or _is_among(fitting[0], days)
        ):
            kind = "dateline" if place.role == "dateline" else "date line"
            where = (
                f"'{words}' in the {kind}, line {place.line}, and the other articles"
            )
            changed = replace(article, published=fitting[0], published_from=where)
            return replace(candidate, article=changed)
    return candidate


def _readings(
    article: Article, days: Sequence[dt.date]
) -> Iterator[tuple[tuple[dt.date, ...], dt.timedelta, str, Place]]:
    """Give what each doubtful day above the text may mean, and how near it must be."""
    years = sorted({day.year + more for day in days for more in (-1, 0, 1)})
    for place in find_places(article.text, article.lines):
        if place.role not in ("byline", "dateline") or not place.is_head:
            continue
        for printed in find_printed_dates(place.text):
            if printed.either:
                words = place.text[printed.start : printed.end]
                yield printed.either, AS_NEAR, words, place
        for part in find_partial_dates(place.text):
            in_years = tuple(filter(None, map(part.in_year, years)))
            words = place.text[part.start : part.end].strip()
            if in_years and _is_stamp(place):
                yield in_years, NEAR, words, place


def _is_stamp(place: Place) -> bool:
    """Tell whether a line dates its article: a dateline, or each part is known."""
    line = read_head_line(place.text)
    return place.role == "dateline" or (line is not None and line.is_dated)


def _is_near(day: dt.date, days: Sequence[dt.date], near: dt.timedelta) -> bool:
    return any(abs(day - other) <= near for other in days)


def _is_among(day: dt.date, days: Sequence[dt.date]) -> bool:
    return sum(abs(day - other) <= CLOSE for other in days) >= AMONG
