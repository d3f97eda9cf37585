"""Tell how statements stand to each other: copied, the same, edited, in dispute."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model.article import Article
from briefing.model.corpus import Corpus
from briefing.model.statement import Statement

__all__ = ["relate_statements"]


def relate_statements(
    articles: Iterable[Article], statements: Iterable[Statement]
) -> Corpus:
    """Give all relations between *statements* of *articles*, and each one's origin."""
    # Late: planning asks for single parts of this room, and waits for no others.
    from briefing.relate.chain import relate_all

    return relate_all(articles, statements)
