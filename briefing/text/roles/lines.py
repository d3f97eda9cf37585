"""Split a text into the lines its author wrote: hard-wrapped ones joined again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from briefing.text.printed_dates import find_printed_dates

MAX_WRAP: Final = 100
"""Longest line, in characters, that a mailer or terminal would have wrapped."""

MIN_WRAPPED: Final = 0.6
"""Share of neighbouring lines that must be filled up for a text to be hard-wrapped;
in wrapped mail it is above 0.8, in texts of one sentence a line below 0.2."""

# Matches a line, one of white space too. \x0b, \x0c and U+2028
# stay inside a line: only \r and \n end one, as in the files that people send.
_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d[\d.,:]*")
# Matches the end of a sentence: `said.`, `said."`, `why?)`, `he said. (Reuters)`; not
# `said,` or `Jan`.
_SENTENCE_END = re.compile(
    r"[.!?…;:](?:\s?['\"”’»)\]*`]){0,4}(?:\s*[\[(][^()\[\]]{1,80}[\])])?$"
)
# Matches where one sentence ends and another begins: ". The", `.” (He`.
NEXT_SENTENCE: Final = re.compile(r"[.!?]['\"”’)]?\s+['\"“‘(]?[A-Z]")
_BULLET = re.compile(r"(?:[-–—•*·►▶■●▪‣◦>]|\d{1,2}[.)])\s")


@dataclass(frozen=True)
class Line:
    """A line of the text, or a paragraph that was hard-wrapped over several."""

    start: int
    """First character that is not white space."""
    end: int
    """After the last character that is not white space."""
    text: str
    gap: int
    """Line ends between the line before and this one; 1 where no line is empty."""

    @cached_property
    def flat(self) -> str:
        """The words with every run of white space as one space, to compare by."""
        return " ".join(self.text.split())

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Words and numbers."""
        return tuple(_WORD.findall(self.text))

    @cached_property
    def ends_sentence(self) -> bool:
        """True if the line ends as a sentence does; a colon counts."""
        return _SENTENCE_END.search(self.text) is not None

    @cached_property
    def is_bullet(self) -> bool:
        """True if the line opens as an item of a list."""
        return _BULLET.match(self.text) is not None

    @cached_property
    def is_prose(self) -> bool:
        """True if the line reads as a sentence: it ends as one, or is too long."""
        count = len(self.words)
        return (self.ends_sentence and count >= 5) or count > 16  # noqa: PLR2004


def split_lines(text: str) -> tuple[Line, ...]:
    """Give the lines of *text* that hold anything, hard-wrapped paragraphs as one."""
    raw = [m.span() for m in _LINE.finditer(text) if not m.group().isspace()]
    gaps = _gaps(text, raw)
    width = _wrap_width(text, raw, gaps)
    found: list[Line] = []
    start = 0
    for i in range(len(raw)):
        follows = i + 1 < len(raw) and gaps[i + 1] == 1
        if follows and _runs_on(text, raw, i, width, amid=start < i):
            continue
        found.append(_line(text, raw[start][0], raw[i][1], gaps[start]))
        start = i + 1
    return tuple(found)


def _line(text: str, start: int, end: int, gap: int) -> Line:
    whole = text[start:end]
    words = whole.strip()
    begin = start + len(whole) - len(whole.lstrip())
    return Line(begin, begin + len(words), words, gap)


def _gaps(text: str, raw: list[tuple[int, int]]) -> list[int]:
    before = [0, *(end for _, end in raw)]
    gaps = []
    for end, (start, _) in zip(before, raw, strict=False):
        between = text[end:start]
        gaps.append(between.count("\n") + between.replace("\r\n", "").count("\r"))
    return gaps


def _wrap_width(text: str, raw: list[tuple[int, int]], gaps: list[int]) -> int:
    """Give the column at which the text was wrapped; 0 where it was not."""
    sizes = [end - start for start, end in raw if " " in text[start:end].strip()]
    width = max(sizes, default=0)
    pairs = [i for i in range(len(raw) - 1) if gaps[i + 1] == 1]
    if not 40 <= width <= MAX_WRAP or len(pairs) < 2:  # noqa: PLR2004
        return 0
    full = [i for i in pairs if _is_full(text, raw, i, width)]
    open_ended = [
        i for i in full if not _SENTENCE_END.search(text[slice(*raw[i])].rstrip())
    ]
    filled = len(full) >= MIN_WRAPPED * len(pairs)
    return width if filled and 2 * len(open_ended) >= len(full) else 0


def _is_full(text: str, raw: list[tuple[int, int]], i: int, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on line *i*."""
    following = text[slice(*raw[i + 1])].split(maxsplit=1)[0]
    return raw[i][1] - raw[i][0] + 1 + len(following) > width


def _runs_on(
    text: str, raw: list[tuple[int, int]], i: int, width: int, *, amid: bool
) -> bool:
    """Tell whether a paragraph goes on below line *i*; *amid* if one already did."""
    line, following = text[slice(*raw[i])].strip(), text[slice(*raw[i + 1])]
    is_full = bool(width) and _is_full(text, raw, i, width)
    if _BULLET.match(following.strip()):
        # A dash, or a year and its full stop, that the wrapping put at a line's start.
        return is_full and not _SENTENCE_END.search(line)
    if is_full:
        return True
    # A paragraph broken amid a sentence: no end, and on in lower case. Not a page's
    # stamp ("on April 30, 2008 at 4:31 AM") below a headline.
    return (
        not _SENTENCE_END.search(line)
        and following.lstrip()[:1].islower()
        and len(line) <= MAX_WRAP
        and (amid or len(line.split()) >= 4)  # noqa: PLR2004 - not a page's labels
        and not find_printed_dates(following)
    )
