"""Write any words as Markdown that shows them unchanged, and stays readable raw."""

from __future__ import annotations

import re
from typing import Final

# Each alternative is a mark where it bites, and only there:
# \ ` * _ [ ]       anywhere
# <                 before a letter, "/", "!", "?", or at the end, where a seam follows
# &                 where an entity could begin, or at the end
# ~                 beside another, or at an end
# !                 at the end, where a link may follow
# #                 at the end, where a heading would lose it
# # + - = > ~ :     at the start, where a line may begin
BITES: Final = re.compile(
    r"""
    [\\`*_\[\]]
    | < (?= [A-Za-z/!?] | \Z )
    | & (?= [#A-Za-z] | \Z )
    | ~ (?= ~ | \Z ) | (?<= ~ ) ~
    | ! (?= \Z )
    | \# (?= \#*\Z )
    | \A \s* [#+\-=>~:]
    """,
    re.VERBOSE,
)
# Matches the "." of "12. March" at the start of a line; not that of "1.5".
NUMBERED: Final = re.compile(r"\A(\s*\d{1,9})([.)])(?=\s|\Z)")

# Match what all of these need: a mark that may bite, or an opening that may. Most words
# have neither, and to see that takes a quarter of the time.
MARKS: Final = re.compile(r"[\\`*_\[\]<&~!#]")
OPENING: Final = re.compile(r"\s*[#+\-=>~:\d]")


class Raw(str):
    """Markdown that is meant as such; everything else is escaped on its way in."""

    __slots__ = ()


def escape_markdown(words: str) -> str:
    """Write *words*, one line, so that a Markdown reader shows just these words."""
    if not (MARKS.search(words) or OPENING.match(words)):
        return words
    marked = BITES.sub(_backslashed, words)
    return NUMBERED.sub(r"\1\\\2", marked)


def _backslashed(match: re.Match[str]) -> str:
    found = match.group()
    return f"{found[:-1]}\\{found[-1]}"


def finalize_markdown(value: object) -> object:
    """Escape what a template puts in, unless it is `Raw`."""
    return value if isinstance(value, Raw) else escape_markdown(str(value))


def slug(heading: str) -> str:
    """Give the anchor that Markdown viewers make of *heading*: lower case, hyphens."""
    kept = re.sub(r"[^\w\- ]", "", heading.lower())
    return re.sub(r" ", "-", kept.strip())
