"""Build an article from decoded text: its segments, its sentences, what it proves."""

from __future__ import annotations

import datetime as dt
import hashlib

from briefing.model.article import Article
from briefing.model.outline import SourceNote
from briefing.text.roles import find_segments
from briefing.text.sentences import find_sentences


def read_text(
    text: str,
    *,
    published: dt.date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    id: str = "text",  # noqa: A002 - the name other tools rely on
) -> Article:
    """Give the article that *text* is; what the caller states wins over the text."""
    note = SourceNote(id, outlet=outlet, published=published, title=title)
    data = text.encode("utf-8", "surrogatepass")
    return build_article(text, data, id, note)


def build_article(text: str, data: bytes, path: str, note: SourceNote) -> Article:
    """Give the article that *text*, decoded from *data*, is."""
    lines = find_segments(text)
    return Article(
        id=path,
        path=path,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        text_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        title=note.title,
        title_from=None,
        outlet=note.outlet,
        outlet_from=None,
        agency=note.agency,
        agency_from=None,
        byline=note.byline,
        byline_from=None,
        published=note.published,
        published_from=None,
        language=None,
        lines=lines,
        sentences=find_sentences(text, lines),
        url=note.url,
        reliability=note.reliability or "F",
        marking=note.marking,
    )
