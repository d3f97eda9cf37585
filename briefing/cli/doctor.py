"""`briefing doctor`: what this machine lacks, and the command that mends it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefing.cli.options import Form, OutputFolder
from briefing.cli.report import give, reporting, visible


def doctor(
    output: OutputFolder = Path("build"),
    *,
    verbose: Annotated[
        bool,
        typer.Option("--verbose", "-v", help="Show what is there too, with versions."),
    ] = False,
) -> None:
    """Say what this machine lacks, each with the command that mends it.

    Exits 1 where something is missing that a brief needs.

    Example: briefing doctor --verbose
    """
    with reporting(Form.text):
        from briefing.cli.machine import examined
        from briefing.cli.table import styled

        found = list(examined(output))
        lacking = [item for item in found if item.state == "missing"]
        for item in found:
            if verbose or item.state != "there":
                give(f"{styled(item.state, 'bold')}: {visible(item.said)}")
                give(
                    "\n".join(f"  {line}" for line in item.remedy)
                ) if item.remedy else None
        if not lacking:
            give("everything that a brief needs is there")
    raise typer.Exit(int(bool(lacking)))
