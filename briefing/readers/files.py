"""Read files into articles, each by its format; what cannot be read is said."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from briefing.model.article import Article
from briefing.model.diagnostic import Diagnostic, Severity
from briefing.model.outline import SourceNote
from briefing.readers.build import build_article
from briefing.readers.formats import MEGABYTE, READERS
from briefing.readers.houses import name_houses
from briefing.readers.page import MAX_LINES, Doubt, Page, UnreadableError
from briefing.readers.twins import Candidate, without_twins
from briefing.text.language import is_read

Source = str | os.PathLike[str]

Read = tuple[Sequence[Candidate], Sequence[Diagnostic]]
"""The articles of a file, and what is to be said of it."""

SEVERAL: Final = (".json", ".jsonl")
"""Endings of files that may hold several articles."""

MAX_CONTROLS: Final = 0.2
"""Share of control characters above which a file is no text; pictures and archives
have above 0.3 in any encoding, damaged text below 0.05."""


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
    articles, left_out = without_twins(name_houses(found))
    said += [*_unused(sources, known), *left_out]
    return articles, sorted(said, key=lambda item: (item.path or "", item.code))


def file_of(path: str) -> str:
    """Give the file of an article's *path*: `wire.jsonl` of `wire.jsonl#3`."""
    file, mark, number = path.rpartition("#")
    return file if mark and number.isdecimal() else path


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
    path = Path(os.path.relpath(file, base)).as_posix()
    return os.fsencode(path).decode("utf-8", "replace")


def _matches(pattern: str, path: str) -> bool:
    return any(fnmatchcase(each, pattern) or each == pattern for each in _names(path))


def _names(path: str) -> tuple[str, ...]:
    """Give what a note may call an article: its path, its name, its file of several."""
    whole = file_of(path)
    return tuple(dict.fromkeys((path, _name(path), whole, _name(whole))))


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _note(sources: Sequence[SourceNote], path: str) -> SourceNote:
    """Give one note of all that match *path*; an exact name wins over a pattern."""
    names = _names(path)
    fitting = [note for note in sources if _matches(note.pattern, path)]
    found = SourceNote(path)
    # An article of several in a file comes before the file's own name.
    for note in sorted(fitting, key=lambda note: _exactness(note.pattern, names)):
        known = {
            item.name: getattr(note, item.name)
            for item in fields(note)
            if item.name != "pattern" and getattr(note, item.name) is not None
        }
        found = replace(found, **known)
    return found


def _exactness(pattern: str, names: Sequence[str]) -> int:
    """Give how exactly *pattern* names an article: 0 for what matches by chance."""
    return len(names) - names.index(pattern) if pattern in names else 0


def _unused(sources: Sequence[SourceNote], paths: Sequence[str]) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for note in sources:
        if any(_matches(note.pattern, path) for path in paths):
            continue
        from difflib import get_close_matches  # late: most notes fit

        near = get_close_matches(note.pattern, paths, n=1, cutoff=0.5)
        hint = (
            f"did you mean {near[0]!r}?"
            if near
            else "name a file, or a pattern like `000_*`"
        )
        message = f"no article matches the source {note.pattern!r}"
        found.append(Diagnostic("read-note-unused", "warning", message, hint=hint))
    return found


def notes_on(path: str, sources: Sequence[SourceNote]) -> tuple[SourceNote, ...]:
    """Give the notes that can change what is read from the file at *path*."""
    if path.lower().endswith(SEVERAL):
        return tuple(sources)  # one may match a single article of it: `wire.jsonl#3`
    return tuple(note for note in sources if _matches(note.pattern, path))


def read_file(file: Path, path: str, sources: Sequence[SourceNote]) -> Read:
    """Give the articles of *file*, which is called *path*."""
    data = bytes_of(file, path)
    if isinstance(data, Diagnostic):
        return [], [data]
    return read_bytes(data, path, sources)


