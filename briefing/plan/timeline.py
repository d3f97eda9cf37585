"""Choose one statement for each dated thing that happened."""

from __future__ import annotations

import datetime as dt
import heapq
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from briefing.model.plan import PlannedEntry
from briefing.model.statement import DateMention, Statement
from briefing.plan.selection import Selection, choice_of
from briefing.plan.value import coverage

# Matches ", completed in ", ", a colonel who left in ", ", who had said on ": a clause
# about somebody or something; not ", and on ".
SET_OFF: Final = re.compile(
    r"(?:,|\s[-–—])\s(?:(?P<who>(?:[\w'’-]+\s){0,4}(?:who|whose))\b"
    r"|(?!and\b)\w+(?:ed|ilt|ound|wn)\b)"
    r"[^,;]*$"
)

# Matches " attack", ", attacks" behind a day; not " in Lom", ", police said".
NAMED: Final = re.compile(
    r",?\s(?!(?:in|on|at|by|for|from|to|of|after|before|when|while|as|and|or|with|that"
    r"|was|were|is|are|has|had|police|officials|authorities)\b)[a-zA-Z]\w{2,}"
)

# Matches what compares with a day: "than in ", "a similar deployment in ", "the worst
# since ", "unlike in "; not "deployed since ".
COMPARED: Final = re.compile(
    r"(?:\bthan|\bunlike|\b(?:a|the) similar [\w ]{1,30}?"
    r"|\b(?:\w{3,}est|worst|most|first|best|least)\b[^,;]{0,60}?\bsince"
    r"(?: \w+ (?:began|started))?|\b(?!end\b|start\b|beginning\b)\w{3,} of)"
    r"(?:\s+(?:in|on|during|the|early|late|those of|that of))*\s*$",
    re.IGNORECASE,
)

# Matches what joins the ends of a range: "1998 and 1999", "12 - 15 May"; not ", ".
BETWEEN: Final = re.compile(r"\s*(?:and|to|until|till|through|[-–—])\s*")

LONGEST_SPAN: Final = 3 * 366
"""Days; a decade is no entry of a timeline."""

A_MONTH: Final = 31
"""Days; of a longer range that is still running ("this year", "the 2020 Games") nothing
can be told that has happened."""

MOST: Final = 32
"""Entries: two pages at most."""

A_DAY: Final = 8
"""Entries of one day at most."""

COVERED: Final = 0.6
"""Share of a statement's matter that an entry of the same days tells already, from
which it tells nothing new."""

VAGUE: Final = 0.5
"""What an entry of a month or year is worth beside one of a day."""

AROUND: Final = 0.5
"""What an entry counts that has none of the words of the event, beside one full of
them with 1.5. What lifts an excerpt elsewhere, as coming late, says nothing here."""

CROWDED: Final = 1.0
"""What an entry is worth on a day that has n already: (n + 1) to minus this power. Days
of which one thing is known tell more than the seventh thing of the day of the event."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A statement with the days of what it tells."""

    earliest: dt.date
    latest: dt.date
    statement: Statement
    is_aside: bool
    """True where the day names a thing: "the 3 May attack"."""


def timeline(
    selection: Selection, able: list[Statement], as_of: dt.date | None
) -> tuple[PlannedEntry, ...]:
    """Give dated statements in order of their days, the most telling ones.

    Nothing stands twice, and a day still to come is left out.
    """
    days = Days(selection)
    order = selection.view.order
    told_on = selection.view.told_on
    waiting = [dated for s in able if (dated := _dated(s, as_of, told_on(s)))]
    queue = [(-days.score(d), order[d.statement.id], d) for d in waiting]
    heapq.heapify(queue)
    while queue and len(days.kept) < MOST:
        before, place, best = heapq.heappop(queue)
        if days.has(best):
            continue
        score = days.score(best)  # it only falls while others are kept
        if -score > before and queue and queue[0][0] < -score:
            heapq.heappush(queue, (-score, place, best))
            continue
        days.keep(score, best)
    days.kept.sort(key=lambda pair: _in_order(selection, pair[1]))
    return tuple(
        PlannedEntry(
            dated.earliest,
            dated.latest,
            choice_of(selection, "", dated.statement.id, score),
        )
        for score, dated in days.kept
    )


