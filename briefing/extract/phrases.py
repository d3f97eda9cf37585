"""Match phrases of a word list in one pass over tokens: one look-up a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from briefing.text.words import Token, tokens

Words = tuple[str, ...]


class Step(NamedTuple):
    """One place of a pattern: the words that may stand there."""

    choices: tuple[Words, ...]
    may_lack: bool


class Pattern(NamedTuple):
    """A row of a list, ready for matching."""

    steps: tuple[Step, ...]
    value: str


class Place(NamedTuple):
    """Where a match stands: which pattern, which step, which words are still due."""

    pattern: int
    step: int
    due: Words


@dataclass(slots=True)
class Node:
    """What may follow the words matched so far, worked out when it is first asked.

    Spelling out every phrase would make a million of them; only those that texts hold
    are ever needed.
    """

    patterns: tuple[Pattern, ...]
    places: dict[str, list[Place]]
    """The places where a match may go on, by the word that must come."""
    value: str | None
    known: dict[str, Node] = field(default_factory=dict)

    def after(self, word: str) -> Node | None:
        """Give the node that *word* leads to, None where no phrase goes on so."""
        if word not in self.places:
            return None
        if word not in self.known:
            self.known[word] = self._follow(word)
        return self.known[word]

    def _follow(self, word: str) -> Node:
        places: set[Place] = set()
        ends: list[int] = []
        for number, step, due in self.places[word]:
            if due[1:]:
                places.add(Place(number, step, due[1:]))
                continue
            more, ends_here = _opened(self.patterns[number], number, step + 1)
            places.update(more)
            if ends_here:
                ends.append(number)
        value = self.patterns[min(ends)].value if ends else None
        return Node(self.patterns, _by_word(places), value)


def _by_word(places: Iterable[Place]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in places:
        found.setdefault(place.due[0], []).append(place)
    return found


def _opened(pattern: Pattern, number: int, step: int) -> tuple[list[Place], bool]:
    """Give the places that open at *step*, and whether the phrase may end there."""
    places: list[Place] = []
    for at in range(step, len(pattern.steps)):
        places += [Place(number, at, words) for words in pattern.steps[at].choices]
        if not pattern.steps[at].may_lack:
            return places, False
    return places, True


def steps_of(pattern: str, classes: Mapping[str, str]) -> tuple[Step, ...]:
    """Read a pattern of a word list.

    `a|b` is either word, `?` behind a word makes it optional: `is|was not yet? clear`
    stands for four phrases. `_` joins words that go together: `did_not|didn't deny`.
    `@name` is the class of words that a line `@name` of the same list defines.
    """
    steps: list[Step] = []
    for part in pattern.split():
        named = (word_class(word, classes) for word in part.rstrip("?").split("|"))
        choices = tuple(dict.fromkeys(_words(one) for each in named for one in each))
        steps.append(Step(choices, part.endswith("?")))
    return tuple(steps)


@cache
def _words(phrase: str) -> Words:
    if phrase.isalpha():
        return (phrase.lower(),)
    return tuple(token.lower for token in tokens(phrase.replace("_", " ")))


def word_class(word: str, classes: Mapping[str, str]) -> list[str]:
    """Give the words of a class, or the word itself."""
    return classes[word].split("|") if word.startswith("@") else [word]


def build_tree(rows: Iterable[tuple[str, ...]]) -> Node:
    """Make the tree of a list's rows: (pattern, value), or (@name, a|b|c) for a class.

    The first row's value of a phrase stands.
    """
    patterns: list[Pattern] = []
    classes: dict[str, str] = {}
    for pattern, value, *_ in rows:
        if pattern.startswith("@") and " " not in pattern and "|" in value:
            classes[pattern] = value
        else:
            patterns.append(Pattern(steps_of(pattern, classes), value))
    places = (
        place
        for number, pattern in enumerate(patterns)
        for place in _opened(pattern, number, 0)[0]
    )
    return Node(tuple(patterns), _by_word(places), None)


def find_phrases(
    tree: Node, words: tuple[Token, ...]
) -> Iterator[tuple[int, int, str]]:
    """Give (first token, last token, value) of the longest phrases, in order."""
    count, done = len(words), 0
    for at, word in enumerate(words):
        # Few words begin a phrase: the others cost no call.
        if at < done or word.lower not in tree.places:
            continue
        node = tree.after(word.lower)
        best, value, ahead = -1, "", at
        while node is not None:
            if node.value is not None:
                best, value = ahead, node.value
            ahead += 1
            node = node.after(words[ahead].lower) if ahead < count else None
        if best >= 0:
            yield at, best, value
            done = best + 1
