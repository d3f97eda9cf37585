"""Give the days of a list of what happened last week: "two last week: on Monday"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from briefing.extract.dates.meaning import Expression, Shift, Weekday
from briefing.extract.dates.resolution import Resolved
from briefing.extract.dates.story import Story
from briefing.extract.dates.timex import days_of

AS_FAR: Final = 2
"""Sentences after "two last week" whose opening days are of that week."""
LONGEST: Final = 50
"""Letters looked at before "last week"."""

# Matches "two ", "several other fires " and "three robberies took place " before "last
# week"; not "two people died ", who may have died in one of them.
_SEVERAL: Final = re.compile(
    r"\b(?:two|three|four|five|six|several|others)\s"
    r"(?:(?:others|(?:other|more|such|similar)\s[\w-]+s)\s"
    r"|(?:[\w-]+\s){1,3}(?:took place|happened|occurred|broke out)\s)?$",
    re.IGNORECASE,
)
# Matches what opens a sentence before its day: "On ", "In Lomond on ".
_OPENING: Final = re.compile(r"(?:On|(?:In|At|Near) [^,;:]{2,40} on) $")


def of_listed_week(
    text: str, expression: Expression, resolved: Resolved, story: Story
) -> Resolved:
    """Give a day that opens a sentence of such a list as one of its week."""
    match expression.meaning:
        case Shift(unit="W", count=1, sign=-1, in_story=False, event=""):
            before = max(0, expression.start - LONGEST)
            if resolved.is_sure and _SEVERAL.search(text, before, expression.start):
                story.listed_week, story.listed_at = resolved.value, story.at
        case Weekday(number=number, shift=None, in_story=False):
            monday, _ = days_of(story.listed_week)
            is_near = 0 < story.at - story.listed_at <= AS_FAR
            if monday and is_near and _OPENING.fullmatch(text[: expression.start]):
                day = (monday + dt.timedelta(days=number)).isoformat()
                value = day + resolved.value[len(day) :]
                why = "one of several things told of last week"
                return replace(resolved, value=value, because=why, is_sure=True)
        case _:
            pass
    return resolved
