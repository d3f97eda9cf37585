"""Find the acts in a text that come to one thing where two parties speak of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from briefing.relate.gists import Gist, once
from briefing.resources import word_list
from briefing.text.words import Token, stem


@dataclass(frozen=True, slots=True)
class Kindred:
    """Words of one class where they stand."""

    name: str
    """Of the class."""
    at: int
    """Place of the first word among the tokens."""
    end: int
    """Place after the last one."""


@once
def kindred_of(gist: Gist) -> tuple[Kindred, ...]:
    """Give the kindred acts of a statement, in order."""
    return tuple(find_kindred(gist.tokens))


def find_kindred(words: Sequence[Token]) -> Iterator[Kindred]:
    """Give the kindred acts that *words* hold, in order."""
    keys = [stem(t.lower) if t.text[0].isalpha() else "" for t in words]
    table = _classes()
    for at, (key, after) in enumerate(pairwise([*keys, ""])):
        both = table.get((key, after), ()) if after else ()
        for name in both or table.get((key, ""), ()):
            yield Kindred(name, at, at + (2 if both else 1))


@cache
def _classes() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Give (stem, stem of the next word or "") → classes."""
    table: dict[tuple[str, str], tuple[str, ...]] = {}
    for line in word_list("relate_kindred"):
        name, *words = line.lstrip("*! ").split()
        for word in words:
            first, _, second = word.partition("_")
            key = stem(first), stem(second) if second else ""
            table[key] = (*table.get(key, ()), name)
    return table


@cache
def _marked(mark: str) -> frozenset[str]:
    lines = (line for line in word_list("relate_kindred") if line.startswith(mark))
    return frozenset(line.lstrip("*! ").split()[0] for line in lines)


def needs_no_object(name: str) -> bool:
    """Tell whether an act is plain without what it is done to: to resign."""
    return name in _marked("*")


def is_wrong(name: str) -> bool:
    """Tell whether an act is a wrong that a body is charged with: to lie."""
    return name in _marked("!")
