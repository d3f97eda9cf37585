"""The formats that are read: the ending of a file → what reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from briefing.readers.docx import read_docx
from briefing.readers.eml import read_eml
from briefing.readers.html import read_html
from briefing.readers.json import read_json, read_json_lines
from briefing.readers.markdown import read_markdown
from briefing.readers.mhtml import read_mhtml
from briefing.readers.page import Reader
from briefing.readers.pdf import read_pdf
from briefing.readers.plain import read_plain

MEGABYTE: Final = 1_000_000

TEXT_BYTES: Final = 2 * MEGABYTE
"""Of the text of one article; the longest in a newspaper is a tenth of it. A megabyte
made of quotation marks alone takes half a minute and half a gigabyte."""

PAGE_BYTES: Final = 20 * MEGABYTE
"""Of what holds pictures beside its text; pages saved as one file have some 10 MB."""


@dataclass(frozen=True, slots=True)
class Format:
    """How the files of one ending are read."""

    read: Reader
    max_bytes: int
    """A file of more is not read."""


_HTML: Final = Format(read_html, PAGE_BYTES)
_MARKDOWN: Final = Format(read_markdown, TEXT_BYTES)
_MHTML: Final = Format(read_mhtml, PAGE_BYTES)
_PLAIN: Final = Format(read_plain, TEXT_BYTES)

READERS: Final[Mapping[str, Format]] = {
    ".docx": Format(read_docx, PAGE_BYTES),
    ".eml": Format(read_eml, PAGE_BYTES),
    ".htm": _HTML,
    ".html": _HTML,
    ".json": Format(read_json, PAGE_BYTES),
    ".jsonl": Format(read_json_lines, PAGE_BYTES),
    ".md": _MARKDOWN,
    ".mht": _MHTML,
    ".mhtml": _MHTML,
    ".pdf": Format(read_pdf, PAGE_BYTES),
    ".text": _PLAIN,
    ".txt": _PLAIN,
}
"""Ending of a file, in lower case → its format."""
