"""Read the parts of a whole: "half the troops", "about a quarter of those flights"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from briefing.extract.figures.counted import NUMBERS, Counted, phrase
from briefing.extract.figures.vocabulary import BOUNDS, FRACTIONS
from briefing.text.numbers import DIGITS
from briefing.text.patterns import any_of

_PARTS: Final = [word for word in FRACTIONS if not word.startswith("hal")]
_MOST: Final = max(FRACTIONS.values())
_COUNTS: Final = [word for word, value in DIGITS.items() if 1 <= value < _MOST]

_MAY: Final = re.compile(rf"half|{any_of(_PARTS)}")
# Matches "about half", "a quarter", "two-thirds"; not "half-hour", "half a million",
# nor the "half" of "the second half", "one and a half".
FRACTION: Final = re.compile(
    rf"""
    (?<![\w.,/:'\u2019-])
    (?<!\bfirst\s)(?<!\bsecond\s)(?<!\bother\s)(?<!\ba\s)(?<!\bthe\s)(?<!\bthis\s)
    (?P<bound>(?:(?:{any_of(BOUNDS)})\s+)*)
    (?:half|(?P<count>an?|{any_of(_COUNTS)})[\s-](?P<part>{any_of(_PARTS)}))
    (?![\w-])(?!\s+(?:of\s+)?an?\b)
    """,
    re.VERBOSE,
)
# Matches "of the ", "of ", "the " before what a fraction is of.
_WHOLE: Final = re.compile(
    r"\s+(?P<of>of\s+)?(?P<the>(?:all|the|its|their|his|her|our|these|those)\s+)*",
    re.IGNORECASE,
)
# Matches the verb after a fraction that stands alone: "a third were turned away".
ALONE: Final = re.compile(
    r"\s+(?:of\s+(?:them|whom|which)\b|(?:were|are|had|have)\s|(?!being\b)\w+ing\s)",
    re.IGNORECASE,
)
# Matches a number after a fraction: "half of the 300 workers".
_NUMBERED: Final = re.compile(
    r"\s+(?:of\s+)?(?:the|its|their|his|her|those|these)\s+"
    rf"(?:\d|(?:{any_of(NUMBERS)})\b)"
)
NEAREST: Final = 3
"""Words before the noun of a fraction: "half the remaining town councillors"."""


@dataclass(frozen=True, slots=True)
class Fraction:
    """A share of what is counted."""

    start: int
    end: int
    low: float
    high: float
    is_approximate: bool
    counted: Counted | None


def find_fractions(text: str, lower: str) -> Iterator[Fraction]:
    """Give the fractions of *text* that a plural follows, or that stand for one."""
    if not _MAY.search(lower):
        return
    for m in FRACTION.finditer(lower):
        count = m["count"]
        value = DIGITS.get(count, 1.0) / FRACTIONS[m["part"]] if count else 0.5
        counted = _of(text, m.end(), is_half=not count)
        goes_on = ALONE.match(lower, m.end()) or _NUMBERED.match(lower, m.end())
        if value < 1 and (counted or goes_on):
            kind = BOUNDS.get(" ".join(m["bound"].split()), "exact")
            low = 0.0 if kind == "upper" else value
            near = kind != "exact"
            yield Fraction(m.start(), m.end(), low, value, near, counted)


def _of(text: str, place: int, *, is_half: bool) -> Counted | None:
    """Give the plural that a fraction is of: "half its crew", not "half the city"."""
    whole = _WHOLE.match(text, place)
    if not whole or not (whole["of"] or (is_half and whole["the"])):
        return None
    found = phrase(text, whole.end(), is_one=False)
    return found if found and len(found.what.split()) <= NEAREST + 1 else None
