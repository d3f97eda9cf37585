"""Choose what the reader is told first: the event, the latest change, the dispute."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from briefing.model.plan import Choice, PlannedDisagreement, PlannedFigure
from briefing.model.statement import Figure, Statement
from briefing.plan.disagreements import settled_by
from briefing.plan.event import days_of
from briefing.plan.introduced import leaves_open, names_in
from briefing.plan.latest import day_of_telling, latest, tells_a_change
from briefing.plan.selection import Selection, choice_of
from briefing.plan.sides import printed_last
from briefing.plan.telling import tells_event
from briefing.plan.tolls import RISING
from briefing.plan.value import adds
from briefing.plan.view import View

LINES: Final = 4
LONGEST: Final = 36
"""Words; a front page answers in thirty seconds."""

LONGEST_TOLL: Final = 45
"""Words where nothing shorter tells the newest toll: five seconds more."""

Value = tuple[str | None, str, float, float]
"""Measure, unit, low and high of a figure."""

REPEATS: Final = 0.35
"""Share of a statement's content that one line may hold already: lines are few."""

QUOTED: Final = 0.5
"""What a sentence with words of speech is worth there: it tells of a view first."""

# Matches "I feel", "my view", which are no news; not "We are monitoring".
PERSONAL: Final = re.compile(r"\bI\b|\b[Mm]y\b")

CHANGES: Final = 2.0
"""What a line on the latest change counts that tells of an arrest, a decision, a
withdrawal, beside one that only tells what is so."""

A_DAY_OLDER: Final = 0.9
"""What each day before the newest article takes from a line on the latest change: a
weighty change of two days ago comes before a detail of today."""

HEART: Final = 0.6
"""Sum of the sides' shares in the words of the event from which a dispute is about it,
whatever stands in the sections; of those beside it one in five has more."""

WHETHER: Final = ("denial", "number")
"""Kinds of dispute over whether something is so; the others are over how it was."""

UNKNOWN: Final = 0.5
"""What it makes of a line that it leaves open whom it speaks of: "the man fell"."""

AROUND: Final = 0.3
"""What a sentence counts that has none of the words of the event, beside one full of
them with 1.3."""


def bottom_line(
    selection: Selection,
    able: list[Statement],
    event: dt.date | None,
    figures: Sequence[PlannedFigure] = (),
    disputes: Sequence[PlannedDisagreement] = (),
) -> tuple[Choice, ...]:
    """Give three or four choices, each for its own reason, nothing twice."""
    view = selection.view
    past = _superseded(view, able, figures)
    leads = {s.id: s for s in able if s.id not in past and _may_lead(selection, s)}
    prints = {item: printed_last(view, item, leads) for item in leads}
    newest = {i: last.statement if last else leads[i] for i, last in prints.items()}
    fit = [s for s in leads.values() if newest[s.id] is s]
    front = Front(selection)
    tolls = _of_the_event(selection, fit, event, figures)
    front.add_first("the event, as most origins tell it", tolls, event)
    left = [s for s in fit if s.id not in front.taken and not front.repeats(s)]
    front.add_latest("the latest change", latest(selection, left))
    front.add(*_dispute(view, newest, _central_first(selection, disputes)))
    if front.add("what settled the main dispute", _settling(view, fit, disputes)):
        return tuple(front.chosen)
    whole = [
        s
        for s in fit
        if not (any(_is_part(s, f) for f in s.figures) or _was_unknown(view, s))
    ]
    while len(front.chosen) < LINES:
        rest = [s for s in whole if not (_is_settled(view, s) or front.repeats(s))]
        if not front.add_latest("what else most origins carry", rest):
            break
    return tuple(front.chosen)


