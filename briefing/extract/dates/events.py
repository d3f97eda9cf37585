"""Settle days by what the article says elsewhere of the same event.

"Three days after the warning" counts from the day of the sentence that tells of the
warning; "the clashes on Sunday", in an article of a Sunday, were a week ago if "the
clashes" elsewhere are "last week".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import Final

from briefing.extract.dates.beside import NAMED
from briefing.extract.dates.matches import length
from briefing.extract.dates.meaning import Expression, Shift, Weekday
from briefing.extract.dates.resolution import Resolved
from briefing.extract.dates.timex import days_of, shifted
from briefing.extract.dates.vocabulary import EMPTY
from briefing.text.words import stem

MAX_EVENT_WORDS: Final = 4
"""Content words after "three days after" that can name the event."""
MAX_DISTANCE: Final = 4
"""Sentences within which the event is told; farther away it is seldom the same."""
LONG: Final = 40
"""Content words of a sentence that are looked at."""
MAX_TOLD: Final = 10
"""Sentences on last week that are looked at, so that a long article stays linear."""
MAX_SENTENCES: Final = 60
"""Sentences in which a word is counted."""
COMMON: Final = 2
"""Sentences that may have the event's word in a short article."""

_NAME: Final = re.compile(r"\b[A-Z][^\W\d_]{3,}")
# Matches what ends "the vote" in "the vote in which he lost".
_CLAUSE_END: Final = re.compile(
    r"\s(?:in|on|at|of|to|that|which|who|when|where|while|and|but|as|during|for|with"
    r"|from|by|near|the|an?|another|its|his|her|their)\s"
)
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
# Matches "the deadly clashes on", "the vote"; not "he said on".
_EVENT_BEFORE: Final = re.compile(
    r"\b(?:the|this|that|these|those|its|their)\s(?:[\w-]+\s){0,3}?"
    r"([^\W\d_]{4,}(?<!ed))\s(?:(?:on|of)\s)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Telling:
    """An article's sentences with their time expressions, read so far."""

    texts: Sequence[str]
    found: Sequence[Sequence[Expression]]
    resolved: Sequence[Sequence[Resolved]]
    anchor: dt.date | None

    @cached_property
    def of_last_week(self) -> list[int]:
        """The first sentences that tell of the week before the article's date."""
        if self.anchor is None:
            return []
        week = shifted(self.anchor, -1, "W")
        day = (self.anchor - dt.timedelta(days=7)).isoformat()
        rows = (
            i
            for i, row in enumerate(self.resolved)
            if any(r.value == day or r.value.startswith(week) for r in row)
        )
        return list(islice(rows, MAX_TOLD))


def settle_events(telling: Telling) -> list[list[Resolved]]:
    """Give what was resolved with the days settled that hang on an event elsewhere."""
    settled = [list(row) for row in telling.resolved]
    for i, row in enumerate(telling.found):
        for j, expression in enumerate(row):
            match expression.meaning:
                case Shift(event=str(event)) if event:
                    settled[i][j] = _apposed(telling, i, j) or _after_event(
                        expression.meaning,
                        _day_of_event(telling, event, i),
                        is_sure=_is_told_once(telling, event, i),
                    )
                case Weekday(shift=None) if telling.anchor:
                    here = settled[i][j]
                    is_same_day = here.value[:10] == telling.anchor.isoformat()
                    if not is_same_day and here.is_sure:
                        continue
                    word = _told_of_last_week(telling, i, expression)
                    if word and is_same_day:
                        settled[i][j] = _week_earlier(here, word, telling.anchor)
                    elif word and _is_last_week(here, telling.anchor):
                        settled[i][j] = replace(here, is_sure=True)
    return settled


def _is_last_week(resolved: Resolved, anchor: dt.date) -> bool:
    first, last = days_of(shifted(anchor, -1, "W"))
    day, _ = days_of(resolved.value)
    return bool(first and last and day and first <= day <= last)


def _after_event(meaning: Shift, day: dt.date | None, *, is_sure: bool) -> Resolved:
    if day is None or meaning.count is None or meaning.unit not in ("D", "N", "W"):
        why = "the day of the event it counts from is not told"
        value = length(meaning.count, meaning.unit)
        return Resolved(value, why, type="DURATION")
    value = shifted(day, round(meaning.count) * meaning.sign, meaning.unit)
    why = f"counted from {day.isoformat()}, when the article tells of the same event"
    if not is_sure:
        why = f"{why}, or of another like it"
    return Resolved(value, why, is_sure=is_sure)


def _stems(text: str, limit: int) -> list[str]:
    words = (word for word in _WORD.findall(text) if word.lower() not in EMPTY)
    return [stem(word) for _, word in zip(range(limit), words, strict=False)]


def _apposed(telling: Telling, i: int, j: int) -> Resolved | None:
    """Give the day of "on 4 May, two days after the vote": the words before say it."""
    row = telling.resolved[i]
    if not j or not _is_day(row[j - 1].value):
        return None
    found = telling.found[i]
    between = telling.texts[i][found[j - 1].end : found[j].start]
    if between.strip() not in (",", "-", "\u2013", "\u2014", "("):
        return None
    # Readers need no day in brackets behind the one that stands there.
    return replace(row[j - 1], is_relative=False, because=NAMED)


def _day_of_event(telling: Telling, event: str, place: int) -> dt.date | None:
    """Give the day of the nearest other sentence that tells of *event*."""
    words = _stems(event, MAX_EVENT_WORDS)
    names = {stem(name) for name in _NAME.findall(event)} & set(words)
    if not words:
        return None
    for i in _outward(place, len(telling.texts)):
        row, found = telling.resolved[i], telling.found[i]
        days = [j for j, resolved in enumerate(row) if _is_day(resolved.value)]
        told = {stem(m.group()): m.start() for m in _WORD.finditer(telling.texts[i])}
        if days and words[0] in told and names <= set(told):
            at = told[words[0]]
            gaps = {abs(found[j].start - at): row[j].value[:10] for j in days}
            return days_of(gaps[min(gaps)])[0]
    return None


def _is_told_once(telling: Telling, event: str, place: int) -> bool:
    """Tell whether all who tell of *event* in full name one and the same day for it.

    "The day before Okon's death" does not count from any day on which Okon did a thing.
    """
    words = set(_stems(_CLAUSE_END.split(event)[0], MAX_EVENT_WORDS))
    days: set[str] = set()
    for i in _outward(place, len(telling.texts)):
        if words <= set(_stems(telling.texts[i], LONG)):
            here = [r for r in telling.resolved[i] if _is_day(r.value)]
            days |= {r.value[:10] if r.is_sure else "" for r in here}
    return len(days) == 1 and "" not in days


def _outward(place: int, count: int) -> Iterator[int]:
    """Give the other places, nearest first, the one before first."""
    for distance in range(1, min(count, MAX_DISTANCE + 1)):
        if place - distance >= 0:
            yield place - distance
        if place + distance < count:
            yield place + distance


def _is_day(value: str) -> bool:
    return bool(re.match(r"\d{4}-\d\d-\d\d", value))


def _told_of_last_week(telling: Telling, place: int, expression: Expression) -> str:
    """Give the event at *expression* if another sentence has it last week; or ""."""
    wanted = _event_at(telling.texts[place], expression)
    others = (telling.texts[i] for i in telling.of_last_week if i != place)
    if not wanted or not any(_has(text, wanted) for text in others):
        return ""
    return "" if _is_common(wanted, telling.texts) else wanted


def _has(text: str, wanted: str) -> bool:
    """Tell whether a text has the event or its verb: "explosion", "exploded"."""
    found = _stems(text, LONG)
    verb = wanted[:-1] + "d" if wanted.endswith("s") else wanted
    return wanted in found or verb in found


def _event_at(text: str, expression: Expression) -> str:
    """Give the stem of the event of "the clashes on Sunday", "Sunday's vote"; or ""."""
    if text[: expression.end].endswith(("'s", "\u2019s")):
        after = _WORD.findall(text[expression.end : expression.end + 40])
        return stem(after[0]) if after else ""
    match = _EVENT_BEFORE.search(text[: expression.start])
    return stem(match[1]) if match else ""


def _is_common(word: str, texts: Sequence[str]) -> bool:
    """Tell whether a third of the sentences have *word*: then it names no one event."""
    first = texts[:MAX_SENTENCES]
    limit = max(COMMON, len(first) // 3)
    having = (text for text in first if word in _stems(text, LONG))
    return next(islice(having, limit, None), None) is not None


def _week_earlier(resolved: Resolved, word: str, anchor: dt.date) -> Resolved:
    day = (anchor - dt.timedelta(days=7)).isoformat()
    why = (
        f"a week before the article's date, which tells elsewhere of last week's {word}"
    )
    return replace(resolved, value=day + resolved.value[10:], because=why)
