"""Make an outline to begin with out of the manual, so that the two cannot differ.

`config.yaml` explains every key above an example of it. A new outline keeps each word
of that, and puts `# ` before the values that only its own example needs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

KEPT: Final = ("background", "incident", "open_questions")
"""Sections of the library that fit any event."""

# Matches "length: 1000" and "sections:"; not "  date: 2023-09-24" or a comment.
_KEY: Final = re.compile(r"([a-z_]+):")
# Matches "  - use: incident"; not "    words: 250".
_USE: Final = re.compile(r"  - use: (\w+)$")
# Matches a title that YAML reads as text without quotation marks; not "Fire: day 2".
_PLAIN: Final = re.compile(r"[^\W\d_][\w ,.()/’–-]*[\w).]")
# Matches "No", "null" and "TRUE", which other readers of YAML take for no text.
_WORD_OF_YAML: Final = re.compile(r"(?i:yes|no|on|off|true|false|null|y|n)")


def new_outline(manual: str, title: str) -> str:
    """Give the *manual* as an outline of its reader's own, with the *title*."""
    head, *blocks = manual.split("\n\n")
    return "\n\n".join([_head(head), *(_block(block, title) for block in blocks)])


def title_of(folder: Path) -> str:
    """Give the folder's name as a title: `ferry-fire` is "Ferry fire"."""
    name = re.sub("[_-]", " ", folder.resolve().name)
    # The name of a file may hold an escape, or bytes that are no letters.
    words = " ".join("".join(filter(str.isprintable, name)).split())
    return words[:1].upper() + words[1:] or "Untitled brief"


def _head(head: str) -> str:
    """Give what is said of all outlines: neither the schema's place nor the example."""
    _, about, _ = head.split("\n#\n")
    return about


def _block(block: str, title: str) -> str:
    lines = block.split("\n")
    key = next((found[1] for line in lines if (found := _KEY.match(line))), "")
    match key:
        case "title":
            return "\n".join(_with_value(lines, _quoted(title)))
        case "articles":
            return "\n".join(_with_value(lines, "articles/"))
        case "sections":
            return "\n".join(_sections(lines))
        case _:
            return "\n".join(map(_unused, lines))


def _with_value(lines: list[str], value: str) -> Iterator[str]:
    for line in lines:
        found = _KEY.match(line)
        yield f"{found[1]}: {value}" if found else line


def _quoted(title: str) -> str:
    is_plain = _PLAIN.fullmatch(title) and not _WORD_OF_YAML.fullmatch(title)
    return title if is_plain else json.dumps(title, ensure_ascii=False)


def _sections(lines: list[str]) -> Iterator[str]:
    """Keep the entries of KEPT; what other entries hold is put out of use."""
    is_kept = True
    for line in lines:
        if use := _USE.match(line):
            is_kept = use[1] in KEPT
        yield line if is_kept else _unused(line)


def _unused(line: str) -> str:
    return line if not line or line.lstrip().startswith("#") else f"# {line}"
