"""Tell whose work each passage is, so that one dispatch never counts as two.

What a text says of its own agency can only lower the count: outlet and agency of one
article are one newsroom wherever they appear, and so are those of which one printed
most of the other's article. A passage in common makes no article another's, nor does a
quotation, which all may print who heard it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from briefing.model.article import Article
from briefing.model.corpus import Origin, SharedText
from briefing.relate.copies import Copy, free_words, tells_alike
from briefing.relate.gists import Gists
from briefing.resources import word_table
from briefing.text.words import fold

_NO_DAY: Final = dt.date.max

_IDLE: Final = frozenset({"the", "news", "agency", "com", "www", "online", "website"})

MOSTLY: Final = 0.5
"""Share of an article's own words in another from which the rest of it is taken to have
the same origin: a lower count of origins is the safe error."""


class Groups:
    """Things that are one, joined two at a time; the earliest stands for its group."""

    def __init__(self, things: Iterable[str]) -> None:
        self._parent = {thing: thing for thing in things}
        self._rank = {thing: i for i, thing in enumerate(self._parent)}

    def first(self, thing: str) -> str:
        """Give the earliest of the group of *thing*, which may be new."""
        root = self._parent.setdefault(thing, thing)
        self._rank.setdefault(thing, len(self._rank))
        while root != self._parent[root]:
            self._parent[root] = self._parent[self._parent[root]]
            root = self._parent[root]
        return root

    def join(self, left: str, right: str) -> None:
        """Make the groups of *left* and *right* one."""
        a, b = self.first(left), self.first(right)
        if self._rank[b] < self._rank[a]:
            a, b = b, a
        self._parent[b] = a


def order_articles(articles: Iterable[Article]) -> list[Article]:
    """Give *articles* from the earliest on, the undated last, then by path."""
    return sorted(
        articles, key=lambda a: (a.published is None, a.published or _NO_DAY, a.path)
    )


class Newsrooms:
    """Who works for whom, as far as outlets and credits tell."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._groups = Groups(())
        self._names: dict[str, tuple[bool, str]] = {}
        self._best: dict[str, tuple[bool, str]] = {}
        for article in articles:
            for name, is_agency in _credits(article):
                key = newsroom_key(name)
                self._groups.first(key)
                shown = (not is_agency, name)
                self._names[key] = min(shown, self._names.get(key, shown))
            self.join_text([article])

    def join_text(self, holders: Sequence[Article]) -> None:
        """Note that *holders* print one article: a credit of one is that of all."""
        known = [a for a in holders if a.outlet or a.agency]
        for article in known:
            if article.agency:
                first = newsroom_key(next(name for name, _ in _credits(known[0])))
                self._groups.join(first, newsroom_key(article.agency))

    def name_of(self, article: Article) -> str | None:
        """Give the newsroom of *article*; None where the text names none."""
        names = _credits(article)
        return self._shown(newsroom_key(names[0][0])) if names else None

    def _shown(self, key: str) -> str:
        """Give the name of a newsroom's group, an agency's before an outlet's."""
        if not self._best:
            for other, shown in self._names.items():
                group = self._groups.first(other)
                self._best[group] = min(shown, self._best.get(group, shown))
        return self._best[self._groups.first(key)][1]


def _credits(article: Article) -> list[tuple[str, bool]]:
    """Give the names an article goes by, each with whether it is an agency's."""
    found = [(article.outlet, False), (article.agency, True)]
    return [(name, is_agency) for name, is_agency in found if name]


@lru_cache(maxsize=4096)
def newsroom_key(name: str) -> str:
    """Give *name* as one newsroom is known by: "The BBC" and "BBC News" are "bbc"."""
    key = _telling(name)
    return _agencies().get(key, key)


def _telling(name: str) -> str:
    """Give the words of a name, folded, without those that many newsrooms have."""
    words = re.findall(r"\w+", fold(name))
    return " ".join([w for w in words if w not in _IDLE] or words)


@cache
def _agencies() -> Mapping[str, str]:
    """Give each way to write an agency → one: "Agence France-Presse" is "afp"."""
    table: dict[str, str] = {}
    for name, forms in word_table("agencies"):
        for form in (name, *forms.split("|")):
            table.setdefault(_telling(form), fold(name))
    return table


