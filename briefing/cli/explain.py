"""`briefing explain`: why a choice, question, disagreement, source or origin."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefing.cli.options import (
    ArticlesFolder,
    Diagnostics,
    Form,
    NoCache,
    OutlinePath,
    Verbose,
)
from briefing.cli.report import give, reporting, visible


def explain(  # noqa: PLR0913 - one parameter an option
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A statement's id, a mark (2c), a question (q1), a disagreement (d1), "
            "an article's path, an origin's name, or `event`: its day and place.",
        ),
    ],
    outline: OutlinePath = Path("config.yaml"),
    *,
    articles: ArticlesFolder = None,
    no_cache: NoCache = False,
    diagnostics: Diagnostics = Form.text,
    verbose: Verbose = False,
) -> None:
    """Say why something is in the brief, or why it is not.

    The ids and marks stand in the evidence of the brief; q1 is its first open question,
    d1 its first disagreement. Marks are numbered anew whenever the brief changes; an id
    stays with its sentence.

    Example: briefing explain 2c config.yaml
    """
    with reporting(diagnostics, quiet=not verbose, verbose=verbose) as report:
        from briefing.cli.naming import as_in_outline, see_that_it_is_no_outline
        from briefing.cli.outcome import outcome_of, outline_for
        from briefing.explain import explain as explained

        see_that_it_is_no_outline(name)
        asked = outline_for(outline, articles, None, report)
        outcome = outcome_of(asked, report, no_cache=no_cache)
        paths = [article.path for article in outcome.corpus.articles]
        meant = as_in_outline(name, asked.folder, paths)
        read = str(asked.path or outline)
        give(visible(explained(outcome, meant if meant in paths else name, read)))
