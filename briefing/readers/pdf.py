"""Read a PDF: its paragraphs, without the lines that stand on every page."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from briefing.readers.page import Claims, Page, UnreadableError, too_large
from briefing.readers.patience import ImpatientError, bounded_work
from briefing.readers.places import Found
from briefing.readers.words import line_of, web_address

if TYPE_CHECKING:  # takes a tenth of a second
    from pypdf import PdfReader

MAX_PAGES: Final = 200
"""Of one file; the longest printed article has some 40."""

MAX_CHARACTERS: Final = 500_000
"""Of the text; the longest article in a newspaper has some 200,000."""

MAX_WORK: Final = 12_000_000
"""Calls of functions while a file is read, some 5 s; a page of text takes 150,000."""

MAX_SEARCHED: Final = 200_000_000
"""Bytes looked through for objects that are not where the file says, some 4 s; a print
of 1 MB whose 200 objects have all moved is still read."""

MAX_LOST: Final = 1_000
"""Objects among which a catalogue is looked for that is not where the file says; a
print of ten pages has a hundred."""

MAX_STREAM: Final = 5_000_000
"""Bytes that one part of a file may unpack to; a page of text has below 100,000."""

MAX_MARKS: Final = 400_000
"""Words of drawing on one page; a page of text has below 20,000."""

NEW_PARAGRAPH: Final = 1.25
"""Times the usual distance of two lines that parts paragraphs; browsers' prints have
above 1.4, the distances of lines in one paragraph differ by less than 0.1."""

SHORT_LINE: Final = 0.5
"""Share of a page's usual line below which a line is the last of its paragraph."""

MAX_LEADING: Final = 1.9
"""Times the size of the letters that two lines of a paragraph are apart at most."""

LEADING: Final = 1.35
"""Times the size of the letters that lines are apart where no two of a size stand."""

SAME_SIZE: Final = 0.1
"""Share by which the letters of two lines of a paragraph may differ."""

SAME_LINE: Final = 0.4
"""Share of the letters' size below which two heights are one line's."""

SAME_HEIGHT: Final = 4.0
"""Points within which lines of two pages stand at one height."""

RAISED: Final = 0.8
"""Share of a line's size below which a figure is raised above it."""

LONGEST_LINE: Final = 2_000
"""Letters of a line; one across a wide page has 200."""

LONGEST_WORD: Final = 60
"""Letters at a line's end among which a word may be broken."""

FAR: Final = 1.5
"""Times a line's width beyond which what follows is another box at its height."""

ON_EVERY_PAGE: Final = 0.5
"""Share of the pages from which a line at head or foot is the paper's own."""

EDGE_LINES: Final = 3
"""Lines at the head and the foot of a page that may be the paper's."""

