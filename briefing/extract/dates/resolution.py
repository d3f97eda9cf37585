"""Give each time expression its value, from what was told and when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from briefing.extract.dates.matches import length
from briefing.extract.dates.meaning import (
    Calendar,
    Clock,
    Expression,
    Fixed,
    Shift,
    Stretch,
    Weekday,
)
from briefing.extract.dates.story import Story
from briefing.extract.dates.tense import Tense
from briefing.extract.dates.timex import days_of, months_away, shifted
from briefing.extract.dates.years import (
    CENTURY,
    FROM_ANCHOR,
    FROM_STORY,
    NO_ANCHOR,
    calendar_value,
    full_year,
    missing_year,
    with_part,
)
from briefing.model.statement import DateType

DAY_NAMES: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip

SAID: Final = "the words say it"
DAY_AFTER: Final = 6
"""Days back to the weekday that is tomorrow: a text dated too early says so often."""
THURSDAY: Final = 3
"""From here on "this weekend's vote" may as well be that of the days to come."""
SATURDAY: Final = 5
SUNDAY: Final = 6
AHEAD: Final = ("future", "mixed")
"""Tenses that take a day of the week forward, though not for sure where mixed."""
STILL: Final = {"hour": 1, "same": 1, "day": 2}
"""Sentences over which "an hour later", "that day" and "two days later" still count
from the day told last; farther on, another day may have come up between them."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 value, whether it took a day of telling to find it, and why it is so."""

    value: str
    because: str
    is_relative: bool = True
    """False where the words alone give the value, whatever the day of telling."""
    type: DateType | None = None
    """Where it turned out to be of another type than its words: only a length."""
    is_sure: bool = True
    """False where the likeliest value is known, but another is too likely to name days:
    a wrong day would be an invention."""


def resolve(expression: Expression, story: Story, tense: Tense) -> Resolved:
    """Give the value of *expression*; *story* holds what was told before it."""
    match expression.meaning:
        case Fixed(value):
            return Resolved(value, SAID, is_relative=False)
        case Stretch(value, 0):
            return Resolved(value, "a length of time", is_relative=False)
        case Stretch(value, reach):
            way = "that ends" if reach < 0 else "that begins"
            why = f"a length of time {way} with the article's date"
            return Resolved(value, why)
        case Calendar() as meaning:
            return _calendar(meaning, story, tense)
        case Weekday() as meaning:
            return _weekday(meaning, story, tense)
        case Shift() as meaning:
            return _shift(meaning, story, tense)
        case Clock() as meaning:
            return _clock(meaning, story, tense)


def _calendar(meaning: Calendar, story: Story, tense: Tense) -> Resolved:
    if meaning.year is not None:
        is_short = meaning.year < CENTURY
        year = full_year(meaning.year, story) if is_short else meaning.year
        if meaning.is_either:
            return _either_way(meaning, year, story.anchor)
        value = calendar_value(f"{year:04d}", meaning)
        why = FROM_STORY if is_short else SAID
        return Resolved(value, why, is_relative=is_short)
    if meaning.month is None and meaning.day is not None:
        return _day_of_month(meaning.day, story, tense)
    told = missing_year(meaning, story, tense)
    number = "XXXX" if told.number is None else f"{told.number:04d}"
    value = calendar_value(number, meaning)
    return Resolved(value, told.because, is_sure=told.is_sure)


def _either_way(meaning: Calendar, year: int, anchor: dt.date | None) -> Resolved:
    """Give the reading of "6/9/24" that lies nearer to the article's date."""
    days = [
        f"{year:04d}-{meaning.month:02d}-{meaning.day:02d}",
        f"{year:04d}-{meaning.day:02d}-{meaning.month:02d}",
    ]
    value = min(days, key=lambda d: abs(_distance(d, anchor)) if anchor else 0)
    why = "day and month may stand either way; the nearer to the article's date"
    return Resolved(value, why, is_relative=False, is_sure=False)


