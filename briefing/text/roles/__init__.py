"""What each part of an article is: headline, body, caption, furniture and more.

A line's own shape is asked first (FINDERS), then its place and its neighbours; what no
rule claims is body, since a sentence lost is worse than a label kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from briefing.model.article import Segment, Span
from briefing.text.roles.bylines import find_byline
from briefing.text.roles.captions import find_caption, is_bare_agency_credit
from briefing.text.roles.datelines import dateline_end, is_certain, label_end
from briefing.text.roles.furniture import find_furniture
from briefing.text.roles.head import mark_head
from briefing.text.roles.inside import mark_inside, mark_repeated_captions
from briefing.text.roles.lines import Line, split_lines
from briefing.text.roles.page import Page, Piece, Pieces

__all__ = ["find_segments"]

# Matches “We are at war.” — Manuel Valls, prime minister: a quotation pulled out of the
# text to be seen; not “We are at war,” said Valls — who left.
_PULLED: Final = re.compile(
    r"[“\"][^“”\"]{12,300}[”\"]\s*(?:--?|[—–―])\s*[A-ZÀ-Þ][\w.'’ ,-]{2,60}[^.?!\s]"
)

FINDERS: Final[tuple[Callable[[Line], Pieces | None], ...]] = (
    # Bylines first: "Published: 3 May 2021" is more than a label. Captions before
    # furniture: "… Copyright 2023 The AP. All rights reserved" ends a caption.
    find_byline,
    find_caption,
    find_furniture,
)


def find_segments(
    text: str, title: str | None = None, standfirst: str | None = None
) -> tuple[Segment, ...]:
    """Give the parts of *text* with their roles; they partition it, in order.

    A *title* that is known from elsewhere says which line is the headline, a
    *standfirst* so which line stands between it and the text.
    """
    lines = split_lines(text)
    if not lines:
        return (
            (Segment(Span(0, len(text)), "furniture", "white space"),) if text else ()
        )
    page = Page(lines, [_alone(line) for line in lines], title)
    page.standfirst = standfirst
    mark_repeated_captions(page)
    mark_head(page)
    mark_inside(page)
    first = page.first_prose()
    pieces = [
        piece
        for i, (line, given) in enumerate(zip(lines, page.roles, strict=True))
        for piece in (given or _body(line, is_first=i == first))
    ]
    return _partition(text, pieces)


def _alone(line: Line) -> Pieces | None:
    for finder in FINDERS:
        pieces = finder(line)
        if pieces:
            return pieces
    return None


def _body(line: Line, *, is_first: bool) -> Pieces:
    """Give a line of the text: a dateline, the body, and a bare agency at its end."""
    found: list[Piece] = []
    text = line.text
    if _PULLED.fullmatch(text.strip()):
        return (Piece(line.start, "crosshead", "a quotation set off, and its speaker"),)
    label = label_end(text)
    if label:
        found.append(Piece(line.start, "furniture", "a label before the text"))
    body = dateline_end(text, label, len(text))
    # Below the opening, "CONGRESS HAS INVESTIGATED HIM — …" is a title run in.
    if body > label and not is_first and not is_certain(text[label:body]):
        body = label
    if body > label:
        found.append(
            Piece(line.start + label, "dateline", "place, day or agency before it")
        )
    found.append(Piece(line.start + body, "body", "a sentence of the text"))
    credit = is_bare_agency_credit(text)
    if credit and credit > body:
        found.append(Piece(line.start + credit, "credit", "an agency in brackets"))
    return tuple(found)


def _partition(text: str, pieces: list[Piece]) -> tuple[Segment, ...]:
    """Give the segments that begin where *pieces* do, less the white space there."""
    starts = [_behind_space(text, piece.start) for piece in pieces]
    ends = [*starts[1:], len(text)]
    starts[0] = 0
    return tuple(
        Segment(Span(start, end), piece.role, piece.because)
        for start, end, piece in zip(starts, ends, pieces, strict=True)
        if start < end
    )


def _behind_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
