"""Find the charge that a short denial answers: "we did not lie", "the council's lies".

The two share a single stem, as a verb here and a noun there. It is enough where it is a
wrong, and the one said to have done it is the denier's own body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Final

from briefing.model.corpus import Relation
from briefing.model.statement import Attribution, Statement
from briefing.relate.conflicts import negations_in
from briefing.relate.denials import affirms_now
from briefing.relate.denied import (
    MARKS,
    countries_among,
    countries_within,
    last_clause,
)
from briefing.relate.dispute import dispute
from briefing.relate.gists import Gist, last_name, words_within, written
from briefing.relate.kindred import Kindred, is_wrong, kindred_of
from briefing.relate.scene import Scene
from briefing.relate.shelves import Shelves
from briefing.resources import word_table
from briefing.text.words import stem, stopwords

# Matches "we did not", "It has never", "we never", "denied"; not "it was not".
NOT_I: Final = re.compile(
    r"\b(?:I|we|he|she|they|it)\s+(?:(?:did|do|does|have|has|had)"
    r"(?:\s+(?:not|never)|n[’']t)(?:\s+ever)?|never)\s+|\bden(?:y|ies|ied|ying)\s+",
    re.IGNORECASE,
)

OPENING: Final = 3
"""Words after "did not" among which the wrong stands: "have not in any way lied"."""

WITHIN: Final = 5
"""Words before the wrong among which its doer stands: "the council and its lies"."""

AFTER: Final = 4
"""Words after it in which the doer stands: "lies of the city council"."""

CLAIMS: Final = 2
"""Charges that one denial is held against at most, the first in order."""


@dataclass(frozen=True, slots=True)
class Short:
    """A wrong that somebody says his body did not do."""

    gist: Gist
    kind: str
    body: frozenset[str]
    """Stems that name the body, and countries."""
    words: str


def find_short_denials(scene: Scene) -> Iterator[Relation]:
    """Give each short denial of *scene* with the charges it answers."""
    told = [gist for gist in scene.gists if _wrongs(gist)]
    charging = Shelves(told, lambda g: {kin.name for kin in _wrongs(g)})
    for gist in told:
        for denial in _shorts(gist, scene.posts):
            charges = (c for c in charging.of(denial.kind) if _charges_it(denial, c))
            for claim in islice(charges, CLAIMS):
                yield _relation(denial, claim)


def _charges_it(denial: Short, claim: Gist) -> bool:
    """Tell whether a statement charges the denier's body with the wrong anywhere."""
    wrongs = (kin for kin in _wrongs(claim) if kin.name == denial.kind)
    return claim is not denial.gist and any(
        _charges(denial, claim, kin) for kin in wrongs
    )


def _shorts(gist: Gist, posts: Mapping[str, str]) -> Iterator[Short]:
    statement = gist.statement
    for match in NOT_I.finditer(statement.text):
        kin = next(
            (k for k in _wrongs(gist) if gist.tokens[k.at].start >= match.end()), None
        )
        if kin is None:
            continue
        between = [t for t in gist.tokens[: kin.at] if t.start >= match.end()]
        if len(between) >= OPENING or any(t.text in MARKS for t in between):
            continue
        item = _speaker_at(statement, match)
        body = _body(statement, item, posts) if item else frozenset()
        if body:
            words = written(gist, match.start(), gist.tokens[kin.end - 1].end)
            yield Short(gist, kin.name, body, words)


def _wrongs(gist: Gist) -> list[Kindred]:
    return [kin for kin in kindred_of(gist) if is_wrong(kin.name)]


def _speaker_at(statement: Statement, match: re.Match[str]) -> Attribution | None:
    """Give who says the words of *match*, or whose verb of denying it is."""
    start = statement.span.start + match.start()
    for item in statement.attributions:
        if item.speaker is None:
            continue
        is_cue = item.cue is not None and item.cue.start <= start < item.cue.end
        if is_cue or any(s.start <= start < s.end for s in item.content):
            return item
    return None


def _body(
    statement: Statement, item: Attribution, posts: Mapping[str, str]
) -> frozenset[str]:
    """Give what names the body that a speaker speaks for: "government" of its man."""
    speaker = item.speaker
    if speaker is None:
        return frozenset()
    words = re.findall(r"[^\W\d_]+", f"{speaker.name} {speaker.role or ''}")
    if item.source:
        source = statement.words_at(item.source)
        words += re.findall(r"[^\W\d_]+", source)
    kept = {stem(w) for w in words if w.lower() not in stopwords()} - _posts()
    country = posts.get(last_name(speaker.name))
    kept |= {country} if country else set()
    where = range(item.source.start, item.source.end) if item.source else ()
    return countries_within(statement, where) | kept


@cache
def _posts() -> frozenset[str]:
    """Give the stems of what a person is: "spokesman" names no body."""
    return frozenset(
        stem(w) for row in word_table("role_nouns") for w in row[0].split()
    )


def _charges(denial: Short, claim: Gist, kin: Kindred) -> bool:
    """Tell whether *claim* says that the denier's body did the wrong."""
    if not affirms_now(claim):
        return False
    before = last_clause(claim.tokens[max(0, kin.at - WITHIN) : kin.at])
    if negations_in(before) or NOT_I.search(claim.statement.text):
        return False
    after = claim.tokens[kin.end : kin.end + AFTER]
    if not after or after[0].lower not in ("of", "by"):
        after = ()
    # Whoever speaks charges another than himself.
    sources = [a.source for a in claim.statement.attributions if a.source]
    own = words_within(claim, sources)
    doers = [t for t in (*before, *after) if t not in own]
    named = {stem(t.lower) for t in doers if t.text[0].isalpha()}
    return bool(denial.body & (named | countries_among(claim, doers)))


def _relation(denial: Short, claim: Gist) -> Relation:
    because = f"one says “{denial.words}”, the other charges that very body with it"
    found = dispute("denial", (denial.gist, claim), 0.8, because, denial.words)
    return replace(found, is_answer=True)
