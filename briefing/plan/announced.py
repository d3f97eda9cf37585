"""Ask what was announced and nothing tells of: a vote on Friday, a report in a week."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.labels import label, written_days
from briefing.model.statement import DateMention, Statement
from briefing.plan.asked import clause_end, with_start
from briefing.plan.candidates import Candidate, candidate, quoted
from briefing.plan.eligible import is_pointing
from briefing.plan.event import newest_day
from briefing.plan.selection import Selection
from briefing.plan.stems import content_stems
from briefing.plan.view import View
from briefing.plan.wording import FEWEST, Place, blanked, points_back, trimmed_words
from briefing.resources import word_list, word_set
from briefing.text.words import fold, stem

A_DAY: Final = dt.timedelta(days=1)

MOST: Final = 2
"""Announcements that are asked after: news is full of them."""

LONGEST: Final = 24
"""Words of an announcement above which a question would not be short."""

ANNOUNCED: Final = 0.6
"""What a question counts after something announced for a day still to come, beside what
somebody says is not known."""

AHEAD: Final = dt.timedelta(days=45)
"""Days to come within which a brief's readers look out for what was announced."""

OVERDUE: Final = 0.4
"""The same, where the day has passed and nothing tells of it, or none was told."""

TOLD: Final = 0.4
"""Share of the weight of what was announced from which a later sentence tells what
became of it, whichever way; with the very act, one more word of it is enough."""

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
    r"\b(?:probably|likely|perhaps|maybe|if|unless|whether|could|may|might|should|until|not|never|no|nobody|I|we|you"
    r"|our|your|us)\b|n[’']t\b|\?|\bwould\s+have\b",
    re.IGNORECASE,
)

LOOKED_AT: Final = 40
"""Announcements, the weightiest first, for which it is sought what became of them."""

COMMONEST: Final = 250
"""Statements that may have a word for it to lead to what became of an announcement."""

# Matches the "and " of ", and the court will rule"; not the comma before "the mayor".
NEXT: Final = re.compile(r"[;:—–]\s+|,\s+(?:and|but|while|as|though|although)\s+")


def announced(selection: Selection, able: Iterable[Statement]) -> Iterator[Candidate]:
    """Give what was announced and not told of since, the weightiest first."""
    view = selection.view
    last = view.outline.as_of or newest_day(view)
    found = [
        one
        for statement in able
        if last is not None
        for one in _asked_of(selection, statement, last)
        if not is_pointing(statement)
    ]
    found.sort(key=lambda one: -one[0].weight)
    outcomes = Outcomes(view)
    kept = 0
    for asked, coming in found[:LOOKED_AT]:
        if not outcomes.tell(coming):
            yield asked
            kept += 1
            if kept == MOST:
                return


def overtaken(view: View, last: dt.date) -> Iterator[str]:
    """Give what was announced for a day that is past, and told of since."""
    outcomes = Outcomes(view)
    for statement in view.corpus.statements:
        told = view.told_on(statement)
        if statement.role != "body" or told is None or told >= last:
            continue
        for coming in _announcements(statement):
            date = _date_for(coming, told - A_DAY)  # this morning "it will meet today"
            day = date.latest if date else None
            if day is not None and day <= last and outcomes.tell(coming):
                yield statement.id
                break


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


def _asked_of(
    selection: Selection, statement: Statement, last: dt.date
) -> Iterator[tuple[Candidate, Coming]]:
    told = selection.view.told_on(statement)
    for coming in _announcements(statement) if told else ():
        date = _date_for(coming, told)
        if date is None and not coming.is_thing:
            continue
        if date and date.earliest and date.earliest > last + AHEAD:
            continue
        words = _written(coming)
        if _is_plain(words):
            is_ahead = date is not None and (date.latest or last) >= last
            yield (
                candidate(
                    selection,
                    "unknown",
                    label("ask.announced", words=quoted(words)),
                    statement,
                    words,
                    share=ANNOUNCED if is_ahead else OVERDUE,
                    is_last=True,
                ),
                coming,
            )
            return


