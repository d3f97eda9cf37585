"""Tell whose words each statement mainly is, quotations of several sentences too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from briefing.model.article import Span
from briefing.model.corpus import Corpus
from briefing.model.statement import Attribution, Speaker, Statement

MAINLY: Final = 1 / 3
"""Share of a sentence that must be what someone says for the sentence to be theirs: a
view that a newsroom mentions in passing does not make the sentence that person's."""


def attributions_by_statement(corpus: Corpus) -> dict[str, tuple[Attribution, ...]]:
    """Give the attributions whose content reaches into each statement.

    A quotation belongs to the statement with its cue, and may begin sentences before
    it and run on after it.
    """
    found: dict[str, list[Attribution]] = defaultdict(list)
    statements = corpus.statements
    for place, statement in enumerate(statements):
        for attribution in statement.attributions:
            found[statement.id].append(attribution)
            for other in _reached(statements, place, attribution):
                found[other.id].append(attribution)
    return {key: tuple(value) for key, value in found.items()}


def _reached(
    statements: tuple[Statement, ...], place: int, attribution: Attribution
) -> Iterator[Statement]:
    start = min(span.start for span in attribution.content)
    end = max(span.end for span in attribution.content)
    home = statements[place].article
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(statements) and statements[at].article == home:
            span = statements[at].span
            if span.end <= start or span.start >= end:
                break
            if inside(span, attribution.content):
                yield statements[at]
            at += step


def speakers(
    corpus: Corpus, reach: Mapping[str, tuple[Attribution, ...]]
) -> dict[str, Speaker]:
    """Give the speaker of each statement that is mainly someone's words."""
    found: dict[str, Speaker] = {}
    for statement in corpus.statements:
        most = len(statement.text) * MAINLY
        for attribution in reach.get(statement.id, ()):
            size = inside(statement.span, attribution.content)
            if attribution.speaker is not None and size >= most:
                found[statement.id], most = attribution.speaker, size
    return found


def inside(span: Span, content: Iterable[Span]) -> int:
    """Count the code points of *content* that lie in *span*."""
    return sum(
        max(0, min(part.end, span.end) - max(part.start, span.start))
        for part in content
    )
