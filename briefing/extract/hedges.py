"""Find the words that withhold, deny or condition what a sentence says."""

from __future__ import annotations

from functools import cache
from typing import get_args

from briefing.extract.phrases import Node, build_tree, find_phrases
from briefing.extract.reading import Reading, Sentence
from briefing.model.article import Span
from briefing.model.statement import Hedge, HedgeKind
from briefing.resources import word_table
from briefing.text.words import Token

QUOTE_MARKS = frozenset("\"'“‘")
KINDS: dict[str, HedgeKind] = {kind: kind for kind in get_args(HedgeKind)}


def find_hedges(reading: Reading) -> tuple[tuple[Hedge, ...], ...]:
    """Give the hedges of each sentence, in order.

    A denial that is itself denied ("did not directly deny") is no denial: it is
    `possible`, so that it and "has denied" never look alike. `unknown` is what somebody
    says is not known ("it was not clear who"), never a stranger ("unknown gunmen").
    """
    tree = cues()
    return tuple(hedges_of(sentence, tree) for sentence in reading.sentences)


def hedges_of(sentence: Sentence, tree: Node) -> tuple[Hedge, ...]:
    """Give the hedges of one sentence."""
    words = sentence.tokens
    return tuple(
        Hedge(Span(words[first].start, words[last].end), KINDS[kind])
        for first, last, kind in find_phrases(tree, words)
        if kind in KINDS and not is_month(words, first)
    )


def is_month(words: tuple[Token, ...], at: int) -> bool:
    """Tell whether "May" is the month: a capital inside a sentence."""
    return at > 0 and words[at].text == "May" and words[at - 1].text not in QUOTE_MARKS


@cache
def cues() -> Node:
    """Load the cue phrases; `none` marks what only looks like a hedge."""
    return build_tree(word_table("hedge_cues"))
