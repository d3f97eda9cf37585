"""Read lists told after their fate: "among the injured were two nuns"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.extract.figures.persons import is_person
from briefing.resources import word_table
from briefing.text.patterns import any_of

_AMONG: Final = "among the "
_OPENS: Final = ("was", "were", "is", "are", "include", "includes", "included")
_LISTS: Final = tuple(f"{verb} " for verb in _OPENS)
REACH: Final = 160
"""Characters before a number that "among those … were" may take."""


@cache
def _fates() -> dict[str, str]:
    """Give what may befall the listed: "killed", "unaccounted for", "survivors"."""
    found: dict[str, str] = {}
    for measure, form, cue, *_ in word_table("figure_measures"):
        if form == "passive":
            found[cue.removeprefix(_AMONG)] = measure
        elif form == "noun" and is_person(cue):
            found[f"{cue}s"] = measure
    return found


@cache
def _pattern() -> re.Pattern[str]:
    """Match "among the guests hurt in the fire were "; "those still missing are "."""
    between = r"(?!(?:that|which|who|whom|or|and|nor|not|but)\b)"
    told = (
        r"(?:(?:\w+ly|still|also|so\s+far|confirmed|reported|feared|believed|known"
        r"|presumed|listed|as|who|was|were|are|is|have|had|has|been|remain)\s+){0,5}"
    )
    place = (
        r"(?:\s+(?:in|at|by|on|during|after|when|near|from|outside|inside|so\s+far)\b"
        r"[^.;:,]{0,80}?)?"
    )
    return re.compile(
        rf"(?:\bamong\s+(?:the|those|its|their)\s+(?:{between}[\w'\u2019-]+\s+){{0,3}}?"
        rf"|(?<!of\s)\b(?:the|those)\s+){told}"
        rf"(?P<fate>{any_of(_fates())})\b{place}\s+(?:{any_of(_OPENS)})\s+$"
    )


def fate_of_list(lower: str, place: int) -> str | None:
    """Give what befell those of whom a list tells that begins at *place*."""
    if not lower.endswith(_LISTS, 0, place):
        return None
    m = _pattern().search(lower, max(0, place - REACH), place)
    return _fates()[re.sub(r"\s+", " ", m["fate"])] if m else None
