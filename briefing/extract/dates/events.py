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
from typing import Final

from briefing.extract.dates.meaning import Expression, Shift, Weekday
from briefing.extract.dates.resolution import Resolved
from briefing.extract.dates.timex import days_of, shifted
from briefing.text.words import stem

MAX_EVENT_WORDS: Final = 4
"""Content words after "three days after" that can name the event."""
NEAR: Final = 60
"""Characters either side of a weekday in which its event is looked for."""

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_EMPTY: Final = frozenset(
    "that this with from they them their there been were have would when which after before"
    " against about into over some more most also said says told than what will where during"
    " began begin started monday tuesday wednesday thursday friday saturday sunday last week"
    " days earlier later year years".split()
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
                    day = _day_of_event(event, i, texts, found, resolved)
                    settled[i][j] = _after_event(expression.meaning, day)
                case Weekday(shift=None) if anchor and _is_ambiguous(resolved[i][j], anchor):
                    earlier = _told_of_last_week(i, expression, texts, resolved, anchor)
                    if earlier:
                        settled[i][j] = _week_earlier(resolved[i][j], earlier, anchor)
    return settled


def _after_event(meaning: Shift, day: dt.date | None) -> Resolved:
    if day is None or meaning.count is None or meaning.unit.startswith("T"):
        number = "X" if meaning.count is None else f"{meaning.count:g}"
        time, unit = ("T", meaning.unit[1:]) if meaning.unit.startswith("T") else ("", meaning.unit)
        why = "the day of the event it counts from is not told"
        return Resolved(f"P{time}{number}{unit}", is_relative=True, because=why)
    value = shifted(day, round(meaning.count) * meaning.sign, meaning.unit)
    why = f"counted from {day.isoformat()}, when the article tells of the same event"
    return Resolved(value, is_relative=True, because=why)


def _stems(text: str, limit: int) -> list[str]:
    words = (word for word in _WORD.findall(text) if word.lower() not in _EMPTY)
    return [stem(word) for _, word in zip(range(limit), words, strict=False)]


def _day_of_event(
    event: str,
    place: int,
    texts: Sequence[str],
    found: Sequence[Sequence[Expression]],
    resolved: Sequence[Sequence[Resolved]],
) -> dt.date | None:
    """Give the day of the nearest other sentence that tells of *event*."""
    wanted = set(_stems(event, MAX_EVENT_WORDS))
    if not wanted:
        return None
    for i in _outward(place, len(texts)):
        days = {r.value[:10] for r in resolved[i] if _is_day(r.value)}
        if len(days) != 1:
            continue
        if len(wanted & set(_stems(texts[i], 40))) * 2 > len(wanted):
            return days_of(days.pop())[0]
    return None


def _outward(place: int, count: int) -> Iterator[int]:
    """Give the other places, nearest first, the one before first."""
    for distance in range(1, count):
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
    """Give the words that another sentence tells of the same event, a week ago; or ""."""
    near = texts[place][max(0, expression.start - NEAR) : expression.start]
    near = re.split(r"[.,;:]", near)[-1]
    after = texts[place][expression.end : expression.end + NEAR]
    wanted = set(_stems(near, 8)[-3:]) or set(_stems(after, 3))
    week = shifted(anchor, -1, "W")
    day = (anchor - dt.timedelta(days=7)).isoformat()
    common = _common_stems(texts)
    for i, row in enumerate(resolved):
        if i == place or not any(r.value in (week, day) or r.value.startswith(week) for r in row):
            continue
        shared = (wanted - common) & set(_stems(texts[i], 40))
        if shared:
            return min(shared)
    return ""


def _common_stems(texts: Sequence[str]) -> set[str]:
    """Give the stems of a third of all sentences: they name no single event."""
    counts: dict[str, int] = {}
    for text in texts:
        for word in set(_stems(text, 60)):
            counts[word] = counts.get(word, 0) + 1
    return {word for word, count in counts.items() if count > max(2, len(texts) / 3)}


def _week_earlier(resolved: Resolved, word: str, anchor: dt.date) -> Resolved:
    day = (anchor - dt.timedelta(days=7)).isoformat()
    why = f"a week before the article's date: elsewhere it tells of the same ({word}) as last week"
    return replace(resolved, value=day + resolved.value[10:], because=why)
