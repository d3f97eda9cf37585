"""Tell which counts are key figures: what befell people, and many of the event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.extract.figures.measures import OF_PERSONS
from briefing.extract.figures.persons import is_person
from briefing.model.statement import Figure, Statement
from briefing.plan.clauses import is_state, listed
from briefing.plan.dating import main_dating
from briefing.plan.selection import Selection
from briefing.plan.tolls import CENTRAL, FINAL
from briefing.plan.when import day_of
from briefing.resources import word_list

LARGE: Final = 100
"""Count from which a quantity that befell nobody is worth a row."""

EARLIER: Final = 31
"""Days before the event from which a thing counted is none of its own."""

ABOARD: Final = "aboard"
"""Measure of people; a cargo is none."""


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
    if is_toll(selection, statement, figure):
        return False
    day = day_of(statement)
    if day is not None and day < event:
        return True
    own = main_dating(statement)
    if figure.measure not in FINAL or own is None or own.tie != "happening":
        return False
    first, last = own.date.earliest, own.date.latest
    return first is not None and first == last and first > event


def is_toll(selection: Selection, statement: Statement, figure: Figure) -> bool:
    """Tell whether a figure counts all who came to harm in the event."""
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
    if figure.low < LARGE or is_measured(figure) or not is_quoted(selection, statement):
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


def is_quoted(selection: Selection, statement: Statement) -> bool:
    """Tell whether the brief quotes it, and not for the time before the event."""
    home = selection.home.get(statement.id)
    sections = selection.view.outline.sections
    return any(s.id == home and s.time != "before" for s in sections)
