"""Choose what the reader is told first: the event, the latest change, the dispute."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from briefing.model.plan import Choice, PlannedDisagreement, PlannedFigure
from briefing.model.statement import Figure, Statement
from briefing.plan.eligible import OPINION_PIECE
from briefing.plan.front import REPEATS, Front
from briefing.plan.latest import latest, time_of
from briefing.plan.main_dispute import (
    central_first,
    claims_of_the_event,
    settling,
    sides_to_tell,
)
from briefing.plan.selection import Selection
from briefing.plan.settled import settled_by
from briefing.plan.sides import printed_last
from briefing.plan.telling import names_whom
from briefing.plan.tolls import RISING
from briefing.plan.vague import is_vague
from briefing.plan.view import View
from briefing.resources import words_of
from briefing.text.words import lowered, words_in

LINES: Final = 4
LONGEST: Final = 36
"""Words; a front page answers in thirty seconds."""

CHANGED: Final = 0.5
"""Share of a later change that the line on the event may hold: it names its subject."""

LONGEST_EVENT: Final = 45
"""Words of the line that tells the event: five seconds more."""

EASY: Final = 30
"""Words up to which length takes nothing from a line on the event."""

Value = tuple[str | None, str, float, float]
"""Measure, unit, low and high of a figure."""

Count = tuple[str, float, float]
"""Measure, low and high of a figure."""

# Matches "I feel", "my view", "unless you hear", which are no news; not "We are here".
PERSONAL: Final = re.compile(r"\bI\b|\b[Mm]y\b|\b[Yy]ou(?:r|rs)?\b")


def bottom_line(
    selection: Selection,
    able: list[Statement],
    figures: Sequence[PlannedFigure] = (),
    disputes: Sequence[PlannedDisagreement] = (),
) -> tuple[Choice, ...]:
    """Give three or four choices, each for its own reason, nothing twice."""
    view = selection.view
    past = _superseded(view, able, figures)
    words = selection.worth.words
    plain = [
        s
        for s in able
        if s.id not in past and words[s.id] <= LONGEST_EVENT and _is_plain(selection, s)
    ]
    leads = {s.id: s for s in plain if words[s.id] <= LONGEST}
    prints = {item: printed_last(view, item, leads) for item in leads}
    newest = {i: last.statement if last else leads[i] for i, last in prints.items()}
    fit = [s for s in leads.values() if newest[s.id] is s]
    front = Front(selection)
    opening = _of_the_event(selection, plain, figures)
    front.add_first("the event, as most origins tell it", opening)
    left = [s for s in fit if not _is_opening(front, s)]
    front.add_latest("the latest change", latest(selection, left))
    contested = central_first(selection, disputes)
    front.add("the main dispute", sides_to_tell(view, newest, contested))
    if front.add("what settled the main dispute", settling(view, fit, disputes)):
        return tuple(front.chosen)
    front.add_claim("who claims it", claims_of_the_event(selection, fit))
    whole = [s for s in fit if _holds_today(view, s)]
    while len(front.chosen) < LINES:
        rest = [s for s in whole if not front.repeats(s)]
        if not front.add_more("what else most origins carry", rest):
            break
    return tuple(front.chosen)


def _is_opening(front: Front, statement: Statement) -> bool:
    """Tell whether the line on the event holds too much of a statement."""
    if not front.repeats(statement, REPEATS):
        return False
    is_after = time_of(statement, front.event) == "after"
    return not is_after or front.repeats(statement, CHANGED)


def _superseded(
    view: View, able: list[Statement], figures: Sequence[PlannedFigure]
) -> set[str]:
    """Give the statements with a toll that is no longer so, or only a part of it."""
    found: set[str] = set()
    seen: set[tuple[str | None, str]] = set()
    counting = {
        s.id: {_value(f) for f in s.figures if f.is_real} for s in able if s.figures
    }
    for row in (row for row in figures if row.measure):
        last = {v for v in _values(view, row) if v[:2] not in seen}
        units = {(measure, unit) for measure, unit, _, _ in last}
        seen |= units
        for item, mine in counting.items():
            counted = {v for v in mine if v[:2] in units}
            if counted and counted.isdisjoint(last):
                found.add(item)
    return found


def _holds_today(view: View, statement: Statement) -> bool:
    """Tell whether a statement counts no part, and nothing later can have settled it.

    What was not known when an older article was written may be known by now.
    """
    is_old = view.late.get(statement.article, 1.0) < 1.0
    return not (
        any(_is_part(statement, figure) for figure in statement.figures)
        or (is_old and statement.has_hedge("unknown"))
        or any(settled_by(view, r) for r in view.disputes.get(statement.id, ()))
    )


def _is_plain(selection: Selection, statement: Statement) -> bool:
    """Tell whether a statement is news, with nobody's guilt on one unknown origin."""
    view = selection.view
    if PERSONAL.search(statement.text) or is_vague(view, statement):
        return False
    if statement.has_hedge("refusal"):
        return False
    if view.opinion.get(statement.article, 0.0) >= OPINION_PIECE:
        return False
    if view.corpus.origins[statement.id].kind != "unknown":
        return True
    return not (names_whom(statement) and _accuses(statement))


def _accuses(statement: Statement) -> bool:
    """Tell whether a statement has a word for a crime."""
    return not words_of("crimes").isdisjoint(map(lowered, words_in(statement.text)))


def _of_the_event(
    selection: Selection,
    fit: list[Statement],
    figures: Sequence[PlannedFigure],
) -> dict[str, float]:
    """Give what may tell the event, and what its length and its toll make of it."""
    view, words = selection.view, selection.worth.words
    tolls = ([s for s in fit if _tells(s, last)] for last in _last_tolls(view, figures))
    pool = next((found for found in tolls if found), fit)
    return {s.id: min(1.0, EASY / words[s.id]) for s in pool}


def _last_tolls(view: View, figures: Sequence[PlannedFigure]) -> Iterator[set[Count]]:
    """Give the newest counts of those who came to harm, the gravest harm first."""
    for measure in RISING:
        rows = [row for row in figures if row.measure == measure]
        values = [v for row in rows[:1] for v in _values(view, row)]
        yield {(measure, low, high) for _, _, low, high in values}


def _tells(statement: Statement, last: Collection[Count]) -> bool:
    """Tell whether a statement gives one of the *last* counts, of all and not a part.

    One newsroom counts a woman, another a receptionist.
    """
    return any(
        (f.measure, f.low, f.high) in last and not _is_part(statement, f)
        for f in statement.figures
    )


def _is_part(statement: Statement, figure: Figure) -> bool:
    """Tell whether a figure only names the whole of a part: "one of the five"."""
    before = statement.words_before(figure.span).lower().split()[-2:]
    return not figure.is_real or "of" in before


def _values(view: View, row: PlannedFigure) -> set[Value]:
    counted = view.statements[row.choice.statement].figures
    return {_value(f) for f in counted if f.measure == row.measure and f.is_real}


def _value(figure: Figure) -> Value:
    return figure.measure, figure.unit, figure.low, figure.high
