"""`briefing build`: read the outline and its articles, write the brief."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from briefing.cli.misuse import misuse, unknown
from briefing.cli.options import (
    ArticlesFolder,
    AsOf,
    Attached,
    Carried,
    Diagnostics,
    Form,
    Formats,
    NoCache,
    OutlinePath,
    OutputFolder,
    Quiet,
    Strict,
    TemplatesFolder,
    Verbose,
)
from briefing.cli.report import Report, give, reporting

if TYPE_CHECKING:  # the writers are imported when something is written
    from briefing.model.brief import Brief
    from briefing.writers import Options

FORMATS: Final = ("pdf", "html", "md", "json")
"""What is written where nothing is asked for."""

ALL_FORMATS: Final = ",".join(FORMATS)


def build(  # noqa: PLR0913 - one parameter an option
    outline: OutlinePath = Path("config.yaml"),
    *,
    articles: ArticlesFolder = None,
    output: OutputFolder = Path("build"),
    formats: Formats = ALL_FORMATS,
    as_of: AsOf = None,
    attach: Attached = Carried.public,
    templates: TemplatesFolder = None,
    strict: Strict = False,
    no_cache: NoCache = False,
    diagnostics: Diagnostics = Form.text,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Build the brief that an outline asks for.

    Prints the paths of the files it wrote.

    Example: briefing build config.yaml --format pdf,md --output build
    """
    from briefing.cli.outcome import outcome_of, outline_for

    with reporting(diagnostics, quiet=quiet, verbose=verbose) as report:
        wanted = read_formats(formats)
        options = read_options(attach, templates)
        asked = outline_for(outline, articles, as_of, report)
        brief = outcome_of(asked, report, no_cache=no_cache).brief
        code = write_all(brief, wanted, output, options, report)
        report.say(_summary(brief))
    raise typer.Exit(code or judged(report, strict=strict))


def judged(report: Report, *, strict: bool) -> int:
    """Give the exit code of a run whose files are all written."""
    errors = [item.code for item in report.found if item.severity == "error"]
    if any(code.startswith("verify-") for code in errors):
        return 7
    return int(strict and report.has("error", "warning"))


def _summary(brief: Brief) -> str:
    from briefing.labels import label

    method = brief.method
    articles = label("count.article", count=method.articles)
    known = "known_origin" if method.origins else "no_known_origin"
    origins = label(f"count.{known}", count=method.origins)
    return (
        f"{articles}, {origins}, "
        f"{method.chosen:,} of {method.statements:,} statements quoted"
    )


def read_formats(words: str) -> tuple[str, ...]:
    """Give the formats that *words* name; UsageError offers the near miss."""
    from briefing.writers import WRITERS

    names = tuple(dict.fromkeys(w.strip().lower() for w in words.split(",")))
    for name in names:
        if name not in WRITERS:
            raise unknown("--format", name, WRITERS, "format")
    return names


def read_options(attach: Carried, templates: Path | None) -> Options:
    """Give what the options ask of the writers."""
    from briefing.writers import Options

    if templates is not None and not templates.is_dir():
        message = f"--templates: there is no folder `{templates}`"
        raise misuse(message, "name a folder of templates, a copy of the shipped ones")
    return Options(attach=attach.value, templates=templates)


def write_all(
    brief: Brief,
    formats: tuple[str, ...],
    output: Path,
    options: Options,
    report: Report,
) -> int:
    """Write each format whole or not at all; one that fails leaves the others.

    Gives the exit code: 0, or that of the first failure.
    """
    import briefing
    from briefing.cli.files import make_folder, write_atomically
    from briefing.errors import BriefingError
    from briefing.writers import check_formats

    make_folder(output)
    codes: list[int] = []
    for name in formats:
        try:
            files = briefing.write_files(brief, (name,), options)
            for file_name, content in files.items():
                give(str(write_atomically(output / file_name, content)))
            report.add(check_formats(brief, (name,), options))
        except BriefingError as error:
            codes.append(error.exit_code)
            report.add_error(error, f"{name}: ")
    return codes[0] if codes else 0
