"""Find two days told of one act: sunk on 18 November here, and on the 19th there.

Only days of the month count: a weekday is often that of the paper, not of the act.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from typing import Final

from briefing.model.corpus import Relation
from briefing.model.statement import DateMention
from briefing.relate.conflicts import other_figures, other_people
from briefing.relate.dispute import dispute
from briefing.relate.gists import Gist, term_of, written
from briefing.relate.same import likeness
from briefing.relate.scene import Scene
from briefing.resources import word_set, word_table
from briefing.text.words import stopwords

NEAR: Final = 9
"""Words on either side of a day among which the act and its object stand."""

APART: Final = 4
"""Days that two papers' days for one act differ by at most; more are two acts."""

TOLD: Final = 2
"""Terms near the day that both must have: the act and what it was done to."""

SHARED: Final = 4
"""Terms that both sentences must have."""

ALIKE: Final = 0.2
"""Likeness of the two sentences. On sixteen events one true pair, at 0.22; without the
act's verb there was one false, at 0.35."""

LONGEST: Final = 60
"""Days of one act that are held against each other."""

# Matches the "19" of "November 19" and "19 Nov"; not "November 2008".
OF_MONTH: Final = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b(?!\s?[ap]\.?m)")


PRINTED: Final = frozenset({"posted", "published", "updated", "filed"})
"""Verbs whose day is that of the article."""


@dataclass(frozen=True, slots=True)
class ActDay:
    """A day of the month and the act that a sentence puts on it."""

    gist: Gist
    day: dt.date
    place: slice
    """Where the day stands in the text."""
    acts: frozenset[str]
    """Terms of verbs near the day."""
    near: frozenset[str]
    """Terms of all words near it."""


def find_day_disputes(scene: Scene) -> Iterator[Relation]:
    """Give the pairs of *scene* that put one act on two days."""
    shelves: defaultdict[str, list[ActDay]] = defaultdict(list)
    for gist in scene.gists:
        for told in _days_of(gist):
            for act in sorted(told.acts):
                shelves[act].append(told)
    seen: set[tuple[str, str]] = set()
    for shelf in shelves.values():
        for one, two in combinations(shelf[:LONGEST], 2):
            pair = one.gist.statement.id, two.gist.statement.id
            if pair not in seen and _are_one_act(one, two, shelf, scene):
                seen.add(pair)
                yield _relation(one, two)


def _days_of(gist: Gist) -> Iterator[ActDay]:
    statement = gist.statement
    if statement.role != "body" or statement.hedges:
        return
    for date in statement.dates:
        words = statement.words_at(date.span)
        is_day = date.type == "DATE" and date.day is not None
        near = _near(gist, date) if is_day and OF_MONTH.search(words) else []
        if near and date.day and PRINTED.isdisjoint(near):
            acts = frozenset(term_of(w) for w in near if _is_verb(w)) - {""}
            terms = frozenset(map(term_of, near)) - {""}
            place = statement.place_of(date.span)
            yield ActDay(gist, date.day, place, acts, terms)


def _near(gist: Gist, date: DateMention) -> list[str]:
    place = gist.statement.place_of(date.span)
    words = [t for t in gist.tokens if t.text[0].isalpha()]
    before = [t.lower for t in words if t.end <= place.start][-NEAR:]
    after = [t.lower for t in words if t.start >= place.stop][:NEAR]
    return [word for word in (*before, *after) if word not in stopwords()]


@cache
def _is_verb(word: str) -> bool:
    """Tell whether a word is a verb of the past: "sank", "sunk", "opened"."""
    rows = (row[1] for row in word_table("contractions") if row[0] == "participle")
    known = word_set("finite_verbs").union(*(row.split() for row in rows))
    return word.endswith("ed") or word in known


def _are_one_act(
    one: ActDay, two: ActDay, shelf: Sequence[ActDay], scene: Scene
) -> bool:
    """Tell whether two days of one verb are told of one act, and cannot both hold."""
    mine, yours = one.gist, two.gist
    if mine.statement.article == yours.statement.article or one.day == two.day:
        return False
    if abs((one.day - two.day).days) > APART or len(one.near & two.near) < TOLD:
        return False
    if len(mine.terms & yours.terms) < SHARED or _told_elsewhere(one, two, shelf):
        return False
    if other_figures(mine, yours) or other_people(mine, yours):
        return False
    return likeness(mine, yours, scene.weigh) >= ALIKE


def _told_elsewhere(one: ActDay, two: ActDay, shelf: Sequence[ActDay]) -> bool:
    """Tell whether either's article has the act on the other's day as well."""
    days = {one.gist.statement.article: two.day, two.gist.statement.article: one.day}
    return any(days.get(told.gist.statement.article) == told.day for told in shelf)


def _relation(one: ActDay, two: ActDay) -> Relation:
    one, two = sorted((one, two), key=lambda told: told.gist.statement.id)
    mine, yours = (_words(told, one.acts & two.acts) for told in (one, two))
    because = f"of one act, “{mine}” and “{yours}” cannot both be right"
    about = f"{mine} / {yours}"
    found = dispute("account", (one.gist, two.gist), SURE, because, about)
    return replace(found, is_detail=True)


def _words(told: ActDay, acts: frozenset[str]) -> str:
    """Give the day and the first verb, which is the chief one, with what is between."""
    words = (t for t in told.gist.tokens if t.text[0].isalpha())
    verb = next(t for t in words if term_of(t.lower) in acts)
    place = told.place
    return written(told.gist, min(verb.start, place.start), max(verb.end, place.stop))


SURE: Final = 0.6
"""Score of such a dispute: as sure as that of another detail."""
