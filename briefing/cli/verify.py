"""`briefing verify`: prove a finished brief from its articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefing.cli.options import Diagnostics, Form, Quiet, Verbose
from briefing.cli.report import reporting


def verify(
    brief: Annotated[
        Path, typer.Argument(help="A brief.json, or a PDF that carries it.")
    ],
    *,
    articles: Annotated[
        Path | None,
        typer.Option(
            "--articles",
            metavar="FOLDER",
            help="Where the articles lie; left out: where the brief names them, seen "
            "from here, from the brief's folder or the one above.",
        ),
    ] = None,
    diagnostics: Diagnostics = Form.text,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check that every word of a brief stands where the brief says.

    Example: `briefing verify build/brief.json --articles seeds`
    """
    with reporting(diagnostics, quiet=quiet, verbose=verbose) as report:
        import briefing
        from briefing.cli.proof import articles_of
        from briefing.labels import label
        from briefing.verify import check_brief

        finished = briefing.read_brief(brief)
        proof = check_brief(finished, articles_of(finished, brief, articles, report))
        report.add(proof.diagnostics)
        found = {"found": proof.found, "count": proof.excerpts}
        typer.echo(label("verify.summary", **found))
        files = {"equal": proof.equal, "count": proof.files}
        typer.echo(label("verify.hashes_equal", **files))
    raise typer.Exit(7 if proof.found < proof.excerpts or report.has("error") else 0)
