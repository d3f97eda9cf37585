"""The state of a selection: what is told already, and what each statement adds."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from briefing.model.plan import Choice
from briefing.plan.stems import content_stems
from briefing.plan.tolls import Tolls
from briefing.plan.value import Worth, adds, boost_parts, gain
from briefing.plan.view import View

AT_HOME: Final = 0.7
"""Share of its best section's relevance that a statement needs to stand elsewhere."""

BELONGS: Final = 0.1
"""Relevance, as a share of the section's strongest, below which nothing is chosen."""

FIT: Final = 0.35
"""What a statement's worth counts in a section it hardly fits; a full fit counts 1.35:
coverage leads, relevance places."""

REPEATS: Final = 0.45
ECHOED: Final = 0.65
"""A statement of whose content one chosen statement says more than the first share is
a repetition; where two are heard, each for himself, more than the second: that another
says it too is news. On four events .45 to .65 leave the most facts standing.
"""

FEWEST: Final = 3
"""Content words that two statements must share for one to repeat the other."""


KNOWN: Final = 0.5
"""What it takes from a statement that all its matter is told already in other words."""

HEARD: Final = 0.8
"""What is left of a statement's worth, where a section is ordered by actor, for each
one by the same speaker that stands there: readers want to hear every side first."""


SPEAKS_FOR: Final = {
    "relevance": "above all its words are those of the section",
    "coverage": "above all it says much of what the articles carry",
    "lead": "above all it opens its article",
    "support": "above all several origins bear it out",
    "toll": "above all it counts who came to harm",
    "figure": "above all it gives a number",
    "dispute": "above all it is disputed",
    "late": "above all it is among the newest",
}
"""Part of a score that is the strongest → why a statement was chosen, in words."""


