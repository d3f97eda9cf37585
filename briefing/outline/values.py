"""Turn nodes into plain texts, lists and tables, noting what no outline may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from briefing.model.diagnostic import Diagnostic, Severity
from briefing.outline.nodes import Items, Node, Pairs, Position, Scalar
from briefing.outline.shown import INVISIBLE, shown

Loc = tuple[str | int, ...]
"""The way to a value: keys, and places in a list from 0."""

MILDER: Final[Mapping[str, Severity]] = {
    "event-after": "warning",
    "folder-inside": "warning",
    "hidden-file": "note",
    "no-marking": "note",
    "odd-file": "warning",
    "old-marking": "warning",
    "outside-file": "warning",
    "same-file": "note",
    "source-contradiction": "warning",
    "unmatched-source": "warning",
    "unsupported-file": "warning",
    "words-above-length": "warning",
}
"""Codes of what does not stop a build; every other code is an error."""

# Matches "-use", "– use" and "• use"; not "- use" or "-5".
_DASH: Final = re.compile(r"(?:-(?=[^\W\d])|[‐‑‒–—−•·*]\s*(?=[^\W\d]))")

# A value that YAML users write for "nothing". `Null` with a capital is a surname.
_NOTHING: Final = ("", "~", "null")


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file: its tree, for places, and its plain values."""

    path: str
    """As messages show it."""
    root: Node
    values: Any
    """Texts, lists and dicts; None for nothing. Every number is still a text."""

    def position(self, loc: Loc, *, on_key: bool = False) -> Position:
        """Give where the value that *loc* leads to stands, or its key."""
        return position_of(self.root, loc, on_key=on_key)

    def value(self, *loc: str | int) -> Any:
        """Give the value that *loc* leads to; None where there is none."""
        found = self.values
        for step in loc:
            if not isinstance(found, dict):
                return None
            found = found.get(step)
        return found

    def mistake(
        self,
        code: str,
        message: str,
        loc: Loc,
        hint: str | None = None,
        *,
        on_key: bool = False,
    ) -> Diagnostic:
        """Give a diagnostic at the value that *loc* leads to, or at its key."""
        at = self.position(loc, on_key=on_key)
        return diagnostic(self.path, code, message, at, hint)


def diagnostic(
    path: str,
    code: str,
    message: str,
    at: Position | None = None,
    hint: str | None = None,
) -> Diagnostic:
    """Give a diagnostic of this room; *code* is without `outline-`."""
    line, column = (at.line, at.column) if at else (None, None)
    severity = MILDER.get(code, "error")
    return Diagnostic(f"outline-{code}", severity, message, path, line, column, hint)


def position_of(root: Node, loc: Loc, *, on_key: bool = False) -> Position:
    """Give where the value at *loc* stands; where it is absent, what should hold it."""
    node, at = root, root.at
    for step in loc:
        match node, step:
            case Pairs(pairs=pairs), str():
                found = [pair for pair in pairs if _is_named(pair[0], step)]
                if not found:
                    return at
                key, node = found[-1]
                # An empty value stands nowhere that could be shown.
                at = key.at if on_key or _is_nothing(node) else node.at
            case Items(nodes=nodes), int() if step < len(nodes):
                node = nodes[step]
                at = node.at
            case _:
                return at
    return at


def values_of(path: str, node: Node) -> tuple[Any, list[Diagnostic]]:
    """Give the plain values of *node*, and what is wrong before types are looked at."""
    return _plain(node), list(_faults(path, node))


def _plain(node: Node) -> Any:
    match node:
        case Scalar():
            return None if _is_nothing(node) else node.value
        case Items(nodes=nodes):
            return [_plain(inner) for inner in nodes]
        case Pairs(pairs=pairs):
            named = [(key, value) for key, value in pairs if isinstance(key, Scalar)]
            return {key.value: _plain(value) for key, value in named}


def _is_named(key: Node, name: str) -> bool:
    return isinstance(key, Scalar) and key.value == name


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_plain and node.value in _NOTHING


def _faults(path: str, node: Node) -> Iterator[Diagnostic]:
    if node.tag is not None and node.tag != "!":
        tag = node.tag.replace("tag:yaml.org,2002:", "!!")
        message = f"`{shown(tag)}` is a type tag, which an outline does not need"
        hint = "delete it; each key knows what it holds"
        yield diagnostic(path, "tag", message, node.at, hint)
    match node:
        case Scalar():
            yield from _scalar_faults(path, node)
        case Items(nodes=nodes):
            for inner in nodes:
                yield from _faults(path, inner)
        case Pairs(pairs=pairs):
            yield from _key_faults(path, pairs)
            for _, value in pairs:
                yield from _faults(path, value)


def _scalar_faults(path: str, node: Scalar) -> Iterator[Diagnostic]:
    if match := INVISIBLE.search(node.value):
        name = f"U+{ord(match.group()):04X}"
        message = (
            f"`{shown(node.value)}` holds the character {name}, which is invisible"
        )
        yield diagnostic(path, "control-character", message, node.at, "delete it")


def _key_faults(
    path: str, pairs: tuple[tuple[Node, Node], ...]
) -> Iterator[Diagnostic]:
    first: dict[str, Position] = {}
    for key, _ in pairs:
        if not isinstance(key, Scalar):
            message = "a list or a table stands where a key should stand"
            hint = 'a text that begins with "[" or "{" needs quotation marks'
            yield diagnostic(path, "key-not-text", message, key.at, hint)
            continue
        yield from _faults(path, key)
        if not key.value.isascii() or key.value.startswith("-"):
            yield from _dash_faults(path, key)
        if key.value in first and not _is_bad_dash(key.value):
            line = first[key.value].line
            message = f"`{shown(key.value)}` stands here a second time"
            hint = f"it stands on line {line} already; keep one of the two"
            if key.value == "use":
                hint = "a second section begins with a dash: `- use: …`"
            yield diagnostic(path, "duplicate-key", message, key.at, hint)
        first.setdefault(key.value, key.at)


def _dash_faults(path: str, key: Scalar) -> Iterator[Diagnostic]:
    """Find what looks like the dash and the space that begin a list entry."""
    bare = key.value.strip()
    if "\xa0" in key.value and bare.startswith("- "):
        message = f"no-break spaces stand before `{shown(bare)}`"
        hint = "replace each by an ordinary space"
        yield diagnostic(path, "no-break-space", message, key.at, hint)
    elif _is_bad_dash(key.value):
        name = _without_dash(key.value)
        message = f"`{shown(key.value)}` is no entry of a list"
        hint = f"write `- {shown(name)}: …`, with a hyphen and a space"
        yield diagnostic(path, "bare-dash", message, key.at, hint)


def _is_bad_dash(key: str) -> bool:
    """Tell whether *key* begins with a dash that begins no list entry."""
    return _DASH.match(key) is not None


def _without_dash(key: str) -> str:
    """Give *key* without such a dash."""
    return _DASH.sub("", key, count=1).strip()
