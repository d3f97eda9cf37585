"""Turn the bytes of a text file into text, whatever wrote it."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import Final

# UTF-32 before UTF-16: its mark begins with the other's.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)

WIDE_SHARE: Final = 0.4
"""Share of NULs among every second byte above which a file without a mark is UTF-16;
English in UTF-16 has 0.99, UTF-8 with stray NULs hardly 0.01."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and what was doubtful about its encoding."""

    text: str
    doubt: str | None
    """A sentence for the diagnostics; None where the encoding is certain."""


def decode(data: bytes) -> Decoded:
    """Give the text of *data*; a byte-order mark is dropped, line ends are kept."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], codec, name)
    wide = _wide_codec(data)
    if wide:
        text = data.decode(wide, "replace")
        return Decoded(text, "read as UTF-16, which the file does not say")
    try:
        return Decoded(data.decode("utf-8"), None)
    except UnicodeDecodeError:
        return _damaged(data)


def _marked(data: bytes, codec: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(codec), None)
    except UnicodeDecodeError:
        return Decoded(data.decode(codec, "replace"), f"not all of it is {name}")


def _wide_codec(data: bytes) -> str | None:
    sample = data[:4096]
    pairs = len(sample) // 2
    if pairs < 2:  # noqa: PLR2004
        return None
    low, high = sample[1::2].count(0), sample[0::2].count(0)
    if low > WIDE_SHARE * pairs and low > 4 * high:
        return "utf-16-le"
    return "utf-16-be" if high > WIDE_SHARE * pairs and high > 4 * low else None


def _damaged(data: bytes) -> Decoded:
    """Read what is not UTF-8: a damaged file of it, or an older Western code page."""
    replaced = data.decode("utf-8", "replace")
    broken = replaced.count("\ufffd")
    whole = sum(char > "\x7f" for char in replaced) - broken
    if whole > 2 * broken:
        return Decoded(replaced, "read as UTF-8, of which some bytes are damaged")
    try:
        return Decoded(data.decode("cp1252"), "read as Windows-1252: it is not UTF-8")
    except UnicodeDecodeError:
        return Decoded(data.decode("latin-1"), "read as Latin-1: it is not UTF-8")
