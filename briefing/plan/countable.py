"""Tell which counts are key figures: what befell people, and many of the event."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.extract.figures.measures import OF_PERSONS
from briefing.extract.figures.persons import is_person
from briefing.model.statement import Figure, Statement
from briefing.plan.clauses import is_state, listed
from briefing.plan.dating import main_dating
from briefing.plan.relevance import day_of
from briefing.plan.selection import Selection
from briefing.plan.tolls import CENTRAL, FINAL, RISING, SHOT
from briefing.resources import word_list

LARGE: Final = 100
"""Count from which a quantity that befell nobody is worth a row."""

EARLIER: Final = 31
"""Days before the event from which a thing counted is none of its own."""

ABOARD: Final = "aboard"
"""Measure of people; a cargo is none."""


TOGETHER: Final = 40
"""Code points between two counts up to which one sentence counts them together."""

# Matches "home to some", "a population of around"; not "fled home to 300 families".
POPULATION: Final = re.compile(
    r"(?:,|\b(?:is|are|was|were)) home to [\w ]{0,20}$|\bpopulation of [\w ]{0,20}$"
)


# Matches "6,000-member", which tells how large a body is; not "600 members".
MEMBERS: Final = re.compile(r"[\d.,]+-(?:member|seat|strong)\b")


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure where it stands."""

    figure: Figure
    statement: Statement


def is_told(selection: Selection, statement: Statement, figure: Figure) -> bool:
    """Tell whether something befell those counted in the event, or they are many."""
    if figure.measure == ABOARD and not is_person(figure.unit):
        return False
    if not figure.measure:
        return is_large(selection, statement, figure)
    return not _befell_others(selection, statement, figure)


def _befell_others(selection: Selection, statement: Statement, figure: Figure) -> bool:
    """Tell whether what befell people did so on another day than that of the event.

    What a toll counts is the event's on whatever day it is told; who was killed or hurt
    on a later day came to harm in something else.
    """
    event = selection.event
    if event is None or not (figure.measure in OF_PERSONS or figure.measure == ABOARD):
        return False
    if _is_toll(selection, statement, figure):
        return False
    day = day_of(statement)
    if day is not None and day < event:
        return True
    own = main_dating(statement)
    if figure.measure not in FINAL or own is None or own.tie != "happening":
        return False
    first, last = own.date.earliest, own.date.latest
    return first is not None and first == last and first > event


def _is_toll(selection: Selection, statement: Statement, figure: Figure) -> bool:
    tolls = selection.tolls.get(figure.measure or "", ())
    return any(
        (t.statement, t.figure.span) == (statement.id, figure.span) for t in tolls
    )


@cache
def _measuring() -> frozenset[str]:
    return frozenset(word_list("measuring_units"))


def is_measured(figure: Figure) -> bool:
    """Tell whether *figure* measures ("150 metres") and counts nothing."""
    words = figure.unit.lower().split()
    return bool(words) and not _measuring().isdisjoint((words[0], words[-1]))


def is_large(selection: Selection, statement: Statement, figure: Figure) -> bool:
    """Tell whether many are counted whom nothing befell; things must be the event's.

    What a section of the time before holds is not of it, nor is who lives somewhere.
    """
    if (
        figure.low < LARGE
        or is_measured(figure)
        or not _is_quoted(selection, statement)
    ):
        return False
    if MEMBERS.match(statement.text, statement.place_of(figure.span).start):
        return False
    if POPULATION.search(statement.words_before(figure.span)):
        return False
    if is_person(figure.unit):
        return not _is_standing(statement)
    day, event = day_of(statement), selection.event
    is_old = day is not None and event is not None and (event - day).days > EARLIER
    return selection.central.get(statement.id, 0.0) >= CENTRAL and not is_old


def _is_standing(statement: Statement) -> bool:
    """Tell whether a sentence says how many there always are: "it has 350 dealers"."""
    words = statement.text.lower().split()
    return not listed("present").isdisjoint(words) and is_state(statement)


def _is_quoted(selection: Selection, statement: Statement) -> bool:
    """Tell whether the brief quotes it, and not for the time before the event."""
    home = selection.home.get(statement.id)
    sections = selection.view.outline.sections
    return any(s.id == home and s.time != "before" for s in sections)


def _is_own(selection: Selection, group: Iterable[Counted]) -> bool:
    """Tell whether the dead or hurt are counted, a toll, or what the brief quotes.

    Refugees of a war that an article on a blast recalls are no figure of the blast.
    """
    return any(
        item.figure.measure in FINAL
        or item.figure.measure not in OF_PERSONS
        or _is_toll(selection, item.statement, item.figure)
        or _is_quoted(selection, item.statement)
        for item in group
    )


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
