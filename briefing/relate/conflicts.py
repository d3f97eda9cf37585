"""In what two like statements differ, so that they do not say the same.

A fact that one of them leaves out is no conflict; a fact that both give must agree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final

from briefing.relate.amounts import Amount, agree, amounts_of, count_alike
from briefing.relate.gists import Gist, acts, once, term_of
from briefing.resources import word_set, word_table, words_of
from briefing.text.words import Token, fold

Check = Callable[[Gist, Gist], str | None]


def find_conflict(left: Gist, right: Gist) -> str | None:
    """Give the fact in which *left* and *right* differ, in words; None where none."""
    for check in CHECKS:
        found = check(left, right)
        if found is not None:
            return found
    return None


def other_figures(left: Gist, right: Gist) -> str | None:
    """Refuse another number of the same thing, unless an approximation holds both."""
    yours = _amounts(right)
    for one in _amounts(left):
        rivals = [two for two in yours if count_alike(one, two)]
        if rivals and not any(agree(one, two) for two in rivals):
            return f"{one.words} against {rivals[0].words}"
    return None


@once
def _amounts(gist: Gist) -> tuple[Amount, ...]:
    return amounts_of(gist.statement)


ONE_NAME: Final = 80.0
"""Likeness, of 100, from which two spellings are one name: Rait and Raite, Holm and
Holms; not Jackson and Johnson (57)."""


def other_people(left: Gist, right: Gist) -> str | None:
    """Refuse two statements about persons of whom they share none."""
    mine, yours = _persons(left), _persons(right)
    if not mine or not yours:
        return None
    if _named(mine, right.words) or _named(yours, left.words):
        return None
    return f"{min(mine)} against {min(yours)}"


@once
def _persons(gist: Gist) -> frozenset[str]:
    """Give the words of the names of persons told of, not of those who only tell."""
    statement = gist.statement
    tellers = [a.source for a in statement.attributions if a.source]
    return frozenset(
        fold(word)
        for name in statement.names
        if name.kind == "person"
        and not any(t.start <= name.span.start < t.end for t in tellers)
        for word in name.name.split()
        if word[0].isupper() and len(word) > MIN_NAME
    )


MIN_NAME: Final = 2
"""Letters that a word of a name has at most without telling one bearer from another."""


def _named(names: Iterable[str], words: Iterable[str]) -> bool:
    """Tell whether one of *names* stands among *words*, in whatever spelling."""
    from rapidfuzz import fuzz

    said = set(words)
    return any(
        name in said or any(fuzz.ratio(name, word) >= ONE_NAME for word in said)
        for name in names
    )


def other_polarity(left: Gist, right: Gist) -> str | None:
    """Refuse a statement and its negation, a claim and its denial."""
    mine, yours = negations_of(left), negations_of(right)
    if bool(mine) != bool(yours):
        return f"only one has {min(mine or yours)}"
    return None


@once
def negations_of(gist: Gist) -> frozenset[str]:
    """Give the words of negating that a statement has."""
    return negations_in(gist.tokens)


def negations_in(words: Iterable[Token]) -> frozenset[str]:
    """Give the words of negating among *words*."""
    negating = word_set("relate_negations")
    return frozenset(t.lower for t in words if t.lower in negating)


def opposite_words(left: Gist, right: Gist) -> str | None:
    """Refuse two statements of which one has the opposite of the other's word."""
    return opposite_terms(left.terms - right.terms, right.terms - left.terms)


def opposite_terms(mine: AbstractSet[str], yours: AbstractSet[str]) -> str | None:
    """Give a term of *mine* and its opposite in *yours*; None where there is none."""
    for term in sorted(mine):
        for other in sorted(_opposites().get(term, frozenset()) & yours):
            return f"{term} against {other}"
    return None


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for one, two in word_table("relate_opposites"):
        a, b = term_of(one), term_of(two)
        if a and b and a != b:
            table.setdefault(a, set()).add(b)
            table.setdefault(b, set()).add(a)
    return {term: frozenset(others) for term, others in table.items()}


def other_acts(left: Gist, right: Gist) -> str | None:
    """Refuse two statements that both tell of acts, and of none in common."""
    mine, yours = left.terms & acts(), right.terms & acts()
    if mine and yours and not mine & yours:
        return f"{min(mine)} against {min(yours)}"
    return None


def other_stage(left: Gist, right: Gist) -> str | None:
    """Refuse an arrest and a charge: two stages of one course."""
    return staged_terms(left.terms - right.terms, right.terms - left.terms)


def staged_terms(mine: AbstractSet[str], yours: AbstractSet[str]) -> str | None:
    """Give two terms that are stages of one course; None where there are none."""
    if mine.isdisjoint(_staged()) or yours.isdisjoint(_staged()):
        return None
    for course in _courses():
        here = {i for term in mine for i in course.get(term, ())}
        there = {i for term in yours for i in course.get(term, ())}
        if here and there and not here & there:
            return f"another stage: {_first(mine, course)}, {_first(yours, course)}"
    return None


@cache
def _staged() -> frozenset[str]:
    return frozenset(term for course in _courses() for term in course)


