"""Find what changed last: what the newest articles put first, or what was done."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from briefing.model.outline import SectionTime
from briefing.model.statement import Statement
from briefing.plan.changes import tells_a_change
from briefing.plan.clauses import is_state
from briefing.plan.dating import main_date
from briefing.plan.event import days_of
from briefing.plan.selection import Selection
from briefing.plan.view import View
from briefing.plan.when import when_of

EARLY: Final = 0.5
"""`View.lead` from which a sentence stands in the upper half of its article, where
reports put what matters."""

FIRST: Final = 5
"""Sentences of an article that are its beginning, however short it is."""

CHANGES: Final = 2.0
"""What a line on the latest change counts that tells of an arrest, a decision, a
withdrawal, beside one that only tells what is so."""

WHEN: Final[dict[SectionTime | None, float]] = {"after": 1.5, "before": 0.5}
"""What it makes of such a line that the days it names are after or before the event."""

NEWEST: Final = CHANGES * max(WHEN.values())
"""What both together make of it at the most."""

# Matches "will be handed over", "later escorted"; not "the will of".
SINCE: Final = re.compile(r"\b(?:now|later|since then|will(?= be\b))\b")

STATE: Final = 0.5
"""What it makes of it that its verb says how things are: "the clinic is a landmark"."""

DETAIL: Final = 0.3
"""Share of the words of the event below which a sentence of the newest article is a
detail, and what changed on the days before is looked at too."""


def latest(selection: Selection, fit: list[Statement]) -> list[Statement]:
    """Give what the upper half of the newest articles tells of the last days, else all.

    An article without a date is as new as the last day it names. What changed on the
    days before stands beside them: the newest ones may tell but details.
    """
    view, event = selection.view, selection.event
    told = {s.id: day for s in fit if (day := day_of_telling(view, s))}
    weighty = {s.id for s in fit if selection.central.get(s.id, 0.0) >= DETAIL}
    newest = max(told.values(), default=None)
    upper = [s for s in fit if s.id in told and _is_early(view, s)]
    news = [s for s in upper if told[s.id] == newest]
    fresh = [s for s in news if any(_is_news(d, told[s.id]) for d in days_of(s))]
    last = _since(event, fresh) or _since(event, news)
    older = [s for s in upper if told[s.id] != newest and s.id in weighty]
    before = _since(event, [s for s in older if tells_a_change(s)])
    return [s for s in (*last, *before) if s.id in weighty] or last


def _since(event: dt.date | None, pool: list[Statement]) -> list[Statement]:
    """Give those of *pool* that tell of no time before the event."""
    return [s for s in pool if time_of(s, event) != "before"]


def _is_early(view: View, statement: Statement) -> bool:
    """Tell whether a statement stands where reports put what matters."""
    if view.lead.get(statement.id, 0.0) >= EARLY:
        return True
    before = view.neighbour(statement, -FIRST)
    return before is None or before.role != "body"


def time_of(statement: Statement, event: dt.date | None) -> SectionTime | None:
    """Give the time of what a statement tells first, seen from the event."""
    date = main_date(statement)
    if event is None or date is None or date.earliest is None or date.latest is None:
        return when_of(statement, event)
    if date.latest < event:
        return "before"
    return "after" if date.earliest > event else "event"


def newness(statement: Statement, event: dt.date | None) -> float:
    """Give what makes of a line on a change that it tells one, and of which time."""
    change = CHANGES if tells_a_change(statement) else 1.0
    when = WHEN.get(time_of(statement, event), 1.0)
    if when == 1.0 and SINCE.search(statement.text):
        when = WHEN["after"]
    return change * when * (STATE if is_state(statement) else 1.0)


def _is_news(day: dt.date, newest: dt.date) -> bool:
    return abs((newest - day).days) <= 1


def day_of_telling(view: View, statement: Statement) -> dt.date | None:
    """Give the day of a statement's article, else the last day that one names."""
    return view.told_on(statement) or view.last_named.get(statement.article)


def said_on(statement: Statement) -> dt.date | None:
    """Give the single day named beside words of others: "Brandt said on Friday"."""
    told = [span for a in statement.attributions for span in a.content]
    days = (
        date.day
        for date in statement.dates
        if not any(span.start <= date.span.start < span.end for span in told)
    )
    return next((day for day in days if day is not None), None) if told else None
