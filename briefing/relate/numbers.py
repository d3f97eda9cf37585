"""Find figures of one thing that cannot both be right.

A later toll is an update; a part is not the whole; "at least 30" and 31 agree; what an
article says of the whole elsewhere is not in conflict with another's part.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from briefing.model.article import Article
from briefing.model.corpus import Relation
from briefing.relate.amounts import Amount, agree, amounts_of, count_alike
from briefing.relate.measures import currency_of
from briefing.relate.same import likeness
from briefing.relate.scene import Scene

GROWING: Final = frozenset(
    {"killed", "injured", "missing", "arrested", "displaced", "infected", "evacuated"}
    | {"rescued", "detained", "damaged", "destroyed"}
)
"""Measures that rise while an event is told: another day's figure is an update."""

PART: Final = 0.5
"""Share of the larger from which the smaller may be the same thing told otherwise;
below it is most likely a part of it, or another thing."""

LEAST: Final = 0.2
"""Likeness of the two statements from which one toll is meant."""

OF_NATION: Final = 0.1
"""The same, where it is told whose it is ("57 Canadians")."""

OF_THINGS: Final = 0.4
"""The same, where nothing tells what befell the counted: "three men" is seldom the
number of one thing, whoever they are. On sixteen events the one true pair below 0.45
had 0.41, the first false one 0.29."""


def find_number_disputes(scene: Scene) -> Iterator[Relation]:
    """Give the pairs of *scene*, statements of one event, whose figures clash."""
    amounts = [a for gist in scene.gists for a in amounts_of(gist.statement)]
    gists = {gist.statement.id: gist for gist in scene.gists}
    told: defaultdict[str, list[Amount]] = defaultdict(list)
    shelves: defaultdict[str, list[Amount]] = defaultdict(list)
    for amount in amounts:
        told[amount.statement.article].append(amount)
        for key in sorted(amount.terms) or [amount.figure.measure or ""]:
            if key:
                shelves[key].append(amount)
    seen: set[tuple[str, str]] = set()
    for shelf in shelves.values():
        for one, two in _clashes(shelf[:LONGEST]):
            pair = _pair(one, two)
            if pair in seen or _is_update(one, two, scene.articles):
                continue
            if _told_elsewhere(one, two, told) or _adds_up(one, two):
                continue
            score = likeness(gists[pair[0]], gists[pair[1]], scene.weigh)
            if score >= _least(one, two):
                seen.add(pair)
                yield _relation(one, two, score)


OF_UNITS: Final = 0.6
"""The same, of money and shares: a deal and a poll have many."""

UNITS: Final = frozenset({"percent", "point"})

LATER: Final = 31
"""Days between two articles from which a thing is counted anew."""


def _least(one: Amount, two: Amount) -> float:
    if currency_of(one.words) or one.figure.unit in UNITS:
        return OF_UNITS
    if one.terms and one.is_of_nation and two.is_of_nation:
        return OF_NATION
    both = one.figure.measure and two.figure.measure
    return LEAST if both else OF_THINGS


LISTED: Final = 6
"""Neighbours of a figure, on either side, that are added up with it."""

LONGEST: Final = 400
"""Figures of one thing in one event that are held against each other."""


def _clashes(shelf: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    for i, two in enumerate(shelf):
        for one in shelf[:i]:
            if one.statement.article == two.statement.article:
                continue
            if not count_alike(one, two) or agree(one, two) or not _near(one, two):
                continue
            if not (_is_a_thing(one, two) or _is_a_thing(two, one)):
                yield one, two


# Matches the "a " of "a ship"; not "another", "one".
A_THING: Final = re.compile(r"an?\s", re.IGNORECASE)


def _is_a_thing(one: Amount, two: Amount) -> bool:
    """Tell whether one is no count: "rescued a ship" counts none of "two ships"."""
    return bool(A_THING.match(one.words)) and one.figure.measure != two.figure.measure


def _near(one: Amount, two: Amount) -> bool:
    small, large = sorted((one.figure.high, two.figure.high))
    return small >= PART * large and large > 1


def _is_update(one: Amount, two: Amount, articles: Mapping[str, Article]) -> bool:
    """Tell whether the later of two figures only brings the earlier up to date.

    A growing figure whose day of telling is unknown may always be an update.
    """
    if {one.figure.measure, two.figure.measure} & GROWING:
        if one.terms and two.terms and one.figure.measure != two.figure.measure:
            return False
        days = {articles[a.statement.article].published for a in (one, two)}
        return len(days) > 1 or None in days
    first, last = (articles[a.statement.article].published for a in (one, two))
    if first and last and abs((first - last).days) > LATER:
        return True
    mine, yours = _days(one), _days(two)
    return bool(mine and yours and not mine & yours)


def _days(amount: Amount) -> frozenset[dt.date]:
    dates = amount.statement.dates
    return frozenset(d.earliest for d in dates if d.earliest and d.type == "DATE")


def _adds_up(one: Amount, two: Amount) -> bool:
    """Tell whether either is the sum of what the other's sentence lists.

    Who seized "seven pistols and two other guns" seized nine guns.
    """
    return any(
        whole.low <= total <= whole.high
        for whole, part in ((one, two), (two, one))
        for total in _sums(part, whole.high)
    )


def _sums(part: Amount, most: float) -> Iterator[float]:
    """Give the sums of neighbours in a list of which *part* is one, up to *most*."""
    figures = [f for f in part.statement.figures if f.is_real and f.low <= most]
    figures.sort(key=lambda figure: figure.span.start)
    if part.figure not in figures:
        return
    place = figures.index(part.figure)
    for start in range(max(0, place - LISTED), place + 1):
        for stop in range(place + 1, min(place + LISTED, len(figures)) + 1):
            if stop - start > 1:
                yield sum(figure.low for figure in figures[start:stop])


def _told_elsewhere(
    one: Amount, two: Amount, told: Mapping[str, Sequence[Amount]]
) -> bool:
    """Tell whether either's article also has the other's number of the same thing."""
    return any(
        count_alike(rival, other) and agree(rival, other)
        for other, home in ((one, two), (two, one))
        for rival in told[home.statement.article]
    )


def _pair(one: Amount, two: Amount) -> tuple[str, str]:
    a, b = sorted((one.statement.id, two.statement.id))
    return a, b


def _relation(one: Amount, two: Amount, score: float) -> Relation:
    left, right = _pair(one, two)
    if one.statement.id != left:
        one, two = two, one
    about = f"{one.words} / {two.words}"
    because = f"of the same, “{one.words}” and “{two.words}” cannot both be right"
    measured = one.figure.measure and two.figure.measure
    return Relation(
        "disagrees",
        left,
        right,
        round(min(score, 1.0), 4),
        because=because,
        of="number",
        about=about,
        is_detail=not (measured or (one.is_of_nation and two.is_of_nation)),
    )
