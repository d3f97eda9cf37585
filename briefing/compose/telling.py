"""On which day a sentence was told, or what it tells came about."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final

from briefing.model.article import Span
from briefing.model.plan import PlannedFigure
from briefing.model.statement import Attribution, Statement
from briefing.plan.dating import main_date

# Matches "had earlier said" and "initially denied" up to their verb; not "said".
BEFORE_CUE: Final = re.compile(
    r"\b(?:had|earlier|previously|initially|originally|at\sfirst)\s(?:\w+ly\s|first\s"
    r"|earlier\s)?\Z",
    re.IGNORECASE,
)

# Matches the "earlier" of "said earlier"; not that of "said earlier models failed".
BEHIND_CUE: Final = re.compile(
    r"\s(?:earlier|previously|initially|at\sfirst)(?=\s(?:that|it|he|she|they)\b|[,.;])",
    re.IGNORECASE,
)


def said_before(statement: Statement) -> bool:
    """Tell whether it was said before the time of which the article tells."""
    cues = [a.cue for a in statement.attributions if a.cue]
    cues += [h.span for h in statement.hedges if h.kind == "denial"]
    return any(
        BEFORE_CUE.search(statement.words_before(cue))
        or BEHIND_CUE.match(statement.words_after(cue))
        for cue in cues
        if cue.start >= statement.span.start
    )


def told_day(statement: Statement, trim: Span | None) -> dt.date | None:
    """Give the day of what is told, not that of a thing it names, nor one left out."""
    date = main_date(statement)
    if date is None or (trim and trim.start <= date.span.start < trim.end):
        return None
    return date.day


def gives_number(
    statement: Statement, attributions: Iterable[Attribution], row: PlannedFigure
) -> bool:
    """Tell whether a figure stands in what somebody says, not beside it."""
    said = [part for one in attributions for part in one.content]
    return any(
        part.start <= figure.span.start and figure.span.end <= part.end
        for figure in statement.figures
        if (figure.measure or "") == row.measure
        and row.low <= figure.low <= figure.high <= row.high
        for part in said
    )
