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

ALIKE: Final = 65.0
"""Similarity, of 100, of two words as wholes: `evning.txt` and `articles/evening.txt`
have 67, `artikles` and `articles/` 88; `l.yaml` and `config.yaml` 59."""

MISSPELT: Final = 80.0
"""Similarity, of 100, of one word and a word of several: `Andres` and `Anders` of
`Anders Holm` have 83."""

BEGINNING: Final = 6
"""Letters that two words begin with: `diplomacy` and `diplomatic_responses`."""

FIRST: Final = 5
"""Words looked at, the most similar first."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the one of *known* nearest to *word*; None where none is near."""
    from rapidfuzz import fuzz, process, utils

    choices = sorted(known)
    if len(word) < SHORT:
        return None
    found = process.extract(
        word,
        choices,
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=NEAR,
        limit=FIRST,
    )
    near = (choices[place] for _, _, place in found)
    return next((name for name in near if _share_much(word, name)), None)


def _share_much(word: str, name: str) -> bool:
    """Tell whether a good part of both is the same: a few letters are in any text."""
    from rapidfuzz import fuzz, utils

    one, other = map(utils.default_process, (word, name))
    shorter, longer = sorted((one, other), key=len)
    parts = [longer] if " " in shorter else longer.split()
    whole = len(shorter) > SHORT and any(
        f" {shorter} " in f" {part} " or fuzz.ratio(shorter, part) >= MISSPELT
        for part in parts
    )
    begins = shorter[:BEGINNING] == longer[:BEGINNING] and len(shorter) >= BEGINNING
    return whole or begins or fuzz.ratio(one, other) >= ALIKE


def listed(words: Iterable[str], joint: str = "or") -> str:
    """Give *words* as a list for a sentence: `a`, `b` or `c`."""
    *most, last = [f"`{word}`" for word in words]
    return f"{', '.join(most)} {joint} {last}" if most else last
