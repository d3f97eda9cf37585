"""What a statement says, reduced to what can be compared with another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache, wraps
from typing import Final, TypeVar, cast

from briefing.model.article import Span
from briefing.model.statement import Statement
from briefing.resources import word_list
from briefing.text.words import Token, fold, stem, stopwords, tokens

# Matches "“We will go,”" and an opened quotation that runs to the end of its
# sentence; not the apostrophe of "don't".
QUOTED: Final = re.compile(r"[“\"«][^”\"»]*(?:[”\"»]|$)")

# Matches 'They stopped at dawn,"' of 'They stopped at dawn," she said.'; not the
# '"They' of '"They stopped," she said' nor 'called it "' of 'He called it "a loss"'.
_ENDED: Final = re.compile(r"[^“\"«]*?[^\s“\"«(][\"”»](?=[\s,.;:)]|$)")

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Gist:
    """A statement with its words folded, stemmed and sorted by what they are."""

    statement: Statement
    words: tuple[str, ...]
    """Its words folded, in order, without marks: for copies."""
    quoted: tuple[bool, ...]
    """Which of `words` stand in quotation marks."""
    tokens: tuple[Token, ...]
    terms: frozenset[str]
    """Stems of what is told, words of one happening as one ("die" is "kill"); who tells
    it, and the verb of telling, left out: two briefings of one man are two."""
    telling: frozenset[str]
    """Terms of who tells and how."""
    names: frozenset[str]
    """Those of `terms` that stand in the name of a person, body or place."""
    known: dict[Callable[[Gist], object], object] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    """What was read of it once and need not be read for each pair again."""


Gists = Mapping[str, Sequence[Gist]]
"""Article → the gists of its statements in order; articles from the earliest on."""


def once(read: Callable[[Gist], Found]) -> Callable[[Gist], Found]:
    """Let *read* read each gist but once, since a gist stands in many pairs."""

    @wraps(read)
    def known(gist: Gist) -> Found:
        if read not in gist.known:
            gist.known[read] = read(gist)
        return cast("Found", gist.known[read])

    return known


def gist_of(statement: Statement) -> Gist:
    """Give the gist of *statement*."""
    found = tokens(statement.text)
    spoken = [t for t in found if t.text[0].isalnum()]
    keys = told_keys(spoken)
    told, telling = _terms(statement, spoken, keys)
    shut = _inside(spoken, _quotations(statement.text))
    return Gist(
        statement=statement,
        words=tuple(plain_word(t.lower) for t in spoken),
        quoted=tuple(i in shut for i in range(len(spoken))),
        tokens=found,
        terms=frozenset(told),
        telling=frozenset(telling),
        names=frozenset(_name_terms(statement, spoken, keys) & told),
    )


def written(gist: Gist, start: int, end: int) -> str:
    """Give the words of a statement between two of its places, as they are written."""
    return " ".join(gist.statement.text[start:end].split())


def words_within(gist: Gist, spans: Iterable[Span]) -> list[Token]:
    """Give the words of a statement that stand in *spans* of its article."""
    shift, spans = gist.statement.span.start, list(spans)
    return [
        token
        for token in gist.tokens
        if any(span.start <= token.start + shift < span.end for span in spans)
    ]


def last_name(name: str) -> str:
    """Give the last word of a name, folded: "Eva Lund" here is "Lund" there."""
    return fold(name.rsplit(maxsplit=1)[-1]) if name else ""


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Give the spans of quoted words, also of a quotation that began before *text*."""
    ended = _ENDED.match(text)
    if ended:
        yield ended.span()
    begin = ended.end() if ended else 0
    yield from (m.span() for m in QUOTED.finditer(text, begin))


def _inside(spoken: Sequence[Token], spans: Iterable[tuple[int, int]]) -> set[int]:
    """Give the numbers of the words that begin within one of *spans*."""
    starts = [token.start for token in spoken]
    found: set[int] = set()
    for start, stop in spans:
        found.update(range(bisect_left(starts, start), bisect_left(starts, stop)))
    return found


