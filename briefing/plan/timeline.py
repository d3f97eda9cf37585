"""Choose one statement for each dated thing that happened."""

from __future__ import annotations

import datetime as dt
import heapq
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from briefing.model.plan import PlannedEntry
from briefing.model.statement import Statement
from briefing.plan.changes import changes_in
from briefing.plan.clauses import is_state, tells_a_life
from briefing.plan.dating import A_MONTH
from briefing.plan.ground import Ground
from briefing.plan.happenings import Happening, happened, is_one_day, meet
from briefing.plan.likeness import Likeness
from briefing.plan.milestones import event_rows, turns
from briefing.plan.selection import Selection, choice_of
from briefing.plan.value import LOWEST, Worth, boost_parts, coverage, levelled

MOST: Final = 22
"""Entries: what a reader takes in of an event of a week."""

A_DAY: Final = 6
"""Entries of one day at most."""

COVERED: Final = 0.6
"""Share of a statement's matter that an entry of the same days tells already, from
which it tells nothing new."""

AROUND: Final = 2.0
"""What an entry counts that has none of the words of the event, beside one full of
them with 3. What lifts an excerpt elsewhere, as coming late, says nothing here."""

TOLD: Final = 1.0
"""What it adds for each doubling of the newsrooms of which one tells all of it: what
one newsroom gives a clause and another a headline is what matters."""

LENGTH: Final = 0.1
"""What an entry's words cost beyond what they cost elsewhere: rows are short."""

LEVEL: Final = 0.6
"""What a concept that one origin has counts at the least: of most that happens beside
the event one newsroom tells."""

BESIDE: Final = 0.2
LIKE: Final = 6.0
"""What each entry of the same day takes from another: so much in any case, and so much
times the share of its words. A day of which one thing is known tells more than the
sixth thing of the day of the event, and that more than the first thing once more."""


def timeline(
    selection: Selection,
    able: list[Statement],
    as_of: dt.date | None,
    ground: Ground,
    shown: Sequence[str] = (),
) -> tuple[PlannedEntry, ...]:
    """Give dated statements in order of their days, the most telling ones.

    The event itself has a row, and what the brief shows on top as done or settled, in
    the statements *shown*. Nothing stands twice; a day still to come is left out.
    """
    waiting = [
        one
        for s in able
        if (one := happened(s, ground.rows.get(s.id), as_of))
        and not _is_aside(one, selection.event)
    ]
    days = Days(selection, ground.tellers)
    days.likeness.learn(waiting)
    first = days.event = event_rows(selection, waiting, able)[:1]
    for one in first:
        days.keep(days.score(one), one)
    days.fill(waiting)
    for one in turns(selection, waiting, shown, as_of):
        days.hold(one)
    days.kept.sort(key=lambda pair: _in_order(selection, pair[1], first))
    return tuple(
        PlannedEntry(
            one.earliest,
            one.latest,
            replace(choice_of(selection, "", one.statement.id, score), trim=one.trim),
        )
        for score, one in days.kept
    )


LONG_AGO: Final = 366
"""Days before the event from which what happened is what readers may know."""

OF_LONG_AGO: Final = 5
"""Entries of that time at most: what led to an event is mostly told of its own year."""

OF_A_RANGE: Final = 2
"""Entries of one month at most, and half of it of a year: nobody can tell which of them
came first, and articles tell of such a time in many words what it held."""

AGAIN: Final = 0.25
"""Share of the words of the entry of the event from which another of its day tells it
again, unless it tells an act that the first does not. On sixteen events eight of nine
such entries did; none of those under it."""

LAST: Final = "T99"
"""Place within its day of what has no hour: reactions to what has one, mostly."""

PARTS: Final = {"TMO": "T09", "TMI": "T12", "TAF": "T14", "TEV": "T19", "TNI": "T21"}
"""Part of a day → the hour it stands for beside what is told by the clock."""


