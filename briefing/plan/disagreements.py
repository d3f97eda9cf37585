"""Choose the disagreements to show, each with the best statement of either side."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, cast

from briefing.extract.voices import voice_of
from briefing.model.corpus import Relation
from briefing.model.plan import PlannedDisagreement, PlannedSide
from briefing.model.statement import Statement
from briefing.plan.eligible import is_pointing
from briefing.plan.facts import Fact
from briefing.plan.selection import Selection, choice_of
from briefing.plan.sides import (
    claim_and_denial,
    cut_of,
    denier_in,
    is_plain_beside,
    unsaid_denial,
    value_of,
    who_says,
)
from briefing.plan.stems import content_stems
from briefing.plan.view import View
from briefing.text.words import stem

MOST: Final = 8
"""Disagreements a page can hold side by side; the least supported go."""

SETTLED: Final = 0.7
"""What a dispute counts that a later report settled, beside one that is open."""

ITSELF: Final = 0.7
"""What it counts that the side which denies also tells that it admitted: a report of
the end is no side of the dispute."""

HEADLINE: Final = 0.7
"""What it counts that a side is a headline: its body mostly says more."""

PLAIN: Final = 0.7
"""How sure a dispute over a number is: its score tells how alike the sentences are,
and what cannot both be right needs no likeness."""

AROUND: Final = 0.5
"""What a dispute counts that has no word of the event; one all about it counts 1.5."""

ALIKE: Final = 0.5
"""Share of the weight of their words from which two denials are about one thing."""

DENIED: Final = 0.4
"""The same, of the words that are denied, where one party denies both."""

WORDY: Final = 0.8
"""What it counts that what is disputed takes more than eight words to say."""

FEW: Final = 8

OF_ONE: Final = 0.3
"""The same, of two statements that tell a happening in one way."""

SHARE: Final = 0.22
"""Words of all sides, as a share of the sections' length."""

REWORDED: Final = 0.05
"""The same, of what editors worded anew: both sides are nearly one sentence."""


def disagreements(
    selection: Selection, able: list[Statement]
) -> tuple[PlannedDisagreement, ...]:
    """Give each matter in dispute once, what is open and best supported first.

    A side may be a headline: it stands beside the body that says less. "That is a lie"
    may be one beside what it denies.
    """
    fit = {statement.id for statement in able if not is_pointing(statement)}
    found = [
        relation
        for relation in selection.view.corpus.relations
        if relation.kind in ("disagrees", "edit")
        and not _is_update(selection.view, relation)
        and _showable(selection, relation, relation.left, fit)
        and _showable(selection, relation, relation.right, fit)
    ]
    # A detail comes after what parties dispute, and what an editor worded anew last.
    found.sort(key=lambda r: (r.kind == "edit", r.is_detail, -_weight(selection, r)))
    kept: list[tuple[Relation, tuple[str, ...]]] = []
    length = selection.view.outline.length
    left = {"disagrees": SHARE * length, "edit": REWORDED * length}
    ways = [told for relation in found if (told := _ways(relation))]
    for relation in found:
        if any(
            _same_matter(selection, relation, other)
            or not _sides(relation).isdisjoint(more)
            for other, more in kept
        ):
            continue  # one denial stands once, beside the claim it meets best
        others = _other_ways(selection.view, relation, ways)
        for more in (others, ()):
            words = _words(selection, relation, more)
            if words <= left[relation.kind]:
                left[relation.kind] -= words
                kept.append((relation, more))
                break
    return tuple(_planned(selection, r, more, fit) for r, more in kept[:MOST])


def _is_update(view: View, relation: Relation) -> bool:
    """Tell whether an edit only puts another day's number in the place of the first."""
    if relation.kind != "edit" or not all(map(NUMBER.search, _both(relation))):
        return False
    days = [view.told_on(view.statements[item]) for item in _sides(relation)]
    return days[0] != days[1]


def _both(relation: Relation) -> tuple[str, str]:
    one, _, other = relation.about.partition(" / ")
    return one, other


# Matches a word with a digit; numbers in words are seldom of a daily report.
NUMBER: Final = re.compile(r"\d")


def _words(selection: Selection, relation: Relation, more: tuple[str, ...]) -> int:
    sides = (relation.left, relation.right)
    return sum(_side_words(selection, relation, item) for item in sides) + sum(
        selection.worth.words[item] for item in more
    )


def _side_words(selection: Selection, relation: Relation, item: str) -> int:
    """Count the words of a side as it is shown."""
    words, cut = selection.worth.words[item], cut_of(selection.view, relation, item)
    if cut is None:
        return words
    return words - len(selection.view.statements[item].words_at(cut).split())


def _other_ways(
    view: View, relation: Relation, found: Iterable[Mapping[str, str]]
) -> tuple[str, ...]:
    """Give the statements that tell a happening in further ways, one for each.

    "Ambushed a patrol" against "at a checkpoint" and "blocked a bridge" against
    "ambushed a patrol" are three accounts of one attack.
    """
    told = _ways(relation)
    more: list[str] = []
    if not told:
        return ()
    for here in found:
        for joint, item in ((a, b) for a in here for b in here if a != b):
            if here[item] in told.values() or item in told:
                continue
            if any(
                here[joint] == way and _alike(view, {joint}, {side}) >= OF_ONE
                for side, way in told.items()
            ):
                told[item] = here[item]
                more.append(item)
    return tuple(more)


