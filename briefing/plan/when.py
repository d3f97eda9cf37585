"""Tell of which time a statement is, seen from the event: before it, of it, after."""

from __future__ import annotations

import datetime as dt

from briefing.model.outline import SectionTime
from briefing.model.statement import Statement


def when_of(statement: Statement, event: dt.date | None) -> SectionTime | None:
    """Give the time of what a statement tells, seen from the event; None if unknown."""
    day = None if event is None else day_of(statement)
    if event is None or day is None:
        return None
    return "before" if day < event else "event" if day == event else "after"


def day_of(statement: Statement) -> dt.date | None:
    """Give the last day the statement names, None where it names none.

    Where words of others name a day, the day on which they were said does not count.
    """
    dated = [date for date in statement.dates if date.latest is not None]
    if not dated:
        return None
    told = [span for a in statement.attributions for span in a.content]
    inside = [d for d in dated if any(s.start <= d.span.start < s.end for s in told)]
    return max((d.latest for d in inside or dated if d.latest), default=None)
