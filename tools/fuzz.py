#!/usr/bin/env python3
"""Feed damaged files to the readers, steered by what code they reach.

    tools/fuzz.py CORPUS [-max_total_time=3600 …]

Needs atheris, which is none of the project's own packages: an environment with
`requirements.lock`, atheris and hypothesis. CORPUS is a folder that keeps what reached
new code; it is filled with the tests' own files where it is empty. Every finding is an
input that ended in a traceback, took longer than ten seconds, or broke a law, and is
left in the working folder as `crash-…`, `timeout-…` or `oom-…`.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import zipfile
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import atheris

WATCHED: Final = [
    "briefing.readers",
    "briefing.text",
    "email",
    "markdown_it",
    "pypdf",
    "trafilatura",
]
"""Packages whose branches steer the search."""

with atheris.instrument_imports(include=WATCHED):
    # All at once: what is imported later is not watched.
    for name in (*WATCHED, "briefing.readers.parts", "email.parser"):
        import_module(name)
    from briefing.readers import READERS, read_articles

    for each in READERS.values():
        assert callable(each.read)  # imports the reader
    from tests.formats import FILES, pdf_of
    from tests.pages import PAGES
    from tests.pages.stories import DAM, FERRY

MOST_BYTES: Final = 20_000

WRAPPED: Final = ("docx:document", "pdf:drawing")
"""What stands packed inside a file, where damage to the file would never reach it."""

KINDS: Final = (*sorted(READERS), *WRAPPED)

FOLDER: Final = Path(tempfile.mkdtemp(prefix="fuzz-"))


def as_file(data: bytes) -> tuple[str, bytes]:
    """Give name and content of the file that *data* is: its first byte is the kind."""
    kind, content = KINDS[data[0] % len(KINDS)], data[1:]
    if kind == "docx:document":
        return "a.docx", _archive(content)
    if kind == "pdf:drawing":
        return "a.pdf", pdf_of(content)
    return f"a{kind}", content


def _archive(document: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", document)
    return buffer.getvalue()


def check(data: bytes) -> None:
    """Read the file that *data* is, and see that the readers' laws hold."""
    if not data:
        return
    name, content = as_file(data)
    path = FOLDER / name
    path.write_bytes(content)
    articles, diagnostics = read_articles([path])
    assert articles or diagnostics, "neither an article nor a reason"
    assert all(d.code != "read-failed" for d in diagnostics), diagnostics
    for article in articles:
        assert article.sha256 == hashlib.sha256(content).hexdigest()
        spans = [line.span for line in article.lines]
        assert "".join(article.text[s.start : s.end] for s in spans) == article.text
        assert all(0 <= s.start < s.end <= len(article.text) for s in article.sentences)


def fill(corpus: Path) -> None:
    """Put the tests' own files into an empty *corpus*."""
    corpus.mkdir(parents=True, exist_ok=True)
    if any(corpus.iterdir()):
        return
    for number, kind in enumerate(KINDS):
        for story in (FERRY, DAM):
            content = _sample(kind, story)
            file = corpus / f"{kind.strip('.').replace(':', '-')}-{story.host[:4]}"
            file.write_bytes(bytes([number]) + content)
    page = KINDS.index(".html")
    for web_page in PAGES:
        (corpus / web_page.name).write_bytes(bytes([page]) + web_page.data)


def _sample(kind: str, story: object) -> bytes:
    if kind == "docx:document":
        with zipfile.ZipFile(BytesIO(FILES[".docx"](story))) as archive:
            return archive.read("word/document.xml")
    if kind == "pdf:drawing":
        return b"BT /F1 12 Tf 14 TL 72 700 Td (The ferry sank.) Tj T* (At dawn.) ' ET"
    return FILES[kind](story)


def main() -> None:
    """Fuzz until the time is up, or something is found."""
    corpus = next((arg for arg in sys.argv[1:] if not arg.startswith("-")), "corpus")
    fill(Path(corpus))
    limits = [f"-max_len={MOST_BYTES}", "-timeout=10", "-rss_limit_mb=2048"]
    atheris.Setup([sys.argv[0], *limits, *sys.argv[1:]], check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
