"""Find where a party did what it had said that it would not do.

"Had at first said it would not let inspectors in" and "has invited the inspectors" are
two positions of one party: the later settles the earlier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from briefing.model.corpus import Relation
from briefing.relate.denied import (
    countries_among,
    countries_of,
    following,
    last_clause,
    last_names_of,
    parties_within,
    sides_of,
    terms_of,
)
from briefing.relate.dispute import dispute
from briefing.relate.gists import Gist, once, words_within, written
from briefing.relate.kindred import find_kindred, kindred_of, needs_no_object
from briefing.relate.scene import Scene
from briefing.relate.shelves import Shelves, nearest
from briefing.resources import words_of
from briefing.text.words import Token, fold

# Matches "would not allow", "will never", "refused to"; not "would not have been", nor
# "would not say", which is no refusal of an act (no class of acts holds "say").
REFUSING: Final = re.compile(
    r"\b(?:(?:would|will)\s+(?:not|never)|(?:would|wo)n[’']t|refus(?:es|ed|ing)\s+to"
    r"|ruled\s+out)\s+(?!have\b|be\b)",
    re.IGNORECASE,
)

# Matches "had initially", "at first", "had said earlier"; not "earlier this week".
BEFORE: Final = re.compile(
    r"\b(?:initially|at first|originally|had (?:said )?(?:earlier|previously)"
    r"|had (?:long )?refused|first said|earlier said|previously said)\b",
    re.IGNORECASE,
)

# Matches what undoes an act or puts it off: "if", "might", "not", "refused".
UNDONE: Final = re.compile(
    r"\b(?:not|never|no|if|whether|may|might|could|should|would|refus\w+|reject\w+"
    r"|den(?:y|ies|ied)|declin\w+|urg\w+|ask\w*|demand\w*|call(?:s|ed|ing)? (?:on|for)"
    r"|want\w*|need\w*|must|unless|without|until|fail\w*|hop\w+)\b|n[’']t\b|\?",
    re.IGNORECASE,
)

# Matches "has invited", "got", "agreed to", "were let"; not "invites", "is to share".
DONE: Final = re.compile(
    r"\b(?:has|have|had|was|were|been|got|gave|gives|given|agree[sd]|agreed|will|began"
    r"|let|sent|met|took|paid|shut|quit|withdrew|\w{3,}ed)\b",
    re.IGNORECASE,
)

OPENING: Final = 3
"""Words after "would not" among which the act stands: "would not yet hand over"."""

AROUND: Final = 6
"""Words on either side of the act among which it is undone or done."""

PLAIN: Final = 2
"""Terms of what it is done to that both must have; a name, or its only term, will do
alone."""

MOST: Final = 2
"""Later acts that a refusal is held against, the nearest ones."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An act that a party says it will not do."""

    gist: Gist
    kind: str
    """Class of the act."""
    objects: frozenset[str]
    """Terms of what it is done to."""
    head: frozenset[str]
    """Those of the thing itself: "the report" of "the report on the ward"."""
    countries: frozenset[str]
    """Countries named in it."""
    parties: frozenset[str]
    """Who refuses: countries and last words of names, folded."""
    words: str
    is_old: bool
    """True where the sentence itself says that this was so before."""


def find_reversals(scene: Scene) -> Iterator[Relation]:
    """Give each refusal of *scene* with what its party did all the same."""
    doers = Shelves(scene.gists, lambda g: {kin.name for kin in kindred_of(g)})
    for gist in scene.gists:
        for refusal in _refusals(gist, scene):
            done = partial(_done, refusal, scene)
            for _, other in nearest(doers.of(refusal.kind), done, MOST):
                yield _relation(refusal, other)


def _done(refusal: Refusal, scene: Scene, other: Gist) -> int:
    """Give how surely *other* tells that what was refused was done later; 0 for no."""
    return _shared(refusal, other) if _is_later(refusal, other, scene) else 0


