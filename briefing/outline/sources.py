"""Join what the outline says about one article: several patterns may match its file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from fnmatch import fnmatchcase
from typing import Final

from briefing.model.outline import Outline, SourceNote

KEYS: Final = tuple(f.name for f in fields(SourceNote) if f.name != "pattern")


def fits(pattern: str, path: str) -> bool:
    """Tell whether a note with *pattern* speaks of the article at *path*.

    The pattern is compared with the file's name and with its path; a name is always
    its own pattern, brackets in it too.
    """
    name = path.rpartition("/")[2]
    return pattern in (name, path) or any(fnmatchcase(x, pattern) for x in (name, path))


def merge_notes(notes: Iterable[SourceNote], path: str) -> SourceNote:
    """Give all that *notes* say about *path*, as one note; a later one wins."""
    merged = SourceNote(path)
    for note in notes:
        if fits(note.pattern, path):
            said = {key: getattr(note, key) for key in KEYS}
            merged = replace(merged, **{k: v for k, v in said.items() if v is not None})
    return merged


def source_note_for(outline: Outline, path: str) -> SourceNote:
    """Give all that *outline* says about the article at *path*, as one note.

    *path* is relative to the outline's folder. Where two patterns match and say
    different things, the one that stands later wins; `check_outline` warns of it.
    """
    return merge_notes(outline.sources, path)
