"""The words that time expressions are made of, as tables and as pattern parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from briefing.resources import word_table
from briefing.text import patterns
from briefing.text.numbers import DIGIT_NUMBER, ORDINALS, WORD_NUMBER


def _class(kind: str) -> dict[str, str]:
    return {row[1]: row[2] for row in word_table("date_words") if row[0] == kind}


def any_of(words: Iterable[str]) -> str:
    """Give a pattern for any of *words*, whose spaces are filled in with the others."""
    return patterns.any_of(words, " ")


MONTHS: Final = {word: int(value) for word, value in _class("month").items()}
WEEKDAYS: Final = {word: int(value) for word, value in _class("weekday").items()}
UNITS: Final = _class("unit")
SEASONS: Final = _class("season")
PARTS: Final = _class("part")
HOLIDAYS: Final = _class("holiday")
SETS: Final = _class("set")
VAGUE: Final = _class("vague")
COUNTED: Final = _class("counted")
LABELS: Final = _class("label")
NAMED: Final = _class("named")
ROUGH: Final = [word for word, kind in _class("about").items() if kind == "rough"]
PAPERS: Final = _class("paper")
NAMESAKES: Final = _class("namesake")
SPENDING: Final = _class("spending")
LOOKS: Final = _class("look")
REPORTING: Final = _class("reporting")
EMPTY: Final = frozenset(_class("empty"))
DEICTIC: Final = _class("deictic")
ZONES: Final = _class("zone")

_SHORT: Final = [
    short for short in MONTHS if any(m != short and m.startswith(short) for m in MONTHS)
]
MONTH_NAMES: Final = [month for month in MONTHS if month not in _SHORT]
DAY_NAMES: Final = [day for day in WEEKDAYS if day.endswith("day")]
_SHORT_DAYS: Final = any_of(set(WEEKDAYS) - set(DAY_NAMES))

PARTS_OF_PATTERNS: Final = {
    "month": rf"(?:{any_of(MONTH_NAMES)}|(?:{any_of(_SHORT)})\b\.?)",
    "fullmonth": rf"(?:{any_of(MONTH_NAMES)}|(?:{any_of(_SHORT)})\.)",
    "weekday": rf"(?:{any_of(DAY_NAMES)})",
    "anyweekday": rf"(?:{any_of(DAY_NAMES)}|(?:{_SHORT_DAYS})\.?)",
    "unit": r"(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year"
    # short ones behind digits alone: "5 mins", not "an HR office"
    r"|decade|centur(?:y(?!s)|ie(?=s))|(?<=\d[^a-z])(?:min|sec|hr))",
    "longunit": r"(?:day|week|weekend|fortnight|month|quarter|year|decade|century)",
    "season": rf"(?:{any_of(SEASONS)})",
    "part": rf"(?:{any_of(PARTS)})",
    "day": r"(?:0?[1-9]|[12]\d|3[01])",
    "nth": r"(?:st|nd|rd|th)",
    "year": r"(?:1\d{3}|20\d{2})",
    "number": rf"(?:{DIGIT_NUMBER}|{WORD_NUMBER})",
    "ordinal": rf"(?:{any_of(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))",
    "vaguecount": rf"(?:{any_of(_class('vaguecount'))})",
    "about": rf"(?:(?:{any_of(_class('about'))}) )?",
    "edge": r"(?:(?:the )?(?:very )?(?:early|late|mid|beginning|start|end|middle"
    r"|first half|second half)(?:-| in | of | )(?:the )?)",
    "dash": r" ?[-\u2010-\u2015] ?",
    "vague": any_of(VAGUE),
    "set": any_of(SETS),
    "holiday": any_of(HOLIDAYS),
    "zone": any_of(ZONES),
}


def build_pattern(pattern: str) -> str:
    """Give the regular expression of a line of grammar, `{month}` filled in."""
    for name, part in PARTS_OF_PATTERNS.items():
        pattern = pattern.replace("{" + name + "}", part)
    return pattern.replace(" ", r"\s+").replace(r"\s+?", r"\s?")


_EMPTY: Final = frozenset(
    ("the", "at", "this", "these", "long", "near", "very", "to", "being", "s", "day")
)


def _word_classes() -> dict[str, frozenset[str]]:
    """Give the classes of every word without which a text holds no time but digits."""
    classes = {
        "month": MONTHS,
        "weekday": [*WEEKDAYS, *(f"{day}s" for day in DAY_NAMES)],
        "unit": [*UNITS, *(f"{unit}s" for unit in UNITS), "centuries", "half"],
        "season": [*SEASONS, *(f"{season}s" for season in SEASONS)],
        "part": [*PARTS, *(f"{part}s" for part in PARTS)],
        "set": SETS,
        "holiday": HOLIDAYS,
        "vague": VAGUE,
        "deictic": DEICTIC,
    }
    found: dict[str, frozenset[str]] = {}
    for name, entries in classes.items():
        for entry in entries:
            for word in set(re.findall("[a-z]+", entry)) - _EMPTY:
                found[word] = found.get(word, frozenset()) | {name}
    return found


WORD_CLASSES: Final = _word_classes() | {"day": frozenset(("unit", "holiday", "vague"))}
