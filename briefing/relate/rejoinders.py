"""Find the claim that "That is a lie" means: the one told just before it.

The rejoinder has no matter of its own, so nothing but its place joins the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from briefing.model.corpus import Relation
from briefing.model.statement import Attribution
from briefing.relate.denials import affirms_now, denials_of
from briefing.relate.denied import terms_of
from briefing.relate.dispute import dispute
from briefing.relate.falsehoods import wordings
from briefing.relate.gists import (
    Gist,
    last_name,
    once,
    words_within,
    written,
)
from briefing.relate.scene import Scene
from briefing.text.patterns import any_of

BACK: Final = 2
"""Sentences before a rejoinder among which the claim stands."""

FEWEST: Final = 3
"""Terms that a claim must have to be told from a remark."""

LONG: Final = 120
"""Letters of a claim that are shown as what is disputed."""


def find_rejoinders(scene: Scene) -> Iterator[Relation]:
    """Give each rejoinder of *scene* with the claim of another just before it."""
    for gist, before in scene.in_order(BACK):
        if denier := denier_of(gist):
            yield from _answered(gist, denier, before)


def _answered(gist: Gist, denier: str, before: Sequence[Gist]) -> Iterator[Relation]:
    for claim in reversed(before):
        if claim.statement.role != gist.statement.role:
            return
        if last_name(denier_of(claim)) == last_name(denier):
            continue  # he says it twice; the claim stands before both
        item = _claimed(claim, denier)
        if item is not None:
            yield _relation(gist, denier, claim, item)
        return


def _claimed(claim: Gist, denier: str) -> Attribution | None:
    """Give what another than the *denier* claims in the sentence, and nobody denies."""
    if not affirms_now(claim) or denials_of(claim):
        return None
    items = [a for a in claim.statement.attributions if a.speaker]
    if any(a.speaker and last_name(a.speaker.name) == last_name(denier) for a in items):
        return None
    enough = (a for a in items if len(_terms(claim, a)) >= FEWEST)
    return next(enough, None)


def _terms(claim: Gist, item: Attribution) -> frozenset[str]:
    return terms_of(words_within(claim, item.content))


@once
def denier_of(gist: Gist) -> str:
    """Give the name of whoever only says of something that it is untrue, else ""."""
    statement = gist.statement
    for item in statement.attributions:
        if item.speaker is None:
            continue
        for span in item.content:
            if _untrue().match(statement.words_at(span)):
                return item.speaker.name
    return _caller(gist)


def _caller(gist: Gist) -> str:
    """Give who calls untrue what stands before: "Eva Lund called that nonsense"."""
    statement = gist.statement
    called = _called().search(statement.text)
    if called is None:
        return ""
    end = statement.span.start + called.start()
    said = [a for a in statement.attributions if a.source and a.source.end <= end]
    names = [a.speaker.name for a in said if a.speaker]
    names += [n.name for n in statement.names if n.span.end <= end and not names]
    return names[-1] if names else ""


@cache
def _untrue() -> re.Pattern[str]:
    """Give the wording of a rejoinder, from where what is said begins."""
    # Matches "“That is a lie,”", "this was simply not true" and "“Lies!”"; not "That is
    # a lie detector", "it is not true that the dam broke", nor "That is a mistake".
    what = rf"{POINTING}(?:\s+(?:claim|report|allegation)s?)?"
    be = r"(?:\s+(?:is|are|was|were)|[’']s|\s+be)\s+"
    return re.compile(
        rf"[\s“\"‘'’]*(?:that\s+)?(?:{what}{be})?{DEGREE}{_verdict()}{OVER}",
        re.IGNORECASE,
    )


@cache
def _called() -> re.Pattern[str]:
    # Matches "called that untrue." and "dismissed this as nonsense"; not "called it a
    # day", nor "called that a lie detector".
    verb = r"(?:call|brand|label|denounc|dismiss|reject)(?:s|e[sd]?|l?ed)?"
    return re.compile(
        rf"\b{verb}\s+{POINTING}\s+(?:as\s+)?[“\"‘]?{DEGREE}{_verdict()}{OVER}",
        re.IGNORECASE,
    )


@cache
def _verdict() -> str:
    known = any_of(wordings("false") - MILD, " ")
    return rf"(?:{known}|not\s+(?:true|so|the\s+case))"


POINTING: Final = r"(?:that|this|it|these|those|they)"
"""Words that mean what stands before."""

DEGREE: Final = (
    r"(?:(?:a|an|all|just|simply|pure|total|outright|\w+ly|complete)\s+){0,2}"
)
"""What may stand before the verdict."""

OVER: Final = r"\s*(?:[,.!;:”\"’'—–]|$|\band\b)"
"""What ends the verdict: nothing is told after it that it would be about."""

MILD: Final = frozenset(
    {"mistake", "error", "wrong", "impossible", "mistaken", "off the table"}
    | {"out of the question", "theory", "misunderstanding"}
)
"""Verdicts that more often say that a deed was bad than that a claim is untrue."""


def _relation(gist: Gist, denier: str, claim: Gist, item: Attribution) -> Relation:
    about = _words(claim, item)
    because = f"one calls untrue what was told just before it: “{about}”"
    found = dispute("denial", (gist, claim), 0.8, because, about)
    return replace(found, denied_by=gist.statement.id, denier=denier)


def _words(claim: Gist, item: Attribution) -> str:
    """Give what is claimed, as it is written, cut at a word where it is long."""
    span = max(item.content, key=lambda s: s.end - s.start)
    inside = [t for t in words_within(claim, [span]) if t.text[0].isalnum()]
    inside = inside[1:] if inside[0].lower == "that" else inside
    kept = [t for t in inside if t.end - inside[0].start <= LONG]
    return written(claim, kept[0].start, kept[-1].end)
