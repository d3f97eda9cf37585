"""Gather what the checks look at: the plain values, the sections, the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.outline.paths import base_of, entry_files, is_inside, shown_path
from briefing.outline.sections import Asked
from briefing.outline.values import Document, Loc


@dataclass(frozen=True, slots=True)
class Subject:
    """What the checks look at."""

    document: Document
    folder: Path
    sections: list[Asked]
    confine: bool
    """True where no path may lead out of *folder*."""
    entries: tuple[tuple[Loc, str], ...]
    """The entries of `articles`; none where the command line names the articles."""
    files: tuple[str, ...]
    """Paths of what the entries name, relative to *folder*."""


def subject_of(
    document: Document, folder: Path, sections: list[Asked], *, confine: bool, own: bool
) -> Subject:
    """Give what the checks look at; *own*: the outline names its articles itself."""
    entries = tuple(_entries(document)) if own else ()
    files = {
        shown_path(folder, path)
        for _, entry in entries
        if not confine or is_inside(folder, base_of(folder, entry))
        for path in entry_files(folder, entry)
    }
    return Subject(document, folder, sections, confine, entries, tuple(sorted(files)))


def _entries(document: Document) -> Iterator[tuple[Loc, str]]:
    given = document.value("articles")
    if given is None:
        yield ("articles",), "articles/"
    elif isinstance(given, str):
        yield ("articles",), given.strip()
    elif isinstance(given, list):
        for index, entry in enumerate(given):
            if isinstance(entry, str):
                yield ("articles", index), entry.strip()