def _terms(
    statement: Statement, spoken: Sequence[Token], keys: Sequence[str]
) -> tuple[set[str], set[str]]:
    """Give the terms of what is told, and those of who tells it."""
    at = statement.span.start
    spans = (
        (span.start - at, span.end - at)
        for item in statement.attributions
        for span in (item.source, item.cue)
        if span
    )
    inside = _inside(spoken, spans)
    # "charged" may tell a charge brought or a charge made: an act is always told.
    told = {k for i, k in enumerate(keys) if i not in inside or k in acts()}
    telling = {keys[i] for i in inside} - {""}
    told -= {""}
    return told or telling, telling


def told_keys(words: Sequence[Token]) -> list[str]:
    """Give the term of each word; of words that go together, what they mean.

    Who "shot down" a plane "downed" it, and who "opened fire" shot.
    """
    keys = [term_of(t.lower) if t.text[0].isalnum() else "" for t in words]
    for place, word in enumerate(words):
        if keys[place] in FIRING and _fires(keys[place:]):
            if keys[place] == "open":
                keys[place + 1] = ""  # "fire" alone is also what burns
            keys[place] = term_of("shoot")
        elif word.lower == "down" and place and stem(words[place - 1].lower) in DOWNING:
            keys[place - 1] = DOWNED  # nobody is shot where a plane is shot down
    return keys


DOWNED: Final = "down"
"""The term of "downed", which "shot down" is too."""

DOWNING: Final = frozenset({"shot", "shoot", "struck", "strike", "brought", "bring"})
"""Stems of verbs that with "down" say so."""

FIRING: Final = frozenset({"open", "fire"})
"""Terms with which a way of saying "shoot" begins."""

AMMUNITION: Final = frozenset(
    {"ammunit", "round", "shoot", "bullet", "weapon", "volley"}
)
"""Terms of what is fired where people are shot at; tear gas and water are not."""

FIRED: Final = 4
"""Words from "fired" on among which the ammunition stands: "fired both live rounds"."""


def _fires(keys: Sequence[str]) -> bool:
    """Tell whether terms begin with a way of saying "shoot": "opened fire"."""
    if keys[0] == "open":
        return keys[1:2] == ["fire"]
    return keys[0] == "fire" and not AMMUNITION.isdisjoint(keys[1 : 1 + FIRED])


def _name_terms(
    statement: Statement, spoken: Sequence[Token], keys: Sequence[str]
) -> set[str]:
    """Give the terms of the words that stand in a name, and of its fullest form."""
    at = statement.span.start
    marked = [n.span for n in statement.names] + [p.span for p in statement.places]
    inside = _inside(spoken, ((s.start - at, s.end - at) for s in marked))
    full = {term_of(w.lower()) for n in statement.names for w in n.name.split()}
    return {keys[i] for i in inside} | full


@lru_cache(maxsize=65536)
def plain_word(word: str) -> str:
    """Give *word* as copies spell it: no accents, hyphens, or "ise" for "ize"."""
    bare = fold(word).replace("-", "").replace("\u2010", "").replace("\u2011", "")
    return _BRITISH.sub(lambda m: _AMERICAN[m.group()], bare)


# Matches the "ise" of "mechanised", "our" of "neighbour"; not that of "four".
_BRITISH: Final = re.compile(
    r"(?<=\w{3})(?:is(?=(?:e[ds]?|ing|ation)s?$)|our(?=s?$|ed$))"
)
_AMERICAN: Final = {"is": "iz", "our": "or"}


@lru_cache(maxsize=65536)
def term_of(word: str) -> str:
    """Give the term that *word*, in lower case, stands for; "" if it says nothing."""
    if word in _silent():
        return ""
    if word[:1].isdigit():
        return word.replace(",", "")
    key = stem(word.replace("\u2010", "-").replace("\u2011", "-"))
    return _classes().get(key, key)


@cache
def _silent() -> frozenset[str]:
    # "back" alone is an adverb ("pull back"); "backed" and "backing" are acts.
    return stopwords() | {"s", "t", "d", "m", "re", "ve", "ll"} | {"back"}


@cache
def _classes() -> Mapping[str, str]:
    """Give stem → stem of the first word of its class."""
    table: dict[str, str] = {}
    for line in word_list("relate_synonyms"):
        first, *others = line.removeprefix("* ").split()
        for word in (first, *others):
            table.setdefault(stem(word), stem(first))
    return table


@cache
def acts() -> frozenset[str]:
    """Give the terms that are acts or happenings."""
    lines = word_list("relate_synonyms")
    return frozenset(stem(line.split()[1]) for line in lines if line.startswith("* "))
