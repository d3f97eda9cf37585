"""The nouns of a page: what its templates are given, each text in it safe to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.writers.backmatter import Group, SourceRow
from briefing.writers.said import Mark, Said


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A key figure."""

    what: str
    value: str
    as_of: str | None
    """The day it was told; None where that is not known."""
    said: Said
    earlier: str | None = None
    """The numbers that `value` replaced; None where it replaced none."""
    bound: str = ""
    """The words in `value` that make it inexact; "" where none do."""
    number: str = ""
    """`value` without them."""


@dataclass(frozen=True, slots=True)
class Day:
    """A row of the timeline."""

    days: str
    said: Said


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a disagreement."""

    who: str
    is_claim: bool
    """True where it is a speaker's side, False where a newsroom's own."""
    day: str
    said: Said


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """A disagreement, its sides to stand beside each other."""

    kind: str
    about: str
    sides: tuple[SideView, ...]
    settled: str | None
    settlement: Said | None


@dataclass(frozen=True, slots=True)
class QuestionView:
    """An open question."""

    text: str
    saids: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Open questions of one kind."""

    title: str
    questions: tuple[QuestionView, ...]


Kind = Literal["topic", "disagreements", "questions"]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the body: a section, the disagreements, or open questions."""

    kind: Kind
    anchor: str
    title: str
    paragraphs: tuple[tuple[Said, ...], ...] = ()
    note: str | None = None
    """The analyst's, Markdown."""
    disagreements: tuple[DisagreementView, ...] = ()
    groups: tuple[QuestionGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Who is who."""

    name: str
    role: str | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A brief laid out; every text in it is safe to show, none is markup."""

    title: str
    kicker: str
    as_of: str
    created: str
    """The day of the brief as ISO 8601; "" where none is known."""
    prepared_by: str | None
    prepared_by_name: str | None
    event: str | None
    marking: str | None
    marking_class: str
    """Its TLP 2.0 colour for a style sheet; "other" for a label of another scheme."""
    paper: str
    basis: str
    assessment: str | None
    """The analyst's bottom line, Markdown."""
    bottom_title: str
    bottom_line: tuple[Said, ...]
    band: tuple[FigureRow, ...]
    figures: tuple[FigureRow, ...]
    timeline: tuple[Day, ...]
    parts: tuple[Part, ...]
    people: tuple[PersonRow, ...]
    sources: tuple[SourceRow, ...]
    unused: tuple[str, ...]
    evidence: tuple[Group, ...]
    method: tuple[str, ...]
