"""Put a section's choices in reading order and into paragraphs."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from briefing.model.outline import SectionOrder
from briefing.model.plan import Choice
from briefing.model.statement import Statement
from briefing.plan.actors import Actors
from briefing.plan.dating import main_date, main_dating
from briefing.plan.latest import day_of_telling, said_on
from briefing.plan.selection import Selection
from briefing.plan.telling import is_on, tells_event
from briefing.plan.view import View

PARAGRAPH: Final = 4
"""Excerpts after which a paragraph ends even where its matter goes on."""

NEAR: Final = 4
"""Sentences of one article closer than this tell one matter."""

ALIKE: Final = 1.2
"""Weight of shared stems from which two sentences stand in one paragraph; a rare name
weighs about 0.8, a word of every third sentence about 0.2."""

RUNS_ON: Final = 2
"""Sentences over which a report runs on in one day without naming it again."""

FAR: Final = dt.date.max

Groups = list[list[Choice]]
Grouper = Callable[[Selection, tuple[Choice, ...]], Groups]


def in_order(
    selection: Selection, choices: tuple[Choice, ...], order: SectionOrder
) -> tuple[Choice, ...]:
    """Sort *choices* as the section asks and mark where paragraphs open."""
    runs = _runs(selection.view, choices)
    heads = tuple(run[0] for run in runs)
    whole = {run[0].statement: run for run in runs}
    paragraphs: list[list[Choice]] = []
    for group in GROUPERS[order](selection, heads) if heads else ():
        paragraphs += _short([whole[head.statement] for head in group])
    return tuple(
        replace(choice, opens_paragraph=place == 0)
        for paragraph in paragraphs
        for place, choice in enumerate(paragraph)
    )


def _runs(view: View, choices: tuple[Choice, ...]) -> list[list[Choice]]:
    """Join each choice to the one it must directly follow, and what one breath said."""
    chosen = {choice.statement: choice for choice in choices}
    told = sorted(choices, key=lambda c: view.order[c.statement])
    spoken = {
        after.statement: before.statement
        for before, after in pairwise(told)
        if _is_one_quotation(view, before.statement, after.statement)
    }
    home: dict[str, list[Choice]] = {}
    for choice in choices:
        run = home.get(choice.follows or "", [])
        run.append(choice)
        home[choice.statement] = run
    for after, before in spoken.items():
        first, second = home[before], home[after]
        ends = first[-1].statement == before and second[0].statement == after
        if first is not second and ends:
            first.extend(second)
            home.update((choice.statement, first) for choice in second)
    kept = {id(run): run for run in home.values()}
    return sorted(kept.values(), key=lambda run: _place(choices, chosen, run))


def _place(
    choices: tuple[Choice, ...], chosen: Mapping[str, Choice], run: list[Choice]
) -> int:
    """Give where the first that was chosen of a run stands among *choices*."""
    return min(choices.index(chosen[choice.statement]) for choice in run)


def _is_one_quotation(view: View, before: str, after: str) -> bool:
    """Tell whether two sentences stand side by side in one speaker's quotation."""
    first, second = view.statements[before], view.statements[after]
    return (
        view.order[after] == view.order[before] + 1
        and first.article == second.article
        and second.segment - first.segment <= 1
        and first.is_quoted
        and second.is_quoted
        and view.speakers.get(before) == view.speakers.get(after)
    )


def _short(runs: list[list[Choice]]) -> list[list[Choice]]:
    """Fill paragraphs with whole runs; a run is never parted."""
    paragraphs: list[list[Choice]] = [[]]
    for run in runs:
        if paragraphs[-1] and len(paragraphs[-1]) + len(run) > PARAGRAPH:
            paragraphs.append([])
        paragraphs[-1].extend(run)
    return paragraphs


def _by_time(selection: Selection, choices: tuple[Choice, ...]) -> Groups:
    """Run by the days told of, then by the day of telling, then by place."""
    view = selection.view
    return _grouped(
        view,
        sorted(
            choices,
            key=lambda c: (first_day(view, c), told(view, c), place_of(view, c)),
        ),
    )


def _by_sequence(selection: Selection, choices: tuple[Choice, ...]) -> Groups:
    """Open with what tells the event best; run on by what happened, or was said."""
    view, event = selection.view, selection.event
    telling = {
        c.statement: tells_event(selection, view.statements[c.statement])
        for c in choices
    }
    arranged = sorted(
        choices,
        key=lambda c: (
            _day_in_sequence(selection, c),
            -telling[c.statement],
            place_of(view, c),
        ),
    )
    plain = [c for c in arranged if c.statement not in view.speakers] or arranged
    dated = [c for c in arranged if is_on(event, view.statements[c.statement])]
    counted = [c for c in plain if _counts_harm(view.statements[c.statement])]
    opening = max(dated + counted or plain, key=lambda c: telling[c.statement])
    return _grouped(view, [opening, *(c for c in arranged if c is not opening)])


