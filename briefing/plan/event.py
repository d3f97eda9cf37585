"""Find the event the articles are about: its day and its place."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from briefing.model.article import Span
from briefing.model.statement import Statement
from briefing.plan.stems import content_stems
from briefing.plan.view import View
from briefing.resources import words_of

CLOSE: Final = 31
"""Days before an article within which it looks for its event."""

SPOTS: Final = ("city", "place", "metonym")
"""Kinds of place where something may be; "Brussels" is a town as well as the Union."""

HEADLINE: Final = 0.6
"""What a place in a headline counts, beside 1 for a sentence in all the event's words
that says something is there."""

NAMED: Final = 0.3
"""Share of all votes that the event's place has at least. On fourteen events the right
place has .46 and more; what is no place of theirs has .37 once, else under .2."""

# Matches "in downtown ", "outside the city of "; not "Gulf of ", "from ", "mayor of ".
LOCATIVE: Final = re.compile(
    r"\b(?:(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Oo]ff|[Aa]round|[Tt]hrough"
    r"|[Aa]cross|[Ss]trikes?|[Hh]its?)\s(?:(?:the|central|downtown|greater|north|south"
    r"|east|west|northern|southern|eastern|western)\s){0,3}"
    rf"|(?:capital|state|{'|'.join(sorted(words_of('place_nouns')))})\sof\s)$"
)

# Matches "Gulf of Orm", "Mt. Orm", "Lake Orm", "the Orm National Park", "suburban Orm";
# not "Bank of Orm", "Mount a campaign", "Orm Park", a street or a person's as often.
NAME: Final = r"(?:(?!(?:On|In|At|Near|Off|From|The|To|Of)\b)[A-Z][\w’'-]+)"
FEATURE: Final = re.compile(
    rf"\b(?:(?:Gulf|Straits?|Bay|Sea|Isle|Horn|Cape)\sof\s{NAME}"
    rf"|(?:{NAME}[\s/-])?(?:Mount|Mt\.?)\s(?P<mount>(?:St\.?\s)?{NAME})"
    rf"|(?:Lake|Cape|suburban)\s{NAME}"
    rf"|(?:{NAME}\s){{1,3}}(?:National\sPark|Sea|Strait|Glacier|Peninsula|Islands?))"
    r"(?!\w)"
)


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """When and where, and how it was found; None where the articles do not tell."""

    date: dt.date | None
    place: str | None
    because: str


def find_event(view: View, central: Mapping[str, float]) -> FoundEvent:
    """Give the outline's event, completed from the articles.

    *central* tells how much of each statement is in the words of the event.

    The day is the one that most origins name, in a sentence with a toll above all: days
    of telling differ from article to article, the day of the event does not.
    """
    told = view.outline.event
    if told.date is not None and told.place is not None:
        return FoundEvent(told.date, told.place, "the outline says so")
    date, origins = _most_named_day(view)
    place = told.place or find_place(view, told.date or date, central)
    if told.date is not None:
        return FoundEvent(told.date, place, "the outline names the day")
    name = "origin names" if origins == 1 else "origins name"
    because = f"{origins} {name} this day" if date else "no day is named"
    return FoundEvent(date, place, because)


def newest_day(view: View) -> dt.date | None:
    """Give the day of the newest article, None where no article is dated."""
    days = [a.published for a in view.corpus.articles if a.published is not None]
    return max(days, default=None)


def _most_named_day(view: View) -> tuple[dt.date | None, int]:
    newest = newest_day(view)
    origins: dict[dt.date, set[str]] = {}
    tolls: dict[dt.date, set[str]] = {}
    for statement in view.corpus.statements:
        origin = view.corpus.origins[statement.id].name
        toll = any(f.measure and f.is_real for f in statement.figures)
        told = view.told_on(statement) or newest
        for day in days_of(statement):
            if told is None or 0 <= (told - day).days <= CLOSE:
                origins.setdefault(day, set()).add(origin)
                tolls.setdefault(day, set()).update({origin} if toll else ())
    if not origins:
        return None, 0
    best = min(origins, key=lambda d: (-len(origins[d]) - len(tolls[d]), d))
    if len(origins[best]) > 1:
        return best, len(origins[best])
    alone = [day for day in origins if len(tolls[day]) == len(tolls[best])]
    return (best if len(alone) == 1 else _day_of_title(view, set(alone))), 1


def _day_of_title(view: View, days: AbstractSet[dt.date]) -> dt.date | None:
    """Give the one of *days*, each told by one origin, of which the title speaks."""
    asked = set(content_stems(view.outline.title))
    shared: dict[dt.date, int] = {}
    for statement in view.corpus.statements:
        for day in days & days_of(statement):
            held = len(asked.intersection(view.stems[statement.id]))
            shared[day] = max(held, shared.get(day, 0))
    most = max(shared.values(), default=0)
    best = [day for day, held in shared.items() if held == most]
    return best[0] if most and len(best) == 1 else None


def days_of(statement: Statement) -> set[dt.date]:
    """Give the single days that *statement* names; spans of days are left out."""
    return {date.day for date in statement.dates if date.day is not None}


def _spots(statement: Statement) -> dict[str, bool]:
    """Give the places named as such, and whether something is said to be there.

    It is in "near Ardal" and "the city of Ardal". Where people are from ("an Ardal
    man") and what bears a place's name ("the Ardal Police") is not where it happened.
    """
    shift = statement.span.start
    is_head = statement.role == "headline"  # where capitals make no name of a body
    names = () if is_head else statement.names
    bodies = [n.span for n in names if n.kind == "organisation"]
    found: dict[str, bool] = {}
    features = list(FEATURE.finditer(statement.text))
    for feature in features:
        name = f"Mount {mount}" if (mount := feature["mount"]) else feature.group()
        is_in = LOCATIVE.search(statement.text[: feature.start()]) is not None
        found[name] = is_in or found.get(name, False)
    inside = [Span(shift + f.start(), shift + f.end()) for f in features]
    for place in statement.places:
        in_name = any(s.start <= place.span.start < s.end for s in (*bodies, *inside))
        is_spelled = statement.words_at(place.span) == place.name
        if place.kind in SPOTS and is_spelled and not in_name:
            is_in = LOCATIVE.search(statement.words_before(place.span)) is not None
            found[place.name] = is_in or found.get(place.name, False)
    return found


def _is_of_another_time(statement: Statement, day: dt.date | None) -> bool:
    """Tell whether a statement names a day long before the event's, and not that."""
    days = days_of(statement)
    spans = [d.earliest for d in statement.dates if d.earliest is not None]
    if day is None or not spans or day in days:
        return False
    return (day - min(spans)).days > CLOSE


def find_place(
    view: View, day: dt.date | None, central: Mapping[str, float]
) -> str | None:
    """Give the place that the articles name where they tell of the event.

    Each article speaks once for a place: by its headline, or by the sentence in the
    words of the event that says something is there. None where too few do.
    """
    votes: dict[str, dict[str, float]] = {}
    for statement in view.corpus.statements:
        if _is_of_another_time(statement, day):
            continue
        is_head = statement.role == "headline"
        for spot, is_in in _spots(statement).items():
            if is_head or is_in:
                worth = HEADLINE if is_head else central[statement.id]
                held = votes.setdefault(spot, {})
                held[statement.article] = max(worth, held.get(statement.article, 0.0))
    sums = {spot: math.fsum(sorted(held.values())) for spot, held in votes.items()}
    best = min(sums, key=lambda spot: (-sums[spot], spot), default=None)
    if best is None or sums[best] < NAMED * len(view.corpus.articles):
        return None
    return best
