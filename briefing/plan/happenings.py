"""Say of which days a statement tells, and what it is worth in a timeline."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from briefing.model.article import Span
from briefing.model.statement import Attribution, DateMention, Statement
from briefing.plan.changes import changes_in, tells_a_change
from briefing.plan.clauses import innermost, is_state, tells_state
from briefing.plan.dating import (
    LONGEST_SPAN,
    Dating,
    Tie,
    ends_of,
    lead_in,
    main_dating,
)
from briefing.plan.trims import closing_clause
from briefing.plan.value import only_refuses
from briefing.plan.view import View
from briefing.relate.gists import QUOTED

A_MONTH: Final = 31
"""Days; of a longer range that is still running ("this year", "the 2020 Games") nothing
can be told that has happened."""

TIES: Final[dict[Tie, float]] = {
    "happening": 1.0,
    "act": 1.0,
    "telling": 1.0,
    "named": 0.6,
    "beneath": 0.6,
}
"""What a row counts by how its day is tied to it: a reader looks under a day for what
happened then. What a clause below tells ("after the dam had burst on Monday") is no
row: its sentence is of another day."""

VAGUE: Final = 0.4
"""What a row of a month or year is worth beside one of a day."""

CHANGE: Final = 1.4
"""What it adds that somebody was charged, left, gave way: something was done."""

WORDS: Final = 0.5
"""What it takes that a row is nothing but quoted words."""

STATE: Final = 0.5
"""What a row is worth that says how things are, not what happened."""

LONG: Final = 26
"""Words from which a row goes without the clause that closes it and only adds."""

OWN: Final = 0.5
"""What a row is worth in which a speaker tells of himself ("we were hit")."""

NOTHING: Final = 0.5
"""What a row is worth in which somebody says that he does not know or would not say;
one that tells nothing else is none."""

SUPPOSED: Final = 0.5
"""What a row is worth whose happening somebody only thinks possible."""


SILENT: Final = frozenset(["refusal", "unknown"])
"""Kinds of hedge by which nothing is told."""

# Matches "I ran", "gave us", "our boat"; not "US".
OWN_WORDS: Final = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|us|[Oo]urs?)\b")


@dataclass(frozen=True, slots=True)
class Happening:
    """A statement with the days of what it tells."""

    earliest: dt.date
    latest: dt.date
    statement: Statement
    tie: Tie
    nature: float
    """What it is worth by its form, whatever it tells."""
    trim: Span | None = None
    """What is left out of it: what is not of that day, or only adds."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a happening is beside its statement, whatever the day of the brief."""

    earliest: dt.date
    latest: dt.date
    tie: Tie
    nature: float
    trim: Span | None


def happening_of(
    statement: Statement,
    as_of: dt.date | None,
    told: dt.date | None,
    *,
    is_sought: bool = False,
) -> Happening | None:
    """Give *statement* with its days, None where it tells of none that has been.

    *as_of* is the day of the brief, *told* that of the article. Where it *is_sought*,
    an act in a clause below will do: "it denied this before admitting it on Monday".
    """
    return happened(statement, row_of(statement, told, is_sought=is_sought), as_of)


def happened(
    statement: Statement, row: Row | None, as_of: dt.date | None
) -> Happening | None:
    """Give *statement* with the days of its *row*, None where they are not over."""
    if row is None or (as_of is not None and row.earliest > as_of):
        return None
    width = (row.latest - row.earliest).days
    if as_of and row.latest > as_of and width > A_MONTH:
        return None
    return Happening(row.earliest, row.latest, statement, row.tie, row.nature, row.trim)


def rows_of(view: View, statements: Iterable[Statement]) -> dict[str, Row]:
    """Give what *statements* tell of days that had been when they told it, by id."""
    dated = (s for s in statements if s.dates)
    rows = ((s.id, row_of(s, view.told_on(s))) for s in dated)
    return {item: row for item, row in rows if row}


