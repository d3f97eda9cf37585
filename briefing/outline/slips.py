"""Find the slip of the hand behind what YAML complains of lines later, or never."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Final

from briefing.outline.nodes import Items, Node, Pairs, Scalar
from briefing.outline.quoting import quoted, write
from briefing.outline.shown import shown
from briefing.outline.syntax import Mistake

# Matches "title:Port strike" and "- use:incident"; not "title: Port" or "https://x".
_NO_SPACE: Final = re.compile(r"(?P<before>[ -]*)(?P<key>[a-z_]+):(?P<text>[^\s:/].*)")
# Matches the wide colon of Chinese and Japanese behind a key; not one in a value.
_WIDE: Final = re.compile(
    r"[ -]*(?P<key>[a-z_]+)\s*(?P<mark>[\uff1a\ufe55\ufe30\ua789\u2236])\s*(?P<text>.*)"
)
# Matches "title = Port"; not "title: a = b".
_EQUALS: Final = re.compile(r"[ -]*(?P<key>[a-z_]+)\s*(?P<mark>=)\s*(?P<text>.*)")
# Matches "- title: #Port"; not "title: # a comment".
_COMMENT: Final = re.compile(r"[ -]*(?P<key>[a-z_]+):\s+(?P<text>#[^\s#].*)")


@cache
def _keys() -> frozenset[str]:
    """Give every key that an outline may hold."""
    from briefing.outline.schema import TABLES  # pydantic is slow to import

    return frozenset(key for table in TABLES.values() for key in table.model_fields)


def first_slip(text: str, last: int) -> Mistake | None:
    """Give the first slip in the lines of *text* up to line *last*, if there is one."""
    lines = text.splitlines()[:last]
    found = (_colon_slip(line, number) for number, line in enumerate(lines, 1))
    return next(filter(None, found), None)


def _colon_slip(line: str, number: int) -> Mistake | None:
    """Find a key of ours whose colon is no colon to YAML."""
    if (match := _NO_SPACE.match(line)) and match["key"] in _keys():
        key, words = match["key"], shown(match["text"])
        message = f"no space follows the colon of `{key}`"
        column = match.end("key") + 1
        return Mistake("no-space", message, number, column, write(key, words))
    for pattern in (_WIDE, _EQUALS):
        if (match := pattern.match(line)) and match["key"] in _keys():
            key, mark, column = match["key"], match["mark"], match.start("mark") + 1
            message = f"`{mark}` stands after `{key}`, where a colon must stand"
            hint = write(key, shown(match["text"]) or "…")
            return Mistake("no-colon", message, number, column, hint)
    return None


def run_on(root: Node, text: str) -> Iterator[Mistake]:
    """Find, in *text* that was read as *root*, lines that were taken for words."""
    lines = text.splitlines()
    for scalar in _texts(root):
        if scalar.is_plain and scalar.last > scalar.at.line:
            first = scalar.at.line
            rows = enumerate(lines[first - 1 : scalar.last], first)
            found = (_run_on(line, number, first) for number, line in rows)
            yield from islice(filter(None, found), 1)


def _run_on(line: str, number: int, first: int) -> Mistake | None:
    if number == first or not line.lstrip().startswith("- "):
        return _colon_slip(line, number)
    column = len(line) - len(line.lstrip()) + 1
    hint = "let the dashes of one list stand in the same column"
    message = f"`{shown(line.strip())}` stands too far in: it is read as words"
    return Mistake("indentation", message, number, column, hint)


def _texts(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Items(nodes=nodes):
            for inner in nodes:
                yield from _texts(inner)
        case Pairs(pairs=pairs):
            for key, value in pairs:
                yield from _texts(key)
                yield from _texts(value)


def comments(text: str) -> Iterator[Mistake]:
    """Find texts that begin with `#`, which YAML leaves out."""
    for number, line in enumerate(text.splitlines(), 1):
        if (match := _COMMENT.match(line)) and match["key"] in _keys():
            words = shown(match["text"])
            message = (
                f"`{words}` is a comment, so nothing stands after `{match['key']}:`"
            )
            hint = write(match["key"], quoted(match["text"]))
            column = match.start("text") + 1
            yield Mistake("comment", message, number, column, hint)
