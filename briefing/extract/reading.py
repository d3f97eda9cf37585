"""An article split into tokened sentences once, for every finder to share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from briefing.model.article import Article, Role, Span
from briefing.model.statement import Attribution, Name
from briefing.text.words import Token, tokens

Names = Sequence[Sequence[Name]]
"""The names of each sentence, as `find_names` gives them."""
Held = tuple[tuple[Attribution, ...], ...]
"""The attributions of each sentence."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of a spoken role with its words."""

    index: int
    span: Span
    text: str
    role: Role
    segment: int
    """Index in `Article.lines`; two sentences of one segment share a paragraph."""
    tokens: tuple[Token, ...]
    """Places are those of the article's text."""


@dataclass(frozen=True)
class Reading:
    """An article ready for the finders."""

    article: Article
    sentences: tuple[Sentence, ...]

    @cached_property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def quoted(self) -> dict[int, list[bool]]:
        """Which words stand in quotation marks, for the sentences asked so far."""
        return {}

    @cached_property
    def people(self) -> dict[int, tuple[object, list[Any]]]:
        """Who stands in the sentences asked so far, and by which names they were read.

        Kept here because several finders ask for the same few sentences.
        """
        return {}


def read_sentences(article: Article) -> Reading:
    """Give the article's sentences with role, paragraph and words, in one pass."""
    found: list[Sentence] = []
    segment = 0
    for index, span in enumerate(article.sentences):
        while article.lines[segment].span.end <= span.start:
            segment += 1
        text = article.text[span.start : span.end]
        words = tokens(article.text, span.start, span.end)
        role = article.lines[segment].role
        found.append(Sentence(index, span, text, role, segment, words))
    return Reading(article, tuple(found))
