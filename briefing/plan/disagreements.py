"""Choose the disagreements to show, each with the best statement of either side."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from briefing.extract.voices import voice_of
from briefing.model.corpus import Relation
from briefing.model.plan import PlannedDisagreement, PlannedSide
from briefing.model.statement import Statement
from briefing.plan.eligible import is_pointing
from briefing.plan.same_matter import is_same_matter, shared_weight, sides_of
from briefing.plan.selection import Selection, choice_of
from briefing.plan.settled import settled_by
from briefing.plan.sides import (
    claim_and_denial,
    cut_of,
    denier_in,
    is_plain_beside,
    unsaid_denial,
    value_of,
    who_says,
)
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


WORDY: Final = 0.8
FEW: Final = 8
"""What it counts that what is disputed takes more than so many words to say."""

OF_ONE: Final = 0.3
"""Share of the weight of their words from which two statements tell a happening in
one way."""

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
    kept = _that_fit(selection, found)
    return tuple(_planned(selection, r, more, fit) for r, more in kept[:MOST])


def _that_fit(
    selection: Selection, found: Sequence[Relation]
) -> list[tuple[Relation, tuple[str, ...]]]:
    """Keep, in order, one dispute of each matter, as many as the word budget holds.

    Each has the statements beside it that tell the happening in further ways.
    """
    kept: list[tuple[Relation, tuple[str, ...]]] = []
    length = selection.view.outline.length
    left = {"disagrees": SHARE * length, "edit": REWORDED * length}
    ways = [told for relation in found if (told := _ways(relation))]
    for relation in found:
        if any(
            is_same_matter(selection, relation, other)
            or not sides_of(relation).isdisjoint(more)
            for other, more in kept
        ):
            continue  # one denial stands once, beside the claim it meets best
        for more in (_other_ways(selection.view, relation, ways), ()):
            words = _words(selection, relation, more)
            if words <= left[relation.kind]:
                left[relation.kind] -= words
                kept.append((relation, more))
                break
    return kept


def _is_update(view: View, relation: Relation) -> bool:
    """Tell whether an edit only puts another day's number in the place of the first."""
    if relation.kind != "edit" or not all(map(NUMBER.search, _both(relation))):
        return False
    days = [view.told_on(view.statements[item]) for item in sides_of(relation)]
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
                here[joint] == way and shared_weight(view, {joint}, {side}) >= OF_ONE
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


def _showable(
    selection: Selection, relation: Relation, item: str, fit: set[str]
) -> bool:
    if item in fit or selection.view.statements[item].role == "headline":
        return True
    return item == relation.denied_by and is_plain_beside(selection.view, item)


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
