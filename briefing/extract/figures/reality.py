"""Tell whether a number is reported, or only supposed or denied."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Final

from briefing.extract.figures.vocabulary import UNREAL
from briefing.text.patterns import any_of

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
# Matches a condition before its comma, at a clause's start: "If the strike goes on,";
# not "He asked if it was true,".
_CONDITION: Final = re.compile(
    r"(?:^|[,;:\u2014\u201c\"]\s*|\b(?:that|and|but)\s+)(?:if|unless)\b[^,;:.]*,$",
    re.IGNORECASE,
)
# Matches what follows from a condition: "will be cancelled"; not "had been cancelled".
_OUTCOME: Final = re.compile(
    r"\b(?:will|would|shall|can|could|should|must)\b|['\u2019]ll\b", re.IGNORECASE
)
# Matches what takes a number for granted: "not among the 12 killed"; not "kill the 12".
_GRANTED: Final = re.compile(
    r"\b(?:among|one\s+of|any\s+of|some\s+of|each\s+of|none\s+of)\s+(?:the|those)\s+$",
    re.IGNORECASE,
)


# Matches what tells of a thing done to those counted, whatever is asked about them:
# " who was arrested", " who have been hurt"; not " who are arrested".
_TOLD: Final = re.compile(
    r"\s+(?:who|that|which)\s+(?:was|were|(?:has|have|had)\s+been|died)\b",
    re.IGNORECASE,
)


# Matches what only was to befall them: "aimed to kill ", "powerful enough to kill ";
# not "went on to kill ", nor what a government plans: "plans to evacuate ".
_MEANT: Final = re.compile(
    r"\b(?:aim|mean|meant|plan|plann|plot|plott|threat|threaten|intend|intent|want|hop"
    r"|hope|tr|try|attempt|seek|sought|prepar|vow|conspir|enough|able|design|order"
    r"|urg|desire|wish)(?:s|es|ed|ied|ies|ing|ned)?\s+to\s+"
    r"(?:kill|murder|execute|behead|wound|injure|hurt|maim|shoot|kidnap|abduct|harm)"
    r"\s+(?:up\s+to\s+|the\s+|all\s+|some\s+|his\s+|her\s+|their\s+)*$",
    re.IGNORECASE,
)


def is_real(text: str, place: int, end: int, *, befell: bool) -> bool:
    """Tell whether the number from *place* to *end* is neither negated nor supposed.

    Something *befell* those of "if he is a suspect who was arrested", who are real.
    """
    if befell and _TOLD.match(text, end):
        return True
    cuts = _cuts_of(text)
    behind = bisect_right(cuts, place)
    begin = cuts[behind - 1] if behind else 0
    if befell and _MEANT.search(text, begin, place):
        return False
    if _GRANTED.search(text, max(0, place - GRANTED), place):
        return True
    if _UNREAL.search(text, begin, place):
        return False
    end = cuts[behind] if behind < len(cuts) else len(text)
    before = cuts[behind - 2] - 1 if behind > 1 else 0
    is_outcome = _CONDITION.search(text[before:begin].rstrip())
    return not (is_outcome and _OUTCOME.search(text, begin, end))


GRANTED: Final = 20
"""Letters before a number that what takes it for granted may stand in."""


@lru_cache(maxsize=64)
def _cuts_of(text: str) -> tuple[int, ...]:
    """Give where the clauses of a sentence begin, once for all its numbers."""
    return tuple(m.end() for m in _CLAUSE.finditer(text))
