"""Print statements: a table for people, CSV for a spreadsheet, JSON for programs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from briefing.cli.report import visible

if TYPE_CHECKING:  # rich is imported for the table alone
    from rich.table import Table

Row = Mapping[str, object]

COLUMNS: Final = (
    "id",
    "place",
    "role",
    "speaker",
    "dates",
    "figures",
    "hedges",
    "names",
    "places",
    "text",
)
"""Columns of the CSV; JSON has all that there is."""

STYLES: Final = {"id": "dim", "who says it": "bold"}

# Matches the value of "last week = 2023-W38"; not that of "recently = PAST_REF".
_DAY: Final = re.compile(r"(?<= = )\d{4}[^;]*")

WIDE: Final = 120
"""Columns of a terminal from which figures and hedges have room beside the words."""


def as_json(rows: Sequence[Row]) -> str:
    """Give the rows as a JSON list, all that was found in each."""
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_csv(rows: Sequence[Row]) -> str:
    """Give the rows as CSV that no spreadsheet takes for formulas."""
    lines = io.StringIO()
    writer = csv.DictWriter(lines, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _safe(_cell(row[key])) for key in COLUMNS} for row in rows)
    return lines.getvalue().removesuffix("\n")


def _cell(value: object) -> str:
    words = "; ".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return visible(words)


def _safe(words: str) -> str:
    return f"'{words}" if words[:1] in ("=", "+", "-", "@", "\t", "\r") else words


def as_table(rows: Sequence[Row]) -> str:
    """Give the rows as a table, article by article, as wide as the terminal."""
    from rich.console import Console
    from rich.text import Text

    # Written to a string first: only `give` knows what to do where stdout is closed.
    lines, seen = io.StringIO(), Console()
    console = Console(
        file=lines, width=seen.width, force_terminal=seen.is_terminal, highlight=False
    )
    console.print(_table([], console.width, show_header=True))
    for path, group in groupby(rows, _path):
        console.print(Text(visible(path), style="bold"))
        console.print(_table(group, console.width))
    return "\n".join(line.rstrip() for line in lines.getvalue().splitlines())


def _table(rows: Iterable[Row], width: int, *, show_header: bool = False) -> Table:
    """Give a table; all of one *width* have their columns at the same places."""
    from rich.table import Table
    from rich.text import Text

    table = Table(
        box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=show_header
    )
    narrow = {"id": 11, "who says it": 14, "days": 11}
    left = width - sum(narrow.values()) - 2 * len(narrow)
    extra = 0 if width < WIDE else left // 3
    widths = {**narrow, "words": left - extra, "figures, hedges": extra - 2}
    for name in list(widths)[: 5 if extra else 4]:
        table.add_column(name, width=max(widths[name], 10), style=STYLES.get(name))
    for row in rows:
        table.add_row(*(Text(cell) for cell in _cells(row)[: len(table.columns)]))
    return table


def _path(row: Row) -> str:
    return str(row["place"]).rpartition(":")[0]


def _cells(row: Row) -> list[str]:
    role = "" if row["role"] == "body" else f"[{row['role']}] "
    more = (_cell(row["figures"]), _cell(row["hedges"]))
    return [
        str(row["id"]),
        _cell(row["speaker"]),
        "\n".join(_DAY.findall(_cell(row["dates"]))),
        f"{role}{_cell(row['text'])}",
        "; ".join(filter(None, more)),
    ]


PRINTERS: Final[dict[str, Callable[[Sequence[Row]], str]]] = {
    "table": as_table,
    "csv": as_csv,
    "json": as_json,
}
