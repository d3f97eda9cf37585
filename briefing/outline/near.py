"""Find the known word that someone meant to write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

NEAR: Final = 70.0
"""Similarity, of 100, above which a known word is offered.

`lenght` and `length` have 83, `diplomacy` and `diplomatic_responses` 79, `next` and
`what_happens_next` 90; `notes` and `sources` 50, `weather` and that same section 55.
"""

SHORT: Final = 3
"""Letters below which a word is like every word that holds it."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the one of *known* nearest to *word*; None where none is near."""
    from rapidfuzz import fuzz, process, utils

    choices = sorted(known)
    if len(word) < SHORT:
        return None
    found = process.extractOne(
        word,
        choices,
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=NEAR,
    )
    return None if found is None else choices[found[2]]


def listed(words: Iterable[str], joint: str = "or") -> str:
    """Give *words* as a list for a sentence: `a`, `b` or `c`."""
    *most, last = [f"`{word}`" for word in words]
    return f"{', '.join(most)} {joint} {last}" if most else last
