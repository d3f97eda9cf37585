"""Tell where a body line's dateline ends: "WASHINGTON (AP) — The United …"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.resources import word_table
from briefing.text.agencies import agency_of

MAX_DATELINE: Final = 80
"""Characters; "ABOARD THE USS NIMITZ, Arabian Sea, Oct. 3 (AP) — " has 51."""

LARGE: Final = 300
"""Thousands of people from which a town in capitals and a colon is where a report was
written ("MUMBAI: A train"); of smaller towns many are surnames: "JACKSON: We"."""

_CAPITALS = r"[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.'’‑-]*[A-ZÀ-Þ.]"
_TITLED = r"[A-ZÀ-ÞĀ-Ž][\w.'’‑-]*"
_DATE = r"(?:[A-Z][a-z]{2,8}\.?\ \d{1,2}|\d{1,2}\ [A-Z][a-z]{2,8}\.?)(?:,?\ \d{4})?"
_DASH = r"(?:\ ?[—–―‒]\ ?|\ --?\ |--|\ ?:\ )"
_HOUSE = r"(?:[\[(]|(?<=\ )/)(?P<house{0}>[A-Z][\w./ &’'-]{{1,30}}?)[\])/]"

_HOUSE_ALONE = re.compile(r"(?:[\[(]|(?<= )/)([A-Z][\w./ &’'-]{1,30}?)[\])/]")

# Matches "WASHINGTON — ", "DUBAI, United Arab Emirates (AP) — ", "KYIV, Oct 3
# (Reuters) - ", "Brussels, Belgium (CNN) ", "(CNN) "; not "NATO said — ", "Norway - a".
_OPENS = r"\ (?=[A-Z“\"‘'])"
_PLACE = rf"{_TITLED}(?:\ {_TITLED}){{0,3}}"
_DATELINE = re.compile(
    rf"""
    (?: {_CAPITALS}(?:[\ /]{_CAPITALS}){{0,5}} (?:,\ {_PLACE})? (?:,\ {_DATE})?
          (?: \ {_HOUSE.format(1)} (?:{_DASH}|{_OPENS}) | {_DASH} )
      | {_PLACE} (?:,\ {_PLACE})? (?:,\ {_DATE})?
          \ {_HOUSE.format(2)} (?:{_DASH}|{_OPENS})
      | {_TITLED}(?:\ {_TITLED}){{0,2}} ,\ {_DATE} {_DASH}
      | (?:{_DATE}\ )? {_HOUSE.format(3)} (?:{_DASH}|{_OPENS})
    )
    """,
    re.VERBOSE,
)
_DASHED = re.compile(r"[—–―‒:-]\s*$")
# What stands in capitals before a colon or dash and is no place.
_NO_PLACE = re.compile(
    r"(?:DEVELOPING|BREAKING|UPDATED?|EXCLUSIVE|WATCH|VIDEO|RAW|LIVE|OPINION|ANALYSIS"
    r"|EDITORIAL|FACTBOX|EXPLAINER|CORRECTION|NOTE|REVIEW|PHOTOS?|FILE|RELATED|MORE"
    r"|READ|JUST IN|ALERT|Q|A|FAQ|TIMELINE|FACT CHECK|INTERVIEW|PROFILE|QUESTION|ANSWER"
    r"|MODERATOR|UNIDENTIFIED \w+)\b"
)

# Matches the label of news that comes in: "DEVELOPING: ", "UPDATE 2 - ", "JUST IN: ".
_LABEL = re.compile(
    r"(?:DEVELOPING|BREAKING(?: NEWS)?|UPDATED?(?: \d{1,2})?|EXCLUSIVE|JUST IN|ALERT"
    r"|URGENT|LATEST)\s?(?::|[—–―-])\s+(?=[A-ZÀ-Þ“\"‘'])"
)


def label_end(text: str) -> int:
    """Give where the label that opens a line of text ends; 0 if it has none."""
    match = _LABEL.match(text)
    return match.end() if match else 0


def dateline_end(text: str, start: int, end: int) -> int:
    """Give where the dateline of the line at *start* ends; *start* if it has none."""
    head = text[start : min(end, start + MAX_DATELINE)].replace("\xa0", " ")
    match = _DATELINE.match(head)
    if match is None or _NO_PLACE.match(head) or _is_speech(match):
        return start
    if not _DASHED.search(match.group()) and not _is_signed(match):
        return start
    following = text[start + match.end() : end]
    if len(following.split()) < 3 or not _opens_sentence(following):  # noqa: PLR2004
        return start
    return start + match.end()


def is_certain(dateline: str) -> bool:
    """Tell whether *dateline* says more than a few words in capitals and a dash."""
    return re.search(r"[\d,(\[]", dateline) is not None


def house_of(dateline: str) -> str | None:
    """Give the house in brackets that a dateline names: "AP", "CNN"; else None."""
    match = _HOUSE_ALONE.search(dateline)
    return match[1].strip() if match else None


def _is_signed(match: re.Match[str]) -> bool:
    """Tell whether the house of a dateline without a dash is one: "Washington (CNN)".

    Not "Indian Naval Services (INS)", which says what the letters stand for.
    """
    house = match["house1"] or match["house2"] or match["house3"] or ""
    before = match.group().partition("(")[0].split()
    initials = "".join(word[0] for word in before)
    is_house = agency_of(house) is not None or sum(map(str.isupper, house)) > 1
    return is_house and house not in initials


def _is_speech(match: re.Match[str]) -> bool:
    # "TRUMP: I have never" is a transcript, "NATO: what next" a title; a place that
    # is followed by a colon alone is believed with a day or house, or if it is large.
    words = match.group()
    bare = not (match["house1"] or match["house2"] or match["house3"])
    if not bare or not words.rstrip().endswith(":") or re.search(r"\d", words):
        return False
    return words.partition(",")[0].rstrip(": ").lower() not in _towns()


@cache
def _towns() -> frozenset[str]:
    """Give the capitals and large towns, in lower case."""
    return frozenset(
        row[0].lower()
        for row in word_table("cities")
        if "c" in row[5:] or int(row[4]) >= LARGE
    )


def _opens_sentence(following: str) -> bool:
    first = following.lstrip("“\"‘'([ ")[:1]
    return first.isupper() or first.isdigit()
