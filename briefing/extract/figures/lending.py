"""Let neighbours lend what a number lacks: "a guard and three men were killed"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefing.extract.figures.adjectives import is_adjective
from briefing.extract.figures.antecedents import Before
from briefing.extract.figures.bare import OF_THEM, ONE, counted_by_place, with_noun
from briefing.extract.figures.befell import is_of_part
from briefing.extract.figures.candidate import Candidate
from briefing.extract.figures.counted import VERBS
from briefing.extract.figures.listed import fate_of_list
from briefing.extract.figures.measures import (
    OF_PERSONS,
    befell_them,
    measure_before,
    measure_of_noun,
)
from briefing.extract.figures.numbered import counted_before
from briefing.extract.figures.parts import to_parts
from briefing.extract.figures.persons import is_person
from briefing.extract.figures.vocabulary import MEASURED
from briefing.resources import words_of

# Matches " and ", " and her ", ", ", " as well as " between two that share a verb.
_JOIN: Final = re.compile(
    r",?\s+and\s+(?:(?:his|her|their)\s+)?|\s*,\s+"
    r"|,?\s+(?:as well as|along with|plus|or)\s+"
)
# Matches that between two of a list, with where the first is from: " from Porto, a ".
_JOIN_OF_LIST: Final = re.compile(
    rf"(?:[\"\u201d]?\s+(?:from|of|in|at|with|near|on)\s[^.;:]{{1,90}}?)?(?:{_JOIN.pattern})"
)
# Matches the word after the counted: " said".
_NEXT: Final = re.compile(r"\s+(\w+)")
# Matches "to" of "400 to 250 men" and "of the" of "45 of the 52 bodies".
_SAME_NOUN: Final = re.compile(
    r"\s+(?:to|of(?:\s+(?:the|its|their|his|her|all|those|these))?"
    r"(?:\s+(?:next|last|first|past|previous|final|opening))?|the)\s+"
)
# Matches " Polish and " of "three Polish and two Czech drivers", " local, ".
_ADJECTIVE: Final = re.compile(
    r"\s+(?P<word>[a-z][a-z-]+)(?:,?\s+(?:and|or|but)\s+|,\s+)(?:about\s|some\s)?"
)
# Matches "three of them children", "six of them seriously"; not "two of them were".
_APPOSED: Final = re.compile(
    r"\s+of\s+(?:them|whom)\s+(?:\w+ly\b|(?!has\b|was\b)\w+s\b|children\b|\w+men\b"
    r"|from\b|in\b|under\b|aged\b)"
)
# Matches "to" of "from 61 seats to 44".
_TO: Final = re.compile(r"\s+to\s+")
NEAR: Final = 40
"""Letters before a number in which what makes it a whole may stand."""
# Matches "Of the 40 cattle": those of whom the sentence tells.
_OF_WHOLE: Final = re.compile(r"(?:^|[,;:]\s+)of (?:the |its |their |all )*$")
_OF: Final = re.compile(r"\bof (?:the |its |their |his |her |all )?$")


def lend(lower: str, found: Sequence[Candidate], before: Before) -> list[Candidate]:
    """Give *found*, of a text in lower case, with nouns and measures shared out."""
    shared = _from_before(lower, _from_after(lower, _of_place(lower, found)))
    return _to_them(lower, to_parts(lower, _nouns(lower, shared, before)))


_PLACES: Final = frozenset((" at ", " in ", " from ", " across ", " on ", " near "))


def _of_place(lower: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Take from "14 plants" what befell the workers: "90 workers at 14 plants left"."""
    shared = list(found)
    for i in range(1, len(shared)):
        before, here = found[i - 1], shared[i]
        if (
            here.measure
            and here.measure == before.measure
            and lower[before.end : here.start] in _PLACES
            and not _is_own(here)
        ):
            shared[i] = replace(here, measure=None)
    return shared


