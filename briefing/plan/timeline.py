"""Choose one statement for each dated thing that happened."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Final

from briefing.model.plan import PlannedEntry
from briefing.model.statement import DateMention, Statement
from briefing.plan.selection import Selection, choice_of

LONGEST_SPAN: Final = 366
"""Days; a decade is no entry of a timeline."""

A_DAY: Final = 4
"""Entries of one day at most."""


def timeline(
    selection: Selection, able: list[Statement], as_of: dt.date | None
) -> tuple[PlannedEntry, ...]:
    """Give dated statements in order of their days, nothing twice.

    Of statements that say the same the best stands; a day still to come is left out.
    """
    days: dict[tuple[dt.date, dt.date], list[tuple[float, Statement]]] = defaultdict(
        list
    )
    for statement in able:
        date = main_date(statement)
        if date is None or date.earliest is None or date.latest is None:
            continue
        if as_of is not None and date.earliest > as_of:
            continue
        worth = selection.worth.boost[statement.id]
        days[(date.earliest, date.latest)].append((worth, statement))
    entries: list[PlannedEntry] = []
    for (earliest, latest), found in sorted(days.items()):
        found.sort(key=lambda pair: (-pair[0], selection.view.order[pair[1].id]))
        for score, statement in _distinct(selection, found)[:A_DAY]:
            choice = choice_of(selection, "", statement.id, score)
            entries.append(PlannedEntry(earliest, latest, choice))
    return tuple(entries)


def main_date(statement: Statement) -> DateMention | None:
    """Give the narrowest dated expression of a statement, the first of equals."""
    dated = [
        d
        for d in statement.dates
        if d.type in ("DATE", "TIME")
        and d.earliest is not None
        and d.latest is not None
        and (d.latest - d.earliest).days <= LONGEST_SPAN
    ]
    return min(dated, key=_width, default=None)


def _width(date: DateMention) -> int:
    assert date.earliest is not None  # noqa: S101 - only dated ones come here
    assert date.latest is not None  # noqa: S101
    return (date.latest - date.earliest).days


def _distinct(
    selection: Selection, found: list[tuple[float, Statement]]
) -> list[tuple[float, Statement]]:
    kept: list[tuple[float, Statement]] = []
    said: set[str] = set()
    for score, statement in found:
        if statement.id in said or _covered(selection, statement, kept):
            continue
        kept.append((score, statement))
        said.update(selection.view.fact_of[statement.id].members)
        said.update(selection.view.near.get(statement.id, ()))
    return kept


def _covered(
    selection: Selection, statement: Statement, kept: list[tuple[float, Statement]]
) -> bool:
    mine = set(selection.view.stems[statement.id])
    return any(
        len(mine & set(selection.view.stems[other.id])) >= len(mine) / 2
        for _, other in kept
    )
