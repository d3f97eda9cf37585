"""Find the time expressions of an article and the days they stand for.

What the words say (`expressions`, a grammar) is kept apart from what days that makes
(`resolution`): another article's date can be tried without reading the text again.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from briefing.extract.dates.beside import by_neighbours
from briefing.extract.dates.doubts import doubt_due, doubt_quoted, without_day
from briefing.extract.dates.events import Telling, settle_events
from briefing.extract.dates.expressions import expressions_in
from briefing.extract.dates.history import first_year, mode_of
from briefing.extract.dates.laws import keep_laws
from briefing.extract.dates.listed_week import of_listed_week
from briefing.extract.dates.meaning import Calendar, Clock, Expression, Shift, Weekday
from briefing.extract.dates.resolution import Resolved, resolve
from briefing.extract.dates.story import Story
from briefing.extract.dates.tense import (
    Tense,
    tense_at,
    tense_at_weekday,
    tense_of_event,
)
from briefing.extract.dates.timex import Days, days_of
from briefing.extract.day_of_saying import is_day_of_saying
from briefing.extract.reading import Reading
from briefing.model.article import Article, Span
from briefing.model.statement import DateMention

__all__ = ["anchored_dates", "find_dates"]

Dates = tuple[tuple[DateMention, ...], ...]

EARLIEST: Final = dt.MINYEAR + 1
LATEST: Final = dt.MAXYEAR - 1
MOST_CLOCKS: Final = 3
"""Hours and their day that stand together: one in each of two zones."""
LONGEST_MEASURE: Final = 20
"""Letters of "compared with the " and its like."""
# Matches what stands between two dates that share the year of the second.
_SHARED_YEAR = re.compile(
    r"\s*(?:and|to|until|till|or|through|[-\u2010-\u2015]|,)\s*(?:the )?"
)

# Matches the "'s" that ends "Tuesday's" and follows "Tuesday morning".
_OWNS = re.compile(r"(?:..)?['\u2019]s\b")
# Matches what may stand between an hour and its day: "7am (0400 GMT) on Wednesday".
_AT = re.compile(r"(?: \(?[a-z]+ time\)?)?,? (?:\(|on |of )?(?:the )?", re.IGNORECASE)

# Matches what makes a date the measure of another: "since ", "lower than in ".
_MEASURE = re.compile(
    r"\b(?:since|than(?: (?:in|on|at))?|compared (?:to|with)|unlike(?: in)?)"
    r"(?: the)? $",
    re.IGNORECASE,
)


def find_dates(reading: Reading) -> Dates:
    """Give the dates of each sentence, counted from the article's own date."""
    return anchored_dates(reading.article, reading.article.published)


def anchored_dates(article: Article, anchor: dt.date | None) -> Dates:
    """Give the dates of each sentence of *article* as if it were told on *anchor*."""
    if anchor is not None and not EARLIEST < anchor.year < LATEST:
        anchor = None  # no week lies around it
    texts = [article.text[span.start : span.end] for span in article.sentences]
    found = [_share_years(text, expressions_in(text)) for text in texts]
    story = Story(anchor, mode_of(texts, found, anchor))
    if story.is_history:
        story.year = first_year(found)
    resolved = []
    opening = _openings(article)
    for span, text, expressions in zip(article.sentences, texts, found, strict=True):
        story.go_on(is_new_paragraph=span.start in opening)
        resolved.append(_resolve(text, expressions, story))
    settled = settle_events(Telling(texts, found, resolved, anchor))
    doubt_quoted(article, found, settled)
    keep_laws(texts, found, settled, anchor)
    return tuple(
        tuple(_mention(e, r, span.start) for e, r in zip(es, rs, strict=True))
        for span, es, rs in zip(article.sentences, found, settled, strict=True)
    )


def _openings(article: Article) -> set[int]:
    """Give where the sentences begin that open a paragraph."""
    found: set[int] = set()
    segment = 0
    for span in article.sentences:
        opens = not found
        while article.lines[segment].span.end <= span.start:
            segment, opens = segment + 1, True
        if opens:
            found.add(span.start)
    return found


