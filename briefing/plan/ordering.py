"""Put a section's choices in reading order and into paragraphs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from briefing.model.outline import SectionOrder
from briefing.model.plan import Choice
from briefing.plan.view import View

PARAGRAPH: Final = 4
"""Excerpts after which a paragraph ends even where its matter goes on."""

FAR: Final = dt.date.max

Key = Callable[[View, Choice], tuple[object, ...]]


def in_order(
    view: View, choices: tuple[Choice, ...], order: SectionOrder
) -> tuple[Choice, ...]:
    """Sort *choices* as the section asks and mark where paragraphs open."""
    if order == "actor":
        arranged = _by_actor(view, choices)
    else:
        arranged = sorted(choices, key=lambda choice: KEYS[order](view, choice))
    return _paragraphs(view, arranged)


def _by_time(view: View, choice: Choice) -> tuple[object, ...]:
    return (_first_day(view, choice), _place(view, choice))


def _by_sequence(view: View, choice: Choice) -> tuple[object, ...]:
    statement = view.statements[choice.statement]
    told = view.told_on(statement) or FAR
    return (_first_day(view, choice), told, _place(view, choice))


def _by_relevance(view: View, choice: Choice) -> tuple[object, ...]:
    return (-choice.parts.get("relevance", 0.0), _place(view, choice))


KEYS: Mapping[SectionOrder, Key] = {
    "time": _by_time,
    "sequence": _by_sequence,
    "relevance": _by_relevance,
}


def _by_actor(view: View, choices: tuple[Choice, ...]) -> list[Choice]:
    """Keep each actor's excerpts together; the actor with the best one comes first."""
    ranked = sorted(choices, key=lambda choice: (-choice.score, _place(view, choice)))
    actors = list(dict.fromkeys(actor_of(view, choice) for choice in ranked))
    return sorted(
        choices,
        key=lambda choice: (
            actors.index(actor_of(view, choice)),
            _told(view, choice),
            _place(view, choice),
        ),
    )


def actor_of(view: View, choice: Choice) -> str:
    """Give who speaks or acts in a choice: its speaker, else its first country."""
    statement = view.statements[choice.statement]
    speakers = [a.speaker.name for a in statement.attributions if a.speaker]
    names = [place.name for place in statement.places]
    return (speakers or names or [""])[0]


def _first_day(view: View, choice: Choice) -> dt.date:
    """Give the earliest day named; the day of telling where none is named."""
    statement = view.statements[choice.statement]
    days = [d.earliest for d in statement.dates if d.earliest is not None]
    return min(days, default=None) or view.told_on(statement) or FAR


def _told(view: View, choice: Choice) -> dt.date:
    return view.told_on(view.statements[choice.statement]) or FAR


def _place(view: View, choice: Choice) -> int:
    return view.order[choice.statement]


def _paragraphs(view: View, choices: list[Choice]) -> tuple[Choice, ...]:
    """Open a paragraph where the article and the matter change, or one grows long."""
    marked: list[Choice] = []
    length = 0
    for choice in choices:
        opens = not marked or length >= PARAGRAPH or _parts(view, marked[-1], choice)
        length = 1 if opens else length + 1
        marked.append(replace(choice, opens_paragraph=opens))
    return tuple(marked)


def _parts(view: View, last: Choice, choice: Choice) -> bool:
    one, other = view.statements[last.statement], view.statements[choice.statement]
    if one.article == other.article and abs(_place(view, last) - _place(view, choice)) < 4:
        return False
    shared = set(view.stems[one.id]) & set(view.stems[other.id])
    return sum(view.weight[word] for word in shared) < 1.0
