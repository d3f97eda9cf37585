"""Choose the disagreements to show, each with the best statement of either side."""

from __future__ import annotations

from typing import Final

from briefing.model.corpus import Relation
from briefing.model.plan import PlannedDisagreement, PlannedSide
from briefing.model.statement import Statement
from briefing.plan.selection import Selection, choice_of

MOST: Final = 8
"""Disagreements a page can hold side by side; the least supported go."""

SHARE: Final = 0.25
"""Words of all sides, as a share of the sections' length."""


def disagreements(
    selection: Selection, able: list[Statement]
) -> tuple[PlannedDisagreement, ...]:
    """Give each matter in dispute once, the best supported first.

    A side may be a headline: it stands beside the body that says less.
    """
    fit = {statement.id for statement in able}
    ranked = sorted(
        (
            relation
            for relation in selection.view.corpus.relations
            if relation.kind in ("disagrees", "edit")
            and _showable(selection, relation.left, fit)
            and _showable(selection, relation.right, fit)
        ),
        key=lambda relation: -_weight(selection, relation),
    )
    kept: list[PlannedDisagreement] = []
    left = SHARE * selection.view.outline.length
    said: list[tuple[set[str], set[str]]] = []
    for relation in ranked:
        sides = (
            set(selection.view.fact_of[relation.left].members),
            set(selection.view.fact_of[relation.right].members),
        )
        if any(_same_matter(sides, other) for other in said):
            continue  # one denial stands once, beside the claim it meets best
        words = sum(selection.worth.words[i] for i in (relation.left, relation.right))
        if words > left:
            continue
        left -= words
        said.append(sides)
        kept.append(_planned(selection, relation))
    return tuple(kept[:MOST])


def _showable(selection: Selection, statement: str, fit: set[str]) -> bool:
    return statement in fit or selection.view.statements[statement].role == "headline"


def _same_matter(
    one: tuple[set[str], set[str]], other: tuple[set[str], set[str]]
) -> bool:
    return bool((one[0] | one[1]) & (other[0] | other[1]))


def _weight(selection: Selection, relation: Relation) -> float:
    worth = selection.worth.boost
    return relation.score * (worth[relation.left] + worth[relation.right])


def _planned(selection: Selection, relation: Relation) -> PlannedDisagreement:
    view = selection.view
    sides = tuple(
        PlannedSide(
            who_says(selection, view.statements[item]),
            choice_of(selection, "", item, relation.score),
        )
        for item in (relation.left, relation.right)
    )
    resolved = None
    if relation.resolved_by is not None:
        settled = view.statements[relation.resolved_by]
        day = view.told_on(settled)
        resolved = (day, choice_of(selection, "", settled.id, relation.score))
    kind = "edit" if relation.kind == "edit" else relation.of or "account"
    return PlannedDisagreement(kind, relation.about, sides, resolved, relation.because)


def who_says(selection: Selection, statement: Statement) -> str:
    """Give the speaker, else the newsroom, whose words a side is."""
    named = (a.speaker.name for a in statement.attributions if a.speaker)
    article = selection.view.articles[statement.article]
    home = article.outlet or article.agency or article.path
    return next(named, home)
