"""Find what a number without a noun counts: "the other two", "one at the gate"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefing.extract.figures.antecedents import Before, only_person, only_plural
from briefing.extract.figures.candidate import Candidate
from briefing.extract.figures.counted import is_plural, singular
from briefing.extract.figures.measures import OF_ONE, OF_PERSONS
from briefing.extract.figures.persons import is_person
from briefing.extract.figures.vocabulary import MEASURED
from briefing.resources import words_of

# Matches the verb of "78 were Iranian", after which the noun before is counted.
_WERE: Final = re.compile(r"\s+(?:were|are|was|is|had|have)\s")
# Matches what "three of them" counts by a pronoun; not "two of us".
OF_THEM: Final = re.compile(r"\s+of\s+(?:them|whom|which|these|those)\b(?!\s+who)")
# Matches what goes on after a bare "one": " occurred", " probably caused", " at the".
_GOES_ON: Final = re.compile(
    r"\s+(?:\w+ly\s+)?(?:was|is|has\s+been|had|\w+ed|in|at|near|on|by|from|outside"
    r"|inside|hit|left|went|struck|fell|began|broke|took|sank|came)\b"
)
# Matches what parts a bare "one" from those it is of: ", ", ", and ", "; ", ": ".
_PARTED: Final = re.compile(r"(?:[,;:\u2014]|\s[\u2013-]-?|,?\s+(?:and|but|while))\s+$")
# Matches "and the other" after "one occurred at a counter".
_THE_OTHER: Final = re.compile(r"[^.;]*\bthe\s+other\b")
# Matches "one" of "one docker".
ONE: Final = re.compile(r"one\b")
_BY_FATE: Final = words_of("hurt_people")
"""Units that tell what befell people: others, of whom more is told, are no such."""


def with_noun(
    lower: str, here: Candidate, unit: str, who: str, told: Before
) -> Candidate:
    """Give a share, "three of them", "one" or "others" the noun told before."""
    if here.unit == "" and here.high < 1:
        return _share(lower, here, unit, told)
    if here.unit == "" and OF_THEM.match(lower, here.end):
        return _of_them(lower, here, unit, who, told)
    if not here.has_noun and ONE.match(lower, here.start):
        return _bare_one(lower, here, unit, who, told)
    if here.measure in OF_PERSONS:
        is_other = here.unit == "other" and who in _BY_FATE
        return _people(here, "" if is_other else who, told)
    if here.measure == "aboard" and not here.has_noun:
        return replace(here, unit="person", is_sure=True)
    if not here.has_noun and _WERE.match(lower, here.end) and (unit or told.unit):
        part = bool(unit) and _is_of_whole(lower, here)
        return replace(here, unit=unit or told.unit, is_sure=True, is_part=part)
    if here.unit == "other":
        return replace(here, unit=unit or "person")
    return _left(lower, here, unit)


def _left(lower: str, here: Candidate, unit: str) -> Candidate:
    """Give "and hijacked 40" the noun told before, and a bare crowd people."""
    if unit and not here.has_noun and _leaves_out(lower, here):
        return replace(here, unit=unit, is_sure=True)
    is_crowd = here.is_sure and here.low != here.high
    return replace(here, unit="person") if is_crowd else here


def _people(here: Candidate, who: str, told: Before) -> Candidate:
    """Give the hurt without a noun one; "two were released" needs people told of."""
    if who or here.high <= 1 or not told.people:
        is_sure = here.is_sure or (bool(who) and here.high > 1)
        is_sure = is_sure or (here.measure == "evacuated" and here.high > 1)
        return replace(here, unit=who or "person", is_sure=is_sure)
    is_plain = here.measure in OF_ONE
    return replace(here, unit="person" if is_plain else told.people, is_sure=True)


# Matches the verb of "attacked 90 ships and hijacked " before "40"; not "and turned".
_AND_VERB: Final = re.compile(
    r"\b(?:and|but)\s+(?:\w+ly\s+)?"
    r"(?!turned|aged|reached|total|averaged|scored|ranked|finished|weighed|measured"
    r"|cost|charged|needed)(?:[a-z]+ed|won|lost|cut|shut|hit|sank|took|built|sold|bought"
    r"|found|stole|shot|freed)\s+$"
)
# Matches what follows it: "." or " in July".
_LEFT_OUT: Final = re.compile(
    r"\s*(?:[.,;)]|$)|\s+(?:in|at|on|during|since|by|before|after|while)\b"
)


def _leaves_out(lower: str, here: Candidate) -> bool:
    """Tell whether a number leaves out the noun that the verb before it has."""
    if here.high <= 1 or not _LEFT_OUT.match(lower, here.end):
        return False
    return _AND_VERB.search(lower, max(0, here.start - NEAREST), here.start) is not None


NEAREST: Final = 40
"""Letters before a number in which the second verb of a sentence stands."""


# Matches what a share without a noun is of: "Serbs, with " before "half living there".
_WITH: Final = re.compile(r"\b(\w+),\s+with\s+$")


def _share(lower: str, here: Candidate, unit: str, told: Before) -> Candidate:
    """Give "about half" the noun told before."""
    if OF_THEM.match(lower, here.end):
        return _of_them(lower, here, unit, unit, told)
    near = _WITH.search(lower[: here.start])
    if not unit and near and is_plural(near[1].lower()):
        unit = singular(near[1].lower())
    return replace(here, unit=unit or told.unit)


# Matches the start of "Of the 176 passengers, 78 were students".
_WHOLE: Final = re.compile(r"(?:^|[,;]\s)of\s[^,]*,\s$")


def _is_of_whole(lower: str, here: Candidate) -> bool:
    return _WHOLE.search(lower[: here.start]) is not None


def _of_them(
    lower: str, here: Candidate, unit: str, who: str, told: Before
) -> Candidate:
    """Give "three of them" the noun told before, here or in the sentence before."""
    persons = here.measure in OF_PERSONS
    noun = (
        (who if persons else unit)
        or only_plural(lower[: here.start], persons=persons)
        or _told(told, persons=persons)
        or ("person" if persons else "")
    )
    whole = lower[: here.start].endswith("all ") or lower.startswith("all", here.start)
    return replace(here, unit=noun, is_sure=bool(noun), is_part=not whole)


def _told(told: Before, *, persons: bool) -> str:
    """Give the only plural of the sentence before."""
    if told.unit and (is_person(told.unit) or not persons):
        return told.unit
    return only_plural(told.text, persons=persons)


# Matches "who" after a bare number: "he saw 20 who could not walk".
_WHO: Final = re.compile(r"\s+who(?:m|se)?\b")
# Matches where some of those told before were: " at the gate"; not " on Sunday".
_AT: Final = re.compile(
    r"\s+(?:(?:at|in|near|outside|inside|aboard)\s+(?!all\b|total\b)|on\s+(?:the|an?)\b)"
)
# Matches the end of "Bombs hit the city: " before "2 at the airport".
_HEAD: Final = re.compile(r"^[^:]*:\s+$")
_OTHERS: Final = "the other "
NEAR: Final = 6
"""Numbers back to which one without a noun looks for what it counts."""
NEAR_END: Final = 20
"""Letters before a number that hold what parts it from those told before."""


def counted_by_place(
    lower: str, shared: Sequence[Candidate], i: int, told: Before
) -> Candidate | None:
    """Give a number without a noun those that its place shows it to count.

    "The other two", "40 who fled", "two explosions at the port, 1 at the gate".
    """
    here = shared[i]
    if here.has_noun or here.unit or here.high < 1:
        return None
    if _AT.match(lower, here.end):
        return _at_place(lower, shared, i)
    if here.high == 1:
        return None
    if _WHO.match(lower, here.end) and not lower.startswith("a couple", here.start):
        whole = next(
            (w for w in reversed(shared[max(0, i - NEAR) : i]) if is_person(w.unit)),
            None,
        )
        noun = whole.unit if whole and whole.unit not in _BY_FATE else "person"
        return replace(here, unit=noun, is_sure=True, is_part=whole is not None)
    if lower.endswith(_OTHERS, 0, here.start):
        noun = _of_others(lower, shared, i, told)
        return replace(here, unit=noun, is_sure=True, is_part=True) if noun else None
    return None


def _of_others(lower: str, shared: Sequence[Candidate], i: int, told: Before) -> str:
    """Give what "the other two" are of: more than two told before, or the only person.

    "The woman left after the other two, they said" tells of women.
    """
    here = shared[i]
    for whole in reversed(shared[max(0, i - NEAR) : i]):
        if whole.unit in MEASURED.values() or (
            here.measure in OF_PERSONS and not is_person(whole.unit)
        ):
            continue
        if whole.unit and whole.high > here.high:
            return whole.unit
    if told.unit and told.most > here.high:
        return told.unit
    return only_person(lower[: here.start])


def _at_place(lower: str, shared: Sequence[Candidate], i: int) -> Candidate | None:
    """Give "2 at the airport" what was told before: "two explosions", "Bombs hit: "."""
    here, before = shared[i], lower[: shared[i].start]
    if lower.startswith(("a ", "an", "no"), here.start) and here.high <= 1:
        return None
    if not _PARTED.search(lower, max(0, here.start - NEAR_END), here.start):
        return None
    for whole in reversed(shared[max(0, i - NEAR) : i]):
        beside = _is_beside(lower, whole, here)
        if whole.unit and (beside or whole.high >= max(here.high, 2)):
            measure = whole.measure if whole.measure in OF_PERSONS else None
            is_beside = beside or (not measure and _AT.match(lower, whole.end))
            return replace(
                here,
                unit=whole.unit,
                measure=here.measure or measure,
                is_sure=True,
                is_part=whole.is_part or not is_beside,
            )
    noun = only_plural(before, persons=False) if _HEAD.match(before) else ""
    return replace(here, unit=noun, is_sure=True) if noun else None


# Matches " in Spain and " between "killed 12" and "14 in Portugal".
_THERE: Final = re.compile(
    r"\s(?:in|at|on|near|outside)\s[^.,;:\d]{1,40}(?:,|,?\sand)\s$"
)


def _is_beside(lower: str, whole: Candidate, here: Candidate) -> bool:
    """Tell whether two numbers stand side by side, each with its place."""
    return (
        not whole.is_part
        and whole.high > 1
        and whole.end < here.start
        and _THERE.match(lower[whole.end : here.start]) is not None
    )


# Matches the first word of "One was released": of those told before.
_WAS: Final = re.compile(r"\s+(?:was|is|has\s+been|had|has|remains|later|escaped)\b")


def _bare_one(
    lower: str, here: Candidate, unit: str, who: str, told: Before
) -> Candidate:
    """Give "one" the noun of those told before: "two explosions, one at the gate"."""
    if here.measure in OF_ONE:
        return replace(here, unit=who or "person")
    if not _GOES_ON.match(lower, here.end):
        return here
    noun = ""
    if unit and _PARTED.search(lower[: here.start]):
        noun = unit
    elif not unit and _THE_OTHER.match(lower, here.end):
        noun = told.pair
    elif here.start == 0 and _WAS.match(lower, here.end):
        noun = told.people
    return replace(here, unit=noun, is_sure=bool(noun), is_part=bool(noun))
