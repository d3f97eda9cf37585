"""A file or a string → an Article: its text, what each line is, outlet and date."""

from __future__ import annotations

import datetime as dt

from briefing.model.article import Article
from briefing.model.outline import SourceNote
from briefing.readers.files import bytes_of, join_files, name_files, read_articles
from briefing.readers.formats import READERS
from briefing.readers.notes import file_of, notes_on

__all__ = [
    "READERS",
    "bytes_of",
    "file_of",
    "join_files",
    "name_files",
    "notes_on",
    "read_articles",
    "read_text",
]


def read_text(
    text: str,
    *,
    published: dt.date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    id: str = "text",  # noqa: A002 - the name other tools rely on
) -> Article:
    """Give the article that *text* is; what the caller states wins over the text.

    A byte-order mark in front, which `open` leaves there, is dropped as in files.
    """
    from briefing.readers.build import build_article
    from briefing.readers.page import Page

    note = SourceNote(id, outlet=outlet, published=published, title=title)
    data = text.encode("utf-8", "surrogatepass")
    page = Page(text.removeprefix("\ufeff"))
    return build_article(page, data, id, note, "the caller").article
