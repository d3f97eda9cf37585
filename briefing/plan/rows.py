"""Tell which groups of figures are worth a row of the table of key figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from briefing.extract.figures.measures import OF_PERSONS
from briefing.plan.countable import Counted, is_quoted, is_toll
from briefing.plan.selection import Selection
from briefing.plan.tolls import FINAL, RISING, SHOT

TOGETHER: Final = 40
"""Code points between two counts up to which one sentence counts them together."""


def worth_a_row(
    selection: Selection, groups: Collection[list[Counted]]
) -> list[list[Counted]]:
    """Give the groups that are worth a row of the table.

    One person is no figure, but for who stands beside others in one sentence ("an
    officer and three gunmen were killed"), and the only dead, hurt or missing of whom
    more than one origin tells, under the name that most give. One who was shot is told
    of among the dead or hurt.
    """
    groups = [group for group in groups if _is_own(selection, group)]
    many = [group for group in groups if _is_many(group)]
    plural = [item for group in many for item in group]
    fates = {item.figure.measure for group in groups for item in group}
    rows = many + [
        group
        for group in groups
        if not _is_many(group)
        and any(_are_beside(one, other) for one in group for other in plural)
        and not (group[0].figure.measure == SHOT and fates & set(RISING))
    ]
    told = {group[0].figure.measure for group in rows}
    for group in sorted(groups, key=lambda g: -_origins(selection, g)):
        measure = group[0].figure.measure
        if measure in RISING and measure not in told and _origins(selection, group) > 1:
            rows.append(group)
            told.add(measure)
    return rows


def _is_own(selection: Selection, group: Iterable[Counted]) -> bool:
    """Tell whether the dead or hurt are counted, a toll, or what the brief quotes.

    Refugees of a war that an article on a blast recalls are no figure of the blast.
    """
    return any(
        item.figure.measure in FINAL
        or item.figure.measure not in OF_PERSONS
        or is_toll(selection, item.statement, item.figure)
        or is_quoted(selection, item.statement)
        for item in group
    )


def _is_many(group: Iterable[Counted]) -> bool:
    return any(item.figure.high > 1 for item in group)


def _are_beside(one: Counted, other: Counted) -> bool:
    """Tell whether two counts of one measure stand together in a sentence."""
    if one.statement.id != other.statement.id:
        return False
    first, last = sorted((one.figure, other.figure), key=lambda f: f.span.start)
    apart = last.span.start - first.span.end
    return first.measure == last.measure and apart <= TOGETHER


def _origins(selection: Selection, group: Iterable[Counted]) -> int:
    origins = selection.view.corpus.origins
    return len({origins[item.statement.id].name for item in group})