_DIGITS = re.compile(r"\d+")
_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,}")
# Matches a page's own address on it: "https://harbour.example/ferry 1/3".
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]{0,3}$")
# Matches a word that the line's end broke: "evacu-"; its group is the word so far.
_BROKEN = re.compile(r"(?P<head>[^\W\d_]{2,})[-\u00ad\u2010]$")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page."""

    text: str
    top: float
    """Height on the page, in points, from below."""
    left: float
    size: float
    """Of its letters, in points."""


class _Searched(BytesIO):
    """A file that may be looked through from end to end a few times only.

    pypdf asks for the whole of it once for every object that is missing.
    """

    left = MAX_SEARCHED

    def getbuffer(self) -> memoryview:
        view = super().getbuffer()
        self.left -= len(view)
        if self.left < 0:
            view.release()
            raise ImpatientError
        return view


def read_pdf(data: bytes) -> tuple[Page, ...]:
    """Give the article of a PDF; what has no text in it is said to be pictures."""
    if b"%PDF-" not in data[:2048]:
        raise UnreadableError("broken", "not a PDF", "save the text as .txt")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with bounded_work(MAX_WORK):
            pages, title = _read(data)
    except UnreadableError:
        raise
    except ImpatientError:
        raise _too_much_work() from None
    except Exception as error:  # noqa: BLE001 - pypdf raises all kinds
        if type(error).__name__ == "LimitReachedError":
            raise _too_much_work() from None
        message = "a damaged PDF"
        raise UnreadableError("broken", message, "print the page to PDF anew") from None
    kept, running = _without_running(pages)
    text = "\n\n".join(_paragraphs(kept))
    if not text.strip():
        message = "no text is in it: its pages are pictures"
        hint = "run a text recognition over it, or save the text as .txt"
        raise UnreadableError("no-body", message, hint)
    claims = Claims(title=(Found(title, "the PDF's title"),) if title else ())
    return (Page(f"{text}\n", claims, _address(running)),)


def _too_much_work() -> UnreadableError:
    message = "it takes more work to read than any article"
    hint = "save the article's text as .txt"
    return UnreadableError("too-large", message, hint, "error")


def _read(data: bytes) -> tuple[list[list[_Line]], str]:
    from pypdf import PdfReader, apply_configuration, get_configuration

    limits = get_configuration().with_overwrites(
        zlib_maximum_output_length=MAX_STREAM,
        lzw_maximum_output_length=MAX_STREAM,
        run_length_maximum_output_length=MAX_STREAM,
        maximum_declared_stream_length=MAX_STREAM,
        array_based_stream_maximum_output_length=MAX_STREAM,
        stream_parsing_work_maximum_count=MAX_MARKS,
        page_tree_maximum_entries=10_000,
        page_tree_maximum_page_entries=20_000,
        xform_maximum_invocations_per_extraction=500,
        jbig2dec_binary=None,
        disable_legacy_handling=True,
    )
    with apply_configuration(limits):
        reader = PdfReader(
            _Searched(data),
            root_object_recovery_limit=MAX_LOST,
            xref_stream_maximum_entries=200_000,
        )
        if reader.is_encrypted and not reader.decrypt(""):
            message = "it has a password"
            raise UnreadableError("locked", message, "save it without password")
        if len(reader.pages) > MAX_PAGES:
            raise too_large(f"more than {MAX_PAGES} pages")
        return list(_pages(reader)), _title(reader)


def _pages(reader: PdfReader) -> Iterator[list[_Line]]:
    count = 0
    for page in reader.pages:
        pieces: list[tuple[str, float, float, float]] = []

        def visit(
            text: str, cm: Any, tm: Any, _: Any, size: float,
            pieces: list[tuple[str, float, float, float]] = pieces,
        ) -> None:  # fmt: skip
            left = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            top = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            scale = abs(tm[3] * cm[3]) or abs(tm[0] * cm[0]) or 1.0
            pieces.append((text, top, left, abs(size or 1.0) * scale))

        text = page.extract_text(visitor_text=visit)
        count += len(text)
        if count > MAX_CHARACTERS:
            raise too_large(f"more than {MAX_CHARACTERS:,} letters")
        yield _lines(pieces)


def _title(reader: PdfReader) -> str:
    found = reader.metadata
    return line_of(found.title) if found else ""


def _lines(pieces: Sequence[tuple[str, float, float, float]]) -> list[_Line]:
    """Put the pieces of a page together into lines, in the order they were written."""
    found: list[_Line] = []
    for text, top, left, size in pieces:
        for i, part in enumerate(text.split("\n")):
            words = part.replace("\x00", "").strip("\r")
            if not words.strip():
                continue
            last = found[-1] if found else None
            joins = last and i == 0 and abs(last.top - top) < SAME_LINE * max(size, 1.0)
            if last and joins and len(last.text) < LONGEST_LINE:
                gap = " " if left - last.left > FAR * _width(last) else ""
                if size < RAISED * last.size and last.text[-1:].isdigit():
                    gap = "^"  # a note's figure is no digit of the number before it
                text_ = f"{last.text}{gap}{words}"
                found[-1] = _Line(text_, last.top, last.left, last.size)
            else:
                found.append(_Line(words, top, left, size))
    return [
        _Line(" ".join(line.text.split()), line.top, line.left, line.size)
        for line in found
    ]


def _width(line: _Line) -> float:
    """Give about how wide a line is: letters are half as wide as high."""
    return 0.5 * line.size * len(line.text)


def _without_running(pages: list[list[_Line]]) -> tuple[list[list[_Line]], list[str]]:
    """Take away the lines at head and foot that most pages have; give them apart."""
    if len(pages) < 2:  # noqa: PLR2004 - one page has no lines in common
        return pages, []
    counts = Counter(key for page in pages for key in {_key(e) for e in _edges(page)})
    common = {
        key
        for key, count in counts.items()
        if count >= 2 and count >= ON_EVERY_PAGE * len(pages)  # noqa: PLR2004
    }
    kept: list[list[_Line]] = []
    running: list[str] = []
    for page in pages:
        edges = {id(line) for line in _edges(page)}
        taken = [x for x in page if id(x) in edges and _key(x) in common]
        running += [line.text for line in taken]
        kept.append([line for line in page if not any(line is t for t in taken)])
    return kept, running


def _edges(page: list[_Line]) -> list[_Line]:
    by_height = sorted(page, key=lambda line: -line.top)
    return [*by_height[:EDGE_LINES], *by_height[EDGE_LINES:][-EDGE_LINES:]]


def _key(line: _Line) -> tuple[str, int]:
    return _DIGITS.sub("0", line.text), round(line.top / SAME_HEIGHT)


def _address(running: Sequence[str]) -> str | None:
    for line in running:
        match = _ADDRESS.search(line)
        url = web_address(match[0].rstrip(".,;)")) if match else None
        if url and "…" not in url and not url.endswith("..."):
            return url
    return None


def _paragraphs(pages: list[list[_Line]]) -> list[str]:
    """Join the lines of each paragraph; one that a page's end cut goes on."""
    known = Counter(
        word.lower()
        for page in pages
        for line in page
        for word in _WORD.findall(line.text)[:-1]
    )
    found: list[str] = []
    for page in pages:
        usual = _usual_gaps(page)
        short = SHORT_LINE * _usual_width(page)
        before: _Line | None = None
        for line in page:
            cut = before is None and bool(found) and not _ends_sentence(found[-1])
            goes_on = cut and line.text[:1].islower()
            ended = before is None or _width(before) < short
            if goes_on or (before and not ended and not _begins(before, line, usual)):
                found[-1] = _joined(found[-1], line.text, known)
            else:
                found.append(line.text)
            before = line
    return found