def _refusals(gist: Gist, scene: Scene) -> Iterator[Refusal]:
    text = gist.statement.text
    if "?" in text:
        return
    for match in REFUSING.finditer(text):
        content = following(gist.tokens, match.end(), set())
        first = [kin for kin in find_kindred(content) if kin.at < OPENING][:1]
        parties = _parties(gist, match.start(), scene)
        if not first or not parties:
            continue
        kin = first[0]
        rest = content[kin.end :]
        others = {k.name: k for k in find_kindred(rest)}
        idle = {t for k in others.values() for t in terms_of(rest[k.at : k.end])}
        yield Refusal(
            gist,
            kin.name,
            terms_of(rest) - idle,
            terms_of(_head(rest)),
            countries_among(gist, rest) - parties,
            parties,
            written(gist, match.start(), content[-1].end),
            bool(BEFORE.search(text[: match.end()])),
        )


def _head(words: Sequence[Token]) -> Sequence[Token]:
    """Give the words up to the first that only tells more of the thing."""
    ends = (i for i, t in enumerate(words) if i and t.lower in MORE)
    return words[: next(ends, len(words))]


MORE: Final = words_of("more_of_a_thing")
"""Words after a thing with which more is told of it."""


def _parties(gist: Gist, at: int, scene: Scene) -> frozenset[str]:
    """Give who refuses: whoever says so, else who is named before "would not"."""
    start = gist.statement.span.start
    near = range(start + max(0, at - NEAR), start + at)
    return scene.with_posts(sides_of(gist) or parties_within(gist.statement, near))


NEAR: Final = 40
"""Letters before "would not" in which whoever refuses is named."""


def _is_later(refusal: Refusal, other: Gist, scene: Scene) -> bool:
    """Tell whether an act came after the refusal, by its words or the days."""
    if other is refusal.gist:
        return False
    if refusal.is_old:
        return not REFUSING.search(other.statement.text)
    one, two = scene.told_on(refusal.gist), scene.told_on(other)
    return one is not None and two is not None and one < two


def _shared(refusal: Refusal, other: Gist) -> int:
    """Give how many terms show that *other* tells of the act refused; 0 for none."""
    ahead = _acts(refusal, other)
    if ahead is None or not refusal.parties & _named(other):
        return 0
    if needs_no_object(refusal.kind):
        return int(not refusal.parties.isdisjoint(fold(t.text) for t in ahead))
    receivers = countries_of(other) - refusal.parties
    shared = refusal.objects & other.terms
    if not shared & refusal.head:
        return 0
    named = shared & (refusal.gist.names | other.names) - _place_terms(other)
    if refusal.countries and receivers and not refusal.countries & receivers:
        return 0
    if named:
        return 1 + len(shared)
    least = min(PLAIN, len(refusal.objects))
    return len(shared) if least and len(shared) >= least else 0


@once
def _place_terms(gist: Gist) -> frozenset[str]:
    """Give the terms of the places that a statement names."""
    return terms_of(words_within(gist, (p.span for p in gist.statement.places)))


@once
def _named(gist: Gist) -> frozenset[str]:
    """Give every party that a statement names or that speaks in it."""
    return countries_of(gist) | sides_of(gist) | last_names_of(gist) | _nouns(gist)


@once
def _nouns(gist: Gist) -> frozenset[str]:
    """Give the words folded: a party may be "the railway"."""
    return frozenset(fold(t.text) for t in gist.tokens if t.text[0].isalpha())


def _acts(refusal: Refusal, other: Gist) -> Sequence[Token] | None:
    """Give the words before the act where *other* says that it was done or will be."""
    words = other.tokens
    for kin in kindred_of(other):
        if kin.name != refusal.kind:
            continue
        ahead = last_clause(words[max(0, kin.at - AROUND) : kin.at])
        text = " ".join(t.text for t in ahead)
        done = " ".join(t.text for t in (*ahead, *words[kin.at : kin.end]))
        if DONE.search(done) and not UNDONE.search(text):
            return ahead
    return None


def _relation(refusal: Refusal, other: Gist) -> Relation:
    because = f"one says “{refusal.words}”, the other that it was done or will be"
    found = dispute("account", (refusal.gist, other), 0.8, because, refusal.words)
    return replace(found, resolved_by=other.statement.id)
