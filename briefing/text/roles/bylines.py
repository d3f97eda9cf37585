"""Tell the lines that say who wrote an article, and when it was published."""

from __future__ import annotations

import re
from typing import Final

from briefing.model.article import Role
from briefing.text.agencies import agency_of
from briefing.text.printed_dates import find_printed_dates
from briefing.text.roles.lines import Line
from briefing.text.roles.page import Piece, Pieces

MAX_BYLINE: Final = 30
"""Words; two names with their posts, a place and two dates have 27."""

DAY_ALONE: Final = "the day of publication and nothing else"
NAME_AND_DAY: Final = "a name and the day of publication"
PLACE_AND_DAY: Final = "a place and the day of publication"

_NAME = r"[A-ZÀ-ÞĀ-Ž][\w.'’-]*"
# Matches "By Jane Doe", "By AFP - Oct 01, 2023", "by JANE DOE and John Roe, Reuters";
# not "By the end of the day" or "By Friday, 40 people had left."
_BY = re.compile(
    rf"""
    (?:Written\ |Reported\ |Story\ )?(?:By|by|BY):?\s+(?!(?:The|Then|When|That|This|Its|His|Her)\s[a-z])
    {_NAME} (?: (?:\s*[,/&|•·–—-]\s*|\s+) (?: {_NAME} | (?:and|with|in|for|of|at|the|de|da|di|del|van|von
        |der|den|la|le|el|al|bin|ibn|on|y|e|staff|writer|writers|correspondent|reporter|editor|contributor
        |columnist|senior|chief|political|foreign|special|news|agencies|agency|updated|published|last
        |wire|reporters|our)\b | \d[\d.:,/]* (?:st|nd|rd|th|am|pm)? | [ap]\.?m\.? ) | \s*[:,|.]\s*)* $
    """,
    re.VERBOSE,
)
# What a stamp is made of besides its dates: "Published", "Update :", "3:14 PM EST".
_STAMP_WORD = re.compile(
    r"""
    (?: \b(?:first|last|originally)?\s?(?:published|posted|updated|update|modified|issued|created|date|dated
            |added|released|filed|edited)\b(?:\ (?:on|at|by))?
      | \b(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?\b
      | \b\d{1,2}(?:\s?[:.h]\s?\d\d){1,2}(?:\b|\s?[ap]\.?\s?m\b\.?) | \b\d{3,4}\s(?=[A-Z]{3,4}\b) | \b\d{1,2}\s?[ap]\.?m\b\.?
      | \b\d{0,2}\s?[ap]\.?\s?m\b\.? | \b(?:at|on|in|hrs|hours|local\ time|noon|midnight)\b
      | \b(?:utc|gmt)\b(?:\s?[+-]\s?\d+(?:\s?:\s?\d+)?)? | \b[A-Z]{1,3}T\b | \b(?:MSK|WIB|CET|IST)\b
      | [+-]\d\d:?\d\d | \([A-Z]{2,6}\)
      | \bfor\ immediate\ release\b
      | \b(?:world|politics|news|europe|asia|africa|americas|middle\ east|business|sports?|opinion)\b
      | \b\d+\s(?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?)\s(?:ago|read)\b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARKS = re.compile(r"[\s|•·:;,.()/@–—-]+")
# Matches a name before a stamp: "Michael Hernandez  |", "JANE DOE, Kyiv", "Jane Doe /".
_NAMED = re.compile(
    rf"(?:By\s+)?{_NAME}(?:\s+(?:{_NAME}|de|van|von|al|and)){{1,6}}(?:\s*[,/]\s*{_NAME}(?:\s{_NAME}){{0,3}})?\s*"
)
_STAMPED = re.compile(
    r"(?:last )?(?:published|updated?|posted|issued)\b", re.IGNORECASE
)
_AGO = re.compile(
    r"(?:published|updated|posted)?:?\s*\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago",
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
    if _BY.match(flat) and not flat.endswith("?"):
        return "names who wrote the article"
    if _AGO.fullmatch(flat):
        return "says how long ago it was published"
    if flat.startswith("("):
        # "(Published Friday, Jan. 6, 2017)" dates a video, not the article.
        return None
    name = agency_of(flat.strip("-–—()[] "))
    if name:
        return f"names the agency {name} and nothing else"
    dates = find_printed_dates(flat)
    if not dates:
        stamped = _STAMPED.match(flat) is not None and _is_empty(flat)
        return "a stamp of publication without a day" if stamped else None
    rest = flat
    for date in reversed(dates):
        rest = f"{rest[: date.start]} {rest[date.end :]}"
    return DAY_ALONE if _is_empty(rest) else _named_reason(flat, dates[0].start)


def _named_reason(flat: str, day: int) -> str | None:
    """Tell what a name before the day at *day* and nothing else makes of a line."""
    named = _NAMED.fullmatch(flat[:day].rstrip(" |-–—·•/,(:"))
    rest = flat[day:]
    for date in reversed(find_printed_dates(rest)):
        rest = f"{rest[: date.start]} {rest[date.end :]}"
    if named is None or not _is_empty(rest):
        return None
    return PLACE_AND_DAY if flat[:day].rstrip().endswith(",") else NAME_AND_DAY


def _is_empty(rest: str) -> bool:
    return not _MARKS.sub("", _STAMP_WORD.sub(" ", rest))
