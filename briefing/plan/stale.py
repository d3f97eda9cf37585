"""Find what was so when it was told and is no longer: sought, unnamed, to come."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from briefing.model.statement import Statement
from briefing.plan.answered import Answers
from briefing.plan.ended import Ended
from briefing.plan.event import newest_day
from briefing.plan.latest import said_on
from briefing.plan.outcomes import overtaken
from briefing.plan.stems import content_stems
from briefing.plan.view import View
from briefing.relate.withdrawals import NONE

# Matches "details will be released later", "names are still awaited"; not "the report
# will be published on Friday".
PROMISED: Final = re.compile(
    r"\b(?:details?|names?|information|updates?|identit(?:y|ies)|particulars)\b[^,;.]*?\s"
    r"(?:(?:will|would)\s+(?:also\s+|not\s+)?(?:be\s+(?:released|given|provided|announced"
    r"|published|made\s+(?:public|available)|available|known)|follow|emerge)"
    r"|(?:is|are|was|were)\s+(?:still\s+)?(?:awaited|expected))\b",
    re.IGNORECASE,
)


def stale_statements(view: View) -> frozenset[str]:
    """Give what no brief may say as if it were so today."""
    last = newest_day(view)
    if last is None:
        return frozenset()
    ended, answers = Ended(view), Answers(view)
    found = {
        statement.id
        for statement in view.corpus.statements
        if statement.role == "body"
        and (told := _said(view, statement)) is not None
        and told < last
        and (
            PROMISED.search(statement.text)
            or ended.has_ended(statement, told)
            or ended.has_come(statement, told)
            or _is_answered(answers, statement)
        )
    }
    found.update(overtaken(view, last), _withdrawn(view))
    return frozenset(found)


def _said(view: View, statement: Statement) -> dt.date | None:
    """Give the day on which it was so: an article of Saturday has words of Friday."""
    told, said = view.told_on(statement), said_on(statement)
    return min(told, said) if told and said else told


def _withdrawn(view: View) -> Iterator[str]:
    """Give the claims that those who made them took back, however they were worded."""
    for relation in view.corpus.relations:
        sides = {relation.left, relation.right}
        ends = relation.resolved_by
        if ends in sides and NONE.search(view.statements[ends].text):
            (claim,) = sides - {ends}
            yield from (*view.fact_of[claim].members, *view.near.get(claim, ()))


def _is_answered(answers: Answers, statement: Statement) -> bool:
    """Tell whether what somebody did not know or say was told later."""
    unknown = [h.span for h in statement.hedges if h.kind in ("unknown", "refusal")]
    if not unknown:
        return False
    asked = statement.words_after(min(unknown, key=lambda span: span.end))
    return answers.to(statement.id, content_stems(asked)) is not None
