"""Let neighbours lend what a number lacks: "a guard and three men were killed"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from briefing.extract.figures.antecedents import Before, only_plural
from briefing.extract.figures.counted import is_plural, singular
from briefing.extract.figures.measures import (
    OF_ONE,
    OF_PERSONS,
    befell_them,
    is_of_part,
    measure_before,
    measure_of_noun,
)
from briefing.extract.figures.persons import is_person
from briefing.extract.figures.vocabulary import TIME_UNITS


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quantity on its way to a figure."""

    start: int
    end: int
    low: float
    high: float
    unit: str
    what: str
    measure: str | None
    is_approximate: bool
    is_sure: bool = True
    """False for "a", "another" and "no", which count only where a measure does."""
    has_noun: bool = True
    is_part: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is a figure: sure of itself, or one that something befell."""
        if self.unit in TIME_UNITS or not self.unit:
            return False
        return self.is_sure or self.measure in OF_ONE


# Matches " and ", " and her ", ", ", " as well as " between two that share a verb.
_JOIN: Final = re.compile(
    r",?\s+and\s+(?:(?:his|her|their)\s+)?|\s*,\s+"
    r"|,?\s+(?:as well as|along with|plus|or)\s+"
)
# Matches the verb of "78 were Iranian", after which the noun before is counted.
_WERE: Final = re.compile(r"\s+(?:were|are|was|is|had|have)\s")
# Matches "to" of "400 to 250 men" and "of the" of "45 of the 52 bodies".
_SAME_NOUN: Final = re.compile(
    r"\s+(?:to|of(?:\s+(?:the|its|their|his|her|all|those|these))?|the)\s+"
)
# Matches what "three of them" counts by a pronoun; not "two of us".
_OF_THEM: Final = re.compile(r"\s+of\s+(?:them|whom|which|these|those)\b(?!\s+who)")
# Matches "three of them children", "six of them seriously"; not "two of them were".
_APPOSED: Final = re.compile(
    r"\s+of\s+(?:them|whom)\s+(?:\w+ly\b|(?!has\b|was\b)\w+s\b|children\b|\w+men\b"
    r"|from\b|in\b|under\b|aged\b)"
)
# Matches what goes on after a bare "one": " occurred", " probably caused", " at the".
_GOES_ON: Final = re.compile(
    r"\s+(?:\w+ly\s+)?(?:was|is|has\s+been|had|\w+ed|in|at|near|on|by|from|outside"
    r"|inside|hit|left|went|struck|fell|began|broke|took|sank|came)\b"
)
# Matches what parts a bare "one" from those it is of: ", ", ", and ", "; ", ": ".
_PARTED: Final = re.compile(r"(?:[,;:\u2014]|,?\s+(?:and|but|while))\s+$")
# Matches "and the other" after "one occurred at a counter".
_THE_OTHER: Final = re.compile(r"[^.;]*\bthe\s+other\b")
# Matches "to" of "from 61 seats to 44", and "one" of "one docker".
_TO: Final = re.compile(r"\s+to\s+")
_ONE: Final = re.compile(r"one\b")
_OF: Final = re.compile(r"\bof (?:the |its |their |his |her |all )?$")


def lend(lower: str, found: Sequence[Candidate], before: Before) -> list[Candidate]:
    """Give *found*, of a text in lower case, with nouns and measures shared out."""
    shared = _nouns(lower, _from_before(lower, _from_after(lower, found)), before)
    return _to_them(lower, shared)


def _from_after(lower: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Lend backwards: "a guard and three men were killed", "45 of the 52 bodies"."""
    shared = list(found)
    for i in range(len(shared) - 2, -1, -1):
        here, after = shared[i], shared[i + 1]
        if _shares_noun(lower, here, after):
            shared[i] = _with_noun_of(lower, here, after)
            if shared[i].is_part and is_of_part(lower, after.end):
                shared[i + 1] = replace(after, measure=measure_of_noun(after.what))
        elif _lacks(here, after) and measure_before(lower, after.start) is None:
            joined = _JOIN.fullmatch(lower, here.end, after.start)
            shared[i] = replace(here, measure=after.measure) if joined else here
    return shared


