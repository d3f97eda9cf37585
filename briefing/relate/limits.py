"""Hold a claim against a number that is denied: "not even two metres".

"Less than two metres" agrees with it; six metres are what it denies.
"""

from __future__ import annotations

import re
from typing import Final

from briefing.model.statement import Figure
from briefing.relate.amounts import Amount, amount_of
from briefing.relate.conflicts import COMING
from briefing.relate.denied import Denial, terms_of
from briefing.relate.gists import Gist, once
from briefing.text.words import stem, word_stems

# Matches "even two", "more than 40", "a single one"; not "evening", "about two".
AND_MORE: Final = re.compile(
    r"\b(?:even|as\s+(?:much|many)\s+as|more\s+than|over|at\s+least|exceed\w*"
    r"|a\s+single)\b",
    re.IGNORECASE,
)

BEFORE: Final = 20
"""Letters before a number in which the words stand that make it a least one."""


def stays_within(denial: Denial, claim: Gist) -> bool:
    """Tell whether *claim* gives less than what is denied: the two then agree."""
    for figure in _denied_figures(denial):
        rivals = _rivals(figure, claim)
        if rivals and all(_is_less(one, denial, figure) for one in rivals):
            return True
    return False


def reached_terms(denial: Denial, claim: Gist) -> frozenset[str]:
    """Give the terms of a denied number that *claim* reaches or passes.

    Who says six metres says, too, that it was two; who asks for six says nothing.
    """
    found: frozenset[str] = frozenset()
    for figure in _denied_figures(denial):
        if not _is_least(denial, figure):
            continue
        told = (one for one in _rivals(figure, claim) if not _is_wished(one, claim))
        if any(one.low >= figure.low for one in told):
            inside = range(figure.span.start, figure.span.end)
            start = denial.gist.statement.span.start
            words = [t for t in denial.content if t.start + start in inside]
            found |= terms_of(words)
    return found


def _denied_figures(denial: Denial) -> list[Figure]:
    start = denial.gist.statement.span.start
    places = {token.start + start for token in denial.content}
    return [f for f in denial.gist.statement.figures if f.unit and _in(f, places)]


def _in(figure: Figure, places: set[int]) -> bool:
    return any(at in places for at in range(figure.span.start, figure.span.end))


def _rivals(figure: Figure, claim: Gist) -> list[Amount]:
    return [one for one in _told(claim) if one.figure.unit == figure.unit]


@once
def _told(claim: Gist) -> tuple[Amount, ...]:
    statement = claim.statement
    return tuple(amount_of(statement, f) for f in statement.figures if f.is_real)


def _is_wished(one: Amount, claim: Gist) -> bool:
    """Tell whether a number is asked for or planned: "recommended to sell six"."""
    end = one.figure.span.start - claim.statement.span.start
    before = [t.lower for t in claim.tokens if t.end <= end]
    wishing = word_stems("relate_wishing")
    return any(word in COMING or stem(word) in wishing for word in before)


def _is_less(one: Amount, denial: Denial, figure: Figure) -> bool:
    """Tell whether an amount is under a denied one; "less than two" is under two."""
    if one.low == one.high:
        return one.high < figure.low and _is_least(denial, figure)
    return one.high <= figure.low


def _is_least(denial: Denial, figure: Figure) -> bool:
    """Tell whether so much or more is denied, not only this very number."""
    statement = denial.gist.statement
    place = statement.place_of(figure.span)
    around = statement.text[max(0, place.start - BEFORE) : place.stop]
    return bool(AND_MORE.search(around))
