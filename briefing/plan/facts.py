"""Which statements are cited as one fact, whatever order they come in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from briefing.model.corpus import Corpus, Relation

SAME_ENOUGH: Final = 0.55
"""Score of a `same` relation from which two statements are cited as one fact.

Below it a relation still keeps the two from standing side by side."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Statements that say the same thing, and how widely it is carried."""

    members: tuple[str, ...]
    """Statement ids, in the corpus's order."""
    origins: int
    """Distinct known origins; 1 where none is known."""
    articles: int


def find_facts(corpus: Corpus) -> Iterator[Fact]:
    """Join copies, then texts that say the same; what clashes is never joined.

    A text joins a fact only where it is close to each text there: "A is like B, B is
    like C" must not make A and C one fact. The strongest links come first, and copies
    count as one text, so that printing one again changes nothing.
    """
    groups = _Groups(corpus)
    by_kind: defaultdict[str, list[Relation]] = defaultdict(list)
    for relation in corpus.relations:
        by_kind[relation.kind].append(relation)
    for relation in sorted(by_kind["copy"], key=_strongest):
        groups.join(relation.left, relation.right)
    texts = dict(groups.home)
    close: dict[tuple[str, str], Relation] = {}
    likely = (r for r in by_kind["same"] if r.score >= SAME_ENOUGH)
    for relation in sorted(likely, key=_strongest):
        one, other = texts[relation.left], texts[relation.right]
        close.setdefault((min(one, other), max(one, other)), relation)
    for relation in close.values():
        groups.join(relation.left, relation.right, _Links(texts, close))
    yield from _facts(corpus, groups)


def _strongest(relation: Relation) -> tuple[float, str, str]:
    return -relation.score, relation.left, relation.right


@dataclass(frozen=True, slots=True)
class _Links:
    """Which texts are close to each other."""

    texts: Mapping[str, str]
    """Statement id → the one that stands for all copies of it."""
    close: Mapping[tuple[str, str], Relation]

    def are_close(self, left: Iterable[str], right: Iterable[str]) -> bool:
        """Tell whether each text of *left* is close to each one of *right*."""
        mine = {self.texts[item] for item in left}
        yours = {self.texts[item] for item in right}
        return all(
            one == other or (min(one, other), max(one, other)) in self.close
            for one in mine
            for other in yours
        )


class _Groups:
    """Statements joined so far."""

    def __init__(self, corpus: Corpus) -> None:
        self.home = {s.id: s.id for s in corpus.statements}
        self.members = {item: [item] for item in self.home}
        self.clashing: defaultdict[str, set[str]] = defaultdict(set)
        """First of a group → the statements that clash with one of it."""
        for relation in corpus.relations:
            if relation.kind in ("edit", "disagrees"):
                self.clashing[relation.left].add(relation.right)
                self.clashing[relation.right].add(relation.left)

    def join(self, left: str, right: str, links: _Links | None = None) -> None:
        """Make two groups one, where nothing in them clashes and *links* allow it."""
        one, other = self.home[left], self.home[right]
        if len(self.members[one]) < len(self.members[other]):
            one, other = other, one
        joining = self.members[other]
        if one == other or not self.clashing[one].isdisjoint(joining):
            return
        if links and not links.are_close(self.members[one], joining):
            return
        for item in joining:
            self.home[item] = one
        self.members[one] += joining
        self.clashing[one] |= self.clashing[other]


def _facts(corpus: Corpus, groups: _Groups) -> Iterator[Fact]:
    article = {s.id: s.article for s in corpus.statements}
    members: defaultdict[str, list[str]] = defaultdict(list)
    for item, first in groups.home.items():
        members[first].append(item)
    for found in members.values():
        named = (corpus.origins[item] for item in found)
        origins = {origin.name for origin in named if origin.kind != "unknown"}
        homes = {article[item] for item in found}
        yield Fact(tuple(found), max(1, len(origins)), len(homes))


def disputes_of(
    corpus: Corpus, facts: Iterable[Fact], *kinds: str
) -> Mapping[str, tuple[Relation, ...]]:
    """Give statement → relations of *kinds* of all that is one fact with it.

    A copy of what is disputed is disputed, whichever of the two was compared.
    """
    facts = list(facts)
    fact_of = {member: i for i, fact in enumerate(facts) for member in fact.members}
    found: defaultdict[int, dict[Relation, None]] = defaultdict(dict)
    for relation in corpus.relations:
        if relation.kind in kinds:
            for side in (relation.left, relation.right):
                found[fact_of[side]][relation] = None
    return {
        member: told
        for fact, relations in found.items()
        for told in (tuple(relations),)
        for member in facts[fact].members
    }
