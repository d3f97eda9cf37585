"""A file or a string → an Article: its text, what each line is, outlet and date."""

from __future__ import annotations

from briefing.readers.build import read_text
from briefing.readers.files import file_of, read_articles
from briefing.readers.formats import READERS

__all__ = ["READERS", "file_of", "read_articles", "read_text"]
