"""Settle days by what the article says elsewhere of the same event.

"Three days after the warning" counts from the day of the sentence that tells of the
warning; "the clashes on Sunday", in an article of a Sunday, were a week ago if "the
clashes" elsewhere are "last week".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

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
COMMON: Final = 2
"""Sentences that may have the event's word in a short article."""

_NAME: Final = re.compile(r"\b[A-Z][^\W\d_]{3,}")
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
# Matches "the deadly clashes on", "the vote"; not "he said on".
_EVENT_BEFORE: Final = re.compile(
    r"\b(?:the|this|that|these|those|its|their)\s(?:[\w-]+\s){0,3}?"
    r"([^\W\d_]{4,}(?<!ed))\s(?:(?:on|of)\s)?$",
    re.IGNORECASE,
)


def settle_events(
    texts: Sequence[str],
    found: Sequence[Sequence[Expression]],
    resolved: Sequence[Sequence[Resolved]],
    anchor: dt.date | None,
) -> list[list[Resolved]]:
    """Give *resolved* with the days settled that hang on an event told elsewhere."""
    settled = [list(row) for row in resolved]
    for i, row in enumerate(found):
        for j, expression in enumerate(row):
            match expression.meaning:
                case Shift(event=str(event)) if event:
                    settled[i][j] = _apposed(
                        i, j, texts, found, resolved
                    ) or _after_event(
                        expression.meaning,
                        _day_of_event(event, i, texts, found, resolved),
                    )
                case Weekday(shift=None) if anchor and _is_ambiguous(
                    resolved[i][j], anchor
                ):
                    earlier = _told_of_last_week(i, expression, texts, resolved, anchor)
                    if earlier:
                        settled[i][j] = _week_earlier(resolved[i][j], earlier, anchor)
    return settled


def _after_event(meaning: Shift, day: dt.date | None) -> Resolved:
    if day is None or meaning.count is None or meaning.unit not in ("D", "N", "W"):
        number = "X" if meaning.count is None else f"{meaning.count:g}"
        time, unit = (
            ("T", meaning.unit[1:])
            if meaning.unit.startswith("T")
            else ("", meaning.unit)
        )
        why = "the day of the event it counts from is not told"
        value = f"P{time}{number}{unit}"
        return Resolved(value, is_relative=True, because=why, type="DURATION")
    value = shifted(day, round(meaning.count) * meaning.sign, meaning.unit)
    why = f"counted from {day.isoformat()}, when the article tells of the same event"
    return Resolved(value, is_relative=True, because=why)


def _stems(text: str, limit: int) -> list[str]:
    words = (word for word in _WORD.findall(text) if word.lower() not in EMPTY)
    return [stem(word) for _, word in zip(range(limit), words, strict=False)]


def _apposed(
    i: int,
    j: int,
    texts: Sequence[str],
    found: Sequence[Sequence[Expression]],
    resolved: Sequence[Sequence[Resolved]],
) -> Resolved | None:
    """Give the day of "on 4 May, two days after the vote": the words before say it."""
    if not j or not _is_day(resolved[i][j - 1].value):
        return None
    between = texts[i][found[i][j - 1].end : found[i][j].start]
    if between.strip() not in (",", "-", "\u2013", "\u2014", "("):
        return None
    return replace(resolved[i][j - 1], because="the day named just before it")


def _day_of_event(
    event: str,
    place: int,
    texts: Sequence[str],
    found: Sequence[Sequence[Expression]],
    resolved: Sequence[Sequence[Resolved]],
) -> dt.date | None:
    """Give the day of the nearest other sentence that tells of *event*."""
    words = _stems(event, MAX_EVENT_WORDS)
    names = {stem(name) for name in _NAME.findall(event)} & set(words)
    if not words:
        return None
    for i in _outward(place, len(texts)):
        days = [j for j, r in enumerate(resolved[i]) if _is_day(r.value)]
        if not days:
            continue
        told = {stem(m.group()): m.start() for m in _WORD.finditer(texts[i])}
        if words[0] in told and names <= set(told):
            at = told[words[0]]
            nearest = min(days, key=lambda j: abs(found[i][j].start - at))
            return days_of(resolved[i][nearest].value[:10])[0]
    return None


def _outward(place: int, count: int) -> Iterator[int]:
    """Give the other places, nearest first, the one before first."""
    for distance in range(1, min(count, MAX_DISTANCE + 1)):
        if place - distance >= 0:
            yield place - distance
        if place + distance < count:
            yield place + distance


def _is_day(value: str) -> bool:
    return bool(re.match(r"\d{4}-\d\d-\d\d", value))


def _is_ambiguous(resolved: Resolved, anchor: dt.date) -> bool:
    return resolved.value[:10] == anchor.isoformat()


def _told_of_last_week(
    place: int,
    expression: Expression,
    texts: Sequence[str],
    resolved: Sequence[Sequence[Resolved]],
    anchor: dt.date,
) -> str:
    """Give the event at *expression* if another sentence has it last week; or ""."""
    wanted = _event_at(texts[place], expression)
    if not wanted:
        return ""
    week = shifted(anchor, -1, "W")
    day = (anchor - dt.timedelta(days=7)).isoformat()
    told = [
        i
        for i, row in enumerate(resolved)
        if i != place and any(r.value == day or r.value.startswith(week) for r in row)
    ]
    if not any(wanted in _stems(texts[i], LONG) for i in told[:MAX_TOLD]):
        return ""
    return "" if _is_common(wanted, texts) else wanted


def _event_at(text: str, expression: Expression) -> str:
    """Give the stem of the event of "the clashes on Sunday", "Sunday's vote"; or ""."""
    if text[: expression.end].endswith(("'s", "\u2019s")):
        after = _WORD.findall(text[expression.end : expression.end + 40])
        return stem(after[0]) if after else ""
    match = _EVENT_BEFORE.search(text[: expression.start])
    return stem(match[1]) if match else ""


def _is_common(word: str, texts: Sequence[str]) -> bool:
    """Tell whether a third of all sentences have *word*: then it names no one event."""
    limit = max(COMMON, len(texts) // 3)
    having = (text for text in texts if word in _stems(text, LONG))
    return next(islice(having, limit, None), None) is not None


def _week_earlier(resolved: Resolved, word: str, anchor: dt.date) -> Resolved:
    day = (anchor - dt.timedelta(days=7)).isoformat()
    why = (
        f"a week before the article's date, which tells elsewhere of last week's {word}"
    )
    return replace(resolved, value=day + resolved.value[10:], because=why)
