"""Find what was so when it was told and is no longer: sought, unnamed, to come."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from briefing.model.statement import Statement
from briefing.plan.announced import overtaken
from briefing.plan.answered import Answers, leaves_open
from briefing.plan.clauses import PAUSE
from briefing.plan.event import newest_day
from briefing.plan.overtaken import NOT_YET
from briefing.plan.view import View, content_stems
from briefing.resources import word_table
from briefing.text.words import fold, stem, words_in

# Matches what makes a state one that lasts: "is still", "remained", "has not been".
LASTING: Final = re.compile(
    r"\b(?:still|yet|remain(?:s|ed)?|continu(?:es?|ed|ing)|ongoing|under\s?way|at\s+large"
    r"|on\s+the\s+run|unaccounted|unidentified|was\s+being|were\s+being|not|no|none)\b"
    r"|n[’']t\b|\b(?:is|are)\s+(?:\w+ing|closed|shut|trapped|missing|in)\b",
    re.IGNORECASE,
)

# Matches what makes a name one that was kept: "not released", "withheld", "yet to be".
KEPT: Final = re.compile(
    r"\b(?:not|never|yet|withheld|unidentified|declin\w+|refus\w+)\b|n[’']t\b",
    re.IGNORECASE,
)

# Matches "details will be released later", "names are still awaited"; not "the report
# will be published on Friday".
PROMISED: Final = re.compile(
    r"\b(?:details?|names?|information|updates?|identit(?:y|ies)|particulars)\b[^,;.]*?\s"
    r"(?:(?:will|would)\s+(?:also\s+|not\s+)?(?:be\s+(?:released|given|provided|announced"
    r"|published|made\s+(?:public|available)|available|known)|follow|emerge)"
    r"|(?:is|are|was|were)\s+(?:still\s+)?(?:awaited|expected))\b",
    re.IGNORECASE,
)

# Matches " of " behind "the name", " for " behind "the hunt"; not " in ".
GOVERNED: Final = re.compile(r"(?<=\bfor)\s|\s(?:of|for)\s")

# Matches " that " of "the driver that hit them", " who "; not "this".
RELATIVE: Final = re.compile(r"\s(?:that|who|which|whose|after|when|where)\s")

SHARED: Final = 0.6
"""Share of the words for what a state is told of that a later sentence must speak of,
where neither names the same person."""

HEAD: Final = 4
"""Content words that name it: what follows tells where, or since when."""

NEAR: Final = 10
"""Words between a name and the word that ends its bearer's state, at most."""


@dataclass(frozen=True, slots=True)
class State:
    """A class of lasting states."""

    name: str
    cue: re.Pattern[str]
    ends: frozenset[str]
    """Stems of the words that end it."""


def stale_statements(view: View) -> frozenset[str]:
    """Give what no brief may say as if it were so today; nothing that is pinned."""
    last = newest_day(view)
    if last is None:
        return frozenset()
    ended, answers = Ended(view), Answers(view)
    found = {
        statement.id
        for statement in view.corpus.statements
        if statement.role == "body"
        and (told := view.told_on(statement)) is not None
        and told < last
        and (
            PROMISED.search(statement.text)
            or ended.has_ended(statement, told)
            or _is_answered(answers, statement)
        )
    }
    found.update(overtaken(view, last), _withdrawn(view))
    return frozenset(found) - view.outline.edits.pin.keys()


def _withdrawn(view: View) -> Iterator[str]:
    """Give the claims that those who made them took back, however they were worded."""
    for relation in view.corpus.relations:
        sides = {relation.left, relation.right}
        if relation.of == "denial" and relation.resolved_by in sides:
            (claim,) = sides - {relation.resolved_by}
            yield from (*view.fact_of[claim].members, *view.near.get(claim, ()))


