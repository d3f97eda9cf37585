"""Choose the key figures: one row for each quantity, with the range sources give."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from briefing.model.plan import PlannedFigure
from briefing.model.statement import Figure, Statement
from briefing.plan.selection import Selection, choice_of

ROWS: Final = 8
"""Rows of the key-figures table at most."""

MEASURES: Final = ("killed", "injured", "missing", "arrested", "displaced")
"""Measures that lead the table, in the order in which a reader asks for them."""


def key_figures(
    selection: Selection, able: list[Statement]
) -> tuple[PlannedFigure, ...]:
    """Give one row for each (measure, what is counted), the most important first."""
    groups: dict[tuple[str, str], list[tuple[Figure, Statement]]] = defaultdict(list)
    for statement in able:
        for figure in statement.figures:
            if figure.measure and figure.is_real and figure.unit:
                groups[(figure.measure, figure.unit)].append((figure, statement))
    rows = [_row(selection, measure, group) for (measure, _), group in groups.items()]
    rows.sort(key=lambda pair: pair[0])
    return tuple(row for _, row in rows[:ROWS])


def _row(
    selection: Selection, measure: str, group: list[tuple[Figure, Statement]]
) -> tuple[tuple[object, ...], PlannedFigure]:
    view = selection.view

    def support(pair: tuple[Figure, Statement]) -> tuple[object, ...]:
        figure, statement = pair
        fact = view.fact_of[statement.id]
        told = view.told_on(statement)
        late = told.toordinal() if told else 0
        return (-fact.origins, -late, -figure.high, view.order[statement.id])

    best, statement = min(group, key=support)
    origins = view.origin_names(s.id for _, s in group)
    choice = choice_of(selection, "", statement.id, float(len(origins)))
    row = PlannedFigure(
        measure=measure,
        what=best.what or best.unit,
        low=min(figure.low for figure, _ in group),
        high=max(figure.high for figure, _ in group),
        unit=best.unit,
        as_of=view.told_on(statement),
        choice=choice,
    )
    lead = MEASURES.index(measure) if measure in MEASURES else len(MEASURES)
    return (-len(origins), lead, -best.high, view.order[statement.id]), row
