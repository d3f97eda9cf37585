"""Find the claim that a denial turns round: another's, and of the same act.

A claim must hold nearly all that is denied, or the act itself where it is told of the
very party that denies it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from math import fsum
from typing import Final

from briefing.model.article import Article
from briefing.model.corpus import Relation
from briefing.relate.denied import (
    Denial,
    affiliations,
    countries_of,
    read_denials,
    sides_of,
    terms_of,
)
from briefing.relate.gists import Gist, acts, once, term_of
from briefing.relate.same import Weights
from briefing.resources import word_list

HELD: Final = 0.6
"""Share of the weight of what is denied that a claim must hold."""

NEGATED: Final = 0.8
"""The same, where it is only said not to be so."""

FEWEST: Final = 2
"""Terms, names left out, that both must have; one act is enough where the claim
accuses the very party that denies."""

ACT: Final = 0.3
"""Share to be held where the claim accuses the very party that denies."""

CLAIMS: Final = 2
"""Claims that one denial is held against at most, the nearest ones."""

COMMONEST: Final = 250
"""Statements of an event that may have a term for it to propose claims."""


def find_denial_disputes(
    group: Sequence[Gist], weigh: Weights, articles: Mapping[str, Article]
) -> Iterator[Relation]:
    """Give the pairs of *group* of which one denies what the other claims."""
    holders: defaultdict[str, list[Gist]] = defaultdict(list)
    for gist in group:
        for term in gist.terms | (gist.telling & _admitting()):
            holders[term].append(gist)
    posts = affiliations(group)
    days = {a.id: a.published for a in articles.values()}
    for gist in group:
        for told in read_denials(gist):
            denial = replace(told, sides=_with_countries(told.sides, posts))
            settled = find_admission(denial, holders, days)
            rated = _claims(denial, holders, weigh)
            kept = [
                (share, claim)
                for share, claim in rated
                if not _with_countries(sides_of(claim), posts) & denial.sides
                and not _is_late(claim, denial, settled, days)
            ]
            for share, claim in kept[:CLAIMS]:
                yield _relation(denial, claim, share, settled)


def _with_countries(sides: frozenset[str], posts: Mapping[str, str]) -> frozenset[str]:
    """Give *sides* and the countries that those named there speak for."""
    return sides | {posts[name] for name in sides if name in posts}


Days = Mapping[str, dt.date | None]
"""Article → the day it was published."""


def _is_late(claim: Gist, denial: Denial, settled: Gist | None, days: Days) -> bool:
    """Tell whether a claim was made after the denial had been withdrawn."""
    if settled is None or settled is denial.gist:
        return False
    made, withdrawn = (days[g.statement.article] for g in (claim, settled))
    return bool(made and withdrawn and made >= withdrawn)


def _claims(
    denial: Denial, holders: Mapping[str, Sequence[Gist]], weigh: Weights
) -> list[tuple[float, Gist]]:
    """Give the claims nearest to *denial*, each wording once."""
    proposed = {
        claim.statement.id: claim
        for term in sorted(denial.terms)
        if len(holders.get(term, ())) <= COMMONEST
        for claim in holders.get(term, ())
    }
    countries = _told_of(denial)
    whole = fsum(weigh.of(t) for t in denial.terms) + COUNTRY * len(countries)
    rated: list[tuple[float, Gist]] = []
    for claim in proposed.values():
        if not _can_claim(denial, claim):
            continue
        shared = denial.terms & affirmed(claim)
        held = fsum(weigh.of(term) for term in shared)
        held += COUNTRY * len(countries & countries_of(claim))
        share = held / whole
        if _meets(denial, claim, shared, share) and not _admits(claim, shared):
            rated.append((share, claim))
    rated.sort(key=lambda item: (-item[0], _rank(item[1]), item[1].statement.id))
    kept: dict[frozenset[str], tuple[float, Gist]] = {}
    for share, claim in rated:
        kept.setdefault(claim.terms, (share, claim))
    return list(kept.values())


COUNTRY: Final = 5.0
"""Weight of a country in what is denied, however it is named: Norway or Oslo."""


def _told_of(denial: Denial) -> frozenset[str]:
    """Give the countries in what is denied."""
    start = denial.gist.statement.span.start
    inside = {token.start + start for token in denial.content}
    places = denial.gist.statement.places
    return frozenset(p.country for p in places if p.country and p.span.start in inside)


@once
def affirmed(claim: Gist) -> frozenset[str]:
    """Give the terms of a claim that it does not itself deny."""
    denied = [d.terms for d in read_denials(claim)]
    return claim.terms.difference(*denied) if denied else claim.terms


def _admits(claim: Gist, shared: frozenset[str]) -> bool:
    """Tell whether a statement says that the claim was admitted: then it is news."""
    since = REACH
    for token in claim.tokens:
        term = term_of(token.lower) if token.text[0].isalnum() else ""
        since = 0 if term in _admitting() else since + 1
        if term in shared and since < REACH:
            return True
    return False


REACH: Final = 12
"""Words after "admitted" in which what was admitted stands."""


def _rank(claim: Gist) -> tuple[bool, bool]:
    """Put claims with a speaker first, and the body before headlines."""
    statement = claim.statement
    return not statement.attributions, statement.role == "headline"


def _meets(denial: Denial, claim: Gist, shared: frozenset[str], share: float) -> bool:
    """Tell whether a claim holds enough of what is denied."""
    plain = shared - claim.names - denial.gist.names
    if not denial.is_plain:
        first = next((t for w in denial.content for t in terms_of([w])), "")
        is_act = bool(plain & acts()) and first in shared
        return is_act and len(plain) >= FEWEST and share >= NEGATED
    # Without a known act the words must be nearly all there.
    enough = share >= (HELD if plain & acts() else NEGATED)
    if len(plain) >= FEWEST and enough and not PART.match(denied_words(denial)):
        return True
    if not plain & acts():
        return False
    if share < ACT:
        return False
    accused = countries_of(claim) - sides_of(claim)
    said = sides_of(claim) or ACCUSING.search(claim.statement.text)
    return bool(accused & denial.sides) and bool(said)


# Matches "playing a role in the killing": that it was done is then not denied, only by
# whom; not "killing of all on board".
PART: Final = re.compile(
    r"(?:(?:any|all|having|playing|taking|a|the)\s+)*"
    r"(?:role|part|hand|involvement|responsibility|knowledge|links?|ties?|connection)\b",
    re.IGNORECASE,
)

# Matches "has accused the bank"; not "the accused".
ACCUSING: Final = re.compile(
    r"\b(?:(?<!the )accus(?:e[sd]?|ing)|blam(?:e[sd]?|ing)|alleg(?:e[sd]?|ing)"
    r"|claim(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)

# Matches "investigating whether", "considering several possibilities"; not "weather".
ASKING: Final = re.compile(
    r"\?|\b(?:whether|if|considering|possibilit\w+|investigat\w+|inquiry|probe)\b",
    re.IGNORECASE,
)


# Matches "has previously been accused": of another time; not "previous".
PAST: Final = re.compile(
    r"\b(?:previously|in the past|last year|(?:months|years?) ago)\b", re.IGNORECASE
)


def _can_claim(denial: Denial, claim: Gist) -> bool:
    """Tell whether a statement may be the other side: it affirms, and of now."""
    return claim.statement.id != denial.gist.statement.id and affirms_now(claim)


@once
def affirms_now(claim: Gist) -> bool:
    """Tell whether a statement says that something is so, and of now."""
    statement = claim.statement
    if ASKING.search(statement.text) or PAST.search(statement.text):
        return False
    return not any(h.kind in ("unknown", "refusal") for h in statement.hedges)


def _relation(
    denial: Denial, claim: Gist, share: float, settled: Gist | None
) -> Relation:
    left, right = sorted((denial.gist.statement.id, claim.statement.id))
    about = denied_words(denial, denial.terms & claim.terms)
    because = f"one denies “{about}”, the other says it: {share:.0%} of it is shared"
    if settled:
        because += "; who denied it admits it later"
    score = round(min(share, 1.0), 4)
    by = settled.statement.id if settled else None
    return Relation("disagrees", left, right, score, because, "denial", about, by)


def denied_words(denial: Denial, only: frozenset[str] | None = None) -> str:
    """Give what is denied in the source's own words, from the first of *only* on."""
    content = [t for t in denial.content if t.text[0].isalnum()]
    told = [t for t in content if only and term_of(t.lower) in only]
    if told and len(content) > LONG:
        content = [t for t in content if told[0].start <= t.start <= told[-1].start]
    if not content:
        return ""
    text = denial.gist.statement.text[content[0].start : content[-1].end]
    return " ".join(text.split())