def _first(terms: Iterable[str], course: Mapping[str, set[int]]) -> str:
    return min(term for term in terms if term in course)


@cache
def _courses() -> tuple[Mapping[str, set[int]], ...]:
    """Give for each course of things: term → the stages it belongs to."""
    found: list[dict[str, set[int]]] = []
    for row in word_table("relate_stages"):
        course: dict[str, set[int]] = {}
        for number, words in enumerate(row):
            for word in filter(None, words.split("|")):
                course.setdefault(term_of(word), set()).add(number)
        found.append(course)
    return tuple(found)


def other_tense(left: Gist, right: Gist) -> str | None:
    """Refuse an act that is still to come and the same act done."""
    shared = left.terms & right.terms & acts()
    if not shared:
        return None
    mine, yours = _tenses(left), _tenses(right)
    both = mine.keys() & yours.keys() & shared
    if both and all({mine[t], yours[t]} == {"to come", "done"} for t in both):
        term = min(both)
        return f"{term}: {mine[term]} against {yours[term]}"
    return None


COMING: Final = words_of("coming_verbs")
"""Words before a verb that put it into the future."""

DOING: Final = frozenset(["has", "have", "had", "was", "were", "been"])
"""Words before a participle that put it into the past."""

AHEAD: Final = 4
"""Words before a verb in which its auxiliary stands."""


@once
def _tenses(gist: Gist) -> Mapping[str, str]:
    """Give for each act that is a verb here whether it is to come or done."""
    found: dict[str, str] = {}
    for i, token in enumerate(gist.tokens):
        term = term_of(token.lower) if token.text[0].isalnum() else ""
        if term not in acts():
            continue
        ahead = {t.lower for t in gist.tokens[max(0, i - AHEAD) : i]}
        if ahead & COMING:
            found[term] = "to come"
        elif ahead & DOING and token.lower.endswith(("ed", "en", "wn")):
            found[term] = "done"
    return found


def other_days(left: Gist, right: Gist) -> str | None:
    """Refuse two statements that each tell of one day, and not of the same."""
    mine, yours = _days(left), _days(right)
    if len(mine) == 1 and len(yours) == 1:
        (a, b), (c, d) = mine[0], yours[0]
        if b < c or d < a:
            return f"{a} against {c}"
    return None


@once
def _days(gist: Gist) -> list[tuple[dt.date, dt.date]]:
    return [
        (d.earliest, d.latest)
        for d in gist.statement.dates
        if d.type in ("DATE", "TIME") and d.earliest and d.latest
    ]


def other_bearers(left: Gist, right: Gist) -> str | None:
    """Refuse "a British climber" against "an Australian climber"."""
    mine, yours = _bearers(left), _bearers(right)
    here, there = _nations(left), _nations(right)
    for word in sorted(mine.keys() & yours.keys()):
        if not mine[word] & there and not yours[word] & here:
            return f"{min(mine[word])} against {min(yours[word])} {word}"
    return None


@once
def _bearers(gist: Gist) -> Mapping[str, set[str]]:
    """Give term → the countries whose people or adjective stands right before it."""
    at = gist.statement.span.start
    ends = {
        p.span.end - at: p.country
        for p in gist.statement.places
        if p.country and p.kind in ("demonym", "country")
    }
    found: dict[str, set[str]] = {}
    waiting: set[str] = set()
    for i, token in enumerate(gist.tokens):
        country = ends.get(token.end)
        if country:
            waiting.add(country)
        elif waiting and token.lower not in LINKS:
            for after in gist.tokens[i : i + HEAD]:
                if after.text.isalpha():
                    found.setdefault(term_of(after.lower), set()).update(waiting)
            waiting = set()
    found.pop("", None)
    return found


LINKS: Final = frozenset({"and", "or", ",", "one", "-"})
"""What may stand between two peoples that share a noun: "one English and one"."""

HEAD: Final = 2
"""Words after a people's name among which its noun is sought."""


@once
def _nations(gist: Gist) -> frozenset[str]:
    return frozenset(p.country for p in gist.statement.places if p.country)


CHECKS: tuple[Check, ...] = (
    other_figures,
    other_people,
    other_polarity,
    opposite_words,
    other_stage,
    other_tense,
    other_acts,
    other_days,
    other_bearers,
)
"""Every fact in which two statements must not differ, the surest first."""


def agree_but_for_days(left: Gist, right: Gist) -> bool:
    """Tell whether two statements differ in no fact, their days left aside."""
    return all(
        check(left, right) is None for check in CHECKS if check is not other_days
    )


def facts_of(gist: Gist) -> Hashable:
    """Give all of a statement that the checks read: equals clash with the same.

    Words, marks, acts and negations are those of the text.
    """
    amounts = [(a.low, a.high, a.terms, a.figure.measure) for a in _amounts(gist)]
    bearers = {term: frozenset(found) for term, found in _bearers(gist).items()}
    return (
        gist.statement.text,
        gist.terms,
        tuple(amounts),
        tuple(_days(gist)),
        _persons(gist),
        _nations(gist),
        frozenset(bearers.items()),
    )
