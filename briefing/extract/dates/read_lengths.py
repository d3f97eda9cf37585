"""Read lengths, habits and hours: "three days", "every week", "14:48 UTC"."""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.dates import vocabulary as words
from briefing.extract.dates.matches import Found, count_of, length, one
from briefing.extract.dates.meaning import Clock, Fixed, Stretch
from briefing.extract.dates.read_relative import NAME_BEFORE
from briefing.text.numbers import WORD_NUMBER

# Matches what "a year" is a rate of: "15 ", "$40 million ", "three times ".
_RATE = re.compile(
    rf"(?:\d%?|\b(?:{WORD_NUMBER}|once|twice|per\s?cent))"
    r"(?:\s(?!(?:after|before|in|for|of|on|over|and|to|from|with)\b)[\w-]+){0,2}\s$"
)
# Matches "As of " before an hour: the hour of telling.
_AS_OF = re.compile(r"\bas of (?:about |around )?$", re.IGNORECASE)
# Matches the "weekly " of "the weekly 5 p.m. Mass".
_HABIT = re.compile(
    r"\b(?:daily|weekly|nightly|monthly|annual|regular|usual|every|each)\s$",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+of\b")
_ALL_BUT_ONE: Final = 3
LONGEST_CUE: Final = 15
"""Letters of "as of around "."""
REACHES: Final = {"past": -1, "last": -1, "recent": -1, "next": 1, "coming": 1}
"""Where a length lies, seen from the day of telling; "previous" is of the story."""
LAST_HOUR: Final = 24
NOON: Final = 12


def reach(m: re.Match[str], text: str) -> Found:
    """Read "the past nine days", "the next six months"."""
    value = length(count_of(m["count"]), words.UNITS[m["unit"]])
    return one(m, text, Stretch(value, REACHES.get(m["dir"], 0)), "DURATION")


def duration(m: re.Match[str], text: str) -> Found:
    """Read "three days", "a five-year", "several hours"; an age is a stretch too."""
    count, unit = count_of(m["count"]), words.UNITS[m["unit"]]
    if unit == "TS" and m["count"] in ("a", "an"):
        return ()
    if unit == "Q" and count == _ALL_BUT_ONE and _OF.match(text, m.end()):
        return ()  # a share: "three quarters of the crew"
    if (m["half"] or m["half1"]) and count is not None:
        count += 0.5
    if m["count"] in ("a", "an") and not m["long"] and unit in ("Q", "N"):
        return ()
    return one(m, text, Stretch(length(count, unit)), "DURATION")


def long(m: re.Match[str], text: str) -> Found:
    """Read "a day-long": one of the unit."""
    return one(m, text, Stretch(length(1, words.UNITS[m["unit"]])), "DURATION")


def vague_duration(m: re.Match[str], text: str) -> Found:
    """Read "for years", "minutes", "decades of"."""
    if m["unit"] == "second":
        return ()
    return one(m, text, Stretch(length(None, words.UNITS[m["unit"]])), "DURATION")


def each(m: re.Match[str], text: str) -> Found:
    """Read "every week", "each Monday", "every two years"."""
    name = m["unit"]
    if name in words.WEEKDAYS:
        return one(m, text, Fixed(f"XXXX-WXX-{words.WEEKDAYS[name] + 1}"), "SET")
    if name in words.PARTS and name != "night":
        return one(m, text, Fixed(f"XXXX-XX-XXT{words.PARTS[name]}"), "SET")
    count = count_of((m["count"] or "").strip()) or 1
    return one(m, text, Fixed(length(count, words.UNITS[name])), "SET")


def per(m: re.Match[str], text: str) -> Found:
    """Read "a year" after a rate ("15 a year"), "per day", "once a month"."""
    rate = m.group()[:2] not in ("a ", "an") or _RATE.search(text[: m.start()].lower())
    if not rate:
        unit = words.UNITS[m["unit"]]
        if unit in ("Q", "WE"):
            return ()
        return one(m, text, Stretch(length(1, unit)), "DURATION")
    return one(m, text, Fixed(length(1, words.UNITS[m["unit"]])), "SET")


def fixed_set(m: re.Match[str], text: str) -> Found:
    """Read "daily", "annually"; not a newspaper ("the Norrland daily said")."""
    if re.search(r"[A-Z][\w-]*\s$", text[: m.start()]) or re.match(
        r"\s[A-Z]", text[m.end() :]
    ):
        return ()
    return one(m, text, Fixed(words.SETS[m["set"]]), "SET")


def clock(m: re.Match[str], text: str) -> Found:
    """Read "14:48 UTC", "9.30 p.m.", "0800 GMT", "9 a.m."; not a score or a ratio."""
    half = (m["ap"] or "")[:1]
    zone = (m["zone"] or "").strip()
    if m["mil"]:
        if not (zone or m["hrs"]):
            return ()
        hour, minute = int(m["mil"][:2]), int(m["mil"][2:])
    else:
        hour, minute = int(m["h"] or m["h2"]), int(m["m"] or 0)
        if not half and (not m["h"] or ("." in m.group() and not zone)):
            return ()
        if m["h2"] and not half:
            return ()
    if hour > LAST_HOUR or (half and hour > NOON):
        return ()
    if half == "p" and hour < NOON:
        hour += NOON
    if half == "a" and hour == NOON:
        hour = 0
    zulu = "Z" if words.ZONES.get(zone) == "Z" else ""
    if zulu and m["offset"]:
        universal = hour - int(m["offset"].replace("\u2212", "-"))
        if 0 <= universal < LAST_HOUR:
            hour = universal
        else:
            zulu = ""  # it is another day in Greenwich
    return one(m, text, _hour(m, text, f"{hour:02d}:{minute:02d}{zulu}"), "TIME")


def _hour(m: re.Match[str], text: str, part: str) -> Clock:
    before = text[max(0, m.start() - LONGEST_CUE) : m.start()]
    is_now, is_set = _AS_OF.search(before), _HABIT.search(before)
    return Clock(part, is_now=is_now is not None, is_set=is_set is not None)


def noon(m: re.Match[str], text: str) -> Found:
    """Read "noon" and "midnight"."""
    part = "24:00" if m["word"] == "midnight" else "12:00"
    return one(m, text, _hour(m, text, part), "TIME")


def part(m: re.Match[str], text: str) -> Found:
    """Read "the morning" of the day that is spoken of; not "Morning Edition"."""
    before, after = text[: m.start("part")], text[m.end() :]
    is_capital = text[m.start("part")].isupper()
    if is_capital and (re.match(r"\s[A-Z]", after) or NAME_BEFORE.search(before)):
        return ()
    return one(m, text, Clock(words.PARTS[m["part"]]), "TIME")
