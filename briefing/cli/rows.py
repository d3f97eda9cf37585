"""Print statements: a table for people, CSV for a spreadsheet, JSON for programs."""

from __future__ import annotations

import csv
import io
import json
import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Final

from briefing.cli.report import visible
from briefing.cli.table import GAP, fitted, lines_of, screen_width, styled

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
HEADING: Final = "bold"

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
    width = screen_width()
    columns = fitted(_columns(width), width)
    sizes = tuple(columns.values())
    styles = tuple(STYLES.get(name) for name in columns)
    lines = [*lines_of(tuple(columns), sizes, (HEADING,) * len(sizes))]
    for path, group in groupby(rows, _path):
        folded = textwrap.wrap(visible(path), width, break_on_hyphens=False)
        lines += (styled(part, HEADING) for part in folded)
        for row in group:
            lines += lines_of(_cells(row)[: len(sizes)], sizes, styles)
    return "\n".join(lines)


def _columns(width: int) -> dict[str, int]:
    """Give the columns with their widths, for a terminal as wide as *width*."""
    narrow = {"id": 11, "who says it": 14, "days": 11}
    left = width - sum(narrow.values()) - GAP * len(narrow)
    extra = 0 if width < WIDE else left // 3
    more = {"figures, hedges": extra - GAP} if extra else {}
    widths = {**narrow, "words": left - extra, **more}
    return {name: max(size, 10) for name, size in widths.items()}


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
