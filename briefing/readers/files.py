"""Read files into articles, each by its format; what cannot be read is said."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path

from briefing.file_names import shown_name
from briefing.model.article import Article
from briefing.model.diagnostic import Diagnostic
from briefing.model.outline import SourceNote
from briefing.readers.formats import MEGABYTE, READERS
from briefing.readers.houses import name_houses
from briefing.readers.notes import notes_on, unused_notes
from briefing.readers.page import DOUBTFUL_DAY, say
from briefing.readers.twins import Candidate, Read, without_twins

Source = str | os.PathLike[str]


def read_articles(
    paths: Iterable[Source],
    *,
    sources: Sequence[SourceNote] | None = None,
    folder: Source | None = None,
) -> tuple[list[Article], list[Diagnostic]]:
    """Read *paths*; give the articles sorted by path, and what is to be said of them.

    An article's path is relative to *folder*; left out, to the parent that all share.
    Every note of *sources* that matches a file's name or path is applied, exact names
    last, so that they win.
    """
    given = sources or ()
    named = name_files(paths, folder)
    read = [read_file(file, path, notes_on(path, given)) for path, file in named]
    return join_files([path for path, _ in named], read, given)


def name_files(
    paths: Iterable[Source], folder: Source | None = None
) -> list[tuple[str, Path]]:
    """Give each file once with the path its articles have, sorted by it."""
    files = list(dict.fromkeys(_absolute(path) for path in paths))
    base = _base(files, folder)
    return sorted((_relative(file, base), file) for file in files)


def join_files(
    paths: Sequence[str], read: Iterable[Read], sources: Sequence[SourceNote]
) -> tuple[list[Article], list[Diagnostic]]:
    """Give the articles that were *read* from the files at *paths*, each once."""
    found: list[Candidate] = []
    said: list[Diagnostic] = []
    known: list[str] = []
    for path, (candidates, diagnostics) in zip(paths, read, strict=True):
        said.extend(diagnostics)
        found.extend(candidates)
        known.extend([path, *(candidate.article.path for candidate in candidates)])
    if any(candidate.article.published is None for candidate in found):
        from briefing.readers.years import date_by_others  # late: pages have dates

        found, settled = date_by_others(found)
        said = [d for d in said if d.code != DOUBTFUL_DAY or d.path not in settled]
    articles, left_out = without_twins(name_houses(found))
    said += [*unused_notes(sources, known), *left_out]
    return articles, sorted(said, key=lambda item: (item.path or "", item.code))


def _base(files: Sequence[Path], folder: Source | None) -> Path:
    if folder is not None:
        return _absolute(folder)
    return (
        Path(os.path.commonpath([file.parent for file in files])) if files else Path()
    )


def _absolute(path: Source) -> Path:
    # Not `resolve`: an article's path is the one that the user sees, links and all.
    return Path(os.path.abspath(path))  # noqa: PTH100


def _relative(file: Path, base: Path) -> str:
    return shown_name(os.path.relpath(file, base).replace(os.sep, "/"))


def read_file(file: Path, path: str, sources: Sequence[SourceNote]) -> Read:
    """Give the articles of *file*, which is called *path*."""
    data = bytes_of(file, path)
    if isinstance(data, Diagnostic):
        return [], [data]
    from briefing.readers.reading import read_bytes  # late: most files are kept

    return read_bytes(data, path, sources)


def bytes_of(file: Path, path: str) -> bytes | Diagnostic:
    """Give the bytes of *file*, or why they cannot be had."""
    try:
        status = file.stat()
        if stat.S_ISDIR(status.st_mode):
            return say("folder", "error", path, "a folder, not an article")
        if file.suffix.lower() not in READERS:
            return _unsupported(file, path)
        if not stat.S_ISREG(status.st_mode):
            return say("special", "error", path, "not an ordinary file")
        most = READERS[file.suffix.lower()].max_bytes
        with file.open("rb") as stream:
            data = stream.read(most + 1)
    except FileNotFoundError:
        return say("missing", "error", path, "there is no such file")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not valid"
        return say("unreadable", "error", path, f"cannot be read: {reason.lower()}")
    if len(data) > most:
        limit = f"{most // MEGABYTE} MB"
        message = f"larger than {limit}, which no article is"
        return say("too-large", "error", path, message, "cut out the article's text")
    return data


def _unsupported(file: Path, path: str) -> Diagnostic:
    ending = file.suffix or "no ending"
    known = ", ".join(sorted(READERS))
    return say(
        "unsupported",
        "warning",
        path,
        f"files with {ending} cannot be read" if file.suffix else "has no ending",
        f"save the article's text as {known}",
    )
