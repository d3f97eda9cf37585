"""Tell the lines that say who wrote an article, and when it was published."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.model.article import Role
from briefing.resources import word_table
from briefing.text.agencies import agency_of
from briefing.text.head_lines import (
    MARKS,
    MAX_LINE,
    NAME,
    STAMP_WORD,
    read_head_line,
)
from briefing.text.printed_dates import (
    find_partial_dates,
    find_printed_dates,
    without_dates,
)
from briefing.text.roles.lines import Line
from briefing.text.roles.page import Piece, Pieces

MAX_BYLINE: Final = 30
"""Words; two names with their posts, a place and two dates have 27."""

MAX_BEFORE_DAY: Final = 60
"""Characters between a name and its day; " | Originally published on Wednesday, " has
38."""

DAY_ALONE: Final = "the day of publication and nothing else"
NAME_AND_DAY: Final = "a name and the day of publication"
PLACE_AND_DAY: Final = "a place and the day of publication"


# Matches the opening of "By Jane Doe", "by JANE DOE", "By: AFP"; not "Bystanders".
_BY = re.compile(
    r"(?:Written |Reported |Story )?(?:By|by|BY)(?::|\b)\s*(?=[A-ZÀ-ÞĀ-Ž])"
)
_SEPARATOR = re.compile(r"[\s,/&|•·:()–—-]+")
# Matches "01", "3:14", "1st", "2023": a figure of a day or an hour.
_FIGURE = re.compile(r"\d[\d.]*(?:st|nd|rd|th|am|pm)?", re.IGNORECASE)
# Matches a name before a stamp: "Michael Hernandez", "JANE DOE, Kyiv".
_NAMED = re.compile(
    rf"(?:By\s+)?{NAME}(?:\s+(?:{NAME}|de|van|von|al|and)){{1,6}}"
    rf"(?:(?:\s*[,/|·•]\s*|\s[–—-]\s){NAME}(?:\s{NAME}){{0,3}})?\s*"
)
# Matches what stands between a name and its day: " · Posted: ", "| Updated Wed, ".
_BEFORE_DAY = re.compile(
    r"[\s|•·,:/(–—-]*\b(?:(?:first|last|originally)\s)?"
    r"(?:published|posted|updated|issued|filed|released)(?:\s(?:on|at|by))?\s?:?"
    r"(?:\s(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?)?\s*$",
    re.IGNORECASE,
)
# Matches "On behalf of Ana Roe, LLP posted in Ferries on Wednesday, May 4, 2022.".
_POSTED = re.compile(
    r"(?:on behalf of|by)\s.{2,80}?\b(?:posted|filed|published)\s(?:in|under|to)\s"
    r".{2,60}?\son\s.{6,40}",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_SENTENCE_ENDS: Final = (".", '"', "”", "’", ":", ";")
_STAMPED = re.compile(
    r"(?:last )?(?:published|updated?|posted|issued)\b", re.IGNORECASE
)
_AGO = re.compile(
    r"(?:published|updated|posted)?:?\s*"
    r"\d+ (?:minute|hour|day|week|month|year)s? ago",
    re.IGNORECASE,
)


def find_byline(line: Line) -> Pieces | None:
    """Give *line* as byline if it holds only names, dates and stamps; else None."""
    if len(line.words) > MAX_BYLINE:
        return None
    reason = _reason(line.flat)
    if reason is None:
        return None
    role: Role = "dateline" if reason == PLACE_AND_DAY else "byline"
    return (Piece(line.start, role, reason),)


def _reason(flat: str) -> str | None:
    if _POSTED.fullmatch(flat) and find_printed_dates(flat):
        return NAME_AND_DAY
    if _names_writers(flat):
        return "names who wrote the article"
    if _AGO.fullmatch(flat):
        return "says how long ago it was published"
    if flat.startswith("("):
        # "(Published Friday, Jan. 6, 2017)" dates a video, not the article.
        return _head_reason(flat)
    name = agency_of(flat.strip("-–—()[] "))
    if name:
        return f"names the agency {name} and nothing else"
    dates = find_printed_dates(flat)
    if not dates:
        stamped = _STAMPED.match(flat) is not None and _is_empty(flat)
        reason = "a stamp of publication without a day" if stamped else None
        return reason or _partly_dated(flat)
    if _is_empty(without_dates(flat)):
        return DAY_ALONE
    return _head_reason(flat) or _named_reason(flat, dates[0].start)


def _partly_dated(flat: str) -> str | None:
    """Give the reason of a line with a day that lacks its year: "Sat Dec 13, 8 pm"."""
    if "|" in flat:
        flat = flat.rstrip(".")  # "09:15 | Lima, Feb. 22."
    if len(flat) > MAX_LINE or flat.endswith(_SENTENCE_ENDS) or not _DIGIT.search(flat):
        return None
    days = find_partial_dates(flat)
    # "March 3" alone heads what happened that day.
    is_bare = len(days) == 1 and days[0].weekday is None and days[0].end == len(flat)
    if not days or (is_bare and days[0].start == 0):
        return None
    return _head_reason(flat)


def _head_reason(flat: str) -> str | None:
    """Give the reason of a line of which each part is known, one of them a day."""
    line = read_head_line(flat)
    if line is None or not line.is_dated:
        return None
    if line.place and not line.people:
        return PLACE_AND_DAY
    named = line.people or line.house or line.agency
    return NAME_AND_DAY if named else DAY_ALONE


def _names_writers(flat: str) -> bool:
    """Tell whether *flat* is "By", names, and what bylines hold besides."""
    by = _BY.match(flat)
    if by is None or flat.endswith(("?", "!", ":")):
        return False
    words = [word for word in _SEPARATOR.split(flat[by.end() :]) if word.strip(".")]
    if not words or words[0].lower() in _words("never"):
        return False
    between = _words("between")
    return all(
        word[0].isupper() or word.lower() in between or _FIGURE.fullmatch(word)
        for word in words
    )


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(
        row[0] for row in word_table("line_byline_words") if row[1] == kind
    )


def _named_reason(flat: str, day: int) -> str | None:
    """Tell what a name before the day at *day* and nothing else makes of a line."""
    # Only near the day: a long rule of dashes would be tried from each of them.
    near = max(0, day - MAX_BEFORE_DAY)
    before = (flat[:near] + _BEFORE_DAY.sub("", flat[near:day])).rstrip()
    name = before.rstrip(" |-–—·•/,(:")
    is_agency = agency_of(name) is not None
    is_alone = _is_empty(without_dates(flat[day:]))
    if not (is_agency or _NAMED.fullmatch(name)) or not is_alone:
        return None
    is_place = before.endswith(",") and not is_agency
    return PLACE_AND_DAY if is_place else NAME_AND_DAY


def _is_empty(rest: str) -> bool:
    return not MARKS.sub("", STAMP_WORD.sub(" ", rest))