def _is_answered(answers: Answers, statement: Statement) -> bool:
    """Tell whether what somebody did not know or say was told later."""
    unknown = [h.span.end for h in statement.hedges if h.kind in ("unknown", "refusal")]
    if not unknown:
        return False
    text = statement.text[min(unknown) - statement.span.start :]
    return answers.to(statement.id, content_stems(text)) is not None


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
            for state in _told(statement.text)
            for later in self._after(state, told)
        )

    def _after(self, state: State, told: dt.date) -> Iterator[Statement]:
        for word in state.ends:
            for later in self._holders.get(word, ()):
                day = self._view.told_on(later)
                if day is not None and day > told:
                    yield later

    def _ends(self, state: State, one: Statement, later: Statement) -> bool:
        """Tell whether *later* ends the state of whom, or what, *one* tells of."""
        people = _people_in(one)
        if people:
            return any(_is_near(later.text, name, state.ends) for name in people)
        matter = _matter(state, one)
        both = matter.intersection(self._view.stems[later.id])
        return len(both) >= SHARED * max(1, len(matter))

    @cached_property
    def _holders(self) -> dict[str, list[Statement]]:
        ends = {word for state in _states() for word in state.ends}
        found: dict[str, list[Statement]] = defaultdict(list)
        for item, stems in self._view.stems.items():
            statement = self._view.statements[item]
            if statement.role != "body" or ends.isdisjoint(stems):
                continue
            if not leaves_open(statement) and not NOT_YET.search(statement.text):
                for word in ends.intersection(stems):
                    found[word].append(statement)
        return found


def _told(text: str) -> Iterator[State]:
    """Give the states that *text* tells as lasting."""
    for state in _states():
        if state.cue.search(text) and (state.name != NAMELESS or KEPT.search(text)):
            yield state


NAMELESS: Final = "nameless"
"""The state of which only a name that was kept is one."""


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


def _people_in(statement: Statement) -> set[str]:
    """Give the last names of whom a statement tells, but for those who speak in it."""
    voices = {a.speaker.name for a in statement.attributions if a.speaker}
    names = {n.name for n in statement.names if n.kind == "person"}
    known = {r.antecedent for r in statement.references if r.antecedent}
    held = {n for n in known if n and n[:1].isupper() and n.split()[-1][:1].isupper()}
    return {fold(name.split()[-1]) for name in (names | held) - voices if name.strip()}


def _is_near(text: str, name: str, ends: frozenset[str]) -> bool:
    """Tell whether *name* stands beside a word that ends the state."""
    words = [fold(word) for word in words_in(text)]
    places = [i for i, word in enumerate(words) if word == name]
    ending = [i for i, word in enumerate(words) if stem(word) in ends]
    return any(abs(i - j) <= NEAR for i in places for j in ending)


def _matter(state: State, statement: Statement) -> set[str]:
    """Give the content of whom, or what, a state is told of.

    It stands behind "search for" and "the name of", before "was still burning".
    """
    text, shift = statement.text, statement.span.start
    told = list(state.cue.finditer(text))[-1]
    behind = GOVERNED.match(text, told.end())
    own = text[behind.end() :] if behind else _said(statement)[: told.start()]
    clause = RELATIVE.split(PAUSE.split(own)[0 if behind else -1])[0]
    starts = [d.span.start - shift for d in statement.dates]
    first = text.find(clause)
    ends = [start - first for start in starts if start > first]
    words = LASTING.sub(
        " ", state.cue.sub(" ", clause[: min(ends, default=len(clause))])
    )
    return set(content_stems(words)[:HEAD]) - state.ends


def _said(statement: Statement) -> str:
    """Give the words of a statement, blanks for who says them and how."""
    text, shift = statement.text, statement.span.start
    for one in statement.attributions:
        for span in (one.cue, one.source):
            if span and shift <= span.start and span.end <= statement.span.end:
                first, last = span.start - shift, span.end - shift
                text = text[:first] + " " * (last - first) + text[last:]
    return text
