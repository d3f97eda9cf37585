"""Choose what the reader is told first: the event, the latest change, the dispute."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from briefing.model.plan import Choice
from briefing.model.statement import Statement
from briefing.plan.selection import Selection, choice_of
from briefing.plan.value import gain

EARLY: Final = 0.5
"""`View.lead` from which a sentence stands in the upper half of its article, where
reports put what matters."""

LONGEST: Final = 45
"""Words; a front page answers in thirty seconds."""


def bottom_line(
    selection: Selection, able: list[Statement], event: dt.date | None
) -> tuple[Choice, ...]:
    """Give three or four choices, each for its own reason, nothing twice."""
    fit = [s for s in able if selection.worth.words[s.id] <= LONGEST]
    covered: Counter[str] = Counter()
    chosen: list[Choice] = []
    taken: set[str] = set()
    for because, pool in (
        ("the event, as most origins tell it", _of_the_event(selection, fit, event)),
        ("the latest change", _latest(selection, fit)),
        ("the main dispute", _disputed(selection, fit)),
        ("what else most origins carry", fit),
    ):
        left = [s for s in pool if s.id not in taken]
        best = _best(selection, left, covered)
        if best is None:
            continue
        score = gain(selection.worth, (best.id,), covered)
        choice = choice_of(selection, "", best.id, score)
        chosen.append(_with_reason(choice, because))
        covered.update(selection.worth.concepts[best.id])
        taken.update(selection.view.fact_of[best.id].members)
        taken.update(selection.view.near.get(best.id, ()))
    return tuple(chosen)


def _with_reason(choice: Choice, because: str) -> Choice:
    return replace(choice, because=because)


def _best(
    selection: Selection, pool: Iterable[Statement], covered: Counter[str]
) -> Statement | None:
    order = selection.view.order

    def rank(statement: Statement) -> tuple[float, int]:
        worth = gain(selection.worth, (statement.id,), covered)
        return (-worth, order[statement.id])

    return min(pool, key=rank, default=None)


def _of_the_event(
    selection: Selection, fit: list[Statement], event: dt.date | None
) -> list[Statement]:
    """Give statements with a toll or the event's day, early in their article."""
    lead = selection.view.lead
    return [
        s
        for s in fit
        if any(f.measure and f.is_real for f in s.figures)
        and (
            lead.get(s.id, 0.0) >= EARLY
            or any(d.earliest == event == d.latest for d in s.dates if event)
        )
    ]


def _latest(selection: Selection, fit: list[Statement]) -> list[Statement]:
    """Give the upper half of the articles of the newest day."""
    view = selection.view
    days = [day for s in fit if (day := view.told_on(s)) is not None]
    newest = max(days, default=None)
    return [
        s for s in fit if view.told_on(s) == newest and view.lead.get(s.id, 0) >= EARLY
    ]


def _disputed(selection: Selection, fit: list[Statement]) -> list[Statement]:
    """Give sides of unresolved disagreements, else sentences that deny."""
    disputes = selection.view.disputes
    sides = [
        s for s in fit if any(r.resolved_by is None for r in disputes.get(s.id, ()))
    ]
    return sides or [s for s in fit if any(h.kind == "denial" for h in s.hedges)]
