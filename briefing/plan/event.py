"""Find the event the articles are about: its day and its place."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import Final

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

    The day is the one that most articles name in a sentence with a toll or an act
    (a figure with a measure counts double); copies of one dispatch count once.
    """
    told = view.outline.event
    if told.date is not None and told.place is not None:
        return FoundEvent(told.date, told.place, "the outline says so")
    date, votes = _most_named_day(view)
    place = told.place or _most_named_place(view, told.date or date)
    because = "the outline says so" if told.date else f"named in {votes} passages"
    return FoundEvent(told.date or date, place, because)


def newest_day(view: View) -> dt.date | None:
    """Give the day of the newest article, None where no article is dated."""
    days = [a.published for a in view.corpus.articles if a.published is not None]
    return max(days, default=None)


def _most_named_day(view: View) -> tuple[dt.date | None, int]:
    newest = newest_day(view)
    votes: Counter[dt.date] = Counter()
    passages: Counter[dt.date] = Counter()
    for fact in view.facts:
        days = _days_of(view, fact.members[0])
        for day in days:
            if newest is None or 0 <= (newest - day).days <= CLOSE:
                toll = any(f.measure for f in view.statements[fact.members[0]].figures)
                votes[day] += 1 + toll
                passages[day] += 1
    if not votes:
        return None, 0
    best = min(votes, key=lambda day: (-votes[day], day))
    return best, passages[best]


def _days_of(view: View, statement: str) -> set[dt.date]:
    return {
        date.earliest
        for date in view.statements[statement].dates
        if date.earliest is not None and date.earliest == date.latest
    }


def _most_named_place(view: View, day: dt.date | None) -> str | None:
    votes: Counter[str] = Counter()
    for fact in view.facts:
        statement = view.statements[fact.members[0]]
        if day is not None and day not in _days_of(view, statement.id):
            continue
        votes.update({p.name for p in statement.places if p.kind in ("city", "place")})
    return min(votes, key=lambda name: (-votes[name], name), default=None)
