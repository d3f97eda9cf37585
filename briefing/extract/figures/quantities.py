"""Read the numbers of a sentence: how many, between which bounds, of which currency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from briefing.extract.figures.vocabulary import (
    BOUNDS,
    CHANGES,
    COINS,
    LABELS,
    MONEY,
    VAGUE,
)
from briefing.text.numbers import DIGIT_NUMBER, SCALES, WORD_NUMBER, read_number
from briefing.text.patterns import any_of


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its bounds."""

    start: int
    """Where its bound begins: "at least" of "at least 30"."""
    end: int
    low: float
    high: float
    unit: str
    """Only where it is money or percent."""
    is_approximate: bool
    is_vague: bool = False
    """True for "dozens", which counts people where no noun follows."""


_NUMBER: Final = rf"(?:{DIGIT_NUMBER}|{WORD_NUMBER})"
_SCALE: Final = (
    r"(?:\s?(?:bn|mn|mln|tn|trn|m|k)\b(?![\s-](?:high|long|deep|wide|tall|thick)\b)"
    r"|[\s-](?:thousand|million|billion|trillion|dozen|hundred)\b)"
)
_SOME: Final = r"(?:several|a\s+few|a\s+couple|many)"

# Matches "at least 30", "between 5 and 7 per cent", "$3.4bn", "several dozen"; not the
# "7" of "G7", "F-16" or "3.7.1".
QUANTITY: Final = re.compile(
    rf"""
    (?<![\w.,/:'\u2019-])
    (?P<bound>(?:(?:{any_of(BOUNDS)})\s+)*)
    (?P<between>between\s+)?
    (?:(?P<sign>{any_of(MONEY)})\s?)?
    (?:
        (?P<vague>
            {_SOME}\s+(?:dozen|hundred|thousand|million|billion)
          | (?:{any_of(VAGUE)})(?:\s+or\s+so\b)?
          | (?<=another\s)(?:dozen|hundred|thousand)|(?<=further\s)(?:dozen|hundred)
        )\b
      | (?P<low>{_NUMBER}(?:\s+and\s+a\s+half\b)?)(?P<lowscale>{_SCALE})?
        (?:
            (?P<join>(?(between)-?\s+and\s+|(?:
                \s?[-\u2010-\u2015]\s?|-?\s+(?:to|or)\s+|-\s+and\s+)))
            (?:{any_of(MONEY)})?(?P<high>{_NUMBER}|(?<=\sor\s)(?:more|so)\b)(?P<highscale>{_SCALE})?
        )?
    )
    (?P<odd>-(?:odd|plus)\b|\+)?
    (?P<percent>\s?%|[\s-]per\s?cent\b|[\s-]percentage\s+points?\b)?
    (?:[\s-](?:of\s)?(?P<coin>{any_of(COINS)})\b)?
    (?:\s+more\b(?!\s+than))?
    (?![\w%]|[.,:/]\d|-(?:foot|feet|ft)-)  # a height: "5-foot-7"
    """,
    re.VERBOSE,
)
_BOUND: Final = re.compile(rf"\b(?:{any_of(BOUNDS)})\b")
THOUSAND: Final = 1000
_SEVERAL: Final = {
    "several": (2, 7),
    "a few": (2, 5),
    "a couple": (2, 2),
    "many": (2, 9),
    "": (1, 1),
}
_FACTORS: Final = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
}

# Matches "flight 417", "no. 10", "# 1"; not "the flight, 30 people".
_LABEL: Final = re.compile(rf"(?:\b(?:{any_of(LABELS)})\.?[\s-]|#)\s?$")
# Matches the name before an age: "Maria Silva, ", "aged ", "age ".
_AGE: Final = re.compile(r"(?:[a-z]['\u2019a-z-]*,\s|\baged?\s)$")
# Matches "as young as " before "six", and "at the age of ".
_AS_OLD: Final = re.compile(r"\b(?:(?:young|old)\s+as|the\s+age\s+of|aged?)\s$")
# Matches "Day " before "3", "Car ", "World War "; not "that day ".
_NAMED: Final = re.compile(
    r"\b(?:Day|Week|Year|Car|Train|Bus|Tram|Coach|Lorry|Hall|Court|Camp|Ward|Tower|Track"
    r"|Lane|Reactor|Well|Pit|Shaft|Floor|Flat|Apartment|Suite|Act|World\sWar|Kilometre"
    r"|Kilometer|Mile|Post|Plot|Lot|Berth|Dock|Hangar|Locker|Cell|Table|Figure|Force|Squad|Team)\s$"
)
# Matches the ages before another: "aged 31 and ", "ages 4, 6 and ".
_AGES: Final = re.compile(
    r"\bage[ds]?\s(?:between\s)?(?:\d{1,3}(?:,\s|,?\s(?:and|or|to)\s))*$"
)
# Matches a verb of change before "from 8,350 to 4,500".
_CHANGE: Final = re.compile(rf"\b(?:{any_of(CHANGES)})\b[^.;:]*\bfrom\s$")


