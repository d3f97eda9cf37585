"""Tell which statements of one fact bear each other out, and in which direction.

"The dam burst and killed 14 people" bears out "The dam burst", not the other way round:
a passage is cited for a statement only where it states what that one states.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from briefing.model.corpus import Corpus
from briefing.model.statement import Figure, Name, Statement
from briefing.plan.facts import Fact
from briefing.relate.amounts import Amount, agree, amount_of
from briefing.relate.gists import Gist, gist_of, term_of
from briefing.text.words import fold, tokens

MOST: Final = 0.6
"""Share of a statement's terms above which another one states most of them.

Of 872 directed pairs that say the same by hand, .6 keeps 69 of 100 as support with
figures and actors asked for, .5 keeps 74, .75 keeps 52.
"""


def find_backing(
    corpus: Corpus, facts: Iterable[Fact]
) -> Mapping[str, tuple[str, ...]]:
    """Give statement → those of its fact that state all it states, itself too.

    Only facts of several statements are there; what has one wording shares one answer.
    """
    statements = {s.id: s for s in corpus.statements}
    backing: dict[str, tuple[str, ...]] = {}
    for fact in facts:
        if len(fact.members) > 1:
            backing.update(_backing_of([statements[item] for item in fact.members]))
    return backing


@dataclass(frozen=True, slots=True)
class Stated:
    """What a statement states, read once however many it is held against."""

    words: tuple[str, ...]
    figures: list[Amount]
    actors: list[Name]
    said: frozenset[str]
    """Its words, and those its pronouns and names stand for."""
    terms: frozenset[str]
    """Its terms, without those of its tellers' names."""
    held: frozenset[str]
    """All terms that another's can be found in."""


def _backing_of(members: list[Statement]) -> Mapping[str, tuple[str, ...]]:
    worded = {s.text: stated(gist_of(s)) for s in members}
    found: dict[str, tuple[str, ...]] = {}
    for text, shown in worded.items():
        same = {
            t for t, other in worded.items() if t == text or states_all(shown, other)
        }
        found[text] = tuple(s.id for s in members if s.text in same)
    return {s.id: found[s.text] for s in members}


def stated(gist: Gist) -> Stated:
    """Give what the statement of *gist* states."""
    return Stated(
        words=tuple(gist.words),
        figures=_figures(gist.statement),
        actors=_actors(gist.statement),
        said=_said_words(gist),
        terms=_own_terms(gist),
        held=frozenset(gist.terms | gist.telling),
    )


def states_all(shown: Stated, other: Stated) -> bool:
    """Tell whether *other* states what *shown* does: figures, actors, most words."""
    if shown.words == other.words:
        return True
    held = shown.terms & other.held
    return (
        _states_figures(shown, other)
        and all(_is_named(name, other.said) for name in shown.actors)
        and len(held) > MOST * len(shown.terms)
    )


def _states_figures(shown: Stated, other: Stated) -> bool:
    """Tell whether each number of *shown* stands in *other*, for the same fate."""
    return all(
        any(
            agree(one, two) and _of_one_fate(one.figure, two.figure)
            for two in other.figures
        )
        for one in shown.figures
    )


def _figures(statement: Statement) -> list[Amount]:
    """Give every number told as real, parts too; "one witness" says which."""
    return [
        amount_of(statement, figure)
        for figure in statement.figures
        if figure.is_real and (figure.measure or figure.low != 1 or figure.high != 1)
    ]


def _of_one_fate(shown: Figure, other: Figure) -> bool:
    return shown.measure is None or shown.measure == other.measure


def _actors(statement: Statement) -> list[Name]:
    tellers = [a.source for a in statement.attributions if a.source]
    return [
        name
        for name in statement.names
        if name.kind in ("person", "organisation")
        and not any(t.start <= name.span.start < t.end for t in tellers)
    ]


def _said_words(gist: Gist) -> frozenset[str]:
    """Give the words of a statement, and those its pronouns and names stand for."""
    statement = gist.statement
    meant = [r.antecedent for r in statement.references if r.antecedent]
    meant += [name.name for name in statement.names]
    return frozenset(gist.words) | {fold(t.lower) for m in meant for t in tokens(m)}


def _is_named(name: Name, said: frozenset[str]) -> bool:
    """Tell whether *said* holds a telling word of a name, or its initials."""
    words = [fold(t.text) for t in tokens(name.name) if t.text[0].isalpha()]
    initials = "".join(w[0] for w in words)
    telling = words[-1:] if name.kind == "person" else words
    return initials in said or all(w in said or not term_of(w) for w in telling)


def _own_terms(gist: Gist) -> frozenset[str]:
    """Give the terms of a statement, tellers' names left out."""
    told = gist.statement.speakers()
    tellers = {term_of(fold(t.lower)) for name in told for t in tokens(name)}
    return frozenset(gist.terms - tellers or gist.terms)
