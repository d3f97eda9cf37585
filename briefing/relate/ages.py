"""Find two ages told of one person by full name, which cannot both be right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product
from typing import Final

from briefing.model.corpus import Relation
from briefing.relate.dispute import dispute
from briefing.relate.gists import Gist, acts
from briefing.relate.scene import Scene
from briefing.text.words import fold

# Matches ", 32," behind a name; not ", 32 others", "32-14".
BEHIND: Final = re.compile(r",\s(?:aged\s)?(\d{1,3})(?=[,.;]|\sand\b)")

# Matches "32-year-old " and up to two words of what he is; not "a 32-year-old".
BEFORE: Final = re.compile(
    r"\b(\d{1,3})-year-old\s(?:[A-Z]?[a-z]+\s){0,2}$", re.IGNORECASE
)

# Matches what tells of another day than the news: "then 31", "when she was 31".
EARLIER: Final = re.compile(
    r"\b(?:then|when|former|late|born|years?\s(?:ago|earlier|before|later)|in\s\d{4}"
    r"|would\shave|birthday)\b",
    re.IGNORECASE,
)

APART: Final = 3
"""Years by which two ages of one person differ where one is a mistake; father and son
of one name are further apart."""

LOOKED_AT: Final = 50
"""Sentences that tell one age of one person, at most: all are not compared with all."""

BESIDE: Final = 40
"""Code points before a name within which its age stands."""

WITHIN: Final = 31
"""Days between two articles within which nobody need have had a birthday."""


def find_age_disputes(scene: Scene) -> Iterator[Relation]:
    """Give the pairs of *scene* that tell two ages of one person."""
    found: defaultdict[str, dict[int, list[tuple[Gist, str]]]] = defaultdict(dict)
    for gist in scene.gists:
        if gist.statement.role != "body":
            continue
        for name, age, words in ages_of(gist):
            told = found[name].setdefault(age, [])
            if len(told) < LOOKED_AT and not EARLIER.search(gist.statement.text):
                told.append((gist, words))
    for ages in found.values():
        for young, old in combinations(sorted(ages), 2):
            if old - young <= APART:
                yield from _first_clash(scene, ages[young], ages[old])


def ages_of(gist: Gist) -> Iterator[tuple[str, int, str]]:
    """Give folded name, age, and the words that tell it, of persons by full name."""
    statement = gist.statement
    text, shift = statement.text, statement.span.start
    for name in statement.names:
        start, end = name.span.start - shift, name.span.end - shift
        written = text[start:end]
        if name.kind != "person" or len(written.split()) < 2:  # noqa: PLR2004 - full
            continue
        near = max(0, start - BESIDE)
        is_told = text.find("-year-old", near, start) >= 0
        before = BEFORE.search(text, near, start) if is_told else None
        behind = BEHIND.match(text, end)
        if behind:
            words = text[start : behind.end()]
            yield fold(written), int(behind[1]), words
        elif before:
            words = text[before.start() : end]
            yield fold(written), int(before[1]), words


def _first_clash(
    scene: Scene, young: list[tuple[Gist, str]], old: list[tuple[Gist, str]]
) -> Iterator[Relation]:
    """Give the first two of different articles, of days close to each other."""
    first, second = ({g.statement.article for g, _ in told} for told in (young, old))
    both = first & second
    for one, two in product(young, old):
        homes = {one[0].statement.article, two[0].statement.article}
        if len(homes) > 1 and not homes & both and _in_one_time(scene, one[0], two[0]):
            yield _relation(one, two)
            return


def _in_one_time(scene: Scene, one: Gist, two: Gist) -> bool:
    """Tell whether no birthday need lie between: by the days, else by one act told."""
    first, second = scene.told_on(one), scene.told_on(two)
    if first and second:
        return abs((first - second).days) <= WITHIN
    return not acts().isdisjoint(one.terms & two.terms)


def _relation(one: tuple[Gist, str], two: tuple[Gist, str]) -> Relation:
    one, two = sorted((one, two), key=lambda told: told[0].statement.id)
    mine, yours = (" ".join(words.split()) for words in (one[1], two[1]))
    because = f"of one person, “{mine}” and “{yours}” cannot both be right"
    about = f"{mine} / {yours}"
    sides = one[0], two[0]
    return replace(dispute("account", sides, 1.0, because, about), is_detail=True)
