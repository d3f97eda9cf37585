"""Find the opening words that tie a sentence to the one before: "But", "Also"."""

from __future__ import annotations

from functools import cache

from briefing.extract.phrases import Node, build_tree, find_phrases
from briefing.extract.reading import Sentence
from briefing.model.article import Span
from briefing.model.statement import Reference
from briefing.resources import word_table

LONGEST = 8
"""Tokens in which an opening may stand, quotation marks with it."""


def connectives_in(sentence: Sentence) -> list[Reference]:
    """Give the connective that opens *sentence*, if one does.

    A phrase marked `comma` counts only where a comma follows: "Still, he said", not
    "Still images showed"; one marked `none` never does: "So far, …".
    """
    words = sentence.tokens[:LONGEST]
    first = next((i for i, t in enumerate(words) if t.text[0].isalnum()), None)
    if first is None:
        return []
    for begin, last, kind in find_phrases(openings(), words[first:]):
        if begin != 0:
            return []
        after = sentence.tokens[first + last + 1 : first + last + 2]
        has_comma = bool(after) and after[0].text == ","
        if kind == "none" or (kind == "comma" and not has_comma):
            return []
        span = Span(words[first].start, words[first + last].end)
        because = "it ties the sentence to the one before"
        return [Reference(span, "connective", None, because)]
    return []


@cache
def openings() -> Node:
    """Load the connectives."""
    return build_tree(word_table("connectives"))
