"""Tell people, or machines, what went wrong; progress on a terminal only."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

import typer

from briefing.cli.options import Form
from briefing.diagnostics import as_json, line_of
from briefing.errors import BriefingError
from briefing.model.diagnostic import Diagnostic, Severity

COLOURS: Final[dict[Severity, str]] = {
    "error": typer.colors.RED,
    "warning": typer.colors.YELLOW,
    "note": typer.colors.CYAN,
}


@dataclass
class Report:
    """Collects a run's diagnostics and says them once, when it ends."""

    form: Form = Form.text
    quiet: bool = False
    verbose: bool = False
    found: list[Diagnostic] = field(default_factory=list)

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep *diagnostics*; one that is there already is not said twice."""
        self.found += [item for item in diagnostics if item not in self.found]

    def say(self, message: str) -> None:
        """Say what a person may want to know, on stderr; nothing when quiet."""
        if not self.quiet and self.form is Form.text:
            typer.echo(message, err=True)

    def has(self, *severities: Severity) -> bool:
        """Tell whether anything of these *severities* was found."""
        return any(item.severity in severities for item in self.found)

    def close(self) -> None:
        """Write what was found to stderr."""
        if self.form is Form.json:
            typer.echo(as_json(self.found), err=True)
            return
        shown = {"error"} if self.quiet else {"error", "warning"}
        shown |= {"note"} if self.verbose else set()
        for item in self.found:
            if item.severity in shown:
                typer.echo(_coloured(line_of(item), item.severity), err=True)


def _coloured(text: str, severity: Severity) -> str:
    if not sys.stderr.isatty() or os.environ.get("NO_COLOR"):
        return text
    word = typer.style(severity, fg=COLOURS[severity], bold=True)
    return text.replace(f"{severity}:", f"{word}:", 1)


@contextmanager
def reporting(
    form: Form, *, quiet: bool = False, verbose: bool = False
) -> Iterator[Report]:
    """Run a command; an error that stops it becomes lines and its exit code."""
    report = Report(form, quiet, verbose)
    try:
        yield report
    except BriefingError as error:
        report.add(error.diagnostics)
        alone = not error.diagnostics
        if alone:
            report.add((Diagnostic("run-stopped", "error", str(error)),))
        report.close()
        if not alone and form is Form.text:
            typer.echo(f"briefing: {error}", err=True)
        raise typer.Exit(error.exit_code) from None
    report.close()


@contextmanager
def progress(report: Report) -> Iterator[Callable[[str], None]]:
    """Show the stage a run is in, on a terminal; elsewhere nothing."""
    if report.quiet or report.form is Form.json or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("read") as status:
        yield status.update
