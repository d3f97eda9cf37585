"""Read what a sentence announces: who will do what, for which day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.model.statement import DateMention, Statement
from briefing.plan.asked import clause_end
from briefing.plan.wording import Place
from briefing.resources import word_list
from briefing.text.words import stem

# Matches "will hold", "is due to rule", "are expected to arrive", "plans to publish",
# "promised to", "would open"; not "will not", "is likely to", "will be" alone.
COMING: Final = re.compile(
    r"\b(?:(?P<would>would)|will|shall"
    r"|(?:is|are|was|were)\s+(?:also\s+)?"
    r"(?:(?:due|set|expected|scheduled|planned|slated)\s+)?to"
    r"|(?:plan|intend|promis|pledg|vow|agre|hope)(?:s|es|ed|ned)?\s+to)"
    r"\s+(?:also\s+|then\s+)?"
    r"(?:be\s+(?=(?:\w+ly\s+)?\w+(?:ed|[eow]n|rn|ld|nt|ade|one|id|ard|ut|ght|ilt|ead)\b))?"
    r"(?:[a-z]+ly\s+)?(?P<act>[a-z]+)\b",
    re.IGNORECASE,
)


# Matches "promised an inquiry", "pledged a report"; not "the promised land".
PROMISED: Final = re.compile(
    r"\b(?:promis|pledg)(?:es|ed)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?P<thing>\w+)"
    r"(?=[,.;]|\s+(?:on|into|of|for|to|about|within|by|in|and|that)\b|\s*\Z)",
    re.IGNORECASE,
)


PROMISES: Final = ("promis", "pledg")
"""What the verbs of a promise begin with."""


# Matches "within a week", "in the next ten days"; not "in 2019".
WITHIN: Final = re.compile(
    r"\b(?:within|in\s+the\s+(?:next|coming))\s+\Z|\bin\s+\Z", re.IGNORECASE
)


# Matches what is only wished, supposed or not to be: "if", "could", "not", "I", "we".
NOT_SAID: Final = re.compile(
    r"\b(?:probably|likely|perhaps|maybe|if|unless|whether|could|may|might|should|until"
    r"|not|never|no|nobody|I|we|you|our|your|us)\b|n[’']t\b|\?|\bwould\s+have\b",
    re.IGNORECASE,
)


# Matches the "and " of ", and the court will rule"; not the comma before "the mayor".
NEXT: Final = re.compile(r"[;:—–]\s+|,\s+(?:and|but|while|as|though|although)\s+")


@dataclass(frozen=True, slots=True)
class Coming:
    """Something announced."""

    statement: Statement
    place: Place
    """Of the clause that announces it."""
    act: str
    """What will be done, or what is promised."""
    is_thing: bool
    """True of what is promised."""
    start: int
    """Of the words that announce it."""


def announcements(statement: Statement) -> Iterator[Coming]:
    """Give what a sentence announces, or promises."""
    text = statement.text
    # What has no day is only asked after where it was promised.
    coming = COMING.finditer(text) if statement.dates else ()
    is_promise = any(root in text.lower() for root in PROMISES)
    promised = PROMISED.finditer(text) if is_promise else ()
    for match in (*coming, *promised):
        told, place = match.groupdict(), _clause(statement, match)
        act = told.get("act") or told["thing"]
        if not act.islower() or stem(act) in states() or NOT_SAID.search(text, *place):
            continue
        if told.get("would") and not _is_said(statement, match.start()):
            continue
        yield Coming(statement, place, act, "thing" in told, match.start())


@cache
def states() -> frozenset[str]:
    """Give the stems of words that announce and tell no act: "to be", "to happen"."""
    return frozenset(stem(word) for word in word_list("announced_states"))


def _clause(statement: Statement, match: re.Match[str]) -> Place:
    """Give the clause around a cue, without the words that name who says it."""
    text, shift = statement.text, statement.span.start
    starts = [0, *(m.end() for m in NEXT.finditer(text, 0, match.start()))]
    ends = [clause_end(text, match.end())]
    for item in statement.attributions:
        for span in item.content:
            start, end = span.start - shift, span.end - shift
            if start <= match.start() < end:
                starts.append(max(0, start))
                ends.append(min(len(text), end))
    return max(starts), min(ends)


def _is_said(statement: Statement, place: int) -> bool:
    at = statement.span.start + place
    said = (span for item in statement.attributions for span in item.content)
    return any(span.start <= at < span.end for span in said)


def date_for(coming: Coming, told: dt.date | None) -> DateMention | None:
    """Give the time in the clause for which it is announced, later than the telling."""
    statement, place = coming.statement, coming.place
    for date in statement.dates:
        start = statement.place_of(date.span).start
        if not place[0] <= start < place[1]:
            continue
        is_day = date.type in ("DATE", "TIME")
        if is_day and date.earliest and told and date.earliest > told:
            return date
        if date.type == "DURATION" and WITHIN.search(statement.text, 0, start):
            return date
    return None
