"""`briefing schema`: print the JSON Schema that ships, of an outline or of a brief."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from briefing.cli.options import Form
from briefing.cli.report import give, reporting


class Described(StrEnum):
    """What has a schema."""

    outline = "outline"
    brief = "brief"


def schema(
    what: Annotated[
        Described,
        typer.Argument(
            help="The outline, for an editor that completes its keys, or the brief as "
            "`--format json` writes it, for programs.",
            show_default=False,
        ),
    ],
) -> None:
    """Print the JSON Schema of an outline or of a brief.json.

    Example: briefing schema outline
    """
    from briefing.resources import data_path

    with reporting(Form.text):
        path = data_path(f"{what.value}.schema.json")
        give(path.read_text(encoding="utf-8").rstrip("\n"))
