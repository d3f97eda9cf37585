"""Tell which counts of the dead and hurt are the event's, and which are outdated."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from briefing.extract.day_of_saying import is_day_of_saying
from briefing.model.statement import Figure, Statement
from briefing.plan.view import View
from briefing.plan.when import day_of

CENTRAL: Final = 0.3
"""Share of the words of the event from which a toll is that of the event: on four of
them the tolls of others ("300 were killed in the protests of November") have less."""

TELLING: Final = 10
"""Count from which the same number again is hardly an accident: it makes no toll of
another event one of theirs on five events."""

PERSON: Final = "person"
"""Unit of a count of people of whom nothing else is said."""

ANYBODY: Final = (PERSON, "victim", "body", "corpse")
"""Units of counts that may be a part of such a toll: "three victims", "two bodies"."""

MEASURES: Final = ("killed", "injured", "missing", "arrested", "displaced")
"""Measures that lead the table, in the order in which a reader asks for them."""

SHOT: Final = "shot"
"""Measure of those hit by gunfire, whom others tell of as injured."""

RISING: Final = ("killed", "injured", "missing", "displaced")
"""Measures of which a later count replaces an earlier one; arrests add up."""

FINAL: Final = ("killed", "injured")
"""Measures that hardly fall: what stands above a later count of them was a mistake."""

FAR: Final = 2.0
"""How often an early count must hold a later one, which others agree on, to be taken
for one of something else. On five events "nearly 40 injured" against six is
6.7 times; of all others that two later origins stand against, none is over 1.5."""

AGREED: Final = 2
"""Other origins that must give one later number."""


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of all who came to harm in the event, where it stands."""

    figure: Figure
    statement: str
    told: dt.date | None
    """The day on which it was told."""
    holds: bool = True
    """False where it was taken back, or others soon agreed on far fewer."""


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
        if statement.figures and _is_of(event, statement):
            told = counted_on(view, statement)
            for figure in _wholes(statement):
                found[figure.measure or ""].append(Toll(figure, statement.id, told))
    dropped = _dropped(view)
    held = {
        measure: list(_held(view, _central(counts, central), dropped))
        for measure, counts in found.items()
    }
    return {
        measure: tuple(_risen(list(_highest(view, counts))))
        for measure, counts in held.items()
    }


def counted_on(view: View, statement: Statement) -> dt.date | None:
    """Give the day on which a number was told: "the brigade said yesterday".

    Without a day beside "said" it is that of the article.
    """
    told, shift = view.told_on(statement), statement.span.start
    said = [
        date.earliest
        for date in statement.dates
        if date.earliest is not None
        and date.earliest == date.latest
        and is_day_of_saying(
            statement.text, date.span.start - shift, date.span.end - shift
        )
    ]
    days = [day for day in (told, *said) if day is not None]
    return min(days, default=None)


def _central(counts: list[Toll], central: Mapping[str, float]) -> list[Toll]:
    """Give the counts told in the event's words; all, where none is told in them.

    A number told so is the event's wherever it stands: "the 14 who died deserve it".
    """
    found = [t for t in counts if central.get(t.statement, 0.0) >= CENTRAL]
    known = {t.figure.high for t in found if t.figure.high >= TELLING}
    same = [
        toll
        for toll in counts
        if central.get(toll.statement, 0.0) >= CENTRAL or toll.figure.high in known
    ]
    return same or counts


Dropped = Mapping[tuple[str, float], dt.date]
"""Measure and number that somebody took back → the last day on which it was told."""


def _dropped(view: View) -> Dropped:
    """Give the counts that were taken back or replaced, each with the day of that."""
    found: dict[tuple[str, float], dt.date] = {}
    for statement in view.corpus.statements:
        for figure in statement.figures:
            told = view.told_on(statement) if figure.is_dropped else None
            if told is not None and figure.measure in FINAL:
                key = (figure.measure, figure.high)
                found[key] = max(told, found.get(key, told))
    return found


def _held(view: View, counts: list[Toll], dropped: Dropped) -> Iterator[Toll]:
    """Mark the counts that were a mistake; one of arrests, say, never is."""
    days = [t.told for t in counts if t.told is not None]
    last = [t.figure.high for t in counts if days and t.told == max(days)]
    for toll in counts:
        measure, high = toll.figure.measure or "", toll.figure.high
        if measure not in FINAL:
            yield toll
            continue
        day = dropped.get((measure, high))
        was_wrong = day is not None and (toll.told is None or toll.told <= day)
        fell = was_wrong and bool(last) and high > max(last)
        holds = not fell and not _is_far(view, toll, counts)
        yield replace(toll, holds=holds)


