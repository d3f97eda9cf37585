"""Read a text file: its text is what was decoded, line ends and all."""

from __future__ import annotations

from briefing.readers.decode import decode
from briefing.readers.page import Doubt, Page


def read_plain(data: bytes) -> tuple[Page, ...]:
    """Give the article of a text file."""
    decoded = decode(data)
    doubts = (Doubt("encoding", decoded.doubt),) if decoded.doubt else ()
    return (Page(decoded.text, doubts=doubts),)
