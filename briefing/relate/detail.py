"""What a detail is: one that can be told in one way only, and whom it is of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.model.statement import Name, Statement
from briefing.relate.gists import Gist, term_of
from briefing.resources import word_table
from briefing.text.words import fold, stopwords

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Detail:
    """A detail of something, with what must be equal for two to be of one thing."""

    gist: Gist
    key: tuple[str, ...]
    """Kind and whatever must be the same to the letter."""
    words: str
    """The detail as it stands in its source."""
    value: str = ""
    reach: Range | None = None
    """Of a length, the least and the most that it can be."""
    bearers: frozenset[str] = frozenset()
    """Who or what it is of, where it can be called in several ways; any is enough."""

    @property
    def is_number(self) -> bool:
        """Tell whether the two differ in a number."""
        return self.reach is not None

    def is_of(self, other: Detail) -> bool:
        """Tell whether two details of one key are of one thing."""
        if not self.bearers or not other.bearers:
            return not (self.bearers or other.bearers)
        return not self.bearers.isdisjoint(other.bearers)

    def agrees(self, other: Detail) -> bool:
        """Tell whether both can be right."""
        if self.reach and other.reach:
            return self.reach[0] < other.reach[1] and other.reach[0] < self.reach[1]
        if self.key[0] == "bearing":
            return not _are_apart(self.value, other.value)
        return self.value == other.value


Reader = Callable[[Gist], Iterator[Detail]]


# Matches "36-year-old"; not "36 years".
AGED: Final = re.compile(r"\b(\d{1,3})-year-old\b", re.IGNORECASE)


BESIDE: Final = 40
"""Letters before a name in which the age of its bearer stands."""


# Matches "The bus " and "a school bus "; not "his ".
SUBJECT: Final = re.compile(
    r"\b(?:the|an?)\s(?:[\w-]+\s){0,2}?([a-z]+)\s*$", re.IGNORECASE
)


def _are_apart(one: str, two: str) -> bool:
    """Tell whether two points exclude each other: "n" holds "ne", and not "e"."""
    return not (set(one) <= set(two) or set(two) <= set(one))


def bearers_before(statement: Statement, end: int) -> frozenset[str]:
    """Give who is told of before *end*: the last person named, his age, or a thing.

    "The bus plunged" tells of a bus; "the man fell" of nobody.
    """
    named = [n for n in people_in(statement) if statement.place_of(n.span).stop <= end]
    ages = [m for m in AGED.finditer(statement.text) if m.start() < end]
    start = statement.place_of(named[-1].span).start if named else 0
    found = {fold(named[-1].name.split()[-1])} if named else set()
    # An age is his who is named next, or nobody else's; "Rait, 36," is not read.
    found |= {m[1] for m in ages[-1:] if m.start() >= start - BESIDE}
    return frozenset(found) or _thing(statement.text[:end])


def people_in(statement: Statement) -> list[Name]:
    """Give the persons told of, in order, who do not only own something."""
    return [
        name
        for name in named_in(statement)
        if not statement.words_after(name.span).startswith(("'s", "’s"))
    ]


def named_in(statement: Statement) -> list[Name]:
    """Give the persons told of, not those who only tell."""
    sources = [a.source for a in statement.attributions if a.source]
    return [
        name
        for name in statement.people()
        if not any(s.start <= name.span.start < s.end for s in sources)
    ]


def _thing(before: str) -> frozenset[str]:
    found = SUBJECT.search(before)
    if not found or found[1] in stopwords() or found[1] not in _vehicles():
        return frozenset()
    return frozenset({term_of(found[1])})


@cache
def _vehicles() -> frozenset[str]:
    rows = (row[1] for row in word_table("anaphoric_nouns") if row[0] == "vehicle")
    return frozenset(word for row in rows for word in row.split())
