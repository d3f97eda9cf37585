"""Look at an outline and at its articles, whatever is wrong with either."""

from __future__ import annotations

from pathlib import Path

import briefing
from briefing.cli.outcome import as_named, see_that_there_is
from briefing.cli.report import Report, progress
from briefing.errors import NoArticlesError
from briefing.model.article import Article
from briefing.model.outline import Outline
from briefing.outline import check_outline, draft_outline, find_articles, refused
from briefing.plan import find_edits
from briefing.readers import READERS


def survey(path: Path, articles: Path | None, report: Report) -> int:
    """Put all that is wrong into the *report*; give how many articles can be read.

    Raises OutlineError where the outline at *path* cannot be used, after its articles
    were looked at all the same; NoArticlesError where none can be read.
    """
    see_that_there_is(articles, "--articles: ")
    outline, mistakes = check_outline(path, articles=articles)
    report.add(mistakes)
    known = outline or draft_outline(path, articles=articles)
    found = [] if known is None else _read(known, report)
    if outline is not None and found:
        _look_at_edits(outline, found, report)
    if outline is None:
        raise refused(path, mistakes)
    if not found:
        raise NoArticlesError("no article could be read")
    return len(found)


def _read(outline: Outline, report: Report) -> list[Article]:
    paths, left_out = find_articles(outline, READERS)
    with progress(report) as say:
        say(f"read {len(paths)}")
        articles, problems = briefing.read_articles(
            paths, sources=outline.sources, folder=outline.folder
        )
    report.add((*left_out, *problems))
    return articles


def _look_at_edits(outline: Outline, articles: list[Article], report: Report) -> None:
    """Say which edits meet no statement; without any nothing is extracted."""
    if not outline.edits.pin and not outline.edits.drop:
        return
    with progress(report) as say:
        say("extract")
        found = [s for a in articles for s in briefing.extract_statements(a)]
    report.add(as_named(outline, find_edits(outline, found)[1]))
