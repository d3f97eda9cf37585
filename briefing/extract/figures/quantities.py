"""Read the numbers of a sentence: how many, between which bounds, of which currency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from briefing.extract.figures.vocabulary import BOUNDS, COINS, MONEY, VAGUE, any_of
from briefing.text.numbers import DIGIT_NUMBER, WORD_NUMBER, read_number


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its bounds; *unit* only where it is money or percent."""

    start: int
    end: int
    low: float
    high: float
    unit: str
    is_approximate: bool
    is_written: bool
    """True for "three", False for "3": a written number is never a label."""


_NUMBER: Final = rf"(?:{DIGIT_NUMBER}|{WORD_NUMBER})"
_SCALE: Final = r"(?:\s?(?:bn|mn|mln|tn|trn|m|k)\b|[\s-](?:thousand|million|billion|trillion|dozen|hundred)\b)"

QUANTITY: Final = re.compile(
    rf"""
    (?<![\w.,/:'\u2019-])
    (?P<bound>(?:(?:{any_of(BOUNDS)})\s+)*)
    (?:(?P<sign>{any_of(MONEY)})\s?)?
    (?:
        (?P<low>{_NUMBER})(?P<lowscale>{_SCALE})?
        (?:
            (?P<join>\s?[-\u2010-\u2015]\s?|\s+to\s+|\s+or\s+)
            (?:{any_of(MONEY)})?(?P<high>{_NUMBER})(?P<highscale>{_SCALE})?
        )?
      | (?P<vague>(?:several|a\s+few|a\s+couple|many|two|three)\s+(?:dozen|hundred|thousand|million|billion)
        |{any_of(VAGUE)})
    )
    (?P<percent>\s?%|[\s-]per\s?cent\b|[\s-]percentage\s+points?\b)?
    (?:[\s-](?P<coin>{any_of(COINS)})\b)?
    (?![\w%]|[.,:/]\d)
    """,
    re.VERBOSE,
)
_SEVERAL: Final = {"several": (2, 7), "a few": (2, 5), "a couple": (2, 2), "many": (2, 9)}
_FACTORS: Final = {"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9}


def find_quantities(lower: str) -> Iterator[tuple[Quantity, re.Match[str]]]:
    """Give the quantities of a text in lower case, in order."""
    for m in QUANTITY.finditer(lower):
        found = _vague(m) if m["vague"] else _exact(m)
        if found:
            yield found, m


def _unit(m: re.Match[str]) -> str:
    if m["percent"]:
        return "percent"
    if m["sign"]:
        return MONEY[m["sign"]]
    return COINS[re.sub(r"\s+", " ", m["coin"])] if m["coin"] else ""


def _bound(m: re.Match[str]) -> str:
    words = re.sub(r"\s+", " ", m["bound"].strip())
    kinds = {kind for word, kind in BOUNDS.items() if re.search(rf"\b{word}\b", words)}
    for kind in ("upper", "lower", "about"):
        if kind in kinds:
            return kind
    return "exact"


def _vague(m: re.Match[str]) -> Quantity:
    words = re.sub(r"\s+", " ", m["vague"])
    if words in VAGUE:
        low, high = VAGUE[words]
    else:
        several, _, scale = words.rpartition(" ")
        least, most = _SEVERAL.get(several) or (read_number(several) or 1,) * 2
        low, high = least * _FACTORS[scale], most * _FACTORS[scale]
    kind = _bound(m)
    if kind == "upper":
        low = 0.0
    approximate = low != high or kind != "exact"
    return Quantity(m.start(), m.end(), low, high, _unit(m), approximate, is_written=True)


def _exact(m: re.Match[str]) -> Quantity | None:
    low = read_number(m["low"] + " " + (m["lowscale"] or "").strip(" -"))
    if low is None:
        return None
    high = low
    if m["high"]:
        top = read_number(m["high"] + " " + (m["highscale"] or "").strip(" -"))
        if top is None:
            return None
        if m["highscale"] and not m["lowscale"] and low < 1000:
            low = read_number(f"{m['low']} {m['highscale'].strip(' -')}") or low
        high = top
        if high < low:
            return None
    kind = _bound(m)
    if kind == "upper":
        low = 0.0
    written = not m["low"][:1].isdigit()
    return Quantity(
        m.start(), m.end(), low, high, _unit(m), kind in ("about", "lower"), written
    )