def _is_plain(words: str) -> bool:
    """Tell whether words name what is announced without what stood before them."""
    found = words.split()
    if not FEWEST < len(found) <= LONGEST or points_back(words):
        return False
    return fold(found[0]) not in word_set("personal_pronouns")


def _announcements(statement: Statement) -> Iterator[Coming]:
    text = statement.text
    # What has no day is only asked after where it was promised.
    coming = COMING.finditer(text) if statement.dates else ()
    is_promise = any(root in text.lower() for root in PROMISES)
    promised = PROMISED.finditer(text) if is_promise else ()
    for match in (*coming, *promised):
        told, place = match.groupdict(), _clause(statement, match)
        act = told.get("act") or told["thing"]
        if not act.islower() or stem(act) in _states() or NOT_SAID.search(text, *place):
            continue
        if told.get("would") and not _is_said(statement, match.start()):
            continue
        yield Coming(statement, place, act, "thing" in told, match.start())


@cache
def _states() -> frozenset[str]:
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


def _date_for(coming: Coming, told: dt.date | None) -> DateMention | None:
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


def _written(coming: Coming) -> str:
    """Give the words of the clause, each day that is told but for its date with it."""
    statement, (start, end) = coming.statement, coming.place
    text, shift = statement.text, statement.span.start
    if coming.is_thing:  # "the mayor shut the pool and promised an inquiry"
        whole = trimmed_words(text[start:end])
        return with_start(statement, (coming.start, end), whole)
    words, at = "", start
    for date in sorted(statement.dates, key=lambda date: date.span):
        stop = date.span.end - shift
        if start < stop <= end and date.is_relative and date.earliest and date.latest:
            days = written_days(date.earliest, date.latest)
            if HAS_NUMBER.search(statement.words_at(date.span)):
                days = f"{date.earliest.year}"
            words += f"{text[at:stop]} [{days}]"
            at = stop
    return trimmed_words(words + text[at:end])


# Matches the day of "20 March"; not "Friday", nor the hour of "Sunday at noon".
HAS_NUMBER: Final = re.compile(r"\d")


class Outcomes:
    """What the articles tell of things that others announced."""

    def __init__(self, view: View) -> None:
        """Look into the corpus of *view* when first asked."""
        self._view = view

    def tell(self, coming: Coming) -> bool:
        """Tell whether an article that is not older says what became of it.

        It is enough that one speaks of much the same: what was called off, put off or
        told in other words is no longer open in the words of the announcement.
        """
        view, home = self._view, coming.statement
        matter = _matter(coming)
        whole = math.fsum(view.weight.get(word, 0.0) for word in matter)
        for item in sorted(self._near(matter)):
            other = view.statements[item]
            if self._may_tell(home, other) and not _announces(other, coming.act):
                words = matter & view.matter[item]
                shared = math.fsum(view.weight.get(word, 0.0) for word in words)
                is_done = stem(coming.act) in words and len(words) > 1
                if is_done or shared >= TOLD * whole:
                    return True
        return False

    def _may_tell(self, home: Statement, other: Statement) -> bool:
        """Tell whether *other* is of another article that is not known to be older."""
        if other.article == home.article or other.role != "body":
            return False
        one, two = self._view.told_on(home), self._view.told_on(other)
        return one is None or two is None or two > one

    def _near(self, matter: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for word in matter:
            holders = self._view.holders.get(word, ())
            found.update(holders if len(holders) <= COMMONEST else ())
        return found


def _matter(coming: Coming) -> set[str]:
    """Give the content of what is announced: no words of time or of announcing."""
    statement, (start, end) = coming.statement, coming.place
    start = coming.start if coming.is_thing else start
    text = blanked(statement, (date.span for date in statement.dates))
    return set(content_stems(text[start:end])) - _states()


def _announces(statement: Statement, act: str) -> bool:
    """Tell whether a sentence itself only announces the same act."""
    return any(stem(coming.act) == stem(act) for coming in _announcements(statement))
