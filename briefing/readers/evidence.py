"""What an article's own text proves: outlet, agency, byline and day, each with where."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from briefing.model.article import Role, Segment
from briefing.text.agencies import agency_of, find_agency
from briefing.text.printed_dates import PrintedDate, find_printed_dates
from briefing.text.roles.datelines import house_of


@dataclass(frozen=True, slots=True)
class Found:
    """Words that prove something, and where they stand."""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Day:
    """A printed day of publication; its value is None where it reads two ways."""

    value: dt.date | None
    words: str
    where: str
    is_update: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A segment as the finders see it."""

    role: Role
    text: str
    """Its words, every run of white space as one space."""
    line: int
    """From 1."""
    is_head: bool
    """True above the third paragraph of the body."""


HEAD_PARAGRAPHS: Final = 2
"""Paragraphs of body below which a byline is no longer the article's own."""

# Matches "By Jane Doe"; its group is the rest.
_BY = re.compile(r"^(?:written |reported |story )?by:?\s+(?P<rest>.+)$", re.IGNORECASE)
# Where the names of a byline end: a stamp, a bar, a dash with spaces.
_NAMES_END = re.compile(
    r"\s*(?:[|•·]|\s[-–—/]\s|,?\s*\b(?:last |first )?(?:published|updated?|posted)\b).*$",
    re.IGNORECASE,
)
# Matches the house that works with an agency: "Euronews with AFP".
_WITH = re.compile(r"^(?P<house>.+?)\s+(?:with|and|via)\s+(?P<agency>.+)$")
# Matches a newsroom after a name: "Jane Doe, CNN", "Jane Doe, BBC News in Kyiv".
_AFTER_NAME = re.compile(r",\s*(?P<house>[A-Z][\w.&' ]*?)(?:\s+(?:in|for)\s.*)?$")
_NEWSROOM = re.compile(
    r"^[A-Z]{2,6}$|\b(?:News|Times|Post|Herald|Tribune|Gazette|TV|Radio|Daily|Journal|Observer|Guardian"
    r"|Mail|Telegraph|Chronicle|Star|Sun|Globe|Press|Media|Today|Broadcasting|Agency)\b"
)
# What a page's furniture says of its publisher; the group is the publisher.
_PUBLISHER = (
    re.compile(
        r"^(?P<name>[A-Z][\w .&'’-]{1,50}?) (?:website|web site) (?:contains|offers|publishes)\b"
    ),
    re.compile(
        r"^(?:©|\([cC]\)|Copyright(?: ©| \([cC]\))?)\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?,?\s*"
        r"(?:by\s+)?(?P<name>[A-Z][\w &'’/.-]{1,60}?)"
        r"(?:,? (?:LLC|L\.L\.C\.|Inc|Ltd|Limited|Corp|Co|plc|GmbH|AG)\b.*|\. .*|\.?)$"
    ),
    re.compile(r"^Visit (?P<name>[A-Z][\w .&-]{1,40}?)(?:'s|’s|') home ?page\b"),
    re.compile(r"^Follow (?P<name>[\w-]+\.(?:com|org|net|co\.uk))\b", re.IGNORECASE),
    re.compile(r"\bStay with (?P<name>[\w-]+\.(?:com|org|net|co\.uk))\b"),
    re.compile(
        r"^(?P<name>[A-Z][\w. &]{1,30}?)(?:'s|’s|['’]) [A-Z]\w+ [A-Z]\w+\b.* contributed to this\b"
    ),
)
_LINE_END = re.compile(r"\r\n|\r|\n")
_UPDATE = re.compile(
    r"(?:\bupdated?|\bmodified|\bedited)\s*(?:at|on|:)?\s*:?[\s\d:.,apmAPM]*$",
    re.IGNORECASE,
)
# Matches a stamp that may stand below the text: "First published on 3 May 2021".
_PUBLISHED = re.compile(
    r"\b(?:first |originally )?(?:published|posted|issued)\b(?: on| at|:)*[^.]{0,30}$",
    re.IGNORECASE,
)


def find_places(text: str, lines: tuple[Segment, ...]) -> tuple[Place, ...]:
    """Give the segments with their words, line and whether they stand above the text."""
    found: list[Place] = []
    bodies = number = at = 0
    for segment in lines:
        words = text[segment.span.start : segment.span.end]
        start = segment.span.start + len(words) - len(words.lstrip())
        number += len(_LINE_END.findall(text, at, start))
        at = start
        is_head = bodies < HEAD_PARAGRAPHS
        found.append(Place(segment.role, " ".join(words.split()), number + 1, is_head))
        bodies += segment.role == "body"
    return tuple(found)


def find_title(places: tuple[Place, ...]) -> Found | None:
    """Give the headline; None where there is none."""
    for place in places:
        if place.role == "headline":
            return Found(place.text, f"the headline, line {place.line}")
    return None


def find_byline(places: tuple[Place, ...]) -> Found | None:
    """Give who the byline names, people or house; None where no line does."""
    for place in places:
        names = _names(place.text) if place.role == "byline" else ""
        if names:
            return Found(names, f"the byline, line {place.line}")
    return None