def find_quantities(text: str, lower: str) -> Iterator[Quantity]:
    """Give the quantities of *text* in order; *lower* is it in lower case."""
    for m in QUANTITY.finditer(lower):
        if lower[: m.end()].endswith("no one"):
            continue
        if m["vague"]:
            yield _vague(m)
        elif not _is_label(m, text, lower):
            yield from _exact(m, lower)


def _is_label(m: re.Match[str], text: str, lower: str) -> bool:
    """Tell whether digits name something or are an age: "Flight 417", "Ann, 26,"."""
    if not m["bound"] and _AS_OLD.search(lower, max(0, m.start() - 40), m.start()):
        return True
    if not m["low"][0].isdigit() or m["sign"] or m["percent"] or m["bound"]:
        return False
    before, place = lower[max(0, m.start() - 40) : m.start()], m.start()
    if _LABEL.search(before) or _NAMED.search(text, max(0, place - 20), place):
        return True
    if _AGES.search(before):
        return True
    if m["high"] or m["lowscale"] or not _AGE.search(before):
        return False
    name = text[:place].rstrip(", ").rpartition(" ")[2]
    after = lower[m.end() : m.end() + 1]
    return before.endswith((" aged ", " age ")) or (
        len(m["low"]) < len("1000")
        and name[:1].isupper()
        and after in (",", ".", "", ";", ")")
    )


def _unit(m: re.Match[str]) -> str:
    if m["percent"]:
        return "percent"
    if m["sign"]:
        return MONEY[m["sign"]]
    return COINS[re.sub(r"\s+", " ", m["coin"])] if m["coin"] else ""


def _bound(m: re.Match[str]) -> str:
    """Give how the number is meant: the first bound that is not exact ("just over")."""
    words = re.sub(r"\s+", " ", m["bound"].strip())
    if words in BOUNDS:
        return BOUNDS[words]
    kinds = [BOUNDS[found] for found in _BOUND.findall(words)]
    return next((kind for kind in kinds if kind != "exact"), "exact")


def _vague(m: re.Match[str]) -> Quantity:
    so, words = " or so", re.sub(r"\s+", " ", m["vague"])
    is_rough = words.endswith(so)
    words = words.removesuffix(so)
    if words in VAGUE:
        low, high = VAGUE[words]
    else:
        several, _, scale = words.rpartition(" ")
        least, most = _SEVERAL[several]
        low, high = least * _FACTORS[scale], most * _FACTORS[scale]
    kind = _bound(m)
    if kind == "upper":
        low = 0.0
    near = low != high or kind != "exact" or is_rough
    return Quantity(
        m.start(),
        m.end(),
        low,
        high,
        _unit(m),
        is_approximate=near,
        is_vague=words.endswith("s"),
    )


def _exact(m: re.Match[str], lower: str) -> Iterator[Quantity]:
    low, high = _ends(m)
    if low is None or high is None:
        return
    kind = _bound(m)
    more = m["high"] in ("more", "so") or m["odd"] is not None
    near = kind in ("about", "lower", "upper") or more
    whole = Quantity(m.start(), m.end(), low, high, _unit(m), near)
    join = (m["join"] or "").strip(" \n-\u00a0")
    if join == "to" and (
        high < low or _CHANGE.search(lower[: m.start()]) or _is_step(m, lower)
    ):
        first = re.match(r"\S+", lower[m.start("low") :])
        end = m.start("low") + (first.end() if first else 0)
        yield replace(whole, end=min(end, m.start("join")), high=low)
        yield replace(whole, start=m.start("high"), low=high)
    elif high >= low:
        yield replace(whole, low=0.0) if kind == "upper" else whole


@cache
def _step() -> re.Pattern[str]:
    """Match "rose by " before "12 to 48."; not "fell by" before "5 to 10 per cent"."""
    return re.compile(rf"\b(?:{any_of(CHANGES)})\s+by\s+(?:another\s+)?$")


_STOP: Final = re.compile(r"\s*(?:[.,;:)]|$)")


def _is_step(m: re.Match[str], lower: str) -> bool:
    """Tell "has risen by 12 to 48" from a range."""
    if _unit(m) or not lower.endswith("by ", 0, m.start()):
        return False
    is_last = _STOP.match(lower, m.end())
    return is_last is not None and _step().search(lower, 0, m.start()) is not None


def _has_scale(words: str) -> bool:
    return any(word in SCALES for word in re.split(r"[\s-]", words))


def _ends(m: re.Match[str]) -> tuple[float | None, float | None]:
    """Give both ends: "5 to 7 million" is 5 to 7 million, "two or more" is 2 to 2."""
    low_words, high_words = m["low"], m["high"]
    scale = (m["lowscale"] or "").strip(" -\u00a0\n")
    low = read_number(f"{low_words} {scale}")
    if not high_words or high_words in ("more", "so"):
        return low, low
    top = (m["highscale"] or "").strip(" -\u00a0\n")
    high = read_number(f"{high_words} {top}")
    last = re.split(r"[\s-]", high_words)[-1]
    if not (top or scale) and last in SCALES and not _has_scale(low_words):
        whole = read_number(f"{low_words} {last}")
        if whole is not None and high is not None and whole <= high:
            low = whole  # "two to three dozen"
    if top and not scale and low is not None and low < THOUSAND:
        low = read_number(f"{low_words} {top}")
    return low, high
