"""Two files of one article are one: the same page saved twice, or in two formats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from briefing.model.article import Article
from briefing.model.diagnostic import Diagnostic
from briefing.readers.names import is_same_name
from briefing.text.words import fold

SAME_ADDRESS: Final = 0.5
"""Share of the shorter text's sentences that two files of one address must share; less,
and the address is that of a front page that all its articles name."""

SAME_TEXT: Final = 0.9
"""Share of the shorter text's sentences that a page and its text copied by hand share:
a stray label may count as one. Reports of one title in two papers share below 0.7."""

TELLING_TITLE: Final = 4
"""Words from which two files of one title are compared; "Live" is many articles'."""

# Parts of an address that say who came from where, not what the page is.
_TRACKING: Final = ("utm_", "fbclid", "gclid", "cmpid", "ref=", "amp", "outputtype")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article, and what tells whether another file holds it too."""

    article: Article
    ending: str
    url: str | None
    """The address that the file itself names."""


Read = tuple[Sequence[Candidate], Sequence[Diagnostic]]
"""The articles of a file, and what is to be said of it."""


def without_twins(found: Sequence[Candidate]) -> tuple[list[Article], list[Diagnostic]]:
    """Give each article once, the fullest file of it, and say which are left out."""
    said: list[Diagnostic] = []
    left_out: set[str] = set()
    for group in _groups(found):
        best = min(group, key=_rank)
        for other in group:
            reason = _reason(best, other) if other is not best else None
            if reason:
                left_out.add(other.article.id)
                said.append(_left_out(other.article, best.article, reason))
    return [c.article for c in found if c.article.id not in left_out], said


def _groups(found: Sequence[Candidate]) -> Iterable[list[Candidate]]:
    """Give the candidates that share an address or all their words."""
    parents = {c.article.id: c.article.id for c in found}

    def top(item: str) -> str:
        while parents[item] != item:
            item = parents[item]
        return item

    first: dict[tuple[str, str], str] = {}
    for candidate in found:
        for key in _keys(candidate):
            known = first.setdefault(key, candidate.article.id)
            one, other = sorted((top(known), top(candidate.article.id)))
            parents[other] = one
    groups: dict[str, list[Candidate]] = {}
    for candidate in found:
        groups.setdefault(top(candidate.article.id), []).append(candidate)
    return [group for group in groups.values() if len(group) > 1]


def _keys(candidate: Candidate) -> list[tuple[str, str]]:
    address = _address(candidate.url)
    words = _body(candidate.article)
    title = fold(candidate.article.title or "")
    keys = [("address", address or ""), ("words", words)]
    if len(title.split()) >= TELLING_TITLE:
        keys.append(("title", title))
    return [(kind, key) for kind, key in keys if key]


def _address(url: str | None) -> str | None:
    """Give an address without what differs from visit to visit; None for a site's."""
    try:
        parts = urlsplit(url) if url else None
    except ValueError:
        return None
    if parts is None or not parts.path.strip("/"):
        return None
    kept = [
        piece
        for piece in parts.query.split("&")
        if piece and not piece.lower().startswith(_TRACKING)
    ]
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    host = host.removeprefix("amp.")
    path = parts.path.rstrip("/").removesuffix("/amp").removesuffix(".amp")
    return f"{host}{path}?{'&'.join(sorted(kept))}"


def _body(article: Article) -> str:
    """Give the words of the body alone, spaces apart."""
    return " ".join(
        " ".join(
            article.text[line.span.start : line.span.end]
            for line in article.lines
            if line.role == "body"
        ).split()
    )


def _rank(candidate: Candidate) -> tuple[object, ...]:
    """Put the fullest first: what says when it is from, then the longest text."""
    article = candidate.article
    known = (article.published, article.outlet, article.title, article.url)
    return (-sum(fact is not None for fact in known), -len(article.text), article.id)


def _reason(best: Candidate, other: Candidate) -> str | None:
    """Say why *other* is the same article as *best*; None where it may be another."""
    one, two = best.article, other.article
    if _address(best.url) is not None and _address(best.url) == _address(other.url):
        is_same = _shared(one, two) >= SAME_ADDRESS
        return "has the same address" if is_same else None
    if _body(one) != _body(two) and _shared(one, two) < SAME_TEXT:
        return None
    # Two outlets may print one dispatch, word for word: that is for `relate` to find.
    named = one.outlet and two.outlet and not is_same_name(one.outlet, two.outlet)
    in_one_file = one.path.partition("#")[0] == two.path.partition("#")[0]
    if named or (best.ending == other.ending and not in_one_file):
        return None
    return "has the same text"


def _shared(one: Article, other: Article) -> float:
    texts: list[Mapping[str, None]] = [
        {" ".join(a.text[s.start : s.end].split()): None for s in a.sentences}
        for a in (one, other)
    ]
    fewest = min(len(text) for text in texts)
    return len(texts[0].keys() & texts[1].keys()) / fewest if fewest else 0.0


def _left_out(article: Article, best: Article, reason: str) -> Diagnostic:
    return Diagnostic(
        "read-twin",
        "note",
        f"{reason} as {best.path}, which is read instead",
        article.path,
        hint="delete one of the two",
    )