def find_credited_agency(places: tuple[Place, ...]) -> Found | None:
    """Give the agency that byline, dateline, copyright line or sign-off credits.

    An agency in a picture's credit, or one that "contributed", did not write the text.
    """
    for place in places:
        if place.role == "byline" and place.is_head:
            agency = find_agency(_names(place.text))
        elif place.role == "dateline" and place.is_head:
            agency = agency_of(house_of(place.text) or "")
        else:
            agency = None
        if agency:
            return Found(
                agency, f"the {place.role} '{_short(place.text)}', line {place.line}"
            )
    return _signed_agency(places)


def _signed_agency(places: tuple[Place, ...]) -> Found | None:
    for before, place in zip(places, places[1:], strict=False):
        sign = place.role == "credit" and before.role == "body"
        bare = agency_of(place.text.strip("()[]. ")) if sign else None
        if bare:
            return Found(
                bare, f"the sign-off '{_short(place.text)}', line {place.line}"
            )
    for place, name in _publishers(places):
        for part in name.split("/"):
            agency = agency_of(part)
            if agency and place.text.lower().startswith(("©", "(c)", "copyright")):
                return Found(agency, f"the copyright line, line {place.line}")
    for place in places:
        if (
            place.role == "byline"
            and not place.is_head
            and agency_of(place.text.strip("-–—()[] "))
        ):
            agency = agency_of(place.text.strip("-–—()[] ")) or ""
            return Found(
                agency, f"the sign-off '{_short(place.text)}', line {place.line}"
            )
    return None


def find_outlet(places: tuple[Place, ...]) -> Found | None:
    """Give the outlet that byline, publisher's notice or dateline proves."""
    for place in places:
        if place.role == "byline":
            house = _house(_names(place.text))
            if house:
                return Found(
                    house, f"the byline '{_short(place.text)}', line {place.line}"
                )
    for place, name in _publishers(places):
        for part in name.split("/"):
            is_notice = not place.text.lower().startswith(("©", "(c)", "copyright"))
            if part.strip() and (is_notice or agency_of(part) is None):
                return Found(
                    part.strip(),
                    f"the notice '{_short(place.text)}', line {place.line}",
                )
    for place in places:
        house = (
            house_of(place.text) if place.role == "dateline" and place.is_head else None
        )
        if house and agency_of(house) is None:
            return Found(
                house, f"the dateline '{_short(place.text)}', line {place.line}"
            )
    return None


def find_days(places: tuple[Place, ...]) -> tuple[Day, ...]:
    """Give the printed days of publication, the best first: published before updated."""
    found = [
        Day(
            date.day,
            words,
            f"'{words}' in the {_kind(place)}, line {place.line}",
            is_update,
        )
        for place in places
        for date, words, is_update in _stamps(place)
    ]
    return tuple(sorted(found, key=lambda day: (day.value is None, day.is_update)))


def _stamps(place: Place) -> Iterator[tuple[PrintedDate, str, bool]]:
    in_head = place.is_head and place.role in ("byline", "dateline")
    if not in_head and place.role not in ("byline", "furniture"):
        return
    for date in find_printed_dates(place.text):
        before = place.text[: date.start]
        # "(Published Friday, Jan. 6, 2017)" dates a video.
        is_stamp = _PUBLISHED.search(before) and not before.startswith("(")
        if in_head or is_stamp:
            words = place.text[date.start : date.end]
            yield date, words, _UPDATE.search(before) is not None


def _kind(place: Place) -> str:
    return (
        "date line" if place.role == "byline" and not _names(place.text) else place.role
    )


def _names(byline: str) -> str:
    """Give the names of a byline: without "By", dates and stamps."""
    dates = find_printed_dates(byline)
    head = byline[: dates[0].start] if dates else byline
    by = _BY.match(head)
    names = _NAMES_END.sub("", by["rest"] if by else head).strip(" |-–—:,./()[]•·")
    if not by and re.match(
        r"(?:last |first )?(?:date|dated|published|updated?|posted|on|\w+day)\b",
        names,
        re.IGNORECASE,
    ):
        return ""
    return names if any(char.isupper() for char in names) else ""


def _house(names: str) -> str | None:
    """Give the newsroom that the *names* of a byline are, or belong to."""
    shared = _WITH.match(names)
    if shared and find_agency(shared["agency"]) and agency_of(shared["house"]) is None:
        house = shared["house"].strip()
        return house if " " not in house or _NEWSROOM.search(house) else None
    after = _AFTER_NAME.search(names)
    house = after["house"].strip() if after else ""
    return (
        house
        if house and _NEWSROOM.search(house) and agency_of(house) is None
        else None
    )


def _publishers(places: tuple[Place, ...]) -> Iterator[tuple[Place, str]]:
    for place in places:
        if place.role not in ("furniture", "credit") or (
            "rights reserved" in place.text and "/" in place.text
        ):
            continue
        for pattern in _PUBLISHER:
            match = pattern.search(place.text) if place.role == "furniture" else None
            if match:
                yield place, match["name"].strip(" .,")


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"  # noqa: PLR2004
