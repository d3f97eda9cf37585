"""Find where a party comes to admit what it denied, and what words of admitting are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from briefing.relate.denied import Denial, countries_of, sides_of
from briefing.relate.gists import Gist, acts, once, term_of
from briefing.relate.kindred import find_kindred, kindred_of
from briefing.relate.scene import Scene
from briefing.resources import word_list


class Admissions:
    """The statements of an event with a word of admitting, by who speaks or is named.

    A denial is held against those of its own party alone.
    """

    def __init__(self, holders: Mapping[str, Sequence[Gist]]) -> None:
        self._found = [g for word in sorted(admitting()) for g in holders.get(word, ())]
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, gist in enumerate(self._found):
            for side in sides_of(gist) | countries_of(gist):
                self._places[side].append(place)

    def of(self, sides: Iterable[str]) -> Iterator[Gist]:
        """Give those of one of *sides*, in order."""
        places = {place for side in sides for place in self._places.get(side, ())}
        return (self._found[place] for place in sorted(places))


def find_admission(denial: Denial, admissions: Admissions, scene: Scene) -> Gist | None:
    """Give the earliest statement in which who denies admits it; None where none.

    Of one day's reports it is the first that tells when it was admitted.
    """
    if denial.is_plain and _takes_back(denial):
        return denial.gist
    day = scene.told_on(denial.gist)
    if day is None or not denial.sides:
        return None
    first: Gist | None = None
    for gist in admissions.of(denial.sides):
        told = scene.told_on(gist)
        if not told or told <= day or (first and told != scene.told_on(first)):
            continue
        plain = denial.terms - gist.names
        if admits(gist, plain & acts() or plain) or _admits_kin(gist, denial):
            first = first or gist
            if _is_dated(gist):
                return gist
    return first


def _is_dated(gist: Gist) -> bool:
    """Tell whether a sentence says on which day it was admitted."""
    shift = gist.statement.span.start
    days = [
        date.span.start - shift
        for date in gist.statement.dates
        if date.type == "DATE" and date.day
    ]
    ends = [t.end for t in gist.tokens if term_of(t.lower) in admitting()]
    return any(0 <= day - end <= BESIDE for day in days for end in ends)


BESIDE: Final = 24
"""Letters behind "admitted" within which its day stands."""


def _admits_kin(gist: Gist, denial: Denial) -> bool:
    """Tell whether an act kindred to the one denied is admitted, of the same thing."""
    things = denial.terms - acts() - gist.names
    if things.isdisjoint(gist.terms):
        return False
    kinds = {kin.name for kin in find_kindred(denial.content)}
    words = [t.lower if t.text[0].isalnum() else "the" for t in gist.tokens]
    return any(
        any(term_of(w) in admitting() for w in words[max(0, k.at - REACH) : k.at])
        for k in kindred_of(gist)
        if k.name in kinds
    )


def _takes_back(denial: Denial) -> bool:
    """Tell whether the sentence goes on to say that the denial was withdrawn."""
    return _last_admitting(denial.gist) >= denial.content[-1].end


@once
def _last_admitting(gist: Gist) -> int:
    """Give where the last word of admitting begins; -1 where there is none."""
    words = (t for t in gist.tokens if t.text[0].isalnum())
    return max((t.start for t in words if term_of(t.lower) in admitting()), default=-1)


@cache
def admitting() -> frozenset[str]:
    """Give the terms of words in which a party takes back a denial."""
    return frozenset(term_of(word) for word in word_list("relate_admitting")) - {""}


def admits(claim: Gist, shared: frozenset[str]) -> bool:
    """Tell whether a statement says that the claim was admitted: then it is news."""
    since = REACH
    for token in claim.tokens:
        term = term_of(token.lower) if token.text[0].isalnum() else ""
        since = 0 if term in admitting() else since + 1
        if term in shared and since < REACH:
            return True
    return False


REACH: Final = 12
"""Words after "admitted" in which what was admitted stands."""
