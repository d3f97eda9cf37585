"""Find the event the articles are about: its day and its place."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import Final

from briefing.model.statement import Statement
from briefing.plan.view import View

CLOSE: Final = 31
"""Days before the newest article within which news looks for its event."""


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """When and where, and how it was found; None where the articles do not tell."""

    date: dt.date | None
    place: str | None
    because: str


def find_event(view: View) -> FoundEvent:
    """Give the outline's event, completed from the articles.

    The day is the one that most origins name, in a sentence with a toll above all: days
    of telling differ from article to article, the day of the event does not.
    """
    told = view.outline.event
    if told.date is not None and told.place is not None:
        return FoundEvent(told.date, told.place, "the outline says so")
    date, origins = _most_named_day(view)
    place = told.place or _most_named_place(view, told.date or date)
    if told.date is not None:
        return FoundEvent(told.date, place, "the outline names the day")
    because = f"{origins} origins name this day" if date else "no day is named"
    return FoundEvent(date, place, because)


def newest_day(view: View) -> dt.date | None:
    """Give the day of the newest article, None where no article is dated."""
    days = [a.published for a in view.corpus.articles if a.published is not None]
    return max(days, default=None)


def _most_named_day(view: View) -> tuple[dt.date | None, int]:
    newest = newest_day(view)
    origins: dict[dt.date, set[str]] = {}
    tolls: dict[dt.date, set[str]] = {}
    for statement in view.corpus.statements:
        origin = view.corpus.origins[statement.id].name
        toll = any(f.measure and f.is_real for f in statement.figures)
        for day in days_of(statement):
            if newest is None or 0 <= (newest - day).days <= CLOSE:
                origins.setdefault(day, set()).add(origin)
                tolls.setdefault(day, set()).update({origin} if toll else ())
    if not origins:
        return None, 0
    best = min(origins, key=lambda d: (-len(origins[d]) - len(tolls[d]), d))
    return best, len(origins[best])


def days_of(statement: Statement) -> set[dt.date]:
    """Give the single days that *statement* names; spans of days are left out."""
    return {
        date.earliest
        for date in statement.dates
        if date.earliest is not None and date.earliest == date.latest
    }


def _spots(statement: Statement) -> set[str]:
    """Give the towns named as such: Brussels, but not Washington for its state."""
    shift = statement.span.start
    return {
        place.name
        for place in statement.places
        if place.kind in ("city", "place", "metonym")
        and statement.text[place.span.start - shift : place.span.end - shift]
        == place.name
    }


def _most_named_place(view: View, day: dt.date | None) -> str | None:
    votes: Counter[str] = Counter()
    for fact in view.facts:
        statement = view.statements[fact.members[0]]
        if day is None or day in days_of(statement):
            votes.update(_spots(statement))
    return min(votes, key=lambda name: (-votes[name], name), default=None)
