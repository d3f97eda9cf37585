"""Choose what the bottom line says of the main dispute: its sides, or its end."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

from briefing.model.plan import PlannedDisagreement
from briefing.model.statement import Statement
from briefing.plan.alleged import takes_on
from briefing.plan.selection import Selection
from briefing.plan.view import View

HEART: Final = 0.6
"""Share in the words of the event, of both sides together, from which a dispute is
about it, whatever stands in the sections, and a claim is one to the event itself; of
the disputes beside it one in five has more."""

WHETHER: Final = ("denial", "number")
"""Kinds of dispute over whether something is so; the others are over how it was."""


def central_first(
    selection: Selection, disputes: Sequence[PlannedDisagreement]
) -> list[PlannedDisagreement]:
    """Give the disputes, those about the event itself before those beside it.

    One of which no side was worth a place in the sections is a detail, where it does
    not stand in the words of the event. Whether something is so comes before how.
    """
    found: list[tuple[bool, float, PlannedDisagreement]] = []
    for dispute in disputes:
        if dispute.is_detail:
            continue
        sides = [side.choice.statement for side in dispute.sides]
        central = math.fsum(selection.central.get(item, 0.0) for item in sides)
        if central >= HEART or not selection.taken.keys().isdisjoint(sides):
            found.append((dispute.kind in WHETHER, central, dispute))
    found.sort(key=lambda entry: entry[:2], reverse=True)
    return [dispute for _, _, dispute in found]


def claims_of_the_event(selection: Selection, fit: list[Statement]) -> list[Statement]:
    """Give what tells that somebody claims the event for himself: "has claimed it"."""
    return [
        s
        for s in fit
        if selection.central.get(s.id, 0.0) >= HEART
        and any(takes_on(s, attribution) for attribution in s.attributions)
    ]


def settling(
    view: View, fit: list[Statement], disputes: Sequence[PlannedDisagreement]
) -> list[Statement]:
    """Give what settled a denial that is shown, best what tells of both.

    "It denied the claim before admitting it" leaves no reader with half of it.
    """
    if not any(d.resolved and d.kind == "denial" for d in disputes):
        return []
    ends = {r.resolved_by for r in view.corpus.relations if r.of == "denial"}
    found = [s for s in fit if s.id in ends]
    return [s for s in found if s.has_hedge("denial")] or found


def sides_to_tell(
    view: View,
    newest: Mapping[str, Statement],
    disputes: Sequence[PlannedDisagreement],
) -> list[Statement]:
    """Give the sides of the first dispute that is open; else who denies.

    *newest* gives what may stand there as it was printed last.
    """
    for dispute in disputes:
        if dispute.kind == "edit" or dispute.resolved is not None:
            continue
        sides = [newest.get(side.choice.statement) for side in dispute.sides]
        last = [s for s in reversed(sides) if s is not None]
        whole = [s for side in last for s in _of_both(view, side, newest)]
        if last:
            return whole or last[:1]
    ends = {r.resolved_by for r in view.corpus.relations if r.resolved_by}
    shown = {side.choice.statement for d in disputes for side in d.sides}
    own = (s for item, s in newest.items() if item == s.id)
    return [s for s in own if s.id not in shown | ends and _denies(s)]


def _denies(statement: Statement) -> bool:
    """Tell whether somebody denies: not "was denied a permit", nor "deny cover"."""
    cues = [a.cue for a in statement.attributions if a.cue is not None]
    return any(
        hedge.kind == "denial"
        and cue.start < hedge.span.end
        and hedge.span.start < cue.end
        for hedge in statement.hedges
        for cue in cues
    )


def _of_both(
    view: View, side: Statement, able: Mapping[str, Statement]
) -> list[Statement]:
    """Give those of *able* that tell what *side* claims and that it is denied."""
    same = (*view.fact_of[side.id].members, *view.near.get(side.id, ()))
    return [
        statement
        for item in same
        if item != side.id
        and (statement := able.get(item))
        and statement.has_hedge("denial")
        and not side.has_hedge("denial")
    ]
