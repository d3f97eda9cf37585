"""Tell which figures count the same thing, however their sources call it."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from briefing.extract.figures.counted import singular
from briefing.extract.figures.measures import OF_PERSONS
from briefing.extract.figures.persons import is_person
from briefing.model.statement import Figure
from briefing.plan.countable import ABOARD, Counted, is_toll
from briefing.plan.parts import agreed_tolls
from briefing.plan.selection import Selection
from briefing.plan.tolls import FINAL, PERSON, RISING, SHOT, meet

ALIKE: Final = 5
"""Letters in common at the start that make two words for those counted one: policeman,
police officer."""


SAFE: Final = ("rescued", "evacuated", "released")
"""Measures that tell one outcome of the same people."""


ANYONE: Final = (PERSON, "death", "fatality")
"""Units of a count of people that say nothing of them: "two deaths"."""


ANY_MAN: Final = (*ANYONE, "man", "woman", "victim")
"""Such units with those that say no more of them than what they are born as."""


def grouped(selection: Selection, counted: list[Counted]) -> list[list[Counted]]:
    """Join figures of one measure that count the same thing.

    They must name it alike; then they do where both are tolls of the event, which rise
    from telling to telling, where their values meet, or where their statements are
    related: as the same, or as a dispute about the number.
    """
    home = list(range(len(counted)))

    def root(place: int) -> int:
        while home[place] != place:
            home[place] = home[home[place]]
            place = home[place]
        return place

    for one, other in _pairs(selection, counted):
        home[root(max(one, other))] = root(min(one, other))
    groups: dict[int, list[Counted]] = defaultdict(list)
    for place, item in enumerate(counted):
        groups[root(place)].append(item)
    return list(groups.values())


def _pairs(selection: Selection, counted: list[Counted]) -> Iterator[tuple[int, int]]:
    """Give the places of figures that count the same, each by one that joins it."""
    alike: dict[tuple[object, ...], int] = {}
    rising: dict[str | None, int] = {}
    places: dict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(counted):
        figure = item.figure
        key = (figure.measure, figure.unit, figure.low, figure.high)
        yield place, alike.setdefault(key, place)
        if figure.measure in RISING and is_toll(selection, item.statement, figure):
            yield place, rising.setdefault(figure.measure, place)
        for other in _places_of_kin(selection, item, places):
            if _named_alike(figure, counted[other].figure):
                yield place, other
        places[item.statement.id].append(place)
    yield from _meeting(selection, counted, alike.values())


def _meeting(
    selection: Selection, counted: list[Counted], places: Iterable[int]
) -> Iterator[tuple[int, int]]:
    """Give the *places* of figures whose values meet and whose words are of one."""
    places = list(places)
    figures = [counted[place].figure for place in places]
    kinds = Counter(_people(f) for f in figures if f.unit not in ANY_MAN)
    agreed = agreed_tolls(selection)
    for one, other in itertools.combinations(places, 2):
        left, right = counted[one].figure, counted[other].figure
        if not meet(left, right):
            continue
        is_only = kinds[_people(left)] <= 1 or _people(left) in agreed
        if (
            _named_alike(left, right)
            or (is_only and _are_same_people(left, right))
            or _describes(left, right)
            or _are_same_crew(left, right)
            or _are_same_saved(left, right)
        ):
            yield one, other


def _places_of_kin(
    selection: Selection, item: Counted, places: Mapping[str, list[int]]
) -> Iterator[int]:
    """Give the figures seen in statements that are related to that of *item*."""
    view, mine = selection.view, item.statement.id
    disputed = (r for r in view.disputes.get(mine, ()) if r.of == "number")
    sides = (side for r in disputed for side in (r.left, r.right) if side != mine)
    for other in (*view.near.get(mine, ()), *sides):
        yield from places.get(other, ())


def _people(figure: Figure) -> tuple[str | None, float, float] | None:
    """Give what befell how many people; None for things."""
    is_count = figure.measure in OF_PERSONS and (
        figure.unit in ANYONE or is_person(figure.unit)
    )
    fate = "injured" if figure.measure == SHOT else figure.measure
    return (fate, figure.low, figure.high) if is_count else None


def _are_same_saved(one: Figure, other: Figure) -> bool:
    """Tell whether the three climbers released are the three who were rescued."""
    are_safe = one.measure in SAFE and other.measure in SAFE
    same = (one.unit, one.low, one.high) == (other.unit, other.low, other.high)
    return are_safe and same and one.unit != PERSON


def _are_same_people(one: Figure, other: Figure) -> bool:
    """Tell whether one of two words for as many people is plain: people, travelers."""
    if one.high <= 1 or _people(one) is None or _people(one) != _people(other):
        return False
    if one.unit == other.unit:
        return one.measure != other.measure
    return any((one.unit in of) != (other.unit in of) for of in (ANYONE, ANY_MAN))


def _are_same_crew(one: Figure, other: Figure) -> bool:
    """Tell whether those aboard are those whom something befell: 26 Somali crew."""
    if (one.low, one.high) != (other.low, other.high) or one.high <= 1:
        return False
    if (one.measure == ABOARD) == (other.measure == ABOARD):
        return False
    if not {one.measure, other.measure}.isdisjoint(FINAL):
        return False
    named = {word for word in one.what.split() if word[:1].isupper()}
    return not named.isdisjoint(other.what.split())


def _describes(one: Figure, other: Figure) -> bool:
    """Tell whether the three "Danes" killed are the three "Dane sailors"."""
    if one.high <= 1 or _people(one) is None or _people(one) != _people(other):
        return False
    return any(
        singular(word) == unit
        for unit, what in ((one.unit, other.what), (other.unit, one.what))
        for word in what.lower().split()
    )


def _named_alike(one: Figure, other: Figure) -> bool:
    if one.measure != other.measure:
        return False
    if one.unit == other.unit:
        return True
    heads = {word[:ALIKE].lower() for word in one.unit.split() if len(word) >= ALIKE}
    return any(word[:ALIKE].lower() in heads for word in other.unit.split())
