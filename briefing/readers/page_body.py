"""The text of a web page's article, without what the site puts around it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Final

from briefing.readers.markup import Element, printed
from briefing.readers.printed_head import MIN_PARAGRAPH

FULL_ARTICLE: Final = 3
"""Paragraphs from which an `article` element is a whole article, not a teaser."""


def find_paragraphs(root: Element) -> list[str]:
    """Give the paragraphs of the article's text, headings and list items too."""
    from trafilatura import bare_extraction

    # A copy: trafilatura takes the tree apart.
    document = bare_extraction(
        deepcopy(root), include_comments=False, include_tables=True, with_metadata=False
    )
    body = getattr(document, "body", None)
    return [] if body is None else [line for line in _lines(body) if line]


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
        inside = any(parent in found for parent in element.iterancestors("article"))
        if not inside and any(True for _ in element.iter("h1", "h2")):
            long = [p for p in element.iter("p") if len(printed(p)) >= MIN_PARAGRAPH]
            if len(long) >= FULL_ARTICLE:
                found.append(element)
    return found
