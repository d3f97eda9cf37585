"""Find the claim that a denial turns round: another's, and of the same act.

A claim must hold nearly all that is denied, or the act itself where it is told of the
very party that denies it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import fsum
from typing import Final

from briefing.model.corpus import Relation
from briefing.relate.admissions import Admissions, admits, admitting, find_admission
from briefing.relate.conflicts import negations_in, negations_of
from briefing.relate.denied import (
    NEGATION,
    Denial,
    countries_among,
    countries_of,
    following,
    read_denials,
    sides_of,
    terms_of,
    told_terms,
)
from briefing.relate.dispute import dispute
from briefing.relate.falsehoods import read_falsehoods
from briefing.relate.gists import Gist, acts, once, term_of, written
from briefing.relate.kindred import find_kindred, kindred_of
from briefing.relate.limits import reached_terms, stays_within
from briefing.relate.same import Weights
from briefing.relate.scene import Scene
from briefing.text.words import fold

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


def find_denial_disputes(scene: Scene) -> Iterator[Relation]:
    """Give the pairs of *scene* of which one denies what the other claims."""
    holders: defaultdict[str, list[Gist]] = defaultdict(list)
    for gist in scene.gists:
        for term in gist.terms | (gist.telling & admitting()):
            holders[term].append(gist)
        for name in {kin.name for kin in kindred_of(gist)}:
            holders[KIN + name].append(gist)
    admissions = Admissions(holders)
    for gist in scene.gists:
        for told in denials_of(gist):
            denial = replace(told, sides=scene.with_posts(told.sides))
            settled = find_admission(denial, admissions, scene)
            rated = _claims(denial, holders, scene.weigh)
            kept = [
                (share, claim)
                for share, claim in rated
                if not scene.with_posts(sides_of(claim)) & _of_one(denial)
                and not _is_late(claim, denial, settled, scene)
                and not _is_unheard(claim, denial, scene)
            ]
            for share, claim in kept[:CLAIMS]:
                yield _relation(denial, claim, share, settled)


def _of_one(denial: Denial) -> frozenset[str]:
    """Give the sides whose own words a denial cannot be against.

    A minister may call false what another office of his country said.
    """
    if not denial.is_called:
        return denial.sides
    return frozenset(side for side in denial.sides if not side.isupper())


def _is_late(claim: Gist, denial: Denial, settled: Gist | None, scene: Scene) -> bool:
    """Tell whether a claim was made after the denial had been withdrawn."""
    if settled is None or settled is denial.gist:
        return False
    made, withdrawn = scene.told_on(claim), scene.told_on(settled)
    return bool(made and withdrawn and made >= withdrawn)


@once
def denials_of(gist: Gist) -> Sequence[Denial]:
    """Give all that a statement denies, by verb, by "not", or by calling it false."""
    return (*read_denials(gist), *read_falsehoods(gist))


def _is_unheard(claim: Gist, denial: Denial, scene: Scene) -> bool:
    """Tell whether a claim was printed only after it had been called false."""
    made, called = scene.told_on(claim), scene.told_on(denial.gist)
    return denial.is_called and bool(made and called and made > called)


def _claims(
    denial: Denial, holders: Mapping[str, Sequence[Gist]], weigh: Weights
) -> list[tuple[float, Gist]]:
    """Give the claims nearest to *denial*, each wording once."""
    words = find_kindred(denial.content) if denial.is_called else ()
    keys = denial.terms.union(KIN + kin.name for kin in words)
    proposed = {
        claim.statement.id: claim
        for term in sorted(keys)
        if len(holders.get(term, ())) <= COMMONEST
        for claim in holders.get(term, ())
    }
    countries = countries_among(denial.gist, denial.content)
    whole = fsum(weigh.of(t) for t in denial.terms) + COUNTRY * len(countries)
    rated: list[tuple[float, Gist]] = []
    for claim in proposed.values():
        if not _can_claim(denial, claim) or stays_within(denial, claim):
            continue
        shared = denial.terms & affirmed(claim) | _kindred_shared(denial, claim)
        shared |= denial.terms & reached_terms(denial, claim)
        if denial.is_called:  # "photographs showed" has its matter in the teller
            shared |= denial.terms & claim.telling
        held = fsum(weigh.of(term) for term in shared)
        held += COUNTRY * len(countries & countries_of(claim))
        share = held / whole
        if _meets(denial, claim, shared, share) and not admits(claim, shared):
            rated.append((share, claim))
    rated.sort(key=lambda item: (-item[0], _rank(item[1]), item[1].statement.id))
    kept: dict[frozenset[str], tuple[float, Gist]] = {}
    for share, claim in rated:
        kept.setdefault(claim.terms, (share, claim))
    return list(kept.values())


KIN: Final = "="
"""What stands before the name of a class of kindred words, beside single terms."""

COUNTRY: Final = 5.0
"""Weight of a country in what is denied, however it is named: Norway or Oslo."""


def _kindred_shared(denial: Denial, claim: Gist) -> frozenset[str]:
    """Give the terms of what is called false for which a claim has kindred words."""
    if not denial.is_called:
        return frozenset()
    theirs = {kin.name for kin in kindred_of(claim)}
    words = denial.content
    return frozenset(
        term
        for kin in find_kindred(words)
        if kin.name in theirs
        for term in terms_of(words[kin.at : kin.end])
    )


@once
def affirmed(claim: Gist) -> frozenset[str]:
    """Give the terms of a claim that it does not itself deny."""
    denied = {token.start for d in denials_of(claim) for token in d.content}
    denied |= _turned(claim)
    if not denied:
        return claim.terms
    kept = [t for t in claim.tokens if t.start not in denied]
    gone = [t for t in claim.tokens if t.start in denied]
    return claim.terms - (told_terms(gone) - told_terms(kept))


def _turned(claim: Gist) -> set[int]:
    """Give where the words stand that "not" or a noun of denying turns round.

    "Police did not shoot" and "days of denials that it shot" tell of no shooting,
    whoever speaks.
    """
    at = claim.statement.span.start
    ends = [h.span.end - at for h in claim.statement.hedges if h.kind == "denial"]
    ends += [match.end() for match in NEGATION.finditer(claim.statement.text)]
    return {t.start for end in ends for t in following(claim.tokens, end, set())}


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
    if denial.is_called:
        is_no = bool(negations_of(claim))
        if is_no != bool(negations_in(denial.content)):
            return False
        if _kindred_shared(denial, claim):
            return len(plain) >= FEWEST and share >= HELD
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

# Matches "investigating whether", "considering several possibilities", "a probe into";
# not "weather" nor "investigators".
ASKING: Final = re.compile(
    r"\?|\b(?:whether|if|considering|possibilit\w+|investigat(?:e|es|ed|ing)"
    r"|(?:investigation|inquiry|probe)s?\s+into)\b",
    re.IGNORECASE,
)


# Matches "has previously been accused": of another time; not "previous".
PAST: Final = re.compile(
    r"\b(?:previously|in the past|last year|(?:months|years?) ago)\b", re.IGNORECASE
)


def _can_claim(denial: Denial, claim: Gist) -> bool:
    """Tell whether a statement may be the other side: it affirms, and of now."""
    if claim.statement.id == denial.gist.statement.id or _is_of_another(denial, claim):
        return False
    return affirms_now(claim)


ITSELF: Final = frozenset({"it", "he", "she", "they", "we", "i"})
"""First words of what is denied that mean the denier."""

AGENT: Final = 5
"""Words after "caused by" in which the doer stands."""


def _is_of_another(denial: Denial, claim: Gist) -> bool:
    """Tell whether a claim names another doer of what the denier says it did not do.

    "It denied that it caused the slide" is not against "the slide was caused by rain".
    """
    if not denial.content or denial.content[0].lower not in ITSELF:
        return False
    places, shift = claim.statement.places, claim.statement.span.start
    for i, token in enumerate(claim.tokens[1:], 1):
        if token.lower == "by" and term_of(claim.tokens[i - 1].lower) in denial.terms:
            agent = claim.tokens[i + 1 : i + 1 + AGENT]
            starts = {t.start + shift for t in agent}
            doers = {fold(t.text) for t in agent}
            doers |= {p.country for p in places if p.country and p.span.start in starts}
            if doers.isdisjoint(denial.sides | ITSELF):
                return True
    return False


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
    about = denied_words(denial, denial.terms & claim.terms)
    because = f"one denies “{about}”, the other says it: {share:.0%} of it is shared"
    if settled:
        because += "; who denied it admits it later"
    found = dispute("denial", (denial.gist, claim), share, because, about)
    return replace(found, resolved_by=settled.statement.id if settled else None)


def denied_words(denial: Denial, only: frozenset[str] | None = None) -> str:
    """Give what is denied in the source's own words, from the first of *only* on."""
    content = [t for t in denial.content if t.text[0].isalnum()]
    told = [t for t in content if only and term_of(t.lower) in only]
    if told and len(content) > LONG:
        content = [t for t in content if told[0].start <= t.start <= told[-1].start]
    if not content:
        return ""
    return written(denial.gist, content[0].start, content[-1].end)


LONG: Final = 10
"""Words of what is denied from which only those that both sides have are shown."""
