"""`briefing statements`: what was found in the articles, sentence by sentence."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli.options import (
    ArticlesFolder,
    Diagnostics,
    Form,
    NoCache,
    OutlinePath,
    Quiet,
    Verbose,
)
from briefing.cli.report import Report, give, reporting

if TYPE_CHECKING:  # `briefing --help` needs none of it
    from briefing.model.article import Article
    from briefing.model.outline import Outline
    from briefing.model.statement import Statement
    from briefing.statement_rows import Wanted

    Found = list[tuple[Article, Statement, str | None]]


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
        str | None,
        typer.Option(help="Only of articles whose path holds this."),
    ] = None,
    section: Annotated[
        str | None,
        typer.Option(help="Only those chosen for this section, by its id."),
    ] = None,
    speaker: Annotated[
        str | None,
        typer.Option(help="Only those said by someone whose name holds this."),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="Only those that name this day: 2023-09-24."),
    ] = None,
    shape: Annotated[
        Shape, typer.Option("--format", "-f", help="How to print them.")
    ] = Shape.table,
    no_cache: NoCache = False,
    diagnostics: Diagnostics = Form.text,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show what was found in the articles, by sentence.

    Example: briefing statements config.yaml --date 2023-09-24 --format csv
    """
    with reporting(diagnostics, quiet=quiet, verbose=verbose) as report:
        from briefing.cli.outcome import day_of, outline_for, statements_of
        from briefing.cli.rows import PRINTERS
        from briefing.statement_rows import Wanted, row_of

        day = day_of("--date", date)
        wanted = Wanted(article, speaker, day.isoformat() if day else None)
        asked = outline_for(outline, articles, None, report)
        found = statements_of(asked, section, report, no_cache=no_cache)
        wanted = replace(wanted, article=_path(article, asked, found))
        rows = [row_of(a, s, who) for a, s, who in found if wanted.holds(a, s, who)]
        if not rows:
            _say_nothing_fits(found, wanted, report)
        give(PRINTERS[shape](rows))


def _path(article: str | None, outline: Outline, found: Found) -> str | None:
    """Give the path of an article that was named from the folder one stands in."""
    from briefing.cli.naming import as_in_outline

    if article is None:
        return None
    return as_in_outline(article, outline.folder, (a.path for a, _, _ in found))


def _say_nothing_fits(found: Found, wanted: Wanted, report: Report) -> None:
    """Warn that nothing is printed, and name what is near to what was asked for."""
    from briefing.model.diagnostic import Diagnostic
    from briefing.outline.near import nearest

    names = {
        a.speaker.name
        for _, s, _ in found
        for a in s.attributions
        if a.speaker is not None
    }
    near = wanted.article and nearest(wanted.article, {a.path for a, _, _ in found})
    near = near or (wanted.speaker and nearest(wanted.speaker, names))
    hint = f"did you mean `{near}`?" if near else None
    message = f"none of {len(found)} statements fits"
    report.add((Diagnostic("run-nothing-fits", "warning", message, hint=hint),))
