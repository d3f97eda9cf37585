"""Whoever speaks, in the fullest form of the name."""

from __future__ import annotations

from briefing.extract.reading import Reading
from briefing.model.statement import Attribution, Name


def name_speakers(
    reading: Reading,
    attributions: tuple[tuple[Attribution, ...], ...],
    names: tuple[tuple[Name, ...], ...],
) -> tuple[tuple[Attribution, ...], ...]:
    """Give each attribution its speaker, where that is certain."""
    del reading, names
    return attributions
