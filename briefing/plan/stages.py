"""Tell a quantity that was brought up to date from one that sources dispute."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from briefing.model.article import Span
from briefing.model.brief import Stage
from briefing.model.statement import Figure
from briefing.plan.countable import Counted
from briefing.plan.tolls import RISING, counted_on, meet
from briefing.plan.view import View

MOST: Final = 4
"""Earlier numbers that a row has room for; the latest ones are kept."""

# Matches what stands between two numbers where the one became the other: "reduced from
# 8,350 to 4,500"; not "between 4,500 and 8,350".
BECAME: Final = re.compile(r"\s+(?:\w+\s+)?to\s+(?:(?:at\s+least|about|some)\s+)?\Z")
FROM: Final = re.compile(r"\bfrom\s+(?:(?:at\s+least|about|some)\s+)?\Z", re.IGNORECASE)


def stages_of(view: View, group: Sequence[Counted], best: Counted) -> tuple[Stage, ...]:
    """Give the numbers a quantity had, the newest last; none where it had but one.

    The newest day's numbers stand for now, the days before for what was known then.
    Where a number's day is unknown, nobody can tell an update from a dispute.
    """
    if best.figure.measure not in RISING:
        return _became(best)
    told = [(counted_on(view, item.statement), _value(item.figure)) for item in group]
    first: dict[tuple[float, float], dt.date] = {}
    for day, value in told:
        if day is not None:
            first[value] = min(day, first.get(value, day))
    if not first or any(value not in first for _, value in told):
        return ()
    last = max(day for day, _ in told if day is not None)
    now = [value for day, value in told if day == last]
    low, high = min(value[0] for value in now), max(value[1] for value in now)
    before = sorted(
        (day, value)
        for value, day in first.items()
        if not (value[0] <= high and low <= value[1])
    )
    if not before:
        return ()
    kept = (Stage(*value, as_of=day) for day, value in before[-MOST:])
    return (*kept, Stage(low, high, last))


def _value(figure: Figure) -> tuple[float, float]:
    return figure.low, figure.high


def _became(best: Counted) -> tuple[Stage, ...]:
    """Give both numbers of "reduced from 8,350 to 4,500"."""
    figure, statement = best.figure, best.statement
    for other in statement.figures:
        between = Span(other.span.end, figure.span.start)
        if (
            other.unit == figure.unit
            and not meet(other, figure)
            and FROM.search(statement.words_before(other.span))
            and BECAME.fullmatch(statement.words_at(between))
        ):
            return Stage(*_value(other), as_of=None), Stage(*_value(figure), as_of=None)
    return ()
