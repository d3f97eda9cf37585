"""Find the articles that a finished brief names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import briefing
from briefing.cli.misuse import misuse
from briefing.cli.report import Report
from briefing.file_names import called
from briefing.model.article import Article
from briefing.model.brief import Brief
from briefing.readers import file_of


def articles_of(
    brief: Brief, place: Path, folder: Path | None, report: Report
) -> list[Article]:
    """Read the articles of *brief*, which lies at *place*, from *folder* if given.

    UsageError where *folder* is none; an article that is not there is left to the
    verification, which names it.
    """
    if folder is not None:
        if not folder.is_dir():
            raise misuse(f"--articles: there is no folder `{folder}`")
        paths = sorted(p for p in folder.rglob("*") if p.is_file())
        return _named(brief, _read(paths, folder, report))
    found: list[Article] = []
    for base in _bases(place):
        wanted = {s.path for s in brief.sources} - {a.path for a in found}
        # One file may hold several articles: `wire.jsonl#3`.
        files = {file_of(path) for path in wanted}
        paths = [path for path in (called(base, f) for f in files) if _is_file(path)]
        found += [a for a in _read(paths, base, report) if a.path in wanted]
    return found


def _is_file(path: Path) -> bool:
    """Tell whether *path* is a file; a name longer than the system allows is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def _bases(place: Path) -> Iterator[Path]:
    yield Path()
    yield place.parent
    yield place.parent / ".."


def _read(paths: Iterable[Path], folder: Path, report: Report) -> list[Article]:
    articles, problems = briefing.read_articles(list(paths), folder=folder)
    report.add(item for item in problems if item.severity == "error")
    return articles


def _named(brief: Brief, articles: list[Article]) -> list[Article]:
    """Give each article the path under which the brief names it, where one ends so."""
    named: list[Article] = []
    for article in articles:
        ends = [
            s.path for s in brief.sources if f"/{s.path}".endswith(f"/{article.path}")
        ]
        named.append(replace(article, path=ends[0]) if len(ends) == 1 else article)
    return named
