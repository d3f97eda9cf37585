"""Tell which counts of the dead and hurt are the event's, and which are outdated."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from briefing.model.statement import Figure, Statement
from briefing.plan.relevance import day_of
from briefing.plan.view import View

CENTRAL: Final = 0.3
"""Share of the words of the event from which a toll is that of the event: on four of
them the tolls of others ("300 were killed in the protests of November") have less."""

PERSON: Final = "person"
"""Unit of a count of people of whom nothing else is said."""

ANYBODY: Final = (PERSON, "victim")
"""Units of counts that may be a part of such a toll: "three victims"."""

MEASURES: Final = ("killed", "injured", "missing", "arrested", "displaced")
"""Measures that lead the table, in the order in which a reader asks for them."""

RISING: Final = ("killed", "injured", "missing", "displaced")
"""Measures of which a later count replaces an earlier one; arrests add up."""


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of all who came to harm in the event, where it stands."""

    figure: Figure
    statement: str
    told: dt.date | None
    """The day its article was published."""


Tolls = Mapping[str, tuple[Toll, ...]]
"""Measure → the counts of all, in the corpus's order."""


def find_tolls(
    view: View, central: Mapping[str, float], event: dt.date | None
) -> Tolls:
    """Give the counts of all who came to harm.

    One article tells one toll: of several counts in it the highest is that of all, and
    the others are of a part ("ten at the airport, 20 at the station").
    """
    found: dict[str, list[Toll]] = defaultdict(list)
    for statement in view.corpus.statements:
        if central.get(statement.id, 0.0) >= CENTRAL and _is_of(event, statement):
            told = view.told_on(statement)
            for figure in _wholes(statement):
                found[figure.measure or ""].append(Toll(figure, statement.id, told))
    return {measure: tuple(_highest(view, counts)) for measure, counts in found.items()}


def _wholes(statement: Statement) -> Iterator[Figure]:
    """Give the counts of people that nothing in the sentence makes a part.

    Nobody of a kind is counted ("nine dead", not "nine divers"), and the sentence has
    no other figure of the measure.
    """
    for measure in MEASURES:
        of_measure = [f for f in statement.figures if f.measure == measure]
        same = [f for f in of_measure if f.unit == PERSON and _is_whole(f)]
        if len(same) == 1:
            yield same[0]


def _is_whole(figure: Figure) -> bool:
    """Tell whether a figure is so, and counts all: not "one of the nine"."""
    return figure.is_real and not figure.is_part


def _is_of(event: dt.date | None, statement: Statement) -> bool:
    """Tell whether no earlier day makes it the toll of another event."""
    day = day_of(statement)
    return event is None or day is None or day >= event


def _highest(view: View, counts: Iterable[Toll]) -> Iterator[Toll]:
    highest: dict[str, float] = {}
    for toll in counts:
        article = view.statements[toll.statement].article
        highest[article] = max(toll.figure.high, highest.get(article, 0.0))
    for toll in counts:
        if toll.figure.high == highest[view.statements[toll.statement].article]:
            yield toll


def is_part(tolls: Tolls, statement: str, figure: Figure) -> bool:
    """Tell whether a count of people is of some of those that a toll counts."""
    wholes = tolls.get(figure.measure or "", ())
    if not wholes or figure.unit not in ANYBODY or figure.measure not in RISING:
        return False
    mine = (statement, figure.span)
    return all((toll.statement, toll.figure.span) != mine for toll in wholes)


def outdated(tolls: Tolls) -> frozenset[str]:
    """Give the statements with a toll that a later day's article counts otherwise."""
    found: set[str] = set()
    for measure in RISING:
        counts = tolls.get(measure, ())
        last = max((t.told for t in counts if t.told is not None), default=None)
        for toll in counts:
            later = [t for t in counts if t.told == last]
            if toll.told is None or last is None or toll.told == last:
                continue
            if not any(_meet(toll.figure, other.figure) for other in later):
                found.add(toll.statement)
    return frozenset(found)


def _meet(one: Figure, other: Figure) -> bool:
    return one.low <= other.high and other.low <= one.high
