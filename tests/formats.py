"""One story as a file of each format that is read."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from io import BytesIO
from typing import Final

from tests.pages.shapes import open_graph
from tests.pages.stories import FERRY, Story

WORD: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_CORE: Final = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def lines(story: Story) -> list[str]:
    """Give headline, byline, day and paragraphs."""
    return [story.title, f"By {story.byline}", story.printed, *story.paragraphs]


def as_text(story: Story) -> bytes:
    """Give plain text."""
    return ("\n\n".join(lines(story)) + "\n").encode()


def as_html(story: Story) -> bytes:
    """Give a page with Open Graph and its own address."""
    link = f'<link rel="canonical" href="{story.url}">'
    return open_graph(story).replace("</head>", f"{link}</head>").encode()


def as_markdown(story: Story) -> bytes:
    """Give Markdown with front matter and marks."""
    front = f"title: {story.title}\noutlet: {story.outlet}\ndate: {story.day}"
    first, *rest = story.paragraphs
    body = "\n\n".join([f"# {story.title}", f"**{first}**", *rest])
    names = "\n".join(f"  - {name}" for name in story.byline.split(" and "))
    return f"---\n{front}\nauthors:\n{names}\n---\n\n{body}\n".encode()


def as_mail(story: Story) -> bytes:
    """Give a mail with a plain part and one in HTML."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = f"Fwd: {story.title}"
    mail["From"] = "Ana <ana@example.org>"
    mail["Date"] = "Mon, 06 May 2024 07:00:00 +0200"
    mail.set_content("\n\n".join(lines(story)))
    mail.add_alternative(open_graph(story), subtype="html")
    return bytes(mail)


def as_mhtml(story: Story) -> bytes:
    """Give a page as browsers save it, with a picture beside it."""
    mail = EmailMessage(policy=SMTP)
    mail["Snapshot-Content-Location"] = story.url
    mail["Subject"] = story.title
    mail["Date"] = "Sat, 7 Nov 2026 12:00:00 -0000"
    mail.set_content(open_graph(story), subtype="html", cte="quoted-printable")
    mail.add_related(b"\x89PNG", "image", "png")
    return bytes(mail)


def record(story: Story) -> dict[str, object]:
    """Give the fields of news-please."""
    return {
        "maintext": "\n".join(story.paragraphs),
        "title": story.title,
        "authors": story.byline.split(" and "),
        "date_publish": f"{story.day} 08:00:00",
        "date_download": "2026-11-07 12:00:00",
        "source_domain": story.host,
        "url": story.url,
        "language": "en",
    }


def media_cloud(story: Story) -> dict[str, object]:
    """Give the fields of Media Cloud."""
    return {
        "stories_id": 7,
        "title": story.title,
        "publish_date": f"{story.day} 08:00:00",
        "media_name": story.outlet,
        "media_url": f"https://www.{story.host}",
        "url": story.url,
        "language": "en",
        "story_text": "\n".join(story.paragraphs),
    }


def as_json(story: Story) -> bytes:
    """Give a file with one record."""
    return json.dumps(record(story), ensure_ascii=False).encode()


def as_json_lines(*stories: Story) -> bytes:
    """Give a file with one record a line."""
    return "\n".join(json.dumps(media_cloud(story)) for story in stories).encode()


def as_docx(story: Story, *, comment: str = "") -> bytes:
    """Give a Word document; *comment* stands deleted in it."""
    text = "".join(
        f"<w:p><w:r><w:t>{line[:20]}</w:t></w:r><w:r><w:t>{line[20:]}</w:t></w:r>"
        f"<w:del><w:r><w:delText>{comment}</w:delText></w:r></w:del></w:p>"
        for line in lines(story)
    )
    return docx_of(
        f"<w:document {WORD}><w:body>{text}</w:body></w:document>",
        f"<core {_CORE}><dc:title>{story.title}</dc:title></core>",
    )


def docx_of(document: str | bytes, core: str | bytes = "") -> bytes:
    """Give the archive around a document's XML."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        # A member named by its information alone has a day of its own, not today's.
        packed = zipfile.ZIP_DEFLATED
        archive.writestr(zipfile.ZipInfo("word/document.xml"), document, packed)
        if core:
            archive.writestr(zipfile.ZipInfo("docProps/core.xml"), core, packed)
    return buffer.getvalue()


def as_pdf(story: Story) -> bytes:
    """Give a PDF of one page, its lines wrapped at 80 characters."""
    drawn = [f"BT /F1 12 Tf 14 TL 72 {760 - 14} Td"]
    for paragraph in lines(story):
        for line in _wrapped(paragraph, 80):
            safe = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            drawn.append(f"({safe}) Tj T*")
        drawn.append("0 -10 Td")
    return pdf_of(("\n".join(drawn) + "\nET").encode("cp1252", "replace"))


def _wrapped(text: str, width: int) -> list[str]:
    found = [""]
    for word in text.split():
        if len(found[-1]) + len(word) >= width:
            found.append("")
        found[-1] = f"{found[-1]} {word}".strip()
    return found


def pdf_of(*contents: bytes) -> bytes:
    """Give a PDF with a page for each of *contents*, rows of drawing operators."""
    pages, drawings = [], []
    for number, content in enumerate(contents):
        packed = zlib.compress(content)
        pages.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % (5 + 2 * number)
        )
        head = b"<</Length %d/Filter/FlateDecode>>" % len(packed)
        drawings.append(b"%sstream\n%s\nendstream" % (head, packed))
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages)))
    return pdf_objects(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        *(item for pair in zip(pages, drawings, strict=True) for item in pair),
    )


def pdf_objects(*objects: bytes) -> bytes:
    """Give a PDF of *objects*, the first of which is its catalogue."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, rows)
    out += b"trailer<</Size %d/Root 1 0 R>>\n" % (len(objects) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


FILES: Final[dict[str, Callable[[Story], bytes]]] = {
    ".docx": as_docx,
    ".eml": as_mail,
    ".htm": as_html,
    ".html": as_html,
    ".json": as_json,
    ".jsonl": as_json_lines,
    ".md": as_markdown,
    ".mht": as_mhtml,
    ".mhtml": as_mhtml,
    ".pdf": as_pdf,
    ".text": as_text,
    ".txt": as_text,
}
"""Ending → what makes such a file of a story."""

SAMPLE: Final = FERRY