@dataclass(frozen=True, slots=True)
class Origins:
    """Whose work everything is."""

    of_statements: Mapping[str, Origin]
    of_articles: Mapping[str, Origin]
    shared: tuple[SharedText, ...]


def find_origins(
    articles: Sequence[Article], gists: Gists, copies: Sequence[Copy]
) -> Origins:
    """Give the origin of each statement and article; *articles* earliest first."""
    by_id = {article.id: article for article in articles}
    copies_told = [copy for copy in copies if tells_alike(copy)]
    holders = _holders(articles, gists, copies_told)
    newsrooms = Newsrooms(articles)
    held = _held(gists, copies_told)
    for both, share in held.items():
        if share >= MOSTLY:
            newsrooms.join_text([a for a in articles if a.id in both])
    roots = _roots(articles, held)
    reprints = _reprints(articles, gists, holders)
    texts_held = {id(found): found for found in holders.values()}
    shared = {  # told once a text, since a text may stand in every article
        key: _shared_origin([by_id[a] for a in found], newsrooms, reprints, roots)
        for key, found in texts_held.items()
        if len(found) > 1
    }
    of_articles: dict[str, Origin] = {}
    of_statements: dict[str, Origin] = {}
    for article in articles:
        texts = [holders[g.statement.id] for g in gists[article.id]]
        told = [shared.get(id(found)) for found in texts]
        own = _own_origin(article, newsrooms)
        if root := roots.get(article.id):
            first = _own_origin(root, newsrooms)
            first = first if root.id in roots else of_articles[root.id]
            own = _elders_origin(article, root, first)
        if own.kind == "unknown":
            own = _mostly(told) or own
        of_articles[article.id] = own
        for gist, origin in zip(gists[article.id], told, strict=True):
            of_statements[gist.statement.id] = origin or own
    shares = [SharedText(min(p), max(p), 1.0) for p in _twins(articles).items()]
    shares += _shares(gists, copies)
    shares.sort(key=lambda s: (s.left, s.right))
    return Origins(of_statements, of_articles, tuple(shares))


def _twins(articles: Sequence[Article]) -> Mapping[str, str]:
    """Give for each article whose very text an earlier one has that earlier one."""
    first: dict[str, str] = {}
    twins: dict[str, str] = {}
    for article in articles:
        elder = first.setdefault(article.text_sha256, article.id)
        if elder != article.id:
            twins[article.id] = elder
    return twins


def _reprints(
    articles: Sequence[Article], gists: Gists, holders: Mapping[str, Sequence[str]]
) -> frozenset[str]:
    """Give the articles that hold nothing which no earlier one holds.

    They may have it from there: whose text it is, they cannot tell.
    """
    return frozenset(
        article.id
        for article in articles
        if all(holders[g.statement.id][0] != article.id for g in gists[article.id])
    )


def _holders(
    articles: Sequence[Article], gists: Gists, copies: Sequence[Copy]
) -> Mapping[str, list[str]]:
    """Give statement → the articles that hold its text, earliest first.

    All statements of one text have the very same list, which is not to be changed.
    """
    every = [g.statement.id for a in articles for g in gists[a.id]]
    homes = {g.statement.id: a.id for a in articles for g in gists[a.id]}
    groups = Groups(every)
    for copy in copies:
        groups.join(copy.left.statement.id, copy.right.statement.id)
    members: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for statement in every:
        members[groups.first(statement)][homes[statement]] = None
    lists = {first: list(found) for first, found in members.items()}
    return {s: lists[groups.first(s)] for s in every}


def _held(gists: Gists, copies: Sequence[Copy]) -> Mapping[tuple[str, str], float]:
    """Give for each article and another the share of its own words that are there.

    Words in quotation marks are nobody's own, and what a third article has of both is
    in neither.
    """
    found: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for copy in copies:
        for one, other in ((copy.left, copy.right), (copy.right, copy.left)):
            pair = one.statement.article, other.statement.article
            found[pair][one.statement.id] = len(free_words(one))
    sizes = {a: sum(len(free_words(g)) for g in gs) for a, gs in gists.items()}
    return {
        pair: sum(words.values()) / max(1, sizes[pair[0]])
        for pair, words in found.items()
    }


