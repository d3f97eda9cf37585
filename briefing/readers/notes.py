"""Find the notes of the outline that are on an article, by its path or its file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from fnmatch import fnmatchcase
from typing import Final

from briefing.model.diagnostic import Diagnostic
from briefing.model.outline import SourceNote

SEVERAL: Final = (".json", ".jsonl")
"""Endings of files that may hold several articles."""


def notes_on(path: str, sources: Sequence[SourceNote]) -> tuple[SourceNote, ...]:
    """Give the notes that can change what is read from the file at *path*."""
    if path.lower().endswith(SEVERAL):
        return tuple(sources)  # one may match a single article of it: `wire.jsonl#3`
    return tuple(note for note in sources if _matches(note.pattern, path))


def file_of(path: str) -> str:
    """Give the file of an article's *path*: `wire.jsonl` of `wire.jsonl#3`."""
    file, mark, number = path.rpartition("#")
    return file if mark and number.isdecimal() else path


def _matches(pattern: str, path: str) -> bool:
    return any(fnmatchcase(each, pattern) or each == pattern for each in _names(path))


def _names(path: str) -> tuple[str, ...]:
    """Give what a note may call an article: its path, its name, its file of several."""
    whole = file_of(path)
    return tuple(dict.fromkeys((path, _name(path), whole, _name(whole))))


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def note_on(sources: Sequence[SourceNote], path: str) -> SourceNote:
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


def unused_notes(
    sources: Sequence[SourceNote], paths: Sequence[str]
) -> list[Diagnostic]:
    """Say which *sources* match none of *paths*, files and articles."""
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
