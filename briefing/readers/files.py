"""Read a folder's worth of files into articles; what cannot be read is said."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from briefing.model.article import Article
from briefing.model.diagnostic import Diagnostic
from briefing.model.outline import SourceNote
from briefing.readers.build import build_article


def read_articles(
    paths: Iterable[str | os.PathLike[str]],
    *,
    sources: Sequence[SourceNote] | None = None,
    folder: str | os.PathLike[str] | None = None,
) -> tuple[list[Article], list[Diagnostic]]:
    """Read *paths*; articles sorted by path, and what is to be said about them."""
    files = [Path(p) for p in paths]
    base = Path(folder) if folder else Path(os.path.commonpath([f.parent for f in files] or ["."]))
    articles = []
    for file in files:
        data = file.read_bytes()
        path = Path(os.path.relpath(file, base)).as_posix()
        note = SourceNote(path)
        for s in sources or ():
            if fnmatchcase(path, s.pattern) or fnmatchcase(file.name, s.pattern):
                note = s
        articles.append(build_article(data.decode("utf-8-sig", "replace"), data, path, note))
    return sorted(articles, key=lambda a: a.path), []
