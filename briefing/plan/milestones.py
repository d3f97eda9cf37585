"""Tell which happenings no timeline may be without: the event, and what turned it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from briefing.model.statement import Statement
from briefing.plan.changes import changes_in, tells_a_change
from briefing.plan.dating import datings
from briefing.plan.happenings import Happening, act_below, happening_of
from briefing.plan.selection import Selection
from briefing.plan.telling import tells_event
from briefing.plan.tolls import FINAL, RISING

TIMED: Final = 1.2
COUNTING: Final = 1.3
"""What it makes of a row on the event that its hour, or its toll, is told."""

SETTING: Final = 0.6
"""What it makes of it that it sets the scene: "was crossing the bay when"."""

# Matches "was crossing", "were all sitting"; not "was hit", "was a warning".
IN_PROGRESS: Final = re.compile(r"\b(?:was|were)\s(?:\w+\s)?\w{3,}ing\b")


def event_rows(
    selection: Selection, waiting: Iterable[Happening], able: Iterable[Statement]
) -> list[Happening]:
    """Give what may stand for the event itself, the best telling first.

    What was printed on its day with its toll needs no day of its own.
    """
    event = selection.event
    if event is None:
        return []
    found = [one for one in waiting if _is_on(one, event)]
    found += [
        Happening(event, event, s, "happening", 1.0)
        for s in able
        if _is_undated_toll(selection, s, event)
    ]
    ranked = sorted(((_rank(selection, one), one) for one in found), key=_first)
    return [one for rank, one in ranked if rank > 0]


def _first(pair: tuple[float, Happening]) -> float:
    return -pair[0]


def _rank(selection: Selection, one: Happening) -> float:
    """Give how well a row tells the event; an arrest after it is no more of it."""
    statement = one.statement
    if any(f.is_part for f in statement.figures) or statement.text[:1].islower():
        return 0.0
    timed = TIMED if any(d.type == "TIME" for d in statement.dates) else 1.0
    counts = any(f.measure in RISING and f.is_real for f in statement.figures)
    told = tells_event(selection, statement)
    told *= SETTING if IN_PROGRESS.search(statement.text) else 1.0
    return told * min(1.0, one.nature) * timed * (COUNTING if counts else 1.0)


def _is_on(one: Happening, event: dt.date) -> bool:
    return one.tie in ("happening", "act") and one.earliest == one.latest == event


def _is_undated_toll(
    selection: Selection, statement: Statement, event: dt.date
) -> bool:
    """Tell whether an article of the day counts dead or hurt without saying when."""
    if selection.view.told_on(statement) != event or datings(statement):
        return False
    tolls = (t for m in FINAL for t in selection.tolls.get(m, ()))
    return any(t.holds and t.statement == statement.id for t in tolls)


def turns(
    selection: Selection,
    waiting: Sequence[Happening],
    shown: Iterable[str],
    as_of: dt.date | None,
) -> Iterator[Happening]:
    """Give what *shown* statements tell that somebody did: admitted, charged, left.

    One of a day is enough: what else is shown of it is mostly the same act. Where it
    stands in a clause below, another sentence that tells it outright goes before it.
    """
    view = selection.view
    days: set[dt.date] = set()
    for item in shown:
        statement = view.statements[item]
        told = view.told_on(statement)
        one = happening_of(statement, as_of, told, is_sought=True)
        if one is None or one.earliest != one.latest or one.earliest in days:
            continue
        if tells_a_change(statement) and one.tie != "named":
            days.add(one.earliest)
            yield _outright(selection, waiting, one) if one.tie == "beneath" else one


def _outright(
    selection: Selection, waiting: Sequence[Happening], below: Happening
) -> Happening:
    """Give what tells the act of *below* in its main clause on the same day."""
    acts = changes_in(act_below(below.statement))
    same = [
        one
        for one in waiting
        if (one.earliest, one.latest) == (below.earliest, below.latest)
        and one.tie in ("happening", "act")
        and not acts.isdisjoint(changes_in(one.statement.text))
    ]
    central = selection.central
    return max(same, key=lambda o: central.get(o.statement.id, 0.0), default=below)
