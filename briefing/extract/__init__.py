"""Find who says what, when, where and how many: one finder a file."""

from __future__ import annotations

from briefing.model.article import Article
from briefing.model.statement import Statement

__all__ = ["extract_statements"]


def extract_statements(article: Article) -> tuple[Statement, ...]:
    """Give every sentence of *article* with all that the article tells of it.

    Pure: the same article gives the same statements; one in a language that is not
    read gives none.
    """
    # Late: planning asks for single parts of this room, and waits for no others.
    from briefing.extract.chain import read_statements

    return read_statements(article)
