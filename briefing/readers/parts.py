"""The parts of a mail or of a page saved as one, found within bounds."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from typing import Final

from briefing.readers.page import UnreadableError, too_large
from briefing.readers.words import line_of

MAX_BOUNDARIES: Final = 40
"""Multiparts of a mail; a forwarded newsletter has five. The parser asks each line for
every one that is open."""

MAX_PARTS: Final = 5_000
"""Parts; a page saved with its pictures has some hundreds."""

MAX_DEPTH: Final = 20
"""Multiparts inside each other."""

MAX_HEADER: Final = 2_000
"""Characters of a header that is read."""

_BOUNDARY = re.compile(rb"\bboundary\s*=", re.IGNORECASE)
_DELIMITER = re.compile(rb"^--", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """A part that holds words."""

    kind: str
    """"text/html", "text/plain"."""
    data: bytes
    charset: str | None
    location: str | None
    """The address it was saved from."""
    content_id: str | None


@dataclass(frozen=True, slots=True)
class Mail:
    """Headers and the parts with words, in order."""

    headers: Message
    parts: tuple[Part, ...]


def read_parts(data: bytes) -> Mail:
    """Give headers and parts of *data*; raises UnreadableError for what no mail is."""
    boundaries = sum(1 for _ in _BOUNDARY.finditer(data))
    delimiters = sum(1 for _ in _DELIMITER.finditer(data))
    if boundaries > MAX_BOUNDARIES or delimiters > 4 * MAX_PARTS:
        raise too_large("more parts")
    try:
        message_ = email.message_from_bytes(data)
        parts = tuple(_parts(message_))
    except (RecursionError, ValueError, LookupError, AttributeError) as error:
        raise UnreadableError("broken", "its parts cannot be told apart") from error
    return Mail(message_, parts)


def _parts(message: Message) -> Iterator[Part]:
    waiting = [(message, 0)]
    for _ in range(MAX_PARTS):
        if not waiting:
            return
        item, depth = waiting.pop()
        inner = item.get_payload()
        if isinstance(inner, list):
            if depth < MAX_DEPTH and item.get_content_type() != "message/rfc822":
                messages = [each for each in inner if isinstance(each, Message)]
                waiting.extend((each, depth + 1) for each in reversed(messages))
        elif item.get_content_maintype() == "text" and not item.get_filename():
            words = item.get_payload(decode=True)
            yield Part(
                item.get_content_type(),
                words if isinstance(words, bytes) else b"",
                item.get_content_charset(),
                header(item, "Content-Location") or None,
                header(item, "Content-ID").strip("<> ") or None,
            )


def header(message: Message, name: str) -> str:
    """Give a header as one line, its encoded words read; "" if there is none."""
    raw = message.get(name)
    text = str(raw)[:MAX_HEADER] if raw is not None else ""
    try:
        pieces = decode_header(text)
    except (HeaderParseError, ValueError):
        return line_of(text)
    return line_of("".join(_decoded(words, charset) for words, charset in pieces))


def _decoded(words: bytes | str, charset: str | None) -> str:
    if isinstance(words, str):
        return words
    try:
        return words.decode(charset or "ascii", "replace")
    except (LookupError, ValueError):
        return words.decode("utf-8", "replace")
