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

MAX_HEADERS: Final = 50_000
"""Lines that look like headers; a page saved with its pictures has some thousands."""

MAX_DEPTH: Final = 20
"""Multiparts inside each other."""

MAX_HEADER: Final = 2_000
"""Characters of a header that is read."""

# Matches a header with parameters, over as many lines as it has; the parser takes the
# square of its length.
_PARAMETERS = re.compile(
    rb"^content-(?:type|disposition|transfer-encoding):[^\n]*(?:\n[ \t][^\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)
_BOUNDARY = re.compile(rb"\bboundary\s*=", re.IGNORECASE)
_HEADER = re.compile(rb"^[\w-]{1,60}:", re.MULTILINE)
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
    if _is_excessive(data):
        raise too_large("more parts or longer headers")
    try:
        mail = email.message_from_bytes(data)
        parts = tuple(_parts(mail))
    except (RecursionError, ValueError, LookupError, AttributeError) as error:
        message = "its parts cannot be told apart"
        raise UnreadableError("broken", message, "save the text as .txt") from error
    return Mail(mail, parts)


def _is_excessive(data: bytes) -> bool:
    """Tell whether *data* has more for the parser to do than a mail has."""
    limits = (
        (_BOUNDARY, MAX_BOUNDARIES),
        (_DELIMITER, 4 * MAX_PARTS),
        (_HEADER, MAX_HEADERS),
    )
    if any(sum(1 for _ in p.finditer(data)) > limit for p, limit in limits):
        return True
    return any(len(m[0]) > MAX_HEADER for m in _PARAMETERS.finditer(data))


def _parts(message: Message) -> Iterator[Part]:
    waiting = [(message, 0)]
    for _ in range(MAX_PARTS):
        if not waiting:
            return
        item, depth = waiting.pop()
        inner = item.get_payload()
        if isinstance(inner, list):
            if depth < MAX_DEPTH:
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
