"""Find accounts of one happening that tell it in ways that exclude each other.

Only ways that cannot both be true count, and only of one happening: an ambush on a
patrol and an attack at a checkpoint, told of the same dead and the same day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from typing import Final

from briefing.model.corpus import Relation
from briefing.relate.amounts import agree, amounts_of, count_alike
from briefing.relate.conflicts import other_days, other_figures, other_people
from briefing.relate.denied import countries_of, terms_of
from briefing.relate.dispute import dispute
from briefing.relate.gists import Gist, term_of, written
from briefing.relate.same import Weights, likeness
from briefing.relate.scene import Scene
from briefing.resources import word_table

ALIKE: Final = 0.22
"""Likeness of two accounts of one happening, the ways themselves left in."""

OF_ONE_TOLL: Final = 0.09
"""The same, where both give one number of the same dead or hurt."""

SHARED: Final = 4
"""Terms that both have, besides the ways and names, and countries, however named."""

LONGEST: Final = 200
"""Accounts of one happening in one event that are held against each other."""


@dataclass(frozen=True, slots=True)
class Course:
    """A kind of happening and the ways it can come about."""

    acts: frozenset[str]
    ways: Mapping[str, int]
    """Term → number of the way."""


def find_accounts(scene: Scene) -> Iterator[Relation]:
    """Give the pairs of *scene* that tell one happening in ways that clash."""
    for course in _courses():
        told: defaultdict[int, list[Gist]] = defaultdict(list)
        for gist in scene.gists:
            ways = {course.ways[t] for t in gist.terms if t in course.ways}
            if len(ways) == 1 and gist.terms & course.acts and _is_account(gist):
                told[ways.pop()].append(gist)
        for way, other in combinations(sorted(told), 2):
            for left, right in product(told[way][:LONGEST], told[other][:LONGEST]):
                if score := _clash(left, right, course, scene.weigh):
                    yield _relation(left, right, course, score)


def _is_account(gist: Gist) -> bool:
    """Tell whether a statement tells what happened, not what might have or did not."""
    hedges = {h.kind for h in gist.statement.hedges}
    return not hedges & {"denial", "conditional", "unknown"} and (
        "?" not in gist.statement.text
    )


def _clash(left: Gist, right: Gist, course: Course, weigh: Weights) -> float:
    """Give how alike two accounts of one happening are; 0 where they are not of one."""
    if left.statement.article == right.statement.article:
        return 0.0
    shared = (left.terms & right.terms) - course.ways.keys()
    if any(check(left, right) for check in (other_days, other_figures, other_people)):
        return 0.0
    plain = shared - left.names
    countries = countries_of(left) & countries_of(right)
    score = likeness(left, right, weigh)
    if not plain & course.acts:
        return 0.0
    if _one_toll(left, right) and countries:
        return score if score >= OF_ONE_TOLL else 0.0
    is_one = len(plain) + len(countries) >= SHARED
    return score if is_one and score >= ALIKE else 0.0


def _one_toll(left: Gist, right: Gist) -> bool:
    """Tell whether both give one number of the same dead or hurt, told by kind."""
    yours = amounts_of(right.statement)
    return any(
        one.terms
        and one.figure.measure
        and one.figure.measure == two.figure.measure
        and count_alike(one, two)
        and agree(one, two)
        for one in amounts_of(left.statement)
        for two in yours
    )


def _relation(left: Gist, right: Gist, course: Course, score: float) -> Relation:
    a, b = sorted((left, right), key=lambda g: g.statement.id)
    about = f"{_way(a, course)} / {_way(b, course)}"
    because = f"two accounts of one happening: {about}"
    return dispute("account", (a, b), score, because, about)


def _way(gist: Gist, course: Course) -> str:
    """Give the source's words for the way and what goes before: "at a checkpoint"."""
    words = gist.tokens
    at = next(i for i, t in enumerate(words) if terms_of([t]) & course.ways.keys())
    for first in range(at - 1, max(0, at - PHRASE), -1):
        if not words[first].text[0].isalnum():
            break
        if words[first].lower in ARTICLES and words[first - 1].text[0].isalnum():
            return written(gist, words[first - 1].start, words[at].end)
    return words[at].text


ARTICLES: Final = frozenset({"a", "an", "the", "its", "their", "his", "her", "one"})
"""Words with which the thing that a way is told by begins."""

PHRASE: Final = 5
"""Words before it among which they stand: "targeting a heavily armed patrol"."""


@cache
def _courses() -> tuple[Course, ...]:
    found: list[Course] = []
    for happening, *ways in word_table("relate_manners"):
        numbers = {
            term_of(word): number
            for number, way in enumerate(ways)
            for word in way.split("|")
            if word
        }
        acts = frozenset(term_of(word) for word in happening.split("|"))
        found.append(Course(acts, numbers))
    return tuple(found)