@dataclass
class Selection:
    """The state of one selection: what is covered, taken and chosen."""

    view: View
    worth: Worth
    relevance: Mapping[str, Mapping[str, float]]
    """Section id → statement id → relevance, scaled to the section's strongest."""
    passages: Mapping[str, tuple[str, ...]]
    """Statement id → the run of statements it needs, itself last."""
    event: dt.date | None = None
    """The day of the event."""
    central: Mapping[str, float] = field(default_factory=dict)
    """Statement → how much of it is in the words of the event, 0–1."""
    tolls: Tolls = field(default_factory=dict)
    """Measure → the counts of all who came to harm in the event."""
    covered: Counter[int] = field(default_factory=Counter)
    told: dict[str, float] = field(default_factory=dict)
    """Statement → the share of its matter that is chosen already."""
    taken: dict[str, str] = field(default_factory=dict)
    """Statements chosen, and those that say the same → the chosen one."""
    home: dict[str, str] = field(default_factory=dict)
    """Statement chosen → its section."""

    holders: dict[str, list[str]] = field(default_factory=dict)
    """Content stem → the statements chosen that hold it."""
    fitting: dict[str, dict[str, float]] = field(default_factory=dict)
    """Statement → section → its fit there, as far as it was asked."""
    belonging: dict[str, list[str]] = field(default_factory=dict)
    """Statement → the sections where it belongs, as far as it was asked."""
    heard: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(section, speaker) → statements chosen there, of sections ordered by actor."""
    by_actor: frozenset[str] = frozenset()
    """Sections ordered by actor."""
    leaning: dict[str, list[str]] = field(default_factory=dict)
    """Statement → those that lean on it."""

    def __post_init__(self) -> None:
        """Look up what leans on what, once."""
        self.by_actor = frozenset(
            s.id for s in self.view.outline.sections if s.order == "actor"
        )
        for item, run in self.passages.items():
            for before in run[:-1]:
                self.leaning.setdefault(before, []).append(item)

    def homes(self, statement: str) -> list[str]:
        """Give the sections where *statement* belongs, the best first."""
        known = self.belonging.get(statement)
        if known is None:
            values = self.fits(statement)
            least = max(BELONGS, AT_HOME * max(values.values(), default=0.0))
            known = [section for section, value in values.items() if value >= least]
            known.sort(key=lambda section: (-values[section], section))
            self.belonging[statement] = known
        return known

    def missing(self, statement: str) -> tuple[str, ...]:
        """Give what of the statement's passage is not chosen yet."""
        return tuple([i for i in self.passages[statement] if i not in self.home])

    def rooms_for(self, statement: str) -> list[str]:
        """Give the sections where the whole passage can stand together."""
        held = self.home and {
            self.home[i] for i in self.passages[statement] if i in self.home
        }
        if not held:
            return self.homes(statement)
        return sorted(held) if len(held) == 1 else []

    def score(self, section: str, statement: str) -> float:
        """Give the worth of *statement*, with what it needs, in *section* now."""
        fit = FIT + self.fit(section, statement)
        return self.value(statement) * fit * self._unheard(section, statement)

    def _unheard(self, section: str, statement: str) -> float:
        speaker = self.view.speakers.get(statement)
        if speaker is None or not self.heard:
            return 1.0
        times: float = HEARD ** self.heard[section, speaker.name]
        return times

    def value(self, statement: str) -> float:
        """Give the worth of *statement*, with what it needs, in any section now."""
        new = self.missing(statement)
        if len(new) == 1 and not (self.covered or self.told):
            return self.worth.alone[statement]
        new_here = 1.0 - KNOWN * self.told.get(statement, 0.0)
        return adds(self.worth, new, self.covered, self.told) * new_here

    def fit(self, section: str, statement: str) -> float:
        """Give the relevance of a statement with all it needs, 0–1."""
        return self.fits(statement)[section]

    def fits(self, statement: str) -> Mapping[str, float]:
        """Give the fit of a statement in each section; worked out once."""
        found = self.fitting.get(statement)
        if found is None:
            run = self.passages.get(statement, (statement,))
            found = self.fitting[statement] = {
                section: sum([table.get(item, 0.0) for item in run]) / len(run)
                if len(run) > 1
                else table.get(statement, 0.0)
                for section, table in self.relevance.items()
            }
        return found

    def words(self, statement: str) -> int:
        """Count the words that choosing *statement* would add."""
        return sum(self.worth.words[item] for item in self.missing(statement))

    def repeats(self, statement: str) -> bool:
        """Tell whether chosen statements already say most of *statement*.

        What it leans on must not be said already elsewhere either.
        """
        new = self.missing(statement)
        facts = {self.view.fact_of[item].members[0] for item in new}
        if len(facts) < max(1, len(new)) or not self.taken.keys().isdisjoint(new):
            return True
        return self.told_by(statement) is not None

    def told_by(self, statement: str) -> str | None:
        """Give a chosen statement that shares most of the words of *statement*.

        Who says it is no matter of what is said: two refusals of one firm share that.
        """
        speaker = self.view.speakers.get(statement)
        named = content_stems(speaker.name) if speaker else ()
        mine = self.view.matter[statement].difference(named)
        shared: dict[str, int] = {}
        for stem in mine:
            for other in self.holders.get(stem, ()):
                shared[other] = shared.get(other, 0) + 1
        told = (
            other
            for other, count in shared.items()
            if count >= FEWEST and count > self._allowed(statement, other) * len(mine)
        )
        passage = self.passages[statement]
        return min((other for other in told if other not in passage), default=None)

    def _allowed(self, statement: str, other: str) -> float:
        """Give the share of its content that *other* may say before it."""
        if self._counts_anew(statement, other):
            return 1.0
        mine, theirs = (self.view.speakers.get(item) for item in (statement, other))
        if mine is None or theirs is None or mine.is_anonymous:
            return REPEATS
        return REPEATS if mine.name == theirs.name else ECHOED

    def _counts_anew(self, statement: str, other: str) -> bool:
        """Tell whether *statement* counts things, and *other* has none of its numbers.

        "The firm has 6,246 dealers" is not said by "It spoke of poor dealers".
        """
        counted, said = (
            {f.low for f in self.view.statements[i].figures if f.is_real and f.unit}
            for i in (statement, other)
        )
        return bool(counted) and counted.isdisjoint(said)

    def take(self, statement: str, section: str) -> None:
        """Count *statement* and all that say the same as said."""
        if statement not in self.home:
            for stem in self.view.matter[statement]:
                self.holders.setdefault(stem, []).append(statement)
        self.home[statement] = section
        if section in self.by_actor and (who := self.view.speakers.get(statement)):
            self.heard[section, who.name] += 1
        self.tell(statement)
        view = self.view
        for item in (*view.fact_of[statement].members, *view.near.get(statement, ())):
            self.taken.setdefault(item, statement)

    def tell(self, statement: str) -> None:
        """Count the words and matter of *statement* as told, wherever it stands."""
        self.covered.update(self.worth.concepts[statement])
        for other, share in self.worth.echoes.get(statement, {}).items():
            self.told[other] = max(share, self.told.get(other, 0.0))


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
    same = tuple(item for item in view.backing.get(statement, ()) if item != statement)
    because = why or SPEAKS_FOR.get(strongest, strongest)
    return Choice(statement, score, parts, because, same, beat)
