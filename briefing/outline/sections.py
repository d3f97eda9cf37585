"""Join each section that the outline asks for with what the library says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.model.diagnostic import Diagnostic
from briefing.model.outline import SectionSpec
from briefing.outline.files import read_bytes, read_document
from briefing.outline.library import library_section, section_names, spec_of
from briefing.outline.near import listed, nearest
from briefing.outline.paths import is_inside
from briefing.outline.shown import shown
from briefing.outline.slugs import slug
from briefing.outline.values import Document, Loc

if TYPE_CHECKING:
    from briefing.outline.schema import SectionEntry


@dataclass(frozen=True, slots=True)
class Asked:
    """One entry of `sections`, as far as it can be understood."""

    index: int
    id: str
    base: SectionSpec | None
    """What `use` names; None for a section of the user's own."""


def asked_sections(
    document: Document, folder: Path, *, confine: bool
) -> tuple[list[Asked], list[Diagnostic]]:
    """Give the sections that *document* asks for, and what is wrong with `use`."""
    entries = document.values.get("sections")
    asked: list[Asked] = []
    found: list[Diagnostic] = []
    for index, entry in enumerate(entries if isinstance(entries, list) else []):
        if not isinstance(entry, dict):
            continue
        base: SectionSpec | None = None
        if isinstance(use := entry.get("use"), str):
            base, problems = _used(document, use.strip(), index, (folder, confine))
            found += problems
        asked.append(Asked(index, _id_of(entry, base, index), base))
    return asked, found


def section_spec(entry: SectionEntry, asked: Asked) -> SectionSpec:
    """Give the section of *entry*; what it says goes before what the library says."""
    base = asked.base or SectionSpec(asked.id, entry.title or "", "")
    return replace(
        base,
        id=asked.id,
        title=entry.title or base.title,
        about=base.about if entry.about is None else entry.about,
        terms=tuple(dict.fromkeys((*entry.terms, *base.terms))),
        words=entry.words,
        time=entry.time or base.time,
        order=entry.order or base.order,
    )


def same_ids(document: Document, asked: list[Asked]) -> Iterator[Diagnostic]:
    """Find sections that have the id of an earlier one."""
    first: dict[str, Asked] = {}
    for section in asked:
        earlier = first.setdefault(section.id, section)
        if earlier is section:
            continue
        there = document.position(("sections", earlier.index)).line
        message = f"two sections have the id `{shown(section.id)}`"
        hint = (
            f"the first is on line {there}; delete one, or give one an `id` of its own"
        )
        loc: Loc = ("sections", section.index)
        yield document.mistake("same-section", message, loc, hint)


def _id_of(entry: dict[str, Any], base: SectionSpec | None, index: int) -> str:
    own, title, use = (entry.get(key) for key in ("id", "title", "use"))
    if isinstance(own, str):
        return own.strip()
    if base is not None:
        return base.id
    name = use if isinstance(use, str) else title
    return (slug(name) if isinstance(name, str) else "") or f"section_{index + 1}"


def _used(
    document: Document, use: str, index: int, place: tuple[Path, bool]
) -> tuple[SectionSpec | None, list[Diagnostic]]:
    if use in section_names():
        return library_section(use), []
    loc: Loc = ("sections", index, "use")
    if "/" in use or use.endswith((".yaml", ".yml")):
        return _section_file(document, use, loc, place)
    near = nearest(use, section_names())
    known = f"the library has {listed(section_names(), 'and')}"
    hint = f"did you mean `{near}`?" if near else known
    message = f"`use: {shown(use)}` is not a section of the library"
    return None, [document.mistake("unknown-section", message, loc, hint)]


def _section_file(
    document: Document, use: str, loc: Loc, place: tuple[Path, bool]
) -> tuple[SectionSpec | None, list[Diagnostic]]:
    folder, confine = place
    path = folder / use
    if confine and not is_inside(folder, path):
        message = f"`use: {shown(use)}` leads out of the outline's folder"
        hint = "copy the section file into the folder"
        return None, [document.mistake("outside", message, loc, hint)]
    data = read_bytes(path, use)
    if isinstance(data, Diagnostic):
        message = f"`use: {shown(use)}`: {data.message}"
        return None, [document.mistake("section-file", message, loc, data.hint)]
    return _read_section(data, path.as_posix())


def _read_section(
    data: bytes, shown_path: str
) -> tuple[SectionSpec | None, list[Diagnostic]]:
    from pydantic import ValidationError

    from briefing.outline.schema import SECTION_TABLES, SectionFile
    from briefing.outline.wording import mistakes

    inner, found = read_document(data, shown_path)
    if inner is None:
        return None, found
    try:
        spec = spec_of(SectionFile.model_validate(inner.values))
    except ValidationError as error:
        return None, found + mistakes(inner, error, SECTION_TABLES)
    return (None if found else spec), found
