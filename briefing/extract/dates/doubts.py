"""Doubt the days of words that another day, or no day at all, may be meant by."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefing.extract.dates.meaning import Calendar, Clock, Expression, Shift
from briefing.extract.dates.resolution import Resolved
from briefing.extract.dates.tense import is_due
from briefing.extract.dates.timex import days_of
from briefing.extract.dates.vocabulary import LOOKS, SPENDING, any_of
from briefing.model.article import Article

# Matches a quotation within a paragraph, and one that its paragraph does not close.
_QUOTED = re.compile('\u201c[^\u201d\n]*|"[^"\n]*"')
# Matches the "news" of "a midday news conference" and the "Mass" of "the 5 p.m. Mass";
# not what follows "shortly after 8 a.m. on" and "9 a.m. when".
_KIND = re.compile(
    r" (?!(?:a|about|according|after|and|are|around|as|at|because|before|but|by|during"
    r"|following|for|from|had|has|have|he|in|into|is|it|its|near|of|on|or|outside|over"
    r"|she|since|that|the|their|they|this|through|to|today|tomorrow|under|until|was|we"
    r"|were|when|where|which|while|who|will|with|would|yesterday|local|time)\b)"
    r"[a-z]|(?<=m\.) (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]{3}"
)


def doubt_quoted(
    article: Article,
    found: Sequence[Sequence[Expression]],
    settled: Sequence[list[Resolved]],
) -> None:
    """Doubt "today" in quotation marks: it is the day of speaking, not of telling.

    Nothing is doubted where the sentence says outside the marks that it was said on the
    day of telling.
    """
    quoted = [m.span() for m in _QUOTED.finditer(article.text)]
    for span, row, days in zip(article.sentences, found, settled, strict=True):
        inside = [
            _is_inside(span.start + e.start, quoted) and _is_deictic(e) for e in row
        ]
        told = {day.value[:10] for day, q in zip(days, inside, strict=True) if not q}
        for i, is_quoted in enumerate(inside):
            if is_quoted and days[i].value[:10] not in told:
                why = f"{days[i].because}, but spoken, perhaps on another day"
                days[i] = replace(days[i], is_sure=False, because=why)


def _is_inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (place, place)) - 1
    return at >= 0 and place < spans[at][1]


def _is_deictic(expression: Expression) -> bool:
    """Tell whether it counts days from the day of speaking: "today", "last night"."""
    match expression.meaning:
        case Shift(unit="D" | "N", in_story=False, event=""):
            return True
        case _:
            return False


# Matches what fills a whole night, the one before as well as the coming: "spending ".
_SPENT = re.compile(
    rf"\b(?:{any_of(SPENDING)})\s(?:all\s|much of\s|most of\s)?$", re.IGNORECASE
)
LONGEST_SPENT: Final = 25
"""Letters of "throughout most of "."""


# Matches the " Oscars" of "last year's Oscars"; not the " budget" of another.
_EVENT = re.compile(r"\s[A-Z][\w-]+")
# Match the "a " and " GMC" of "a 2008 GMC Sierra", "a 2008 silver GMC"; not those of
# "the 2008 Games" and "a 1997 article".
_ONE = re.compile(r"\b(?:an?|his|her|their|its)\s$", re.IGNORECASE)
_MAKE = re.compile(rf"\s(?:(?:{any_of(LOOKS)})\s){{0,2}}[A-Z][\w-]*")
LONGEST_ONE: Final = 6
"""Letters of "their "."""


def is_of_make(text: str, expression: Expression) -> bool:
    """Tell whether a year is that of a thing made or given: "in a 2008 GMC Sierra"."""
    match expression.meaning:
        case Calendar(year=int(), month=None, day=None, suffix=""):
            before = max(0, expression.start - LONGEST_ONE)
            one = _ONE.search(text, before, expression.start)
            return bool(one and _MAKE.match(text, expression.end))
        case _:
            return False


def doubt_due(
    text: str, expression: Expression, resolved: Resolved, anchor: dt.date | None
) -> Resolved:
    """Doubt a day that is over by which something is to be done: "vowed … by May 3"."""
    day, _ = days_of(resolved.value)
    is_over = day is not None and anchor is not None and day < anchor
    is_open = isinstance(expression.meaning, Calendar) and not expression.meaning.year
    if not is_over or not is_open or not is_due(text, expression.start):
        return resolved
    why = f"{resolved.because}, but it may be the coming one"
    return replace(resolved, is_sure=False, because=why)


def _is_of_season(text: str, expression: Expression) -> bool:
    """Tell whether a year is a prize's or a cup's: "last year's Oscars"."""
    is_year = isinstance(expression.meaning, Shift) and expression.meaning.unit == "Y"
    end = expression.end
    is_owner = is_year and text[end - 2 : end] in ("'s", "\u2019s")
    return is_owner and _EVENT.match(text, end) is not None


def without_day(text: str, expression: Expression, resolved: Resolved) -> Resolved:
    """Leave the day out where words of time say what kind of thing it is, or how long.

    "After spending the night on the ridge" is of the night before the day told.
    """
    if is_of_make(text, expression):
        why = f"{resolved.because}, of a thing, not of what is told"
        return replace(resolved, is_sure=False, because=why)
    if _is_of_season(text, expression):
        why = f"{resolved.because}, but such things have years of their own"
        return replace(resolved, is_sure=False, because=why)
    if not isinstance(expression.meaning, Clock):
        return resolved
    before = max(0, expression.start - LONGEST_SPENT)
    if _KIND.match(text, expression.end):
        why = f"{resolved.because}; it tells what kind, not which day"
    elif _SPENT.search(text, before, expression.start):
        why = f"{resolved.because}; it tells how long, not which day"
    else:
        return resolved
    return replace(resolved, is_relative=False, is_sure=False, because=why)
