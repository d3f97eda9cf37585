"""Tell what befell the counted: killed, injured, arrested, displaced, deployed.

The text is in lower case throughout: patterns that look past case are slow to make.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.extract.figures.counted import Counted, singular
from briefing.extract.figures.listed import fate_of_list
from briefing.extract.figures.vocabulary import any_of
from briefing.resources import word_table


def _cues(form: str) -> dict[str, str]:
    return {row[2]: row[0] for row in word_table("figure_measures") if row[1] == form}


def _first(cue: str) -> str:
    return cue.partition(" ")[0]


def _plural(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("y") else f"{noun}s"


_PASSIVE: Final = _cues("passive")
_ACTIVE: Final = _cues("active")
_NOUNS: Final = _cues("noun")
_TALLIES: Final = _cues("tally")

OF_PERSONS: Final = frozenset(
    (
        "killed", "injured", "missing", "arrested", "charged", "convicted", "displaced",
        "evacuated", "rescued", "released", "kidnapped", "infected", "dismissed",
        "shot",
    )
)  # fmt: skip
"""Measures of people: a number without a noun that has one counts persons."""
OF_ONE: Final = OF_PERSONS - {"released", "evacuated", "dismissed"} | {"casualty"}
"""Measures that make a figure of "a guard was killed" and "no casualties"."""

_BE: Final = r"(?:was|were|is|are|be|been|being|get|got|gets)"
_FILLER: Final = (
    rf"(?:{_BE}|has|have|had|to|also|both|all|either|later|then|already|now|still|left|lay"
    r"|lie|remain|remained|went|confirmed|reported|believed|feared|thought|said|known"
    r"|presumed|listed|[a-z]+ly|who|that|which|have\s+since|since|subsequently|themselves)"
)

_NEW_CLAUSE: Final = (
    "which|who|whom|that|where|when|while|after|before|as|because|but|and|if|since|until"
    "|he|she|it|they|we|you|i"
)

# Matches what follows the counted: " were killed", " from Spain have been injured",
# " dead", ", including two children, were killed"; not " killed three people".
_AFTER: Final = re.compile(
    rf"""
    (?:\s+of\s+(?:whom|which|them)\b)?
    (?P<between>
        (?:\s+(?:of|from|in|on|at|with|near|outside|across|aboard)
           (?:\s+(?!(?:{_NEW_CLAUSE})\b)[\w'\u2019.-]+){{1,6}}?(?=[\s,]))?
        (?:\s?,\s[^,.;:]{{1,60}},)?
    )
    (?P<filler>(?:\s+{_FILLER}\b)*)
    \s+(?P<cue>{any_of(_PASSIVE)})\b(?!(?<=shot)\s+(?:down|at|off)\b)
    """,
    re.VERBOSE,
)
# Matches an object after a cue, which makes it active: " three people", " a guard".
_OBJECT: Final = re.compile(
    r"\s+(?:(?:at least|more than|up to|nearly|about|some|around|another)\s)?"
    r"(?:\d|an?\b|the\b|his\b|her\b|their\b|its\b|one\b|two\b|three\b|four\b|five\b|six\b"
    r"|seven\b|eight\b|nine\b|ten\b|dozens\b|hundreds\b|scores\b|several\b|him\b|them\b"
    r"|people\b|civilians\b|everyone\b)"
)
_STATES: Final = frozenset(
    (
        "dead", "missing", "homeless", "aboard", "onboard", "on board", "fled", "flee",
        "fleeing", "protested", "into custody", "hostage",
    )
)  # fmt: skip
"""Cues of the words before them, whatever follows: "fled the fighting"."""

_WORD: Final = re.compile(r"\w+")
_BETWEEN: Final = frozenset(
    (
        "off", "all", "the", "some", "its", "their", "his", "her", "these", "those",
        "of", "around", "nearly", "a", "total",
    )
)  # fmt: skip
"""Words that may stand between such a cue and its number."""
_ACTIVE_ENDS: Final = frozenset(_WORD.findall(cue)[-1] for cue in _ACTIVE)
# Matches what makes "arrest" a noun: "his arrest", "Maria's arrest".
_NOUN_FORM: Final = re.compile(
    r"(?:['\u2019]s|\b(?:the|his|her|their|its|an?|this|that))\s$"
)
# Matches "the death toll had risen to ", "the number of injured stood at ".
_TALLY: Final = re.compile(
    rf"\b(?P<cue>{any_of(_TALLIES)})\b[^.;:]{{0,80}}?\b(?:to|at|of|is|was|from|reached|hit"
    r"|passed|exceeded|topped|than)\s+$"
)
_VERBS_ALONE: Final = frozenset(
    (
        "died", "die", "dies", "perished", "perish", "drowned", "drown", "drowns",
        "flee", "fled", "disappeared", "protested", "rallied",
        "marched", "demonstrated", "walked out", "went on strike", "lost their lives",
        "lost his life", "lost her life", "tested positive", "fell ill",
        "left their homes",
    )
)  # fmt: skip
"""Cues that are verbs whether or not an auxiliary stands before them."""
_PRESENT: Final = frozenset(("die", "dies", "perish", "drown", "drowns", "flee"))
"""Cues of headlines; after "to" or a place they tell of others: "two on how to die"."""
_LONGEST: Final = max(len(cue.split()) for cue in _PASSIVE)
"""Words of the longest cue that may stand in the counted phrase."""

CUE_WORDS: Final = frozenset(
    word
    for cue in (*_PASSIVE, *_ACTIVE, *_NOUNS, *_TALLIES)
    for word in (_first(cue), _plural(_first(cue)))
) | {
    "hospital", "hospitals", "medical", "clinic", "clinics", "infirmary",
    "intensive", "treated", "condition", "surgery",
}  # fmt: skip
"""First words of all cues: a sentence without one has no measure."""


@cache
def _active() -> re.Pattern[str]:
    """Match "killed ", "killing all ", "the deaths of the " just before a number."""
    return re.compile(
        rf"(?P<be>\b{_BE}\s+(?:\w+ly\s+)?)?\b(?P<cue>{any_of(_ACTIVE)})\s+"
        r"(?:(?:off|all|the|some|its|their|his|her|these|those|of|around|nearly"
        r"|a\s+total\s+of)\s+)*[\"\u201c\u2018]?$"
    )


@cache
def _treated() -> re.Pattern[str]:
    """Match " were rushed to a hospital", " are in good condition"; no " were sent"."""
    places = (
        r"(?:[\w'\u2019.-]+\s+){0,6}?(?:hospitals?|medical\s+cent(?:er|re)s?|clinics?"
        r"|infirmar(?:y|ies)|trauma\s+cent(?:er|re)s?|emergency\s+rooms?|intensive\s+care)"
    )
    return re.compile(
        r"(?:\s+(?:of|from|in|on|at)"
        rf"(?:\s+(?!(?:{_NEW_CLAUSE})\b)[\w'\u2019-]+){{1,4}}?(?=\s))?"
        rf"(?:\s+(?:{_FILLER}))*?\s+"
        r"(?:(?:brought|taken|rushed|airlifted|flown|transported|driven|carried|admitted)"
        rf"\s+(?:\w+ly\s+)?to\s+{places}"
        rf"|(?:being\s+)?treated\s+(?:(?:at|in)\s+{places}"
        r"|for\s+(?:\w+\s+){0,2}(?:injuries|wounds|burns|smoke|shock|cuts|fractures))"
        r"|in\s+(?:good|fair|stable|satisfactory|grave|serious|critical)\s+condition"
        r"|in\s+intensive\s+care|under(?:went|going|go)\s+surgery)\b"
    )


@cache
def _of_those() -> re.Pattern[str]:
    """Match " of those killed", " of those who"; not " of those ships"."""
    return re.compile(rf"\s+of\s+those\s+(?:(?P<cue>{any_of(_PASSIVE)})\b|(?=who\b))")


@cache
def _them() -> re.Pattern[str]:
    """Match " sat in a van when police arrested them" after "three men"."""
    return re.compile(
        r"[^,.;:]{0,100}?\s(?:when|as|before|after|until|while|and)\s+"
        rf"(?:[\w'\u2019-]+\s+){{1,4}}?(?P<cue>{any_of(_ACTIVE)})\s+them\b"
    )


REACH: Final = 120
"""Letters before a number in which what befell the counted is looked for."""


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def measure_before(lower: str, place: int) -> str | None:
    """Give the measure of a verb or noun that ends just before *place*."""
    before = lower[max(0, place - REACH) : place]
    m = _active().search(before) if _may_end_in_cue(before) else None
    if m and not m["be"] and not _is_noun(before, m):
        return _ACTIVE[_plain(m["cue"])]
    if m := _TALLY.search(before):
        return _TALLIES[_plain(m["cue"])]
    return fate_of_list(lower, place)


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


def measure_after(lower: str, place: int, *, needs_be: bool) -> str | None:
    """Give the measure of what follows the counted ending at *place*.

    With *needs_be* a bare participle does not count: "a bomb killed" is no toll.
    """
    m = _AFTER.match(lower, place)
    if not m:
        return None
    cue = _plain(m["cue"])
    if cue in _PRESENT and (m["between"] or m["filler"].endswith("to")):
        return None
    is_be = bool(re.search(rf"\b{_BE}\b", m["filler"]))
    if cue not in _STATES and not is_be:
        if m["between"] and cue in _ACTIVE:  # "missiles at forces stationed there"
            return None
        if _OBJECT.match(lower, m.end()):
            return None
        if needs_be and cue in _ACTIVE and cue not in _VERBS_ALONE:
            return None
    return _PASSIVE[cue]


def treated_after(lower: str, place: int) -> str | None:
    """Give "injured" where the people counted up to *place* are in doctors' care."""
    return "injured" if _treated().match(lower, place) else None


def befell_them(lower: str, place: int, stop: int) -> str | None:
    """Give what befell "them" after *place*, before the next number at *stop*."""
    # A look for a word is quicker than a match, and spares making the pattern.
    m = _them().match(lower, place) if "them" in lower[place:stop] else None
    return _ACTIVE[_plain(m["cue"])] if m and m.end() <= stop else None


def those_after(lower: str, place: int) -> Counted | None:
    """Give the people of "of those killed" and "of those who died"."""
    m = _of_those().match(lower, place) if "those" in lower[place:] else None
    if not m:
        return None
    what = f"those {m['cue']}" if m["cue"] else "people"
    end = m.end() if m["cue"] else m.end() - 1
    return Counted(end, "person", what, is_part=True)


def is_of_part(lower: str, place: int) -> bool:
    """Tell whether what follows befell a part, not its whole ending at *place*.

    "One of the six miners was killed" tells of one; "one of the six miners killed" and
    "one of the six who died" of six too.
    """
    m = _AFTER.match(lower, place)
    if not m or re.match(r"\s*(?:who|that|which)\b", m["filler"]):
        return False
    return bool(m["filler"].strip()) or _plain(m["cue"]) in _VERBS_ALONE


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
            cue = _plain(lower[word.start() : last.end()])
            if cue in _PASSIVE:
                return _PASSIVE[cue]
    return None