def _counts_harm(statement: Statement) -> bool:
    """Tell whether it counts who came to harm, with no day or doubt: "Five died"."""
    return not (statement.dates or statement.hedges) and any(
        figure.measure and figure.is_real for figure in statement.figures
    )


def _grouped(view: View, arranged: Iterable[Choice]) -> Groups:
    """Keep neighbours of one matter together."""
    groups: Groups = []
    for choice in arranged:
        if groups and belong_together(view, groups[-1][-1], choice):
            groups[-1].append(choice)
        else:
            groups.append([choice])
    return groups


def _by_matter(selection: Selection, choices: tuple[Choice, ...]) -> Groups:
    """Keep what is alike together; the matter with the best excerpt comes first."""
    view = selection.view
    groups: Groups = []
    for choice in _best_first(view, choices):
        home = next(
            (
                group
                for group in groups
                if len(group) < PARAGRAPH
                and any(belong_together(view, other, choice) for other in group)
            ),
            None,
        )
        if home is None:
            groups.append([choice])
        else:
            home.append(choice)
    return [sorted(g, key=lambda c: (told(view, c), place_of(view, c))) for g in groups]


def _by_actor(selection: Selection, choices: tuple[Choice, ...]) -> Groups:
    """Keep each actor's excerpts together; the actor with the best one comes first."""
    view = selection.view
    actors = Actors(view)
    groups: dict[str, list[Choice]] = {}
    for choice in _best_first(view, choices):
        groups.setdefault(actors.of(choice.statement), []).append(choice)
    return [
        sorted(group, key=lambda c: (told(view, c), place_of(view, c)))
        for group in groups.values()
    ]


GROUPERS: Mapping[SectionOrder, Grouper] = {
    "time": _by_time,
    "sequence": _by_sequence,
    "relevance": _by_matter,
    "actor": _by_actor,
}


def _best_first(view: View, choices: tuple[Choice, ...]) -> list[Choice]:
    return sorted(choices, key=lambda c: (-c.score, place_of(view, c)))


def first_day(view: View, choice: Choice) -> dt.date:
    """Give the earliest day named; the day of telling where none is named."""
    statement = view.statements[choice.statement]
    days = [d.earliest for d in statement.dates if d.earliest is not None]
    return min(days, default=None) or view.told_on(statement) or FAR


def _day_in_sequence(selection: Selection, choice: Choice) -> dt.date:
    """Give the day of what happened; of words, the day on which they were said.

    A span of days in which the event lies counts as the event's day.
    """
    view, event = selection.view, selection.event
    statement = view.statements[choice.statement]
    if statement.id in view.speakers:
        return said_on(statement) or day_of_telling(view, statement) or FAR
    spans = [
        (d.earliest, d.latest)
        for d in statement.dates
        if d.earliest and d.latest and d.earliest < d.latest
    ]
    if event and any(first <= event <= last for first, last in spans):
        return event
    main = main_dating(statement)
    if main and main.tie != "named" and main.date.earliest == main.date.latest:
        return main.date.earliest or FAR
    is_dated = any(d.earliest is not None for d in statement.dates)
    if not is_dated and (day := _day_told_before(view, statement)):
        return day
    return first_day(view, choice)


def _day_told_before(view: View, statement: Statement) -> dt.date | None:
    """Give the day of what the sentences right before tell, as a report runs on.

    "The clashes on Sunday began … Several dozen men then barricaded themselves."
    """
    for step in range(1, RUNS_ON + 1):
        before = view.neighbour(statement, -step)
        if before is None or before.role != "body" or before.id in view.speakers:
            return None
        date = main_date(before)
        if date is not None and date.day is not None:
            return date.day
    return None


def told(view: View, choice: Choice) -> dt.date:
    """Give the day the choice's article was published, the last day if unknown."""
    return view.told_on(view.statements[choice.statement]) or FAR


def place_of(view: View, choice: Choice) -> int:
    """Give the choice's place in the corpus."""
    return view.order[choice.statement]


def belong_together(view: View, one: Choice, other: Choice) -> bool:
    """Tell whether two choices tell one matter: near in one article, or alike."""
    left, right = view.statements[one.statement], view.statements[other.statement]
    distance = abs(place_of(view, one) - place_of(view, other))
    if left.article == right.article and distance < NEAR:
        return True
    shared = view.matter[left.id] & view.matter[right.id]
    return math.fsum(view.weight[word] for word in shared) >= ALIKE
