"""Tell of the sides of a dispute which denies, who says it, and how much is shown."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from typing import Final, Protocol

from briefing.extract.voices import voice_of
from briefing.labels import label
from briefing.model.article import Span
from briefing.model.corpus import Relation
from briefing.model.statement import Attribution, Statement
from briefing.plan.eligible import unresolved, why_not
from briefing.plan.selection import Selection
from briefing.plan.trims import others_words
from briefing.plan.view import View
from briefing.resources import word_set
from briefing.text.words import fold

# Matches "- something the union " and ", which the ministry " before "denied".
REJECTED: Final = re.compile(
    r"(?:\s[-–—]\s|,\s)(?:something|which|a (?:claim|charge|report))\s(?:that\s)?"
    r"(?P<who>(?:the\s)?[A-Z]?[\w’'.-]+(?:\s[\w’'.-]+){0,3}?)\s"
    r"(?:(?:has|have|had)\s)?(?:\w+ly\s)?$"
)


CHARGED: Final = frozenset({"accused", "blamed", "charged", "suspected"})
BESIDE: Final = frozenset({"that", "this", "it", "these", "those"})
"""Words that mean the claim where a denial stands beside it."""


class Told(Protocol):
    """Whatever looks statements up by their ids."""

    @property
    def statements(self) -> Mapping[str, Statement]: ...


def claim_and_denial(view: Told, relation: Relation) -> tuple[str, str]:
    """Give the sides of a dispute, the one that denies last.

    Where both hold words of denial, it is the one that holds what is disputed. Of an
    accusation or a refusal and what answers it, it is the answer.
    """
    sides = (relation.left, relation.right)
    if relation.denied_by is not None:
        return (sides[0], sides[1]) if relation.denied_by == sides[1] else sides[::-1]
    if relation.of == "account":
        is_right = bool(relation.about) and relation.about in _said(view, sides[1])
        return (sides[1], sides[0]) if is_right else sides
    if relation.of != "denial":
        return sides

    def denies(item: str) -> tuple[bool, bool]:
        hedged = view.statements[item].has_hedge("denial")
        return hedged, bool(relation.about) and relation.about in _said(view, item)

    left, right = sides
    return (right, left) if denies(left) > denies(right) else (left, right)


def _said(view: Told, item: str) -> str:
    return " ".join(view.statements[item].text.split())


def cut_of(view: View, relation: Relation, item: str) -> Span | None:
    """Give the closing clause of a side in which somebody else speaks of aught else."""
    if relation.kind == "edit":
        return None  # the whole wording is what differs
    statement = view.statements[item]
    return others_words(statement, value_of(relation, item))


def value_of(relation: Relation, item: str) -> str:
    """Give what a side itself says of the matter: of two numbers its own."""
    ways = relation.about.split(" / ")
    both = len(ways) == len((relation.left, relation.right))
    if relation.of == "denial" or not both:
        return relation.about
    return ways[item == relation.right]


@dataclass(frozen=True, slots=True)
class Print:
    """A sentence as an editor worded it later."""

    statement: Statement
    words: str
    """What stands there now, “did not directly deny”; "" where words were only cut."""
    was: str
    """What stood there before."""


def printed_last(view: View, item: str, able: Container[str]) -> Print | None:
    """Give the newest wording of a statement among *able*; None where it is its own.

    A later print of one text may say less than the first.
    """
    told = view.told_on(view.statements[item])
    found: list[tuple[dt.date, str, Print]] = []
    for edit in view.disputes.get(item, ()):
        for side, other in ((edit.left, edit.right), (edit.right, edit.left)):
            newer = view.statements[side]
            day = view.told_on(newer)
            if edit.of != "edit" or side == item or side not in able:
                continue
            if told and day and day > told:
                words, was = value_of(edit, side), value_of(edit, other)
                found.append((day, side, Print(newer, words, was)))
    return max(found, key=lambda one: one[:2])[2] if found else None


def unsaid_denial(view: View, item: str, able: Container[str]) -> Print | None:
    """Give the newest wording of a denial where an editor changed its very words."""
    last = printed_last(view, item, able)
    if last is None:
        return None
    statement = view.statements[item]
    start = statement.text.find(last.was.strip("“”"))
    shift = statement.span.start
    inside = range(start, start + len(last.was))
    denials = (h for h in statement.hedges if h.kind == "denial")
    is_it = start >= 0 and any(h.span.start - shift in inside for h in denials)
    return last if is_it else None


def is_plain_beside(view: View, item: str) -> bool:
    """Tell whether a denial is plain beside what it denies: “Lies!”, the mayor said."""
    statement = view.statements[item]
    if why_not(statement, view) not in (None, "too_short"):
        return False
    words = (statement.words_at(r.span).split() for r in unresolved(statement))
    return all(found and found[0].lower() in BESIDE for found in words)


def who_says(selection: Selection, statement: Statement, words: str = "") -> str:
    """Give the speaker whose words a side is, else the newsroom.

    Where *words* stand in the sentence outside all that anybody says, it is the
    newsroom that says them.
    """
    view = selection.view
    newsroom = voice_of(view.articles[statement.article])
    # A quotation's speaker may be named a sentence before it, or after.
    items = dict.fromkeys((*statement.attributions, *view.reach.get(statement.id, ())))
    start = statement.text.find(words) if words else -1
    if start >= 0:
        start += statement.span.start
        items = dict.fromkeys(item for item in items if _tells_at(item, start))
    if items and all(_is_charge(statement, item) for item in items):
        return label("who.accuser")
    return named_speaker(replace(statement, attributions=tuple(items))) or newsroom


def _tells_at(attribution: Attribution, start: int) -> bool:
    """Tell whether what begins at *start* is said there, or is what says it."""
    spans = (*attribution.content, *filter(None, [attribution.cue]))
    return any(span.start <= start < span.end for span in spans)


def _is_charge(statement: Statement, attribution: Attribution) -> bool:
    """Tell "was accused of", which tells no accuser."""
    if attribution.source or attribution.speaker or attribution.cue is None:
        return False
    cue = statement.words_at(attribution.cue)
    return not CHARGED.isdisjoint(cue.lower().split())


def denier_in(relation: Relation, denial: Statement) -> str | None:
    """Give who denies in the denying side of a dispute; None where that is not told."""
    return relation.denier or who_denies(denial)


def who_denies(statement: Statement) -> str | None:
    """Give who denies in *statement*; None where that cannot be told.

    "A said that B had denied it" makes A no denier, and who reports a denial none; of
    "…, something B denied" it is B.
    """
    denials = [h.span for h in statement.hedges if h.kind == "denial"]
    for denial in denials:
        if rejected := REJECTED.search(statement.words_before(denial)):
            return rejected["who"]
    said = [span for a in statement.attributions for span in a.content]
    told = [any(s.start <= d.start < s.end for s in said) for d in denials]
    return None if told and all(told) else named_speaker(statement)


def named_speaker(statement: Statement) -> str | None:
    """Give the first speaker, or the words that name a source nobody resolved.

    "The ministry" will do; "his lawyer" speaks for somebody named elsewhere.
    """
    words = (_source_words(statement, a) for a in statement.attributions)
    return next((name for name in (*statement.speakers(), *words) if name), None)


def _source_words(statement: Statement, attribution: Attribution) -> str:
    source = attribution.source
    if source is None or source.start < statement.span.start:
        return ""
    words = statement.words_at(source).split()
    leans = fold(words[0]) in word_set("personal_pronouns") if words else True
    return "" if leans else " ".join(words)
