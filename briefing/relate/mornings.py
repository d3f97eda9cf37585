"""Leave a "today" open where others put the same on the day before.

A morning paper is dated a day after the agency's copy that it prints: its "today" is
that of the copy. Nothing is moved; the day is only no longer said to be known.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from briefing.model.article import Article
from briefing.model.statement import DateMention, Statement
from briefing.relate.conflicts import agree_but_for_days
from briefing.relate.gists import Gist
from briefing.relate.same import Weights, close_pairs

LIKE: Final = 0.35
"""Weighed cosine from which another may tell of the same. Lower than for a merge: what
is left open by mistake loses a day, and invents none."""

BACK: Final = 2
"""Days by which a print date follows what it tells."""

# Matches "today", "this evening"; not "on the same day".
TODAY: Final = re.compile(
    r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE
)
# Matches the value of a weekday in an article without a date: "XXXX-WXX-6".
WEEKDAY: Final = re.compile(r"XXXX-WXX-([1-7])")


def doubt_mornings(
    articles: Mapping[str, Article],
    groups: Sequence[Sequence[Gist]],
    homes: Mapping[str, str],
    weigh: Weights,
) -> Mapping[str, Statement]:
    """Give the statements, by id, whose "today" most others put on a day before.

    Args:
        articles: Id → article.
        groups: The gists of each event.
        homes: Article → its origin; those of one origin are counted once.
        weigh: What each term weighs.
    """
    votes: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    for group in groups:
        dated = [gist for gist in group if gist.statement.dates]
        asked = {g.statement.id: day for g in dated if (day := _today(g, articles))}
        if not asked:
            continue
        for left, right, _ in close_pairs(dated, weigh, LIKE):
            for mine, yours in ((left, right), (right, left)):
                day = asked.get(mine.statement.id)
                if day is None or not _is_other(mine, yours, homes):
                    continue
                told = _is_before(yours, day)
                if told is not None and agree_but_for_days(mine, yours):
                    votes[mine.statement.id][homes[yours.statement.article]] = told
    known = {g.statement.id: g.statement for group in groups for g in group}
    return {item: _opened(known[item]) for item in votes if _outvoted(votes[item])}


def _outvoted(votes: Mapping[str, bool]) -> bool:
    return 2 * sum(votes.values()) > len(votes)


def _is_other(mine: Gist, yours: Gist, homes: Mapping[str, str]) -> bool:
    return homes[mine.statement.article] != homes[yours.statement.article]


def _today(gist: Gist, articles: Mapping[str, Article]) -> dt.date | None:
    """Give the article's day where "today" is the only day a statement names."""
    statement = gist.statement
    days = {d.earliest for d in statement.dates if d.earliest}
    day = articles[statement.article].published
    if day is None or days != {day}:
        return None
    return day if any(_is_deictic(statement, d) for d in statement.dates) else None


def _is_deictic(statement: Statement, date: DateMention) -> bool:
    words = statement.words_at(date.span)
    return bool(date.earliest and TODAY.search(words))


def _is_before(gist: Gist, day: dt.date) -> bool | None:
    """Tell whether a statement's one day lies just before *day*; None if it has none.

    A weekday of an article without a date counts too, but not its "today".
    """
    gaps: set[int] = set()
    for date in gist.statement.dates:
        weekday = WEEKDAY.match(date.value)
        if date.day:
            gaps.add((day - date.day).days)
        elif weekday:
            gaps.add((day.isoweekday() - int(weekday[1])) % 7)
    if len(gaps) != 1:
        return None
    gap = gaps.pop()
    return True if 0 < gap <= BACK else (False if gap == 0 else None)


def _opened(statement: Statement) -> Statement:
    why = "but others tell the same of the day before"
    dates = tuple(
        replace(d, earliest=None, latest=None, because=f"{d.because}, {why}")
        if _is_deictic(statement, d)
        else d
        for d in statement.dates
    )
    return replace(statement, dates=dates)
