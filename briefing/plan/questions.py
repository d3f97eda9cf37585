"""Find the open questions: what sources do not know, allege alone, or leave unanswered.

A question is composed of a label and a source's own words, nothing else.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable
from typing import Final

from briefing.labels import label
from briefing.model.brief import QuestionKind
from briefing.model.plan import PlannedDisagreement, PlannedQuestion, PlannedSection
from briefing.model.statement import Statement
from briefing.plan.alleged import alleged
from briefing.plan.announced import announced
from briefing.plan.answered import Answers
from briefing.plan.candidates import Candidate
from briefing.plan.contested import disputed
from briefing.plan.disagreements import SHARE as DISAGREEMENTS
from briefing.plan.event import newest_day
from briefing.plan.left_open import UNCONFIRMED, UNKNOWN, left_open
from briefing.plan.posed import posed
from briefing.plan.selection import Selection
from briefing.plan.view import View

MOST: Final = 6
"""Questions that a reader takes in; the least supported go."""

ROOM: Final = 3.35
"""Words of all questions and their excerpts, times the root of the sections' length:
106 beside a thousand, so that the page stays shorter than what it asks about."""

SPARED: Final = 0.5
"""Share of the words that disagreements leave of theirs which questions may take."""

RANK: Final[dict[QuestionKind, int]] = {
    "disputed": 0,
    "unknown": 1,
    "unconfirmed": 2,
    "alleged": 3,
    "gap": 4,
}

DISPUTED: Final = 0.5
"""Share of those words that disputes may take: their sides stand elsewhere too."""

ALIKE: Final = 0.6
"""Share of the fewer words of two questions from which they ask the same."""


FLOOR: Final = 0.08
"""Weight, as a share of the best question's, below which a question is a detail."""

REPEATS: Final = 0.4
"""Share of a sentence's content that another's holds from which both ask one thing."""

LOOKED_AT: Final = 60
"""Distinct questions among which those that are asked are sought; the rest of a large
corpus would take long and seldom be short enough."""


LONG_AGO: Final = dt.timedelta(days=30)
"""Age, beside the newest article, from which nobody leaves a thing open any more of
which no article has spoken since."""


def open_questions(
    selection: Selection,
    able: list[Statement],
    sections: tuple[PlannedSection, ...],
    disputes: tuple[PlannedDisagreement, ...] = (),
) -> tuple[PlannedQuestion, ...]:
    """Give the questions the articles leave open, the most important first.

    What the *disputes* that are shown leave of their words is theirs in part.
    """
    sides = [side.choice.statement for d in disputes for side in d.sides]
    told = [d for d in disputes if d.kind != "edit"]
    parties = [side.choice.statement for d in told for side in d.sides]
    found = [
        *disputed(selection, able, frozenset(sides)),
        *(one for gap in UNKNOWN for one in left_open(selection, able, gap)),
        *posed(selection),
        *announced(selection, able),
        *left_open(selection, able, UNCONFIRMED),
        *alleged(selection, able),
    ]
    least = FLOOR * max((one.weight for one in found), default=0.0)
    found = [one for one in found if one.weight >= least]
    found.sort(key=lambda c: (RANK[c.question.kind], c.is_last, -c.weight))
    room = ROOM * math.sqrt(selection.view.outline.length)
    room += SPARED * _spared(selection, parties)
    kept = _short(_distinct(selection, found), room)
    return (*(c.question for c in kept), *_gaps(sections))


def _spared(selection: Selection, sides: Iterable[str]) -> float:
    """Give the words that disagreements might have taken and did not."""
    taken = sum(selection.worth.words[item] for item in sides)
    return max(0.0, DISAGREEMENTS * selection.view.outline.length - taken)


def _short(found: Iterable[Candidate], room: float) -> list[Candidate]:
    """Keep the questions, in order, that the word budget holds."""
    left, contested = room, DISPUTED * room
    kept: list[Candidate] = []
    for one in found:
        is_contested = one.question.kind == "disputed"
        if one.words <= (min(left, contested) if is_contested else left):
            kept.append(one)
            left -= one.words
            contested -= one.words if is_contested else 0
    return kept[:MOST]


def _distinct(selection: Selection, found: list[Candidate]) -> Iterable[Candidate]:
    """Give one open question for each matter: the first in rank, the best supported."""
    said: set[str] = set()
    kept: list[Candidate] = []
    answers, facts = Answers(selection.view), selection.view.stems
    for one in found:
        matter = set(facts[one.main])
        if one.main in said or any(
            len(matter & set(facts[other.main])) >= REPEATS * len(matter)
            or _asks_same(one, other)
            for other in kept
        ):
            continue
        if one.question.kind != "disputed" and (
            _is_past(selection.view, one.main) or answers.to(one.main, one.matter)
        ):
            continue
        kept.append(one)
        for choice in one.question.choices:
            said.update(selection.view.fact_of[choice.statement].members)
        yield one
        if len(kept) == LOOKED_AT:
            return


def _is_past(view: View, statement: str) -> bool:
    """Tell whether a thing was left open long ago, and never since."""
    newest = newest_day(view)
    days = [
        view.told_on(view.statements[item]) for item in view.fact_of[statement].members
    ]
    return newest is not None and all(day and day < newest - LONG_AGO for day in days)


def _asks_same(one: Candidate, other: Candidate) -> bool:
    if "disputed" in (one.question.kind, other.question.kind):
        return False
    least = min(len(one.matter), len(other.matter))
    return len(one.matter & other.matter) >= ALIKE * least


def _gaps(sections: tuple[PlannedSection, ...]) -> Iterable[PlannedQuestion]:
    for section in sections:
        if not section.choices:
            text = label("ask.gap", title=section.title)
            yield PlannedQuestion(
                "gap", text, (), "no statement belongs to the section"
            )