def _from_before(lower: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Lend forwards: "killed three men and a guard"."""
    shared = list(found)
    for i in range(1, len(shared)):
        before, here = shared[i - 1], shared[i]
        if _lacks(here, before) and measure_before(lower, before.start) is not None:
            joined = _JOIN.fullmatch(lower, before.end, here.start)
            shared[i] = replace(here, measure=before.measure) if joined else here
    return shared


def _shares_noun(lower: str, here: Candidate, after: Candidate) -> bool:
    """Tell whether both count the second's noun: "one of the six", "14 to 9 boats"."""
    if here.unit or not (after.unit or after.measure):
        return False
    return _SAME_NOUN.fullmatch(lower, here.end, after.start) is not None


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
            found_noun = _with_noun(lower, here, unit, who, told)
            shared[i] = _apposed(lower, shared[i - 1], found_noun) if i else found_noun
        elif here.unit != "percent":
            is_one = _ONE.match(lower, here.start) is not None
            if here.counts:
                unit = here.unit
            # what befell one befalls the next; a lorry or a mile is not hurt
            if _is_who(lower, here) if here.counts else is_one:
                who = here.unit
    return shared


def _is_who(lower: str, here: Candidate) -> bool:
    """Tell whether later numbers of the hurt count the same people."""
    if here.measure in OF_PERSONS or _OF.search(lower[: here.start]):
        return True
    return _ONE.match(lower, here.start) is not None and is_person(here.unit)


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


_BY_FATE: Final = frozenset(("victim", "casualty", "patient", "survivor", "evacuee"))
"""Units that tell what befell people: others, of whom more is told, are no such."""


def _with_noun(
    lower: str, here: Candidate, unit: str, who: str, told: Before
) -> Candidate:
    if here.unit == "" and here.high < 1:
        return _share(lower, here, unit, told)
    if here.unit == "" and _OF_THEM.match(lower, here.end):
        return _of_them(lower, here, unit, who, told)
    if not here.has_noun and _ONE.match(lower, here.start):
        return _bare_one(lower, here, unit, who, told)
    if here.measure in OF_PERSONS:
        is_other = here.unit == "other" and who in _BY_FATE
        return replace(here, unit="person" if is_other or not who else who)
    if not here.has_noun and _WERE.match(lower, here.end) and (unit or told.unit):
        part = bool(unit) and _is_of_whole(lower, here)
        return replace(here, unit=unit or told.unit, is_sure=True, is_part=part)
    if here.unit == "other":
        return replace(here, unit=unit or "person")
    is_crowd = here.is_sure and here.low != here.high
    return replace(here, unit="person") if is_crowd else here


# Matches what a share without a noun is of: "Serbs, with " before "half living there".
_WITH: Final = re.compile(r"\b(\w+),\s+with\s+$")


def _share(lower: str, here: Candidate, unit: str, told: Before) -> Candidate:
    """Give "about half" the noun told before."""
    if _OF_THEM.match(lower, here.end):
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


def _bare_one(
    lower: str, here: Candidate, unit: str, who: str, told: Before
) -> Candidate:
    """Give "one" the noun of those told before: "two explosions, one at the gate"."""
    if here.measure in OF_PERSONS:
        return replace(here, unit=who or "person")
    if not _GOES_ON.match(lower, here.end):
        return here
    noun = ""
    if unit and _PARTED.search(lower[: here.start]):
        noun = unit
    elif not unit and _THE_OTHER.match(lower, here.end):
        noun = told.pair
    return replace(here, unit=noun, is_sure=bool(noun), is_part=bool(noun))


def _to_them(lower: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Give people what befell "them": "two men slept when police arrested them"."""
    shared = [candidate for candidate in found if candidate.counts]
    stops = [*(candidate.start for candidate in shared[1:]), len(lower)]
    for i, (here, stop) in enumerate(zip(shared, stops, strict=False)):
        if here.measure is None and here.high > 1 and is_person(here.unit):
            shared[i] = replace(here, measure=befell_them(lower, here.end, stop))
    return shared
