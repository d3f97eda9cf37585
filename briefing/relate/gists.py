"""What a statement says, reduced to what can be compared with another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from briefing.model.article import Span
from briefing.model.statement import Statement
from briefing.resources import word_list
from briefing.text.words import Token, fold, stem, tokens

# Matches "“We will go,”" and an opened quotation that runs to the end of its
# sentence; not the apostrophe of "don't".
QUOTED: Final = re.compile(r"[“\"«][^”\"»]*(?:[”\"»]|$)")


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


FEWEST: Final = 3
"""Terms that must be left for those of telling to be left out: in "Fico resigned, his
office said" little else is told."""


def gist_of(statement: Statement) -> Gist:
    """Give the gist of *statement*."""
    found = tokens(statement.text)
    spoken = [t for t in found if t.text[0].isalnum()]
    shut = [m.span() for m in QUOTED.finditer(statement.text)]
    told, telling = _terms(statement, spoken)
    return Gist(
        statement=statement,
        words=tuple(plain_word(t.lower) for t in spoken),
        quoted=tuple(any(a < t.start < b for a, b in shut) for t in spoken),
        tokens=found,
        terms=frozenset(told),
        telling=frozenset(telling),
        names=frozenset(_name_terms(statement, spoken) & told),
    )


def _terms(statement: Statement, spoken: Sequence[Token]) -> tuple[set[str], set[str]]:
    """Give the terms of what is told, and those of who tells it."""
    spans = [
        (span.start - statement.span.start, span.end - statement.span.start)
        for item in statement.attributions
        for span in (item.source, item.cue)
        if span
    ]
    told: set[str] = set()
    telling: set[str] = set()
    for token in spoken:
        inside = any(a <= token.start < b for a, b in spans)
        (telling if inside else told).add(term_of(token.lower))
    told |= {DOWNED for verb, after in pairwise(spoken) if _downs(verb, after)}
    told -= {""}
    telling -= {""}
    return (told if len(told) >= FEWEST else told | telling), telling


DOWNED: Final = "down"
"""The term of "downed", which "shot down" is too."""


def _downs(verb: Token, after: Token) -> bool:
    return after.lower == "down" and stem(verb.lower) in DOWNING


DOWNING: Final = frozenset({"shot", "shoot", "struck", "strike", "brought", "bring"})


def _name_terms(statement: Statement, spoken: Iterable[Token]) -> set[str]:
    """Give the terms of the words that stand in a name, or look as if they did."""
    at = statement.span.start
    marked: list[Span] = [n.span for n in statement.names]
    marked += [p.span for p in statement.places]
    inside = {
        key
        for t in spoken
        if any(s.start <= t.start + at < s.end for s in marked)
        and (key := term_of(t.lower))
    }
    for word in (w for n in statement.names for w in n.name.split()):
        inside.add(term_of(word.lower()))
    return inside - {""}


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
    if word[0].isdigit():
        return word.replace(",", "")
    key = stem(word.replace("\u2010", "-").replace("\u2011", "-"))
    return _classes().get(key, key)


@cache
def _silent() -> frozenset[str]:
    # "back" alone is an adverb ("pull back"); "backed" and "backing" are acts.
    return (
        frozenset(word_list("stopwords"))
        | {"s", "t", "d", "m", "re", "ve", "ll"}
        | {"back"}
    )


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
