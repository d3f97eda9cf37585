"""Which articles tell of one event: two earthquakes in one folder stay two."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from briefing.relate.gists import Gist, Gists

Vector = dict[str, float]
"""Term → its weight."""

Middle = dict[int, float]
"""Event → the weight that a term has there."""

NAME_WEIGHT: Final = 3.0
"""How much more a name tells than a word: two events of one kind differ in names.

On 197 articles of 16 events, eight kinds of two each, the similarity of two articles
tells whether they share an event with an area under the curve of .88 at 1 and .95 at 3.
"""

ONE_EVENT: Final = 0.25
"""Cosine to an event's middle from which an article belongs to it.

On the same articles .15 to .25 keep 71 to 90 % of the pairs of an event together and
join no two events; at .1 the first two are joined.
"""

FEWEST: Final = 30
"""Articles that a folder is weighed as at least, so that in a small one the words that
all share still count."""

OPENING: Final = 5
"""Statements at an article's head that count in full."""

LATER: Final = 0.4
"""What a term counts further down, where articles tell of other, earlier events."""

COMMONEST: Final = 400
"""Articles in which a term may stand and still help to tell events apart."""

TELLING: Final = 80
"""Terms of an article, the heaviest, by which its event is told."""

ROUNDS: Final = 3
"""Times that each article may move to the event nearest to it."""


def group_articles(order: Sequence[str], gists: Gists) -> Mapping[str, int]:
    """Give article → number of its event, for articles in *order*.

    A text that is printed again is looked at once: what only its two prints have in
    common would else make them an event of their own.
    """
    firsts = _firsts(order, gists)
    texts = list(dict.fromkeys(firsts.values()))
    vectors = _vectors(texts, gists)
    events = _Events()
    home: dict[str, int] = {}
    for _ in range(ROUNDS):
        moved = False
        for article in texts:
            vector, before = vectors[article], home.get(article)
            if before is not None:
                events.take(before, vector)
            number = events.nearest(vector, before)
            events.put(number, vector)
            home[article] = number
            moved = moved or number != before
        if not moved:
            break
    return {article: home[firsts[article]] for article in order}


def _firsts(order: Sequence[str], gists: Gists) -> Mapping[str, str]:
    """Give for each article the first of *order* that holds all its sentences.

    A few words alone are a page's head, and may differ.
    """
    holders: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    first: dict[str, str] = {}
    for article in order:
        told = {g.words for g in gists[article] if len(g.words) >= SENTENCE}
        rare = min(told, key=lambda words: (len(holders[words]), words), default=())
        held = (a for a in holders[rare] if all(a in holders[w] for w in told))
        first[article] = next(held, article) if told else article
        if first[article] == article:
            for words in told:
                holders[words].append(article)
    return first


SENTENCE: Final = 6
"""Words from which a line is told by its wording."""


class _Events:
    """Events so far: how many articles each has, and what its terms weigh."""

    def __init__(self) -> None:
        self.sizes: list[int] = []
        self.squares: list[float] = []
        self.holders: defaultdict[str, Middle] = defaultdict(dict)

    def nearest(self, vector: Vector, before: int | None) -> int:
        """Give the event next to *vector*; a new one where none is near enough."""
        products: defaultdict[int, float] = defaultdict(float)
        for term, weight in vector.items():
            for number, told in self.holders[term].items():
                products[number] += weight * told
        best, found = ONE_EVENT, None
        for number, product in products.items():
            if self.sizes[number]:
                near = product / (math.sqrt(self.squares[number]) or 1.0)
                is_first = found is not None and near == best and number < found
                if near > best or is_first:  # of equals the first event
                    best, found = near, number
        if found is not None:
            return found
        if before is not None and not self.sizes[before]:
            return before
        self.sizes.append(0)
        self.squares.append(0.0)
        return len(self.sizes) - 1

    def put(self, number: int, vector: Vector) -> None:
        """Add an article to an event."""
        for term, weight in vector.items():
            old = self.holders[term].get(number, 0.0)
            self.holders[term][number] = old + weight
            self.squares[number] += weight * (2 * old + weight)
        self.sizes[number] += 1

    def take(self, number: int, vector: Vector) -> None:
        """Take an article out of its event."""
        self.sizes[number] -= 1
        for term, weight in vector.items():
            old = self.holders[term][number]
            self.holders[term][number] = old - weight
            self.squares[number] -= weight * (2 * old - weight)
            if not self.sizes[number]:
                del self.holders[term][number]
        if not self.sizes[number]:
            self.squares[number] = 0.0


def _vectors(order: Sequence[str], gists: Gists) -> Mapping[str, Vector]:
    """Give each article's terms, weighed, as a vector of length 1."""
    counts = {a: _weighed_counts(gists[a]) for a in order}
    spread = Counter(term for found in counts.values() for term in found)
    names = {t for a in order for g in gists[a] for t in g.names}
    size = max(len(order), FEWEST)

    def weight(term: str, times: float) -> float:
        rarity = math.log((size + 1) / (spread[term] + 0.5))
        return math.log1p(times) * rarity * (NAME_WEIGHT if term in names else 1)

    found: dict[str, Vector] = {}
    for article, terms in counts.items():
        vector = {
            term: weight(term, times)
            for term, times in sorted(terms.items())
            if 1 < spread[term] <= COMMONEST
        }
        best = sorted(vector, key=lambda t: (-vector[t], t))[:TELLING]
        vector = {term: vector[term] for term in best}
        whole = _length(vector.values())
        found[article] = {term: w / whole for term, w in vector.items() if w > 0}
    return found


def _weighed_counts(gists: Sequence[Gist]) -> Mapping[str, float]:
    """Give how often an article has each term; its opening says what it is about."""
    found: defaultdict[str, float] = defaultdict(float)
    for i, gist in enumerate(gists):
        for term in gist.terms:
            found[term] += 1.0 if i < OPENING else LATER
    return found


def _length(values: Iterable[float]) -> float:
    return math.sqrt(sum(value * value for value in values)) or 1.0
