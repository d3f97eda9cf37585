"""Tell where two amounts are written in another unit, and so are no contradiction."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.resources import word_table
from briefing.text.numbers import DIGIT_NUMBER, WORD_NUMBER, read_number

CONVERTED: Final = 0.1
"""Share by which a converted amount may differ: "60m" is written "200ft" (61 metres),
"three miles" "5 km" (4.8)."""

# Matches "4", "4:00", "4.30" and "4pm" before " p.m."; not "400", "4,500".
CLOCK: Final = re.compile(
    r"(?<![\d.,:])(\d{1,2})(?:[:.](\d\d))?\s*(?:([ap])\.?\s?m\b\.?)?(?![\d,:])",
    re.IGNORECASE,
)

# Matches "$100", "e75", "US$3", "Rs 40"; not the dollar of "a dollar".
SIGNED: Final = re.compile(
    r"((?:[A-Z]{1,2})?\$|[€£¥₹]|\be(?=\d)|\bRs\.?\s?)\s?\d", re.IGNORECASE
)

# Matches "100 million dollars", "75m euros"; not "75m".
COINED: Final = re.compile(
    r"\d[\d.,]*\s?(?:hundred|thousand|million|billion|trillion|m|bn|k)?\s?"
    r"(?:(?:US|U\.S\.|Canadian|Australian)\s)?"
    r"(dollar|euro|pound|rupee|yen|yuan|rouble|ruble|franc|krona|krone|peso|rand)s?\b",
    re.IGNORECASE,
)

# Matches "60m", "200 feet", "three-mile"; not "60 people".
MEASURED: Final = re.compile(
    rf"(?<![\d$€£¥₹])\b({DIGIT_NUMBER}|{WORD_NUMBER})[\s\u00a0-]?(square[\s-]|sq\.?\s)?"
    r"([a-z/]+)",
    re.IGNORECASE,
)

COINS: Final[Mapping[str, str]] = {
    "$": "dollar",
    "us$": "dollar",
    "€": "euro",
    "e": "euro",
    "£": "pound",
    "¥": "yen",
    "₹": "rupee",
    "rs": "rupee",
}
"""The currency that a sign stands for; another sign is its own ("A$")."""

HOURS: Final = 12

HECTARE: Final = 10_000
"""Square metres in the unit of areas."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number of metres, kilograms, hectares or kilometres an hour."""

    kind: str
    unit: float
    value: float


def are_one_amount(left: str, right: str) -> bool:
    """Tell whether two wordings of one place differ in the unit or the form alone.

    Amounts in two currencies cannot be compared, and are never in conflict.
    """
    if clock_of(left) is not None and clock_of(left) == clock_of(right):
        return True
    mine, yours = currency_of(left), currency_of(right)
    if mine and yours:
        return mine != yours
    one, two = measure_of(left), measure_of(right)
    return bool(one and two and one.unit != two.unit and _are_near(one, two))


def _are_near(one: Measure, two: Measure) -> bool:
    if one.kind != two.kind:
        return False
    small, large = sorted((one.value, two.value))
    return small >= (1 - CONVERTED) * large


def clock_of(words: str) -> int | None:
    """Give the minute of the half day that *words* tell: "4" and "4:00 p.m." are one.

    None unless a minute or a half of the day is told, or the number stands alone.
    """
    found = CLOCK.match(words.strip())
    if found is None or int(found[1]) > 2 * HOURS or int(found[2] or 0) > 59:  # noqa: PLR2004 - minutes
        return None
    rest = words.strip()[found.end() :].strip()
    if rest and not (found[2] or found[3]):
        return None
    return int(found[1]) % HOURS * 60 + int(found[2] or 0)


def currency_of(words: str) -> str | None:
    """Give the currency in which *words* name a sum of money."""
    if sign := SIGNED.search(words):
        plain = sign[1].lower().strip(" .")
        return COINS.get(plain, plain)
    coin = COINED.search(words)
    return coin[1].lower() if coin else None


def measure_of(words: str) -> Measure | None:
    """Give the length, weight, area or speed that *words* begin to tell."""
    for found in MEASURED.finditer(words):
        unit = _units().get(found[3].lower())
        number = read_number(found[1].lower())
        if unit and number and found[2]:
            return Measure("area", unit[1], number * unit[1] ** 2 / HECTARE)
        if unit and number:
            return Measure(unit[0], unit[1], number * unit[1])
    return None


@cache
def _units() -> Mapping[str, tuple[str, float]]:
    rows = word_table("relate_units")
    return {
        word: (kind, float(factor))
        for kind, factor, words in rows
        for word in words.split("|")
    }
