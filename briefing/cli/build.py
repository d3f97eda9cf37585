"""`briefing build`: read the outline and its articles, write the brief."""

from __future__ import annotations

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
from briefing.cli.report import Report, reporting

FORMATS = ("pdf", "html", "md", "json")


def build(  # noqa: PLR0913 - one parameter an option
    outline: OutlinePath = Path("config.yaml"),
    *,
    articles: ArticlesFolder = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder to write to.")
    ] = Path("build"),
    formats: Annotated[
        str,
        typer.Option("--format", "-f", help="Formats, with commas between."),
    ] = ",".join(FORMATS),
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DAY", help="Day of the brief: 2023-10-02."),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit 1 where there is any warning.")
    ] = False,
    diagnostics: Diagnostics = Form.text,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Build the brief that an outline asks for.

    Example: `briefing build config.yaml --format pdf,md --output out`
    """
    from briefing.cli.outcome import outcome_of, outline_for

    with reporting(diagnostics, quiet=quiet, verbose=verbose) as report:
        wanted = read_formats(formats)
        asked = outline_for(outline, articles, as_of, report)
        outcome = outcome_of(asked, report)
        code = write_all(outcome.brief, wanted, output, report)
        method = outcome.brief.method
        report.say(
            f"{method.articles} articles, {method.origins} origins, "
            f"{method.chosen} of {method.statements} statements quoted"
        )
    if report.has("error") and code == 0:
        code = 7 if any(d.code.startswith("verify-") for d in report.found) else 0
    if strict and code == 0 and report.has("error", "warning"):
        code = 1
    raise typer.Exit(code)


def read_formats(words: str) -> tuple[str, ...]:
    """Give the formats that *words* name; UsageError offers the near miss."""
    from difflib import get_close_matches

    from briefing.errors import UsageError

    names = tuple(dict.fromkeys(w.strip() for w in words.split(",") if w.strip()))
    for name in names:
        if name not in FORMATS:
            near = get_close_matches(name, FORMATS, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            msg = f"--format: {name!r} is none of {', '.join(FORMATS)}{hint}"
            raise UsageError(msg)
    return names or FORMATS


def write_all(
    brief: object, formats: tuple[str, ...], output: Path, report: Report
) -> int:
    """Write each format whole or not at all; one that fails leaves the others.

    Gives the exit code: 0, or that of the last failure.
    """
    import briefing
    from briefing.cli.files import write_atomically
    from briefing.errors import BriefingError
    from briefing.model.brief import Brief
    from briefing.model.diagnostic import Diagnostic

    assert isinstance(brief, Brief)  # noqa: S101 - the type is imported late
    code = 0
    for name in formats:
        try:
            for file_name, content in briefing.write_files(brief, (name,)).items():
                typer.echo(write_atomically(output / file_name, content))
        except BriefingError as error:
            code = error.exit_code
            found = Diagnostic("write-failed", "error", f"{name}: {error}")
            report.add(error.diagnostics or (found,))
    return code
