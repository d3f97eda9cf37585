"""Find the time expressions of an article and the days they stand for.

What the words say (`expressions`, a grammar) is kept apart from what days that makes
(`resolution`): another article's date can be tried without reading the text again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from briefing.extract.dates.expressions import find_expressions
from briefing.extract.dates.meaning import Calendar, Expression, Shift, Stretch, Weekday
from briefing.extract.dates.resolution import Resolved, Story, resolve
from briefing.extract.dates.tense import tense_at
from briefing.extract.dates.timex import Days, days_of
from briefing.extract.reading import Reading
from briefing.model.article import Article, Span
from briefing.model.statement import DateMention

__all__ = ["anchored_dates", "find_dates"]

Dates = tuple[tuple[DateMention, ...], ...]


def find_dates(reading: Reading) -> Dates:
    """Give the dates of each sentence, counted from the article's own date."""
    return anchored_dates(reading.article, reading.article.published)


def anchored_dates(article: Article, anchor: dt.date | None) -> Dates:
    """Give the dates of each sentence of *article* as if it were told on *anchor*."""
    texts = [article.text[span.start : span.end] for span in article.sentences]
    found = [tuple(find_expressions(text)) for text in texts]
    story = Story(anchor, is_history(found, anchor))
    return tuple(
        tuple(_mentions(text, span.start, expressions, story))
        for text, span, expressions in zip(texts, article.sentences, found, strict=True)
    )


def is_history(found: Sequence[Sequence[Expression]], anchor: dt.date | None) -> bool:
    """Tell whether a text tells of years long past rather than of the news."""
    past, near = 0, 0
    limit = anchor.year - 1 if anchor else 9999
    for expressions in found:
        for expression in expressions:
            match expression.meaning:
                case Calendar(year=int(year)) if year < limit:
                    past += 1
                case Weekday() | Shift(in_story=False):
                    near += 1
    return past >= 5 and past > 2 * near


def _mentions(
    text: str, offset: int, expressions: Sequence[Expression], story: Story
) -> Iterable[DateMention]:
    for expression in expressions:
        tense = tense_at(text, expression.start, expression.end)
        resolved = resolve(expression, story, tense)
        if expression.type in ("DATE", "TIME"):
            story.remember(resolved.value)
        earliest, latest = _days(expression, resolved, story.anchor)
        yield DateMention(
            Span(offset + expression.start, offset + expression.end),
            expression.type,
            resolved.value,
            earliest,
            latest,
            resolved.is_relative,
            resolved.because,
        )


def _days(expression: Expression, resolved: Resolved, anchor: dt.date | None) -> Days:
    if expression.type in ("DATE", "TIME"):
        return days_of(resolved.value)
    return None, None
