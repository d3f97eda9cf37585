"""Find how many: numbers, what they count, and what befell it."""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.figures.counted import counted_after
from briefing.extract.figures.quantities import find_quantities
from briefing.extract.figures.vocabulary import TIME_UNITS
from briefing.extract.reading import Reading
from briefing.model.article import Span
from briefing.model.statement import Figure

__all__ = ["find_figures"]

_TRIGGER: Final = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand)", re.IGNORECASE)


def find_figures(reading: Reading) -> tuple[tuple[Figure, ...], ...]:
    """Give the figures of each sentence."""
    return tuple(_figures(s.text, s.span.start) for s in reading.sentences)


def _figures(text: str, offset: int) -> tuple[Figure, ...]:
    if not _TRIGGER.search(text):
        return ()
    found: list[Figure] = []
    for quantity, _ in find_quantities(text.lower()):
        counted = counted_after(text, quantity.end, is_one=quantity.high == 1)
        unit = quantity.unit or (counted.unit if counted else "")
        if unit in TIME_UNITS or not unit:
            continue
        end = counted.end if counted and not quantity.unit else quantity.end
        span = Span(offset + quantity.start, offset + end)
        found.append(
            Figure(span, quantity.low, quantity.high, unit, None, quantity.is_approximate)
        )
    return tuple(found)
