"""Count a copied text's days from the day it was first told, and say why.

A paper that prints Friday's dispatch on Sunday has not moved "on Wednesday"; an article
without a date borrows one from whoever dated the same words, or the same fact.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from briefing.extract.dates import anchored_dates
from briefing.extract.dates.timex import days_of
from briefing.extract.dates.vocabulary import WEEKDAYS
from briefing.model.article import Article, Span
from briefing.model.corpus import Relation
from briefing.model.statement import DateMention, Statement
from briefing.relate.copies import Copy

MOSTLY: Final = 0.5
"""Share of an article's statements in an earlier one from which all of it is counted
from that one's day."""

# Matches "Sunday" and "on Sundays"; the day alone, not the date.
WEEKDAY: Final = re.compile(
    r"\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", re.IGNORECASE
)


def anchor_copies(
    articles: Sequence[Article],
    statements: Mapping[str, Sequence[Statement]],
    copies: Iterable[Copy],
) -> Mapping[str, Statement]:
    """Give the statements whose days change, by id; *articles* earliest first."""
    by_id = {article.id: article for article in articles}
    first: dict[str, Article] = {}
    for copy in copies:
        for mine, yours in ((copy.left, copy.right), (copy.right, copy.left)):
            home = by_id[mine.statement.article]
            elder = by_id[yours.statement.article]
            known = first.get(mine.statement.id)
            if _is_before(elder, home) and (not known or _is_before(elder, known)):
                first[mine.statement.id] = elder
    changed: dict[str, Statement] = {}
    for article in articles:
        found = statements[article.id]
        elders = {s.id: first[s.id] for s in found if s.id in first}
        if elders:
            changed.update(_recounted(article, found, elders))
    return changed


def _is_before(one: Article, two: Article) -> bool:
    if one.published is None or one.id == two.id:
        return False
    return two.published is None or one.published < two.published


def _recounted(
    article: Article, found: Sequence[Statement], elders: Mapping[str, Article]
) -> Mapping[str, Statement]:
    """Give the statements of *article* with days counted from its elders'."""
    whole = None
    if len(elders) >= MOSTLY * len(found):
        whole = min(elders.values(), key=lambda a: (a.published or dt.date.max, a.path))
    days: dict[dt.date, Counted] = {}
    changed: dict[str, Statement] = {}
    for statement in found:
        elder = whole or elders.get(statement.id)
        if elder is None or elder.published is None or not statement.dates:
            continue
        day = elder.published
        if day not in days:
            days[day] = _count(article, found, day)
        dates = tuple(_explained(d, elder) for d in days[day].get(statement.span, ()))
        if not dates:
            continue
        if [_days(d) for d in dates] != [_days(d) for d in statement.dates]:
            changed[statement.id] = replace(statement, dates=dates)
    return changed


Counted = Mapping[Span, tuple[DateMention, ...]]
"""Sentence → its dates."""

FRESH: Final = 4
"""Days before an article's date to which "said Saturday" can reach: news is told when
it is said. Farther back, the copy's own date is older than its text."""

NEAR: Final = 40
"""Letters between a word of saying and the day of saying."""


def _count(article: Article, found: Sequence[Statement], day: dt.date) -> Counted:
    """Give the dates of *article* as told on *day*; nothing where it cannot be so."""
    counted = dict(zip(article.sentences, anchored_dates(article, day), strict=True))
    for statement in found:
        for own, mention in zip(
            statement.dates, counted.get(statement.span, ()), strict=False
        ):
            likeliest = days_of(mention.value)[0]
            if likeliest is None or not _is_of_telling(statement, mention):
                continue
            is_moved = own.earliest is not None and own.earliest > likeliest
            if is_moved and (day - likeliest).days > FRESH:
                return {}
    return counted


def _is_of_telling(statement: Statement, mention: DateMention) -> bool:
    words = statement.words_at(mention.span)
    if mention.type != "DATE" or not WEEKDAY.search(words):
        return False
    return any(
        item.cue and abs(item.cue.start - mention.span.start) <= NEAR
        for item in statement.attributions
    )


def _days(mention: DateMention) -> tuple[str, dt.date | None, dt.date | None]:
    return mention.value, mention.earliest, mention.latest


def _explained(mention: DateMention, elder: Article) -> DateMention:
    if not mention.is_relative:
        return mention
    why = f"{elder.path} has this text earlier, on {elder.published}"
    return replace(mention, because=f"{mention.because}; {why}")


def anchor_twins(
    articles: Mapping[str, Article],
    statements: Mapping[str, Statement],
    same: Iterable[Relation],
) -> Mapping[str, Statement]:
    """Give the statements whose undated weekday a dated twin tells, by id."""
    changed: dict[str, Statement] = {}
    for relation in sorted(same, key=lambda r: -r.score):
        pair = statements[relation.left], statements[relation.right]
        for mine, yours in (pair, pair[::-1]):
            dated = articles[yours.article].published is not None
            if dated and articles[mine.article].published is None:
                told = changed.get(mine.id, mine)
                dates = tuple(_borrowed(d, told, yours, articles) for d in told.dates)
                if dates != told.dates:
                    changed[mine.id] = replace(told, dates=dates)
    return changed


def _borrowed(
    mention: DateMention,
    mine: Statement,
    yours: Statement,
    articles: Mapping[str, Article],
) -> DateMention:
    """Give *mention* with the day of the twin's same weekday, if it has one."""
    named = WEEKDAY.search(mine.words_at(mention.span))
    if mention.earliest is not None or named is None:
        return mention
    number = WEEKDAYS[named.group().lower()]
    days = {
        date.day for date in yours.dates if date.day and date.day.weekday() == number
    }
    if len(days) != 1:
        return mention
    day = days.pop()
    because = f"{articles[yours.article].path} tells the same of {day}"
    value = day.isoformat() + mention.value[10:]
    return replace(
        mention,
        earliest=day,
        latest=day,
        value=day.isoformat() if mention.type == "DATE" else value,
        because=because,
    )