def _day_of_month(day: int, story: Story, tense: Tense) -> Resolved:
    """Give "the 5th" of the month told just before, else of the nearest that fits."""
    month = story.last[: len("2023-09")]
    if len(month) == len("2023-09") and days_of(month)[0] and story.knows_month:
        value = f"{month}-{day:02d}"
        return Resolved(value, FROM_STORY)
    base = story.anchor
    if base is None or story.is_history:
        value = f"XXXX-XX-{day:02d}"
        return Resolved(value, story.no_base)
    months = [months_away(base.replace(day=1), n) for n in (-1, 0, 1)]
    days = [f"{first.isoformat()[:7]}-{day:02d}" for first in months]
    fit = [d for d in days if days_of(d)[0] and not _is_against(d, base, tense)]
    value = min(fit, key=lambda d: abs(_distance(d, base)), default=days[1])
    why = "the nearest to the article's date, but its month is not told"
    return Resolved(value, why, is_sure=False)


def _distance(value: str, base: dt.date) -> int:
    day, _ = days_of(value)
    return (day - base).days if day else 0


def _is_against(value: str, base: dt.date, tense: Tense) -> bool:
    gap = _distance(value, base)
    return (gap > 0 and tense == "past") or (gap < 0 and tense == "future")


def _weekday(meaning: Weekday, story: Story, tense: Tense) -> Resolved:
    base = story.anchor
    if meaning.in_story or story.is_history:
        looks_back = story.is_history and tense != "future"
        base = days_of(story.last_day)[0] or (None if looks_back else base)
    if base is None:
        value = with_part(f"XXXX-WXX-{meaning.number + 1}", meaning.part)
        return Resolved(value, NO_ANCHOR)
    name, is_sure = DAY_NAMES[meaning.number], _is_plain(meaning, base, story)
    is_sure = is_sure and "mixed" not in (story.mode, tense)
    back = (base.weekday() - meaning.number) % 7
    if meaning.shift == -1:
        back, why = back or 7, f"the last {name} before the article's date"
    elif meaning.shift == 1 or (meaning.shift != -1 and tense in AHEAD):
        ahead = (7 - back) if back or meaning.shift == 1 else 0
        back, why = -ahead, f"the next {name}: the words look ahead"
    elif back == DAY_AFTER and meaning.is_end:
        back, why = -1, f"the next {name}: something goes on into it"
        is_sure = False
    elif back == DAY_AFTER:
        why = f"the last {name}, or the day after its date if the article was updated"
        is_sure = is_sure and (story.is_history or meaning.in_story)
    elif back:
        why = f"the last {name} up to the article's date"
    else:
        why = f"the article's own date is a {name}; a week earlier is possible"
    if not is_sure and back != DAY_AFTER:
        why = f"{why}, if not the one beyond it"
    day = (base - dt.timedelta(days=back)).isoformat()
    value = with_part(day, meaning.part)
    return Resolved(value, why, is_sure=is_sure)


def _is_plain(meaning: Weekday, base: dt.date, story: Story) -> bool:
    """Tell whether a day of the week can only be the nearest.

    "Last Monday" and "next Friday", told on a Wednesday, may mean those of another
    week; "the previous Friday" counts from a day that must be told near it.
    """
    if meaning.in_story and not story.knows_day(STILL["day"]):
        return False
    is_this_week = {
        -1: meaning.number < base.weekday(),
        1: meaning.number > base.weekday(),
    }.get(meaning.shift or 0, True)
    return not (meaning.is_either and is_this_week)


