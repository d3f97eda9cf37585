"""What a text has told so far: where "the same day" and "in June" count from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from briefing.extract.dates.meaning import Calendar, Expression
from briefing.extract.dates.timex import days_of

ASIDE: Final = 2
"""Years by which a lone year may differ and still move the story on.

"The 1911 Encyclopaedia" amid 1791 is an aside; "by 1793" goes on. Two years gain 3
points of value F1 on histories over taking every year, one or four years less.
"""
OPENING: Final = 6
"""Characters before a year within which it opens its sentence: "In 1919, "."""


@dataclass(slots=True)
class Story:
    """The thread of a text, told one date after the other."""

    anchor: dt.date | None
    """The day of telling; None where the article has no date."""
    is_history: bool
    """True where years come from the story, not from the day of telling."""
    last: str = ""
    """The value of the last date told; "" before the first."""
    last_day: str = ""
    """The last date told that is a day."""
    year: int | None = None
    """The year the story has reached."""

    @property
    def has_day(self) -> bool:
        """Whether the last date told is a day, or holds the last day told."""
        return bool(self.last_day) and self.last_day.startswith(self.last[:10])

    @property
    def no_base(self) -> str:
        """Why nothing can be counted from."""
        if self.anchor is None:
            return "the article has no date to count from"
        return "there is no date told before to count from"

    def remember(self, expression: Expression, value: str) -> None:
        """Take *value* as what was told last, unless it is an aside."""
        first, _ = days_of(value)
        if first is None or len(value) < len("2023"):
            return
        plain = value.partition("T")[0]
        if len(plain) == len("2023") and self._is_aside(expression, first.year):
            return
        self.last, self.year = plain, first.year
        if len(plain) == len("2023-09-24") and plain[5:].replace("-", "").isdigit():
            self.last_day = plain

    def _is_aside(self, expression: Expression, year: int) -> bool:
        if self.year is None or not isinstance(expression.meaning, Calendar):
            return False
        return abs(year - self.year) > ASIDE and expression.start > OPENING
