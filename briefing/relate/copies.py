"""Find passages that one article took from another, or both from one dispatch.

Words inside quotation marks prove no copy: two newsrooms that heard one briefing quote
the same words. The words around them do, and so does a whole sentence of both kinds
that is the same to the last word: nobody cuts a quotation and words its frame alike.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from briefing.relate.gists import Gist

SHINGLE: Final = 8
"""Words of a run that two articles share by copying and hardly by chance."""

SAMPLE: Final = 4
"""One shingle of so many is kept; of 1,000 planted partial copies all were found."""

PARTNERS: Final = 8
"""Articles that one article is held against, those with most shingles in common."""

CONTAINED: Final = 0.8
"""Share of the shorter sentence's words, in order, that the longer one holds."""

KEPT: Final = 0.45
"""Share of the longer sentence's words that must be left in the shorter one."""

LOOSE: Final = 0.65
"""Share of the longer one's words in two articles known to share text."""


CHOICES: Final = 3
"""Sentences with most runs of three words in common that are compared in full."""

TWICE: Final = 0.9
"""Closeness from which a second sentence is a copy of one already matched."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Two sentences of one wording."""

    left: Gist
    right: Gist
    closeness: float
    """Share of the longer one's words that both have, in order."""


def find_copies(
    order: Sequence[str], gists: Mapping[str, Sequence[Gist]]
) -> Iterator[Copy]:
    """Give the pairs of sentences that one text gave to two articles.

    Articles are taken in *order*, earliest first, so that in a chain of copies each is
    held against its elders.
    """
    for left, right in _article_pairs(order, gists):
        found = list(_aligned(gists[left], gists[right]))
        if any(_is_proof(copy) for copy in found):
            yield from found


def _article_pairs(
    order: Sequence[str], gists: Mapping[str, Sequence[Gist]]
) -> Iterator[tuple[str, str]]:
    rank = {article: i for i, article in enumerate(order)}
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for article in order:
        found = {mark for gist in gists[article] for mark in _shingles(gist)}
        shared: Counter[str] = Counter()
        for mark in sorted(found):
            # The first holders stand for all: the others are their copies.
            shared.update(holders[mark][:PARTNERS])
            holders[mark].append(article)
        ranked = sorted(shared, key=lambda a: (-shared[a], rank[a]))
        for elder in ranked[:PARTNERS]:
            yield elder, article


def _shingles(gist: Gist) -> Iterator[int]:
    """Give the sampled runs of words of a statement; the least of them always.

    A sentence copied alone has its least run in common with its original.
    """
    words = gist.words
    marks = [
        zlib.crc32(" ".join(words[i : i + SHINGLE]).encode())
        for i in range(len(words) - SHINGLE + 1)
    ]
    yield from (mark for mark in marks if mark % SAMPLE == 0)
    if marks and min(marks) % SAMPLE:
        yield min(marks)


def _aligned(left: Sequence[Gist], right: Sequence[Gist]) -> Iterator[Copy]:
    """Give the pairs of which one sentence is next in wording to the other.

    Both sides choose, so that which article comes first changes nothing.
    """
    chosen = {(i, j) for j, i in _choices(right, left)} | set(_choices(left, right))
    rated = {
        pair: copy
        for pair in sorted(chosen)
        if (copy := compare(left[pair[0]], right[pair[1]]))
    }
    nearest: defaultdict[tuple[int, int], float] = defaultdict(float)
    for pair, copy in rated.items():
        for key in enumerate(pair):
            nearest[key] = max(copy.closeness, nearest[key])
    for pair, copy in rated.items():
        # One sentence may be printed twice; two of one pattern are not one sentence,
        # least of all where each has a nearer one on the other side.
        best = [nearest[key] for key in enumerate(pair)]
        if min(TWICE, max(best)) <= copy.closeness >= min(best):
            yield copy


def _choices(
    items: Sequence[Gist], others: Sequence[Gist]
) -> Iterator[tuple[int, int]]:
    """Give for each of *items* those of *others* with most runs in common."""
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, gist in enumerate(others):
        for run in _runs(gist):
            places[run].append(place)
    for number, gist in enumerate(items):
        votes = Counter(i for run in set(_runs(gist)) for i in places.get(run, ()))
        for place in sorted(votes, key=lambda i: (-votes[i], i))[:CHOICES]:
            yield number, place


def _runs(gist: Gist) -> Iterator[tuple[str, ...]]:
    words = gist.words
    return (words[i : i + 3] for i in range(len(words) - 2))


def compare(left: Gist, right: Gist) -> Copy | None:
    """Give the copy that two sentences are; None where their words are not alike."""
    short, long = sorted((len(left.words), len(right.words)))
    common = _common(left.words, right.words)
    contained, closeness = common / short, common / long
    trimmed = contained >= CONTAINED and closeness >= KEPT and common >= SHINGLE
    if not trimmed and closeness < LOOSE:
        return None
    return Copy(left, right, closeness)


def _is_proof(copy: Copy) -> bool:
    """Tell whether the newsroom's own words show that one was copied."""
    left, right = _free(copy.left), _free(copy.right)
    if copy.left.words == copy.right.words and len(copy.left.words) >= SHINGLE:
        return bool(left) and left == right
    common = _common(left, right)
    return common >= SHINGLE and common >= CONTAINED * min(len(left), len(right))


def _free(gist: Gist) -> tuple[str, ...]:
    return tuple(w for w, q in zip(gist.words, gist.quoted, strict=True) if not q)


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """Give the length of the longest run of words, gaps allowed, that both have."""
    from rapidfuzz.distance import LCSseq

    return int(LCSseq.similarity(left, right))
