"""Who an article says it is by: its headline, byline, agency and outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from briefing.readers.places import Found, Place, names_of, people_of
from briefing.text.agencies import agency_of, find_agency
from briefing.text.head_lines import read_head_line
from briefing.text.newsrooms import is_masthead, is_newsroom, is_publisher, newsroom_of
from briefing.text.roles.datelines import house_of

# Matches the house that works with an agency: "Euronews with AFP".
_WITH = re.compile(r"(?P<house>.+?)\s+(?:with|and|via)\s+(?P<agency>.+)$")
# Matches a newsroom after a name: "Jane Doe, CNN", "Jane Doe, BBC News in Kyiv".
_AFTER_NAME = re.compile(r",\s*(?P<house>[A-Z][\w.&' ]*?)(?:\s+(?:in|for)\s.*)?$")
_SITE = r"(?P<name>[\w-]+\.(?:com|org|net|co\.uk))\b"
# Matches "Copyright © 2020 The Washington Times, LLC. Click …", "© Lomo Times 2020";
# the group is the owner.
_COPYRIGHT = re.compile(
    r"""
    (?:©|\([cC]\)|Copyright(?:\ ©|\ \([cC]\))?) \s*
    (?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)? ,?\s* (?:by\s+)?
    (?P<name>[A-Z][\w\ &'’/.-]{1,60}?)
    (?:,?\ (?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?
    (?:,?\ (?:LLC|L\.L\.C\.|Inc|Ltd|Limited|Corp|Co|plc|GmbH|AG)\b.*|\.\ .*|\.?)$
    """,
    re.VERBOSE,
)
# What else a page says of its publisher; the group is the publisher.
_NOTICES = (
    re.compile(r"^(?P<name>[A-Z][\w .&'’-]{1,50}?) web ?site (?:contains|offers)\b"),
    re.compile(r"^Visit (?P<name>[A-Z][\w .&-]{1,40}?)(?:'s|’s|'|’) home ?page\b"),
    re.compile(rf"^Follow {_SITE}", re.IGNORECASE),
    re.compile(rf"\bStay with {_SITE}"),
    re.compile(
        r"^(?P<name>[A-Z][\w. &]{1,30}?)(?:'s|’s|'|’) [A-Z]\w+ [A-Z]\w+\b.*"
        r" contributed to this\b"
    ),
)


def find_title(places: tuple[Place, ...]) -> Found | None:
    """Give the headline; None where there is none."""
    for place in places:
        if place.role == "headline":
            return Found(place.text, f"the headline, line {place.line}")
    return None


def find_byline(places: tuple[Place, ...]) -> Found | None:
    """Give who the byline names, people or house; None where no line does."""
    for place in places:
        names = people_of(place.text) if place.role == "byline" else ""
        if names:
            return Found(names, f"the byline, line {place.line}")
    return None


def find_credited_agency(places: tuple[Place, ...]) -> Found | None:
    """Give the agency that byline, dateline, sign-off or copyright line credits.

    An agency that is credited with a picture, or that "contributed", did not write
    the text.
    """
    for place in places:
        agency = None
        if place.role == "byline" and place.is_head:
            agency = find_agency(names_of(place.text))
        elif place.role == "dateline" and place.is_head:
            agency = agency_of(house_of(place.text) or "")
        if agency:
            return place.proves(agency, place.role)
    return _signed(places) or _owning_agency(places)


def _signed(places: tuple[Place, ...]) -> Found | None:
    """Give the agency whose name alone stands at the end of the text or below it."""
    for before, place in pairwise(places):
        is_sign = place.role == "credit" and before.role == "body"
        if is_sign or (place.role == "byline" and not place.is_head):
            agency = agency_of(place.text.strip("-–—()[]. "))
            if agency:
                return place.proves(agency, "sign-off")
    return None


def _owning_agency(places: tuple[Place, ...]) -> Found | None:
    for place, owner in _owners(places):
        for part in owner.split("/"):
            agency = agency_of(part)
            if agency:
                return place.proves(agency, "copyright line")
    return None


def find_outlet(places: tuple[Place, ...]) -> Found | None:
    """Give the outlet that byline, title, publisher's notice or dateline proves."""
    return (
        _house_of_byline(places)
        or _masthead(places)
        or _notice(places)
        or _house_of_dateline(places)
        or _body_of_byline(places)
    )


def _house_of_byline(places: tuple[Place, ...]) -> Found | None:
    for place in places:
        if place.role != "byline":
            continue
        line = read_head_line(place.text) if place.is_head else None
        house = line.house if line else _house(names_of(place.text))
        if house:
            return place.proves(house, "byline")
    return None


def _masthead(places: tuple[Place, ...]) -> Found | None:
    """Give the newspaper's title that stands alone above the headline."""
    for place in takewhile(lambda place: place.role != "headline", places):
        house = newsroom_of(place.text) if place.role == "furniture" else None
        if place.role == "furniture" and (house or is_masthead(place.text)):
            return place.proves(house or place.text, "newspaper's title")
    return None


def _notice(places: tuple[Place, ...]) -> Found | None:
    for place, name in _publishers(places):
        return place.proves(name, "notice")
    return None


def _house_of_dateline(places: tuple[Place, ...]) -> Found | None:
    for place in places:
        is_dateline = place.role == "dateline" and place.is_head
        house = house_of(place.text) if is_dateline else None
        if house and agency_of(house) is None:
            return place.proves(house, "dateline")
        first = place.text.partition(",")[0].strip()
        if is_dateline and is_masthead(first):
            return place.proves(first, "dateline")
    return None


def _body_of_byline(places: tuple[Place, ...]) -> Found | None:
    """Give the organisation that the writer is of, which may be another than prints."""
    for place in places:
        body = _after_name(names_of(place.text)) if place.role == "byline" else ""
        if body and place.is_head and is_publisher(body):
            return place.proves(body, "byline")
    return None


def _house(names: str) -> str | None:
    """Give the newsroom that the *names* of a byline are, or belong to."""
    if agency_of(names):
        return None
    shared = _WITH.match(names)
    if shared and find_agency(shared["agency"]) and not find_agency(shared["house"]):
        house = shared["house"].strip()
        return house if " " not in house or is_newsroom(house) else None
    known = newsroom_of(names)
    if known:
        return known
    house = _after_name(names)
    is_house = is_newsroom(house) and not find_agency(house)
    return newsroom_of(house) or (house if is_house else None)


def _after_name(names: str) -> str:
    """Give what stands after the last comma of *names*, less its place; else ""."""
    after = _AFTER_NAME.search(names)
    return after["house"].strip() if after else ""


def _publishers(places: tuple[Place, ...]) -> Iterator[tuple[Place, str]]:
    """Give who the furniture says publishes the page, agencies that own it left out."""
    for place, owner in _owners(places):
        for part in owner.split("/"):
            if part.strip() and agency_of(part) is None:
                yield place, part.strip()
    for place in places:
        for pattern in _NOTICES if place.role == "furniture" else ():
            match = pattern.search(place.text)
            if match:
                yield place, match["name"].strip(" .,")


def _owners(places: tuple[Place, ...]) -> Iterator[tuple[Place, str]]:
    for place in places:
        owner = owner_of(place.text) if place.role == "furniture" else None
        if owner:
            yield place, owner


def owner_of(line: str) -> str | None:
    """Give the owner that a copyright line names; None where it is none."""
    match = _COPYRIGHT.match(line)
    return match["name"].strip(" .,") if match else None
