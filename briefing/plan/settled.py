"""Tell which disputes a later report settled."""

from __future__ import annotations

from typing import cast

from briefing.model.corpus import Relation
from briefing.plan.facts import Fact
from briefing.plan.sides import claim_and_denial
from briefing.plan.view import View


def settled_by(view: View, relation: Relation) -> str | None:
    """Give the statement that settles a dispute, None while it is open.

    A claim that one denier came to admit is settled against every other denier too.
    """
    if relation.resolved_by is not None or relation.of != "denial":
        return relation.resolved_by
    claim, _ = claim_and_denial(view, relation)
    fact = view.fact_of[claim]
    key = "settled", fact.members[0]
    if key not in view.known:
        view.known[key] = _settled(view, fact)
    return cast("str | None", view.known[key])


def _settled(view: View, fact: Fact) -> str | None:
    """Give what settles a denial of *fact*, whichever of its members it denies."""
    ends: dict[str, str] = {}
    for other in view.disputes.get(fact.members[0], ()):
        if other.of == "denial" and other.resolved_by:
            ends.setdefault(claim_and_denial(view, other)[0], other.resolved_by)
    return next((ends[item] for item in fact.members if item in ends), None)