@dataclass
class Days:
    """The entries as they are chosen, and what they tell already."""

    selection: Selection
    kept: list[tuple[float, Dated]] = field(default_factory=list)
    covered: Counter[int] = field(default_factory=Counter)

    def keep(self, score: float, dated: Dated) -> None:
        """Count *dated* as told."""
        self.kept.append((score, dated))
        self.covered.update(self.selection.worth.concepts[dated.statement.id])

    def score(self, dated: Dated) -> float:
        """Give what an entry tells anew of the event."""
        item = dated.statement.id
        new = coverage(self.selection.worth, (item,), self.covered)
        about = AROUND + self.selection.central.get(item, 0.0)
        sharp = 1.0 if dated.earliest == dated.latest and not dated.is_aside else VAGUE
        crowd = sum(_one_day(dated, other) for _, other in self.kept)
        worth: float = new * about * sharp / (1 + crowd) ** CROWDED
        return worth

    def has(self, dated: Dated) -> bool:
        """Tell whether the statement, its like, or a full day stands already."""
        view, mine = self.selection.view, dated.statement.id
        same_day = 0
        for _, other in self.kept:
            item = other.statement.id
            if mine in (*view.fact_of[item].members, *view.near.get(item, ())):
                return True
            if _one_day(dated, other):
                same_day += 1
                told = view.echoes.get(item, {}).get(mine, 0.0)
                tells = view.echoes.get(mine, {}).get(item, 0.0)
                if max(told, tells) >= COVERED:
                    return True
        return same_day >= A_DAY


def main_date(statement: Statement) -> DateMention | None:
    """Give the narrowest dated expression of a statement, the first of equals.

    A day that a speaker names within a quotation dates what is remembered or hoped for,
    not what is told.
    """
    quoted = [
        c for a in statement.attributions if a.kind == "direct" for c in a.content
    ]
    dated = [
        d
        for d in statement.dates
        if d.type in ("DATE", "TIME")
        and not any(c.start <= d.span.start < c.end for c in quoted)
        and not _is_beside(statement, d)
    ]
    ends = [d for one in dated for d in _ends_of(statement, one)]
    known = [d for d in dated if _width(d) <= LONGEST_SPAN and d not in ends]
    return min(known, key=_width, default=None)


def _is_beside(statement: Statement, date: DateMention) -> bool:
    """Tell whether a day belongs to a thing named or compared, not to what is told.

    "Friday's attack" is spoken of on any day, "the worst since 1961" is of now.
    """
    shift = statement.span.start
    before = statement.text[: date.span.start - shift]
    own = statement.text[date.span.start - shift : date.span.end - shift]
    after = statement.text[date.span.end - shift :]
    owns = own.endswith(("'s", "’s")) or after.startswith(("'s ", "’s "))
    apart = SET_OFF.search(before)
    aside = apart is not None and (apart["who"] or after.startswith(","))
    return bool(owns or COMPARED.search(before) or aside)


def _names_a_thing(statement: Statement, date: DateMention) -> bool:
    """Tell whether the day stands before what it names, as in "the 3 May attack"."""
    start = date.span.start - statement.span.start
    before = statement.text[:start]
    after = statement.text[date.span.end - statement.span.start :]
    return before.endswith(("the ", "The ")) and NAMED.match(after) is not None


def _is_forecast(date: DateMention, told: dt.date | None) -> bool:
    """Tell whether what is told was still to come when it was told."""
    return told is not None and date.earliest is not None and date.earliest > told


def _ends_of(statement: Statement, start: DateMention) -> list[DateMention]:
    """Give the mention that ends the range which *start* begins, if there is one."""
    shift = statement.span.start
    return [
        date
        for date in statement.dates
        if date.span.start >= start.span.end
        and BETWEEN.fullmatch(
            statement.text[start.span.end - shift : date.span.start - shift]
        )
        and date.latest is not None
        and start.latest is not None
        and date.latest >= start.latest
    ]


def _width(date: DateMention) -> int:
    if date.earliest is None or date.latest is None:
        return LONGEST_SPAN + 1
    return (date.latest - date.earliest).days


def _dated(
    statement: Statement, as_of: dt.date | None, told: dt.date | None
) -> Dated | None:
    date = main_date(statement)
    if date is None or date.earliest is None or date.latest is None:
        return None
    if _is_forecast(date, told):
        return None
    if as_of is not None and date.earliest > as_of:
        return None
    ends = (end.latest for end in _ends_of(statement, date) if end.latest is not None)
    latest = max(ends, default=date.latest)
    width = (latest - date.earliest).days
    if width > LONGEST_SPAN or (as_of and latest > as_of and width > A_MONTH):
        return None
    return Dated(date.earliest, latest, statement, _names_a_thing(statement, date))


def _one_day(one: Dated, other: Dated) -> bool:
    return (one.earliest, one.latest) == (other.earliest, other.latest)


def _in_order(selection: Selection, dated: Dated) -> tuple[object, ...]:
    return (dated.earliest, dated.latest, selection.view.order[dated.statement.id])
