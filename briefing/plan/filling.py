"""Fill the sections, the best statement first, until nothing fits."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from briefing.model.plan import Choice
from briefing.plan.rooms import Room, Rooms
from briefing.plan.selection import FIT, Selection, choice_of

FLOOR: Final = 0.03
"""Worth, as a share of the first choice's, below which what is left is filler: a brief
is rather short than padded."""


LEFT: Final = 10
"""Words left over from which it is worth looking for one more statement."""


RUNNERS_UP: Final = 3


LOOKED_AT: Final = 12
"""Statements named as beaten, and those in the queue among which they are sought."""


Entry = tuple[float, int, str, str]
"""Negative score, place in the corpus, section, statement: a heap gives the best."""


def select(selection: Selection) -> dict[str, list[Choice]]:
    """Fill the sections, the best (statement, section) at each step.

    When nothing more fits, words kept for sections that cannot use them are given to
    the others.
    """
    rooms = Rooms(selection.view.outline)
    _place_pins(selection, rooms)
    first = _fill(selection, rooms, 0.0)
    if rooms.release() >= LEFT:
        _fill(selection, rooms, first)
    return {section: room.chosen for section, room in rooms.by_id.items()}


def _fill(selection: Selection, rooms: Rooms, first: float) -> float:
    """Choose until nothing fits or what is left is filler; give the first's score.

    What a statement adds only falls while others are chosen, so the best one is found
    by scoring those again that stood best before; one whose lead-in was chosen gains,
    and is queued anew.
    """
    queue, left = _queue(selection, selection.passages), rooms.left()
    shortest = min((selection.worth.words[i] for i in selection.passages), default=0)
    while queue and max(left.values()) >= shortest:
        score, statement, section = _pop(queue)
        if selection.words(statement) > left[section]:
            continue
        if section not in selection.rooms_for(statement):
            continue
        if selection.repeats(statement):
            continue
        now = selection.score(section, statement)
        if now < score and queue and -queue[0][0] > now:
            heapq.heappush(queue, _entry(selection, now, statement, section))
            continue
        first = first or now
        if now < FLOOR * first:
            break
        beat = _runners_up(selection, queue, section)
        _choose(selection, rooms.by_id[section], statement, now, beat)
        left = rooms.left()
        for entry in _queue(selection, selection.leaning.get(statement, ())):
            heapq.heappush(queue, entry)
    return first


def _queue(selection: Selection, statements: Iterable[str]) -> list[Entry]:
    queue: list[Entry] = []
    for item in statements:
        rooms = () if item in selection.taken else selection.rooms_for(item)
        if rooms:
            value, fits = selection.value(item), selection.fits(item)
            queue += [
                _entry(selection, value * (FIT + fits[s]), item, s) for s in rooms
            ]
    heapq.heapify(queue)
    return queue


def _entry(selection: Selection, score: float, statement: str, section: str) -> Entry:
    return (-score, selection.view.order[statement], section, statement)


def _pop(queue: list[Entry]) -> tuple[float, str, str]:
    negative, _, section, statement = heapq.heappop(queue)
    return -negative, statement, section


def _runners_up(
    selection: Selection, queue: list[Entry], section: str
) -> tuple[str, ...]:
    """Give the next best of the section, by their scores when last looked at."""
    near = _first(queue, LOOKED_AT)
    found = (e[3] for e in near if e[2] == section and e[3] not in selection.taken)
    return tuple(dict.fromkeys(found))[:RUNNERS_UP]


def _first(queue: list[Entry], count: int) -> Iterator[Entry]:
    """Give the first *count* of a heap in order; the rest of it is not looked at."""
    ahead = [(entry, 0) for entry in queue[:1]]
    while ahead and count:
        entry, place = heapq.heappop(ahead)
        yield entry
        count -= 1
        for below in (2 * place + 1, 2 * place + 2):
            if below < len(queue):
                heapq.heappush(ahead, (queue[below], below))


def _choose(
    selection: Selection,
    room: Room,
    statement: str,
    score: float,
    beat: tuple[str, ...],
) -> None:
    """Put *statement* into *room* with what it leans on, each after the other."""
    run = selection.passages[statement]
    for before, item in zip((None, *run), run, strict=False):
        if item in selection.home:
            continue
        why = None if item == statement else f"leads in {statement}"
        choice = choice_of(selection, room.section.id, item, score, beat=beat, why=why)
        room.chosen.append(replace(choice, follows=before))
        room.words += selection.worth.words[item]
        selection.take(item, room.section.id)


def _place_pins(selection: Selection, rooms: Rooms) -> None:
    for statement, section in selection.view.outline.edits.pin.items():
        if statement in selection.view.statements and section in rooms.by_id:
            why = "pinned by the outline"
            choice = choice_of(selection, section, statement, 0.0, why=why)
            rooms.by_id[section].chosen.append(choice)
            rooms.by_id[section].words += selection.worth.words[statement]
            selection.take(statement, section)
