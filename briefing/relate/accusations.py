"""Read who is accused, and of what, in a statement that accuses or tells of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import Final

from briefing.model.statement import Statement
from briefing.relate.denied import PRONOUNS, countries_within, idle_terms, terms_of
from briefing.relate.gists import Gist, last_name, once, written
from briefing.resources import word_set, words_of
from briefing.text.words import Token, fold

WORD: Final = r"(?:(?:[A-Z]\.)+|[^\s,;.]+)"
"""A word within a clause; the points of "U.S." end none."""

# Matches "accused the mayor of hiding", "blamed Oslo for the delay", "holds the bank
# responsible for"; not "the accused" nor "was accused of", whose accused stands before.
ACTIVE: Final = re.compile(
    rf"(?:\b(?<!the )accus(?:e[sd]?|ing)\s+(?P<who>(?:{WORD}\s+){{1,8}}?)of"
    rf"|\bblam(?:e[sd]?|ing)\s+(?P<blamed>(?:{WORD}\s+){{1,7}}?)for"
    rf"|\bh(?:old|olds|eld|olding)\s+(?P<held>(?:{WORD}\s+){{1,6}}?)responsible\s+for)"
    r"\s+",
    re.IGNORECASE,
)

# Matches "blamed the crash on the railway" up to "on"; not "blamed the railway for".
BLAMED_ON: Final = re.compile(
    rf"\bblam(?:e[sd]?|ing)\s+(?P<what>(?:{WORD}\s+){{1,10}}?)on\s+", re.IGNORECASE
)

# Matches "He was accused of", "has been blamed for"; not "has previously been accused".
PASSIVE: Final = re.compile(
    r"\b(?:was|were|is|are|been|being|stands?)\s+(?:also\s+|widely\s+)?"
    r"(?P<charge>accused\s+of|blamed\s+for)\s+",
    re.IGNORECASE,
)

# Matches "previously has been accused": of another time.
PAST: Final = re.compile(
    r"\b(?:previously|in the past|last year|(?:months|years?) ago|falsely)\b",
    re.IGNORECASE,
)

BEFORE: Final = 40
"""Letters before "was accused of" in which the accused is named."""

CHARGE: Final = 16
"""Words of a charge at most."""

ENDS: Final = words_of("ends_of_charges")
"""Words and marks at which a charge is over."""


@dataclass(frozen=True, slots=True)
class Accusation:
    """A charge against someone named."""

    gist: Gist
    accused: frozenset[str]
    """Countries and last words of names, folded."""
    persons: frozenset[str]
    """Those of `accused` that are persons."""
    terms: frozenset[str]
    """Terms of the charge."""
    words: str
    is_blame: bool


@once
def read_accusations(gist: Gist) -> Sequence[Accusation]:
    """Give the charges that a statement makes or tells of, against parties named."""
    text = gist.statement.text
    if not CHARGING.search(text) or PAST.search(text) or "?" in text:
        return ()
    return tuple(found for found in _accusations(gist) if found.accused and found.terms)


# Matches any word of charging: a look before the long patterns.
CHARGING: Final = re.compile(r"\b(?:accus|blam)|\bresponsible for\b", re.IGNORECASE)


def _accusations(gist: Gist) -> Iterator[Accusation]:
    text = gist.statement.text
    for match in ACTIVE.finditer(text):
        group = next(g for g in ("who", "blamed", "held") if match[g])
        content = _charge(gist, match.end())
        told = (match.start(), content[-1].end if content else match.end())
        is_blame = group != "who"
        yield _accusation(gist, match.span(group), content, told, is_blame=is_blame)
    for match in BLAMED_ON.finditer(text):
        whom = _charge(gist, match.end())
        span = (match.end(), whom[-1].end if whom else match.end())
        start, end = match.span("what")
        what = [t for t in gist.tokens if start <= t.start < end]
        told = (match.start(), span[1])
        yield _accusation(gist, span, what, told, is_blame=True)
    for match in PASSIVE.finditer(text):
        content = _charge(gist, match.end())
        span = _subject(gist.statement, match.start())
        told = (match.start("charge"), content[-1].end if content else match.end())
        is_blame = "blame" in match[0].lower()
        yield _accusation(gist, span, content, told, is_blame=is_blame)


def _charge(gist: Gist, start: int) -> list[Token]:
    """Give the words from *start* to the end of the charge: "lying and stealing"."""
    words = gist.tokens[bisect_left(gist.tokens, start, key=attrgetter("start")) :]
    found: list[Token] = []
    for word, after in pairwise([*words[: CHARGE + 1], *words[-1:]]):
        is_over = word.lower in ENDS
        if word.lower == "and":  # "… and called for", not "radical and violent"
            verbs = AUXILIARY | word_set("finite_verbs")
            is_over = after.lower in verbs or after.lower.endswith("ed")
        if is_over:
            break
        found.append(word)
    return found


def _subject(statement: Statement, end: int) -> tuple[int, int]:
    """Give where the last party before *end* is named; an owner's name is no party."""
    shift = statement.span.start
    spans = [
        *(n.span for n in statement.names),
        *(r.span for r in statement.references if r.antecedent),
        *(p.span for p in statement.places if p.country),
    ]
    near = range(end - BEFORE, end)
    last = max((s for s in spans if s.end - shift in near), default=None)
    if last is None:
        return end, end
    if OWNER.match(statement.text[last.end - shift :]):
        return end, end
    return last.start - shift, last.end - shift


AUXILIARY: Final = words_of("clause_starts")
"""Words after "and" with which another clause begins, beside verbs that are no noun."""


# Matches "'s" right after a name: "Holm's brother was accused of".
OWNER: Final = re.compile(r"['’]s?\b|['’]\s")


def _accusation(
    gist: Gist,
    whom: tuple[int, int],
    content: Sequence[Token],
    told: tuple[int, int],
    *,
    is_blame: bool,
) -> Accusation:
    """Give the charge of which *content* are the words and *told* the place."""
    persons, others = _parties(gist.statement, whom)
    terms = terms_of(content) - idle_terms()
    words = written(gist, *told)
    return Accusation(gist, persons | others, persons, terms, words, is_blame)


def _parties(
    statement: Statement, whom: tuple[int, int]
) -> tuple[frozenset[str], frozenset[str]]:
    """Give the persons named between two places; else the countries and bodies."""
    start, end = (statement.span.start + place for place in whom)
    inside = range(start, end)
    named = [n for n in statement.names if n.span.start in inside]
    persons = {last_name(n.name) for n in named if n.kind == "person"}
    persons |= {
        last_name(r.antecedent)
        for r in statement.references
        if r.span.start in inside
        and r.antecedent
        and r.kind in ("pronoun", "description")
    }
    if persons:
        return frozenset(persons), frozenset()
    bodies = {last_name(n.name) for n in named if n.kind == "organisation"}
    others = countries_within(statement, inside) | bodies
    if not others:
        words = re.findall(r"\w+", statement.text[slice(*whom)])
        others = frozenset({fold(words[-1])} - PRONOUNS if words else ())
    return frozenset(), others
