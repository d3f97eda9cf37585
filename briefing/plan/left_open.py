"""Ask what a sentence itself says is not known, not told, or not ruled out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from briefing.labels import label
from briefing.model.brief import QuestionKind
from briefing.model.statement import Hedge, HedgeKind, Statement
from briefing.plan.asked import asked_words, named_after, possible_words
from briefing.plan.candidates import Candidate, candidate, quoted
from briefing.plan.eligible import is_pointing
from briefing.plan.selection import Selection
from briefing.plan.wording import points_back, with_lead, with_subject

UNSAID: Final = 0.8
"""What it counts that somebody would not say it, beside what is not known."""


POINTS: Final = 0.6
"""What a question counts that says nothing without the sentence before it."""


LEAD_IN: Final = 40
"""Words of a sentence that may stand before a question's own."""


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


Asking = Callable[[Statement, Hedge], str]
"""Gives the words that a sentence with a hedge asks; "" where it asks nothing."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A way in which sentences leave something open."""

    hedge: HedgeKind
    asking: Asking
    form: str
    """Of the question: the label's key."""
    kind: QuestionKind = "unknown"
    share: float = 1.0
    """What it counts beside what somebody says is not known."""


UNKNOWN: Final = (
    Gap("unknown", asked_words, "unknown"),
    Gap("refusal", named_after, "unsaid", share=UNSAID),
    Gap("possible", possible_words, "possible", share=UNSAID),
)
UNCONFIRMED: Final = Gap("unconfirmed", asked_words, "unconfirmed", kind="unconfirmed")


def left_open(
    selection: Selection, able: Iterable[Statement], gap: Gap
) -> Iterator[Candidate]:
    """Give what *able* leave open in the way of *gap*, each sentence once.

    "Declined to comment" asks nothing; "did not say who gave the order" does.
    """
    for statement in able:
        for hedge in statement.hedges:
            words = gap.asking(statement, hedge) if hedge.kind == gap.hedge else ""
            cue = statement.words_at(hedge.span)
            if _may_be_asked(words) and words.split() != cue.split():
                yield from _asked(selection, statement, hedge, gap, words)
                break


def _asked(
    selection: Selection, statement: Statement, hedge: Hedge, gap: Gap, words: str
) -> Iterator[Candidate]:
    """Ask with *words*, and what they point at; what that is must be known."""
    words = with_subject(statement, hedge, words)
    before = _lead_in(selection, statement, hedge, words)
    if before is None:
        return
    one = candidate(
        selection,
        gap.kind,
        label(f"ask.{gap.form}", words=quoted(words)),
        statement,
        words,
        before=before,
        share=gap.share * (POINTS if before else 1.0),
    )
    named = _named(selection, statement, hedge, words, before)
    text = label(f"ask.{gap.form}", words=quoted(named))
    yield replace(one, question=replace(one.question, text=text))


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
