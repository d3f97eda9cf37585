"""The words of a statement that carry matter, as stems, and how much each tells."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from briefing.text.words import lowered, stem, stopwords, words_in


def content_stems(text: str) -> tuple[str, ...]:
    """Give the stems of the words that carry matter, in order: no function words."""
    return tuple(filter(None, map(_content_stem, words_in(text))))


@lru_cache(maxsize=65536)
def _content_stem(word: str) -> str:
    """Give the stem of a word as it is written; "" for a mark or a function word."""
    lower = lowered(word)
    is_matter = word[0].isalnum() and lower not in stopwords()
    return stem(lower) if is_matter else ""


def weights(sentences: Iterable[tuple[str, ...]]) -> dict[str, float]:
    """Give how much each stem of *sentences* tells, 0–1: rare ones more."""
    counts: Counter[str] = Counter()
    total = 0
    for words in sentences:
        counts.update(set(words))
        total += 1
    top = math.log(1 + total) or 1.0
    return {word: math.log((1 + total) / n) / top for word, n in counts.items()}
