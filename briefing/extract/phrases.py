"""Match phrases of a word list in one pass over tokens: one look-up a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, product

from briefing.text.words import Token, tokens


@dataclass(slots=True)
class Node:
    """A place in the tree of phrases: what may follow, and what ends here."""

    after: dict[str, Node] = field(default_factory=dict)
    value: str | None = None


def spell_out(pattern: str, classes: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Give every phrase that *pattern* stands for.

    `a|b` is either word, `?` behind a word makes it optional: `is|was not yet? clear`
    stands for four phrases. `_` joins words that go together: `did_not|didn't deny`.
    `@name` is the class of words that a line `@name` of the same list defines.
    """
    choices: list[list[str]] = []
    for part in pattern.split():
        words = list(
            chain(*(word_class(w, classes) for w in part.rstrip("?").split("|")))
        )
        choices.append([*words, ""] if part.endswith("?") else words)
    for picked in product(*choices):
        text = " ".join(picked).replace("_", " ")
        yield tuple(token.lower for token in tokens(text))


def word_class(word: str, classes: Mapping[str, str]) -> list[str]:
    """Give the words of a class, or the word itself."""
    return classes[word].split("|") if word.startswith("@") else [word]


def build_tree(rows: Iterable[tuple[str, ...]]) -> Node:
    """Make the tree of a list's rows: (pattern, value), or (@name, a|b|c) for a class.

    The first value of a phrase stands.
    """
    root = Node()
    classes: dict[str, str] = {}
    for pattern, value, *_ in rows:
        if pattern.startswith("@") and " " not in pattern and "|" in value:
            classes[pattern] = value
            continue
        for phrase in spell_out(pattern, classes):
            node = root
            for word in phrase:
                node = node.after.setdefault(word, Node())
            if node.value is None:
                node.value = value
    return root


def find_phrases(
    tree: Node, words: tuple[Token, ...]
) -> Iterator[tuple[int, int, str]]:
    """Give (first token, last token, value) of the longest phrases, none overlapping."""
    at, count = 0, len(words)
    root = tree.after
    while at < count:
        node = root.get(words[at].lower)
        if node is None:
            at += 1
            continue
        best, value, ahead = -1, "", at
        while node is not None:
            if node.value is not None:
                best, value = ahead, node.value
            ahead += 1
            node = node.after.get(words[ahead].lower) if ahead < count else None
        if best < 0:
            at += 1
            continue
        yield at, best, value
        at = best + 1