def _ends_sentence(text: str) -> bool:
    return _SENTENCE_END.search(text[-LONGEST_WORD:]) is not None


def _usual_gaps(page: list[_Line]) -> Mapping[int, float]:
    """Give size of letters → commonest distance of two such lines, the least first."""
    found: dict[int, Counter[float]] = {}
    for one, two in pairwise(page):
        gap = round(one.top - two.top, 1)
        if _is_one_size(one, two) and 0 < gap < MAX_LEADING * max(one.size, 1.0):
            found.setdefault(round(one.size), Counter())[gap] += 1
    return {
        size: max(gaps, key=lambda gap: (gaps[gap], -gap))
        for size, gaps in found.items()
    }


def _usual_width(page: list[_Line]) -> float:
    """Give the width of the line in the middle of all; a headline has fewer letters."""
    widths = sorted(_width(line) for line in page)
    return widths[len(widths) // 2] if widths else 0.0


def _is_one_size(one: _Line, two: _Line) -> bool:
    return abs(one.size - two.size) <= SAME_SIZE * max(one.size, two.size)


def _begins(before: _Line, line: _Line, usual: Mapping[int, float]) -> bool:
    """Tell whether *line* begins a paragraph below *before*."""
    gap = before.top - line.top
    if not _is_one_size(before, line):
        return True
    if gap <= 0:  # the next column, or a box beside
        return _ends_sentence(before.text) or not line.text[:1].islower()
    normal = usual.get(round(line.size), LEADING * line.size)
    if gap > NEW_PARAGRAPH * normal:
        return True
    is_indented = line.left - before.left > 0.7 * line.size
    return is_indented and _ends_sentence(before.text)


def _joined(text: str, line: str, known: Counter[str]) -> str:
    """Join a line to its paragraph; a word broken at its end is whole again.

    Only where a program broke it, or the whole word stands elsewhere in the document;
    else the hyphen may be the word's own ("long-term").
    """
    broken = _BROKEN.search(text[-LONGEST_WORD:])
    if broken is None or not line[:1].islower():
        return f"{text} {line}"
    tail = _WORD.match(line)
    whole = broken["head"] + (tail[0] if tail else "")
    if known[whole.lower()] or text.endswith(("\u00ad", "\u2010")):
        return text[:-1] + line
    return text + line