def _ways(relation: Relation) -> dict[str, str]:
    """Give statement → the stem of the way it tells, for accounts in two ways."""
    one, mark, other = relation.about.partition(" / ")
    if relation.of != "account" or relation.is_detail or not mark:
        return {}
    return {
        relation.left: stem(one.split()[-1].lower()),
        relation.right: stem(other.split()[-1].lower()),
    }


def _alike(view: View, mine: set[str], yours: set[str]) -> float:
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


def _showable(
    selection: Selection, relation: Relation, item: str, fit: set[str]
) -> bool:
    if item in fit or selection.view.statements[item].role == "headline":
        return True
    return item == relation.denied_by and is_plain_beside(selection.view, item)


def _same_matter(selection: Selection, one: Relation, other: Relation) -> bool:
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
    if _alike(view, _sides(one), _sides(other)) >= ALIKE:
        return True
    by_one = _voices(selection, one) & _voices(selection, other)
    return bool(by_one) and _share(view, *map(_denied, (one, other))) >= DENIED


def _denied(relation: Relation) -> set[str]:
    return set(content_stems(relation.about))


def _sides(relation: Relation) -> set[str]:
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


def _weight(selection: Selection, relation: Relation) -> float:
    """Give how much a dispute matters: open, central, well supported, in few words."""
    worth, view = selection.worth, selection.view
    sides = (relation.left, relation.right)
    settled = settled_by(view, relation)
    worthy = 1.0 if settled is None else SETTLED
    if relation.of == "denial" and settled in sides:
        worthy *= ITSELF
    if any(view.statements[item].role == "headline" for item in sides):
        worthy *= HEADLINE
    if len(relation.about.split()) > FEW and relation.kind != "edit":
        worthy *= WORDY
    sure = PLAIN if relation.of == "number" else relation.score
    about = AROUND + sum(selection.central.get(item, 0.0) for item in sides) / 2
    length = _words(selection, relation, ())
    boost = sum(worth.boost[item] for item in sides)
    return (0.5 + sure) * about * boost * worthy / math.sqrt(max(1, length))


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


def _planned(
    selection: Selection, relation: Relation, more: tuple[str, ...], fit: set[str]
) -> PlannedDisagreement:
    view = selection.view
    claim, denial = claim_and_denial(view, relation)
    one, other = _voices_of(selection, relation, claim, denial)
    now, denial = _as_it_stands(view, relation, denial, fit)
    further = [(who_says(selection, view.statements[i]), i) for i in more]
    sides = tuple(
        _side(selection, relation, who, item)
        for who, item in ((one, claim), (other, denial), *further)
    )
    resolved = None
    settles = settled_by(view, relation)
    if settles is not None:
        settled = view.statements[settles]
        day = view.told_on(settled)
        resolved = (day, choice_of(selection, "", settled.id, relation.score))
    kind = "edit" if relation.kind == "edit" else relation.of or "account"
    about = _about(view, relation, more)
    return PlannedDisagreement(
        kind,
        about,
        sides,
        resolved,
        relation.because,
        now,
        is_answer=relation.is_answer,
        is_detail=relation.is_detail,
    )


def _as_it_stands(
    view: View, relation: Relation, denial: str, fit: set[str]
) -> tuple[str, str]:
    """Give what the newest print says for “denied”, if it is other, and that print."""
    last = unsaid_denial(view, denial, fit) if relation.of == "denial" else None
    return (last.words, last.statement.id) if last else ("", denial)


def _voices_of(
    selection: Selection, relation: Relation, claim: str, denial: str
) -> tuple[str, str]:
    """Give who claims and who denies, or which two differ."""
    view = selection.view
    pair = [view.statements[item] for item in (claim, denial)]
    homes = [voice_of(view.articles[one.article]) for one in pair]
    if relation.kind == "edit":  # whoever speaks, it is the newsrooms that differ
        return homes[0], homes[1]
    one, other = (who_says(selection, s, value_of(relation, s.id)) for s in pair)
    if relation.of == "denial":
        other = denier_in(relation, pair[1]) or homes[1]
    return one, other


def _side(selection: Selection, relation: Relation, who: str, item: str) -> PlannedSide:
    choice = choice_of(selection, "", item, relation.score)
    cut = cut_of(selection.view, relation, item)
    return PlannedSide(who, replace(choice, trim=cut))


def _about(view: View, relation: Relation, more: tuple[str, ...]) -> str:
    """Give what is disputed; of a happening told in several ways, all of them."""
    found = [_closed(way) for way in relation.about.split(" / ")]
    for item in more:
        for other in view.disputes[item]:
            if other.of == "account" and item in (other.left, other.right):
                ways = other.about.split(" / ")
                found.append(ways[item == other.right])
                break
    return " / ".join(found)


def _closed(words: str) -> str:
    """Close a quotation that begins in *words* and ends right behind them."""
    if words.count("“") > words.count("”"):
        return f"{words}”"
    return f'{words}"' if words.count('"') % 2 else words
