"""What a text has told so far: where "the same day" and "in June" count from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Final

from briefing.extract.dates.history import Mode
from briefing.extract.dates.timex import days_of

MONTH_HOLDS: Final = 2
"""Sentences over which "the 5th" is of the month told last."""


@dataclass(slots=True)
class Story:
    """The thread of a text, told one date after the other."""

    anchor: dt.date | None
    """The day of telling; None where the article has no date."""
    mode: Mode
    """Whether years come from the story or from the day of telling."""
    last: str = ""
    """The value of the last date told; "" before the first."""
    last_day: str = ""
    """The last date told that is a day."""
    year: int | None = None
    """The year the story has reached."""
    year_at: int = 0
    """The sentence whose words told that year."""
    last_at: int = -MONTH_HOLDS
    """The sentence that told `last`."""
    is_fresh: bool = False
    """True once the sentence at hand has told a date itself."""
    at: int = 0
    """The sentence at hand."""
    past_day: str = ""
    """The last day told in the paragraph at hand, surely, up to the day of telling."""
    day_at: int = 0
    """The sentence that told `last_day`."""
    days: set[str] = field(default_factory=set)
    """The days told so far."""
    happened: set[str] = field(default_factory=set)
    """Those on which more was told to have happened than that somebody spoke."""
    event_days: set[str] = field(default_factory=set)
    """Those that were told of an event: "Tuesday's attacks"."""
    is_sure: bool = True
    """False where `last_day` is only the likeliest day."""
    is_of_words: bool = False
    """True where `last_day` is only that on which somebody said what is told."""

    listed_week: str = ""
    """The week of which several things were said to have happened: "two last week"."""
    listed_at: int = 0
    """The sentence that said so."""

    @property
    def is_history(self) -> bool:
        """Whether years come from the story, not from the day of telling."""
        return self.mode in ("history", "mixed")

    @property
    def has_day(self) -> bool:
        """Whether the last date told is a day, or holds the last day told."""
        return bool(self.last_day) and self.last_day.startswith(self.last[:10])

    @property
    def is_ahead(self) -> bool:
        """Whether the last day told lies after the day of telling."""
        day, _ = days_of(self.last_day)
        return bool(day and self.anchor and not self.is_history and day > self.anchor)

    @property
    def is_behind(self) -> bool:
        """Whether the last day told lies before the day of telling."""
        day, _ = days_of(self.last_day)
        return bool(day and self.anchor and not self.is_history and day < self.anchor)

    def go_on(self, *, is_new_paragraph: bool) -> None:
        """Begin the next sentence."""
        self.is_fresh = False
        self.at += 1
        if is_new_paragraph:
            self.past_day = ""

    def knows_day(self, far: int) -> bool:
        """Tell whether a day was told for sure, at most *far* sentences ago."""
        return self.has_day and self.is_sure and self.at - self.day_at <= far

    def knows_hours_day(self, far: int) -> bool:
        """Tell whether something happened on the day told, and nobody only spoke."""
        return self.knows_day(far) and not self.is_of_words

    def has_one_day(self, far: int) -> bool:
        """Tell whether "the day" can only be that told last.

        Told at most *far* sentences ago, whatever months and years came up since, or
        the only one so far.
        """
        is_known = bool(self.last_day) and self.is_sure and not self.is_ahead
        return is_known and (self.is_near_day(far) or self.days == {self.last_day})

    def is_near_day(self, far: int) -> bool:
        """Tell whether a day was told for sure, whatever months came up since."""
        return self.is_sure and self.at - self.day_at <= far

    @property
    def is_of_today(self) -> bool:
        """Whether all days told are the article's own, and one was told last.

        An event must be said to be of that day ("today's attack"): the day on which
        somebody said something is not yet the day of what he tells.
        """
        if self.anchor is None or self.is_history or not self.has_day:
            return False
        today = {self.anchor.isoformat()}
        return self.is_sure and self.days == self.event_days == today

    @property
    def knows_month(self) -> bool:
        """Whether a month was told in this sentence or one of the two before."""
        return self.at - self.last_at <= MONTH_HOLDS

    def told_past_year(self, near: tuple[int, int]) -> bool:
        """Tell whether a year long past was just told in words, and no other since.

        *near* is how many sentences ago at most, and how many years past at least.
        """
        sentences, years = near
        if self.year is None or self.anchor is None or not self.year_at:
            return False
        is_past = self.anchor.year - self.year >= years
        return is_past and self.at - self.year_at <= sentences

    def is_near(self, value: str) -> bool:
        """Tell whether the day *value* lies in the week up to the day of telling."""
        day, _ = days_of(value)
        if day is None or self.anchor is None or self.is_history:
            return False
        return dt.timedelta() <= self.anchor - day <= dt.timedelta(days=7)

    @property
    def no_base(self) -> str:
        """Why nothing can be counted from."""
        if self.anchor is None:
            return "the article has no date to count from"
        return "there is no date told before to count from"

    def remember(
        self, value: str, *, is_sure: bool = True, is_said: bool = False
    ) -> None:
        """Take *value* as what was told last, if it is a year or less.

        Where it is the day on which something *is said*, and nothing was told to have
        happened that day, no hour counts from it; "the day" and "the same day" may.
        """
        first, _ = days_of(value)
        plain = value.partition("T")[0]
        if plain.startswith("XXXX-"):  # a day, but which: what follows counts from it
            self.last, self.last_day = plain, ""
        if first is None or len(value) < len("2023"):
            return
        self.last, self.year, self.is_fresh = plain, first.year, True
        self.last_at = self.at
        if not is_sure and self.is_sure and plain == self.last_day:
            return  # that "morning" is likely of a day told for sure unmakes nothing
        if len(plain) == len("2023-09-24") and plain[5:].replace("-", "").isdigit():
            self.is_of_words = is_said and plain not in self.happened
            self.last_day, self.day_at, self.is_sure = plain, self.at, is_sure
            self.days.add(plain)
            self.happened.update(() if is_said else (plain,))
            is_told = is_sure and not self.is_of_words
            if is_told and self.anchor and first <= self.anchor:
                self.past_day = plain
