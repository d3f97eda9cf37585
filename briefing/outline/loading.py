"""Load an outline: read, check every key, check keys against each other, complete."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import OutlineError
from briefing.model.diagnostic import Diagnostic
from briefing.model.outline import Edits, Event, Outline, PlaceNote, SourceNote
from briefing.outline.checks import CHECKS
from briefing.outline.files import read_bytes, read_document
from briefing.outline.paths import base_of, is_inside
from briefing.outline.sections import Asked, asked_sections, section_spec
from briefing.outline.subject import subject_of
from briefing.outline.values import Document, Loc

if TYPE_CHECKING:
    from briefing.outline.schema import EditsTable, OutlineFile

_AS_WRITTEN = (
    "title",
    "as_of",
    "marking",
    "prepared_by",
    "serial",
    "file_name",
    "length",
    "page",
    "bottom_line",
)
"""Keys that the outline has as the file has them."""

AnyPath = str | os.PathLike[str]


def load_outline(
    path: AnyPath, *, confine: bool = True, articles: AnyPath | None = None
) -> Outline:
    """Give the outline at *path*, checked and complete.

    *articles*, a folder or file, replaces what the outline says; it is relative to
    the working folder and may lie anywhere. With *confine* no other path may lead out
    of the outline's folder.

    Raises:
        OutlineError: with every mistake, in the order of the file.
    """
    outline, found = check_outline(path, confine=confine, articles=articles)
    if outline is None:
        raise refused(path, found)
    return outline


def refused(path: AnyPath, found: tuple[Diagnostic, ...]) -> OutlineError:
    """Give the error of an outline that cannot be used, for all that was *found*."""
    count = sum(item.severity == "error" for item in found)
    mistakes = "1 mistake" if count == 1 else f"{count} mistakes"
    return OutlineError(f"`{os.fspath(path)}` cannot be used: {mistakes}", found)


def draft_outline(path: AnyPath, *, articles: AnyPath | None = None) -> Outline | None:
    """Give of an outline with mistakes what it takes to find and read its articles.

    None where not even that can be read; entries that lead out of the folder are left
    out.
    """
    place = Path(path)
    folder = place.parent
    if articles is not None:
        return Outline(folder, "", (_named(articles, folder),), (), place)
    data = read_bytes(place, place.as_posix())
    if isinstance(data, Diagnostic):
        return None
    document, _ = read_document(data, place.as_posix())
    if document is None:
        return None
    subject = subject_of(document, folder, [], confine=True, own=True)
    entries = tuple(
        entry
        for _, entry in subject.entries
        if is_inside(folder, base_of(folder, entry))
    )
    return Outline(folder, "", entries, (), place)


def check_outline(
    path: AnyPath, *, confine: bool = True, articles: AnyPath | None = None
) -> tuple[Outline | None, tuple[Diagnostic, ...]]:
    """Give the outline at *path*, None where it has errors, and all there is to say.

    Arguments are those of `load_outline`; here warnings and notes are given too.
    """
    place = Path(path)
    shown = place.as_posix()
    data = read_bytes(place, shown)
    if isinstance(data, Diagnostic):
        return None, (data,)
    document, found = read_document(data, shown)
    if document is None:
        return None, tuple(found)
    folder = place.parent
    asked, problems = asked_sections(document, folder, confine=confine)
    subject = subject_of(document, folder, asked, confine=confine, own=articles is None)
    file, mistakes = _validated(document)
    found += mistakes + problems
    found += [item for check in CHECKS for item in check(subject)]
    found.sort(key=lambda item: (item.path != shown, item.line or 0, item.column or 0))
    if file is None or any(item.severity == "error" for item in found):
        return None, tuple(found)
    entries = file.articles if articles is None else (_named(articles, folder),)
    sha256 = hashlib.sha256(data).hexdigest()
    outline = _outline(file, asked, place, entries, sha256)
    return replace(outline, edits=_edits(file.edits, document)), tuple(found)


def _validated(document: Document) -> tuple[OutlineFile | None, list[Diagnostic]]:
    # Late, for `briefing --help` needs no outline: pydantic takes 0.1 s to import.
    from pydantic import ValidationError

    from briefing.outline.schema import OutlineFile
    from briefing.outline.wording import mistakes

    try:
        return OutlineFile.model_validate(document.values), []
    except ValidationError as error:
        return None, mistakes(document, error)


def _named(articles: AnyPath, folder: Path) -> str:
    """Give the path of the command line relative to *folder*, if it lies there."""
    path = Path(os.path.abspath(articles))  # noqa: PTH100 - links are followed later
    try:
        return path.relative_to(os.path.abspath(folder)).as_posix()  # noqa: PTH100
    except ValueError:
        return path.as_posix()


def _edits(table: EditsTable, document: Document) -> Edits:
    """Part the ids of edits from the words behind them, and note where they stand."""
    parts = {key: key.partition(" ") for key in (*table.pin, *table.drop)}
    locs: dict[str, Loc] = {key: ("edits", "pin", key) for key in table.pin}
    locs |= {key: ("edits", "drop", n) for n, key in enumerate(table.drop)}
    at = {key: document.position(loc, on_key=True) for key, loc in locs.items()}
    return Edits(
        pin={parts[key][0]: section for key, section in table.pin.items()},
        drop=tuple(dict.fromkeys(parts[key][0] for key in table.drop)),
        notes=table.notes,
        words={id_: words for id_, _, words in parts.values() if words},
        places={parts[key][0]: (at[key].line, at[key].column) for key in locs},
    )


def _outline(
    file: OutlineFile,
    asked: list[Asked],
    path: Path,
    entries: tuple[str, ...],
    sha256: str,
) -> Outline:
    plain: Mapping[str, Any] = {key: getattr(file, key) for key in _AS_WRITTEN}
    return Outline(
        folder=path.parent,
        path=path,
        sha256=sha256,
        articles=entries,
        sections=tuple(
            section_spec(entry, section)
            for entry, section in zip(file.sections, asked, strict=True)
        ),
        event=Event(file.event.date, file.event.place),
        sources=tuple(
            SourceNote(pattern, **note.model_dump())
            for pattern, note in file.sources.items()
        ),
        places=tuple(
            PlaceNote(name, **place.model_dump()) for name, place in file.places.items()
        ),
        **plain,
    )
