"""Tell whether a later report ends what an earlier one told as lasting, or to come."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from briefing.model.statement import Statement
from briefing.plan.announcements import COMING
from briefing.plan.answered import leaves_open
from briefing.plan.changes import changes_in, verbs_of_change
from briefing.plan.clauses import PAUSE
from briefing.plan.overtaken import NOT_YET
from briefing.plan.stems import content_stems
from briefing.plan.tolls import RISING
from briefing.plan.view import View
from briefing.plan.wording import blanked
from briefing.resources import word_table
from briefing.text.words import fold, stem, words_in

# Matches what makes a state one that lasts: "is still", "remained", "has not been".
LASTING: Final = re.compile(
    r"\b(?:still|yet|remain(?:s|ed)?|continu(?:es?|ed|ing)|ongoing|under\s?way|at\s+large"
    r"|on\s+the\s+(?:run|loose)|want(?:s|ed)?|unaccounted|unidentified|(?:was|were)\s+being"
    r"|not|no|none)\b"
    r"|n[’']t\b|\b(?:is|are)\s+(?:\w+ing|closed|shut|trapped|missing|in)\b",
    re.IGNORECASE,
)

# Matches what makes a name one that was kept: "not released", "withheld", "yet to be".
KEPT: Final = re.compile(
    r"\b(?:not|no|nobody|never|yet|unclear|unknown|withheld|unidentified|declin\w+"
    r"|refus\w+)\b|n[’']t\b",
    re.IGNORECASE,
)

# Matches "claimed responsibility", "claims credit"; not "claimed a prize".
CLAIM: Final = re.compile(r"\bclaim\w*\s+(?:responsibility|credit)\b", re.IGNORECASE)

# Matches " of " behind "the name", " for " behind "the hunt"; not " in ".
GOVERNED: Final = re.compile(
    r"(?<=\bfor)\s|(?<=\bquestion)\s|(?<=\binterview)\s|\s(?:of|for)\s"
)

# Matches what names nobody before a noun: "at least one alleged ", "two could ".
EMPTY: Final = re.compile(
    r"\b(?:at\s+least|alleged(?:ly)?|could|may|might|would|believed|all|some|both"
    r"|one|two|three|four|five|several|many|more)\b",
    re.IGNORECASE,
)

# Matches " that " of "the driver that hit them", " who "; not "this".
RELATIVE: Final = re.compile(r"\s(?:that|who|which|whose|after|when|where)\s")

SHARED: Final = 0.6
"""Share of the words for what a state is told of that a later sentence must speak of,
where neither names the same person."""

# Matches "three of the robbers", whose arrest ends no search for the others.
SOME_OF: Final = re.compile(r"\b\w+\s+of\s+(?:the|those|them)\b", re.IGNORECASE)

FEWEST: Final = 2
"""Words that both must have, unless one is all there is, and of all of them."""

# Matches "A second man seen with Per Lund", who is another; not "Judge Ana Holm".
NO_NAME: Final = re.compile(
    r"\s*(?:an?|the|one|two|another|his|her|their)\s", re.IGNORECASE
)

CLOSE: Final = 3
"""Code points from a noun to the name that says who it is: "the pilot, Ana Holm"."""

HEAD: Final = 4
"""Content words that name it: what follows tells where, or since when."""

NEAR: Final = 10
BESIDE: Final = 4
"""Words from a name, or from a bare noun, to the word that ends its bearer's state."""


@dataclass(frozen=True, slots=True)
class State:
    """A class of lasting states."""

    name: str
    cue: re.Pattern[str]
    ends: frozenset[str]
    """Stems of the words that end it."""


class Ended:
    """What later articles tell of the end of states, by the words that end them."""

    def __init__(self, view: View) -> None:
        """Look into the corpus of *view* when first asked."""
        self._view = view

    def has_ended(self, statement: Statement, told: dt.date) -> bool:
        """Tell whether a later article ends what *statement* tells as lasting."""
        if LASTING.search(statement.text) is None:
            return False
        return any(
            self._ends(state, statement, later)
            for state in _told(statement)
            for later in self._after(state, told)
        )

    def has_come(self, statement: Statement, told: dt.date) -> bool:
        """Tell whether a later article tells of the act that was to come, as done."""
        acts = {stem(match["act"]) for match in COMING.finditer(statement.text)}
        people = _people_in(statement)
        return any(
            act in changes_in(later.text)
            and any(_is_near(later.text, name, frozenset([act])) for name in people)
            for act in acts & verbs_of_change()
            for later in self._later(act, told)
        )

    def _after(self, state: State, told: dt.date) -> Iterator[Statement]:
        for word in state.ends:
            yield from self._later(word, told)

    def _later(self, word: str, told: dt.date) -> Iterator[Statement]:
        """Give what later articles tell with *word*, and leave nothing open."""
        for later in self._holders.get(word, ()):
            day = self._view.told_on(later)
            if day is not None and day > told:
                yield later

    def _ends(self, state: State, one: Statement, later: Statement) -> bool:
        """Tell whether *later* ends the state of whom, or what, *one* tells of."""
        if state.name == UNCLAIMED:
            return CLAIM.search(later.text) is not None
        head, end = _head(state, one)
        named = {fold(word) for word in words_in(head)} if _names(head) else set()
        named |= {_last(n.name) for n in one.names if 0 <= n.span.start - end <= CLOSE}
        people = _people_in(one) & named
        if people:
            return any(_is_near(later.text, name, state.ends) for name in people)
        matter = set(content_stems(head)) - state.ends
        both = matter.intersection(self._view.stems[later.id])
        if len(both) < FEWEST and not _is_all(both, matter, state, later.text):
            return False
        return bool(matter) and len(both) >= SHARED * len(matter)

    @cached_property
    def _holders(self) -> dict[str, list[Statement]]:
        ends = verbs_of_change().union(*(state.ends for state in _states()))
        found: dict[str, list[Statement]] = defaultdict(list)
        for item, stems in self._view.stems.items():
            statement = self._view.statements[item]
            if statement.role != "body" or ends.isdisjoint(stems):
                continue
            if not leaves_open(statement) and not NOT_YET.search(statement.text):
                for word in ends.intersection(stems):
                    found[word].append(statement)
        return found


