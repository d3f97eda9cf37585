"""Tell an outlet's own arguing from its reporting."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefing.extract.phrases import Node, build_tree, find_phrases
from briefing.extract.reading import Sentence
from briefing.model.article import Span
from briefing.model.statement import Attribution
from briefing.resources import word_table


def is_opinion(
    sentence: Sentence,
    attributions: Sequence[Attribution],
    quotes: Sequence[Span] = (),
) -> bool:
    """Tell whether the outlet argues here in its own voice.

    *quotes* are the article's quotations: one may have begun in an earlier sentence.

    Words that somebody is quoted with, or that are attributed to somebody, are never
    the outlet's opinion: only what stands outside every attribution is looked at.
    """
    words = sentence.tokens
    hits = [
        words[first].start
        for first, _, kind in find_phrases(cues(), words)
        if kind == "anywhere" or first == 0
    ]
    if not hits:
        return False
    said = [span for attribution in attributions for span in attribution.content]
    said += [span for span in quotes if span.start < sentence.span.end]
    said += quotations_in(sentence)
    return any(
        not any(span.start <= start < span.end for span in said) for start in hits
    )


def quotations_in(sentence: Sentence) -> list[Span]:
    """Give the stretches of one sentence that stand in double marks."""
    found: list[Span] = []
    begin: int | None = None
    for token in sentence.tokens:
        if begin is None and token.text in {'"', "“", "„", "«"}:
            begin = token.start
        elif begin is not None and token.text in {'"', "”", "»"}:
            found.append(Span(begin, token.end))
            begin = None
        elif token.text in {"”", "»"} and not found:
            found.append(Span(sentence.span.start, token.end))
    if begin is not None:
        found.append(Span(begin, sentence.span.end))
    return found


@cache
def cues() -> Node:
    """Load the phrases of argument."""
    return build_tree(word_table("opinion_cues"))
