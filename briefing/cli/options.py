"""The arguments and options that several commands share, each with its help."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Form(StrEnum):
    """How diagnostics are written to stderr."""

    text = "text"
    json = "json"


OutlinePath = Annotated[
    Path, typer.Argument(help="The outline, a YAML file.", show_default=True)
]
ArticlesFolder = Annotated[
    Path | None,
    typer.Option(
        "--articles",
        help="A folder of articles to use instead of the outline's.",
        metavar="FOLDER",
        show_default=False,
    ),
]
Diagnostics = Annotated[
    Form,
    typer.Option(
        "--diagnostics", help="Write what went wrong to stderr as text or JSON."
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Say nothing but errors and results.")
]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Say notes too, not only warnings.")
]
