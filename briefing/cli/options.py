"""The arguments and options of the commands, each with its help."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Form(StrEnum):
    """How diagnostics are written to stderr."""

    text = "text"
    json = "json"


class Carried(StrEnum):
    """What a PDF carries as an attachment."""

    none = "none"
    public = "public"
    full = "full"


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

NoCache = Annotated[
    bool,
    typer.Option(
        "--no-cache", help="Read every article anew, and keep nothing for the next run."
    ),
]

OutputFolder = Annotated[
    Path,
    typer.Option(
        "--output", "-o", metavar="FOLDER", help="Where to write; made if needed."
    ),
]
Formats = Annotated[
    str, typer.Option("--format", "-f", help="Formats, with commas between.")
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DAY",
        help="The day the brief speaks of, 2023-10-02, instead of the outline's.",
        show_default=False,
    ),
]
Attached = Annotated[
    Carried,
    typer.Option(
        "--attach",
        help="What the PDF carries as data: nothing, the brief without reasons and "
        "unused files, or all of it.",
    ),
]
TemplatesFolder = Annotated[
    Path | None,
    typer.Option(
        "--templates",
        metavar="FOLDER",
        help="Page templates of your own; those not in it are the shipped ones.",
        show_default=False,
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Exit 1 where there is a warning or an error.")
]
