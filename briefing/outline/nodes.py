"""Read YAML into nodes that know their line and column, with every size bounded.

PyYAML parses; the tree is our own, because a text must stay as it was written until
the type of its field is known: `NO` is a country, not false.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NoReturn

from briefing.outline.syntax import syntax_mistake

if TYPE_CHECKING:
    from yaml import Event

MAX_DEPTH: Final = 12
"""Levels of nesting; an outline that uses every key has five."""

MAX_NODES: Final = 20_000
"""Values in one file, those that aliases repeat included; read in half a second."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """Where something stands in the file, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, a number, a day: whatever stands after a colon or a dash."""

    at: Position
    value: str
    is_plain: bool
    """True where it stands without quotation marks."""
    tag: str | None = None
    last: int = 0
    """Line of its end."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    at: Position
    nodes: tuple[Node, ...]
    tag: str | None = None


@dataclass(frozen=True, slots=True)
class Pairs:
    """Keys and their values, as written: a key may stand twice."""

    at: Position
    pairs: tuple[tuple[Node, Node], ...]
    tag: str | None = None


Node = Scalar | Items | Pairs


class UnreadableError(Exception):
    """The file is no YAML that an outline may hold; only the first mistake is known."""

    def __init__(
        self, code: str, message: str, at: Position | None, hint: str | None
    ) -> None:
        super().__init__(message)
        self.code, self.at, self.hint = code, at, hint


def read_nodes(text: str) -> Node | None:
    """Give the tree of *text*; None where it holds comments at most.

    Raises:
        UnreadableError: with the place of the first mistake.
    """
    import yaml

    # libyaml is ten times faster; its words for a mistake differ from build to build,
    # so a mistake is looked for again by the parser written in Python.
    fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with suppress(yaml.YAMLError):
        return _Composer(yaml.parse(text, Loader=fast)).document()
    try:
        return _Composer(yaml.parse(text, Loader=yaml.SafeLoader)).document()
    except yaml.YAMLError as error:
        code, message, line, column, hint = syntax_mistake(error, text)
        raise UnreadableError(code, message, Position(line, column), hint) from error


@dataclass(slots=True)
class _Composer:
    """Turns the parser's events into nodes; the first event out of bounds ends it."""

    events: Iterator[Event]
    count: int = 0
    anchors: dict[str, tuple[Node, int] | None] = field(default_factory=dict)
    """Anchor → its node and how many nodes that holds; None while it is open."""
    unused: dict[str, Event] = field(default_factory=dict)
    """Anchors that no alias repeats yet."""

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self.events:
            match type(event).__name__:
                case "DocumentStartEvent" if root is None:
                    root = self.node(next(self.events), 1)
                case "DocumentStartEvent":
                    _stop(
                        "several-documents",
                        "`---` begins a second document",
                        event,
                        "an outline is one document: delete this line and what follows",
                    )
                case _:
                    pass
        for name, event in self.unused.items():
            _stop(
                "bare-ampersand",
                f"`&{name}` names what stands after it, and nothing repeats it",
                event,
                "a text that begins with & needs quotation marks",
            )
        return root

    def node(self, event: Any, depth: int) -> Node:
        kind = type(event).__name__
        if kind == "AliasEvent":
            return self.alias(event)
        self.grow(1, event)
        if depth > MAX_DEPTH:
            _stop(
                "too-deep",
                f"this is nested more than {MAX_DEPTH} levels deep",
                event,
                "an outline needs five levels at most",
            )
        before = self.count
        if event.anchor is not None:
            self.anchors[event.anchor] = None
            self.unused.setdefault(event.anchor, event)
        node = self.built(kind, event, depth)
        if event.anchor is not None:
            self.anchors[event.anchor] = (node, self.count - before + 1)
        return node

    def built(self, kind: str, event: Any, depth: int) -> Node:
        at = _position(event)
        if kind == "ScalarEvent":
            # Without quotation marks the style is None, or "" from libyaml.
            last = event.end_mark.line + 1
            return Scalar(at, event.value, not event.style, event.tag, last)
        nodes = []
        while not type(inner := next(self.events)).__name__.endswith("EndEvent"):
            nodes.append(self.node(inner, depth + 1))
        if kind == "SequenceStartEvent":
            return Items(at, tuple(nodes), event.tag)
        return Pairs(at, tuple(zip(nodes[::2], nodes[1::2], strict=True)), event.tag)

    def alias(self, event: Any) -> Node:
        name = event.anchor
        if name not in self.anchors:
            _stop(
                "unknown-alias",
                f"`*{name}` repeats `&{name}`, which does not stand before it",
                event,
                f'a text that begins with * needs quotation marks: "*{name}"',
            )
        self.unused.pop(name, None)
        known = self.anchors[name]
        if known is None:
            _stop(
                "alias-in-itself",
                f"`*{name}` stands inside `&{name}`, which it repeats",
                event,
                "write the values out",
            )
        node, size = known
        self.grow(size, event)
        return node

    def grow(self, size: int, event: Any) -> None:
        self.count += size
        if self.count > MAX_NODES:
            _stop(
                "too-many-values",
                f"the outline holds more than {MAX_NODES} values by this place, "
                "those repeated by aliases included",
                event,
                "an outline of every key has a hundred values",
            )


def _position(event: Any) -> Position:
    return Position(event.start_mark.line + 1, event.start_mark.column + 1)


def _stop(code: str, message: str, event: Any, hint: str) -> NoReturn:
    raise UnreadableError(code, message, _position(event), hint)
