"""What a statement would add to a brief: the concepts it covers and how well it may.

Coverage of concepts weighted by how many origins carry them is the strongest simple
predictor of what people put into a summary (Gillick and Favre, 2009); support, place
in the article, tolls and disputes lift a statement, length costs.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from briefing.model.statement import Statement
from briefing.plan.changes import tells_a_change
from briefing.plan.echoes import Echoes
from briefing.plan.vague import is_vague
from briefing.plan.view import View

BIGRAM: Final = 1.0
WORD: Final = 0.4
"""A pair of neighbouring content words tells more of a fact than each of them."""

OPENING: Final = 0.25
"""What standing first in its article adds to a statement's matter, beside `PLAIN`."""

PLAIN: Final = 0.3
"""What every statement's matter counts; what newsrooms put first is what they weigh."""

ALONE: Final = 0.05
"""Worth of a concept that one origin has, beside 1 for two and 1.6 for three: what only
one newsroom tells is seldom what all readers must know."""

REPEATED: Final = 0.7
"""Share of a statement's matter from which another of its origin repeats it."""

AGAIN: Final = 0.3
"""What is left of a concept's worth each time it is covered again."""

LENGTH: Final = 0.6
"""Exponent of the cost in words: 0 ignores length, 1 favours fragments."""

A_DAY: Final = 3
"""Words of a day in brackets: "[13 May 2026]"."""

LEAD: Final = 0.5
SUPPORT: Final = 0.6
TOLL: Final = 0.3
FIGURE: Final = 0.1
DISPUTE: Final = 0.1
"""Lifts, as shares of a statement's worth: for opening its article, for each doubling
of the origins that carry it, for a toll, for any number, and for a dispute."""

LATE: Final = 0.8
"""Lift of the newest article's statements beside the oldest's: what is known last."""

PRIVATE: Final = -0.5
PERSONAL: Final = -0.5
BARE: Final = -0.1
"""What it takes that words are those of a private or unnamed person, that they are of
the speaker's own ("I ran"), or that they name no person, place, number or day. On four
events one such sentence in ten tells a fact that readers need, one in three of others.
"""

CHANGE: Final = 0.07
"""Lift of what tells of a change: an arrest, a decision, a withdrawal. On four events
half as much loses two facts to appraisal, twice as much one fact to a repetition."""

VAGUE: Final = -0.5
"""What it takes that most of its words tell nobody who, what, where or how many: "This
development has prompted urgent calls"."""


LOWEST: Final = 0.2
"""Factor that is left of a statement's worth at the least."""

REFUSAL: Final = -0.7
"""What it takes that a sentence only says that somebody would not say anything."""

FEW: Final = 14
"""Words up to which a sentence with a refusal says nothing else."""


# Matches "I ran", "our boat"; not "US".
PERSON: Final = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b")


@dataclass(frozen=True, slots=True)
class Worth:
    """Concepts with their weights, and what each statement holds of them."""

    weight: Sequence[float]
    """By the number of the concept; 0 where no body holds it."""
    concepts: Mapping[str, tuple[int, ...]]
    """Statement → its concepts, each once, by number: few bytes to keep, many times."""
    boost: Mapping[str, float]
    words: Mapping[str, int]
    matter: Mapping[str, float]
    """Statement → what its matter counts; what its origin repeats is shared out."""
    echoes: Echoes
    alone: Mapping[str, float] = field(default_factory=dict)
    """Statement → what it adds, words and matter, while nothing is told."""


def weigh(view: View) -> Worth:
    """Weigh every concept by the origins that carry it; copies count once."""
    numbers: dict[str, int] = {}
    concepts: dict[str, tuple[int, ...]] = {}
    carriers: list[set[str]] = []
    for statement in view.corpus.statements:
        mine = concepts_of(view, statement)
        known = len(numbers)
        held = tuple(numbers.setdefault(concept, len(numbers)) for concept in mine)
        carriers += [set() for _ in range(len(numbers) - known)]
        concepts[statement.id] = held
        if statement.role == "body":
            origin = view.corpus.origins[statement.id].name
            for number in held:
                carriers[number].add(origin)
    worth = Worth(
        weight=[
            _kind(concept, view) * max(ALONE, math.log2(len(origins)))
            if origins
            else 0.0
            for concept, origins in zip(numbers, carriers, strict=True)
        ],
        concepts=concepts,
        boost={s.id: boost_of(view, s) for s in view.corpus.statements},
        words={s.id: _length(view, s) for s in view.corpus.statements},
        matter=_matter(view),
        echoes=view.echoes,
    )
    return replace(worth, alone={i: adds(worth, (i,), Counter(), {}) for i in concepts})


def levelled(worth: Worth, least: float) -> Worth:
    """Give *worth* with what one origin has worth *least* of what two make it."""
    one = ALONE * BIGRAM  # what two origins have is worth four times as much
    weight = [w / ALONE * least if w <= one else w for w in worth.weight]
    return replace(worth, weight=weight)


def _matter(view: View) -> dict[str, float]:
    """Give what each statement's matter counts; an origin's repeats share it."""
    found: dict[str, float] = {}
    for item, told in view.echoes.items():
        if not view.statements[item].is_opinion:
            home = view.corpus.origins[item].name
            repeats = sum(
                share
                for other, share in told.items()
                if share >= REPEATED and view.corpus.origins[other].name == home
            )
            found[item] = (PLAIN + OPENING * view.lead[item] ** 2) / repeats**0.5
    return found


