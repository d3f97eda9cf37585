"""Find the days that only the article's own date tells: "on Friday", "last week"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from briefing.extract.reading import Sentence
from briefing.labels import written_days
from briefing.model.statement import DateMention, Reference

POINTING = frozenset({"that", "same", "then", "those", "day", "before", "after"})
"""Words by which even a vague expression points back: "at the same time"."""

# Matches the hour of "2023-09-24T07:00"; not the part of "2023-09-24TMO", which
# "Sunday morning" says with its day.
CLOCK: Final = re.compile(r"T\d\d:\d\d")

# Matches the end of "three days after the vote"; not of "left the day before.", which
# points back.
COUNTS_FROM: Final = re.compile(r"\b(?:after|before|following)\s\w", re.IGNORECASE)


def days_in(sentence: Sentence, dates: Sequence[DateMention]) -> list[Reference]:
    """Give the expressions that need the article's date, with the days they mean.

    Durations, sets and vague words ("recently") need none; nor does "three days after"
    the vote, whose words say what it counts from.
    """
    found = []
    days = {d.value[:10] for d in dates if d.earliest and not CLOCK.search(d.value)}
    for date in dates:
        if not date.is_relative or date.type not in {"DATE", "TIME"}:
            continue
        if date.value.endswith("_REF") and not points_back(sentence, date):
            continue
        if _counts_from_its_words(sentence, date):
            continue
        if CLOCK.search(date.value) and date.value[:10] in days:
            continue  # "7am local time on Wednesday": the day is told by its own words
        found.append(Reference(date.span, "day", _written(date), date.because))
    return found


def _counts_from_its_words(sentence: Sentence, date: DateMention) -> bool:
    start, end = date.span.start, date.span.end
    shift = sentence.span.start
    words = sentence.text[start - shift : end - shift + len(" x")]
    found = COUNTS_FROM.search(words)
    return found is not None and found.end() == len(words)


def points_back(sentence: Sentence, date: DateMention) -> bool:
    """Tell whether a vague expression means the time of what stood before."""
    words = sentence.tokens
    first = bisect_left(words, date.span.start, key=attrgetter("start"))
    last = bisect_left(words, date.span.end, key=attrgetter("start"))
    return not POINTING.isdisjoint(word.lower for word in words[first:last])


def _written(date: DateMention) -> str | None:
    if date.earliest is None or date.latest is None:
        return None
    return written_days(date.earliest, date.latest)
