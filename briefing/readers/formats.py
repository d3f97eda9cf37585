"""The formats that are read: the ending of a file → what reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from briefing.readers.page import Reader

MEGABYTE: Final = 1_000_000

TEXT_BYTES: Final = 2 * MEGABYTE
"""Of the text of one article; the longest in a newspaper is a tenth of it. A megabyte
made of quotation marks alone takes half a minute and half a gigabyte."""

PAGE_BYTES: Final = 20 * MEGABYTE
"""Of what holds pictures beside its text; pages saved as one file have some 10 MB."""


@dataclass(frozen=True, slots=True)
class Format:
    """How the files of one ending are read."""

    reader: str
    """Module and function: most runs meet one format, and need no parser of others."""
    max_bytes: int
    """A file of more is not read."""

    @property
    def read(self) -> Reader:
        """What gives the articles of a file."""
        module, _, name = self.reader.partition(".")
        return cast(
            "Reader", getattr(import_module(f"briefing.readers.{module}"), name)
        )


_HTML: Final = Format("html.read_html", PAGE_BYTES)
_MARKDOWN: Final = Format("markdown.read_markdown", MEGABYTE)
_MHTML: Final = Format("mhtml.read_mhtml", PAGE_BYTES)
_PLAIN: Final = Format("plain.read_plain", TEXT_BYTES)

READERS: Final[Mapping[str, Format]] = {
    ".docx": Format("docx.read_docx", PAGE_BYTES),
    ".eml": Format("eml.read_eml", PAGE_BYTES),
    ".htm": _HTML,
    ".html": _HTML,
    ".json": Format("json.read_json", PAGE_BYTES),
    ".jsonl": Format("json.read_json_lines", PAGE_BYTES),
    ".md": _MARKDOWN,
    ".mht": _MHTML,
    ".mhtml": _MHTML,
    ".pdf": Format("pdf.read_pdf", PAGE_BYTES),
    ".text": _PLAIN,
    ".txt": _PLAIN,
}
"""Ending of a file, in lower case → its format."""
