"""Read details of distance and direction: how far, on which side of what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from briefing.relate.amounts import FROM, ROUNDED, UP_TO
from briefing.relate.detail import Detail, Range, bearers_before
from briefing.relate.gists import Gist, term_of
from briefing.relate.measures import Measure, measure_of
from briefing.resources import word_set
from briefing.text.words import fold

AMOUNT: Final = (
    r"(?P<about>(?:(?:about|around|some|approximately|roughly|nearly|almost|over|at"
    r"|least|more|than|up|to|an?|further|another|estimated)\s+){0,3})"
    r"(?P<amount>[\d][\d.,]*[\s\u00a0-]?[a-z]+)\b"
)


COMPASS: Final = (
    r"(?:north|south)[\s-]?(?:east|west)(?:ern)?|(?:north|south|east|west)(?:ern)?"
)


# Matches "150 nautical miles west of Aden"; not "west of Aden" alone.
BEARING: Final = re.compile(
    rf"\b(?P<amount>\d[\d.,]*\s?(?:nautical\s)?[a-z]+)\s(?:to\sthe\s)?"
    rf"(?P<side>{COMPASS})\sof\s(?:the\s)?(?P<place>(?:[A-Z][\w’'-]*\s?)+)",
)


# Matches "the east bank of the river", "the northern end of the bridge".
SIDE: Final = re.compile(
    rf"\bthe\s(?P<side>{COMPASS})\s(?P<part>side|end|bank|wing|shore|edge|entrance|gate"
    r"|tower|slope|face|platform)\sof\s(?:the\s)?(?P<place>[\w’'-]+(?:\s[A-Z]\w+)*)",
)


@cache
def _moved() -> re.Pattern[str]:
    # Matches "fell about 60m", "plunging 150 metres"; not "fell on 12 people".
    verbs = "|".join(sorted(word_set("relate_moves"), key=len, reverse=True))
    return re.compile(rf"\b(?P<verb>{verbs})\s+{AMOUNT}", re.IGNORECASE)


def distances(gist: Gist) -> Iterator[Detail]:
    """Read how far somebody or something fell, slid or drifted."""
    text = gist.statement.text
    for found in _moved().finditer(text):
        measure = measure_of(found["amount"])
        bearers = bearers_before(gist.statement, found.start())
        if measure and measure.kind == "length" and bearers:
            words = text[found.start("about") : found.end()]
            key = "distance", term_of(found["verb"].lower())
            reach = _reach(measure, found["about"])
            yield Detail(
                gist, key, " ".join(words.split()), reach=reach, bearers=bearers
            )


def _reach(measure: Measure, about: str) -> Range:
    """Give the bounds of a length: "200" is rounded to the hundred, but not to 100."""
    written = round(measure.value / measure.unit, 6)
    unit = 1.0
    while written % (unit * 10) == 0 and unit < written:
        unit *= 10
    half = min(unit / 2 * measure.unit, ROUNDED * measure.value)
    low, high = measure.value - half, measure.value + half
    if FROM.search(about):
        return low, float("inf")
    return (low * (1 - ROUNDED), high) if UP_TO.search(about) else (low, high)


def bearings(gist: Gist) -> Iterator[Detail]:
    """Read on which side of a place, so many miles away, something happened."""
    for found in BEARING.finditer(gist.statement.text):
        measure = measure_of(found["amount"].replace("nautical ", "nautical"))
        if measure and measure.kind == "length":
            key = "bearing", fold(found["place"].strip()), f"{measure.value:.0f}"
            yield Detail(gist, key, " ".join(found[0].split()), _side(found["side"]))
    for found in SIDE.finditer(gist.statement.text):
        key = "bearing", found["part"], fold(found["place"])
        yield Detail(gist, key, " ".join(found[0].split()), _side(found["side"]))


def _side(words: str) -> str:
    """Give the points of the compass in *words*: "ne" of "north-eastern"."""
    points = ("north", "south", "east", "west")
    return "".join(point[0] for point in points if point in words.lower())
