"""Tell which counts are key figures: what befell people, and many of the event."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.extract.figures.persons import is_person
from briefing.extract.figures.vocabulary import BOUNDS
from briefing.model.statement import Figure, Statement
from briefing.plan.relevance import day_of
from briefing.plan.selection import Selection
from briefing.plan.tolls import CENTRAL, PERSON, RISING, SHOT
from briefing.resources import word_list

LARGE: Final = 100
"""Count from which a quantity that befell nobody is worth a row."""

EARLIER: Final = 31
"""Days before the event from which what was counted befell others: "killed 290 in
1988" is no key figure of a crash in 2020."""


TOGETHER: Final = 40
"""Code points between two counts up to which one sentence counts them together."""

# Matches "home to some", "a population of around"; not "fled home to 300 families".
POPULATION: Final = re.compile(
    r"(?:,|\b(?:is|are|was|were)) home to [\w ]{0,20}$|\bpopulation of [\w ]{0,20}$"
)


# Matches what makes "one of two bombers" those of a place: "who died at the airport";
# not "who died in the attack".
AT_ONE: Final = re.compile(
    r"\s*(?:who|that|which)\s+(?:\w+\s+){1,4}?(?:at|near|outside|inside)\s+(?:the\b|an?\b|[A-Z])"
)
ONE_OF: Final = re.compile(r"\b(?:one|two|three)\s+of\s+(?:the\s+)?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure where it stands."""

    figure: Figure
    statement: Statement


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
    home = selection.home.get(statement.id)
    if home is None or figure.low < LARGE or is_measured(figure):
        return False
    sections = selection.view.outline.sections
    if any(section.id == home and section.time == "before" for section in sections):
        return False
    if POPULATION.search(statement.text[: figure.span.start - statement.span.start]):
        return False
    if is_person(figure.unit):
        return True
    day, event = day_of(statement), selection.event
    is_old = day is not None and event is not None and (event - day).days > EARLIER
    return selection.central.get(statement.id, 0.0) >= CENTRAL and not is_old


def are_of_one_place(statement: Statement, figure: Figure) -> bool:
    """Tell whether a kind of people is counted at one place of several alone."""
    shift, text = statement.span.start, statement.text
    before, after = text[: figure.span.start - shift], text[figure.span.end - shift :]
    return (
        figure.unit != PERSON
        and ONE_OF.search(before) is not None
        and AT_ONE.match(after) is not None
    )


# Matches the quotation mark that parts "some" from "“14,000 soldiers”".
OPENING: Final = re.compile(r"\s[\"“‘']\Z")


@cache
def _bounding() -> re.Pattern[str]:
    """Match "at least " before "30", "some "; not "the "."""
    words = (words.replace(" ", r"\s+") for words in sorted(BOUNDS, key=len)[::-1])
    return re.compile(rf"\s*({'|'.join(words)})\s", re.IGNORECASE)


def bound_of(statement: Statement, figure: Figure) -> str:
    """Give the words that make a number inexact, as written: "at least", "some"."""
    shift, text = statement.span.start, statement.text
    start, end = figure.span.start - shift, figure.span.end - shift
    opening = OPENING.search(text[:start])
    if opening:
        start, text = 0, text[: opening.start()].rpartition(" ")[2] + " " + text[start:]
    found = _bounding().match(text[start:end])
    is_inexact = (figure.is_approximate or opening) and figure.low == figure.high
    return " ".join(found[1].lower().split()) if found and is_inexact else ""


def worth_a_row(
    selection: Selection, groups: Collection[list[Counted]]
) -> list[list[Counted]]:
    """Give the groups that are worth a row of the table.

    One person is no figure, but for who stands beside others in one sentence ("an
    officer and three gunmen were killed"), and the only dead, hurt or missing of whom
    more than one origin tells, under the name that most give. One who was shot is told
    of among the dead or hurt.
    """
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
