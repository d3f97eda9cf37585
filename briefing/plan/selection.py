"""Choose statements for the sections under their word budgets, saying nothing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from briefing.model.outline import SectionSpec
from briefing.model.plan import Choice
from briefing.model.statement import Statement
from briefing.plan.value import Worth, boost_parts, gain
from briefing.plan.view import View

AT_HOME: Final = 0.7
"""Share of its best section's relevance that a statement needs to stand elsewhere."""

BELONGS: Final = 0.25
"""Relevance, as a share of the section's strongest, below which nothing is chosen."""

REPEATS: Final = 0.6
"""Share of a statement's content already said by one chosen statement that makes it a
repetition."""

RUNNERS_UP: Final = 3


@dataclass
class Budget:
    """A section while it is being filled."""

    section: SectionSpec
    words: int
    chosen: list[Choice] = field(default_factory=list)


def budgets(view: View) -> dict[str, Budget]:
    """Share the outline's length over the topic sections; their own `words` first."""
    topics = [s for s in view.outline.sections if s.kind == "topic"]
    fixed = sum(s.words for s in topics if s.words is not None)
    free = [s for s in topics if s.words is None]
    share = max(0, view.outline.length - fixed) // max(1, len(free))
    return {s.id: Budget(s, share if s.words is None else s.words) for s in topics}


@dataclass
class Selection:
    """The state of one selection: what is covered and what is taken."""

    view: View
    worth: Worth
    relevance: Mapping[str, Mapping[str, float]]
    """Section id → statement id → relevance, scaled to the section's strongest."""
    covered: Counter[str] = field(default_factory=Counter)
    taken: set[str] = field(default_factory=set)
    """Statements chosen, and those that say the same."""

    def homes(self, statement: str) -> list[str]:
        """Give the sections where *statement* belongs, the best first."""
        values = {
            section: table.get(statement, 0.0)
            for section, table in self.relevance.items()
        }
        best = max(values.values(), default=0.0)
        fit = [s for s, v in values.items() if v >= BELONGS and v >= AT_HOME * best]
        return sorted(fit, key=lambda section: (-values[section], section))

    def score(self, section: str, statement: str) -> float:
        """Give the worth of *statement* in *section* now."""
        fit = self.relevance[section][statement]
        return gain(self.worth, statement, self.covered) * (0.35 + fit)

    def repeats(self, statement: str) -> bool:
        """Tell whether one chosen statement already says most of *statement*."""
        if statement in self.taken:
            return True
        mine = self._matter(statement)
        return any(
            len(mine & self._matter(other)) >= REPEATS * len(mine)
            for other in self.taken
            if other in self.view.statements
        )

    def _matter(self, statement: str) -> frozenset[str]:
        return frozenset(self.view.stems[statement])

    def take(self, statement: str) -> None:
        """Count *statement* and all that say the same as said."""
        self.covered.update(self.worth.concepts[statement])
        self.taken.update(self.view.fact_of[statement].members)
        self.taken.update(self.view.near.get(statement, ()))


def select(selection: Selection, able: list[Statement]) -> dict[str, list[Choice]]:
    """Fill the sections from *able*, the best (statement, section) at each step."""
    rooms = budgets(selection.view)
    places = {s.id: selection.homes(s.id) for s in able}
    _place_pins(selection, rooms)
    waiting = [s.id for s in able if places[s.id] and s.id not in selection.taken]
    while waiting:
        ranked = _ranked(selection, rooms, waiting, places)
        if not ranked:
            break
        score, statement, section = ranked[0]
        beat = tuple(item for _, item, room in ranked[1:] if room == section)
        choice = choice_of(selection, section, statement, score, beat[:RUNNERS_UP])
        rooms[section].chosen.append(choice)
        rooms[section].words -= selection.worth.words[statement]
        selection.take(statement)
        waiting = [item for item in waiting if not selection.repeats(item)]
    return {section: room.chosen for section, room in rooms.items()}


def _ranked(
    selection: Selection,
    rooms: Mapping[str, Budget],
    waiting: list[str],
    places: Mapping[str, list[str]],
) -> list[tuple[float, str, str]]:
    fits = (
        (selection.score(section, item), item, section)
        for item in waiting
        for section in places[item]
        if selection.worth.words[item] <= rooms[section].words
    )
    order = selection.view.order
    return sorted(fits, key=lambda fit: (-fit[0], order[fit[1]], fit[2]))


def _place_pins(selection: Selection, rooms: Mapping[str, Budget]) -> None:
    for statement, section in selection.view.outline.edits.pin.items():
        if statement in selection.view.statements and section in rooms:
            choice = choice_of(selection, section, statement, 0.0, (), pinned=True)
            rooms[section].chosen.append(choice)
            rooms[section].words -= selection.worth.words[statement]
            selection.take(statement)


def choice_of(  # noqa: PLR0913 - one record's fields, named at the call
    selection: Selection,
    section: str,
    statement: str,
    score: float,
    beat: tuple[str, ...],
    *,
    pinned: bool = False,
) -> Choice:
    """Record why *statement* is chosen for *section*."""
    view = selection.view
    subject = view.statements[statement]
    fact = view.fact_of[statement]
    named = any(a.speaker and not a.speaker.is_anonymous for a in subject.attributions)
    parts = {
        "relevance": selection.relevance.get(section, {}).get(statement, 0.0),
        "coverage": gain(selection.worth, statement, selection.covered),
        **boost_parts(view, subject, fact.origins, has_speaker=named),
    }
    strongest = max(parts, key=lambda name: (parts[name], name))
    because = "pinned by the outline" if pinned else f"strongest for its {strongest}"
    same = tuple(item for item in fact.members if item != statement)
    return Choice(statement, score, parts, because, same, beat)
