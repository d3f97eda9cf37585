"""Ask what was announced and nothing tells of: a vote on Friday, a report in a week."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from briefing.labels import label, written_days
from briefing.model.statement import Statement
from briefing.plan.announcements import Coming, announcements, date_for
from briefing.plan.asked import with_start
from briefing.plan.candidates import Candidate, candidate, quoted
from briefing.plan.eligible import is_pointing
from briefing.plan.event import newest_day
from briefing.plan.outcomes import Outcomes
from briefing.plan.selection import Selection
from briefing.plan.wording import FEWEST, points_back, trimmed_words
from briefing.resources import word_set
from briefing.text.words import fold

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


LOOKED_AT: Final = 40
"""Announcements, the weightiest first, for which it is sought what became of them."""


# Matches the day of "20 March"; not "Friday", nor the hour of "Sunday at noon".
HAS_NUMBER: Final = re.compile(r"\d")


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
    kept = (one for one, coming in found[:LOOKED_AT] if not outcomes.tell(coming))
    yield from islice(kept, MOST)


def _asked_of(
    selection: Selection, statement: Statement, last: dt.date
) -> Iterator[tuple[Candidate, Coming]]:
    told = selection.view.told_on(statement)
    for coming in announcements(statement) if told else ():
        date = date_for(coming, told)
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