def row_of(
    statement: Statement, told: dt.date | None, *, is_sought: bool = False
) -> Row | None:
    """Give what *statement* tells of its days, None where it tells of none.

    *told* is the day of its article.
    """
    dating = main_dating(statement)
    if dating is None or _is_forecast(dating.date, told):
        return None
    first, last = dating.date.earliest, dating.date.latest
    if first is None or last is None:
        return None
    ends = (end.latest for end in ends_of(statement, dating.date))
    last = max((day for day in ends if day is not None), default=last)
    if (last - first).days > LONGEST_SPAN:
        return None
    trim = _trim(statement, dating)
    if dating.tie == "beneath" and not (is_sought and act_below(statement)):
        return None
    if only_refuses(statement) or (dating.tie == "named" and trim is None):
        return None
    nature = TIES[dating.tie]
    if first != last and dating.tie != "named":
        nature *= VAGUE
    nature *= _form(statement)
    if dating.tie == "happening" and _is_supposed(statement, dating):
        nature *= SUPPOSED
    silent = [h.span.start for h in statement.hedges if h.kind in SILENT]
    if dating.tie != "happening" and silent:
        if min(silent) < (statement.span.start + statement.span.end) / 2:
            return None  # the rest of it is what nobody knew
        nature *= NOTHING
    return Row(first, last, dating.tie, nature, trim or None)


def _is_supposed(statement: Statement, dating: Dating) -> bool:
    """Tell whether the day stands in what a report or somebody suggests."""
    start = dating.date.span.start
    thought = (h.span for h in statement.hedges if h.kind == "possible")
    known = [
        one for one in statement.attributions if one.source
    ]  # none: "he appeared to"
    cues = [one.cue for one in known if _holds_day(one, start)]
    return any(
        cue and span.start <= cue.start < span.end for span in thought for cue in cues
    )


def _holds_day(one: Attribution, start: int) -> bool:
    return any(span.start <= start < span.end for span in one.content)


def act_below(statement: Statement) -> str:
    """Give the words up to its day of the clause below that tells of an act."""
    dating = main_dating(statement)
    end = dating.date.span.start - statement.span.start if dating else 0
    clause = innermost(statement.text[:end])
    return clause if changes_in(clause) and not tells_state(clause) else ""


def _trim(statement: Statement, dating: Dating) -> Span | None:
    """Give what a row does without: before a thing named, or behind a long one."""
    if dating.tie == "named":
        return lead_in(statement, dating.date)
    if len(statement.text.split()) < LONG:
        return None
    clause = closing_clause(statement)
    dates = (date.span for date in statement.dates)
    is_bare = clause and all(date.end <= clause.start for date in dates)
    return clause if is_bare else None


def _is_forecast(date: DateMention, told: dt.date | None) -> bool:
    """Tell whether what is told was still to come when it was told."""
    return told is not None and date.earliest is not None and date.earliest > told


def _form(statement: Statement) -> float:
    text = statement.text
    quoted = sum(len(match.group()) for match in QUOTED.finditer(text))
    change = CHANGE if tells_a_change(statement) else 1.0
    state = STATE if is_state(statement) else 1.0
    own = OWN if OWN_WORDS.search(text) else 1.0
    return own * state * change * (1.0 - WORDS * quoted / len(text))


def meet(one: Happening, other: Happening) -> bool:
    """Tell whether the days of two happenings have one in common."""
    return one.earliest <= other.latest and other.earliest <= one.latest


def is_one_day(one: Happening, other: Happening) -> bool:
    """Tell whether two happenings are of the same days."""
    return (one.earliest, one.latest) == (other.earliest, other.latest)


WHOLE: Final = 0.85
"""Share of a statement's matter in another from which that one tells all of it."""


def tellers_of(view: View) -> dict[str, int]:
    """Count the known newsrooms of which one tells all of a statement; several only."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for item, told in view.echoes.items():
        origins = view.origin_names([item])
        for other, share in told.items():
            if share >= WHOLE:
                found[other] |= origins
    return {item: len(names) for item, names in found.items() if len(names) > 1}