@dataclass
class Front:
    """The lines of the bottom line, as they are chosen."""

    selection: Selection
    chosen: list[Choice] = field(default_factory=list)
    covered: Counter[int] = field(default_factory=Counter)
    told: dict[str, float] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    """People whom the lines name, folded."""

    def add_first(
        self, because: str, pool: Iterable[Statement], event: dt.date | None
    ) -> None:
        """Add what tells the event best: in its words, on its day, as plain news."""
        ranks = {
            s.id: tells_event(self.selection, s, event) * self.plain(s) for s in pool
        }
        self._add_best(because, ranks)

    def add_latest(
        self, because: str, pool: Iterable[Statement], older: float = A_DAY_OLDER
    ) -> bool:
        """Add what tells most of a change, each day of age worth *older* as much."""
        view = self.selection.view
        pool = [s for s in pool if s.id not in self.taken]
        days = [day for s in pool if (day := day_of_telling(view, s))]
        newest = max(days, default=None)
        most: dict[str, float] = {}
        late: dict[str, float] = {}
        for statement in pool:
            told = day_of_telling(view, statement)
            late[statement.id] = older ** (
                (newest - told).days if newest and told else 0
            )
            alone = self.selection.worth.alone[statement.id]
            lead = self._lifted(alone, statement) * CHANGES
            most[statement.id] = lead * late[statement.id]
        ranks: dict[str, float] = {}
        best = 0.0
        for statement in sorted(pool, key=lambda s: -most[s.id]):
            if most[statement.id] < best:
                break  # what it would be worth if nothing were told is not enough
            change = CHANGES if tells_a_change(statement) else 1.0
            rank = self.worth(statement) * change * late[statement.id]
            ranks[statement.id] = rank
            best = max(best, rank)
        return self._add_best(because, ranks)

    def add(self, because: str, pool: Iterable[Statement]) -> bool:
        """Add the best of *pool* that is not said yet; tell whether there is one."""
        ranks = {s.id: self.worth(s) for s in pool if s.id not in self.taken}
        return self._add_best(because, ranks)

    def repeats(self, statement: Statement) -> bool:
        """Tell whether one line holds much of what *statement* says."""
        matter = self.selection.matter
        mine = matter[statement.id]
        return any(
            len(mine & matter[choice.statement]) > REPEATS * len(mine)
            for choice in self.chosen
        )

    def _add_best(self, because: str, ranks: Mapping[str, float]) -> bool:
        order = self.selection.view.order
        best = min(ranks, key=lambda i: (-ranks[i], order[i]), default=None)
        if best is None:
            return False
        choice = choice_of(self.selection, "", best, ranks[best])
        self.chosen.append(replace(choice, because=because))
        self._tell(best)
        return True

    def worth(self, statement: Statement) -> float:
        """Give what a line adds: words and matter, about the event, as plain news."""
        one = (statement.id,)
        new = adds(self.selection.worth, one, self.covered, self.told)
        return self._lifted(new, statement)

    def _lifted(self, new: float, statement: Statement) -> float:
        """Give what *new* words and matter count in a line: plain news of the event."""
        voice = QUOTED if statement.is_quoted else 1.0
        about = AROUND + self.selection.central.get(statement.id, 0.0) ** 2
        return new * voice * about * self.plain(statement)

    def plain(self, statement: Statement) -> float:
        """Give 1 where a line says whom it speaks of, or a line above has said it."""
        return UNKNOWN if leaves_open(statement, self.named) else 1.0

    def _tell(self, best: str) -> None:
        view, worth = self.selection.view, self.selection.worth
        self.named |= names_in(view.statements[best])
        self.covered.update(worth.concepts[best])
        for other, share in worth.echoes.get(best, {}).items():
            self.told[other] = max(share, self.told.get(other, 0.0))
        self.taken.update(i for i, share in self.told.items() if share >= 1.0)
        self.taken.update(view.fact_of[best].members, view.near.get(best, ()))


def _superseded(
    view: View, able: list[Statement], figures: Sequence[PlannedFigure]
) -> set[str]:
    """Give the statements with a toll that is no longer so, or only a part of it."""
    found: set[str] = set()
    seen: set[tuple[str | None, str]] = set()
    counting = [statement for statement in able if statement.figures]
    for row in (row for row in figures if row.measure):
        last = {v for v in _values(view, row) if v[:2] not in seen}
        units = {(measure, unit) for measure, unit, _, _ in last}
        seen |= units
        for statement in counting:
            mine = {_value(f) for f in statement.figures if f.is_real}
            counted = {v for v in mine if v[:2] in units}
            if counted and counted.isdisjoint(last):
                found.add(statement.id)
    return found


def _is_settled(view: View, statement: Statement) -> bool:
    """Tell whether a statement is a side of a dispute that a later report settled."""
    return any(settled_by(view, r) for r in view.disputes.get(statement.id, ()))


def _was_unknown(view: View, statement: Statement) -> bool:
    """Tell whether what was not known stands in an article that is not the newest."""
    is_unknown = any(hedge.kind == "unknown" for hedge in statement.hedges)
    return is_unknown and view.late.get(statement.article, 1.0) < 1.0


