"""Give the words of a claim as a question quotes them."""

from __future__ import annotations

from briefing.model.article import Span
from briefing.model.statement import Attribution, Statement
from briefing.plan.wording import trimmed_words


def content_of(statement: Statement, attribution: Attribution) -> str:
    """Give what is said, as far as it stands in the sentence."""
    return statement.words_at(attribution.content[0])


def claim_words(statement: Statement, attribution: Attribution) -> tuple[str, str]:
    """Give the words of a claim, with its cue where the cue stands first."""
    content, cue = attribution.content[0], attribution.cue
    if cue is not None and statement.span.start <= cue.start < content.start:
        words = statement.words_at(Span(cue.start, content.end))
        return trimmed_words(words), "_cue"
    return trimmed_words(content_of(statement, attribution)), ""
