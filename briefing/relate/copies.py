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
from functools import lru_cache
from itertools import accumulate, count
from typing import Final

from briefing.relate.gists import Gist, Gists, once

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

REMEMBERED: Final = 8192
"""Wordings of which the runs are remembered: a copied sentence is read once."""

AT_HAND: Final = 256
"""Articles whose runs are at hand; an article has about 800 of them."""

WIDE: Final = 24
"""Bits of a word's number in a run's: more words than any language has."""

TWICE: Final = 0.9
"""Closeness from which a second sentence is a copy of one already matched."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Two sentences of one wording."""

    left: Gist
    right: Gist
    closeness: float
    """Share of the longer one's words that both have, in order."""


def find_copies(order: Sequence[str], gists: Gists) -> Iterator[Copy]:
    """Give the pairs of sentences that one text gave to two articles.

    Articles are taken in *order*, earliest first, so that in a chain of copies each is
    held against its elders.
    """
    wordings = Wordings(gists)
    for left, right in _article_pairs(order, gists):
        found = list(_aligned(wordings.of(left), wordings.of(right)))
        if any(_is_proof(copy) for copy in found):
            yield from found


def _article_pairs(order: Sequence[str], gists: Gists) -> Iterator[tuple[str, str]]:
    rank = {article: i for i, article in enumerate(order)}
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for article in order:
        found = {mark for gist in gists[article] for mark in _shingles(gist.words)}
        shared: Counter[str] = Counter()
        for mark in sorted(found):
            # The first holders stand for all: the others are their copies.
            shared.update(holders[mark][:PARTNERS])
            holders[mark].append(article)
        ranked = sorted(shared, key=lambda a: (-shared[a], rank[a]))
        for elder in ranked[:PARTNERS]:
            yield elder, article


@lru_cache(maxsize=REMEMBERED)
def _shingles(words: tuple[str, ...]) -> tuple[int, ...]:
    """Give the sampled runs of words of a statement; the least of them always.

    A sentence copied alone has its least run in common with its original.
    """
    coded = [word.encode() for word in words]
    text = b" ".join(coded)
    starts = list(accumulate((len(word) + 1 for word in coded), initial=0))
    marks = [
        zlib.crc32(text[start : end - 1])
        for start, end in zip(starts, starts[SHINGLE:], strict=False)
    ]
    kept = [mark for mark in marks if mark % SAMPLE == 0]
    least = min(marks, default=0)
    return (*kept, least) if least % SAMPLE else tuple(kept)


@dataclass(frozen=True, slots=True)
class Wording:
    """An article's sentences, with where each run of words stands."""

    gists: Sequence[Gist]
    places: Mapping[int, tuple[int, ...]]
    """Run of three words → the numbers of the sentences that hold it, one for each time
    that it stands there."""


class Wordings:
    """The wordings of articles; those used last are kept, since elders come again."""

    def __init__(self, gists: Gists) -> None:
        self._gists = gists
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._known: dict[str, Wording] = {}

    def of(self, article: str) -> Wording:
        """Give the wording of *article*."""
        found = self._known.pop(article, None) or self._read(article)
        self._known[article] = found
        if len(self._known) > AT_HAND:
            del self._known[next(iter(self._known))]
        return found

    def _read(self, article: str) -> Wording:
        places: dict[int, tuple[int, ...]] = {}
        number = self._numbers
        for place, gist in enumerate(self._gists[article]):
            here = (place,)
            words = [number[word] for word in gist.words]
            for one, two, three in zip(words, words[1:], words[2:], strict=False):
                run = (one << WIDE | two) << WIDE | three
                places[run] = places[run] + here if run in places else here
        return Wording(self._gists[article], places)


def _aligned(left: Wording, right: Wording) -> Iterator[Copy]:
    """Give the pairs of which one sentence is next in wording to the other.

    Both sides choose, so that which article comes first changes nothing.
    """
    rated = {
        (i, j): copy
        for i, j in sorted(_chosen(left.places, right.places))
        if (copy := compare(left.gists[i], right.gists[j]))
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


Votes = defaultdict[int, dict[int, int]]
"""Sentence → sentence of the other article → runs that it has in common."""


def _chosen(
    left: Mapping[int, tuple[int, ...]], right: Mapping[int, tuple[int, ...]]
) -> set[tuple[int, int]]:
    """Give for each sentence those of the other article with most runs in common."""
    mine: Votes = defaultdict(dict)
    yours: Votes = defaultdict(dict)
    for run in left.keys() & right.keys():
        for votes, here, there in (
            (mine, left[run], right[run]),
            (yours, right[run], left[run]),
        ):
            for i in here if len(here) == 1 else set(here):
                told = votes[i]
                for j in there:
                    told[j] = told.get(j, 0) + 1
    return {(i, j) for i, told in mine.items() for j in _most(told)} | {
        (i, j) for j, told in yours.items() for i in _most(told)
    }


def _most(votes: Mapping[int, int]) -> list[int]:
    """Give the sentences with most votes, the first of equals."""
    return sorted(votes, key=lambda i: (-votes[i], i))[:CHOICES]


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
    left, right = free_words(copy.left), free_words(copy.right)
    if copy.left.words == copy.right.words and len(copy.left.words) >= SHINGLE:
        return bool(left) and left == right
    common = _common(left, right)
    return common >= SHINGLE and common >= CONTAINED * min(len(left), len(right))


def tells_alike(copy: Copy) -> bool:
    """Tell whether the words outside quotation marks are copied too.

    A sentence that is nothing but a quotation is as its neighbours are.
    """
    if copy.left.words == copy.right.words:
        return True
    left, right = free_words(copy.left), free_words(copy.right)
    return _common(left, right) >= CONTAINED * min(len(left), len(right))


@once
def free_words(gist: Gist) -> tuple[str, ...]:
    """Give the words of *gist* outside quotation marks: the newsroom's own."""
    return tuple(w for w, q in zip(gist.words, gist.quoted, strict=True) if not q)


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """Give the length of the longest run of words, gaps allowed, that both have."""
    from rapidfuzz.distance import LCSseq

    return int(LCSseq.similarity(left, right))
