"""Know what the shipped fonts can draw, without opening one.

A code point that none of them has would make the PDF take a font of the machine, and
its bytes would differ from machine to machine. It is shown as □, and said so.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from functools import cache
from typing import Final

from briefing.resources import data_path

STAND_IN: Final = "\u25a1"
PLAIN: Final = "NotoSans"
"""The family that has the Latin, Greek and Cyrillic letters; always loaded."""

DRAWS_NOTHING: Final = frozenset(
    "\n\t\u00ad\u200b\u2060\ufeff\ufe0e\ufe0f\u180e\u034f\u115f"
)
"""Marks without a shape, which no font needs to have."""


def missing(text: str) -> tuple[str, ...]:
    """Give the characters of *text* that no shipped font has, sorted."""
    return tuple(sorted(c for c in set(text) if not c.isascii() and not home_of(c)))


def families(text: str) -> tuple[str, ...]:
    """Give the families beside the plain one that *text* needs, sorted."""
    homes = {home_of(c) for c in set(text) if not c.isascii()}
    return tuple(sorted(home for home in homes if home not in ("", PLAIN)))


def home_of(character: str) -> str:
    """Give the family that draws *character*; "" if none does."""
    if character in DRAWS_NOTHING:
        return PLAIN
    point = ord(character)
    for family, starts, ends in _table():
        place = bisect.bisect_right(starts, point) - 1
        if place >= 0 and point <= ends[place]:
            return family
    return ""


def drawable(text: str, absent: Iterable[str]) -> str:
    """Give *text* with □ for each of the *absent* characters."""
    return text.translate(dict.fromkeys(map(ord, absent), STAND_IN))


@cache
def _table() -> tuple[tuple[str, list[int], list[int]], ...]:
    """Read the families with the starts and ends of their runs of code points."""
    table: list[tuple[str, list[int], list[int]]] = []
    for line in data_path("glyphs.txt").read_text(encoding="ascii").splitlines():
        if line.startswith("["):
            table.append((line.strip("[]"), [], []))
        elif line and not line.startswith("#"):
            start, _, end = line.partition("-")
            table[-1][1].append(int(start, 16))
            table[-1][2].append(int(end, 16))
    return tuple(table)
