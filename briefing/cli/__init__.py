"""The command line: one command a file; this one only puts them together."""

from __future__ import annotations

from typing import Annotated

import typer

from briefing.cli.build import build
from briefing.cli.explain import explain
from briefing.cli.statements import statements
from briefing.cli.verify import verify
from briefing.version import __version__

app = typer.Typer(
    name="briefing",
    help="Situation briefs in which every sentence is a source's own words.",
    epilog="A first brief: put articles into a folder, name it in config.yaml, and run "
    "`briefing build`.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS = (build, verify, statements, explain)
for command in COMMANDS:
    app.command()(command)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"briefing {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_print_version,
            is_eager=True,
            help="Print the version and stop.",
        ),
    ] = False,
) -> None:
    """Situation briefs in which every sentence is a source's own words."""


def main() -> None:
    """Run the command line."""
    app()
