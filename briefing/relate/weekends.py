"""Leave weekends open whose first day, as one article shows, was a Friday for them.

"The first of this weekend's deaths was on Friday": then the same weekend in the other
articles of the event may have begun on Friday too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from briefing.extract.dates.laws import LEFT_OUT
from briefing.model.statement import DateMention, Statement
from briefing.relate.gists import Gist

WEEKEND: Final = "-WE"
"""Ends the value of a weekend."""


def doubt_weekends(groups: Sequence[Sequence[Gist]]) -> Mapping[str, Statement]:
    """Give the statements, by id, of *groups* of one event whose weekend is open."""
    changed: dict[str, Statement] = {}
    for group in groups:
        told = [
            gist.statement
            for gist in group
            if any(date.value.endswith(WEEKEND) for date in gist.statement.dates)
        ]
        wide = {d.value for s in told for d in s.dates if LEFT_OUT in d.because}
        for statement in told if wide else ():
            dates = tuple(_opened(d) if d.value in wide else d for d in statement.dates)
            if dates != statement.dates:
                changed[statement.id] = replace(statement, dates=dates)
    return changed


def _opened(date: DateMention) -> DateMention:
    if date.earliest is None or not date.is_relative:
        return date
    because = f"{date.because}, {LEFT_OUT}"
    return replace(date, earliest=None, latest=None, because=because)