def _roots(
    articles: Sequence[Article], held: Mapping[tuple[str, str], float]
) -> Mapping[str, Article]:
    """Give article → the earlier one whose text it mostly is, where there is one.

    The elder's own elder comes in its place only where that holds most of it too.
    """
    by_id = {article.id: article for article in articles}
    rank = {article: i for i, article in enumerate(by_id)}
    best: dict[str, tuple[float, int, str]] = {}
    for (here, other), share in held.items():
        if share >= MOSTLY and rank[other] < rank[here]:
            one = (-share, rank[other], other)
            best[here] = min(one, best.get(here, one))
    elders = {here: elder for here, (_, _, elder) in best.items()}
    elders |= _twins(articles)
    roots: dict[str, Article] = {}
    for article in articles:
        if elder := elders.get(article.id):
            root = roots.get(elder, by_id[elder])
            near = held.get((article.id, root.id), 0) >= MOSTLY
            # Two equal files are one: what holds for the first holds for the second.
            twin = article.text_sha256 == by_id[elder].text_sha256
            roots[article.id] = root if near or twin else by_id[elder]
    return roots


def _mostly(told: Sequence[Origin | None]) -> Origin | None:
    """Give the known origin of most of an article's passages, None where none is.

    An unsigned page that is mostly a dispatch which another page credits is that
    agency's, its own few lines too.
    """
    known = Counter(o.name for o in told if o is not None and o.kind != "unknown")
    if not known:
        return None
    name = min(known, key=lambda n: (-known[n], n))
    if known[name] < MOSTLY * len(told):
        return None
    return next(o for o in told if o is not None and o.name == name)


def _own_origin(article: Article, newsrooms: Newsrooms) -> Origin:
    name = newsrooms.name_of(article)
    if name is None:
        because = f"{article.path} names neither outlet nor agency"
        return Origin(f"text of {article.path}", "unknown", because)
    if article.agency:
        because = f"{article.path} credits {article.agency}"
    else:
        because = f"the outlet of {article.path}"
        because += f" is {article.outlet}" if name != article.outlet else ""
    if newsroom_key(name) not in {newsroom_key(n) for n, _ in _credits(article)}:
        because += f", which prints one text with {name} or is credited beside it"
    return Origin(name, "agency" if article.agency else "outlet", because)


def _elders_origin(article: Article, elder: Article, origin: Origin) -> Origin:
    """Give the *origin* of *elder* to an *article* that is mostly its text."""
    because = f"most of {article.path} stands in {elder.path}, the earlier of the two"
    return replace(origin, because=f"{because}; {origin.because}")


def _shared_origin(
    holders: Sequence[Article],
    newsrooms: Newsrooms,
    reprints: frozenset[str],
    roots: Mapping[str, Article],
) -> Origin:
    """Give the origin of a text that all *holders* print, the earliest first.

    The credit of a mere reprint names nothing: it would make a known origin of an
    unsigned text, and raise a count.
    """
    paths = ", ".join(a.path for a in holders[1:])
    because = f"{holders[0].path} is the earliest with this text, also in {paths}"
    for article in holders:
        name = newsrooms.name_of(roots.get(article.id, article))
        name = name or newsrooms.name_of(article)
        if name is not None and article.id not in reprints:
            return Origin(name, "text", because)
    # No holder tells its newsroom: it may be any other's, and counts for nothing.
    return Origin(f"text of {holders[0].path}", "unknown", because)


def _shares(gists: Gists, copies: Sequence[Copy]) -> Iterator[SharedText]:
    """Give how much of each smaller article the larger holds."""
    found: defaultdict[tuple[str, str], tuple[set[str], set[str]]]
    found = defaultdict(lambda: (set(), set()))
    for copy in copies:
        a, b = sorted((copy.left, copy.right), key=lambda g: g.statement.article)
        mine, yours = found[a.statement.article, b.statement.article]
        mine.add(a.statement.id)
        yours.add(b.statement.id)
    for (left, right), (mine, yours) in sorted(found.items()):
        sizes = len(gists[left]), len(gists[right])
        of_smaller = len(mine) if sizes[0] <= sizes[1] else len(yours)
        yield SharedText(left, right, round(of_smaller / min(sizes), 4))
