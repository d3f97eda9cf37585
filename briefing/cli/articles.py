"""`briefing articles`: what was found out about each article as a whole."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli.options import Diagnostics, Form, NoCache, Quiet, Verbose
from briefing.cli.report import Report, give, reporting

if TYPE_CHECKING:  # `briefing --help` needs none of it
    from briefing.model.outline import Outline


class Shape(StrEnum):
    """How the articles are printed."""

    table = "table"
    json = "json"


def articles(  # noqa: PLR0913 - one parameter an option
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[OUTLINE|PATHS]",
            help="An outline, or articles and folders of them; left out: config.yaml.",
            show_default=False,
        ),
    ] = None,
    *,
    shape: Annotated[
        Shape,
        typer.Option(
            "--format",
            "-f",
            help="How to print them; a table that is no terminal's has one line an "
            "article, with tabs between.",
        ),
    ] = Shape.table,
    no_cache: NoCache = False,
    diagnostics: Diagnostics = Form.text,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show each article: outlet, date and how it was found, origin, text in common.

    Example: briefing articles seeds
    """
    with reporting(diagnostics, quiet=quiet, verbose=verbose) as report:
        from briefing.cli.article_rows import PRINTERS, rows_of
        from briefing.cli.outcome import means
        from briefing.cli.report import progress
        from briefing.pipeline import read_corpus

        asked = _asked(paths or [Path("config.yaml")], report)
        with progress(report) as say:
            corpus, problems = read_corpus(asked, say, means(no_cache=no_cache))
        report.add(problems)
        give(PRINTERS[shape](rows_of(corpus)))


def _asked(paths: list[Path], report: Report) -> Outline:
    """Give the outline that *paths* name, or one that asks for them as articles."""
    from briefing.cli.misuse import misuse
    from briefing.cli.naming import YAML, outline_in
    from briefing.cli.outcome import outline_for, see_that_there_is
    from briefing.model.outline import Outline

    if len(paths) == 1:
        paths = [outline_in(paths[0])]
    outlines = [path for path in paths if path.suffix.lower() in YAML]
    if outlines and len(paths) > 1:
        message = f"`{outlines[0]}` stands beside other paths"
        raise misuse(message, "name one outline, or articles only")
    if outlines:
        return outline_for(outlines[0], None, None, report)
    for path in paths:
        see_that_there_is(path)
    named = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 - as typed
    here = Path.cwd()
    if not all(path.is_relative_to(here) for path in named):
        here = Path(os.path.commonpath([path.parent for path in named]))
    return Outline(here, "", tuple(map(str, named)), ())
