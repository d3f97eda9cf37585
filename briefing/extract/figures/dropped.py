"""Tell which numbers a sentence takes back as wrong, or replaces by others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from briefing.extract.figures.candidate import Candidate
from briefing.extract.figures.vocabulary import CHANGES
from briefing.resources import word_table
from briefing.text.patterns import any_of

Fate = Literal["dropped", "denied"]
"""`dropped`: who gave the number takes it back or replaces it; `denied`: others do."""

NEAR: Final = 150
"""Letters between a number and the words that take it back, at most."""


def _words(kind: str) -> str:
    return any_of(row[1] for row in word_table("figure_dropped") if row[0] == kind)


_NUMERIC: Final = _words("numeric")
_ACCOUNT: Final = rf"(?:{_NUMERIC}|{_words('account')})"
_BE: Final = r"(?:was|were|is|are|be|been|proved|turned\s+out\s+to\s+be)"
_IS_WRONG: Final = rf"\b{_BE}\s+(?:\w+ly\s+)?(?:{_words('wrong')})\b"

# Matches what such a sentence has: "wrong", "earlier", "counted twice", "rose from".
_ANY: Final = re.compile(
    rf"\b(?:{_words('wrong')}|{_words('wrongly')}|{_words('overstate')}"
    rf"|{_words('admit')}|from"
    rf"|{_words('twice')}|{_words('before')}|{_words('first')}|(?:taken|struck|removed))\b"
)
# Matches "figure of 40 dead had been wrong"; not "reports of looting were wrong", which
# holds no number.
_OF_IT: Final = re.compile(
    rf"\b{_ACCOUNT}\s+(?:of|that|putting)\s(?:(?!\sand\sthat\s)[^.;:]){{1,80}}?{_IS_WRONG}"
)
# Matches "his figure had been wrong", "the earlier toll was too high".
_BARE: Final = re.compile(
    r"\b(?:his|her|its|their|the|that|this|an?)\s+(?:[a-z]+\s+){0,2}?"
    rf"(?:{_NUMERIC})\s+(?:(?:had|has|have)\s+)?{_IS_WRONG}"
)
# Matches "was wrong to say that", "wrongly put the toll at", "overstated the toll by",
# "withdrew its claim that"; not "wrong to go", "wrongly convicted".
_TOLD_WRONG: Final = re.compile(
    rf"{_IS_WRONG}\s+(?:to|in|when)\s+(?:[a-z]+\s+){{0,4}}?(?:{_words('told')})\b"
    rf"|\b(?:{_words('wrongly')})\s+(?:{_words('told')})\b"
    rf"|\b(?:{_words('overstate')})\b|\bapologi[sz]ed\s+for\s+(?:{_words('told')})\b"
    r"|\b(?:retract(?:s|ed)|withdrew|withdrawn|took\s+back)\s+(?:[a-z]+\s+){0,3}?"
    rf"{_ACCOUNT}\s+(?:of|that)\b"
)
# Matches "counted twice", "taken off the list"; not "taken off the roof".
_UNCOUNTED: Final = re.compile(
    rf"\b(?:{_words('twice')})\b|\b(?:taken|struck|removed|dropped|deleted)\s+(?:off|from)"
    rf"\s+(?:the|an?|its|their)\s+(?:[a-z]+\s+){{0,3}}?(?:{_NUMERIC}|list|register)\b"
)
# Matches "an earlier count of ", "his previous figure of " before a number.
_EARLIER: Final = re.compile(
    rf"\b(?:{_words('before')})\s+(?:[a-z]+\s+){{0,3}}?{_ACCOUNT}\s+(?:of|at|that)\s+"
    r"(?:the\s+)?$"
)
_HOLDS: Final = re.compile(rf"\b(?:{_words('holds')})\b")
# Matches " as first reported", " people originally feared"; not " were first reported".
_AS_FIRST: Final = re.compile(
    r"(?:\s+(?!was\b|were\b|been\b|is\b|are\b|had\b|has\b)[a-z-]+){0,2}?"
    r"\s+(?:as\s+|that\s+(?:was|were|had\s+been)\s+)?"
    rf"(?:{_words('first')})\s+(?:{_words('told')})\b"
)
_ADMITS: Final = re.compile(rf"\b(?:{_words('admit')}|{_words('before')})\b")
# Matches ", up from ", "down from the " before a number.
_UP_FROM: Final = re.compile(r"\b(?:up|down)\s+from\s+(?:the\s+|an?\s+)?$")
# Matches "reduced its contingent from " and "climbed to " before a number.
_FROM: Final = re.compile(rf"\b(?:{any_of(CHANGES)})\b[^.;:]{{0,80}}?\bfrom\s+$")
_TO: Final = re.compile(rf"\b(?:{any_of(CHANGES)})\b[^.;:]{{0,80}}?\bto\s+$")
# Matches what stands between the two numbers: " on Tuesday to ", " people from ".
_THEN_TO: Final = re.compile(r"[^.;:,]{0,40}?\bto\s+")
_THEN_FROM: Final = re.compile(r"[^.;:,]{0,40}?\bfrom\s+")


def fates(lower: str, found: Sequence[Candidate]) -> dict[int, Fate]:
    """Give the places, in *found*, of numbers that hold no more; *lower* is folded."""
    if not found or not _ANY.search(lower):
        return {}
    known: dict[int, Fate] = {}
    for place, here in enumerate(found):
        after = found[place + 1] if place + 1 < len(found) else None
        if _is_former(lower, found[place - 1] if place else None, here, after):
            known[place] = "dropped"
    own: Fate = "dropped" if _ADMITS.search(lower) else "denied"
    known.update({place: own for place in _wrong(lower, found) if place not in known})
    return known


def _is_former(
    lower: str, before: Candidate | None, here: Candidate, after: Candidate | None
) -> bool:
    """Tell whether a number is what was so before: "from eight to six"."""
    begin = max(0, here.start - NEAR)
    if _UP_FROM.search(lower, begin, here.start):
        return True
    if _EARLIER.search(lower, begin, here.start):
        return not _HOLDS.search(lower, begin, here.start)
    if _AS_FIRST.match(lower, here.end):
        return True
    if after and _same(here, after) and _FROM.search(lower, begin, here.start):
        return _THEN_TO.fullmatch(lower, here.end, after.start) is not None
    if before and _same(before, here) and _TO.search(lower, begin, before.start):
        return _THEN_FROM.fullmatch(lower, before.end, here.start) is not None
    return False


def _same(one: Candidate, other: Candidate) -> bool:
    return one.unit == other.unit


def _wrong(lower: str, found: Sequence[Candidate]) -> set[int]:
    """Give the places of numbers that are said to be wrong."""
    places: set[int] = set()
    for m in _OF_IT.finditer(lower):
        places.update(i for i, c in enumerate(found) if m.start() < c.start < m.end())
    for m in _BARE.finditer(lower):
        places.update(_nearest(found, m.start()))
    for m in _TOLD_WRONG.finditer(lower):
        later = (i for i, c in enumerate(found) if 0 <= c.start - m.end() <= NEAR // 2)
        places.update(
            i for i in later if not re.search("[;:]", lower[m.end() : found[i].start])
        )
    for m in _UNCOUNTED.finditer(lower):
        near = _nearest(found, m.start())
        places.update(i for i in near if found[i].measure)
    return places


def _nearest(found: Sequence[Candidate], place: int) -> list[int]:
    """Give the last number before *place*, if it is near."""
    behind = [i for i, c in enumerate(found) if 0 <= place - c.start <= NEAR]
    return behind[-1:]
