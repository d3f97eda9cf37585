"""Find every diagnostic code of the program in its own source.

A room names its codes where it raises them, most without the room's name in front; the
calls and tables that do so are named here, and a code that is spelt out whole is found
wherever it stands.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).resolve().parent.parent / "briefing"

# Matches "outline-no-file" and "verify-link"; not "outline-" or "read_text".
_WHOLE: Final = re.compile(r"(?:outline|read|verify|write|run)(?:-[a-z0-9]+)+")
_SHORT: Final = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")

CALLS: Final = {
    "outline": ("mistake", "diagnostic", "refuse", "_said", "_stop", "Mistake"),
    "readers": ("say", "Doubt", "UnreadableError"),
}
"""Room → its functions that take a code without the room's name."""

PREFIX: Final = {"outline": "outline", "readers": "read", "verify": "verify"}


@cache
def codes() -> frozenset[str]:
    """Give all codes that the program can give."""
    found: set[str] = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).parts[0]
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= {code for code in _texts(tree) if _WHOLE.fullmatch(code)}
        found |= {f"{PREFIX[room]}-{code}" for code in _short(room, path.stem, tree)}
    return frozenset(found)


def _short(room: str, stem: str, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in CALLS.get(room, ()):
            yield from _first_code(node.args[:2])
        if (room, stem) == ("outline", "syntax") and isinstance(node, ast.Tuple):
            # Pattern, code, message, hint.
            yield from _first_code(node.elts[1:2] if len(node.elts) == 4 else [])
        if room == "verify" and isinstance(node, ast.Assign):
            names = [_name(target) for target in node.targets]
            if names == ["laws"] and isinstance(node.value, ast.Tuple):
                yield from (_name(law).removeprefix("_") for law in node.value.elts)


def _first_code(nodes: list[ast.expr]) -> Iterator[str]:
    """Give the first of *nodes* that is a text, where it has the shape of a code."""
    for text in (t for node in nodes for t in _texts(node)):
        if _SHORT.fullmatch(text):
            yield text
        return


def _texts(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _name(node: ast.expr) -> str:
    return getattr(node, "id", "") or getattr(node, "attr", "")
