"""Say why a statement cannot stand in a section, if there is a reason."""

from __future__ import annotations

from typing import Final

from briefing.model.statement import Reference, Statement
from briefing.plan.view import View

SHORTEST: Final = 6
"""Words below which a sentence says too little alone ("Others fled.")."""

LONGEST: Final = 70
"""Words above which a sentence eats a section's budget; news sentences of more are
mostly lists that the splitter could not divide."""


def why_not(statement: Statement, view: View) -> str | None:
    """Give the reason that keeps *statement* out of sections, None if it may stand.

    The reason is the label's key, so that the method can count and word it.
    """
    words = len(statement.text.split())
    article = view.articles[statement.article]
    checks = (
        (statement.id in view.outline.edits.drop, "dropped"),
        (statement.role != "body", "not_body"),
        (article.language not in (None, "en"), "other_language"),
        (statement.is_opinion, "opinion"),
        (words < SHORTEST, "too_short"),
        (words > LONGEST, "too_long"),
        (statement.text.rstrip("\"'”’ ").endswith("?"), "question"),
        (bool(unresolved(statement)), "leans_on_context"),
        (_speaker_missing(statement), "no_speaker"),
    )
    return next((reason for fails, reason in checks if fails), None)


def unresolved(statement: Statement) -> tuple[Reference, ...]:
    """Give the references that nothing could be put in for.

    An opening connective ("But", "Meanwhile") is no hindrance: it can be left out. A
    day without a date stays as the source wrote it and is listed as not dated.
    """
    return tuple(
        reference
        for reference in statement.references
        if reference.antecedent is None
        and reference.kind not in ("connective", "day", "place")
    )


def _speaker_missing(statement: Statement) -> bool:
    """Tell whether words in quotation marks have nobody who says them."""
    quoted = [a for a in statement.attributions if a.kind != "indirect"]
    if statement.is_quoted and not quoted:
        return True
    return any(a.speaker is None for a in quoted)