def _shift(meaning: Shift, story: Story, tense: Tense) -> Resolved:
    if meaning.unit in ("SAME", "TOLD"):
        is_same = meaning.unit == "SAME"
        return _same_period(story) if is_same else _told_just_before(story)
    is_told = bool(meaning.event) or meaning.unit == "WE"
    in_story = meaning.in_story or (story.is_history and is_told)
    if unknown := _unknown_day(meaning, story, in_story=in_story):
        return unknown
    is_stale = not story.is_history and not story.has_one_day(STILL["same"])
    is_now = meaning.is_current and meaning.unit == "D" and is_stale
    counts = in_story and not is_now
    base, why = (_story_day(meaning, story), FROM_STORY) if counts else (None, "")
    if base is None and not (story.is_history and in_story):
        base, why = story.anchor, FROM_ANCHOR
    if base is None:
        return _adrift(meaning, story)
    is_sure, why = _certainty(meaning, story, base, why)
    if meaning.other is not None:
        is_sure, why = False, f"{why}, but the number is vague"
    if story.is_history and not in_story:
        is_sure, why = False, f"{why}, though it tells of years long past"
    if meaning.unit.startswith("T"):
        return _hours_away(meaning, base, why, is_sure=is_sure)
    if meaning.count is None:
        value = _unanchored(meaning) if in_story else _vague_shift(meaning)
        return Resolved(value, "the number is vague")
    count = round(meaning.count) * meaning.sign
    if _is_weekend_before(meaning, base, tense):
        count, why = -1, "the weekend before the article's date: the verb is past"
        is_sure = is_sure and (tense != "mixed" or base.weekday() < THURSDAY)
    part = meaning.part or ("NI" if meaning.unit == "N" else "")
    value = with_part(shifted(base, count, meaning.unit), part)
    return Resolved(value, why, is_sure=is_sure)


def _adrift(meaning: Shift, story: Story) -> Resolved:
    """Give "hours later" and "two weeks ago" where there is nothing to count from."""
    if meaning.unit.startswith("T"):
        return _hours_away(meaning, dt.date.min, story.no_base, is_sure=False)
    return Resolved(_unanchored(meaning), story.no_base)


def _hours_away(meaning: Shift, base: dt.date, why: str, *, is_sure: bool) -> Resolved:
    """Give the day of "15 seconds later", or the length where that is not sure."""
    if is_sure:
        value = with_part(base.isoformat(), "XX")
        return Resolved(value, why)
    value = length(meaning.count, meaning.unit)
    return Resolved(value, why, type="DURATION", is_sure=False)


def _certainty(
    meaning: Shift, story: Story, base: dt.date, why: str
) -> tuple[bool, str]:
    """Tell whether days may be named, and why they are what they are."""
    if meaning.in_story and (meaning.unit in ("D", "N") or meaning.unit[0] == "T"):
        kind = "day" if meaning.count else "same"
        far = STILL["hour" if meaning.unit[0] == "T" else kind]
        is_near = meaning.is_current and story.is_near_day(far) and why == FROM_STORY
        if not is_near and not story.knows_day(far):
            return False, f"{why}, but no day is told near enough to be sure"
    counts = meaning.in_story and meaning.count and meaning.unit in ("W", "F", "M")
    if counts and not (story.last and story.is_sure):
        return False, f"{why}, but no day is told to count from"
    if meaning.is_current and meaning.unit != "D" and not story.is_history:
        now = story.anchor and shifted(story.anchor, 0, meaning.unit)
        if now != shifted(base, 0, meaning.unit):
            return False, f"{why}, but the article's own may be meant"
    is_last_week = (meaning.unit, meaning.count, meaning.sign) == ("W", 1, -1)
    if is_last_week and not meaning.in_story and base.weekday() == SUNDAY:
        return False, f"{why}, a Sunday: the week just ended may be meant"
    return True, why


