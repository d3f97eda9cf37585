"""Choose among what note, page and text say of an article; say where they differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from briefing.model.diagnostic import Diagnostic
from briefing.readers.credits import (
    find_byline,
    find_credited_agency,
    find_outlet,
    find_title,
)
from briefing.readers.days import Day, find_days
from briefing.readers.names import is_same_name
from briefing.readers.page import Claims
from briefing.readers.places import Found, Place
from briefing.text.words import fold

SAME_TITLE: Final = 55
"""Likeness, of 100, above which two titles are one in two wordings; titles of two
articles on one event are below 50."""

# Matches what parts a headline from the site: "Dam gives way | The Lomo Times"; not the
# hyphen of "car-free".
_TITLE_JOINT: Final = re.compile(r"\s+[|–—·»-]\s+")

# What stands in a field of names but names nobody.
_NOBODY: Final = frozenset({
    "admin", "administrator", "author", "editor", "editorial", "desk", "web", "staff",
    "reporter", "reporters", "writer", "newsroom", "news", "team", "online",
    "redaction", "root", "user", "guest", "unknown", "by", "from", "the",
    "correspondent", "correspondents",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proof:
    """What an article says of itself, each fact's proofs with the best first."""

    title: tuple[Found, ...]
    outlet: tuple[Found, ...]
    agency: tuple[Found, ...]
    byline: tuple[Found, ...]
    days: tuple[Day, ...]


def find_proof(claims: Claims, places: tuple[Place, ...]) -> Proof:
    """Put what a page's data claims before what its text shows."""
    outlet = (*claims.outlet, *_one(find_outlet(places)))
    byline = (*claims.byline, *_one(find_byline(places)))
    houses = [found.value for found in outlet]
    titles = (_without_site(title, houses) for title in claims.title)
    return Proof(
        (*titles, *_one(find_title(places))),
        outlet,
        (*claims.agency, *_one(find_credited_agency(places))),
        _people_first(tuple(_without_house(b, houses) for b in byline), outlet),
        _ordered((*claims.days, *find_days(places))),
    )


def _without_site(title: Found, houses: Sequence[str]) -> Found:
    """Give a title without the outlet behind it: "Dam gives way | Lomo Times"."""
    joints = [*_TITLE_JOINT.finditer(title.value)]
    joint = joints[-1] if joints else None
    if joint and _is_house(title.value[joint.end() :], houses):
        return Found(title.value[: joint.start()].strip(), title.where)
    return title


def _without_house(byline: Found, houses: Sequence[str]) -> Found:
    """Give a byline without the outlet behind it: "Jane Doe, Lomo Times"."""
    names, comma, house = byline.value.rpartition(",")
    if comma and names.strip() and _is_house(house, houses):
        return Found(names.strip(), byline.where)
    return byline


def _one(found: Found | None) -> tuple[Found, ...]:
    return (found,) if found else ()


def _people_first(
    bylines: tuple[Found, ...], outlets: tuple[Found, ...]
) -> tuple[Found, ...]:
    """Put names before the outlet's own, and leave out what names nobody."""
    named = [b for b in bylines if set(fold(b.value).split()) - _NOBODY]
    houses = [outlet.value for outlet in outlets]
    return tuple(sorted(named, key=lambda found: _is_house(found.value, houses)))


def _is_house(name: str, houses: Sequence[str]) -> bool:
    """Tell whether a byline is an outlet's name: "BBC News" in the field of authors."""
    words = _telling(name)
    return any(_telling(house) == words for house in houses)


def _telling(name: str) -> list[str]:
    words = fold(name).split()
    return words[1:] if words[:1] == ["the"] else words


def _ordered(days: tuple[Day, ...]) -> tuple[Day, ...]:
    """Put published before updated; a day that the page prints before its UTC twin."""
    found = sorted(days, key=lambda day: (day.value is None, day.is_update))
    if not found or not found[0].also:
        return tuple(found)
    first = found[0]
    local = [
        day
        for day in found
        if day.value in first.also and not day.also and day.is_update == first.is_update
    ]
    if not local:
        return tuple(found)
    return (local[0], *(day for day in found if day is not local[0]))


def find_disagreements(
    proof: Proof, path: str, settled: frozenset[str] = frozenset()
) -> tuple[Diagnostic, ...]:
    """Give a warning for each fact that two places of the article tell differently.

    What the analyst *settled* is no longer in doubt.
    """
    found: list[Diagnostic] = []
    houses = [found.value for found in proof.outlet]
    people = [b for b in proof.byline if not _is_house(b.value, houses)]
    for name, proofs, agree in (
        ("title", proof.title, is_same_title),
        ("outlet", proof.outlet, is_same_name),
        ("byline", people, is_same_name),
    ):
        other = next(
            (p for p in proofs[1:] if not agree(proofs[0].value, p.value)), None
        )
        if other:
            found.append(_disagreement(path, name, proofs[0], other))
    if "published" not in settled:
        found += _disagreeing_days(proof.days, path)
    return tuple(found)


def _disagreeing_days(days: Sequence[Day], path: str) -> list[Diagnostic]:
    known = [day for day in days if day.value]
    if not known:
        return []
    first = known[0]
    updates = {day.value for day in known if day.is_update}
    for other in known[1:]:
        if _is_one_moment(first, other) or other.is_update != first.is_update:
            continue
        # A printed day without "updated" is most often that of the update.
        if other.value in updates and not first.is_update:
            continue
        one, two = _as_found(first), _as_found(other)
        return [_disagreement(path, "published", one, two)]
    early = next((d for d in known if d.is_update and _is_before(d, first)), None)
    if early and not first.is_update:
        return [_disagreement(path, "published", _as_found(first), _as_found(early))]
    return []


def _is_one_moment(one: Day, other: Day) -> bool:
    return bool({one.value, *one.also} & {other.value, *other.also})


def _is_before(day: Day, other: Day) -> bool:
    if day.value is None or other.value is None or _is_one_moment(day, other):
        return False
    return day.value < other.value


def _as_found(day: Day) -> Found:
    return Found(str(day.value), day.where)


def _disagreement(path: str, name: str, one: Found, other: Found) -> Diagnostic:
    return Diagnostic(
        "read-page-disagrees",
        # Headlines are often written twice, for the page and for search engines.
        "note" if name == "title" else "warning",
        f"two ways to find {name} disagree: {one.value!r} ({one.where}), "
        f"{other.value!r} ({other.where})",
        path,
        hint=f"the first is used; `{name}:` in the outline's sources settles it",
    )


def is_same_title(one: str, other: str) -> bool:
    """Tell whether two titles may be one article's."""
    from rapidfuzz import fuzz  # late: a plain file has one title

    return fuzz.token_set_ratio(fold(one), fold(other)) >= SAME_TITLE
