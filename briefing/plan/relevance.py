"""How much a statement belongs to a section: its words, its neighbours, its time."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from briefing.model.outline import SectionSpec, SectionTime
from briefing.model.statement import Speaker, Statement
from briefing.plan.actors import Actors
from briefing.plan.centrality import SHORT, centrality
from briefing.plan.stems import content_stems
from briefing.plan.view import View
from briefing.plan.when import when_of
from briefing.text.words import fold

TERM: Final = 3.0
ABOUT: Final = 1.0
CUE: Final = 2.0
"""Weights of a section's own terms, its `about` line and the library's cues. A cue list
per common kind of section is worth nine points over the title alone."""

VOICE: Final = 0.4
"""What it adds that the words are those of one of the section's own voices."""

NEIGHBOUR: Final = 0.25
"""Weight of the sentences before and after: worth five points of assignment."""

FOREIGN: Final = 0.3
"""What it adds, where a section is ordered by actor, that a statement is of another
country's people than the one most heard: those who respond are mostly others."""

BESIDE: Final = 0.9
"""Share of its other side's relevance that a side of a dispute has at the least."""

# Matches "NO", the code of a country; not a name.
CODE: Final = re.compile(r"[A-Z]{2}")

CENTRAL: Final = 0.7
"""What a statement about the event itself, in the words of the articles' headlines and
leads, adds for the section of the event, in units of a cue."""


TIME: Final = 0.6
"""What fitting or missing the section's time adds or takes, in units of a cue."""


TIMES: Final[tuple[SectionTime | None, ...]] = ("before", "event", "after", None)


@dataclass(frozen=True, slots=True)
class Profile:
    """A section's vocabulary: first stem → (whole phrase, weight)."""

    section: SectionSpec
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], float], ...]]


def profile_of(section: SectionSpec) -> Profile:
    """Stem the section's words; the heaviest weight of a phrase holds."""
    weights: dict[tuple[str, ...], float] = {}
    for words, weight in (
        ((section.title, *section.terms), TERM),
        (section.cues, CUE),
        (tuple(section.about.split()), ABOUT),
    ):
        for phrase in words:
            stems = content_stems(phrase)
            if stems:
                weights[stems] = max(weight, weights.get(stems, 0.0))
    phrases: dict[str, list[tuple[tuple[str, ...], float]]] = defaultdict(list)
    for stems, weight in sorted(weights.items()):
        phrases[stems[0]].append((stems, weight))
    return Profile(section, {key: tuple(value) for key, value in phrases.items()})


def relevance(
    view: View,
    event: dt.date | None,
    central: Mapping[str, float] | None = None,
    foreign: Collection[str] | None = None,
) -> dict[str, dict[str, float]]:
    """Give, for each topic section, how far each statement belongs there, from 0.

    How much each is in the words of the event, and which are of other countries'
    people, may be known.
    """
    found: dict[str, dict[str, float]] = {}
    topics = [s for s in view.outline.sections if s.kind == "topic"]
    foreign = foreign_to(view) if foreign is None else foreign
    central = central or centrality(view)
    titles = _titles(view) if any(s.voices for s in topics) else {}
    when = _times(view, event)
    ids = [s.id for s in view.corpus.statements]
    times = [when.get(item) for item in ids]
    joined = _joined(view)
    for section in topics:
        own = _own(profile_of(section), view)
        for item in _voiced(view, section, titles):
            own[item] += VOICE
        if section.order == "actor":
            for item in foreign:
                own[item] += FOREIGN
        if section.time == "event":
            own = {item: own[item] + CENTRAL * central[item] for item in ids}
        lift = {time: TIME * suits(section, time) for time in TIMES}
        mine = list(own.values())
        each = zip(ids, mine, _around(joined, mine), times, strict=True)
        found[section.id] = {
            item: value if value > 0.0 else 0.0  # noqa: FURB136 - twice as fast
            for item, alone, beside, time in each
            for value in (alone + NEIGHBOUR * beside + lift[time],)
        }
    _join_sides(view, found)
    return found


Points = Mapping[str, tuple[tuple[tuple[str, ...], float], ...]]
"""First stem → (whole phrase, what it counts where it stands)."""


def _own(profile: Profile, view: View) -> dict[str, float]:
    """Give how much of a section's vocabulary each statement holds."""
    points = {
        first: tuple(
            (phrase, weight * max(view.weight[w] for w in phrase) * len(phrase) ** 0.5)
            for phrase, weight in phrases
            if all(word in view.weight for word in phrase)
        )
        for first, phrases in profile.phrases.items()
        if first in view.weight
    }
    own = dict.fromkeys(view.stems, 0.0)
    # Few statements hold a word of a section.
    for item in {item for first in points for item in view.holders.get(first, ())}:
        own[item] = _matches(points, view.stems[item])
    return own


