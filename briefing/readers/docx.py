"""Read a Word document: its paragraphs, without notes and what was deleted."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from typing import Final
from xml.parsers import expat

from briefing.readers.page import Claims, Page, UnreadableError, too_large
from briefing.readers.places import Found
from briefing.readers.words import line_of

MAX_XML: Final = 10_000_000
"""Bytes of the document's text with its marks; the longest articles have 1 MB."""

MAX_CHARACTERS: Final = 2_000_000
"""Of the text."""

MAX_ENTRIES: Final = 5_000
"""Files in the archive; a document with many pictures has some hundreds."""

DOCUMENT: Final = "word/document.xml"
PROPERTIES: Final = "docProps/core.xml"

_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MORE: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_UNREAD: Final = {
    f"{space} {name}"
    for space in (_WORD, _STRICT)
    for name in ("del", "instrText", "delText", "moveFrom", "delInstrText")
} | {f"{_MORE} Fallback"}
_TEXTS: Final = {f"{space} t" for space in (_WORD, _STRICT)}
_PARAGRAPHS: Final = {f"{space} p" for space in (_WORD, _STRICT)}
_BREAKS: Final = {
    f"{space} {name}" for space in (_WORD, _STRICT) for name in ("br", "cr")
}
_TABS: Final = {
    f"{space} {name}" for space in (_WORD, _STRICT) for name in ("tab", "ptab")
}
_RUNS: Final = {f"{space} r" for space in (_WORD, _STRICT)}
_RAISED: Final = {f"{space} vertAlign" for space in (_WORD, _STRICT)}
_HYPHENS: Final = {f"{space} noBreakHyphen" for space in (_WORD, _STRICT)}
_TITLE: Final = "http://purl.org/dc/elements/1.1/ title"

_OLD: Final = b"\xd0\xcf\x11\xe0"
_ENTRY: Final = re.compile(rb"PK\x01\x02")


def read_docx(data: bytes) -> tuple[Page, ...]:
    """Give the article of a Word document."""
    document = _entry(data, DOCUMENT)
    if document is None:
        raise UnreadableError(
            "broken", "no Word document is in it", "save the text as .txt"
        )
    reader = _Paragraphs()
    _parse(document, reader)
    text = "\n\n".join(line for line in reader.found if line.strip())
    core = _entry(data, PROPERTIES)
    title = _title(core) if core else ""
    # The author is who typed it, and its days are those of typing: neither is claimed.
    claims = Claims(title=(Found(title, "the document's title"),) if title else ())
    return (Page(f"{text}\n" if text else "", claims),)


def _entry(data: bytes, name: str) -> bytes | None:
    """Give the content of one file of the archive; None where it is not there."""
    if data.startswith(_OLD):
        message = "an old Word file, or one with a password"
        raise UnreadableError("locked", message, "save it as .docx without password")
    if sum(1 for _ in _ENTRY.finditer(data)) > MAX_ENTRIES:
        raise too_large(f"more than {MAX_ENTRIES:,} files in it")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open(name) as stream:
            found = stream.read(MAX_XML + 1)
    except KeyError:
        return None
    except RuntimeError:  # zipfile's word for a password
        message = "its files have a password"
        raise UnreadableError("locked", message, "save it without password") from None
    except (
        zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError,
        NotImplementedError, OverflowError,
    ):  # fmt: skip
        message = "not a Word document, or a damaged one"
        raise UnreadableError("broken", message, "save the text as .txt") from None
    if len(found) > MAX_XML:
        raise too_large(f"its text unpacks to more than {MAX_XML // 1_000_000} MB")
    return found


def _title(core: bytes) -> str:
    reader = _Title()
    try:
        _parse(core, reader)
    except UnreadableError:
        return ""
    return line_of("".join(reader.found))


class _Paragraphs:
    """Gathers the paragraphs; outer ones wait while those of a text box are read."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._open: list[list[str]] = []
        self._unread = 0
        self._is_text = False
        self._is_raised = False
        self._characters = 0

    def start(self, name: str, _: object) -> None:
        if self._unread or name in _UNREAD:
            self._unread += 1
        elif name in _PARAGRAPHS:
            self._open.append([])
        elif name in _TEXTS:
            self._is_text = True
        elif name in _RAISED:
            self._is_raised = True
        elif name in _RUNS:
            self._is_raised = False
        elif name in _BREAKS:
            self._add("\n")
        elif name in _TABS:
            self._add("\t")
        elif name in _HYPHENS:
            self._add("-")

    def end(self, name: str) -> None:
        if self._unread:
            self._unread -= 1
        elif name in _TEXTS:
            self._is_text = False
        elif name in _PARAGRAPHS and self._open:
            self.found.append("".join(self._open.pop()))

    def data(self, text: str) -> None:
        if self._is_text and not self._unread:
            line = self._open[-1] if self._open else []
            # A note's figure is no digit of the number before it.
            if self._is_raised and line and line[-1][-1:].isdigit():
                self._add("^")
            self._add(text)

    def _add(self, text: str) -> None:
        self._characters += len(text)
        if self._characters > MAX_CHARACTERS:
            limit = MAX_CHARACTERS // 1_000_000
            raise too_large(f"more than {limit} million characters")
        if self._open:
            self._open[-1].append(text)


class _Title:
    """Gathers the words of the title."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._is_title = False

    def start(self, name: str, _: object) -> None:
        self._is_title = name == _TITLE

    def end(self, _: str) -> None:
        self._is_title = False

    def data(self, text: str) -> None:
        if self._is_title:
            self.found.append(text)


def _parse(xml: bytes, reader: _Paragraphs | _Title) -> None:
    """Let *reader* meet what is in *xml*; no entity is followed, none is declared."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.data
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - expat names no argument
    except (expat.ExpatError, ValueError, LookupError):
        message = "its text is damaged"
        raise UnreadableError("broken", message, "save the text as .txt") from None


def _refuse(*_: object) -> None:
    """Refuse a document type: Word writes none, and entities are declared in it."""
    raise UnreadableError(
        "broken",
        "it declares entities, which no Word document does",
        "save the text as .txt",
    )
