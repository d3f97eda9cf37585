"""Tell what befell the counted by what follows: "three from Spain were killed".

The text is in lower case throughout: patterns that look past case are slow to make.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.extract.figures.counted import Counted, singular
from briefing.extract.figures.measures import (
    ACTIVE,
    BE,
    OF_PERSONS_ALONE,
    PASSIVE,
    REACH,
    marked,
    plain,
)
from briefing.extract.figures.persons import is_person
from briefing.extract.figures.vocabulary import PARTITIVES, STOPS
from briefing.text.patterns import any_of

_FILLER: Final = (
    rf"(?:{BE}|has|have|had|to|also|both|all|either|later|then|already|now|still|left|lay"
    r"|lie|remain|remained|went|confirmed|reported|believed|feared|thought|said|known"
    r"|presumed|listed|(?!fatally|mortally)[a-z]+ly|aboard|onboard"
    r"|on\s+board|inside|who|that|which|have\s+since|since|subsequently|themselves)"
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
        (?:\s+and\s+(?:the|his|her|their|its)\s+[\w'\u2019-]+(?:\s+[\w-]+)?
           (?:,\s\d{{1,3}},)?(?=\s))?
        (?:\s+aged\s(?:between\s)?\d{{1,3}}(?:(?:,\s|,?\s(?:and|or|to)\s|-)\d{{1,3}})*(?=[\s,]))?
        (?:\s+(?:of|from|in|on|at|with|near|outside|across|aboard)
           (?:\s+(?!(?:{_NEW_CLAUSE})\b)[\w'\u2019.-]+){{1,6}}?(?=[\s,]))?
        (?:\s?,\s[^,.;:]{{1,60}},(?:\s\d{{1,3}},)?
          |\s[\u2013\u2014]\s[^.;:\u2013\u2014]{{1,60}}\s[\u2013\u2014]|\s\([^().;:]{{1,60}}\))?
        (?:\s+(?!(?:{_NEW_CLAUSE}|{BE})\b)[a-z]+(?:\s+(?!(?:{_NEW_CLAUSE})\b)[\w'-]+){{0,4}}
           \s+and(?=\s+(?:was|were|has\s+been|have\s+been|had\s+been)\s))?
    )
    (?P<filler>(?:\s+{_FILLER}\b)*)
    \s+(?P<cue>{any_of(PASSIVE)})\b(?!(?<=shot)\s+(?:down|at|off)\b)
    (?!(?:,\s+[a-z]+){{0,3}},?\s+or\s+(?:captured|killed|missing|arrested|jailed|detained
       |rescued|displaced|deported)\b)
    (?!(?<=captured)\s+(?:on|by|in)\s+(?:[\w-]+\s+){{0,3}}?
       (?:cameras?|film|videos?|tape|footage|photo\w*|images?|cctv|pictures?)\b)
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
# Matches what follows a participle that ends its phrase: "a man killed in the fire".
_REDUCED: Final = re.compile(
    r"\s+(?:in|at|by|on|during|when|near|outside|inside|after|before|while|over|following"
    r"|amid|for|as|with)\b"
    r"|\s*[,.;:)\"\u201d]|\s*$"
)
_ENDS: Final = marked("ends")
_NEED_BE: Final = marked("seen")
_IS_THERE: Final = re.compile(rf"\b(?:{BE}|remain|remains|remained|lay|lie)\b")
_STATES: Final = marked("state")
_VERBS_ALONE: Final = marked("alone")
_PRESENT: Final = marked("headline")


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
    return re.compile(rf"\s+of\s+those\s+(?:(?P<cue>{any_of(PASSIVE)})\b|(?=who\b))")


def measure_after(
    lower: str, place: int, *, needs_be: bool, of_person: bool = True
) -> str | None:
    """Give the measure of what follows the counted ending at *place*.

    With *needs_be* a bare participle does not count: "a bomb killed" is no toll.
    """
    m = _AFTER.match(lower, place)
    if not m:
        return None
    cue = plain(m["cue"])
    if cue in _PRESENT and (m["between"] or m["filler"].endswith("to")):
        return None
    if m["between"].endswith(",") and _WHO.match(m["filler"]):
        return None  # "nobody else in it, just the victim, who was dead"
    if not of_person and cue in OF_PERSONS_ALONE:
        return None
    if cue in _STATES or _IS_BE.search(m["filler"]):
        return PASSIVE[cue]
    if cue in _NEED_BE and not _IS_THERE.search(m["filler"]):
        return None
    return _of_participle(lower, m, cue, needs_be=needs_be, of_person=of_person)


def _of_participle(
    lower: str, m: re.Match[str], cue: str, *, needs_be: bool, of_person: bool
) -> str | None:
    """Give the measure of a cue without an auxiliary, unless it acts on an object."""
    is_place = m["between"] and not m["between"].startswith(" aged")
    if (
        is_place and cue in ACTIVE and cue not in _VERBS_ALONE
    ):  # "missiles at forces stationed there"
        return None
    if _OBJECT.match(lower, m.end()):
        return None
    if needs_be and cue in ACTIVE and cue not in _VERBS_ALONE:
        ends = of_person and cue in _ENDS and not m["between"]
        if not ends or not _REDUCED.match(lower, m.end()):
            return None
    return PASSIVE[cue]


_IS_BE: Final = re.compile(rf"\b{BE}\b")
# Matches "homes of " and "relatives of the " before a number, and the "that robbed "
# whose subject a later verb is about.
_HEAD: Final = re.compile(
    r"\b(?:(?P<noun>[a-z'\u2019-]+)\s+of|(?:that|who|which)\s+(?:[a-z]+ed|shot|hit|took"
    r"|left|held|ran|made|sold|built|lost|stole|sank|struck|led|saw))\s+(?:(?:the|its|their"
    r"|his|her|all|some|about|these|those|at\s+least|more\s+than|up\s+to|nearly)\s+)*$"
)
# Matches the verb of a sentence before its cue: " were", " have been".
_FINITE: Final = re.compile(r"\b(?:was|were|is|are|has|have|had)\b")
# Matches what begins a clause about the counted alone: " who were".
_WHO: Final = re.compile(r"\s+(?:who|that|which)\b")


def is_of_head(lower: str, place: int, end: int) -> bool:
    """Tell whether the verb after *end* is about "the homes" of "the homes of two".

    It is about the two of "most of the two" and "a series of two".
    """
    if not _LEADS.search(lower, max(0, place - NEAR_OF), place):
        return False
    head = _HEAD.search(lower, max(0, place - REACH), place)
    if not head or head["noun"] in PARTITIVES or head["noun"] in STOPS:
        there = _THERE.search(lower, max(0, place - NEAR_OF), place)
        if not there or not is_person(singular(there["noun"])):
            return False
    m = _AFTER.match(lower, end)
    if not m or _WHO.match(m["filler"]):
        return False
    return bool(_FINITE.search(m["filler"])) or plain(m["cue"]) in _VERBS_ALONE


_LEADS: Final = re.compile(r" (?:of|that|who|which|in|from|across) ")
# Matches "people in " and "residents from " before "14 villages".
_THERE: Final = re.compile(
    r"\b(?P<noun>[a-z]+)\s+(?:in|from|across)\s+(?:the\s+|some\s+)?$"
)
# Matches the verb of one: " was", " has been".
_IS: Final = re.compile(r"\s+(?:was|is|has)\b")


def is_of_one(lower: str, end: int) -> bool:
    """Tell whether the verb after a plural ending at *end* is about one other.

    "A man with two knives was shot" tells of no knives.
    """
    m = _AFTER.match(lower, end)
    return m is not None and _IS.match(m["filler"]) is not None


NEAR_OF: Final = 25
"""Letters before a number in which the "of" that leads to it stands."""


def treated_after(lower: str, place: int, *, is_bare: bool) -> str | None:
    """Give "injured" where the people counted up to *place* are in doctors' care.

    Of a bare number only the treated are surely people: "eight were in good condition".
    """
    m = _treated().match(lower, place)
    return "injured" if m and (not is_bare or "treated" in m[0]) else None


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
    return bool(m["filler"].strip()) or plain(m["cue"]) in _VERBS_ALONE
