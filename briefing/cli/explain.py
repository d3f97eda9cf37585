"""`briefing explain`: why a choice, a question, a disagreement, an origin."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefing.cli.options import ArticlesFolder, Diagnostics, Form, Quiet, Verbose
from briefing.cli.report import reporting


def explain(  # noqa: PLR0913 - one parameter an option
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A statement's id, a mark (2c), a question (q1), a disagreement (d1) "
            "or an article's path.",
        ),
    ],
    outline: Annotated[Path, typer.Argument(help="The outline.")] = Path("config.yaml"),
    *,
    articles: ArticlesFolder = None,
    diagnostics: Diagnostics = Form.text,
    quiet: Quiet = True,
    verbose: Verbose = False,
) -> None:
    """Explain why something stands in the brief, or why it does not.

    Example: `briefing explain 2c`
    """
    with reporting(diagnostics, quiet=quiet, verbose=verbose) as report:
        from briefing.cli.outcome import outcome_of, outline_for
        from briefing.explain import explain as explained

        asked = outline_for(outline, articles, None, report)
        typer.echo(explained(outcome_of(asked, report), name))
