"""A file or a string → an Article: its text, what each line is, outlet and date."""

from __future__ import annotations

from briefing.readers.build import read_text
from briefing.readers.files import (
    bytes_of,
    file_of,
    join_files,
    name_files,
    notes_on,
    read_articles,
    read_bytes,
)
from briefing.readers.formats import READERS

__all__ = [
    "READERS",
    "bytes_of",
    "file_of",
    "join_files",
    "name_files",
    "notes_on",
    "read_articles",
    "read_bytes",
    "read_text",
]
