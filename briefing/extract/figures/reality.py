"""Tell whether a number is reported, or only supposed or denied."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Final

from briefing.extract.figures.vocabulary import UNREAL, any_of

# Matches "could", "If", "did not", "didn't"; not "not only", nor the month of "in May".
_UNREAL: Final = re.compile(
    rf"(?:\b(?:{any_of(word for word in UNREAL if word != 'may')}"
    r"|(?-i:may))|n['\u2019]t)\b"
    r"(?!\s+(?:only|just|least))",
    re.IGNORECASE,
)
# Matches what ends the reach of such a word; "that" does not: "denied that 30 died".
_CLAUSE: Final = re.compile(
    r"[,;:.\u2014]|\s(?:and|but|which|who|as|after|when|while)\s"
)


def is_real(text: str, place: int) -> bool:
    """Tell whether the number at *place* is neither negated nor supposed before it."""
    cuts = _cuts_of(text)
    behind = bisect_right(cuts, place)
    return not _UNREAL.search(text, cuts[behind - 1] if behind else 0, place)


@lru_cache(maxsize=64)
def _cuts_of(text: str) -> tuple[int, ...]:
    """Give where the clauses of a sentence begin, once for all its numbers."""
    return tuple(m.end() for m in _CLAUSE.finditer(text))
