"""Choose statements for the sections under their word budgets, saying nothing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from briefing.model.plan import Choice
from briefing.plan.rooms import Room, Rooms
from briefing.plan.value import Worth, boost_parts, gain
from briefing.plan.view import View

AT_HOME: Final = 0.7
"""Share of its best section's relevance that a statement needs to stand elsewhere."""

BELONGS: Final = 0.1
"""Relevance, as a share of the section's strongest, below which nothing is chosen."""

FIT: Final = 0.35
"""What a statement's worth counts in a section it hardly fits; a full fit counts 1.35:
coverage leads, relevance places."""

REPEATS: Final = 0.6
"""Share of a statement's content already said by one chosen statement that makes it a
repetition."""

FLOOR: Final = 0.03
"""Worth, as a share of the first choice's, below which what is left is filler: a brief
is rather short than padded."""

RUNNERS_UP: Final = 3


@dataclass
class Selection:
    """The state of one selection: what is covered, taken and chosen."""

    view: View
    worth: Worth
    relevance: Mapping[str, Mapping[str, float]]
    """Section id → statement id → relevance, scaled to the section's strongest."""
    passages: Mapping[str, tuple[str, ...]]
    """Statement id → the run of statements it needs, itself last."""
    covered: Counter[str] = field(default_factory=Counter)
    taken: set[str] = field(default_factory=set)
    """Statements chosen, and those that say the same."""
    home: dict[str, str] = field(default_factory=dict)
    """Statement chosen → its section."""

    def homes(self, statement: str) -> list[str]:
        """Give the sections where *statement* belongs, the best first."""
        values = {section: self.fit(section, statement) for section in self.relevance}
        best = max(values.values(), default=0.0)
        fit = [s for s, v in values.items() if v >= BELONGS and v >= AT_HOME * best]
        return sorted(fit, key=lambda section: (-values[section], section))

    def missing(self, statement: str) -> tuple[str, ...]:
        """Give what of the statement's passage is not chosen yet."""
        return tuple(i for i in self.passages[statement] if i not in self.home)

    def rooms_for(self, statement: str) -> list[str]:
        """Give the sections where the whole passage can stand together."""
        held = {self.home[i] for i in self.passages[statement] if i in self.home}
        if not held:
            return self.homes(statement)
        return sorted(held) if len(held) == 1 else []

    def score(self, section: str, statement: str) -> float:
        """Give the worth of *statement*, with what it needs, in *section* now."""
        new = self.missing(statement)
        return gain(self.worth, new, self.covered) * (
            FIT + self.fit(section, statement)
        )

    def fit(self, section: str, statement: str) -> float:
        """Give the relevance of a statement with all it needs, 0–1."""
        run = self.passages.get(statement, (statement,))
        table = self.relevance[section]
        return sum(table.get(item, 0.0) for item in run) / len(run)

    def words(self, statement: str) -> int:
        """Count the words that choosing *statement* would add."""
        return sum(self.worth.words[item] for item in self.missing(statement))

    def repeats(self, statement: str) -> bool:
        """Tell whether chosen statements already say most of *statement*.

        What it leans on must not be said already elsewhere either.
        """
        new = self.missing(statement)
        if not new or any(item in self.taken for item in new):
            return True
        mine = self._matter(statement)
        return any(
            len(mine & self._matter(other)) >= REPEATS * len(mine)
            for other in self.home
            if other not in self.passages[statement]
        )

    def _matter(self, statement: str) -> frozenset[str]:
        return frozenset(self.view.stems[statement])

    def take(self, statement: str, section: str) -> None:
        """Count *statement* and all that say the same as said."""
        self.home[statement] = section
        self.covered.update(self.worth.concepts[statement])
        self.taken.update(self.view.fact_of[statement].members)
        self.taken.update(self.view.near.get(statement, ()))


def select(selection: Selection) -> dict[str, list[Choice]]:
    """Fill the sections, the best (statement, section) at each step."""
    rooms = Rooms(selection.view.outline)
    _place_pins(selection, rooms)
    waiting = [item for item in selection.passages if selection.homes(item)]
    first = 0.0
    while waiting := [item for item in waiting if not selection.repeats(item)]:
        ranked = _ranked(selection, rooms, waiting)
        if not ranked:
            break
        score, statement, section = ranked[0]
        first = first or score
        if score < FLOOR * first:
            break
        beat = tuple(item for _, item, room in ranked[1:] if room == section)
        _choose(selection, rooms.by_id[section], statement, score, beat[:RUNNERS_UP])
    return {section: room.chosen for section, room in rooms.by_id.items()}


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


def _ranked(
    selection: Selection, rooms: Rooms, waiting: list[str]
) -> list[tuple[float, str, str]]:
    left = {section: rooms.left(section) for section in rooms.by_id}
    fits = (
        (selection.score(section, item), item, section)
        for item in waiting
        for section in selection.rooms_for(item)
        if selection.words(item) <= left[section]
    )
    order = selection.view.order
    return sorted(fits, key=lambda fit: (-fit[0], order[fit[1]], fit[2]))


def _place_pins(selection: Selection, rooms: Rooms) -> None:
    for statement, section in selection.view.outline.edits.pin.items():
        if statement in selection.view.statements and section in rooms.by_id:
            why = "pinned by the outline"
            choice = choice_of(selection, section, statement, 0.0, why=why)
            rooms.by_id[section].chosen.append(choice)
            rooms.by_id[section].words += selection.worth.words[statement]
            selection.take(statement, section)


def choice_of(  # noqa: PLR0913 - one record's fields
    selection: Selection,
    section: str,
    statement: str,
    score: float,
    *,
    beat: tuple[str, ...] = (),
    why: str | None = None,
) -> Choice:
    """Record why *statement* is chosen for *section*; *why* goes before the score."""
    view = selection.view
    parts = {
        "relevance": selection.relevance.get(section, {}).get(statement, 0.0),
        "coverage": gain(selection.worth, (statement,), selection.covered),
        **boost_parts(view, view.statements[statement]),
    }
    strongest = max(parts, key=lambda name: (parts[name], name))
    fact = view.fact_of[statement]
    same = tuple(item for item in fact.members if item != statement)
    because = why or f"strongest for its {strongest}"
    return Choice(statement, score, parts, because, same, beat)
