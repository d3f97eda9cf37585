"""Read a page that a browser saved as one file, pictures and all."""

from __future__ import annotations

from briefing.readers.html import read_page
from briefing.readers.page import Page, UnreadableError
from briefing.readers.words import web_address


def read_mhtml(data: bytes) -> tuple[Page, ...]:
    """Give the article of the page in *data*: its root, or first, HTML part."""
    from briefing.readers.parts import header, read_parts

    mail = read_parts(data)
    pages = [part for part in mail.parts if part.kind == "text/html"]
    if not pages:
        hint = "save the page anew, as 'web page, complete' or 'single file'"
        raise UnreadableError("no-body", "no page is in the file", hint)
    start = str(mail.headers.get_param("start") or "").strip("<> ")
    root = next((p for p in pages if start and p.content_id == start), pages[0])
    url = header(mail.headers, "Snapshot-Content-Location") or root.location
    # The Date of the file is that of saving, not of publication.
    return (read_page(root.data, charset=root.charset, url=web_address(url)),)