def _from_after(lower: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Lend backwards: "a guard and three men were killed", "45 of the 52 bodies"."""
    shared = list(found)
    for i in range(len(shared) - 2, -1, -1):
        here, after = shared[i], shared[i + 1]
        if noun := _joined(lower, here, after):
            shared[i] = noun
        elif _shares_noun(lower, here, after):
            shared[i] = _with_noun_of(lower, here, after)
            if shared[i].is_part and is_of_part(lower, after.end):
                shared[i + 1] = replace(after, measure=measure_of_noun(after.what))
        elif (
            _lacks(here, after)
            and measure_before(lower, after.start) is None
            and not _is_own(after)
        ):
            # what befell "three of whom" befell no others, nor all "of 90 men, six"
            is_own = (
                OF_THEM.match(lower, after.end)
                or _is_whole(lower, here)
                or _is_behind_noun(lower, here)
                or _is_aside(lower, here, after)
            )
            joined = not is_own and _JOIN.fullmatch(lower, here.end, after.start)
            shared[i] = replace(here, measure=after.measure) if joined else here
    return shared


def _from_before(lower: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Lend forwards: "killed three men, two women and a guard"."""
    shared: list[Candidate] = []
    lender: Candidate | None = None
    is_list = False
    for here in found:
        if lender and _shares_verb(lower, lender, here, is_list=is_list):
            lender = replace(here, measure=lender.measure)
            shared.append(lender)
            continue
        shared.append(here)
        if here.measure and measure_before(lower, here.start) is not None:
            lender, is_list = here, fate_of_list(lower, here.start) is not None
        elif here.measure or not is_list:  # "nuns from a village and two guards"
            lender = None
    return shared


def _shares_verb(
    lower: str, lender: Candidate, here: Candidate, *, is_list: bool
) -> bool:
    """Tell whether what befell *lender* befell the next of the same list."""
    if not _lacks(here, lender) or _acts(lower, here):
        return False
    if lender.measure in _OF_PEOPLE and here.unit and not is_person(here.unit):
        return False  # "arrested two men and a cache of arms"
    join = _JOIN_OF_LIST if is_list and is_person(here.unit) else _JOIN
    return join.fullmatch(lower, lender.end, here.start) is not None


_OF_PEOPLE: Final = frozenset(("arrested", "charged", "convicted", "kidnapped"))
"""Measures that a list of people does not lend to the things in it."""


def _acts(lower: str, here: Candidate) -> bool:
    """Tell whether the counted does something itself: "and a spokesman said"."""
    m = _NEXT.match(lower, here.end)
    return m is not None and (m[1] in VERBS or m[1] in _ACTING)


_ACTING: Final = words_of("acting_verbs")
"""Words after the counted that make it do something: "two women had seen it"."""


def _shares_noun(lower: str, here: Candidate, after: Candidate) -> bool:
    """Tell whether both count the second's noun: "one of the six", "14 to 9 boats"."""
    if here.unit or not (after.unit or after.measure):
        return False
    if lower.startswith(" to", here.end) and lower.endswith("by ", 0, here.start):
        return False  # "rose by 12 to 48"
    return _SAME_NOUN.fullmatch(lower, here.end, after.start) is not None


def _is_aside(lower: str, here: Candidate, after: Candidate) -> bool:
    """Tell whether a comma ends an aside: "As a result, six men died"."""
    is_thing = after.measure in OF_PERSONS and not is_person(here.unit)
    return is_thing and (
        after.unit == "percent" or lower[here.end : after.start] == ", "
    )


def _is_whole(lower: str, here: Candidate) -> bool:
    """Tell whether a sentence or clause begins with "Of 90 men,"."""
    begin = max(0, here.start - NEAR)
    return _OF_WHOLE.search(lower[begin : here.start]) is not None


def _is_behind_noun(lower: str, here: Candidate) -> bool:
    """Tell "the number of passengers was 88" from "88 passengers"."""
    head = here.what.lower().rpartition(" ")[2]
    return head not in lower[here.start : here.end]


def _joined(lower: str, here: Candidate, after: Candidate) -> Candidate | None:
    """Give "three Polish", before "and two Czech drivers", the noun of those."""
    if here.has_noun or here.unit or not after.unit or here.high <= 1:
        return None
    m = _ADJECTIVE.fullmatch(lower, here.end, after.start)
    _, _, rest = after.what.partition(" ")
    if not m or not rest or not is_adjective(m["word"]):
        return None
    return replace(
        here,
        end=m.end("word"),
        unit=after.unit,
        what=f"{m['word']} {rest}",
        measure=here.measure or (None if _is_own(after) else after.measure),
        is_sure=True,
        has_noun=True,
    )


def _is_own(after: Candidate) -> bool:
    """Tell whether the noun itself tells what befell: "two deaths", "wounded men"."""
    return after.measure is not None and measure_of_noun(after.what) == after.measure


def _with_noun_of(lower: str, here: Candidate, after: Candidate) -> Candidate:
    return replace(
        here,
        unit=after.unit,
        what=after.what,
        measure=here.measure or after.measure,
        is_sure=after.is_sure,
        has_noun=after.has_noun,
        is_part=lower[here.end : after.start].split(maxsplit=1)[0] != "to",
    )


def _lacks(here: Candidate, other: Candidate) -> bool:
    return here.measure is None and here.has_noun and other.measure is not None


def _nouns(lower: str, found: Sequence[Candidate], told: Before) -> list[Candidate]:
    """Give numbers without a noun the noun told before: "three others", "78 were"."""
    shared = list(found)
    unit, who = "", ""
    for i, here in enumerate(shared):
        if i and _ends_change(lower, shared[i - 1], here):
            before = shared[i - 1]
            shared[i] = replace(here, unit=before.unit, what=before.what, is_sure=True)
        elif here.unit in ("", "other"):
            found_noun = (
                counted_before(lower, shared[:i], here, told)
                or counted_by_place(lower, shared, i, told)
                or with_noun(lower, here, unit, who, told)
            )
            shared[i] = _apposed(lower, shared[i - 1], found_noun) if i else found_noun
        elif here.unit != "percent":
            is_one = ONE.match(lower, here.start) is not None
            if here.counts and here.unit not in MEASURED.values():
                unit = here.unit
            # what befell one befalls the next; a lorry or a mile is not hurt
            if _is_who(lower, here) if here.counts else is_one:
                who = here.unit
    return shared


def _is_who(lower: str, here: Candidate) -> bool:
    """Tell whether later numbers of the hurt count the same people."""
    if here.measure in OF_PERSONS:
        return here.unit not in _EVENTS
    before = lower[max(0, here.start - NEAR) : here.start]
    if _OF.search(before) and (is_person(here.unit) or _OF_WHOLE.search(before)):
        return here.unit not in MEASURED.values()
    return ONE.match(lower, here.start) is not None and is_person(here.unit)


_EVENTS: Final = words_of("counted_events")
"""Units that are no people: "40 deaths, and 90 were hurt"."""


def _apposed(lower: str, before: Candidate, here: Candidate) -> Candidate:
    """Give "three of them children" the measure of those they are of."""
    if here.measure or not here.is_part or before.measure is None:
        return here
    if lower[here.start - 2] not in ",(\u2013\u2014-" and lower[here.start - 1] != "(":
        return here
    return (
        replace(here, measure=before.measure)
        if _APPOSED.match(lower, here.end)
        else here
    )


def _ends_change(lower: str, before: Candidate, here: Candidate) -> bool:
    """Tell whether *here* counts what the number before it does: "from 61 seats to"."""
    if here.has_noun or not before.unit or not lower.endswith("from ", 0, before.start):
        return False
    return _TO.fullmatch(lower, before.end, here.start) is not None


def _to_them(lower: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Give people what befell "them": "two men slept when police arrested them"."""
    shared = [candidate for candidate in found if candidate.counts]
    stops = [*(candidate.start for candidate in shared[1:]), len(lower)]
    for i, (here, stop) in enumerate(zip(shared, stops, strict=False)):
        if here.measure is None and here.high > 1 and is_person(here.unit):
            shared[i] = replace(here, measure=befell_them(lower, here.end, stop))
    return shared