def length_of(statement: Statement) -> int:
    """Count a statement's words as they will stand, those of its brackets too.

    The ellipsis for an opening connective stands as a word.
    """
    added = (r.antecedent.split() for r in statement.references if r.antecedent)
    gaps = sum(r.kind == "connective" for r in statement.references)
    return len(statement.text.split()) + sum(map(len, added)) + gaps


def _length(view: View, statement: Statement) -> int:
    """Count a statement's words, with those of a day that only its copies tell."""
    is_told = len(view.fact_of[statement.id].members) > 1
    days = [r for r in statement.references if r.kind == "day" and not r.antecedent]
    return length_of(statement) + (A_DAY * len(days) if is_told else 0)


def concepts_of(view: View, statement: Statement) -> Iterable[str]:
    """Give the statement's content stems and pairs of neighbouring ones, each once."""
    stems = view.stems[statement.id]
    return dict.fromkeys((*stems, *map(" ".join, itertools.pairwise(stems))))


def _kind(concept: str, view: View) -> float:
    if " " in concept:
        return BIGRAM
    return WORD * (0.5 + view.weight.get(concept, 0.0))


def boost_of(view: View, statement: Statement) -> float:
    """Give the factor by which a statement's nature lifts or lowers its worth."""
    return max(LOWEST, 1.0 + sum(boost_parts(view, statement).values()))


def boost_parts(view: View, statement: Statement) -> dict[str, float]:
    """Give the lifts by name, for `explain`."""
    origins = view.support_of(statement.id)
    real = [f for f in statement.figures if f.measure and f.is_real]
    return {
        "lead": LEAD * view.lead.get(statement.id, 0.0) ** 2,
        "support": SUPPORT * math.log2(origins),
        "toll": TOLL if real else 0.0,
        "figure": FIGURE if statement.figures else 0.0,
        "dispute": DISPUTE if view.disputes.get(statement.id) else 0.0,
        "late": LATE * view.late.get(statement.article, 0.5),
        "refusal": REFUSAL if only_refuses(statement) else 0.0,
        "private": PRIVATE if _is_private(view, statement) else 0.0,
        "personal": PERSONAL if PERSON.search(statement.text) else 0.0,
        "bare": BARE if _is_bare(view, statement) else 0.0,
        "change": CHANGE if tells_a_change(statement) else 0.0,
        "vague": VAGUE if is_vague(view, statement) else 0.0,
    }


def _is_private(view: View, statement: Statement) -> bool:
    """Tell whether it quotes somebody who holds no office, or is not named."""
    speaker = view.speakers.get(statement.id)
    if speaker is None or not statement.is_quoted:
        return False
    is_person = (statement.article, speaker.name) in view.people
    return speaker.is_anonymous or (is_person and not speaker.role)


def _is_bare(view: View, statement: Statement) -> bool:
    speaker = view.speakers.get(statement.id)
    found = statement.names or statement.places or statement.figures or statement.dates
    return not found and (speaker is None or speaker.is_anonymous)


def only_refuses(statement: Statement) -> bool:
    """Tell whether a short sentence says that somebody said nothing."""
    return statement.has_hedge("refusal") and len(statement.text.split()) <= FEW


def gain(worth: Worth, statements: tuple[str, ...], covered: Counter[int]) -> float:
    """Give what *statements* together add to what is *covered*, lifted.

    The last one's nature lifts the worth: the others only lead in to it.
    """
    return coverage(worth, statements, covered) * worth.boost[statements[-1]]


def coverage(worth: Worth, statements: tuple[str, ...], covered: Counter[int]) -> float:
    """Give what *statements* together add to what is *covered*, per word of cost."""
    weight = worth.weight
    held: Iterable[int] = worth.concepts[statements[-1]] if statements else ()
    if len(statements) > 1:
        held = set().union(*(worth.concepts[item] for item in statements))
    new = math.fsum(  # exact: the order of a set is no matter
        [
            weight[concept] * AGAIN ** covered[concept]
            if concept in covered
            else weight[concept]
            for concept in held
        ]
    )
    cost: float = sum(worth.words[item] for item in statements) ** LENGTH
    return new / max(1.0, cost)


def news(
    worth: Worth, statements: tuple[str, ...], told: Mapping[str, float]
) -> dict[str, float]:
    """Give what *statements* tell of others' matter beyond what is *told*."""
    best: dict[str, float] = {}
    for item in statements:
        for other, share in worth.echoes.get(item, {}).items():
            if share > best.get(other, told.get(other, 0.0)):
                best[other] = share
    return {
        other: worth.matter.get(other, 0.0) * (share - told.get(other, 0.0))
        for other, share in best.items()
    }


def spread(
    worth: Worth, statements: tuple[str, ...], told: Mapping[str, float]
) -> float:
    """Give how much of all articles' matter *statements* add, per word of cost."""
    cost: float = sum(worth.words[item] for item in statements) ** LENGTH
    return sum(news(worth, statements, told).values()) / max(1.0, cost)


def adds(
    worth: Worth,
    statements: tuple[str, ...],
    covered: Counter[int],
    told: Mapping[str, float],
) -> float:
    """Give what *statements* add in words and in matter to what is there."""
    return math.sqrt(gain(worth, statements, covered) * spread(worth, statements, told))
