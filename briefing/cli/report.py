"""Tell people, or machines, what a run gives and what went wrong in it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

import typer

from briefing.cli.misuse import CODE as USAGE
from briefing.cli.misuse import misuse
from briefing.cli.options import Form
from briefing.diagnostics import as_json, line_of
from briefing.errors import (
    BriefingError,
    NoArticlesError,
    OutlineError,
    OutputError,
    TemplateError,
    UsageError,
)
from briefing.model.diagnostic import Diagnostic, Severity

COLOURS: Final[dict[Severity, str]] = {
    "error": typer.colors.RED,
    "warning": typer.colors.YELLOW,
    "note": typer.colors.CYAN,
}

CODES: Final[dict[type[BriefingError], str]] = {
    UsageError: USAGE,
    NoArticlesError: "run-no-articles",
    TemplateError: "write-template",
    OutputError: "write-output",
}
"""Error that stops a run, or one output → the code of the diagnostic that says so."""

HINTS: Final[dict[type[BriefingError], str]] = {
    NoArticlesError: "put the texts, one a file, into the folder that `articles` names",
}

PIPE_CLOSED: Final = 141
"""Exit code when nobody reads the result: 128 and the signal, as shells have it."""

# Matches the escape that would colour or clear a terminal, and the marks that turn
# the reading order; not the line end or tab of a table.
_ACTING: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass
class Report:
    """Collects a run's diagnostics and says them once, when it ends."""

    form: Form = Form.text
    quiet: bool = False
    verbose: bool = False
    found: list[Diagnostic] = field(default_factory=list)
    advice: list[str] = field(default_factory=list)

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep *diagnostics*; one that is there already is not said twice."""
        self.found = list(dict.fromkeys((*self.found, *diagnostics)))

    def add_error(self, error: BriefingError, about: str = "") -> None:
        """Keep an *error* and what it brings with it; *about* names what it spoilt."""
        self.add(error.diagnostics)
        code = CODES.get(type(error))
        if code is not None and code not in {item.code for item in error.diagnostics}:
            hint = HINTS.get(type(error))
            self.add((Diagnostic(code, "error", f"{about}{error}", hint=hint),))

    def say(self, message: str) -> None:
        """Say what a person may want to know, on stderr; nothing when quiet."""
        if not self.quiet and self.form is Form.text:
            typer.echo(visible(message), err=True)

    def advise(self, words: str) -> None:
        """Keep what a person may do next; it is said below all that was found."""
        self.advice.append(words)

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
                line = _coloured(visible(line_of(item)), item.severity)
                typer.echo(line, err=True)
        for words in self.advice:
            self.say(words)


def visible(text: str) -> str:
    """Give *text* with a mark for each character that would act on a terminal."""
    return _ACTING.sub("\N{REPLACEMENT CHARACTER}", text)


def give(text: str) -> None:
    """Write a result to stdout; that nobody reads on is no error worth a word."""
    try:
        typer.echo(text)
    except BrokenPipeError:
        # What Python still holds back may not be written when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(PIPE_CLOSED) from None
    except OSError as error:
        raise OutputError(f"stdout cannot be written: {error.strerror}") from None


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
        if quiet and verbose:
            raise misuse("--quiet and --verbose exclude each other", "leave one out")
        yield report
    except BriefingError as error:
        report.add_error(error)
        report.close()
        if isinstance(error, OutlineError):
            report.say(f"briefing: {error}")
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
