"""Find the days that only the article's own date tells: "on Friday", "last week"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.labels import written_days
from briefing.model.statement import Reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.extract.reading import Sentence
    from briefing.model.statement import DateMention

POINTING = frozenset({"that", "same", "then", "those", "day", "before", "after"})
"""Words by which even a vague expression points back: "at the same time"."""

# Matches the hour of "2023-09-24T07:00"; not the part of "2023-09-24TMO", which
# "Sunday morning" says with its day.
CLOCK: Final = re.compile(r"T\d\d:\d\d")


def days_in(sentence: Sentence, dates: Sequence[DateMention]) -> list[Reference]:
    """Give the expressions that need the article's date, with the days they mean.

    Durations, sets and vague words ("recently") need none.
    """
    found = []
    for date in dates:
        if not date.is_relative or date.type not in {"DATE", "TIME"}:
            continue
        if date.value.endswith("_REF") and not points_back(sentence, date):
            continue
        if any(date is not other and says_day_of(other, date) for other in dates):
            continue
        found.append(Reference(date.span, "day", _written(date), date.because))
    return found


def says_day_of(day: DateMention, hour: DateMention) -> bool:
    """Tell whether *day* names the day of *hour*: "7am local time on Wednesday"."""
    is_hour = CLOCK.search(hour.value) is not None
    is_same = day.value[:10] == hour.value[:10] and day.earliest is not None
    return is_hour and is_same and CLOCK.search(day.value) is None


def points_back(sentence: Sentence, date: DateMention) -> bool:
    """Tell whether a vague expression means the time of what stood before."""
    words = [
        t.lower for t in sentence.tokens if date.span.start <= t.start < date.span.end
    ]
    return bool(POINTING.intersection(words))


def _written(date: DateMention) -> str | None:
    if date.earliest is None or date.latest is None:
        return None
    return written_days(date.earliest, date.latest)
