"""Read a line above an article's text: who wrote it, for whom, where, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from briefing.resources import word_table
from briefing.text.agencies import agency_of
from briefing.text.first_names import first_names
from briefing.text.newsrooms import newsroom_of
from briefing.text.printed_dates import (
    PartialDate,
    PrintedDate,
    find_partial_dates,
    find_printed_dates,
)
from briefing.text.words import fold

MAX_LINE: Final = 160
"""Characters; two names with their posts, a place, an outlet and a day have 120."""

# What a stamp is made of besides its dates: "Published", "Update :", "3:14 PM EST".
STAMP_WORD: Final = re.compile(
    r"""
    (?: \b(?:(?:article|story|page|web)\s)?(?:first|last|originally)?\s?
            (?:published|posted|updated?|modified|issued|created|dated?|added|released
            |filed|edited|publication\ date)\b(?:\ (?:on|at|by))?
      | \b(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?\b
      | \b\d{1,2}(?:\s?[:.h]\s?\d\d){1,2}(?:\b|\s?[ap]\.?\s?m\b\.?)
      | \b\d{3,4}\s(?=[A-Z]{3,4}\b) | \b\d{3,4}\s?(?:hrs|hours)\b
      | \b\d{0,2}\s?[ap]\.?\s?m\b\.?
      | \b(?:at|on|in|hrs|hours|local\ time|noon|midnight|uk|us)\b
      | \b(?:utc|gmt)\b(?:\s?[+-]\s?\d+(?:\s?:\s?\d+)?)? | \b[A-Z]{1,3}T\b
      | \b[AN][CEWZ][SD]T\b
      | \b(?:MSK|WIB|CEST|EEST|PKT|CET|IST)\b | [+-]\d\d:?\d\d | \([A-Z]{2,6}\)
      | \bfor\ immediate\ release\b
      | \b(?:world|politics|news|europe|asia|africa|americas|middle\ east)\b
      | \b(?:business|sports?|opinion)\b
      | \b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}
            \.?\ \d\d?\b
      | \bpage\s(?:[A-Z]{0,2}[- ]?\d{1,3}\b|one\b)
      | \b\d+\s(?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?)\s(?:ago|read)\b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
MARKS: Final = re.compile(r"[\s|•·:;,.()/@–—-]+")
# What parts the names on one line: ", ", " | ", " - ", "; ", brackets.
_JOINTS: Final = re.compile(r"\s*(?:[,;|•·()\[\]]|//|\s[-–—/]\s)\s*")
# Matches the newsroom of "LOMO, May 3 (CNA)"; not the clock of "(EST)", "(GMT)".
_LETTERS: Final = re.compile(r"\((?!GMT|UTC|[A-Z]{1,3}T\))([A-Z]{2,6})\)")
# Matches the opening of "By Jane Doe" and "From The Times"; not "Bystanders".
_BY: Final = re.compile(r"(?:by|from)(?::|\b)\s*(?=[A-ZÀ-ÞĀ-Ž])", re.IGNORECASE)
# Matches where a writer sits: "Reuters in Lima", "Jane Doe in New Delhi".
_SEAT: Final = re.compile(r"(?P<who>.+?)\s+in\s+(?P<place>[A-Z][\w ]+)")
_EDGES: Final = " \t-–—:.,/@"
_WEEKDAY_BEFORE: Final = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]*\s*$",
    re.IGNORECASE,
)
NAME: Final = r"[A-ZÀ-ÞĀ-Ž][\w.'’-]*"
"""A word of a name, within a pattern."""
# Matches "Rajat Pandit", "JANE DOE", "Ana de la Cruz"; not "Live" or "said Smith".
_PERSON: Final = re.compile(rf"{NAME}(?:\s(?:{NAME}|de|la|van|von|der|al|bin)){{1,3}}")
# Matches "Jane Doe and Ana de la Cruz"; not "Jane Doe and others".
_WRITERS: Final = re.compile(rf"{_PERSON.pattern}(?:\s(?:and|&)\s{_PERSON.pattern})*")
# Matches "by Jane Doe" behind a bar, a comma or a dash; not "by the river", "by May".
_OWN_BY: Final = re.compile(rf"[Bb][Yy]:?\s+(?P<names>{_WRITERS.pattern})")
_PLACE: Final = re.compile(rf"{NAME}(?:\s{NAME}){{0,3}}")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """What a line is made of that holds names, places and days and nothing else."""

    people: str
    """Who wrote the article, as printed; "" where the line names nobody."""
    house: str
    """The newsroom; "" where none is named."""
    agency: str
    place: str
    is_dated: bool
    """True where it holds a day, with or without its year."""