@dataclass
class Days:
    """The entries as they are chosen, and what they tell already."""

    selection: Selection
    tellers: Mapping[str, int]
    """Statement → how many newsrooms tell all of it, where several do."""
    kept: list[tuple[float, Happening]] = field(default_factory=list)
    event: Sequence[Happening] = ()
    """The entry of the event itself, if there is one."""
    covered: Counter[int] = field(default_factory=Counter)
    worth: Worth = field(init=False)
    likeness: Likeness = field(init=False)

    def __post_init__(self) -> None:
        """Weigh what is told for a timeline."""
        view = self.selection.view
        self.worth = levelled(self.selection.worth, LEVEL)
        self.likeness = Likeness(view)

    def keep(self, score: float, one: Happening) -> None:
        """Count *one* as told."""
        self.kept.append((score, one))
        self.covered.update(self.worth.concepts[one.statement.id])

    def fill(self, waiting: Sequence[Happening]) -> None:
        """Keep the best of *waiting* one by one, until the timeline is full."""
        order = self.selection.view.order
        queue = [(-self.score(one), order[one.statement.id], one) for one in waiting]
        heapq.heapify(queue)
        while queue and len(self.kept) < MOST:
            before, place, best = heapq.heappop(queue)
            if self.has(best):
                continue
            score = self.score(best)  # it only falls while others are kept
            if -score > before and queue and queue[0][0] < -score:
                heapq.heappush(queue, (-score, place, best))
                continue
            self.keep(score, best)

    def hold(self, one: Happening) -> None:
        """Keep *one*, whose act must be told, unless an entry of its day tells it.

        In a full timeline the entry that tells least makes room for it.
        """
        acts = changes_in(one.statement.text)
        for _, other in self.kept:
            told = changes_in(other.statement.text)
            is_like = self.likeness.share(one, other) >= AGAIN
            if other.statement.id == one.statement.id or (
                is_one_day(one, other) and (is_like or not acts.isdisjoint(told))
            ):
                return
        if len(self.kept) >= MOST:
            self.kept.remove(min(self.kept[1:], key=lambda pair: pair[0]))
        self.keep(self.score(one), one)

    def score(self, one: Happening) -> float:
        """Give what an entry tells anew of the event."""
        item = one.statement.id
        new = coverage(self.worth, (item,), self.covered)
        parts = boost_parts(self.selection.view, one.statement)
        heard = max(LOWEST, 1.0 + parts["private"] + parts["refusal"])
        about = AROUND + self.selection.central.get(item, 0.0)
        crowd = sum(
            BESIDE + LIKE * self.likeness.likeness(one, other)
            for _, other in self.kept
            if is_one_day(one, other)
        )
        told = 1.0 + TOLD * math.log2(self.tellers.get(item, 1))
        length: float = self.worth.words[item] ** LENGTH
        return new * about * told * heard * one.nature / length / (1.0 + crowd)

    def has(self, one: Happening) -> bool:
        """Tell whether the statement, its like, or a full day stands already."""
        view, mine = self.selection.view, one.statement.id
        same_day = 0
        for _, other in self.kept:
            item = other.statement.id
            if mine in (*view.fact_of[item].members, *view.near.get(item, ())):
                return True
            if meet(one, other) and self._tells(one, other):
                return True
            if other in self.event and is_one_day(one, other):
                new = changes_in(one.statement.text) - changes_in(other.statement.text)
                if not new and self.likeness.share(one, other) >= AGAIN:
                    return True
            same_day += is_one_day(one, other)
        return same_day >= _room_of(one) or self._is_old_enough(one)

    def _is_old_enough(self, one: Happening) -> bool:
        """Tell whether a happening of long ago would be one too many."""
        event = self.selection.event
        old = [other for _, other in self.kept if _is_long_ago(other, event)]
        return _is_long_ago(one, event) and len(old) >= OF_LONG_AGO

    def _tells(self, one: Happening, other: Happening) -> bool:
        """Tell whether two happenings of the same days are one, or a thing named."""
        if one.tie == other.tie == "named" or self.likeness.is_same(one, other):
            return True
        echoes = self.selection.view.echoes
        mine, item = one.statement.id, other.statement.id
        told = echoes.get(item, {}).get(mine, 0.0)
        tells = echoes.get(mine, {}).get(item, 0.0)
        return is_one_day(one, other) and max(told, tells) >= COVERED


def _room_of(one: Happening) -> int:
    """Give how many entries of the same days may stand."""
    width = (one.latest - one.earliest).days
    if width < A_MONTH:
        return A_DAY
    return OF_A_RANGE if width <= A_MONTH + 4 else OF_A_RANGE // 2


def _is_long_ago(one: Happening, event: dt.date | None) -> bool:
    return event is not None and (event - one.latest).days >= LONG_AGO


def _is_aside(one: Happening, event: dt.date | None) -> bool:
    """Tell whether an entry is of somebody's career, or of how things once were.

    Nor does "the Monday morning shootings" tell more of the event than its own entry,
    nor a month around the event what came first.
    """
    width = (one.latest - one.earliest).days
    is_around = event is not None and one.earliest <= event <= one.latest
    if is_around and (width >= A_MONTH or (not width and one.tie == "named")):
        return True
    if one.tie == "telling":
        return tells_a_life(one.statement)
    is_old = _is_long_ago(one, event)
    return is_old and (tells_a_life(one.statement) or is_state(one.statement))


def _in_order(
    selection: Selection, one: Happening, event: Sequence[Happening]
) -> tuple[object, ...]:
    """Put the event before all else of its day, and what has an hour by its hour."""
    place = selection.view.order[one.statement.id]
    return (one.earliest, one.latest, one not in event, _hour_of(one), place)


def _hour_of(one: Happening) -> str:
    """Give the hour told for the day of a row, as "T07:30"; `LAST` where none is."""
    day = one.earliest.isoformat()
    hours = (
        value.removeprefix(day)
        for date in one.statement.dates
        if date.type == "TIME" and (value := date.value or "").startswith(f"{day}T")
    )
    return min((PARTS.get(hour, hour) for hour in hours), default=LAST)
