"""Weigh a question: the words asked, the statements shown, how much it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from briefing.labels import label
from briefing.model.brief import QuestionKind
from briefing.model.plan import PlannedQuestion
from briefing.model.statement import Statement
from briefing.plan.selection import Selection, choice_of
from briefing.plan.stems import content_stems
from briefing.resources import word_list
from briefing.text.words import lowered, words_in

OLD: Final = 0.4
UNDATED: Final = 0.5
"""What a question counts that the oldest article asks, beside 1 for the newest: what
was not known then may be known now. One without a date is half as old."""

LENGTH: Final = 0.25
"""Exponent of the cost in words: of two questions the shorter leaves room for more."""

AROUND: Final = 0.25
"""What a question counts without a word of the event; one all about it counts 1.25."""

VITAL: Final = 2.5
"""Lift of what every inquiry asks first: who, why, how many, where they are."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that may be asked, and what it takes to choose among them."""

    question: PlannedQuestion
    main: str
    """The statement that leaves it open."""
    matter: frozenset[str]
    """Content stems of the words asked."""
    weight: float
    words: int
    """Of the question and all its excerpts."""
    is_last: bool = False
    """True where all others of its kind come first."""


def candidate(  # noqa: PLR0913 - one record's fields
    selection: Selection,
    kind: QuestionKind,
    text: str,
    statement: Statement,
    asked: str,
    *,
    before: tuple[str, ...] = (),
    after: tuple[str, ...] = (),
    share: float = 1.0,
    beside: Statement | None = None,
    is_last: bool = False,
) -> Candidate:
    """Make a question of *statement*, with the statements shown before and after it.

    It counts as much as the sentence *beside* it, where that one is not shown again.
    """
    weight = share * max(
        _weight(selection, one, asked) for one in (statement, beside or statement)
    )
    shown = (*before, statement.id, *after)
    choices = tuple(choice_of(selection, "", item, weight) for item in shown)
    because = f"{kind} by the words of {statement.id}"
    words = len(text.split()) + sum(selection.worth.words[item] for item in shown)
    return Candidate(
        question=PlannedQuestion(kind, text, choices, because),
        main=statement.id,
        matter=frozenset(content_stems(asked)),
        weight=weight / words**LENGTH,
        words=words,
        is_last=is_last,
    )


def quoted(words: str) -> str:
    """Put a source's words into quotation marks."""
    return label("ask.quoted", words=words)


def _weight(selection: Selection, statement: Statement, asked: str) -> float:
    fit = max(
        (t.get(statement.id, 0.0) for t in selection.relevance.values()), default=0
    )
    about = AROUND + selection.central.get(statement.id, 0.0)
    vital = VITAL if _is_vital(asked) else 1.0
    boost = selection.worth.boost[statement.id]
    return boost * (0.5 + fit) * about * vital * _freshness(selection, statement)


def _is_vital(asked: str) -> bool:
    words = set(map(lowered, words_in(asked)))
    return not words.isdisjoint(word_list("inquiry_words"))


def _freshness(selection: Selection, statement: Statement) -> float:
    late = selection.view.late.get(statement.article, UNDATED)
    return OLD + (1.0 - OLD) * late
