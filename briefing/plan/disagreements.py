"""Choose the disagreements to show, each with the best statement of either side."""

from __future__ import annotations

import math
from typing import Final

from briefing.model.corpus import Relation
from briefing.model.plan import PlannedDisagreement, PlannedSide
from briefing.model.statement import Attribution, Statement
from briefing.plan.selection import Selection, choice_of
from briefing.plan.view import View
from briefing.plan.voices import voice_of
from briefing.resources import word_list
from briefing.text.words import fold

MOST: Final = 8
"""Disagreements a page can hold side by side; the least supported go."""

SETTLED: Final = 0.7
"""What a dispute counts that a later report settled, beside one that is open."""

ITSELF: Final = 0.7
"""What it counts that the side which denies also tells that it admitted: a report of
the end is no side of the dispute."""

RANK: Final = {"denial": 0, "number": 0, "account": 1}
"""Who contradicts whom comes before what differs in the telling, and both before what
an editor worded anew."""

SHARE: Final = 0.22
"""Words of all sides, as a share of the sections' length."""


def disagreements(
    selection: Selection, able: list[Statement]
) -> tuple[PlannedDisagreement, ...]:
    """Give each matter in dispute once, what is open and best supported first.

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
        key=lambda relation: (
            RANK.get(relation.of or "", len(RANK)),
            -_weight(selection, relation),
        ),
    )
    kept: list[Relation] = []
    left = SHARE * selection.view.outline.length
    for relation in ranked:
        words = sum(selection.worth.words[i] for i in (relation.left, relation.right))
        if words > left or any(_same_matter(selection, relation, k) for k in kept):
            continue  # one denial stands once, beside the claim it meets best
        left -= words
        kept.append(relation)
    return tuple(_planned(selection, relation) for relation in kept[:MOST])


def _showable(selection: Selection, statement: str, fit: set[str]) -> bool:
    return statement in fit or selection.view.statements[statement].role == "headline"


def _same_matter(selection: Selection, one: Relation, other: Relation) -> bool:
    """Tell whether two disputes are about one thing.

    They are where a side of one is a side of the other; and where both are settled
    denials by one voice: what it took back, it took back once.
    """
    if (one.kind == "edit") != (other.kind == "edit"):
        return False  # a changed wording is one thing, what it says another
    view = selection.view
    left, right = _members(view, one), _members(view, other)
    if not left.isdisjoint(right):
        return True
    if one.of == "denial" == other.of and all(
        settled_by(view, r) for r in (one, other)
    ):
        return bool(_voices(selection, one) & _voices(selection, other))
    return False


def _members(view: View, relation: Relation) -> set[str]:
    """Give all that says the same as either side, in an editor's other wording too."""
    sides = {relation.left, relation.right}
    worded = {
        side
        for item in sides
        for other in view.disputes.get(item, ())
        if other.kind == "edit"
        for side in (other.left, other.right)
    }
    return {m for item in sides | worded for m in view.fact_of[item].members}


def _voices(selection: Selection, relation: Relation) -> set[str]:
    view = selection.view
    return {
        who_says(selection, view.statements[item])
        for item in (relation.left, relation.right)
        if any(h.kind == "denial" for h in view.statements[item].hedges)
    }


def _weight(selection: Selection, relation: Relation) -> float:
    """Give how much a dispute matters: open, well supported, said in few words."""
    worth = selection.worth
    sides = (relation.left, relation.right)
    open_still = 1.0 if settled_by(selection.view, relation) is None else SETTLED
    if relation.resolved_by in sides:
        open_still *= ITSELF
    length = sum(worth.words[item] for item in sides)
    boost = sum(worth.boost[item] for item in sides)
    return (0.5 + relation.score) * boost * open_still / math.sqrt(max(1, length))


def settled_by(view: View, relation: Relation) -> str | None:
    """Give the statement that settles a dispute, None while it is open.

    A claim that one denier came to admit is settled against every other denier too.
    """
    if relation.resolved_by is not None or relation.of != "denial":
        return relation.resolved_by
    claim, _ = claim_and_denial(view, relation)
    return next(
        (
            other.resolved_by
            for member in view.fact_of[claim].members
            for other in view.disputes.get(member, ())
            if other.of == "denial"
            and other.resolved_by
            and claim_and_denial(view, other)[0] == member
        ),
        None,
    )


def claim_and_denial(view: View, relation: Relation) -> tuple[str, str]:
    """Give the sides of a dispute, the one that denies last.

    Where both hold words of denial, it is the one that holds what is disputed.
    """
    sides = (relation.left, relation.right)
    if relation.of != "denial":
        return sides

    def denies(item: str) -> tuple[bool, bool]:
        statement = view.statements[item]
        words = " ".join(statement.text.split())
        hedged = any(h.kind == "denial" for h in statement.hedges)
        return hedged, bool(relation.about) and relation.about in words

    left, right = sides
    return (right, left) if denies(left) > denies(right) else (left, right)


def _planned(selection: Selection, relation: Relation) -> PlannedDisagreement:
    view = selection.view
    claim, denial = claim_and_denial(view, relation)
    denier = view.statements[denial]
    one, other = (who_says(selection, view.statements[i]) for i in (claim, denial))
    if relation.kind == "edit":  # whoever speaks, it is the newsrooms that differ
        homes = (view.articles[view.statements[i].article] for i in (claim, denial))
        one, other = map(voice_of, homes)
    if relation.of == "denial":
        other = who_denies(denier) or voice_of(view.articles[denier.article])
    sides = tuple(
        PlannedSide(who, choice_of(selection, "", item, relation.score))
        for who, item in ((one, claim), (other, denial))
    )
    resolved = None
    settles = settled_by(view, relation)
    if settles is not None:
        settled = view.statements[settles]
        day = view.told_on(settled)
        resolved = (day, choice_of(selection, "", settled.id, relation.score))
    kind = "edit" if relation.kind == "edit" else relation.of or "account"
    return PlannedDisagreement(kind, relation.about, sides, resolved, relation.because)


def who_says(selection: Selection, statement: Statement) -> str:
    """Give the speaker whose words a side is, else the newsroom."""
    article = selection.view.articles[statement.article]
    return named_speaker(statement) or voice_of(article)


def who_denies(statement: Statement) -> str | None:
    """Give who denies in *statement*; None where that cannot be told.

    "A said that B had denied it" makes A no denier, and who reports a denial none.
    """
    denials = [h.span.start for h in statement.hedges if h.kind == "denial"]
    said = [span for a in statement.attributions for span in a.content]
    told = [any(s.start <= start < s.end for s in said) for start in denials]
    return None if told and all(told) else named_speaker(statement)


def named_speaker(statement: Statement) -> str | None:
    """Give the first speaker, or the words that name a source nobody resolved.

    "The ministry" will do; "his lawyer" speaks for somebody named elsewhere.
    """
    named = (a.speaker.name for a in statement.attributions if a.speaker)
    words = (_source_words(statement, a) for a in statement.attributions)
    return next((name for name in (*named, *words) if name), None)


def _source_words(statement: Statement, attribution: Attribution) -> str:
    source, shift = attribution.source, statement.span.start
    if source is None or source.start < shift:
        return ""
    words = statement.text[source.start - shift : source.end - shift].split()
    leans = fold(words[0]) in word_list("personal_pronouns") if words else True
    return "" if leans else " ".join(words)
