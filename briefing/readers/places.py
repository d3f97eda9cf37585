"""The segments of an article as the finders of its outlet and day look at them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from briefing.model.article import Role, Segment
from briefing.text.head_lines import is_nobody, read_head_line
from briefing.text.printed_dates import find_printed_dates

HEAD_PARAGRAPHS: Final = 2
"""Paragraphs of body below which a byline is no longer the article's own."""

SHOWN: Final = 60
"""Characters of a line that are shown as proof."""

_LINE_END = re.compile(r"\r\n|\r|\n")
# Matches "By Jane Doe"; its group is the rest.
_BY = re.compile(r"(?:written |reported |story )?by:?\s+(?P<rest>.+)$", re.IGNORECASE)
# Where the names of a byline end: a stamp, a bar, a dash with spaces.
_NAMES_END = re.compile(
    r"\s*(?:[|•·]|\s[-–—/]\s|,?\s+\w+day,?$"
    r"|,?\s*\b(?:last |first )?(?:published|updated?|posted)\b).*$",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:article |story )?(?:last |first )?(?:dated?|published|updated?|posted|issued"
    r"|edited|modified|on|for immediate release|\w+day"
    r"|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|\d.*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """Words that prove something, and where they stand."""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Place:
    """A segment with its words and where it stands."""

    role: Role
    text: str
    """Its words, every run of white space as one space."""
    line: int
    """From 1."""
    is_head: bool
    """True above the third paragraph of the body."""

    def proves(self, value: str, name: str) -> Found:
        """Give *value* as found here; *name* says what this place is."""
        shown = self.text if len(self.text) <= SHOWN else f"{self.text[: SHOWN - 1]}…"
        return Found(value, f"the {name} '{shown}', line {self.line}")


def find_places(text: str, lines: tuple[Segment, ...]) -> tuple[Place, ...]:
    """Give the segments with their words, line, and whether they stand at the head."""
    found: list[Place] = []
    bodies = number = at = 0
    for segment in lines:
        words = text[segment.span.start : segment.span.end]
        start = segment.span.start + len(words) - len(words.lstrip())
        number += sum(1 for _ in _LINE_END.finditer(text, at, start))
        at = start
        is_head = bodies < HEAD_PARAGRAPHS
        found.append(Place(segment.role, " ".join(words.split()), number + 1, is_head))
        bodies += segment.role == "body"
    return tuple(found)


def names_of(byline: str) -> str:
    """Give the names of a *byline*, without "By", days and stamps; "" if none.

    What a writer is ("OUR SPECIAL CORRESPONDENT") is nobody's name.
    """
    if _BY.match(byline) is None:
        line = read_head_line(" ".join(byline.split()))
        if line is not None:
            return ", ".join(filter(None, (line.people, line.house, line.agency)))
    return _printed_names(byline)


def _printed_names(byline: str) -> str:
    days = find_printed_dates(byline)
    head = byline[: days[0].start] if days else byline
    by = _BY.match(head)
    names = _NAMES_END.sub("", by["rest"] if by else head).strip(" |-–—:,./()[]•·")
    if by is None and _STAMP.match(names):
        return ""
    if is_nobody(names):
        return ""
    return names if any(char.isupper() for char in names) else ""


def people_of(byline: str) -> str:
    """Give who wrote the article, without newsroom and agency where they stand apart.

    A line that names an outlet alone says nothing of who wrote.
    """
    line = read_head_line(byline) if _BY.match(byline) is None else None
    if line is None:
        return names_of(byline)
    is_agencys = line.agency and not (line.house or line.place)
    return line.people or (_printed_names(byline) if is_agencys else "")
