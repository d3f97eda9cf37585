"""Which statement goes where in the brief, and because of what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.model.article import Span
from briefing.model.brief import QuestionKind, Stage
from briefing.model.corpus import DisagreementKind
from briefing.model.outline import Outline


@dataclass(frozen=True, slots=True)
class Choice:
    """A statement chosen for a place, with all that spoke for it."""

    statement: str
    """Statement id."""
    score: float
    parts: Mapping[str, float]
    """The parts of the score by name: `relevance`, `support`, `vital` …"""
    because: str
    same: tuple[str, ...] = ()
    """Statements that say the same and are cited with it."""
    beat: tuple[str, ...] = ()
    """Statements that it kept out, best first."""
    opens_paragraph: bool = False
    follows: str | None = None
    """The statement it stands directly after, since it leans on it; None: anywhere."""
    trim: Span | None = None
    """The clause that is left out of it, with an ellipsis in its place."""


@dataclass(frozen=True, slots=True)
class PlannedSection:
    """A section and what stands in it, in reading order."""

    id: str
    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class PlannedQuestion:
    """An open question: a stem from the labels, and the statements behind it."""

    kind: QuestionKind
    text: str
    choices: tuple[Choice, ...]
    because: str


@dataclass(frozen=True, slots=True)
class PlannedSide:
    """One side of a disagreement."""

    who: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class PlannedDisagreement:
    """Both sides, and what settled it, if anything did."""

    kind: DisagreementKind
    about: str
    sides: tuple[PlannedSide, ...]
    resolved: tuple[dt.date | None, Choice] | None
    because: str
    now: str = ""
    """What the newest print says instead of “denied”; "" where it says the same."""
    is_answer: bool = False
    """True where `about` is what the denier says, and not what is denied."""
    is_detail: bool = False
    """True where only a detail of what is told differs."""


@dataclass(frozen=True, slots=True)
class PlannedEntry:
    """One entry of the timeline."""

    earliest: dt.date
    latest: dt.date
    choice: Choice


@dataclass(frozen=True, slots=True)
class PlannedFigure:
    """One row of the key figures."""

    measure: str
    what: str
    low: float
    high: float
    unit: str
    as_of: dt.date | None
    choice: Choice
    stages: tuple[Stage, ...] = ()
    """Where later numbers replaced earlier ones, each of them, the newest last."""
    bound: str = ""
    """The words that make the number inexact, as written: "at least", "some"."""


@dataclass(frozen=True, slots=True)
class PlannedPerson:
    """A person worth listing and the statements that name them."""

    name: str
    role: str | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole brief as choices; composing adds words of no kind but labels."""

    outline: Outline
    as_of: dt.date | None
    event_date: dt.date | None
    event_place: str | None
    event_because: str
    bottom_line: tuple[Choice, ...]
    sections: tuple[PlannedSection, ...]
    questions: tuple[PlannedQuestion, ...]
    disagreements: tuple[PlannedDisagreement, ...]
    timeline: tuple[PlannedEntry, ...]
    figures: tuple[PlannedFigure, ...]
    people: tuple[PlannedPerson, ...]
    left_out: Mapping[str, str]
    """Statement id → why it is not in the brief."""
    said_in: Mapping[str, str] = field(default_factory=dict)
    """Statement id → the excerpt that says it already, for those left out for that."""
