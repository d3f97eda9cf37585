"""Choose the key figures: one row for each quantity, with the range sources give."""

from __future__ import annotations

import datetime as dt
from typing import Final

from briefing.extract.figures.counted import singular
from briefing.extract.figures.measures import OF_PERSONS
from briefing.extract.figures.persons import is_person
from briefing.extract.names.vocabulary import plural_of
from briefing.model.plan import PlannedFigure
from briefing.model.statement import Figure, Statement
from briefing.plan.bounds import bound_of
from briefing.plan.countable import Counted, is_told
from briefing.plan.parts import counts_some, without_parts
from briefing.plan.rows import worth_a_row
from briefing.plan.same_figures import ANYONE, grouped
from briefing.plan.selection import Selection, choice_of
from briefing.plan.stages import stages_of
from briefing.plan.tolls import (
    MEASURES,
    PERSON,
    counted_on,
)
from briefing.plan.view import View
from briefing.plan.when import day_of

ROWS: Final = 6
"""Rows of the key-figures table at most."""


def key_figures(
    selection: Selection, able: list[Statement]
) -> tuple[PlannedFigure, ...]:
    """Give one row for each quantity, the best supported first.

    A vague word ("several hundred") gives no row: its bounds would be the program's.
    What befell nobody ("4,500 soldiers") counts where the brief quotes it.
    """
    counted = [
        Counted(figure, statement)
        for statement in able
        for figure in statement.figures
        if figure.is_real
        and not figure.is_part
        and figure.unit
        and _is_stated(figure)
        and not counts_some(selection, statement, figure)
        and is_told(selection, statement, figure)
    ]
    groups = grouped(selection, counted)
    worthy = worth_a_row(selection, groups)
    rows = [(*_row(selection, group), group) for group in worthy]
    rows.sort(key=lambda row: row[0])
    made = {id(group): row for _, row, group in rows}
    kept = without_parts(selection, [group for _, _, group in rows])
    return tuple(made[id(group)] for group in kept[:ROWS])


def _is_stated(figure: Figure) -> bool:
    return figure.low > 0 and (figure.low == figure.high or not figure.is_approximate)


def _unit(group: list[Counted], best: Figure) -> str:
    """Give the plainest word of a row's sources for those that something befell."""
    plain = any(item.figure.unit in ANYONE for item in group)
    return PERSON if plain and best.measure in OF_PERSONS else best.unit


def _named(figure: Figure, unit: str) -> str:
    """Name what is counted; by its unit where the source leaves it out: "six died"."""
    if figure.high <= 1 or figure.measure not in OF_PERSONS:
        return figure.what or figure.unit
    head = singular(figure.what.lower().rpartition(" ")[2])
    is_plain = unit == PERSON and (head in PLAIN or not is_person(head))
    if is_plain or unit != figure.unit:
        return plural_of(unit)
    return figure.what or plural_of(unit)


PLAIN: Final = (PERSON, "other")
"""Words for those counted that say nothing of them: "six others"."""


def _as_of(view: View, item: Counted) -> dt.date | None:
    """Give the day that a number was so: of a toll that of telling, else its own."""
    if item.figure.measure in OF_PERSONS:
        return counted_on(view, item.statement)
    return day_of(item.statement) or view.told_on(item.statement)


def _row(
    selection: Selection, group: list[Counted]
) -> tuple[tuple[object, ...], PlannedFigure]:
    view = selection.view

    def support(item: Counted) -> tuple[object, ...]:
        origins = view.support_of(item.statement.id)
        told = counted_on(view, item.statement)
        late = told.toordinal() if told else 0
        return (-late, -origins, -item.figure.high, view.order[item.statement.id])

    best = min(group, key=support)
    origins = view.origin_names(item.statement.id for item in group)
    choice = choice_of(selection, "", best.statement.id, float(len(origins)))
    measure, unit = best.figure.measure or "", _unit(group, best.figure)
    row = PlannedFigure(
        measure=measure,
        what=_named(best.figure, unit),
        low=min(item.figure.low for item in group),
        high=max(item.figure.high for item in group),
        unit=unit,
        as_of=_as_of(view, best),
        choice=choice,
        stages=stages_of(view, group, best),
        bound=bound_of(best.statement, best.figure),
    )
    lead = MEASURES.index(measure) if measure in MEASURES else len(MEASURES)
    place = view.order[best.statement.id]
    return (-len(origins), lead, -best.figure.high, place), row
