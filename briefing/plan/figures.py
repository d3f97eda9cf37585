"""Choose the key figures: one row for each quantity, with the range sources give."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from briefing.extract.figures.counted import singular
from briefing.extract.figures.measures import OF_PERSONS
from briefing.extract.figures.persons import is_person
from briefing.extract.names.vocabulary import plural_of
from briefing.model.plan import PlannedFigure
from briefing.model.statement import Figure, Statement
from briefing.plan.bounds import bound_of
from briefing.plan.countable import ABOARD, Counted, is_told
from briefing.plan.parts import agreed_tolls, counts_some, without_parts
from briefing.plan.relevance import day_of
from briefing.plan.rows import worth_a_row
from briefing.plan.selection import Selection, choice_of
from briefing.plan.stages import stages_of
from briefing.plan.tolls import (
    FINAL,
    MEASURES,
    PERSON,
    RISING,
    SHOT,
    counted_on,
    meet,
)
from briefing.plan.view import View

ROWS: Final = 6
"""Rows of the key-figures table at most."""

ALIKE: Final = 5
"""Letters in common at the start that make two words for those counted one: policeman,
police officer."""


def key_figures(
    selection: Selection, able: list[Statement]
) -> tuple[PlannedFigure, ...]:
    """Give one row for each quantity, the best supported first.

    A vague word ("several hundred") gives no row: its bounds would be the program's.
    What befell nobody ("4,500 soldiers") counts where the brief quotes it.
    """
    counted = [
        Counted(figure, statement)
        for statement in able
        for figure in statement.figures
        if figure.is_real
        and not figure.is_part
        and figure.unit
        and _is_stated(figure)
        and not counts_some(selection, statement, figure)
        and is_told(selection, statement, figure)
    ]
    groups = _groups(selection, counted)
    worthy = worth_a_row(selection, groups)
    rows = [(*_row(selection, group), group) for group in worthy]
    rows.sort(key=lambda row: row[0])
    made = {id(group): row for _, row, group in rows}
    kept = without_parts(selection, [group for _, _, group in rows])
    return tuple(made[id(group)] for group in kept[:ROWS])


def _is_stated(figure: Figure) -> bool:
    return figure.low > 0 and (figure.low == figure.high or not figure.is_approximate)


def _groups(selection: Selection, counted: list[Counted]) -> list[list[Counted]]:
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
    tolls = {
        (toll.statement, toll.figure.span)
        for counts in selection.tolls.values()
        for toll in counts
    }
    places: dict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(counted):
        figure = item.figure
        key = (figure.measure, figure.unit, figure.low, figure.high)
        yield place, alike.setdefault(key, place)
        is_toll = (item.statement.id, figure.span) in tolls
        if is_toll and figure.measure in RISING:
            yield place, alike.setdefault(("toll", figure.measure), place)
        for other in _places_of_kin(selection, item, places):
            if _named_alike(figure, counted[other].figure):
                yield place, other
        places[item.statement.id].append(place)
    values = [place for key, place in alike.items() if key[0] != "toll"]
    figures = [counted[place].figure for place in values]
    kinds = Counter(_people(f) for f in figures if f.unit not in ANY_MAN)
    agreed = agreed_tolls(selection)
    for one, other in itertools.combinations(values, 2):
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


SAFE: Final = ("rescued", "evacuated", "released")
"""Measures that tell one outcome of the same people."""


def _are_same_saved(one: Figure, other: Figure) -> bool:
    """Tell whether the three climbers released are the three who were rescued."""
    are_safe = one.measure in SAFE and other.measure in SAFE
    same = (one.unit, one.low, one.high) == (other.unit, other.low, other.high)
    return are_safe and same and one.unit != PERSON


ANYONE: Final = (PERSON, "death", "fatality")
"""Units of a count of people that say nothing of them: "two deaths"."""


ANY_MAN: Final = (*ANYONE, "man", "woman", "victim")
"""Such units with those that say no more of them than what they are born as."""


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


def _meet(one: Figure, other: Figure) -> bool:
    return meet(one, other) and _named_alike(one, other)


def _named_alike(one: Figure, other: Figure) -> bool:
    if one.measure != other.measure:
        return False
    if one.unit == other.unit:
        return True
    heads = {word[:ALIKE].lower() for word in one.unit.split() if len(word) >= ALIKE}
    return any(word[:ALIKE].lower() in heads for word in other.unit.split())


def _unit(group: list[Counted], best: Figure) -> str:
    """Give the plainest word of a row's sources for those that something befell."""
    plain = any(item.figure.unit in ANYONE for item in group)
    return PERSON if plain and best.measure in OF_PERSONS else best.unit


def _named(figure: Figure, unit: str) -> str:
    """Name what is counted; by its unit where the source leaves it out: "six died"."""
    if figure.high <= 1 or figure.measure not in OF_PERSONS:
        return figure.what or figure.unit
    head = singular(figure.what.lower().rpartition(" ")[2])
    is_plain = unit == PERSON and (head in PLAIN or not is_person(head))
    if is_plain or unit != figure.unit:
        return plural_of(unit)
    return figure.what or plural_of(unit)


PLAIN: Final = (PERSON, "other")
"""Words for those counted that say nothing of them: "six others"."""


def _as_of(view: View, item: Counted) -> dt.date | None:
    """Give the day that a number was so: of a toll that of telling, else its own."""
    if item.figure.measure in OF_PERSONS:
        return counted_on(view, item.statement)
    return day_of(item.statement) or view.told_on(item.statement)


def _row(
    selection: Selection, group: list[Counted]
) -> tuple[tuple[object, ...], PlannedFigure]:
    view = selection.view

    def support(item: Counted) -> tuple[object, ...]:
        origins = view.support_of(item.statement.id)
        told = counted_on(view, item.statement)
        late = told.toordinal() if told else 0
        return (-late, -origins, -item.figure.high, view.order[item.statement.id])

    best = min(group, key=support)
    origins = view.origin_names(item.statement.id for item in group)
    choice = choice_of(selection, "", best.statement.id, float(len(origins)))
    measure, unit = best.figure.measure or "", _unit(group, best.figure)
    row = PlannedFigure(
        measure=measure,
        what=_named(best.figure, unit),
        low=min(item.figure.low for item in group),
        high=max(item.figure.high for item in group),
        unit=unit,
        as_of=_as_of(view, best),
        choice=choice,
        stages=stages_of(view, group, best),
        bound=bound_of(best.statement, best.figure),
    )
    lead = MEASURES.index(measure) if measure in MEASURES else len(MEASURES)
    place = view.order[best.statement.id]
    return (-len(origins), lead, -best.figure.high, place), row
