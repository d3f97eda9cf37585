"""Give each time expression its value, from the day of telling and what was told before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Final

from briefing.extract.dates.meaning import (
    Calendar,
    Clock,
    Expression,
    Fixed,
    Shift,
    Stretch,
    Weekday,
)
from briefing.extract.dates.tense import Tense
from briefing.extract.dates.timex import days_of, shifted, week_value

DAY_NAMES: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 value, whether it took a day of telling to find it, and why it is so."""

    value: str
    is_relative: bool
    because: str


@dataclass(slots=True)
class Story:
    """What the text has told so far: where "the same day" and "in June" count from."""

    anchor: dt.date | None
    """The day of telling; None where the article has no date."""
    is_history: bool
    """True where years come from the story, not from the day of telling."""
    last: str = ""
    """The value of the last date told; "" before the first."""
    years: list[int] = field(default_factory=list)

    @property
    def year(self) -> int | None:
        return self.years[-1] if self.years else None

    def remember(self, value: str) -> None:
        """Take *value* as what was told last, if it is a day, month or year."""
        first, _ = days_of(value)
        if first and len(value) >= 4:
            self.last = value
            self.years.append(first.year)


def resolve(expression: Expression, story: Story, tense: Tense) -> Resolved:
    """Give the value of *expression*; the story is told nothing of it yet."""
    match expression.meaning:
        case Fixed(value):
            return Resolved(value, False, "the words say it")  # noqa: FBT003
        case Stretch(value, reach):
            why = "a length of time" if not reach else "a length of time up to or from the day of telling"
            return Resolved(value, bool(reach), why)
        case Calendar() as meaning:
            return _calendar(meaning, story, tense)
        case Weekday() as meaning:
            return _weekday(meaning, story, tense)
        case Shift() as meaning:
            return _shift(meaning, story)
        case Clock(part):
            return _clock(part, story)


def _with_part(value: str, part: str) -> str:
    return f"{value}T{part}" if part else value


def _calendar(meaning: Calendar, story: Story, tense: Tense) -> Resolved:
    year, why, relative = meaning.year, "the words say it", False
    if year is None:
        relative = True
        year, why = _missing_year(meaning, story, tense)
    if year is None:
        return Resolved(_calendar_value("XXXX", meaning), True, why)
    return Resolved(_calendar_value(f"{year:04d}", meaning), relative, why)


def _calendar_value(year: str, meaning: Calendar) -> str:
    if meaning.suffix:
        return f"{year}-{meaning.suffix}"
    if meaning.month is None:
        return year
    if meaning.week is not None and year.isdigit():
        return _week_of_month(int(year), meaning.month, meaning.week)
    value = f"{year}-{meaning.month:02d}"
    if meaning.day is not None:
        value += f"-{meaning.day:02d}"
    return _with_part(value, meaning.part)


def _week_of_month(year: int, month: int, week: int) -> str:
    first, last = days_of(f"{year:04d}-{month:02d}")
    if first is None or last is None:
        return f"{year:04d}-{month:02d}"
    if week < 0:
        return week_value(last - dt.timedelta(days=(last.weekday() + 1) % 7))
    return week_value(first + dt.timedelta(weeks=week - 1))


def _missing_year(meaning: Calendar, story: Story, tense: Tense) -> tuple[int | None, str]:
    if meaning.in_story and story.year is not None:
        return story.year + (meaning.shift or 0), "counted from the year told before"
    if meaning.shift is not None and story.anchor:
        return story.anchor.year + meaning.shift, "counted from the article's date"
    if story.is_history and story.year is not None:
        return _story_year(meaning, story), "the year told before"
    if story.anchor is None:
        if story.year is not None:
            return story.year, "the year told before; the article has no date"
        return None, "the article has no date to count from"
    if meaning.suffix and meaning.month is None:
        return _part_year(meaning, story.anchor, tense)
    return _nearest_year(meaning, story.anchor, tense)


def _story_year(meaning: Calendar, story: Story) -> int | None:
    return story.year