def _unknown_day(meaning: Shift, story: Story, *, in_story: bool) -> Resolved | None:
    """Give "two days later", "today" where the day they count from is not known."""
    if meaning.unit not in ("D", "N") or meaning.count is None:
        return None
    if not in_story and story.is_history:
        why = "it tells of years long past: nobody knows whose day"
        return Resolved(_unanchored(meaning), why)
    if not in_story or story.has_day:
        return None
    if not story.last or (not meaning.count and not story.last.startswith("XXXX")):
        return None
    value = f"{story.last[:4]}-XX-XX" if meaning.count else story.last
    why = "the day told before is not known"
    return Resolved(with_part(value, meaning.part), why)


def _is_weekend_before(meaning: Shift, base: dt.date, tense: Tense) -> bool:
    """Tell whether "this weekend" is over: told on a working day, with a past verb."""
    this = meaning.unit == "WE" and not meaning.count
    return this and base.weekday() < SATURDAY and tense != "future"


def _story_day(meaning: Shift, story: Story) -> dt.date | None:
    has_day = story.has_day or meaning.is_current
    is_of_days = meaning.unit in ("D", "N", "W") and has_day
    last = (is_of_days and story.last_day) or story.last
    return days_of(last)[0]


def _told_just_before(story: Story) -> Resolved:
    """Give what the sentence at hand or the one before told last."""
    if not story.last or story.at - story.last_at > STILL["same"]:
        why = "nothing is told near enough to be sure"
        return Resolved("XXXX-XX-XX", why, is_sure=False)
    is_sure = story.is_sure or not story.has_day
    return Resolved(story.last, FROM_STORY, is_sure=is_sure)


def _same_period(story: Story) -> Resolved:
    first, _ = days_of(story.last)
    if first is None and story.anchor:
        first = story.anchor
        return Resolved(f"{first.year - 1:04d}", FROM_ANCHOR)
    if first is None:
        return Resolved("XXXX", story.no_base)
    if len(story.last) == len("2023-09-24") and "W" not in story.last:
        why = f"{FROM_STORY}, a day: its period is not told"
        value = f"{first.year - 1:04d}"
        return Resolved(value, why, is_sure=False)
    return Resolved(f"{first.year - 1:04d}{story.last[4:]}", FROM_STORY)


def _unanchored(meaning: Shift) -> str:
    shapes = {"D": "XXXX-XX-XX", "N": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "XXXX-WXX",
              "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}  # fmt: skip
    shape = shapes.get(meaning.unit, "XXXX")
    return with_part(shape, meaning.part or ("NI" if meaning.unit == "N" else ""))


def _vague_shift(meaning: Shift) -> str:
    return "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"


def _clock(meaning: Clock, story: Story, tense: Tense) -> Resolved:
    if meaning.is_set:
        value, why = f"XXXX-XX-XXT{meaning.part}", "an hour of many days"
        return Resolved(value, why, is_relative=False, is_sure=False)
    if story.is_ahead and tense == "past":
        return _clock_past(meaning, story)
    day, why = story.last_day, "on the day told before"
    is_news = story.anchor is not None and not story.is_history
    is_now = meaning.is_now and is_news and not story.is_fresh
    if is_now or not (story.has_day or (day and story.is_near(day))):
        day, why = "", "on the article's date"
        if story.anchor and is_news:
            day = story.anchor.isoformat()
    if not day:
        day, why = "XXXX-XX-XX", "the day is not told"
    is_over = tense == "future" and story.is_behind and not is_now
    is_known = story.knows_hours_day(STILL["hour"]) or story.is_of_today
    is_sure = is_now or (is_known and not is_over)
    why = why if is_sure else f"{why}, but no day is told near enough to be sure"
    value = f"{day}T{meaning.part}"
    return Resolved(value, why, is_sure=is_sure)


def _clock_past(meaning: Clock, story: Story) -> Resolved:
    """Give the past day of the same paragraph: the day told last is still to come."""
    day, why = story.past_day, "on the last day told before that is past"
    if not day:
        day, why = "XXXX-XX-XX", "the day told before is to come, and the verb is past"
    value = f"{day}T{meaning.part}"
    return Resolved(value, why, is_sure=bool(story.past_day))