def _share_years(text: str, found: tuple[Expression, ...]) -> tuple[Expression, ...]:
    """Give the year of "May 2024" to the April of "April and May 2024"."""
    shared = list(found)
    for i in range(len(found) - 2, -1, -1):
        one, other = shared[i].meaning, shared[i + 1].meaning
        if not isinstance(one, Calendar) or not isinstance(other, Calendar):
            continue
        if one.year is not None or one.shift is not None or other.year is None:
            continue
        if (one.month or one.suffix) and _SHARED_YEAR.fullmatch(
            text, shared[i].end, shared[i + 1].start
        ):
            back = (one.month or 0) > (other.month or 12)
            shared[i] = replace(shared[i], meaning=replace(one, year=other.year - back))
    return tuple(shared)


def _resolve(
    text: str, expressions: Sequence[Expression], story: Story
) -> list[Resolved]:
    found: list[Resolved] = []
    for i, expression in enumerate(expressions):
        if isinstance(expression.meaning, Clock):
            _look_ahead(text, expressions[i:], story)
        resolved = resolve(expression, story, _tense(text, expression))
        resolved = of_listed_week(text, expression, resolved, story)
        resolved = doubt_due(text, expression, resolved, story.anchor)
        if _tells(text, expression, story):
            is_said = is_day_of_saying(text, expression.start, expression.end)
            story.remember(resolved.value, is_sure=resolved.is_sure, is_said=is_said)
            if _OWNS.match(text, expression.end - len("'s")):
                story.event_days.add(resolved.value[: len("2023-09-24")])
            if isinstance(expression.meaning, Calendar) and expression.meaning.year:
                story.year_at = story.at
        found.append(without_day(text, expression, resolved))
    return by_neighbours(text, expressions, found, story.anchor)


def _tells(text: str, expression: Expression, story: Story) -> bool:
    """Tell whether a date moves the story on; not one that only measures another.

    "The worst since 19 October 1987" does not, nor does the "today" of a history.
    """
    start = expression.start
    if expression.type not in ("DATE", "TIME"):
        return False
    if _MEASURE.search(text, max(0, start - LONGEST_MEASURE), start):
        return False
    if _names_event(text, expression):
        return False
    match expression.meaning:
        case Shift(event=str(event)) if event:
            return False  # its day is settled only when all is read
        case Shift(in_story=False, unit=unit) if story.is_history:
            return unit == "WE"
        case _:
            return True


def _names_event(text: str, expression: Expression) -> bool:
    """Tell whether a month only names an event: "the November attacks"."""
    match expression.meaning:
        case Calendar(year=None, month=int(), day=None):
            before, after = text[: expression.start], text[expression.end :]
            return before.endswith(("the ", "The ")) or after.startswith(
                ("'s", "\u2019s")
            )
        case _:
            return False


def _tense(text: str, expression: Expression) -> Tense:
    """Give the tense around *expression* where its value hangs on it."""
    match expression.meaning:
        case Shift(unit="WE", count=0) if expression.words.endswith("s"):
            return tense_of_event(text, expression.start, expression.end)
        case Weekday():
            return tense_at_weekday(text, expression.start, expression.end)
        case Calendar(year=None) | Shift(unit="WE") | Clock():
            return tense_at(text, expression.start, expression.end)
        case _:
            return "unclear"


def _look_ahead(text: str, ahead: Sequence[Expression], story: Story) -> None:
    """Tell the story the day of "7am (0400 GMT) on Wednesday" before its hour."""
    for clock, day in pairwise(ahead[:MOST_CLOCKS]):
        if day.type == "DURATION" or not _AT.fullmatch(text, clock.end, day.start):
            return
        if not isinstance(day.meaning, Clock):
            break
    else:
        return
    resolved = resolve(day, story, _tense(text, day))
    story.remember(resolved.value, is_sure=resolved.is_sure)


def _mention(expression: Expression, resolved: Resolved, offset: int) -> DateMention:
    earliest, latest = _days(expression, resolved)
    return DateMention(
        Span(offset + expression.start, offset + expression.end),
        resolved.type or expression.type,
        resolved.value,
        earliest,
        latest,
        resolved.is_relative,
        resolved.because,
    )


def _days(expression: Expression, resolved: Resolved) -> Days:
    meaning = expression.meaning
    if not resolved.is_sure:
        return None, None
    if (resolved.type or expression.type) not in ("DATE", "TIME"):
        return None, None  # a length is no day, even "the past week"
    earliest, latest = days_of(resolved.value)
    if isinstance(meaning, Calendar) and meaning.until is not None:
        latest = days_of(f"{meaning.until:04d}")[1]
    if earliest and expression.words.lower().startswith("overnight"):
        earliest -= dt.timedelta(days=1)  # the night began the evening before
    return earliest, latest