def _is_toll(state: State, statement: Statement) -> bool:
    """Tell whether people are counted: how many are missing, another count tells."""
    counts = any(f.measure in RISING and f.high > 1 for f in statement.figures)
    return counts and state.name == SOUGHT


def _told(statement: Statement) -> Iterator[State]:
    """Give the states that *statement* tells as lasting."""
    text = statement.text
    for state in _states():
        is_kept = state.name not in KEEPING or KEPT.search(text)
        if is_kept and state.cue.search(text) and not _is_toll(state, statement):
            yield state


SOUGHT: Final = "sought"
UNCLAIMED: Final = "unclaimed"
KEEPING: Final = ("nameless", UNCLAIMED)
"""States of which only what was kept, or not known, is one."""


@cache
def _states() -> tuple[State, ...]:
    return tuple(
        State(
            name,
            re.compile(rf"\b(?:{'|'.join(_phrases(cues))})\b", re.IGNORECASE),
            frozenset(stem(word) for word in _listed(ends)),
        )
        for name, cues, ends in word_table("stale_states")
    )


def _listed(words: str) -> list[str]:
    return [word.strip() for word in words.split(",")]


def _phrases(words: str) -> Iterator[str]:
    for word in sorted(_listed(words), key=len, reverse=True):
        yield re.escape(word).replace(r"\ ", r"\s+")


def _names(head: str) -> bool:
    return NO_NAME.match(head) is None


def _last(name: str) -> str:
    return fold(name.rsplit(maxsplit=1)[-1])


def _people_in(statement: Statement) -> set[str]:
    """Give the last names of whom a statement tells, but for those who speak in it."""
    names = {name.name for name in statement.people()}
    known = {r.antecedent for r in statement.references if r.antecedent}
    held = {n for n in known if n[:1].isupper() and n.split()[-1][:1].isupper()}
    told = (names | held).difference(statement.speakers())
    return {_last(name) for name in told if name.strip()}


def _is_all(both: set[str], matter: set[str], state: State, text: str) -> bool:
    """Tell whether the one word there is stands beside the end, and not of some."""
    if both != matter or SOME_OF.search(text):
        return False
    stems = [stem(fold(word)) for word in words_in(text)]
    ends = state.ends - _deaths()
    return any(_are_near(stems, word, ends, BESIDE) for word in both)


@cache
def _deaths() -> frozenset[str]:
    """Give the words of an end that many others meet with: a name must tell whose."""
    return frozenset(map(stem, ("died", "dead")))


def _is_near(text: str, name: str, ends: frozenset[str]) -> bool:
    """Tell whether *name* stands beside a word that ends the state."""
    words = [fold(word) for word in words_in(text)]
    stems = [word if word == name else stem(word) for word in words]
    return _are_near(stems, name, ends, NEAR)


def _are_near(stems: list[str], one: str, ends: frozenset[str], reach: int) -> bool:
    places = [i for i, word in enumerate(stems) if word == one]
    ending = [i for i, word in enumerate(stems) if word in ends]
    return any(abs(i - j) <= reach for i in places for j in ending)


def _head(state: State, statement: Statement) -> tuple[str, int]:
    """Give the words for whom, or what, a state is told of, and where they end.

    They stand behind "search for" and "the name of", before "was still burning".
    """
    text, shift = statement.text, statement.span.start
    told = list(state.cue.finditer(text))[-1]
    behind = GOVERNED.match(text, told.end())
    own = text[behind.end() :] if behind else _said(statement)[: told.start()]
    clause = RELATIVE.split(PAUSE.split(own)[0 if behind else -1])[0]
    starts = [d.span.start - shift for d in statement.dates]
    first = text.find(clause)
    ends = [start - first for start in starts if start > first]
    clause = clause[: min(ends, default=len(clause))]
    words = EMPTY.sub(" ", LASTING.sub(" ", state.cue.sub(" ", clause))).split()
    content = [i for i, word in enumerate(words) if content_stems(word)]
    last = content[HEAD - 1] + 1 if len(content) >= HEAD else len(words)
    return " ".join(words[:last]), shift + first + len(clause)


def _said(statement: Statement) -> str:
    """Give the words of a statement, blanks for who says them and how."""
    whole = statement.span
    spans = (s for a in statement.attributions for s in (a.cue, a.source) if s)
    inside = (s for s in spans if whole.start <= s.start and s.end <= whole.end)
    return blanked(statement, inside)
