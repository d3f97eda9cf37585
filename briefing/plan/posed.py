"""Ask what newsrooms ask themselves and do not answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from briefing.labels import label
from briefing.model.statement import Statement
from briefing.plan.candidates import Candidate, candidate, quoted
from briefing.plan.eligible import why_not
from briefing.plan.selection import Selection
from briefing.plan.stems import content_stems
from briefing.plan.wording import FEWEST, NAMING, points_back

ASKED_BY: Final = 0.7
"""What it counts that only a newsroom asks it, beside what somebody leaves open."""

# Matches "Questions to consider: Where did", "A key question looms: Were"; not "He
# called the question absurd: who".
POSES: Final = re.compile(r"^(?:[^:?]*\bquestions?\b[^:?]*:\s*)(?=\w)", re.IGNORECASE)


# Matches a question put to the reader, or by a speaker; not "US".
ADDRESSED: Final = re.compile(
    r"\b(?:[Yy]ou|[Yy]our|[Ww]e|[Oo]ur|I|[Mm]y|[Uu]s)\b|[“”\"]"
)


def posed(selection: Selection) -> Iterable[Candidate]:
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
