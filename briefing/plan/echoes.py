"""Tell what of other statements each statement tells, in whatever words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from briefing.model.corpus import Corpus

Echoes = Mapping[str, Mapping[str, float]]
"""Statement id → statement id → the share of that one's matter it tells, 0–1; its own
matter it tells whole."""

COMMONEST: Final = 40
"""Statements that may share a word for it to lead from one to the others: what more
share tells nothing of one fact, and would make the search quadratic."""

LEAST: Final = 3.0
"""Weight that a statement's words count for at the least: two rare words in common are
no echo of a sentence that has but three."""

FAINT: Final = 0.3
FULL: Final = 0.7
"""Shares of a statement's weight found in another from which that one tells something
of it, and all of it."""


def echoes(
    corpus: Corpus, stems: Mapping[str, Iterable[str]], weight: Mapping[str, float]
) -> Echoes:
    """Give what each statement of a body tells of the others."""
    words = {
        s.id: sorted(set(stems[s.id])) for s in corpus.statements if s.role == "body"
    }
    holders: dict[str, list[str]] = defaultdict(list)
    for item, mine in words.items():
        for word in mine:
            holders[word].append(item)
    known = {
        word: (weight[word], ids)
        for word, ids in holders.items()
        if len(ids) <= COMMONEST
    }
    whole = {
        item: max(LEAST, sum(weight[word] for word in mine))
        for item, mine in words.items()
    }
    return {item: _told(item, mine, known, whole) for item, mine in words.items()}


def _told(
    item: str,
    words: Iterable[str],
    holders: Mapping[str, tuple[float, list[str]]],
    whole: Mapping[str, float],
) -> dict[str, float]:
    shared: dict[str, float] = defaultdict(float)
    for word in words:
        weight, others = holders.get(word, (0.0, []))
        for other in others:
            shared[other] += weight
    found = {other: value / whole[other] for other, value in shared.items()}
    told = {o: min(1.0, s / FULL) for o, s in found.items() if s >= FAINT}
    return {**told, item: 1.0}
