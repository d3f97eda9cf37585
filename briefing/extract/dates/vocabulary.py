"""The words that time expressions are made of, as tables and as pattern parts."""

from __future__ import annotations

import re
from typing import Final

from briefing.resources import word_table
from briefing.text.numbers import DIGIT_NUMBER, ORDINALS, WORD_NUMBER


def _class(kind: str) -> dict[str, str]:
    return {row[1]: row[2] for row in word_table("date_words") if row[0] == kind}


def _any(words: object) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))  # type: ignore[call-overload]
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in ordered)


MONTHS: Final = {word: int(value) for word, value in _class("month").items()}
WEEKDAYS: Final = {word: int(value) for word, value in _class("weekday").items()}
UNITS: Final = _class("unit")
SEASONS: Final = _class("season")
PARTS: Final = _class("part")
HOLIDAYS: Final = _class("holiday")
SETS: Final = _class("set")
VAGUE: Final = _class("vague")

_NAMES: Final = [
    month for month in MONTHS if len(month) > 4 or month in ("may", "june", "july")
]
_SHORT: Final = [month for month in MONTHS if month not in _NAMES]
_DAYS: Final = [day for day in WEEKDAYS if day.endswith("day")]

PARTS_OF_PATTERNS: Final = {
    "month": rf"(?:{_any(_NAMES)}|(?:{_any(_SHORT)})\b\.?)",
    "fullmonth": rf"(?:{_any(_NAMES)}|(?:{_any(_SHORT)})\.)",
    "weekday": rf"(?:{_any(_DAYS)})",
    "anyweekday": rf"(?:{_any(_DAYS)}|(?:{_any(set(WEEKDAYS) - set(_DAYS))})\.?)",
    "unit": r"(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year"
    r"|decade|centur(?:y(?!s)|ie(?=s)))",
    "longunit": r"(?:day|week|weekend|fortnight|month|quarter|year|decade|century)",
    "season": rf"(?:{_any(SEASONS)})",
    "part": rf"(?:{_any(PARTS)})",
    "day": r"(?:0?[1-9]|[12]\d|3[01])",
    "nth": r"(?:st|nd|rd|th)",
    "year": r"(?:1\d{3}|20\d{2})",
    "number": rf"(?:{DIGIT_NUMBER}|{WORD_NUMBER})",
    "ordinal": rf"(?:{_any(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))",
    "vaguecount": r"(?:several|a few|few|a couple of|some|many|a number of|dozens of|hundreds of)",
    "about": r"(?:(?:about|around|nearly|almost|over|more than|less than|fewer than|at least"
    r"|at most|up to|roughly|some|just over|just under|just|only|approximately|well over"
    r"|another|an estimated|barely|close to|as many as) )?",
    "edge": r"(?:(?:the )?(?:very )?(?:early|late|mid|beginning|start|end|middle|first half"
    r"|second half)(?:-| in | of | )(?:the )?)",
    "dash": r" ?[-\u2010-\u2015] ?",
    "vague": _any(VAGUE),
    "set": _any(SETS),
    "holiday": _any(HOLIDAYS),
}


def build_pattern(pattern: str) -> str:
    """Give the regular expression of a grammar line: `{month}` filled in, free spaces."""
    for name, part in PARTS_OF_PATTERNS.items():
        pattern = pattern.replace("{" + name + "}", part)
    return pattern.replace(" ", r"\s+").replace(r"\s+?", r"\s?")


DEICTIC: Final = (
    "today",
    "tonight",
    "yesterday",
    "tomorrow",
    "overnight",
    "noon",
    "midnight",
)
_EMPTY: Final = frozenset("the at this these long near very to being s day".split())


def _word_classes() -> dict[str, frozenset[str]]:
    """Give the classes of every word without which a text holds no time but digits."""
    classes = {
        "month": MONTHS,
        "weekday": [*WEEKDAYS, *(f"{day}s" for day in _DAYS)],
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
