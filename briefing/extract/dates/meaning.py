"""What the words of a time expression say before anyone knows the day of telling."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.statement import DateType


@dataclass(frozen=True, slots=True)
class Calendar:
    """A year, month or day of the calendar, as far as the words give it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    suffix: str = ""
    """A part of a year instead of a month: "SU", "Q3", "H1"."""
    shift: int | None = None
    """Years from the year of telling: "last year" is -1."""
    in_story: bool = False
    """True where the year is the one the text spoke of last ("of that year")."""
    part: str = ""
    """A part of the day ("EV") or a clock time ("14:48Z")."""
    week: int | None = None
    """The week of the month that is meant; -1 is the last."""
    way: int | None = None
    """-1 "last March", 0 "this March", 1 "next March"; None where unsaid."""
    until: int | None = None
    """The last year of "1998-99"."""
    around: str = ""
    """What of the day is meant: "W" its week ("the week of 5 May"), "WE" weekend."""
    is_either: bool = False
    """True where day and month may stand the other way round: "6/9/24"."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week: 0 is Monday."""

    number: int
    shift: int | None = None
    """-1 "last", 0 "this", 1 "next"; None where the words do not say."""
    in_story: bool = False
    part: str = ""
    is_either: bool = False
    """True where the nearest such day may be skipped: "last Monday", "Monday week"."""
    is_end: bool = False
    """True where something goes on until it: "into Friday morning"."""


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before or after a day: "three days ago", "last week", "today"."""

    count: float | None
    """None where the number is vague ("a few days later")."""
    unit: str
    sign: int = -1
    in_story: bool = False
    """True where it counts from what was told before, not from the day of telling."""
    part: str = ""
    event: str = ""
    """What it counts from, as written: "the warning"; "" where it is a day."""
    other: float | None = None
    """The other number of "two or three months ago"."""
    is_current: bool = False
    """True of "the end of the day": the day of telling, unless another is told near."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length of time: "three days"; *reach* says where it lies, if it does."""

    value: str
    reach: int = 0
    """-1 it ends with the day of telling ("the past week"), 1 it begins there."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day without its day."""

    part: str
    is_now: bool = False
    """True of "as of 9:30 a.m.": the hour of telling."""
    is_set: bool = False
    """True of "the weekly 5 p.m. Mass": no one day's."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no day of telling: `PAST_REF`, `P1W` of a set, `193`."""

    value: str


Meaning = Calendar | Weekday | Shift | Stretch | Clock | Fixed


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression in a sentence: where it stands and what it means."""

    start: int
    end: int
    type: DateType
    meaning: Meaning
    words: str
