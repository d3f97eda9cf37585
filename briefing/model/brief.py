"""The finished document as data: what `brief.json` holds and every writer shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from briefing.model.corpus import DisagreementKind
from briefing.model.diagnostic import Diagnostic

FORMAT: Final = "briefing/1"
"""What a brief says of its own form; another number is another form."""

QuestionKind = Literal["unknown", "unconfirmed", "disputed", "alleged", "gap"]
Status = Literal["reported", "attributed", "unconfirmed", "denied", "disputed"]
"""`reported`: a newsroom's own words; `attributed`: a speaker's claim."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A slice of a source, word for word."""

    source: int
    """The source's number."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ellipsis:  # noqa: A001 - the trade has no other word for it
    """Words left out here."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words put in, shown in square brackets."""

    text: str
    """Without the brackets."""
    replaces: Quote | None
    """The words the bracket stands for; None where it only adds."""
    because: str


Part = Quote | Ellipsis | Insertion


@dataclass(frozen=True, slots=True)
class Citation:
    """One passage that states what an excerpt states, at its exact place."""

    mark: str
    """The source's number and a letter for the passage: `2c`."""
    source: int
    start: int
    end: int
    exact: str
    prefix: str
    """Up to a sentence before, for the evidence and for finding it again."""
    suffix: str
    statement: str
    """The statement's id, which the outline's edits use."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence of a source, made to stand on its own."""

    id: str
    """Of its first statement."""
    text: str
    """Its parts joined: slices, `[insertions]`, `…`; white space runs are one space."""
    parts: tuple[Part, ...]
    speaker: str | None
    """Who says it; None where it is the newsroom's own."""
    speaker_role: str | None
    voice: str
    """Whose sentence it is on the page: "Ann Reyes", "AFP", "unsigned, undated
    article"."""
    speakers: int
    origins: int
    credibility: int
    """Admiralty 1–6."""
    because: str
    date: dt.date | None
    """The day of what is told; else of the telling; else None."""
    status: Status
    citations: tuple[Citation, ...]
    opens_paragraph: bool = False
    contested: str = ""
    """What of it is denied, in the words of the denial, or which detail others tell
    otherwise; "" where it is all of it."""
    names_speaker: bool = True
    """False where a name in its words that is the speaker's is not told to speak."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section in reading order; open questions hold `questions`, not excerpts."""

    id: str
    title: str
    excerpts: tuple[Excerpt, ...] = ()
    questions: tuple[str, ...] | None = None
    """Question ids; None in a section of excerpts."""
    note: str | None = None
    """The analyst's words, Markdown."""


@dataclass(frozen=True, slots=True)
class Question:
    """An open question, in labels and source words."""

    id: str
    text: str
    kind: QuestionKind
    excerpts: tuple[Excerpt, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement."""

    who: str
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a later article settled, and when."""

    date: dt.date | None
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Both sides' exact words."""

    id: str
    kind: DisagreementKind
    about: str
    sides: tuple[Side, ...]
    resolved: Resolution | None
    because: str
    now: str = ""
    """What the newest print of a denial says instead of “denied”; else ""."""
    is_answer: bool = False
    """True where `about` is what the denier says, and not what is denied."""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What happened on a day or between two."""

    earliest: dt.date
    latest: dt.date
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Person:
    """Who is who."""

    name: str
    role: str | None
    citations: tuple[str, ...]
    """Marks."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What a quantity was until a later number replaced it."""

    low: float
    high: float
    as_of: dt.date | None


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A quantity with the range its sources give."""

    measure: str
    what: str
    low: float
    high: float
    unit: str
    as_of: dt.date | None
    excerpt: Excerpt
    stages: tuple[Stage, ...] = ()
    """Where later numbers replaced earlier ones, each of them, the newest last."""
    bound: str = ""
    """The words that make the number inexact, as written: "at least", "some"."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article as the brief lists it; unused ones too."""

    number: int
    path: str
    sha256: str
    text_sha256: str
    outlet: str | None
    title: str | None
    byline: str | None
    agency: str | None
    published: dt.date | None
    published_from: str | None
    url: str | None
    language: str | None
    reliability: str
    origin: str
    shares_text_with: tuple[tuple[int, float], ...]
    """(source number, share of text in common)."""
    share_quoted: float
    words: int


@dataclass(frozen=True, slots=True)
class Unused:
    """A file that gave the brief nothing, and why."""

    path: str
    because: str


@dataclass(frozen=True, slots=True)
class Analyst:
    """The analyst's own words, Markdown."""

    bottom_line: str | None
    notes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EventNote:
    """When and where, and how it was found."""

    date: dt.date | None
    place: str | None
    because: str


@dataclass(frozen=True, slots=True)
class MadeWith:
    """Enough to make the same brief again."""

    briefing: str
    outline_sha256: str


@dataclass(frozen=True, slots=True)
class Method:
    """How this brief was made, in counts and lists."""

    articles: int
    origins: int
    outlets: int
    statements: int
    chosen: int
    words: int
    """Of the sections' excerpts."""
    left_out: tuple[tuple[str, int], ...]
    """(why, how many statements)."""
    not_dated: tuple[str, ...]
    """Words of time expressions in the brief that have no day."""
    unknown: int = 0
    """Articles whose origin is not known; `origins` counts none for them."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A situation brief, whole."""

    format: str
    title: str
    as_of: dt.date | None
    marking: str | None
    prepared_by: str | None
    serial: int | None
    page: str
    file_name: str
    """Of the files to write, without ending."""
    event: EventNote
    made_with: MadeWith
    bottom_line: tuple[Excerpt, ...]
    analyst: Analyst
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    disagreements: tuple[Disagreement, ...]
    timeline: tuple[TimelineEntry, ...]
    people: tuple[Person, ...]
    figures: tuple[KeyFigure, ...]
    sources: tuple[Source, ...]
    unused: tuple[Unused, ...]
    diagnostics: tuple[Diagnostic, ...]
    method: Method
