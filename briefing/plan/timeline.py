"""Choose one statement for each dated thing that happened."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import Final

from briefing.model.plan import PlannedEntry
from briefing.model.statement import DateMention, Statement
from briefing.plan.selection import Selection, choice_of
from briefing.plan.value import gain

LONGEST_SPAN: Final = 366
"""Days; a decade is no entry of a timeline."""

MOST: Final = 24
"""Entries: two pages at most."""

A_DAY: Final = 5
"""Entries of one day at most."""

COVERED: Final = 0.5
"""Share of a statement's content that an entry of the same days holds already, above
which it tells nothing new."""

VAGUE: Final = 0.5
"""What an entry of a month or year is worth beside one of a day."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A statement with the days of what it tells."""

    earliest: dt.date
    latest: dt.date
    statement: Statement


def timeline(
    selection: Selection, able: list[Statement], as_of: dt.date | None
) -> tuple[PlannedEntry, ...]:
    """Give dated statements in order of their days, the most telling ones.

    Nothing stands twice, and a day still to come is left out.
    """
    waiting = [dated for s in able if (dated := _dated(s, as_of)) is not None]
    covered: Counter[str] = Counter()
    kept: list[tuple[float, Dated]] = []
    while waiting and len(kept) < MOST:
        score, best = max(
            ((_score(selection, d, covered), d) for d in waiting),
            key=lambda pair: (pair[0], -selection.view.order[pair[1].statement.id]),
        )
        kept.append((score, best))
        covered.update(selection.worth.concepts[best.statement.id])
        waiting = [d for d in waiting if not _told(selection, d, kept)]
    kept.sort(key=lambda pair: _in_order(selection, pair[1]))
    return tuple(
        PlannedEntry(
            dated.earliest,
            dated.latest,
            choice_of(selection, "", dated.statement.id, score),
        )
        for score, dated in kept
    )


def main_date(statement: Statement) -> DateMention | None:
    """Give the narrowest dated expression of a statement, the first of equals.

    A day that a speaker names within a quotation dates what is remembered or hoped for,
    not what is told.
    """
    quoted = [
        c for a in statement.attributions if a.kind == "direct" for c in a.content
    ]
    dated = [
        d
        for d in statement.dates
        if d.type in ("DATE", "TIME")
        and not any(c.start <= d.span.start < c.end for c in quoted)
    ]
    known = [d for d in dated if _width(d) <= LONGEST_SPAN]
    return min(known, key=_width, default=None)


def _width(date: DateMention) -> int:
    if date.earliest is None or date.latest is None:
        return LONGEST_SPAN + 1
    return (date.latest - date.earliest).days


def _dated(statement: Statement, as_of: dt.date | None) -> Dated | None:
    date = main_date(statement)
    if date is None or date.earliest is None or date.latest is None:
        return None
    if as_of is not None and date.earliest > as_of:
        return None
    return Dated(date.earliest, date.latest, statement)


def _score(selection: Selection, dated: Dated, covered: Counter[str]) -> float:
    sharp = 1.0 if dated.earliest == dated.latest else VAGUE
    return gain(selection.worth, (dated.statement.id,), covered) * sharp


def _in_order(selection: Selection, dated: Dated) -> tuple[object, ...]:
    return (dated.earliest, dated.latest, selection.view.order[dated.statement.id])


def _told(selection: Selection, dated: Dated, kept: list[tuple[float, Dated]]) -> bool:
    """Tell whether *kept* already has the statement, its like, or its day full."""
    view = selection.view
    mine = set(view.stems[dated.statement.id])
    same_day = 0
    for _, other in kept:
        item = other.statement.id
        if dated.statement.id in (
            *view.fact_of[item].members,
            *view.near.get(item, ()),
        ):
            return True
        if (other.earliest, other.latest) == (dated.earliest, dated.latest):
            same_day += 1
            if len(mine & set(view.stems[item])) >= COVERED * len(mine):
                return True
    return same_day >= A_DAY
