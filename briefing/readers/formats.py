"""The formats that are read: the ending of a file → what reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from briefing.readers.html import read_html
from briefing.readers.page import Reader
from briefing.readers.plain import read_plain

MEGABYTE: Final = 1_000_000

TEXT_BYTES: Final = 2 * MEGABYTE
"""Of the text of one article; the longest in a newspaper is a tenth of it. A megabyte
made of quotation marks alone takes half a minute and half a gigabyte."""

PAGE_BYTES: Final = 20 * MEGABYTE
"""Of a web page; those saved with their pictures inside have some 10 MB."""


@dataclass(frozen=True, slots=True)
class Format:
    """How the files of one ending are read."""

    read: Reader
    max_bytes: int
    """Files above are not opened."""


_PLAIN: Final = Format(read_plain, TEXT_BYTES)
_HTML: Final = Format(read_html, PAGE_BYTES)

READERS: Final[Mapping[str, Format]] = {
    ".htm": _HTML,
    ".html": _HTML,
    ".text": _PLAIN,
    ".txt": _PLAIN,
}
"""Ending of a file, in lower case → its format."""
