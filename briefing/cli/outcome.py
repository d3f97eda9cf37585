"""Run the pipeline for a command: load the outline, change what options change."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import briefing
from briefing.cli.report import Report, progress
from briefing.errors import UsageError
from briefing.model.article import Article
from briefing.model.outline import Outline
from briefing.model.statement import Statement
from briefing.outline import check_outline, find_articles
from briefing.pipeline import Outcome


def outline_for(
    path: Path, articles: Path | None, as_of: str | None, report: Report
) -> Outline:
    """Load the outline at *path*; *articles* and *as_of* of the command line win."""
    if articles is not None and not articles.exists():
        raise UsageError(f"--articles: {articles} does not exist")
    outline, diagnostics = check_outline(path, articles=articles)
    report.add(diagnostics)
    if outline is None:
        outline = briefing.load_outline(path, articles=articles)
    if as_of is not None:
        outline = replace(outline, as_of=day_of(as_of))
    return outline


def day_of(words: str) -> dt.date:
    """Read a day as the command line gives it: 2023-10-02."""
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        msg = f"--as-of: {words!r} is no day; write it as 2023-10-02"
        raise UsageError(msg) from None


def outcome_of(outline: Outline, report: Report) -> Outcome:
    """Build the brief, showing the stages on a terminal."""
    with progress(report) as say:
        outcome = briefing.build_brief(outline, say)
    report.add(outcome.diagnostics)
    return outcome


def statements_of(
    outline: Outline, section: str | None, report: Report
) -> list[tuple[Article, Statement]]:
    """Give the statements of the outline's articles; of one *section* if named.

    Without a section nothing is related or planned: extraction alone answers.
    """
    if section is None:
        paths, missing = find_articles(outline)
        articles, problems = briefing.read_articles(
            paths, sources=outline.sources, folder=outline.folder
        )
        report.add((*missing, *problems))
        return [(a, s) for a in articles for s in briefing.extract_statements(a)]
    outcome = outcome_of(outline, report)
    known = {s.id: s for s in outcome.plan.sections}
    if section not in known:
        msg = f"--section: {section!r} is none of {', '.join(known)}"
        raise UsageError(msg)
    by_id = {s.id: s for s in outcome.corpus.statements}
    homes = {a.id: a for a in outcome.corpus.articles}
    chosen = [by_id[choice.statement] for choice in known[section].choices]
    return [(homes[s.article], s) for s in chosen]
