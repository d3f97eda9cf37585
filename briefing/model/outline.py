"""The outline: what the analyst wants in the brief, checked and complete."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

SectionKind = Literal["topic", "open_questions"]
SectionTime = Literal["before", "event", "after", "any"]
"""Where in time a section's matter lies, seen from the event."""
SectionOrder = Literal["time", "sequence", "actor", "relevance"]


@dataclass(frozen=True, slots=True)
class Event:
    """The day and place of the event; None where the articles are to tell."""

    date: dt.date | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What the analyst knows about the articles that match `pattern`."""

    pattern: str
    """A file name or shell pattern, matched against name and path."""
    outlet: str | None = None
    agency: str | None = None
    url: str | None = None
    published: dt.date | None = None
    title: str | None = None
    byline: str | None = None
    reliability: str | None = None
    marking: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceNote:
    """A place that no gazetteer has."""

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """One section asked for, library and outline merged."""

    id: str
    title: str
    about: str
    """What belongs here, as a sentence; "" for open questions."""
    terms: tuple[str, ...] = ()
    """The analyst's own words for it, and the library's."""
    cues: tuple[str, ...] = ()
    """The library's cue words and phrases, weaker than `terms`."""
    voices: tuple[str, ...] = ()
    """Offices and bodies whose words belong here, whatever they speak of."""
    words: int | None = None
    """Budget of its own; None: a share of `Outline.length`."""
    kind: SectionKind = "topic"
    time: SectionTime = "any"
    order: SectionOrder = "relevance"


@dataclass(frozen=True, slots=True)
class Edits:
    """What the analyst pinned, dropped and noted; keyed by statement id."""

    pin: Mapping[str, str] = field(default_factory=dict)
    """Statement id → section id."""
    drop: tuple[str, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    """Section id → the analyst's words, Markdown."""
    words: Mapping[str, str] = field(default_factory=dict)
    """Statement id → its words, for those that have them: they outlast the id."""
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Statement id → line and column in the outline's file, both from 1."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A checked outline; every path lies inside `folder` unless the user said so."""

    folder: Path
    """Articles' paths are relative to it."""
    title: str
    articles: tuple[str, ...]
    """Folders, files and globs, as written."""
    sections: tuple[SectionSpec, ...]
    path: Path | None = None
    sha256: str = ""
    """Of the outline's bytes; "" where there is no file."""
    as_of: dt.date | None = None
    """None: the day of the newest article."""
    marking: str | None = None
    prepared_by: str | None = None
    serial: int | None = None
    file_name: str = "brief"
    """May hold `{date}`, `{serial}` and `{slug}`; without ending."""
    length: int = 1000
    page: Literal["A4", "Letter"] = "A4"
    bottom_line: str | None = None
    """The analyst's own, Markdown."""
    event: Event = field(default_factory=Event)
    sources: tuple[SourceNote, ...] = ()
    places: tuple[PlaceNote, ...] = ()
    edits: Edits = field(default_factory=Edits)
