"""`briefing check`: everything that is wrong with outline and articles, at once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Final

import typer

from briefing.cli.build import judged
from briefing.cli.options import (
    ArticlesFolder,
    Diagnostics,
    Form,
    NoCache,
    OutlinePath,
    Quiet,
    Strict,
)
from briefing.cli.report import Report, give, reporting

NAMES: Final = ("error", "warning", "note")


def check(  # noqa: PLR0913 - one parameter an option
    outline: OutlinePath = Path("config.yaml"),
    *,
    articles: ArticlesFolder = None,
    strict: Strict = False,
    no_cache: NoCache = False,
    diagnostics: Diagnostics = Form.text,
    quiet: Quiet = False,
) -> None:
    """Say everything that is wrong with an outline and its articles, building nothing.

    Notes are shown too, unlike elsewhere.

    Example: briefing check config.yaml --strict
    """
    with reporting(diagnostics, quiet=quiet, verbose=not quiet) as report:
        from briefing.cli.survey import survey

        give(_summary(survey(outline, articles, report, no_cache=no_cache), report))
    raise typer.Exit(judged(report, strict=strict))


def _summary(read: int, report: Report) -> str:
    """Count the articles that can be read, and what was said."""
    from briefing.labels import label

    counts = Counter(item.severity for item in report.found)
    said = [
        f"{counts[name]} {name}" if counts[name] == 1 else f"{counts[name]} {name}s"
        for name in NAMES
        if counts[name]
    ]
    articles = label("count.article", count=read)
    return f"{articles} can be read; {', '.join(said) or 'nothing is wrong'}"
