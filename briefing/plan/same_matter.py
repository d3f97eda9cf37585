"""Tell whether two disputes are about one thing."""

from __future__ import annotations

import math
from typing import Final, cast

from briefing.model.corpus import Relation
from briefing.plan.facts import Fact
from briefing.plan.selection import Selection
from briefing.plan.settled import settled_by
from briefing.plan.sides import claim_and_denial, who_says
from briefing.plan.stems import content_stems
from briefing.plan.view import View

ALIKE: Final = 0.5
"""Share of the weight of their words from which two denials are about one thing."""


DENIED: Final = 0.4
"""The same, of the words that are denied, where one party denies both."""


def is_same_matter(selection: Selection, one: Relation, other: Relation) -> bool:
    """Tell whether two disputes are about one thing.

    They are where a side of one is a side of the other; where both are settled denials
    of one party: what it took back, it took back once; and where both deny much the
    same.
    """
    if (one.kind == "edit") != (other.kind == "edit"):
        return False  # a changed wording is one thing, what it says another
    view = selection.view
    left, right = _members(view, one), _members(view, other)
    if not left.isdisjoint(right):
        return True
    if one.of != "denial" or other.of != "denial":
        return False
    if all(settled_by(view, r) for r in (one, other)):
        return bool(_voices(selection, one) & _voices(selection, other))
    if shared_weight(view, sides_of(one), sides_of(other)) >= ALIKE:
        return True
    by_one = _voices(selection, one) & _voices(selection, other)
    return bool(by_one) and _share(view, *map(_denied, (one, other))) >= DENIED


def _denied(relation: Relation) -> set[str]:
    return set(content_stems(relation.about))


def sides_of(relation: Relation) -> set[str]:
    """Give the statements on both sides of a dispute."""
    return {relation.left, relation.right}


def _members(view: View, relation: Relation) -> frozenset[str]:
    """Give all that says the same as either side, in an editor's other wording too."""
    facts = {view.fact_of[item] for item in (relation.left, relation.right)}
    return frozenset().union(*(_reworded(view, fact) for fact in facts))


def _reworded(view: View, fact: Fact) -> frozenset[str]:
    """Give the members of a fact, and those of what an editor made of it."""
    key = "reworded", fact.members[0]
    if key not in view.known:
        sides = {
            side
            for other in view.disputes.get(fact.members[0], ())
            if other.kind == "edit"
            for side in (other.left, other.right)
        }
        found = (fact, *(view.fact_of[side] for side in sides))
        view.known[key] = frozenset(m for one in found for m in one.members)
    return cast("frozenset[str]", view.known[key])


def _voices(selection: Selection, relation: Relation) -> set[str]:
    """Give who denies, and the countries named there: an office speaks for its own."""
    view = selection.view
    _, denial = claim_and_denial(view, relation)
    statement = view.statements[denial]
    countries = {p.country for p in statement.places if p.country}
    return {who_says(selection, statement)} | countries


def shared_weight(view: View, mine: set[str], yours: set[str]) -> float:
    """Give the share of the weight of the words of some statements in others' words."""
    one, other = ({w for i in items for w in view.stems[i]} for items in (mine, yours))
    return _share(view, one, other)


def _share(view: View, one: set[str], other: set[str]) -> float:
    """Give what both have, as a share of the weight of the lesser of two."""
    weights = [
        math.fsum(view.weight.get(w, 0.0) for w in sorted(words))
        for words in (one, other, one & other)
    ]
    least = min(weights[:2])
    return weights[2] / least if least else 0.0
