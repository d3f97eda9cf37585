"""The text of a web page's article, without what the site puts around it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Final

from briefing.readers.markup import BLOCKS, Element, is_longer
from briefing.readers.printed_head import MIN_PARAGRAPH
from briefing.readers.unseen import empty_unseen, part_figures

MAX_BLOCKS: Final = 2_000
"""Blocks above which trafilatura asks justext for no second opinion, which takes the
square of their number; pages have below 1,000."""

INLINE: Final = frozenset({"p", "font", "span", "b", "i", "strong", "em", "center"})
"""Elements that cannot hold paragraphs."""

LONG_CELL: Final = 500
"""Letters of a cell that holds text; those of tables of figures have below 100."""

FULL_LINE: Final = 50
"""Letters from which a line was broken amid its sentence."""

FULL_ARTICLE: Final = 3
"""Paragraphs from which an `article` element is a whole article, not a teaser."""


def find_paragraphs(root: Element) -> list[str]:
    """Give the paragraphs of the article's text, headings and list items too."""
    from lxml import etree
    from trafilatura import bare_extraction

    # A copy: trafilatura takes the tree apart. It must not find the page's data in it,
    # of which it would take the text, and it glues the words around a line break.
    copy = deepcopy(root)
    etree.strip_elements(copy, "script", "style", with_tail=False)
    empty_unseen(copy)
    part_figures(copy)
    # Inner ones first, so that what holds paragraphs by then is no paragraph.
    for element in reversed([e for e in copy.iter() if e.find("br") is not None]):
        _split_lines(element)
    _open_tables(copy)
    blocks = sum(1 for _ in copy.iter(*BLOCKS))
    document = bare_extraction(
        copy,
        fast=blocks > MAX_BLOCKS,
        include_comments=False,
        include_tables=True,
        with_metadata=False,
    )
    body = getattr(document, "body", None)
    return [] if body is None else [line for line in _lines(body) if line]


def _split_lines(element: Element) -> None:
    """Make paragraphs of what line breaks part; a break amid a sentence parts nothing.

    Old sites write two breaks for a paragraph, older mails one for every line.
    """
    pieces: list[Element] = [element.makeelement("p")]
    pieces[0].text = element.text
    for child in list(element):
        if child.tag != "br":
            pieces[-1].append(child)
        elif _is_amid(pieces[-1]) and (child.tail or "").strip():
            _write(pieces[-1], f" {child.tail}")
        else:
            pieces.append(element.makeelement("p"))
            pieces[-1].text = child.tail
    for piece in pieces:
        if any(child.tag == "div" for child in piece):
            piece.tag = "div"
    element.text = None
    element[:] = [piece for piece in pieces if len(piece) or (piece.text or "").strip()]
    if element.tag in INLINE:
        element.tag = "div"


def _open_tables(root: Element) -> None:
    """Make divisions of tables that lay out a page; those of figures stay."""
    for cell in list(root.iter("td")):
        if len("".join(cell.itertext())) > LONG_CELL:
            for item in (cell, *cell.iterancestors()):
                if item.tag == "tr":
                    for sibling in item:
                        sibling.tag = "div"
                if item.tag in ("td", "tr", "tbody", "table"):
                    item.tag = "div"


def _is_amid(piece: Element) -> bool:
    words = " ".join("".join(piece.itertext()).split())
    return len(words) >= FULL_LINE and words[-1] not in ".!?…:;”\"'’)"


def _write(piece: Element, words: str) -> None:
    """Put *words* at the end of *piece*."""
    if len(piece):
        piece[-1].tail = (piece[-1].tail or "") + words
    else:
        piece.text = (piece.text or "") + words


def _lines(body: Element) -> Iterator[str]:
    """Give the blocks of trafilatura's tree in order, each as one line."""
    for block in body:
        if block.tag in ("list", "quote", "table", "row", "div"):
            if any(True for _ in block.iter("p", "item", "cell", "head", "row")):
                yield " ".join((block.text or "").split())
                yield from _lines(block)
            else:
                yield _line(block)
        else:
            yield _line(block)
        yield " ".join((block.tail or "").split())


def _line(block: Element) -> str:
    for gap in block.iter("lb"):
        gap.tail = f"\n{gap.tail or ''}"
    return " ".join("".join(block.itertext()).split())


def full_articles(root: Element) -> list[Element]:
    """Give the whole articles of a page that goes on with others below its first."""
    found = []
    for element in root.iter("article"):
        is_inside = next(element.iterancestors("article"), None) is not None
        if not is_inside and any(True for _ in element.iter("h1", "h2")):
            long = [p for p in element.iter("p") if is_longer(p, MIN_PARAGRAPH)]
            if len(long) >= FULL_ARTICLE:
                found.append(element)
    return found