def _joined(view: View) -> list[bool]:
    """Tell before each statement, and behind the last, whether its article goes on."""
    homes = [s.article for s in view.corpus.statements]
    return [one == other for one, other in pairwise(("", *homes, ""))]


def _around(joined: Sequence[bool], values: Sequence[float]) -> list[float]:
    """Give what the sentences before and after each statement hold together."""
    return [
        (before if goes_on else 0.0) + (after if goes_further else 0.0)
        for before, after, goes_on, goes_further in zip(
            (0.0, *values[:-1]), (*values[1:], 0.0), joined, joined[1:], strict=False
        )
    ]


def _times(view: View, event: dt.date | None) -> dict[str, SectionTime]:
    """Give the time of each statement that names a day, sides of a dispute left out."""
    dated = (s for s in view.corpus.statements if s.dates and not _accuses(view, s))
    found = ((s.id, when_of(s, event)) for s in dated)
    return {item: when for item, when in found if when is not None}


Titles = Mapping[Speaker, tuple[tuple[str, ...], ...]]
"""Speaker → his name and roles, each as its stems."""


def _voiced(view: View, section: SectionSpec, titles: Titles) -> list[str]:
    """Give the statements whose speaker holds one of the offices the section names.

    A state that speaks ("Oslo said") does so through its government.
    """
    offices = {stems for office in section.voices if (stems := content_stems(office))}
    longest = max(map(len, offices), default=0)
    if not longest:
        return []
    found = {
        speaker: any(_names(words, offices, longest) for words in forms)
        for speaker, forms in titles.items()
    }
    return [item for item, who in view.speakers.items() if found[who]]


def _titles(view: View) -> Titles:
    """Give the name and the roles of each speaker, of any article."""
    roles = _roles(view)
    found: dict[Speaker, tuple[tuple[str, ...], ...]] = {}
    for speaker in set(view.speakers.values()):
        forms = (speaker.name, speaker.role or "", *roles.get(fold(speaker.name), ()))
        found[speaker] = tuple(map(content_stems, forms))
    return found


def _names(
    words: tuple[str, ...], offices: Collection[tuple[str, ...]], longest: int
) -> bool:
    """Tell whether one of *offices* stands in *words*."""
    return any(
        words[i : i + n] in offices
        for i in range(len(words))
        for n in range(1, longest + 1)
    )


def _roles(view: View) -> Mapping[str, set[str]]:
    """Give the roles that any article gives the bearer of a name."""
    found: dict[str, set[str]] = defaultdict(set)
    for statement in view.corpus.statements:
        for name in statement.names:
            if name.role:
                found[fold(name.name)].add(name.role)
    return found


def foreign_to(view: View) -> frozenset[str]:
    """Give the statements of another country's people than the one most heard."""
    actors = Actors(view)
    of = {s.id: actors.of(s.id) for s in view.corpus.statements if s.role == "body"}
    countries = {item: actor for item, actor in of.items() if CODE.fullmatch(actor)}
    heard = Counter(countries.values()).most_common(1)
    home = heard[0][0] if heard else None
    return frozenset(item for item, actor in countries.items() if actor != home)


def _join_sides(view: View, tables: dict[str, dict[str, float]]) -> None:
    """Let each side of a dispute belong, almost, where the other one does.

    What is disputed of the event is not of the time before it.
    """
    topics = [s.id for s in view.outline.sections if s.time != "before"]
    joined = [tables[section] for section in topics if section in tables]
    for relation in view.corpus.relations:
        if relation.kind == "disagrees":
            for table in joined:
                left, right = table[relation.left], table[relation.right]
                table[relation.left] = max(left, BESIDE * right)
                table[relation.right] = max(right, BESIDE * left)


def _matches(points: Points, stems: tuple[str, ...]) -> float:
    total = 0.0
    seen: set[tuple[str, ...]] = set()
    for i, first in enumerate(stems):
        for phrase, worth in points.get(first, ()):
            if phrase not in seen and stems[i : i + len(phrase)] == phrase:
                seen.add(phrase)
                total += worth
    length: float = max(SHORT, len(stems)) ** 0.5
    return total / length


def _accuses(view: View, statement: Statement) -> bool:
    """Tell whether a statement is a side of a dispute, or denies.

    The days that an accusation names are those of the deed, not of what is told.
    """
    disputes = view.disputes.get(statement.id, ())
    return statement.has_hedge("denial") or any(r.of == "denial" for r in disputes)


def suits(section: SectionSpec, when: SectionTime | None) -> float:
    """Give 1 where a statement's time suits the section, -1 where it does not.

    0 where the section asks for no time, or none is known.
    """
    if section.time == "any" or when is None:
        return 0.0
    return 1.0 if when == section.time else -1.0
