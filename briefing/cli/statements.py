"""`briefing statements`: what was found in the articles, sentence by sentence."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from briefing.cli.options import (
    ArticlesFolder,
    Diagnostics,
    Form,
    OutlinePath,
    Quiet,
    Verbose,
)
from briefing.cli.report import reporting

COLUMNS = ("id", "place", "role", "speaker", "dates", "figures", "hedges", "text")


class Shape(StrEnum):
    """How the statements are printed."""

    table = "table"
    csv = "csv"
    json = "json"


def statements(  # noqa: PLR0913 - one parameter an option
    outline: OutlinePath = Path("config.yaml"),
    *,
    articles: ArticlesFolder = None,
    article: Annotated[
        str | None, typer.Option(help="Only articles whose path holds this.")
    ] = None,
    section: Annotated[
        str | None, typer.Option(help="Only statements chosen for this section.")
    ] = None,
    speaker: Annotated[
        str | None, typer.Option(help="Only those said by a name that holds this.")
    ] = None,
    date: Annotated[
        str | None, typer.Option(help="Only those that name this day: 2023-09-24.")
    ] = None,
    shape: Annotated[
        Shape, typer.Option("--format", "-f", help="How to print them.")
    ] = Shape.table,
    diagnostics: Diagnostics = Form.text,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show what was extracted from the articles.

    Example: `briefing statements --speaker Kirby --format csv`
    """
    with reporting(diagnostics, quiet=quiet, verbose=verbose) as report:
        from briefing.cli.outcome import outline_for, statements_of
        from briefing.statement_rows import Wanted, row_of

        asked = outline_for(outline, articles, None, report)
        wanted = Wanted(article, speaker, date)
        found = statements_of(asked, section, report)
        rows = [row_of(a, s) for a, s in found if wanted.holds(a, s)]
        PRINTERS[shape](rows)


def _print_json(rows: list[dict[str, object]]) -> None:
    import json

    typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))


def _print_csv(rows: list[dict[str, object]]) -> None:
    import csv

    writer = csv.DictWriter(sys.stdout, COLUMNS, extrasaction="ignore")
    writer.writeheader()
    writer.writerows({key: _cell(row[key]) for key in COLUMNS} for row in rows)


def _cell(value: object) -> str:
    """Give a cell as text that no spreadsheet takes for a formula."""
    words = ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return f"'{words}" if words[:1] in ("=", "+", "-", "@", "\t", "\r") else words


def _print_table(rows: list[dict[str, object]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*COLUMNS, box=None, pad_edge=False)
    for row in rows:
        cells = [_cell(row[key]).replace("\x1b", "␛") for key in COLUMNS]
        table.add_row(*(Text(cell) for cell in cells))
    Console().print(table)


PRINTERS = {
    Shape.table: _print_table,
    Shape.csv: _print_csv,
    Shape.json: _print_json,
}
