"""Find what a bare number counts where it is called "the number" of what was told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefing.extract.figures.antecedents import Before
from briefing.extract.figures.befell import measure_after
from briefing.extract.figures.candidate import Candidate
from briefing.extract.figures.counted import phrase
from briefing.extract.figures.measures import measure_of_noun
from briefing.extract.figures.vocabulary import MEASURED

NEAREST: Final = 60
"""Letters of "the real number could be as high as ", with room."""

# Matches "put the number at ", "the real number was "; not "the number of ".
_THE_NUMBER: Final = re.compile(
    r"\b(?:the|that)\s+"
    r"(?:(?:real|true|actual|exact|correct|right|full|total|final|latest|overall|official)"
    r"\s+)?(?:number|figure|total|count)\s+"
    r"(?:(?:[a-z]+ly\s+)?(?:is|was|at|to|as|(?:could|may|might|should|must)\s+be"
    r"|(?:stands|stood)\s+at|(?:has|had)\s+(?:risen|grown|climbed|fallen)\s+to"
    r"|rose\s+to|fell\s+to|reached))\s+$"
)
# Matches what follows a number without its noun: "." or ", police"; not " times".
_LEFT_OUT: Final = re.compile(
    r"\s*(?:[.,;:)!?\"\u201d\u2019]|$|\s[\u2013\u2014-]\s)"
    r"|\s+(?:and|but|while|according)\b"
)
# Matches "how many miners", "the number of homes": what a number is asked of.
_ASKED: Final = re.compile(
    r"\b(?:how\s+many|number\s+of)\s+(?:of\s+(?:the\s+)?)?", re.IGNORECASE
)
# Matches what makes "the number" that of a telephone.
_CALLED: Final = re.compile(r"\b(?:call|calls|dial|phone|telephone|hotline|helpline)\b")


def counted_before(
    lower: str, before: Sequence[Candidate], here: Candidate, told: Before
) -> Candidate | None:
    """Give *here*, called "the number", the noun and measure of what it is of.

    That is the one thing counted *before* it, or in the sentence before; None where
    there is none or are several.
    """
    if here.has_noun or here.unit or here.measure or here.high <= 1:
        return None
    begin = max(0, here.start - NEAREST)
    if not _THE_NUMBER.search(lower, begin, here.start):
        return None
    if not _LEFT_OUT.match(lower, here.end) or _CALLED.search(lower):
        return None
    many = {(c.unit, c.measure) for c in before if c.unit and c.high > 1}
    only = (many.pop() if len(many) == 1 else None) if many else _told(told)
    if only is None or only[0] in MEASURED.values() or only[0] == "percent":
        return None
    return replace(here, unit=only[0], measure=only[1], is_sure=True)


def _told(told: Before) -> tuple[str, str | None] | None:
    """Give what the sentence before counts, or asks the number of."""
    if told.only or _CALLED.search(told.text):
        return told.only
    asked = [*_ASKED.finditer(told.text)]
    found = phrase(told.text, asked[0].end(), is_one=False) if len(asked) == 1 else None
    if found is None or not found.unit:
        return None
    after = measure_after(told.text.lower(), found.end, needs_be=False)
    return found.unit, measure_of_noun(found.what) or after
