"""Say how a text is written that YAML would take for something else."""

from __future__ import annotations

import re
from typing import Final

from briefing.outline.shown import shown

# Matches "title: 'The dockers' strike'"; not "sections:".
_VALUE: Final = re.compile(r"(?P<before>[ -]*(?P<key>[\w ]+):\s+)(?P<text>\S.*)")

_CURLY: Final = "“”„«»‘’‚"  # noqa: RUF001 - these marks are looked for


def after_value(line: str, column: int) -> tuple[str, str] | None:
    """Say what stands in *column* of *line*, behind what closes a value, if it does."""
    match = _VALUE.match(line)
    if match is None or column <= match.end("before") + 1:
        return None
    opened, before = match["text"][0], line[: column - 1].rstrip()
    closed = {"'": "'", '"': '"', "[": "]", "{": "}"}.get(opened)
    if closed is None or not before.endswith(closed):
        return None
    sign = "quotation mark" if opened == closed else "bracket"
    message = f"`{shown(line[column - 1 :])}` stands after the closing {sign}"
    whole = match["text"].rstrip()
    inner = whole[1:-1] if opened == closed == whole[-1] else whole
    return message, write(match["key"], quoted(inner))


def with_quotes(line: str, column: int) -> str | None:
    """Give a hint for a colon in *column* of a value: the value in quotation marks."""
    match = _VALUE.match(line)
    if match is None or column <= match.end("before"):
        return None
    hint = write(match["key"], quoted(match["text"].strip().strip(_CURLY)))
    if match["text"][0] in _CURLY:
        return f"{hint}, with straight quotation marks"
    return hint


def quoted(words: str) -> str:
    """Give *words* in quotation marks that do not stand in them."""
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    return "'" + words.replace("'", "''") + "'"


def write(key: str, words: str) -> str:
    """Give the hint to write *words* for *key*."""
    return f"write `{key.strip()}: {words}`"
