"""Find one detail of one thing that two articles tell in ways that exclude each other.

A detail is read with all that must be equal for the two to be of one thing; only what
cannot both be right is a dispute, since a false one is worse than one that is missed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from briefing.model.corpus import DisagreementKind, Relation
from briefing.relate.conflicts import other_days
from briefing.relate.detail import Detail
from briefing.relate.detail_kinds import KINDS
from briefing.relate.dispute import dispute
from briefing.relate.same import likeness
from briefing.relate.scene import Scene

LONGEST: Final = 60
"""Details of one thing in one event that are held against each other."""


def find_detail_disputes(scene: Scene) -> Iterator[Relation]:
    """Give the pairs of *scene* that tell one detail of one thing in two ways."""
    shelves: defaultdict[tuple[str, ...], list[Detail]] = defaultdict(list)
    for gist in scene.gists:
        if gist.statement.role == "body":
            for read in KINDS:
                for detail in read(gist):
                    shelves[detail.key].append(detail)
    for shelf in shelves.values():
        yield from _clash(scene, shelf[:LONGEST])


def _clash(scene: Scene, shelf: Sequence[Detail]) -> Iterator[Relation]:
    """Give the likest that differ; the others tell the same dispute again."""
    pairs = [
        (likeness(one.gist, two.gist, scene.weigh), one, two)
        for one, two in combinations(shelf, 2)
        if one.gist.statement.article != two.gist.statement.article
        and one.is_of(two)
        and not one.agrees(two)
        and not _told_elsewhere(one, two, shelf)
        and not other_days(one.gist, two.gist)
    ]
    pairs.sort(key=lambda p: (-p[0], p[1].gist.statement.id, p[2].gist.statement.id))
    for score, one, two in pairs[:MOST]:
        yield _relation(one, two, score)


MOST: Final = 6
"""Pairs of one detail: not every sentence can stand in a brief."""


def _told_elsewhere(one: Detail, two: Detail, shelf: Sequence[Detail]) -> bool:
    """Tell whether either's article has the other's detail as well."""
    homes = {one.gist.statement.article: two, two.gist.statement.article: one}
    rivals = ((homes.get(d.gist.statement.article), d) for d in shelf)
    return any(rival and rival.is_of(d) and rival.agrees(d) for rival, d in rivals)


def _relation(one: Detail, two: Detail, score: float) -> Relation:
    one, two = sorted((one, two), key=lambda d: d.gist.statement.id)
    because = f"of one thing, “{one.words}” and “{two.words}” cannot both be right"
    of: DisagreementKind = "number" if one.is_number else "account"
    about = f"{one.words} / {two.words}"
    found = dispute(of, (one.gist, two.gist), max(SURE, score), because, about)
    return replace(found, is_detail=True)


SURE: Final = 0.6
"""Score of such a dispute at least: what is told excludes the other, however else the
sentences read."""
