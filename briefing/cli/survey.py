"""Look at an outline and at its articles, whatever is wrong with either."""

from __future__ import annotations

from pathlib import Path

from briefing.cli.advice import advice, lacking, snippet
from briefing.cli.naming import outline_in, see_that_it_is_one
from briefing.cli.outcome import as_named, means, see_that_there_is
from briefing.cli.report import Report, progress
from briefing.errors import NoArticlesError
from briefing.gathering import Gathered, gather_articles, gather_statements
from briefing.model.outline import Outline
from briefing.outline import check_outline, draft_outline, refused
from briefing.plan import find_edits
from briefing.workers import Workshop


def survey(
    path: Path, articles: Path | None, report: Report, *, no_cache: bool = False
) -> int:
    """Put all that is wrong into the *report*; give how many articles can be read.

    Raises OutlineError where the outline at *path* cannot be used, after its articles
    were looked at all the same; NoArticlesError where none can be read.
    """
    see_that_there_is(articles, "--articles: ")
    path = outline_in(path)
    outline, mistakes = check_outline(path, articles=articles)
    if outline is None:
        see_that_it_is_one(path, mistakes)
    report.add(mistakes)
    known = outline or draft_outline(path, articles=articles)
    with Workshop(means(no_cache=no_cache)) as shop:
        found = None if known is None else _read(known, shop, report)
        if outline is not None and found is not None:
            _look_at_edits(outline, found, shop, report)
    if outline is None:
        raise refused(path, mistakes)
    if found is None:
        raise NoArticlesError("no article could be read")
    report.add(advice(outline, found.articles))
    if lacks := lacking(found.articles):
        report.advise(snippet(outline, lacks))
    return len(found.articles)


def _read(outline: Outline, shop: Workshop, report: Report) -> Gathered | None:
    """Read the articles; None where none can be."""
    try:
        with progress(report) as say:
            found = gather_articles(outline, shop, say)
    except NoArticlesError as error:
        report.add(error.diagnostics)
        return None
    report.add(found.diagnostics)
    return found


def _look_at_edits(
    outline: Outline, gathered: Gathered, shop: Workshop, report: Report
) -> None:
    """Say which edits meet no statement; without any nothing is extracted."""
    if not outline.edits.pin and not outline.edits.drop:
        return
    with progress(report) as say:
        say("extract")
        found = gather_statements(gathered, shop, say)
    report.add(as_named(outline, find_edits(outline, found)[1]))
