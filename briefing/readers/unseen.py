"""Take away what a page holds but does not show, and what it strikes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.readers.markup import Element

MOST_HIDDEN: Final = 0.5
"""Share of a page's words above which what is hidden is the article, which a script
shows once the page is open; labels and menus for telephones are below 0.2."""

STRUCK: Final = ("del", "s", "strike")

# Matches "display:none", "visibility : hidden".
_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Matches the class of words for screen readers alone: "sr-only", "visually-hidden".
_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|(?:u-)?visually-?hidden|screen-reader-text|hidden-accessible)"
    r"(?:$|\s)",
    re.IGNORECASE,
)
# Matches a raised or lowered figure: "1", "[2]", "6"; not "th".
_FIGURE = re.compile(r"\s*\[?\d[\d, ]*\]?\s*")


def empty_unseen(root: Element) -> None:
    """Empty the hidden and struck elements of a tree, unless they are most of it."""
    for element in root.iter(*STRUCK):
        _empty(element)
    hidden = list(_hidden(root))
    words = sum(len("".join(item.itertext())) for item in hidden)
    if words <= MOST_HIDDEN * len("".join(root.itertext())):
        for item in hidden:
            _empty(item)


def _hidden(root: Element) -> Iterator[Element]:
    """Give the hidden elements that stand in no other."""
    from lxml import etree

    inside = None
    for event, item in etree.iterwalk(root, events=("start", "end")):
        if event == "start" and inside is None and _is_hidden(item):
            inside = item
            yield item
        elif event == "end" and item is inside:
            inside = None


def part_figures(root: Element) -> None:
    """Keep a raised figure from becoming a digit of the number before it.

    "12" with a note's "1" above it would read 121: it becomes "12^1".
    """
    for element in root.iter("sup", "sub"):
        before = element.getprevious()
        parent = element.getparent()
        words = (
            before.tail if before is not None else parent is not None and parent.text
        )
        if str(words or "")[-1:].isdigit() and _FIGURE.fullmatch(
            "".join(element.itertext())
        ):
            element.text = f"^{(element.text or '').lstrip()}"


def _is_hidden(element: Element) -> bool:
    if element.tag in ("html", "body", "head"):
        return False
    return (
        element.get("hidden") is not None
        or _STYLE.search(element.get("style", "")) is not None
        or _CLASS.search(element.get("class", "")) is not None
    )


def _empty(element: Element) -> None:
    """Leave nothing of *element* but a space: what follows it stays apart."""
    del element[:]
    element.text = " "