def _part_year(meaning: Calendar, anchor: dt.date, tense: Tense) -> tuple[int, str]:
    first, _ = days_of(f"{anchor.year:04d}-{meaning.suffix}")
    if first and first > anchor and tense != "future":
        return anchor.year - 1, "the last one before the article's date"
    return anchor.year, "the year of the article's date"


def _nearest_year(meaning: Calendar, anchor: dt.date, tense: Tense) -> tuple[int, str]:
    here = (anchor.month, anchor.day)
    there = (meaning.month or 1, meaning.day or (anchor.day if meaning.month == anchor.month else 1))
    if tense == "future" and there < here:
        return _ahead(there, anchor)
    if tense == "past" and there > here:
        return anchor.year - 1, "the last one before the article's date: the verb is past"
    if there > here and tense == "unclear":
        months = there[0] - here[0]
        if months > 6:
            return anchor.year - 1, "the nearest to the article's date"
    return anchor.year, "the year of the article's date"


def _ahead(there: tuple[int, int], anchor: dt.date) -> tuple[int, str]:
    # "would … in May" told in September looks back; only the turn of a year looks ahead.
    if anchor.month - there[0] >= 6:
        return anchor.year + 1, "the next one after the article's date: the verb looks ahead"
    return anchor.year, "the year of the article's date"


def _weekday(meaning: Weekday, story: Story, tense: Tense) -> Resolved:
    name = DAY_NAMES[meaning.number]
    base = story.anchor
    if meaning.in_story or story.is_history:
        base = days_of(story.last)[0] or (None if story.is_history else base)
    if base is None:
        value = _with_part(f"XXXX-WXX-{meaning.number + 1}", meaning.part)
        return Resolved(value, True, "the article has no date to count from")
    back = (base.weekday() - meaning.number) % 7
    day = base - dt.timedelta(days=back)
    why = f"the last {name} up to the article's date"
    if meaning.shift == -1:
        day = base - dt.timedelta(days=back or 7)
        why = f"the last {name} before the article's date"
    elif meaning.shift == 1 or (meaning.shift is None and tense == "future"):
        day = base + dt.timedelta(days=(7 - back) if back or meaning.shift == 1 else 0)
        why = f"the next {name}: the verb looks ahead"
    elif not back:
        why = f"the article's own date is a {name}; a week earlier is possible"
    return Resolved(_with_part(day.isoformat(), meaning.part), True, why)


def _shift(meaning: Shift, story: Story) -> Resolved:
    base, why = story.anchor, "counted from the article's date"
    if meaning.in_story or story.is_history:
        base, why = days_of(story.last)[0], "counted from the date told before"
        if base is None and not story.is_history:
            base, why = story.anchor, "counted from the article's date"
    if base is None:
        return Resolved(_unanchored(meaning), True, "there is no date to count from")
    if meaning.unit.startswith("T"):
        return Resolved(_with_part(base.isoformat(), "XX"), True, why)
    if meaning.count is None:
        return Resolved(_vague_shift(meaning), True, "the number is vague")
    count = round(meaning.count) * meaning.sign
    if meaning.in_story and meaning.unit in ("D", "N") and len(story.last.partition("T")[0]) < 10 and story.last[:4].isdigit():
        return Resolved(f"{story.last[:4]}-XX-XX", True, "the day told before is not known")
    value = shifted(base, count, meaning.unit)
    part = meaning.part or ("NI" if meaning.unit == "N" else "")
    return Resolved(_with_part(value, part), True, why)


def _unanchored(meaning: Shift) -> str:
    shape = {"D": "XXXX-XX-XX", "N": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "XXXX-WXX",
             "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(meaning.unit, "XXXX")
    return _with_part(shape, meaning.part or ("NI" if meaning.unit == "N" else ""))


def _vague_shift(meaning: Shift) -> str:
    return "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"


def _clock(part: str, story: Story) -> Resolved:
    value = story.last.partition("T")[0]
    if len(value) == 10 and days_of(value)[0]:
        return Resolved(f"{value}T{part}", True, "on the day told before")
    if story.anchor and not story.is_history:
        return Resolved(f"{story.anchor.isoformat()}T{part}", True, "on the article's date")
    return Resolved(f"XXXX-XX-XXT{part}", True, "the day is not told")