def _risen(counts: list[Toll]) -> Iterator[Toll]:
    """Leave out the counts of a part: new numbers under one that was told and holds.

    Thirty died on Tuesday and 31 by Friday; the 20 of Wednesday are those of one of
    the places. What was told before the higher number is an early count of all.
    """
    first: dict[float, dt.date] = {}
    for toll in counts:
        if toll.told is not None and toll.figure.measure in FINAL:
            high = toll.figure.high
            first[high] = min(toll.told, first.get(high, toll.told))
    last = max((t.told for t in counts if t.told is not None), default=None)
    top = max((t.figure.high for t in counts if t.told == last), default=0.0)
    for toll in counts:
        high = toll.figure.high
        is_part = toll.told != last and any(
            high < value <= top and day < first.get(high, day)
            for value, day in first.items()
        )
        if not is_part:
            yield toll


def _is_far(view: View, toll: Toll, counts: list[Toll]) -> bool:
    """Tell whether later articles of others agree on far fewer."""
    if toll.told is None:
        return False
    origins = view.corpus.origins
    agreed: dict[float, set[str]] = defaultdict(set)
    for other in counts:
        if other.told is not None and other.told > toll.told:
            agreed[other.figure.high].add(origins[other.statement].name)
    mine = origins[toll.statement].name
    return any(
        len(names - {mine}) >= AGREED and toll.figure.low > FAR * value
        for value, names in agreed.items()
    )


def _wholes(statement: Statement) -> Iterator[Figure]:
    """Give the counts of people that nothing in the sentence makes a part.

    Nobody of a kind is counted ("nine dead", not "nine divers"), and the sentence has
    no other figure of the measure.
    """
    for measure in MEASURES:
        of_measure = [f for f in statement.figures if f.measure == measure]
        same = [f for f in of_measure if f.unit == PERSON and _is_whole(f)]
        if len(same) == 1 and not are_all_hurt(statement, same[0]):
            yield same[0]


def are_all_hurt(statement: Statement, figure: Figure) -> bool:
    """Tell whether those hurt in any way are counted beside those shot.

    "Six more shot, and nearly 40 injured": who counts the six alone as injured counts
    others, and neither number replaces the other.
    """
    return figure.measure == "injured" and any(
        other.measure == SHOT and other.is_real and not meet(figure, other)
        for other in statement.figures
    )


def _is_whole(figure: Figure) -> bool:
    """Tell whether a figure is so, and counts all: not "one of the nine"."""
    return figure.is_real and not figure.is_part


def _is_of(event: dt.date | None, statement: Statement) -> bool:
    """Tell whether no earlier day makes it the toll of another event."""
    day = day_of(statement)
    return event is None or day is None or day >= event


def _highest(view: View, counts: list[Toll]) -> Iterator[Toll]:
    """Give each article's highest count; what holds no more hides no other."""
    highest: dict[str, float] = {}
    for toll in (t for t in counts if t.holds):
        article = view.statements[toll.statement].article
        highest[article] = max(toll.figure.high, highest.get(article, 0.0))
    for toll in counts:
        article = view.statements[toll.statement].article
        if not toll.holds or toll.figure.high == highest[article]:
            yield toll


def is_part(tolls: Tolls, statement: str, figure: Figure) -> bool:
    """Tell whether a count of people is of some of those that a toll counts."""
    wholes = tolls.get(figure.measure or "", ())
    if not wholes or figure.unit not in ANYBODY or figure.measure not in RISING:
        return False
    mine = (statement, figure.span)
    return all(
        (toll.statement, toll.figure.span) != mine or not toll.holds for toll in wholes
    )


def is_fewer(view: View, tolls: Tolls, statement: str, figure: Figure) -> bool:
    """Tell whether an article counts more of those arrested, say, than *figure*."""
    if figure.measure in RISING or figure.unit not in ANYBODY:
        return False
    mine = view.statements[statement].article
    return any(
        toll.figure.low > figure.high
        for toll in tolls.get(figure.measure or "", ())
        if view.statements[toll.statement].article == mine
    )


def outdated(tolls: Tolls) -> frozenset[str]:
    """Give the statements with a toll that a later day's article counts otherwise."""
    return frozenset(
        toll.statement
        for measure in RISING
        for toll in _outdated(tolls.get(measure, ()))
    )


def _outdated(counts: tuple[Toll, ...]) -> Iterator[Toll]:
    """Give the counts of one measure that are no longer so.

    Of an article without a day, a count is as old as the same number elsewhere.
    """
    last = max((t.told for t in counts if t.told is not None), default=None)
    later = [t.figure for t in counts if t.told == last and last is not None]
    old = [
        toll
        for toll in counts
        if later and toll.told != last and not any(meet(toll.figure, f) for f in later)
    ]
    dated = {(t.figure.low, t.figure.high) for t in old if t.told is not None}
    for toll in old:
        if toll.told is not None or (toll.figure.low, toll.figure.high) in dated:
            yield toll


def meet(one: Figure, other: Figure) -> bool:
    """Tell whether the ranges of two figures share a value."""
    return one.low <= other.high and other.low <= one.high
