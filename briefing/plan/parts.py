"""Tell which counts are of some of those whom another count holds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from briefing.extract.figures.measures import OF_PERSONS
from briefing.model.article import Span
from briefing.model.statement import Figure, Statement
from briefing.plan.countable import ABOARD, Counted
from briefing.plan.selection import Selection
from briefing.plan.tolls import (
    AGREED,
    FINAL,
    PERSON,
    RISING,
    SHOT,
    are_all_hurt,
    is_fewer,
    is_part,
)

# Matches what makes "one of two bombers" those of a place: "who died at the airport";
# not "who died in the attack".
AT_ONE: Final = re.compile(
    r"\s*(?:who|that|which)\s+(?:\w+\s+){1,4}?(?:at|near|outside|inside)\s+(?:the\b|an?\b|[A-Z])"
)
ONE_OF: Final = re.compile(r"\b(?:one|two|three)\s+of\s+(?:the\s+)?\Z", re.IGNORECASE)

# Matches the end of "six more", "two others"; not "more than six".
MORE: Final = re.compile(r"(?:\s+of)?\s+(?:more|others?)\b(?!\s+than)")

# Matches "among the missing were ", "Among those hurt are "; not "among friends, ".
AMONG: Final = re.compile(
    r"\bamong\s+(?:the|those|them)\b[^,;:]*\s(?:is|are|was|were)\s+[\"“]?\Z",
    re.IGNORECASE,
)


def counts_some(selection: Selection, statement: Statement, figure: Figure) -> bool:
    """Tell whether only some of those are counted whom others count."""
    tolls, name = selection.tolls, statement.id
    if is_part(tolls, name, figure) and not are_all_hurt(statement, figure):
        return True
    return (
        is_fewer(selection.view, tolls, name, figure)
        or _are_of_one_place(statement, figure)
        or _are_more(statement, figure)
        or _are_among(statement, figure)
    )


def _are_of_one_place(statement: Statement, figure: Figure) -> bool:
    """Tell whether a kind of people is counted at one place of several alone."""
    return (
        figure.unit != PERSON
        and ONE_OF.search(statement.words_before(figure.span)) is not None
        and AT_ONE.match(statement.words_after(figure.span)) is not None
    )


def _are_more(statement: Statement, figure: Figure) -> bool:
    """Tell whether those shot are counted beside the dead: "five dead, six more"."""
    if figure.measure != SHOT:
        return False
    before = (f for f in statement.figures if f.span.start < figure.span.start)
    if not any(f.measure in OF_PERSONS and f.is_real for f in before):
        return False
    return MORE.search(statement.words_at(figure.span)) is not None


def _are_among(statement: Statement, figure: Figure) -> bool:
    """Tell whether others stand beside those counted: "among the dead were two"."""
    return AMONG.search(statement.words_before(figure.span)) is not None


def agreed_tolls(selection: Selection) -> frozenset[tuple[str, float, float]]:
    """Give the tolls that two origins tell: as many of one kind are all of them."""
    origins = selection.view.corpus.origins
    names: dict[tuple[str, float, float], set[str]] = {}
    for measure, counts in selection.tolls.items():
        for toll in (t for t in counts if t.holds):
            key = (measure, toll.figure.low, toll.figure.high)
            names.setdefault(key, set()).add(origins[toll.statement].name)
    return frozenset(key for key, found in names.items() if len(found) >= AGREED)


def without_parts(
    selection: Selection, groups: Sequence[list[Counted]]
) -> list[list[Counted]]:
    """Give *groups*, the best first, without parts that a reader knows by the whole.

    Beside a toll stands one kind of those it counts, none where its kinds add up to it.
    Those shot are left out where they are the dead and the hurt. Of what no later count
    replaces, as arrests, one number of people stands.
    """
    tolls = {m: max(t.figure.high for t in c) for m, c in selection.tolls.items() if c}
    sums = _sums(groups)
    kept: list[list[Counted]] = []
    seen: set[tuple[str, bool]] = set()
    for group in groups:
        figure = group[0].figure
        measure = figure.measure or ""
        whole = tolls.get(measure, 0.0)
        is_kind = all(i.figure.unit != PERSON for i in group) and figure.high < whole
        is_again = (measure, is_kind) in seen and (is_kind or _adds_up(figure))
        adds_up = {sums.get(_place(item)) for item in group} <= set(tolls.values())
        if is_again or adds_up or _is_sum(figure, tolls):
            continue
        seen.update([(measure, is_kind)] if is_kind or figure.unit == PERSON else ())
        kept.append(group)
    return kept


def _adds_up(figure: Figure) -> bool:
    """Tell whether people are counted of whom another count tells of others."""
    is_fate = figure.measure in OF_PERSONS and figure.measure not in RISING
    return is_fate and figure.unit == PERSON


def _is_sum(figure: Figure, tolls: Mapping[str, float]) -> bool:
    """Tell whether those shot are the dead and the hurt, or those aboard all died."""
    if figure.measure == ABOARD:
        return figure.high == tolls.get("killed")
    apart = [tolls[measure] for measure in FINAL if measure in tolls]
    return figure.measure == SHOT and len(apart) > 1 and figure.high == sum(apart)


def _sums(groups: Iterable[Iterable[Counted]]) -> dict[tuple[str, str], float]:
    """Give what the kinds that a sentence counts add up to: 12 and 11 of the 23."""
    kinds: dict[tuple[str, str], dict[Span, float]] = defaultdict(dict)
    for item in (item for group in groups for item in group):
        if item.figure.unit != PERSON:
            kinds[_place(item)][item.figure.span] = item.figure.high
    return {
        place: sum(counts.values())
        for place, counts in kinds.items()
        if len(counts) > 1
    }


def _place(item: Counted) -> tuple[str, str]:
    return item.figure.measure or "", item.statement.id
