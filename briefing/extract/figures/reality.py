"""Tell whether a number is reported, or only supposed or denied."""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.figures.vocabulary import UNREAL, any_of

# Matches "could", "did not"; not "not only", nor the month of "in May".
_UNREAL: Final = re.compile(
    rf"(?:\b(?:{any_of(word for word in UNREAL if word != chr(110) + chr(39) + 't')})|n['\u2019]t)\b(?!\s+(?:only|just|least))"
)
# Matches what ends the reach of such a word.
_CLAUSE: Final = re.compile(r"[,;:.\u2014]|\s(?:and|but|that|which|who|as|after|when|while)\s")


def is_real(text: str, place: int) -> bool:
    """Tell whether the number at *place* is neither negated nor supposed before it."""
    before = text[:place]
    cut = 0
    for m in _CLAUSE.finditer(before):
        cut = m.end()
    return not _UNREAL.search(before, cut)
