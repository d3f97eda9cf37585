"""Give their year to days and months that are told without one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

from briefing.extract.dates.history import is_of_these_weeks
from briefing.extract.dates.meaning import Calendar
from briefing.extract.dates.story import Story
from briefing.extract.dates.tense import Tense
from briefing.extract.dates.timex import days_of, week_value

AGAINST_TENSE: Final = {"past": 200, "future": 120, "mixed": 0, "unclear": 0}
"""Days by which a year that the verb speaks against must be nearer to be taken.

A past verb rules the future out for half a year ("in October", told in May, is last
October); a modal is weaker, since "would" also looks back.
"""

GOES_ON: Final = 180
"""Days by which a day must lie nearer to the last day told, to belong to its year and
not to the last year told: then that year was an aside ("the 1911 Encyclopaedia").

On 22 histories (450 days without a year) 180 gets 80 % of the days right, 90 and
"never" 77 and 75 %.
"""

PLAIN: Final = (1, 2)
"""Sentences since a past year was told in words, and how many years past it must be,
that it may be the year of a day: "The mill opened in 1978. On 25 May it burned"."""
ODD: Final = (4, 1)
"""The same where the nearest such day is to come and the verb is past."""
CENTURY: Final = 100
NEVER: Final = 9999
"""Days that rule a year out: "last May" is never to come."""

NO_ANCHOR: Final = "the article has no date to count from"
FROM_ANCHOR: Final = "counted from the article's date"
FROM_STORY: Final = "counted from the date told before"
MIXED: Final = "it tells of the news too: this year's may be meant"


@dataclass(frozen=True, slots=True)
class Year:
    """The year found for a day or month, and why it is that."""

    number: int | None
    """None where nothing tells it."""
    because: str
    is_sure: bool = True
    """False where it is only the likeliest."""


def full_year(short: int, story: Story) -> int:
    """Give the year that "'99" means: the nearest to the story or the article."""
    base = story.year if story.is_history else None
    if base is None:
        base = story.anchor.year if story.anchor else 2000
    return min(
        (short + century for century in range(1500, 2101, CENTURY)),
        key=lambda y: abs(y - base),
    )


def calendar_value(year: str, meaning: Calendar) -> str:
    """Give the TIMEX3 value of *meaning* in *year*, "XXXX" where that is unknown."""
    if meaning.suffix:
        return f"{year}-{meaning.suffix}"
    if meaning.month is None:
        return year
    if meaning.around:
        return _around(year, meaning)
    if meaning.week is not None and year.isdigit():
        return _week_of_month(int(year), meaning.month, meaning.week)
    value = f"{year}-{meaning.month:02d}"
    if meaning.day is not None:
        value += f"-{meaning.day:02d}"
    return with_part(value, meaning.part)


def with_part(value: str, part: str) -> str:
    """Give *value* with a part of the day or an hour, if there is one."""
    return f"{value}T{part}" if part else value


def _around(year: str, meaning: Calendar) -> str:
    """Give the week of a day, or its weekend."""
    end = "-WE" if meaning.around == "WE" else ""
    day, _ = days_of(f"{year}-{meaning.month:02d}-{meaning.day:02d}")
    return f"{week_value(day)}{end}" if day else f"{year}-WXX{end}"


def _week_of_month(year: int, month: int, week: int) -> str:
    first, last = days_of(f"{year:04d}-{month:02d}")
    if first is None or last is None:
        return f"{year:04d}-{month:02d}"
    if week < 0:
        return week_value(last - dt.timedelta(days=(last.weekday() + 1) % 7))
    return week_value(first + dt.timedelta(weeks=week - 1))


def missing_year(meaning: Calendar, story: Story, tense: Tense) -> Year:
    """Give the year that *meaning* leaves out, why it is that, and if it is sure."""
    if meaning.in_story and story.year is not None:
        return Year(
            story.year + (meaning.shift or 0), "counted from the year told before"
        )
    base = story.anchor
    if story.is_history and story.year is not None:
        if meaning.shift is not None or meaning.way is not None:
            return Year(story.year + (meaning.shift or meaning.way or 0), FROM_STORY)
        told = _story_year(meaning, story)
        return told if story.mode == "history" else _doubted(told, MIXED)
    if base is None:
        return Year(None, NO_ANCHOR)
    if meaning.shift is not None:
        return Year(base.year + meaning.shift, FROM_ANCHOR)
    return _told_year(meaning, story, base, tense)


def _told_year(meaning: Calendar, story: Story, base: dt.date, tense: Tense) -> Year:
    """Give the year nearest to the article's date, sure unless a past one was told."""
    found = _nearest_year(meaning, base, tense)
    is_to_come = _gap(calendar_value(f"{found.number or 0:04d}", meaning), base) > 0
    if is_to_come and tense == "future":
        return found
    if _may_be_years_ago(meaning, story, base):
        return _doubted(found, "years long past were told before")
    is_odd = is_to_come and tense == "past"
    if meaning.way is None and story.told_past_year(ODD if is_odd else PLAIN):
        return _doubted(found, "the year told before may be meant")
    return found


def _may_be_years_ago(meaning: Calendar, story: Story, base: dt.date) -> bool:
    """Tell whether a day in a news story full of years may be of one of those."""
    is_behind_years = story.mode == "profile" and story.year_at and meaning.way is None
    return bool(is_behind_years) and not is_of_these_weeks(meaning, base)


def _doubted(year: Year, doubt: str) -> Year:
    return replace(year, because=f"{year.because}, but {doubt}", is_sure=False)


def _story_year(meaning: Calendar, story: Story) -> Year:
    """Give the year told last, or the last day's if the story goes on from there.

    Where the two differ, one day in four had the wrong one (20 days of 11 histories);
    where they agree, one in thirty of 203.
    """
    last, _ = days_of(story.last_day)
    why = "the year told before"
    if not meaning.day or last is None or story.is_fresh or story.year is None:
        return Year(story.year, why)
    if last.year == story.year:
        return Year(story.year, why)
    gaps = {
        year: abs(_gap(calendar_value(f"{year:04d}", meaning), last))
        for year in (story.year, last.year)
    }
    goes_on = gaps[last.year] + GOES_ON < gaps[story.year]
    why = f"{why}, but the day told before is of another"
    return Year(last.year if goes_on else story.year, why, is_sure=False)


def _nearest_year(meaning: Calendar, anchor: dt.date, tense: Tense) -> Year:
    costs: list[tuple[int, int]] = []
    for year in (anchor.year, anchor.year - 1, anchor.year + 1):
        gap = _gap(calendar_value(f"{year:04d}", meaning), anchor)
        costs.append((abs(gap) + _against(gap, meaning.way, tense), year))
    year = min(costs, key=lambda cost: cost[0])[1]
    why = "the nearest to the article's date"
    verb = {"past": ", and the verb is past", "future": ", and the verb looks ahead"}
    return Year(year, f"{why}{verb.get(tense, '')}")


def _against(gap: int, way: int | None, tense: Tense) -> int:
    """Give the days by which words or tense speak against a date *gap* days ahead."""
    if way is not None:
        return NEVER if way * gap <= 0 and way else 0
    against = (gap > 0 and tense == "past") or (gap < 0 and tense == "future")
    return AGAINST_TENSE[tense] if against else 0


def _gap(value: str, anchor: dt.date) -> int:
    """Give how many days *value* lies after *anchor*; 0 within, negative before."""
    first, last = days_of(value)
    if first is None or last is None:  # 29 February
        return NEVER
    if first > anchor:
        return (first - anchor).days
    return min((last - anchor).days, 0)
