"""Lay cells out in columns of fixed widths, as wide as they look on a terminal.

A table of rich measures, styles and cuts each cell anew: for some hundred statements
that takes as long as finding them.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

import typer
from rich.cells import cell_len, set_cell_size

GAP = 2
"""Columns of white space between two columns of the table."""

# Matches "border " with the white space behind it; a blank cell has none.
_WORD = re.compile(r"\s*\S+\s*")


def screen_width() -> int:
    """Give the columns of the terminal, 80 where there is none.

    Any stream will do: a table that goes to a pager is seen on the same terminal.
    """
    named = os.environ.get("COLUMNS", "")
    if named.isdigit():
        return int(named) or 80
    for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__):
        try:
            return os.get_terminal_size(stream.fileno()).columns or 80  # type: ignore[union-attr]
        except (AttributeError, ValueError, OSError):
            continue
    return 80


def fitted(widths: Mapping[str, int], room: int) -> dict[str, int]:
    """Give the *widths* of columns, each less by its share of what *room* lacks."""
    excess = sum(widths.values()) + GAP * (len(widths) - 1) - room
    found: dict[str, int] = {}
    for left, (name, width) in zip(
        range(len(widths), 0, -1), widths.items(), strict=True
    ):
        share = max(0, round(excess / left))
        excess -= share
        found[name] = max(1, width - share)
    return found


def lines_of(
    cells: Sequence[str], widths: Sequence[int], styles: Sequence[str | None]
) -> Iterator[str]:
    """Give the lines of a row, its *cells* wrapped to the *widths* of their columns.

    *styles* say how each column looks on a terminal: "bold", "dim" or None.
    """
    wrapped = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*wrapped, fillvalue=""):
        line = [
            styled(set_cell_size(part, width) + " " * GAP, style)
            for part, width, style in zip(parts, widths, styles, strict=True)
        ]
        yield "".join(line).rstrip()


def styled(text: str, style: str | None) -> str:
    """Give *text* in a *style*, on a terminal that can show it."""
    if style is None or not _shows_styles():
        return text
    return typer.style(text, **{style: True})


def _shows_styles() -> bool:
    if not sys.stdout.isatty():
        return False
    return os.environ.get("TERM", "").lower() not in {"dumb", "unknown"}


def _wrapped(cell: str, width: int) -> list[str]:
    """Give the lines of a *cell*; a word that no line can hold ends in an ellipsis."""
    return [
        part if cell_len(part) <= width else set_cell_size(part, width - 1) + "…"
        for line in cell.expandtabs().split("\n")
        for part in _broken(line, width)
    ]


def _broken(line: str, width: int) -> Iterator[str]:
    """Break a *line* before each word that does not fit on what is left of it."""
    if cell_len(line) <= width:
        yield line.rstrip()
        return
    start = filled = 0
    for word in _WORD.finditer(line):
        if word.start() > start and filled + cell_len(word.group().rstrip()) > width:
            yield line[start : word.start()].rstrip()
            start, filled = word.start(), 0
        filled += cell_len(word.group())
    yield line[start:].rstrip()
