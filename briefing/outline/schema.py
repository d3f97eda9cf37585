"""What an outline may hold: every key with its type, its meaning and its default.

Values arrive as texts (see `values`); each field reads its own. Loading, the JSON
Schema and the hints in messages all come from these classes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_validator,
)

from briefing.model.outline import SectionKind, SectionOrder, SectionTime
from briefing.outline import fields
from briefing.outline.markings import MARKINGS, OLD_MARKING

# A number or day without quotation marks is a text all the same where a text is due.
_ANY_SCALAR = {"type": ["string", "number", "boolean"]}


def _read(read: Any) -> BeforeValidator:
    return BeforeValidator(fields.on_text(read))


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Line = Annotated[
    str,
    Field(min_length=1, max_length=500),
    _read(fields.one_line),
    WithJsonSchema(_ANY_SCALAR),
]
"""One line of text."""
Prose = Annotated[
    str,
    Field(min_length=1, max_length=20_000),
    _read(str),
    WithJsonSchema(_ANY_SCALAR),
]
"""A longer text, Markdown."""
Day = Annotated[dt.date, _read(fields.day)]
Length = Annotated[int, Field(ge=50, le=20_000), _read(fields.whole(50, 20_000))]
Budget = Annotated[int, Field(ge=10, le=20_000), _read(fields.whole(10, 20_000))]
Serial = Annotated[int, Field(ge=0, le=999_999), _read(fields.whole(0, 999_999))]
Latitude = Annotated[float, Field(ge=-90, le=90), _read(fields.degrees(90))]
Longitude = Annotated[float, Field(ge=-180, le=180), _read(fields.degrees(180))]
Marking = Annotated[
    str,
    _read(fields.marking),
    WithJsonSchema({"enum": [*MARKINGS, OLD_MARKING]}),
]
Reliability = Annotated[
    str,
    _read(fields.one_of(*fields.RELIABILITIES)),
    WithJsonSchema({"enum": list(fields.RELIABILITIES)}),
]
Page = Annotated[Literal["A4", "Letter"], _read(fields.one_of("A4", "Letter"))]
Time = Annotated[SectionTime, _read(fields.one_of("before", "event", "after", "any"))]
Order = Annotated[
    SectionOrder, _read(fields.one_of("time", "sequence", "actor", "relevance"))
]
Kind = Annotated[SectionKind, _read(fields.one_of("topic", "open_questions"))]
Country = Annotated[str, Field(pattern="^[A-Z]{2}$"), _read(fields.country)]
Url = Annotated[
    str, Field(pattern="^[Hh][Tt][Tt][Pp][Ss]?://"), _read(fields.web_address)
]
FileName = Annotated[str, Field(min_length=1), _read(fields.file_name)]
SectionId = Annotated[
    str, Field(pattern="^[a-z0-9][a-z0-9_]*$"), _read(fields.section_id)
]
StatementId = Annotated[
    str, Field(pattern="^s[0-9a-f]{10}( .+)?$"), _read(fields.statement_id)
]
"""An id, and behind it the first words of the statement, which outlast it."""
Paths = Annotated[
    tuple[Line, ...],
    BeforeValidator(_listed),
    Field(min_length=1),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {"type": "array", "minItems": 1, "items": {"type": "string"}},
            ]
        }
    ),
]
"""One path, or a list of them."""


class Table(BaseModel):
    """Keys and values; a key without a value counts as left out."""

    # A table inside another is read by the other: it needs no reader of its own.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _leave_out_the_empty(cls, values: Any) -> Any:
        if isinstance(values, dict):
            return {key: value for key, value in values.items() if value is not None}
        return values


class EventTable(Table):
    """When and where it happened; what is left out is found in the articles."""

    date: Day | None = Field(None, description="The day of the event.")
    place: Line | None = Field(None, description="Where it happened.")


class SourceTable(Table):
    """What you know about an article that its text does not say."""

    outlet: Line | None = Field(None, description="Who published it.")
    agency: Line | None = Field(None, description="The news agency it comes from.")
    url: Url | None = Field(None, description="Where it stands on the web.")
    published: Day | None = Field(None, description="The day it was published.")
    title: Line | None = Field(None, description="Its headline.")
    byline: Line | None = Field(None, description="Who wrote it.")
    reliability: Reliability | None = Field(
        None, description="Admiralty A (completely reliable) to F (cannot be judged)."
    )
    marking: Marking | None = Field(
        None, description="Its own TLP label; the brief's may not be more open."
    )


class PlaceTable(Table):
    """A place that no gazetteer has."""

    country: Country | None = Field(
        None, description="Two letters: ISO 3166-1 alpha-2, and XK."
    )
    latitude: Latitude | None = Field(None, description="Decimal degrees north.")
    longitude: Longitude | None = Field(None, description="Decimal degrees east.")

    @model_validator(mode="after")
    def _both_or_none(self) -> PlaceTable:
        if (self.latitude is None) != (self.longitude is None):
            raise fields.refuse(
                "half-a-place",
                "has a latitude or a longitude, but not both",
                "write both, or leave both out",
            )
        return self


class _SectionKeys(Table):
    """What a section of the outline and one of the library have in common."""

    terms: tuple[Line, ...] = Field((), description="Words that speak for it.")


class SectionEntry(_SectionKeys):
    """A section: one of the library by `use`, or your own by `title`."""

    use: Line | None = Field(
        None, description="A section of the library, or the path of a section file."
    )
    id: SectionId | None = Field(
        None, description="Its name in edits; left out: the library's, or the title's."
    )
    title: Line | None = Field(None, description="Its heading.")
    about: Prose | None = Field(None, description="What belongs here, as a sentence.")
    words: Budget | None = Field(
        None, description="Words of excerpts; left out: its share of `length`."
    )
    time: Time | None = Field(
        None, description="When its matter lies, seen from the event."
    )
    order: Order | None = Field(None, description="How its excerpts are put in order.")

    @model_validator(mode="after")
    def _use_or_title(self) -> SectionEntry:
        if self.use is None and self.title is None:
            raise fields.refuse(
                "section-without-title",
                "has neither `use` nor `title`",
                "write `use: background` for a section of the library, or a `title`",
            )
        return self


class SectionFile(_SectionKeys):
    """A section of the library, as its file holds it."""

    id: SectionId = Field(description="Its name in `use` and in edits.")
    title: Line = Field(description="Its heading.")
    about: Prose | None = Field(None, description="What belongs here, as a sentence.")
    cues: tuple[Line, ...] = Field((), description="Words that hint at it.")
    voices: tuple[Line, ...] = Field(
        (), description="Offices and bodies whose words belong in it."
    )
    time: Time = Field("any", description="When its matter lies, from the event.")
    order: Order = Field("relevance", description="How its excerpts are ordered.")
    kind: Kind = Field("topic", description="`open_questions` holds questions.")


class EditsTable(Table):
    """What you changed by hand; it survives every rebuild."""

    pin: dict[StatementId, Line] = Field(
        {},
        description="Statement id and words: the section in which it must appear.",
    )
    drop: tuple[StatementId, ...] = Field(
        (), description="Ids and words of what may not appear."
    )
    notes: dict[str, Prose] = Field(
        {}, description="Section id: your own words, printed as such. Markdown."
    )


class OutlineFile(Table):
    """The outline of a brief."""

    title: Line = Field(description="The title of the brief.")
    as_of: Day | None = Field(
        None, description="The day it speaks of; left out: that of the newest article."
    )
    marking: Marking | None = Field(
        None, description="TLP 2.0 label on every page; left out: none."
    )
    prepared_by: Line | None = Field(None, description="Who answers for the brief.")
    serial: Serial | None = Field(None, description="Its number in a series.")
    file_name: FileName = Field(
        "brief", description="Of the files; may hold {date}, {serial} and {slug}."
    )
    articles: Paths = Field(
        ("articles/",), description="A folder, a file, a pattern, or a list of them."
    )
    length: Length = Field(1000, description="Words of excerpts in all sections.")
    page: Page = Field("A4", description="The size of the PDF's pages.")
    bottom_line: Prose | None = Field(
        None, description="Your own bottom line, printed first. Markdown."
    )
    event: EventTable = Field(EventTable(), description="When and where it happened.")
    sources: dict[str, SourceTable] = Field(
        {}, description="Notes on articles, by file name or pattern."
    )
    places: dict[str, PlaceTable] = Field(
        {}, description="Places that no gazetteer has, by name."
    )
    sections: tuple[SectionEntry, ...] = Field(
        min_length=1, description="The sections, in reading order."
    )
    edits: EditsTable = Field(EditsTable(), description="What you changed by hand.")


TABLES: Mapping[str, type[Table]] = {
    "": OutlineFile,
    "event": EventTable,
    "sources": SourceTable,
    "places": PlaceTable,
    "sections": SectionEntry,
    "edits": EditsTable,
}
"""The key under which a table stands → what it may hold."""

SECTION_TABLES: Mapping[str, type[Table]] = {"": SectionFile}
"""The same for a section file."""
