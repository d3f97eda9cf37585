"""Put the commands together, and say what they are for."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from briefing.cli.articles import articles
from briefing.cli.build import build
from briefing.cli.check import check
from briefing.cli.doctor import doctor
from briefing.cli.explain import explain
from briefing.cli.init import init
from briefing.cli.schema import schema
from briefing.cli.statements import statements
from briefing.cli.verify import verify
from briefing.version import __version__

COMMANDS = (
    init,
    check,
    build,
    verify,
    articles,
    statements,
    explain,
    schema,
    doctor,
)
"""In the order in which someone new meets them."""

FIRST_BRIEF: Final = """\b
A first brief:
  1. briefing init mine
  2. Put the articles, one a file, into the folder mine/articles/
  3. briefing build mine/config.yaml --output mine/build
"""

app = typer.Typer(
    name="briefing",
    epilog=FIRST_BRIEF,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # its import alone takes as long as all the rest of --help
    context_settings={"help_option_names": ["-h", "--help"]},
)
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
    """Situation briefs in which every sentence is a source's own words.

    Each command reads an outline, `config.yaml`, which names the articles and the
    sections of the brief. `briefing COMMAND --help` shows an example of each.
    """
