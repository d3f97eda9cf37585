"""Tell the furniture of a page by its own words: labels, sharing, notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.resources import word_list, word_table
from briefing.text.roles.lines import Line
from briefing.text.roles.page import Piece, Pieces

MAX_FURNITURE: Final = 8000
"""Characters; a flattened gallery of 22 pictures has 2,400."""

_TITLE_LABELS: Final = frozenset({"related story", "video"})

# Between labels: marks, numbers of shares, the colon of "embed link below:".
_BETWEEN = r"[\s\d|•·›»>/,:;.&+×✕…-]*"


@dataclass(frozen=True, slots=True)
class _Phrase:
    reason: str
    where: str
    max_words: int
    words: str
    """A regular expression."""


@cache
def _labels() -> re.Pattern[str]:
    """Match a line of labels alone; not "World leaders met" or "Home at last"."""
    names = sorted(word_list("line_labels"), key=len, reverse=True)
    each = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    return re.compile(rf"{_BETWEEN}(?:(?:{each}){_BETWEEN})+", re.IGNORECASE)


@cache
def _glued_label() -> re.Pattern[str]:
    """Match a listing label glued to a headline: "RelatedFlood"; not "Related to"."""
    names = sorted(word_list("line_listing_labels"), key=len, reverse=True)
    each = "|".join(
        rf"{re.escape(name[0].upper() + name[1:])}|{re.escape(name.upper())}"
        for name in names
    )
    return re.compile(rf"(?:{each})(?=[A-Z‘“'\"][a-z])")


_SHAPES: Final = {
    "start": "(?:{0})",
    "whole": "(?:{0})$",
    "end": ".*(?:{0})$",
    "inside": ".*(?:{0})",
}


@cache
def _phrases() -> tuple[_Phrase, ...]:
    return tuple(
        _Phrase(reason, where, int(words), pattern)
        for reason, where, words, pattern in word_table("line_furniture")
    )


@cache
def _pattern(where: str, words: str) -> re.Pattern[str]:
    """Match *words* at a place in a line; a run needs few of the phrases one by one."""
    return re.compile(_SHAPES[where].format(words), re.IGNORECASE)


@cache
def _any_phrase(where: str) -> re.Pattern[str]:
    """Match all phrases of a place in a line: where it does not, none does."""
    return _pattern(where, "|".join(p.words for p in _phrases() if p.where == where))


@cache
def is_listing_label(flat: str) -> bool:
    """Tell whether *flat* announces other articles: "You might also like"."""
    return flat.rstrip(":").strip().lower() in word_list("line_listing_labels")


def find_furniture(line: Line) -> Pieces | None:
    """Give *line* as furniture if its own words say so; else None."""
    reason = _reason(line) if len(line.text) <= MAX_FURNITURE else None
    return (Piece(line.start, "furniture", reason),) if reason else None


def _reason(line: Line) -> str | None:
    flat = line.flat
    if not any(char.isalnum() for char in flat):
        return "marks without a word"
    if len(line.words) <= 16 and _labels().fullmatch(flat):  # noqa: PLR2004
        return "labels of a page and nothing else"
    if not line.ends_sentence and _glued_label().match(flat):
        return "a label of related stories, glued to a headline"
    places = [where for where in _SHAPES if _any_phrase(where).match(flat)]
    for phrase in _phrases() if places else ():
        if phrase.where not in places or len(line.words) > phrase.max_words:
            continue
        if line.gap == 0 and phrase.reason in _TITLE_LABELS:
            # At the very top "Explainer: …" and "Video: …" open the headline.
            continue
        if _pattern(phrase.where, phrase.words).match(flat):
            return phrase.reason
    return None
