"""Lend what befell a whole to its parts: "six dead, including two children"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefing.extract.figures.candidate import Candidate
from briefing.extract.figures.measures import OF_PERSONS, measure_before
from briefing.extract.figures.persons import is_person

# Matches ", including " and "among them " before the first of those counted apart.
_INCLUDING: Final = re.compile(
    r"[^.;:]{0,60}\b(?:including|include[sd]?|among\s+(?:them|whom)|of\s+(?:them|whom))\s+(?:at\s+least\s+)?"
)
# Matches " and ", ", " between two of such a list.
_JOIN: Final = re.compile(r",?\s+and\s+|,\s+")
# Matches " were among the " between "six children" and "17 killed".
_AMONG: Final = re.compile(
    r"\s+(?:was|were|is|are)\s+among\s+(?:the\s+|at\s+least\s+)*"
)
# Matches "his wife and ", "himself and " before "three children".
_WITH_KIN: Final = re.compile(
    r"\b(?:(?:his|her|their|its)\s+[\w-]+(?:\s+[\w-]+)?|himself|herself|themselves)"
    r",?\s+and\s+(?:at\s+least\s+)?$"
)
# Matches what tells how badly: "two critically", "one of them seriously".
_BADLY: Final = re.compile(
    r"(?:\s+of\s+(?:them|whom))?\s+(?:critically|seriously|severely|badly|gravely"
    r"|slightly|lightly)(?=\s*(?:[.,;)]|$))"
)
REACH: Final = 40
"""Letters before a number in which "his wife and" may stand."""


def to_parts(lower: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Give *found*, of a text in lower case, with the measures of wholes and lists."""
    shared = list(found)
    for i, here in enumerate(shared):
        if here.measure is not None:
            continue
        before = shared[i - 1] if i else None
        after = shared[i + 1] if i + 1 < len(shared) else None
        if is_person(here.unit):
            whole = _of_whole(lower, before, here)
            whole = whole or (_among(lower, here, after) if after else None)
            measure = whole or _of_kin(lower, here)
            if measure:
                is_part = here.is_part or whole is not None
                shared[i] = replace(here, measure=measure, is_part=is_part)
        elif before and not here.has_noun and _BADLY.match(lower, here.end):
            shared[i] = _worst(before, here)
    return shared


def _of_whole(lower: str, before: Candidate | None, here: Candidate) -> str | None:
    """Give what befell those that *here* is said to be among."""
    if before is None or before.measure not in OF_PERSONS:
        return None
    listed = before.is_part and _JOIN.fullmatch(lower, before.end, here.start)
    if listed or _INCLUDING.fullmatch(lower, before.end, here.start):
        return before.measure
    return None


def _of_kin(lower: str, here: Candidate) -> str | None:
    if not lower.endswith("and ", 0, here.start):
        return None
    m = _WITH_KIN.search(lower, max(0, here.start - REACH), here.start)
    return measure_before(lower, m.start()) if m else None


def _among(lower: str, here: Candidate, after: Candidate) -> str | None:
    """Give what befell the 17 of "six were among the 17 killed"."""
    if after.measure not in OF_PERSONS:
        return None
    return after.measure if _AMONG.fullmatch(lower, here.end, after.start) else None


def _worst(before: Candidate, here: Candidate) -> Candidate:
    if before.measure not in ("injured", "shot") or here.high > before.high:
        return here
    return replace(
        here, unit=before.unit, measure="injured", is_sure=True, is_part=True
    )
