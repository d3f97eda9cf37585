"""Count who says a thing: a party that is quoted twice, or prints itself, is one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from briefing.resources import word_table
from briefing.text.words import fold

Words = tuple[str, ...]
"""A name as its words, folded, without an article before it."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Whoever says one passage."""

    speaker: Words
    """Empty where the newsroom tells it itself."""
    role: Words
    """What the speaker is: "chief executive of Tarn Hydro"."""
    house: frozenset[Words]
    """Outlet, agency and byline of the article: a press release is its company's."""
    newsroom: str
    """The origin of the passage."""
    is_own: bool = False
    """True where the house is one that other articles quote as a party."""


def words_of(name: str | None) -> Words:
    """Give the words of a name: "The Tarn Hydro's" is "tarn hydro"."""
    words = re.findall(r"\w+", re.sub(r"['’]s\b", "", fold(name or "")))
    return tuple(words[1:] if words[:1] == ["the"] else words)


def count_voices(voices: Iterable[Voice], places: AbstractSet[Words]) -> int:
    """Count the parties among *voices*; one that is one with another is not counted.

    *places* are names in which no outlet is contained: Iran is not Iran Today.
    """
    groups: list[list[Voice]] = []
    for voice in voices:
        mine = [g for g in groups if any(are_one(voice, v, places) for v in g)]
        groups = [g for g in groups if g not in mine]
        groups.append([voice, *(v for group in mine for v in group)])
    return len(groups)


def are_one(one: Voice, two: Voice, places: AbstractSet[Words]) -> bool:
    """Tell whether two voices are one party, or cannot be told from one."""
    if not one.speaker and not two.speaker:
        return one.newsroom == two.newsroom
    if one.speaker and two.speaker and _speak_as_one(one, two, places):
        return True
    return _prints(one, two, places) or _prints(two, one, places)


def _speak_as_one(one: Voice, two: Voice, places: AbstractSet[Words]) -> bool:
    if is_bare(one.speaker) or is_bare(two.speaker):
        return True
    if names_match(one.speaker, two.speaker, places):
        return True
    return _holds(one.role, two.speaker, places) or _holds(
        two.role, one.speaker, places
    )


def _prints(one: Voice, two: Voice, places: AbstractSet[Words]) -> bool:
    """Tell whether *two* stands in what the speaker of *one* publishes."""
    if not one.speaker:
        return False
    if is_bare(one.speaker):
        return two.is_own
    return any(names_match(one.speaker, name, places) for name in two.house)


def names_match(one: Words, two: Words, places: AbstractSet[Words]) -> bool:
    """Tell whether two names are one, or the one stands in the other."""
    if not one or not two:
        return False
    return one == two or _holds(one, two, places) or _holds(two, one, places)


@dataclass(frozen=True, slots=True)
class Heard:
    """The names of all who are quoted, to be asked many times for one that matches."""

    names: frozenset[Words]
    lines: str
    """Each name with a space before and behind it, on a line of its own."""


def heard(names: Iterable[Words]) -> Heard:
    """Give *names* as they are asked for."""
    known = frozenset(name for name in names if name)
    return Heard(known, "\n".join(f" {' '.join(name)} " for name in known))


def is_heard(name: Words, parties: Heard, places: AbstractSet[Words]) -> bool:
    """Tell whether *name* matches one of *parties*, as `names_match` has it."""
    if not name:
        return False
    if name in parties.names:
        return True
    if name not in places and f" {' '.join(name)} " in parties.lines:
        return True
    ends = range(1, len(name) + 1)
    runs = (name[start:end] for end in ends for start in range(end))
    return any(run in parties.names and run not in places for run in runs)


def _holds(long: Words, short: Words, places: AbstractSet[Words]) -> bool:
    if not short or short[0] not in long or short in places:
        return False
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def is_bare(name: Words) -> bool:
    """Tell whether a speaker is only "the company", which may be any that is named."""
    return len(name) == 1 and name[0] in _bodies()


@cache
def _bodies() -> frozenset[str]:
    nouns = (
        row[1].split() for row in word_table("anaphoric_nouns") if row[0] == "body"
    )
    return frozenset(word for found in nouns for word in found)
