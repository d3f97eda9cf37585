"""How well a statement tells the event itself: where, when, plainly, undisputed."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from briefing.model.statement import Statement
from briefing.plan.dating import main_dating
from briefing.plan.event import days_of
from briefing.plan.selection import Selection
from briefing.plan.stems import content_stems
from briefing.plan.view import View
from briefing.plan.when import when_of

ON_THE_DAY: Final = 1.2
CLAIMED: Final = 0.7
"""What naming its day, and being someone's claim, make of a line on the event."""

SPOTS: Final = ("city", "place")
"""Kinds of place that tell where something was."""

PLACED: Final = 1.2
"""What naming where it was makes of a line on the event."""

NAMED: Final = 1.2
"""What naming a person of whom it tells makes of a line."""

TITLED: Final = 0.5
"""What all the words of the brief's title add to a line on the event: who asks for a
brief says what it is of."""

CONTESTED: Final = 0.4
"""What it makes of it that another tells the happening otherwise: such a line stands
as disputed on top, though nobody disputes that it happened."""

PART: Final = 0.5
"""What it makes of it that it tells of some of those alone whom the event befell."""

AMISS: Final = 0.6
"""What it makes of it that it names a later day, and not the event's, or stands in an
article that was out before."""

ASIDE: Final = ("named", "beneath")
"""Ties of a day that dates a thing named, or a clause below, not what is told."""


# Matches "One of the five killed", "Among the dead"; not "One of the dams burst".
SOME: Final = re.compile(
    r"\W*(?:among|(?:one|two|three|four|five|six|several|some|many|most)\s+of)\s+"
    r"(?:the|those)\s+(?:[\w-]+\s+){0,3}?(?:dead|killed|injured|wounded|missing|victims"
    r"|people|passengers|men|women|children|survivors|casualties)\b",
    re.IGNORECASE,
)


def is_on(event: dt.date | None, statement: Statement) -> bool:
    """Tell whether what *statement* tells was on the day of the event.

    "They still searched after the attack on Tuesday" tells of another day.
    """
    found = main_dating(statement)
    if found is None or found.tie in ASIDE:
        return False
    return event == found.date.earliest == found.date.latest


def names_whom(statement: Statement) -> bool:
    """Tell whether a person is named who is not its speaker."""
    return any(n.name not in statement.speakers() for n in statement.people())


def _may_tell(view: View, statement: Statement, event: dt.date | None) -> bool:
    """Tell whether the event was before the statement, and is its last day."""
    told = view.told_on(statement)
    if event is None or event in days_of(statement):
        return True
    is_early = told is not None and told < event - dt.timedelta(days=1)
    return not is_early and when_of(statement, event) != "after"


def tells_event(selection: Selection, statement: Statement) -> float:
    """Give how well *statement* tells the event, from 0."""
    view, event = selection.view, selection.event
    day = ON_THE_DAY if is_on(event, statement) else 1.0
    claim = CLAIMED if statement.id in view.speakers else 1.0
    place = PLACED if any(p.kind in SPOTS for p in statement.places) else 1.0
    who = NAMED if names_whom(statement) else 1.0
    sides = view.disputes.get(statement.id, ())
    part = PART if SOME.match(statement.text) else 1.0
    how = CONTESTED if any(r.of == "account" for r in sides) else 1.0
    when = 1.0 if _may_tell(view, statement, event) else AMISS
    asked = set(content_stems(view.outline.title))
    share = len(asked.intersection(view.stems[statement.id])) / max(1, len(asked))
    told = selection.central.get(statement.id, 0.0) * (1.0 + TITLED * share)
    return told * day * claim * place * who * part * how * when
