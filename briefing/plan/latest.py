"""Find what changed last: what the newest articles put first, or what was done."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from briefing.model.statement import Statement
from briefing.plan.event import days_of
from briefing.plan.selection import Selection
from briefing.plan.view import View
from briefing.resources import word_list
from briefing.text.words import lowered, stem, words_in

EARLY: Final = 0.5
"""`View.lead` from which a sentence stands in the upper half of its article, where
reports put what matters."""

NOT_DONE: Final = frozenset(
    [
        "to",
        "not",
        "will",
        "would",
        "could",
        "can",
        "may",
        "might",
        "should",
        "must",
        "be",
    ]
)
"""Words right before a verb whose act has not happened."""

DETAIL: Final = 0.35
"""Share of the words of the event below which a sentence of the newest article is a
detail, and what changed on the days before is looked at too."""


def latest(selection: Selection, fit: list[Statement]) -> list[Statement]:
    """Give what the upper half of the newest articles tells of the last days, else all.

    An article without a date is as new as the last day it names. Where the newest ones
    tell but details, what changed on the days before stands beside them.
    """
    view = selection.view
    told = {s.id: day for s in fit if (day := day_of_telling(view, s))}
    upper = [s for s in fit if view.lead.get(s.id, 0) >= EARLY and s.id in told]
    newest = max(told.values(), default=None)
    news = [s for s in upper if told[s.id] == newest]
    fresh = [s for s in news if any(_is_news(d, told[s.id]) for d in days_of(s))]
    pool = fresh or news
    if _weighty(selection, pool):
        return pool
    before = [s for s in _weighty(selection, upper) if told[s.id] != newest]
    return [*pool, *(s for s in before if tells_a_change(s))]


def _weighty(selection: Selection, pool: Iterable[Statement]) -> list[Statement]:
    return [s for s in pool if selection.central.get(s.id, 0.0) >= DETAIL]


@lru_cache(maxsize=65536)
def _changes(word: str) -> bool:
    """Tell whether a word as it is written is a form of a verb of change."""
    return stem(lowered(word)) in _verbs_of_change()


@cache
def _verbs_of_change() -> frozenset[str]:
    return frozenset(stem(word) for word in word_list("change_verbs"))


def tells_a_change(statement: Statement) -> bool:
    """Tell whether something was done: not "calls to resign", nor "may resign"."""
    words = words_in(statement.text)
    return any(
        _changes(word) and lowered(before) not in NOT_DONE
        for before, word in itertools.pairwise(("", *words))
    )


def _is_news(day: dt.date, newest: dt.date) -> bool:
    return abs((newest - day).days) <= 1


def day_of_telling(view: View, statement: Statement) -> dt.date | None:
    """Give the day of a statement's article, else the last day that one names."""
    return view.told_on(statement) or view.last_named.get(statement.article)


def said_on(statement: Statement) -> dt.date | None:
    """Give the single day named beside words of others: "Brandt said on Friday"."""
    told = [span for a in statement.attributions for span in a.content]
    days = (
        date.earliest
        for date in statement.dates
        if date.earliest == date.latest
        and not any(span.start <= date.span.start < span.end for span in told)
    )
    return next((day for day in days if day is not None), None) if told else None
