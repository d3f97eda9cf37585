"""`briefing init`: begin a brief, with an outline that explains itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from briefing.cli.options import Form, Quiet
from briefing.cli.report import give, reporting

OUTLINE: Final = "config.yaml"
ARTICLES: Final = "articles"


def init(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER", help="Where to begin; made if needed.", show_default=True
        ),
    ] = Path(),
    *,
    quiet: Quiet = False,
) -> None:
    """Begin a brief: an outline with every key explained, and a folder for articles.

    Prints the paths of what it made. Nothing that is there is overwritten.

    Example: briefing init mine
    """
    with reporting(Form.text, quiet=quiet) as report:
        from briefing.cli.beginning import new_outline, title_of
        from briefing.cli.files import make_folder, write_new
        from briefing.resources import manual_path

        make_folder(folder)
        manual = manual_path().read_text(encoding="utf-8")
        outline = new_outline(manual, title_of(folder))
        give(write_new(folder / OUTLINE, outline.encode()).as_posix())
        make_folder(folder / ARTICLES)
        give(f"{(folder / ARTICLES).as_posix()}/")
        report.say(_next(folder))


def _next(folder: Path) -> str:
    from briefing.cli.calling import program, typed

    called = program()
    outline, articles = ((folder / name).as_posix() for name in (OUTLINE, ARTICLES))
    options = "" if folder == Path() else f" {typed(outline)}"
    build = options and f"{options} --output {typed((folder / 'build').as_posix())}"
    return (
        f"Put the articles, one a file, into {articles}/, and say in {outline} what\n"
        "the brief is to hold. Then look what is wrong, and build:\n"
        f"  {called} check{options}\n  {called} build{build}"
    )
