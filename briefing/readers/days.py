"""The day an article was published, as its own page prints it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.readers.places import Place, names_of
from briefing.text.printed_dates import PrintedDate, find_printed_dates

# Matches what stands before the day of an update: "- Update : ", "Last updated at ".
_UPDATE = re.compile(
    r"\b(?:updated?|modified|edited)\s*(?:at|on|:)?\s*:?[\s\d:.,apm]*$", re.IGNORECASE
)
# Matches what stands before a day below the text: "First published on 3 May 2021".
_PUBLISHED = re.compile(
    r"\b(?:first |originally )?(?:published|posted|issued)\b(?: on| at|:)*[^.]{0,30}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Day:
    """A printed day of publication."""

    value: dt.date | None
    """None where it reads two ways ("04/05/2023")."""
    where: str
    is_update: bool
    also: tuple[dt.date, ...] = ()
    """Other days that the same moment is in other time zones."""


def find_days(places: tuple[Place, ...]) -> tuple[Day, ...]:
    """Give the days of publication, the best first: published before updated.

    Days of related stories, videos and copyright are none of the article's.
    """
    found = [
        Day(date.day, f"'{words}' in the {_kind(place)}, line {place.line}", is_update)
        for place in places
        for date, words, is_update in _stamps(place)
    ]
    return tuple(sorted(found, key=lambda day: (day.value is None, day.is_update)))


def _stamps(place: Place) -> Iterator[tuple[PrintedDate, str, bool]]:
    if place.role not in ("byline", "dateline", "furniture"):
        return
    in_head = place.is_head and place.role != "furniture"
    for date in find_printed_dates(place.text):
        before = place.text[: date.start]
        # "(Published Friday, Jan. 6, 2017)" dates a video.
        is_stamp = _PUBLISHED.search(before) and not before.startswith("(")
        if in_head or is_stamp:
            words = place.text[date.start : date.end]
            yield date, words, _UPDATE.search(before) is not None


def _kind(place: Place) -> str:
    is_stamp = place.role == "byline" and not names_of(place.text)
    return "date line" if is_stamp else place.role
