"""`briefing verify`: prove a finished brief from its articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from briefing.cli.options import Diagnostics, Form, Quiet, Verbose
from briefing.cli.report import give, reporting

if TYPE_CHECKING:
    from briefing.model.diagnostic import Diagnostic


PAGES: Final = (".md", ".markdown", ".html", ".htm", ".txt")
"""Endings of what people read; none of them says where its words stand."""


def verify(
    brief: Annotated[
        Path,
        typer.Argument(metavar="BRIEF", help="A brief.json, or a PDF that carries it."),
    ],
    *,
    articles: Annotated[
        Path | None,
        typer.Option(
            "--articles",
            metavar="FOLDER",
            help="Where the articles lie; left out: where the brief names them, seen "
            "from here, from the brief's folder or the one above.",
            show_default=False,
        ),
    ] = None,
    diagnostics: Diagnostics = Form.text,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check that every word of a brief is where it says.

    Example: briefing verify build/brief.pdf --articles seeds
    """
    with reporting(diagnostics, quiet=quiet, verbose=verbose) as report:
        import briefing
        from briefing.cli.proof import articles_of
        from briefing.labels import label
        from briefing.verify import check_brief

        finished = briefing.read_brief(existing(brief))
        proof = check_brief(finished, articles_of(finished, brief, articles, report))
        whole = verbose or diagnostics is Form.json
        report.add(proof.diagnostics if whole else _shortened(proof.diagnostics))
        give(label("verify.summary", found=proof.found, count=proof.excerpts))
        give(label("verify.hashes_equal", equal=proof.equal, count=proof.files))
    failed = proof.found < proof.excerpts or report.has("error")
    raise typer.Exit(7 if failed else 0)


def existing(path: Path) -> Path:
    """Give *path* where a file is there; UsageError names one that is near."""
    from briefing.cli.misuse import misuse
    from briefing.outline.near import nearest

    if path.is_file() and path.suffix.lower() in PAGES:
        message = f"`{path}` does not hold what it takes to check it"
        data = path.with_suffix(".json")
        wanted = "the brief.json or the PDF of the same build"
        raise misuse(message, f"name `{data}`" if data.is_file() else f"name {wanted}")
    if path.is_file():
        return path
    if path.is_dir():
        raise misuse(f"`{path}` is a folder", f"name the brief: `{path}/brief.json`")
    near = nearest(path.name, [p.name for p in path.parent.glob("*.[jp][sd]*")])
    hint = f"did you mean `{path.parent / near}`?" if near else None
    raise misuse(f"there is no file `{path}`", hint or "`briefing build` writes one")


def _shortened(found: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """Leave out what follows from an article's absence, which is said once."""
    missing = {item.path for item in found if item.code == "verify-missing"}
    for item in found:
        if item.code != "verify-unchecked" or item.path not in missing:
            yield item
