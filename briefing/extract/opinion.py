"""Tell an outlet's own arguing from its reporting."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.extract.phrases import Node, build_tree, find_phrases
from briefing.resources import word_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.extract.reading import Sentence
    from briefing.model.article import Span
    from briefing.model.statement import Attribution


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
    said = [span for attribution in attributions for span in attribution.content]
    said += [q for q in quotes if q.start < sentence.span.end]
    quoted = False
    marks: list[bool] = []
    for token in words:
        if token.text in '"“”':
            quoted = token.text == "“" or (token.text == '"' and not quoted)
        marks.append(quoted)
    for first, _, kind in find_phrases(cues(), words):
        start = words[first].start
        if marks[first] or any(span.start <= start < span.end for span in said):
            continue
        if kind == "anywhere" or first == 0:
            return True
    return False


@cache
def cues() -> Node:
    """Load the phrases of argument."""
    return build_tree(word_table("opinion_cues"))
