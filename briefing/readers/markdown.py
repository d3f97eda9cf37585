"""Read a Markdown file: its words without the marks, and what its front matter says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from briefing.readers.decode import decode
from briefing.readers.fields import claims_of, url_of
from briefing.readers.page import MAX_LINES, Doubt, Page, too_large

if TYPE_CHECKING:  # takes a tenth of a second
    from markdown_it.token import Token

MAX_NESTING: Final = 20
"""Lists and quotations inside each other; markdown-it follows no more."""

MAX_FRONT: Final = 200
"""Lines of front matter."""

MAX_PARAGRAPH: Final = 5_000
"""Characters of a block in which marks are looked for, which takes the square of their
number; the longest paragraph of a newspaper has 3,000."""

# Matches "title", "date-published"; not the "- name" of an item or an indented key.
_KEY = re.compile(r"[A-Za-z][\w-]{0,40}")


def read_markdown(data: bytes) -> tuple[Page, ...]:
    """Give the article of a Markdown file, one block a paragraph."""
    decoded = decode(data)
    doubts = (Doubt("encoding", decoded.doubt),) if decoded.doubt else ()
    lines = max(decoded.text.count("\n"), decoded.text.count("\r"))
    if lines > MAX_LINES:
        raise too_large(f"more than {MAX_LINES:,} lines")
    front, body = _parted(decoded.text)
    fields = _fields(front)
    text = "\n\n".join(_blocks(body))
    claims = claims_of(fields, "the front matter")
    return (Page(f"{text}\n" if text else "", claims, url_of(fields), doubts),)


def _parted(text: str) -> tuple[list[str], str]:
    """Give the lines of the front matter, between two of dashes, and what follows."""
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    if not lines or lines[0].rstrip() != "---":
        return [], text
    for i, line in enumerate(lines[1 : MAX_FRONT + 1], start=1):
        if line.rstrip() in ("---", "..."):
            return lines[1:i], "".join(lines[i + 1 :])
    return [], text


def _fields(lines: list[str]) -> Mapping[str, object]:
    """Give the front matter's single values and flat lists; YAML has traps to offer."""
    found: dict[str, object] = {}
    key = ""
    for line in lines:
        name, colon, value = line.partition(":")
        item = line.strip().removeprefix("- ").strip()
        if colon and _KEY.fullmatch(name.rstrip()):
            key = name.strip().lower()
            if value.strip():
                found[key] = _value(value.strip())
        elif key and item and line.lstrip().startswith("- "):
            known = found.get(key)
            found[key] = [*(known if isinstance(known, list) else []), item]
    return found


def _value(words: str) -> object:
    if words.startswith("[") and words.endswith("]"):
        return [part.strip().strip("\"'") for part in words[1:-1].split(",")]
    return words[1:-1] if words[:1] in "\"'" and words[:1] == words[-1:] else words


def _blocks(text: str) -> Iterator[str]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    # Marks inside a block are looked for below, where it is no longer than a paragraph.
    parser.core.ruler.disable("inline")
    known: dict[str, object] = {}
    cells: list[str] = []
    for token in parser.parse(text, known):
        if token.type == "inline":
            words = token.content
            if len(words) <= MAX_PARAGRAPH:
                words = _words(parser.inline.parse(words, parser, known, []))
            # A row of a table is one line.
            if token.map is None or cells:
                cells.append(words)
            elif words:
                yield words
        elif token.type == "tr_open":
            cells = [""]
        elif token.type == "tr_close":
            yield " ".join(cell for cell in cells if cell)
            cells = []
        elif token.type in ("fence", "code_block") and token.content.strip():
            yield token.content.rstrip()


def _words(marked: Sequence[Token]) -> str:
    """Give the words of a block, marks and addresses left out."""
    pieces: list[str] = []
    for child in marked:
        if child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type in ("softbreak", "hardbreak") or _is_break(child):
            pieces.append("\n")
    return "".join(pieces).strip()


def _is_break(token: Token) -> bool:
    return token.type == "html_inline" and token.content.lower().startswith("<br")
