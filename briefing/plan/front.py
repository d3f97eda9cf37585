"""The lines of the bottom line as they are chosen: how much each adds, and repeats."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from briefing.model.plan import Choice
from briefing.model.statement import Statement
from briefing.plan.introduced import leaves_open, names_in
from briefing.plan.latest import NEWEST, WHEN, day_of_telling, newness
from briefing.plan.selection import Selection, choice_of
from briefing.plan.telling import NAMED, names_whom, tells_event
from briefing.plan.vague import has_flourish
from briefing.plan.value import adds

REPEATS: Final = 0.35
"""Share of a statement's content that one line may hold already: lines are few."""

TOLD: Final = 0.5
"""Share of a statement's matter that the lines may tell already, in other words."""

QUOTED: Final = 0.5
"""What a sentence with words of speech is worth there: it tells of a view first."""

A_DAY_OLDER: Final = 0.9
OLDEST: Final = 0.5
"""What each day before the newest article takes from a line on the latest change, and
what all of them leave: a weighty change of two days ago comes before a detail of today,
and the news before what an article tells of another matter months later."""

UNKNOWN: Final = 0.5
"""What it makes of a line that it leaves open whom it speaks of: "the man fell"."""

# Matches "was also charged", "Also on Monday"; not "Alsop".
ALSO: Final = re.compile(r"\b[Aa]lso\b")

BESIDES: Final = 0.7
"""What it makes of a line that it only adds to what was told before it."""

FLOURISH: Final = 0.5
"""What it makes of a line that words stand in it which only weigh what it tells."""

AROUND: Final = 0.3
"""What a sentence counts that has none of the words of the event, beside one full of
them with 1.3."""


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

    @property
    def event(self) -> dt.date | None:
        """Give the day of the event."""
        return self.selection.event

    def add_first(self, because: str, pool: Mapping[str, float]) -> None:
        """Add what tells the event best: in its words, on its day, as plain news."""
        statements = self.selection.view.statements
        ranks = {
            item: share
            * tells_event(self.selection, statements[item])
            * self.plain(statements[item])
            for item, share in pool.items()
        }
        self._add_best(because, ranks)

    def add_latest(self, because: str, pool: Iterable[Statement]) -> None:
        """Add what tells most of a change that is new.

        How many origins carry it is no matter: what is new has been told by few.
        """
        pool = [s for s in pool if s.id not in self.taken]
        late = self._lateness(pool)
        boost = self.selection.worth.boost
        ranks = {
            s.id: boost[s.id]
            * self._voice(s)
            * self._about(s)
            * (newness(s, self.event) * late[s.id])
            for s in pool
        }
        self._add_best(because, ranks)

    def add_more(self, because: str, pool: Iterable[Statement]) -> bool:
        """Add what most origins carry and is new; tell whether there is one."""
        pool = [s for s in pool if s.id not in self.taken]
        late = self._lateness(pool)
        alone = self.selection.worth.alone
        most = {
            s.id: alone[s.id] * _speech(s) * self._around(s) * (NEWEST * late[s.id])
            for s in pool
        }
        ranks: dict[str, float] = {}
        best = 0.0
        for statement in sorted(pool, key=lambda s: -most[s.id]):
            if most[statement.id] < best:
                break  # if nothing were told, and it were new and plain
            new = newness(statement, self.event) * late[statement.id]
            rank = self.worth(statement) * new
            ranks[statement.id] = rank
            best = max(best, rank)
        return self._add_best(because, ranks)

    def _lateness(self, pool: Iterable[Statement]) -> dict[str, float]:
        """Give what the day of its article leaves of each of *pool*.

        What was news before the event is of the time before it.
        """
        told = {s.id: day_of_telling(self.selection.view, s) for s in pool}
        newest = max(filter(None, told.values()), default=None)
        found: dict[str, float] = {}
        for statement in pool:
            day = told[statement.id]
            age = (newest - day).days if newest and day else 0
            before = WHEN["before"] if self.event and day and day < self.event else 1.0
            found[statement.id] = max(OLDEST, A_DAY_OLDER**age) * before
        return found

    def add(self, because: str, pool: Iterable[Statement]) -> bool:
        """Add the best of *pool* that is not said yet; tell whether there is one."""
        ranks = {s.id: self.worth(s) for s in pool if s.id not in self.taken}
        return self._add_best(because, ranks)

    def add_claim(self, because: str, claims: Iterable[Statement]) -> bool:
        """Add the best of *claims*, though the lines tell what it is that is claimed.

        One of them that stands there already is enough.
        """
        ranks = {s.id: self.worth(s) for s in claims}
        told = any(choice.statement in ranks for choice in self.chosen)
        return not told and self._add_best(because, ranks)

    def repeats(self, statement: Statement, most: float = REPEATS) -> bool:
        """Tell whether a line holds more than *most* of a statement, in any words."""
        if self.told.get(statement.id, 0.0) >= TOLD:
            return True
        matter = self.selection.view.matter
        mine = matter[statement.id]
        bound = most * len(mine)
        held = [len(mine & matter[choice.statement]) for choice in self.chosen]
        return max(held, default=0) > bound

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
        return new * self._voice(statement) * self._around(statement)

    def _around(self, statement: Statement) -> float:
        return AROUND + self.selection.central.get(statement.id, 0.0) ** 2

    def _about(self, statement: Statement) -> float:
        """Give more for what is in the words of the event, and says whom it meets."""
        who = NAMED if names_whom(statement) else 1.0
        return who * (AROUND + self.selection.central.get(statement.id, 0.0))

    def _voice(self, statement: Statement) -> float:
        """Give 1 for plain news, less for words of speech and who is not introduced."""
        return _speech(statement) * self.plain(statement)

    def plain(self, statement: Statement) -> float:
        """Give 1 where a line says whom it speaks of, or a line above has said it."""
        known = UNKNOWN if leaves_open(statement, self.named) else 1.0
        weighs = has_flourish(self.selection.view, statement)
        return (
            known
            * (BESIDES if ALSO.search(statement.text) else 1.0)
            * (FLOURISH if weighs else 1.0)
        )

    def _tell(self, best: str) -> None:
        view, worth = self.selection.view, self.selection.worth
        self.named |= names_in(view.statements[best])
        self.covered.update(worth.concepts[best])
        for other, share in worth.echoes.get(best, {}).items():
            self.told[other] = max(share, self.told.get(other, 0.0))
        self.taken.update(i for i, share in self.told.items() if share >= 1.0)
        self.taken.update(view.fact_of[best].members, view.near.get(best, ()))


def _speech(statement: Statement) -> float:
    """Give less than 1 for words of speech."""
    quotes = any(a.kind != "indirect" for a in statement.attributions)
    return QUOTED if quotes or statement.is_quoted else 1.0
