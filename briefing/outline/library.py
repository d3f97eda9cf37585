"""The section library: sections for any event, each a file to read, copy and change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.model.outline import SectionSpec
from briefing.resources import data_path

if TYPE_CHECKING:
    from briefing.outline.schema import SectionFile


@cache
def section_names() -> tuple[str, ...]:
    """Give the ids of the library's sections, sorted."""
    return tuple(sorted(path.stem for path in data_path("sections").glob("*.yaml")))


@cache
def section_library() -> Mapping[str, SectionSpec]:
    """Give every section of the library by its id."""
    return MappingProxyType({name: library_section(name) for name in section_names()})


@cache
def library_section(name: str) -> SectionSpec:
    """Give the section *name* of the library, which must be there."""
    import yaml

    from briefing.outline.schema import SectionFile

    text = data_path(f"sections/{name}.yaml").read_text(encoding="utf-8")
    # Reads every value as the text it is, and makes no objects.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    values = yaml.load(text, Loader=loader)  # noqa: S506
    return spec_of(SectionFile.model_validate(values))


def spec_of(section: SectionFile) -> SectionSpec:
    """Give the section that a file holds."""
    return SectionSpec(
        id=section.id,
        title=section.title,
        about=section.about or "",
        terms=section.terms,
        cues=section.cues,
        voices=section.voices,
        kind=section.kind,
        time=section.time,
        order=section.order,
    )
