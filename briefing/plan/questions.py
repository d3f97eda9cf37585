"""Find the open questions: what sources do not know, allege alone, or leave unanswered.

A question is composed of a label and a source's own words, nothing else.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from briefing.labels import label
from briefing.model.brief import QuestionKind
from briefing.model.plan import PlannedDisagreement, PlannedQuestion, PlannedSection
from briefing.model.statement import Hedge, HedgeKind, Statement
from briefing.plan.announced import announced
from briefing.plan.answered import Answers
from briefing.plan.asked import asked_words, named_after, possible_words
from briefing.plan.candidates import Candidate, candidate, quoted
from briefing.plan.contested import alleged, disputed
from briefing.plan.disagreements import SHARE as DISAGREEMENTS
from briefing.plan.eligible import is_pointing, why_not
from briefing.plan.event import newest_day
from briefing.plan.selection import Selection
from briefing.plan.stems import content_stems
from briefing.plan.view import View
from briefing.plan.wording import (
    FEWEST,
    NAMING,
    points_back,
    with_lead,
    with_subject,
)

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

UNSAID: Final = 0.8
ASKED_BY: Final = 0.7
"""What it counts that somebody would not say it, and that only a newsroom asks it,
beside what somebody says is not known."""

POINTS: Final = 0.6
"""What a question counts that says nothing without the sentence before it."""

FLOOR: Final = 0.08
"""Weight, as a share of the best question's, below which a question is a detail."""

REPEATS: Final = 0.4
"""Share of a sentence's content that another's holds from which both ask one thing."""

LOOKED_AT: Final = 60
"""Distinct questions among which those that are asked are sought; the rest of a large
corpus would take long and seldom be short enough."""

LEAD_IN: Final = 40
"""Words of a sentence that may stand before a question's own."""

# Matches "Questions to consider: Where did", "A key question looms: Were"; not "He
# called the question absurd: who".
POSES: Final = re.compile(r"^(?:[^:?]*\bquestions?\b[^:?]*:\s*)(?=\w)", re.IGNORECASE)

# Matches a question put to the reader, or by a speaker; not "US".
ADDRESSED: Final = re.compile(
    r"\b(?:[Yy]ou|[Yy]our|[Ww]e|[Oo]ur|I|[Mm]y|[Uu]s)\b|[“”\"]"
)

# Matches what one is to do, and what is put to the reader: "where to go", "who hit
# you"; not "who went to sea".
ADVISED: Final = re.compile(
    r"\A(?:who|whom|what|where|when|how|which)\s+(?:\w+\s+)?to\s|\b[Yy]ou(?:rs?)?\b",
    re.IGNORECASE,
)

# Matches "whether he had an attorney", "a lawyer for Berg"; not "the lawyer who fled".
DEFENDED: Final = re.compile(
    r"\b(?:ha[sd]|have|retained|hired)\s+(?:an?\s+)?(?:lawyer|attorney|solicitor)s?\b"
    r"|\b(?:lawyer|attorney|solicitor)s?\s+for\b",
    re.IGNORECASE,
)

LONG_AGO: Final = dt.timedelta(days=30)
"""Age, beside the newest article, from which nobody leaves a thing open any more of
which no article has spoken since."""

Asking = Callable[[Statement, Hedge], str]
"""Gives the words that a sentence with a hedge asks; "" where it asks nothing."""


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
    parties = [
        side.choice.statement
        for dispute in disputes
        for side in dispute.sides
        if dispute.kind != "edit"
    ]
    found = [
        *disputed(selection, able, frozenset(sides)),
        *_hedged(selection, able, "unknown", asked_words),
        *_hedged(selection, able, "unknown", named_after, of="refusal", form="unsaid"),
        *_hedged(selection, able, "unknown", possible_words, of="possible"),
        *_posed(selection),
        *announced(selection, able),
        *_hedged(selection, able, "unconfirmed", asked_words),
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


def _hedged(  # noqa: PLR0913 - what is asked, by which words
    selection: Selection,
    able: list[Statement],
    kind: QuestionKind,
    asking: Asking,
    *,
    of: HedgeKind | None = None,
    form: str = "",
) -> Iterable[Candidate]:
    """Give what sentences with a hedge leave open, each once.

    "Declined to comment" asks nothing; "did not say who gave the order" does.
    """
    known = 1.0 if of is None else UNSAID
    form = form or of or kind
    for statement in able:
        for hedge in statement.hedges:
            words = asking(statement, hedge) if hedge.kind == (of or kind) else ""
            cue = statement.words_at(hedge.span)
            if _may_be_asked(words) and words.split() != cue.split():
                words = with_subject(statement, hedge, words)
                before = _lead_in(selection, statement, hedge, words)
                if before is not None:
                    one = candidate(
                        selection,
                        kind,
                        label(f"ask.{form}", words=quoted(words)),
                        statement,
                        words,
                        before=before,
                        share=known * (POINTS if before else 1.0),
                    )
                    named = _named(selection, statement, hedge, words, before)
                    text = label(f"ask.{form}", words=quoted(named))
                    yield replace(one, question=replace(one.question, text=text))
                break


def _may_be_asked(words: str) -> bool:
    """Tell whether words ask for a fact: no advice, nor who will defend somebody."""
    return bool(words) and not (ADVISED.search(words) or DEFENDED.search(words))


def _named(
    selection: Selection,
    statement: Statement,
    hedge: Hedge,
    words: str,
    before: tuple[str, ...],
) -> str:
    """Put what words point at before them: “a lower lake … whether it was so”."""
    if not before or not points_back(words, statement.words_before(hedge.span)):
        return words
    return with_lead(selection.view.statements[before[-1]], words)


def _lead_in(
    selection: Selection, statement: Statement, hedge: Hedge, words: str
) -> tuple[str, ...] | None:
    """Give the statements without which *words* name nothing; None: there are none."""
    run = selection.passages.get(statement.id, ())[:-1]
    if not points_back(words, statement.words_before(hedge.span)):
        return run if is_pointing(statement) else ()
    if run:
        return run
    before = selection.view.neighbour(statement, -1)
    if before is None or before.id not in selection.passages or is_pointing(before):
        return None
    return (before.id,) if selection.worth.words[before.id] <= LEAD_IN else None


def _posed(selection: Selection) -> Iterable[Candidate]:
    """Give what newsrooms ask themselves and do not answer.

    A question that leads to its answer is none: only those are taken that the sentence
    calls a question, and those of which the next sentence says that it is not known.
    """
    view = selection.view
    listed = ""
    for statement in view.corpus.statements:
        if not statement.text.rstrip().endswith("?"):
            continue
        text = " ".join(statement.text.split())
        opening = POSES.match(text)
        before = view.neighbour(statement, -1)
        goes_on = before is not None and before.id == listed
        if opening or goes_on or _is_unknown(view.neighbour(statement, 1)):
            listed = statement.id
            words = text[opening.end() :] if opening else text
            if _may_be_posed(selection, statement, words):
                form = label("ask.posed", words=quoted(words))
                yield candidate(
                    selection, "unknown", form, statement, words, share=ASKED_BY
                )


def _is_unknown(statement: Statement | None) -> bool:
    """Tell whether a sentence says of the one before it that it is not known."""
    if statement is None or not statement.has_hedge("unknown"):
        return False
    return len(content_stems(statement.text)) < NAMING


def _may_be_posed(selection: Selection, statement: Statement, words: str) -> bool:
    if why_not(statement, selection.view) != "question" or ADDRESSED.search(words):
        return False
    return len(content_stems(words)) >= FEWEST and not points_back(words)


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
