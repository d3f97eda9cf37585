"""A number on its way to a figure, while its neighbours lend what it lacks."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.figures.measures import OF_ONE
from briefing.extract.figures.vocabulary import TIME_UNITS


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quantity on its way to a figure."""

    start: int
    end: int
    low: float
    high: float
    unit: str
    what: str
    measure: str | None
    is_approximate: bool
    is_sure: bool = True
    """False for "a", "another" and "no", which count only where a measure does."""
    has_noun: bool = True
    is_part: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is a figure: sure of itself, or one that something befell."""
        if self.unit in TIME_UNITS or not self.unit:
            return False
        return self.is_sure or self.measure in OF_ONE