def _may_lead(selection: Selection, statement: Statement) -> bool:
    """Tell whether a statement is short and plain, no guilt on one unknown origin."""
    is_long = selection.worth.words[statement.id] > LONGEST
    if is_long or PERSONAL.search(statement.text):
        return False
    origin = selection.view.corpus.origins[statement.id]
    speakers = {a.speaker.name for a in statement.attributions if a.speaker}
    people = {n.name for n in statement.names if n.kind == "person"}
    return origin.kind != "unknown" or people <= speakers


def _of_the_event(
    selection: Selection,
    fit: list[Statement],
    event: dt.date | None,
    figures: Sequence[PlannedFigure],
) -> list[Statement]:
    """Give the statements with the toll as it stands last, else those of the day."""
    view, words = selection.view, selection.worth.words
    for row in figures:
        last = _values(view, row)
        found = [
            s
            for s in fit
            if any(_value(f) in last and not _is_part(s, f) for f in s.figures)
        ]
        if row.measure and found:
            return found
        if row.measure in RISING and words[row.choice.statement] <= LONGEST_TOLL:
            return [view.statements[row.choice.statement]]
    dated = [s for s in fit if event is not None and event in days_of(s)]
    return dated or fit


def _is_part(statement: Statement, figure: Figure) -> bool:
    """Tell whether a figure only names the whole of a part: "one of the five"."""
    before = statement.text[: figure.span.start - statement.span.start].split()[-2:]
    return not figure.is_real or "of" in [word.lower() for word in before]


def _values(view: View, row: PlannedFigure) -> set[Value]:
    counted = view.statements[row.choice.statement].figures
    return {_value(f) for f in counted if f.measure == row.measure and f.is_real}


def _value(figure: Figure) -> Value:
    return figure.measure, figure.unit, figure.low, figure.high


def _central_first(
    selection: Selection, disputes: Sequence[PlannedDisagreement]
) -> list[PlannedDisagreement]:
    """Give the disputes, those about the event itself before those beside it.

    One of which no side was worth a place in the sections is a detail, where it does
    not stand in the words of the event. Whether something is so comes before how.
    """
    found: list[tuple[bool, float, PlannedDisagreement]] = []
    for dispute in disputes:
        sides = [side.choice.statement for side in dispute.sides]
        central = math.fsum(selection.central.get(item, 0.0) for item in sides)
        if central >= HEART or not selection.taken.isdisjoint(sides):
            found.append((dispute.kind in WHETHER, central, dispute))
    found.sort(key=lambda entry: entry[:2], reverse=True)
    return [dispute for _, _, dispute in found]


def _settling(
    view: View, fit: list[Statement], disputes: Sequence[PlannedDisagreement]
) -> list[Statement]:
    """Give what settled a denial that is shown, best what tells of both.

    "It denied the claim before admitting it" leaves no reader with half of it.
    """
    if not any(d.resolved and d.kind == "denial" for d in disputes):
        return []
    ends = {r.resolved_by for r in view.corpus.relations if r.of == "denial"}
    settling = [s for s in fit if s.id in ends]
    both = [s for s in settling if any(h.kind == "denial" for h in s.hedges)]
    return both or settling


def _dispute(
    view: View,
    newest: Mapping[str, Statement],
    disputes: Sequence[PlannedDisagreement],
) -> tuple[str, Iterable[Statement]]:
    """Give the sides of the first dispute that is open; else who denies.

    *newest* gives what may stand there as it was printed last.
    """
    for dispute in disputes:
        if dispute.kind == "edit" or dispute.resolved is not None:
            continue
        sides = [newest.get(side.choice.statement) for side in dispute.sides]
        last = [s for s in reversed(sides) if s is not None]
        whole = [s for side in last for s in _of_both(view, side, newest)]
        if last:
            return "the main dispute", whole or last[:1]
    ends = {r.resolved_by for r in view.corpus.relations if r.resolved_by}
    sides_of = {side.choice.statement for d in disputes for side in d.sides}
    denials = [
        s
        for item, s in newest.items()
        if item == s.id
        and item not in sides_of | ends
        and any(h.kind == "denial" for h in s.hedges)
    ]
    return "the main dispute", denials


def _of_both(
    view: View, side: Statement, able: Mapping[str, Statement]
) -> list[Statement]:
    """Give those of *able* that tell what *side* claims and that it is denied."""
    same = (*view.fact_of[side.id].members, *view.near.get(side.id, ()))
    return [
        statement
        for item in same
        if item != side.id
        and (statement := able.get(item))
        and any(hedge.kind == "denial" for hedge in statement.hedges)
        and not any(hedge.kind == "denial" for hedge in side.hedges)
    ]