LONG: Final = 10
"""Words of what is denied from which only those that both sides have are shown."""


def find_admission(
    denial: Denial, holders: Mapping[str, Sequence[Gist]], days: Days
) -> Gist | None:
    """Give the earliest statement in which who denies admits it; None where none."""
    if denial.is_plain and _takes_back(denial):
        return denial.gist
    day = days[denial.gist.statement.article]
    if day is None or not denial.sides:
        return None
    for gist in (g for word in sorted(_admitting()) for g in holders.get(word, ())):
        told = days[gist.statement.article]
        who = sides_of(gist) | countries_of(gist)
        if told and told > day and who & denial.sides:
            plain = denial.terms - gist.names
            if _admits(gist, plain & acts() or plain):
                return gist
    return None


def _takes_back(denial: Denial) -> bool:
    """Tell whether the sentence goes on to say that the denial was withdrawn."""
    return _last_admitting(denial.gist) >= denial.content[-1].end


@once
def _last_admitting(gist: Gist) -> int:
    """Give where the last word of admitting begins; -1 where there is none."""
    words = (t for t in gist.tokens if t.text[0].isalnum())
    return max((t.start for t in words if term_of(t.lower) in _admitting()), default=-1)


@cache
def _admitting() -> frozenset[str]:
    return frozenset(term_of(word) for word in word_list("relate_admitting")) - {""}
