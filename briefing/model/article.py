"""An article as it was read: its text, the role of each part, where it came from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "crosshead",
    "body",
    "caption",
    "credit",
    "furniture",
]
"""What a segment of an article is; `furniture` is navigation, sharing, votes,
subscription, related stories, labels and embedded posts."""

SPOKEN_ROLES: tuple[Role, ...] = ("headline", "standfirst", "crosshead", "body")
"""The roles whose sentences become statements."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in an article's text, in Unicode code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an article with one role.

    The segments of an article partition its text, in order: white space between
    two of them belongs to the earlier one. A physical line may hold several
    ("WASHINGTON — The United States …" is dateline and body); a hard-wrapped
    paragraph is one segment over several physical lines.
    """

    span: Span
    role: Role
    because: str
    """The signal that decided the role, in words a person can read."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article, kept as it was read; nothing in `text` is ever edited."""

    id: str
    """Unique in a run: the path, or what the caller of `read_text` says."""
    path: str
    """Relative to the outline's folder, with `/`; the id where there is no file."""
    text: str
    sha256: str
    """Of the bytes of the file."""
    text_sha256: str
    """Of `text` in UTF-8."""
    title: str | None
    title_from: str | None
    """How the title was found ("headline", "outline"); None where it was not."""
    outlet: str | None
    outlet_from: str | None
    agency: str | None
    """The news agency the text credits ("AFP"); it can lower the count of origins."""
    agency_from: str | None
    byline: str | None
    byline_from: str | None
    published: dt.date | None
    published_from: str | None
    """Where the date was found, in words; None where there is no date."""
    language: str | None
    """Two-letter code, or None where the text is too short to tell."""
    lines: tuple[Segment, ...]
    sentences: tuple[Span, ...]
    """The sentences of the segments with a spoken role, in order; none overlap."""
    url: str | None = None
    reliability: str = "F"
    """Admiralty A–F of the source; F, cannot be judged, unless the outline says."""
    marking: str | None = None
    """The article's own TLP label, from the outline."""