def read_bytes(data: bytes, path: str, sources: Sequence[SourceNote]) -> Read:
    """Give the articles of the file at *path* that holds *data*; pure."""
    ending = Path(path).suffix.lower()
    try:
        pages = READERS[ending].read(data)
    except UnreadableError as error:
        return [], [_as_diagnostic(error.doubt, path)]
    except Exception as error:  # noqa: BLE001 - no file ends the run, come what may
        message = f"its reader failed ({type(error).__name__}: {str(error)[:80]})"
        hint = "save the article's text as .txt, and report the file"
        return [], [_say("failed", "error", path, message, hint)]
    found: list[Candidate] = []
    said: list[Diagnostic] = []
    for page in pages:
        name = path if page.number is None else f"{path}#{page.number}"
        article, diagnostics = _article(page, data, name, sources)
        said.extend(diagnostics)
        if article:
            found.append(Candidate(article, ending, page.url))
    return found, said


def _article(
    page: Page, data: bytes, path: str, sources: Sequence[SourceNote]
) -> tuple[Article | None, list[Diagnostic]]:
    doubts = [_as_diagnostic(doubt, path) for doubt in page.doubts]
    problem = _problem(page.text, path)
    if problem:
        # A doubt says better than "empty" why there is no text; a note does not.
        told = any(doubt.severity != "note" for doubt in doubts)
        return None, doubts if told else [*doubts, problem]
    built = build_article(page, data, path, _note(sources, path), "the outline")
    return built.article, [
        *doubts,
        *_remarks(built.article),
        *built.diagnostics,
    ]


def _as_diagnostic(doubt: Doubt, path: str) -> Diagnostic:
    said = _say(doubt.what, doubt.severity, path, doubt.message, doubt.hint)
    return replace(said, line=doubt.line)


def bytes_of(file: Path, path: str) -> bytes | Diagnostic:
    """Give the bytes of *file*, or why they cannot be had."""
    try:
        status = file.stat()
        if stat.S_ISDIR(status.st_mode):
            return _say("folder", "error", path, "a folder, not an article")
        if file.suffix.lower() not in READERS:
            return _unsupported(file, path)
        if not stat.S_ISREG(status.st_mode):
            return _say("special", "error", path, "not an ordinary file")
        most = READERS[file.suffix.lower()].max_bytes
        with file.open("rb") as stream:
            data = stream.read(most + 1)
    except FileNotFoundError:
        return _say("missing", "error", path, "there is no such file")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not valid"
        return _say("unreadable", "error", path, f"cannot be read: {reason.lower()}")
    if len(data) > most:
        limit = f"{most // MEGABYTE} MB"
        message = f"larger than {limit}, which no article is"
        return _say("too-large", "error", path, message, "cut out the article's text")
    return data


def _unsupported(file: Path, path: str) -> Diagnostic:
    ending = file.suffix or "no ending"
    known = ", ".join(sorted(READERS))
    return _say(
        "unsupported",
        "warning",
        path,
        f"files with {ending} cannot be read" if file.suffix else "has no ending",
        f"save the article's text as {known}",
    )


def _problem(text: str, path: str) -> Diagnostic | None:
    if not text.strip("\ufeff\x00 \t\r\n") or text.isspace():
        return _say("empty", "warning", path, "the file is empty")
    if max(text.count("\n"), text.count("\r")) > MAX_LINES:
        message = f"more than {MAX_LINES:,} lines, which no article has"
        return _say("too-large", "error", path, message, "cut out the article's text")
    sample = text[:20_000]
    controls = sum(char < " " and char not in "\t\n\r\f" for char in sample)
    if controls + sample.count("\ufffd") > MAX_CONTROLS * len(sample):
        hint = "save the article as plain text"
        return _say("not-text", "warning", path, "the file does not hold text", hint)
    return None


def _remarks(article: Article) -> list[Diagnostic]:
    """Say what keeps an article from being understood."""
    if not any(line.role == "body" for line in article.lines):
        message = "no sentence of an article was found in it"
        return [_say("no-body", "warning", article.path, message)]
    if not is_read(article.language):
        message = f"its language is {article.language}; only English is understood"
        hint = "give a translation as a file of its own"
        return [_say("language", "warning", article.path, message, hint)]
    return []


def _say(
    what: str, severity: Severity, path: str, message: str, hint: str | None = None
) -> Diagnostic:
    return Diagnostic(f"read-{what}", severity, message, path, hint=hint)
