"""Tell what befell the counted by cues before it and in it: "killed", "deaths".

The text is in lower case throughout: patterns that look past case are slow to make.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.extract.figures.counted import singular
from briefing.extract.figures.listed import fate_of_list
from briefing.extract.figures.vocabulary import STOPS
from briefing.resources import word_table, words_of
from briefing.text.patterns import any_of


def _cues(form: str) -> dict[str, str]:
    return {row[2]: row[0] for row in word_table("figure_measures") if row[1] == form}


def marked(mark: str) -> frozenset[str]:
    """Give the cues that the list marks so; its header tells what for."""
    rows = word_table("figure_measures")
    return frozenset(row[2] for row in rows if mark in "".join(row[3:]).split())


def _telling(cue: str) -> str:
    """Give the first word of a cue that few other sentences have: "custody"."""
    words = cue.split()
    return next((word for word in words if word not in STOPS), words[0])


def _plural(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("y") else f"{noun}s"


PASSIVE: Final = _cues("passive")
"""Cue after the counted → measure."""
ACTIVE: Final = _cues("active")
"""Cue before the counted → measure."""
_NOUNS: Final = _cues("noun")
_TALLIES: Final = _cues("tally")

OF_PERSONS: Final = frozenset(
    (
        "killed", "injured", "missing", "arrested", "charged", "convicted", "displaced",
        "evacuated", "rescued", "released", "kidnapped", "infected", "dismissed",
        "shot", "casualty",
    )
)  # fmt: skip
"""Measures of people: a number without a noun that has one counts persons."""
OF_ONE: Final = OF_PERSONS - {"released", "evacuated", "dismissed"}
"""Measures that make a figure of "a guard was killed" and "no casualties"."""

BE: Final = r"(?:was|were|is|are|be|been|being|get|got|gets)"
"""Auxiliaries of what befell somebody."""
OF_PERSONS_ALONE: Final = marked("persons")

_WORD: Final = re.compile(r"\w+")
_BETWEEN: Final = words_of("between_cue_and_number")
"""Words that may stand between such a cue and its number."""
_ACTIVE_ENDS: Final = frozenset(_WORD.findall(cue)[-1] for cue in ACTIVE)
# Matches what makes "arrest" a noun: "his arrest", "Maria's arrest".
_NOUN_FORM: Final = re.compile(
    r"(?:['\u2019]s|\b(?:the|his|her|their|its|an?|this|that))\s$"
)
# Matches "the death toll had risen to ", "the number of injured stood at ".
_TALLY: Final = re.compile(
    rf"\b(?P<cue>{any_of(_TALLIES)})\b[^.;:]{{0,80}}?\b(?:to|at|of|is|was|from|reached|hit"
    r"|pass(?:ed|es)|exceed(?:ed|s)|top(?:ped|s)|reaches|hits|surpasse[ds]|than|past|above|beyond)\s+$"
)
# Matches "killed or " before "captured 90": nobody tells how many of each.
_EITHER: Final = re.compile(
    r"\b(?:killed|wounded|injured|captured|arrested|missing|dead)\s+or\s+$"
)
# Matches "Killed: " before "14": a list of what a disaster did.
_LABELLED: Final = re.compile(
    r"(?:^|[.;,]\s+)(?P<cue>killed|dead|injured|wounded|missing|arrested|detained"
    r"|displaced|homeless|evacuated|rescued)(?:\s+so\s+far)?:\s+$"
)


@cache
def _the_number() -> re.Pattern[str]:
    """Match " the number of dead" after "brings to 14"."""
    return re.compile(rf"\s+the\s+(?:total\s+)?(?P<cue>{any_of(_TALLIES)})\b")


_LONGEST: Final = max(len(cue.split()) for cue in PASSIVE)
"""Words of the longest cue that may stand in the counted phrase."""

CUE_WORDS: Final = frozenset(
    word
    for cue in (*PASSIVE, *ACTIVE, *_NOUNS, *_TALLIES)
    for word in (_telling(cue), _plural(_telling(cue)))
) | {
    "hospital", "hospitals", "medical", "clinic", "clinics", "infirmary",
    "intensive", "treated", "condition", "surgery",
}  # fmt: skip
"""A word of each cue: a sentence without one has no measure."""


@cache
def _active() -> re.Pattern[str]:
    """Match "killed ", "killing all ", "the deaths of the " just before a number."""
    return re.compile(
        rf"(?P<be>\b{BE}\s+(?:\w+ly\s+)?)?\b(?P<cue>{any_of(ACTIVE)})\s+"
        r"(?:(?:off|all|the(?:\s+other)?|some|its|their|his|her|these|those|of|around|nearly"
        r"|a\s+total\s+of)\s+)*[\"\u201c\u2018]?$"
    )


@cache
def _them() -> re.Pattern[str]:
    """Match " sat in a van when police arrested them" after "three men"."""
    return re.compile(
        r"[^,.;:]{0,100}?\s(?:when|as|before|after|until|while|and)\s+"
        rf"(?:[\w'\u2019-]+\s+){{1,4}}?(?P<cue>{any_of(ACTIVE)})\s+them\b"
    )


REACH: Final = 120
"""Letters before a number in which what befell the counted is looked for."""


def plain(words: str) -> str:
    """Give *words* with one space between them, as the cues are listed."""
    return re.sub(r"\s+", " ", words)


def measure_before(lower: str, place: int, *, of_person: bool = True) -> str | None:
    """Give the measure of a verb or noun that ends just before *place*."""
    before = lower[max(0, place - REACH) : place]
    m = _active().search(before) if _may_end_in_cue(before) else None
    if m and not m["be"] and not _is_noun(before, m):
        cue = plain(m["cue"])
        if _EITHER.search(before, 0, m.start("cue")):
            return None
        if of_person or cue not in OF_PERSONS_ALONE:
            return ACTIVE[cue]
    if m := _TALLY.search(before):
        return _TALLIES[plain(m["cue"])]
    if before.endswith(": ") and (m := _LABELLED.search(before)):
        return PASSIVE[m["cue"]]
    return fate_of_list(lower, place)


def number_after(lower: str, place: int) -> str | None:
    """Give the measure of "the number of dead" after "bringing to 14"."""
    m = _the_number().match(lower, place)
    return _TALLIES[plain(m["cue"])] if m else None


def is_tally_before(lower: str, place: int) -> bool:
    """Tell whether "the death toll rose to", or "of", ends just before *place*."""
    return _TALLY.search(lower, max(0, place - REACH), place) is not None


def _may_end_in_cue(before: str) -> bool:
    """Tell whether a look at the last words leaves room for a match of `_active`."""
    for word in reversed(_WORD.findall(before)):
        if word in _ACTIVE_ENDS:
            return True
        if word not in _BETWEEN:
            return False
    return False


def _is_noun(before: str, m: re.Match[str]) -> bool:
    """Tell whether the cue is a noun after all: "Maria's arrest" arrests no other."""
    if m["cue"].endswith(("ed", "ing", " of")):
        return False
    return _NOUN_FORM.search(before, 0, m.start("cue")) is not None


def befell_them(lower: str, place: int, stop: int) -> str | None:
    """Give what befell "them" after *place*, before the next number at *stop*."""
    # A look for a word is quicker than a match, and spares making the pattern.
    m = _them().match(lower, place) if "them" in lower[place:stop] else None
    return ACTIVE[plain(m["cue"])] if m and m.end() <= stop else None


def measure_of_noun(what: str) -> str | None:
    """Give the measure in the counted phrase itself: "three deaths", "wounded men"."""
    lower = what.lower()
    before, _, head = lower.rpartition(" ")
    one = singular(head)
    for word in (head, one, f"{before.rpartition(' ')[2]} {one}"):
        if word in _NOUNS:
            return _NOUNS[word]
    return _adjective_in(lower)


def _adjective_in(lower: str) -> str | None:
    """Give the measure of the first cue: "wounded" in "badly wounded men"."""
    words = tuple(_WORD.finditer(lower))
    for first, word in enumerate(words):
        for last in reversed(words[first : first + _LONGEST]):
            cue = plain(lower[word.start() : last.end()])
            if cue in PASSIVE:
                return PASSIVE[cue]
    return None