@lru_cache(maxsize=1024)
def read_head_line(flat: str) -> HeadLine | None:
    """Read *flat*; None where a part of it is none of what such lines hold."""
    if len(flat) > MAX_LINE or flat.endswith(("?", "!")):
        return None
    if flat.startswith("(") and not _LETTERS.match(flat):
        return None  # "(Published Friday, Jan. 6, 2017)" dates a video
    by = _BY.match(flat)
    kept, is_dated = _without_days(flat[by.end() :] if by else flat)
    letters = _LETTERS.search(kept)
    parts = [part.strip(_EDGES) for part in _JOINTS.split(kept)]
    found: dict[str, list[str]] = {}
    writer = next((i for i, p in enumerate(parts) if _OWN_BY.fullmatch(p)), 0)
    for i, part in enumerate(parts):
        own = _OWN_BY.fullmatch(part)
        kind, name = _kind(own["names"] if own else part, is_dated=is_dated)
        if writer and kind == "unknown":
            kind = _by_side(name, is_behind=i >= writer, is_dated=is_dated)
        found.setdefault(kind, []).append(name)
    if letters and "agency" not in found and "house" not in found:
        found["house"] = [letters[1]]
    open_parts = found.pop("unknown", [])
    known = bool(by or writer or found.keys() & {"house", "agency", "nobody"})
    for part in open_parts:
        guess = _guess(part, flat, is_dated=is_dated, known=known)
        if guess is None:
            return None
        found.setdefault(guess, []).append(part)
    if not found.keys() & {"house", "agency", "person", "place"} and not is_dated:
        return None
    return HeadLine(
        ", ".join(found.get("person", ())),
        next(iter(found.get("house", ())), ""),
        next(iter(found.get("agency", ())), ""),
        ", ".join(found.get("place", ())),
        is_dated,
    )


def _by_side(part: str, *, is_behind: bool, is_dated: bool) -> str:
    """Give what an unknown *part* is on a line that says "by" behind another.

    "Lomo Observer, Alta Sierra — 4 March — by Jane Doe": a place stands before it.
    """
    if is_behind:
        return "person" if _WRITERS.fullmatch(part) else "unknown"
    return "place" if is_dated and _PLACE.fullmatch(part) else "unknown"


def _without_days(flat: str) -> tuple[str, bool]:
    """Give *flat* with a bar for each day and its weekday; whether it holds one."""
    whole: list[PrintedDate | PartialDate] = [*find_printed_dates(flat)]
    taken = [(day.start, day.end) for day in whole]
    whole += [
        day
        for day in find_partial_dates(flat)
        if all(day.end <= start or end <= day.start for start, end in taken)
    ]
    kept = flat
    for day in sorted(whole, key=lambda day: -day.start):
        before = _WEEKDAY_BEFORE.sub("", kept[: day.start])
        kept = f"{before} | {kept[day.end :]}"
    return kept, bool(whole)


def _kind(part: str, *, is_dated: bool) -> tuple[str, str]:
    """Give what a *part* of a line is by its own words, and its name."""
    named = _named(part)
    if named:
        return named
    seat = _SEAT.fullmatch(part)
    is_seated = seat is not None and fold(seat["place"]) in _places()
    whose = seat["who"] if seat and is_seated else _without_post(part)
    if whose:
        return _kind(whose, is_dated=is_dated)
    rest = STAMP_WORD.sub(" ", part)
    if not MARKS.sub("", rest):
        return "stamp", ""
    stripped = rest.strip(_EDGES)
    is_stamped = is_dated and stripped != part
    return _kind(stripped, is_dated=False) if is_stamped else ("unknown", part)


def _named(part: str) -> tuple[str, str] | None:
    """Give what a *part* is that a list knows, or that is nothing."""
    agency, house = agency_of(part), newsroom_of(part) if part else None
    if agency:
        return "agency", agency
    if house:
        return "house", house
    if not part:
        return "empty", ""
    return ("nobody", "") if is_nobody(part) else None


def _without_post(part: str) -> str:
    """Give the newsroom of "Lomo Herald Staff" and "Delta News Online"; else ""."""
    words = part.split()
    while words and is_nobody(words[-1]):
        words.pop()
        name = " ".join(words)
        if words and (newsroom_of(name) or agency_of(name)):
            return name
    return ""


def is_nobody(names: str) -> bool:
    """Tell whether *names* say what a writer is, not who: "OUR CORRESPONDENT"."""
    words = [word.strip(_EDGES).lower() for word in names.split()]
    return bool(words) and all(not word or word in _nobody() for word in words)


@cache
def _nobody() -> frozenset[str]:
    rows = word_table("line_byline_words")
    return frozenset(row[0] for row in rows if row[1] == "nobody")


def _guess(part: str, flat: str, *, is_dated: bool, known: bool) -> str | None:
    """Give what a name is that no list knows, by where it stands; None: it is open."""
    if _is_place(part, flat, is_dated=is_dated):
        return "place"
    if known and not is_dated and fold(part) in _places():
        return "place"
    if not _PERSON.fullmatch(part):
        return None
    is_given = fold(part.split(maxsplit=1)[0].strip(".")) in first_names()
    is_told = is_given or (known and is_dated)
    return "person" if is_told and (known or is_dated) else None


def _is_place(part: str, flat: str, *, is_dated: bool) -> bool:
    """Tell whether *part* is where an article was written: "OTTAWA", "Minn."."""
    if not is_dated or not _PLACE.fullmatch(part):
        return False
    # "OTTAWA, Dec 13" has its place before the day; people stand there too.
    first = _JOINTS.split(flat, maxsplit=1)[0].strip(_EDGES)
    if part == first:
        return flat[len(part) :].startswith((",", "/")) and (
            part.isupper() or fold(part) in _places()
        )
    return fold(part) in _places() or fold(first) in _places()


@cache
def _places() -> frozenset[str]:
    """Give the towns, countries and regions that lists know, folded."""
    rows = [row[0] for name in ("cities", "regions") for row in word_table(name)]
    lands = [
        name
        for row in word_table("countries")
        for cell in row[1:3]
        for name in cell.split("|")
    ]
    return frozenset(map(fold, [*rows, *lands])) - {""}
