"""Tell the furniture of a page by its own words: labels, sharing, notes."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from briefing.resources import word_list, word_table
from briefing.text.roles.lines import Line
from briefing.text.roles.page import Piece, Pieces

MAX_FURNITURE: Final = 8000
"""Characters; a flattened gallery of 22 pictures has 2,400."""

_TITLE_LABELS: Final = frozenset({"related story", "video"})

# Matches what stands between labels: marks, numbers of shares, the colon of "embed link
# below:".
_BETWEEN: Final = re.compile(r"[\s\d|•·›»>/,:;.&+×✕…-]*")
# Matches how a headline begins: "Flood"; not "to" or "US".
_HEADLINE: Final = re.compile(r"[A-Z‘“'\"][a-z]")


class _Phrase(NamedTuple):
    reason: str
    where: str
    max_words: int
    words: str
    """A regular expression."""


@cache
def _labels() -> dict[str, tuple[str, ...]]:
    """Give the labels by their first letter."""
    names = sorted(map(_plain, word_list("line_labels")))
    return {letter: tuple(each) for letter, each in groupby(names, itemgetter(0))}


def _is_labels(flat: str) -> bool:
    """Tell whether labels are all there is: "ShareTweet"; not "World leaders met"."""
    text = _plain(flat)
    places = {_after_marks(text, 0)} - {len(text)}
    while places:
        place = places.pop()
        for name in _labels().get(text[place], ()):
            if text.startswith(name, place):
                places.add(_after_marks(text, place + len(name)))
        if len(text) in places:
            return True
    return False


def _plain(text: str) -> str:
    """Give *text* in lower case, the two letters i of Turkish as one."""
    return text.lower().replace("i\u0307", "i").replace("\u0131", "i")


def _after_marks(text: str, place: int) -> int:
    match = _BETWEEN.match(text, place)
    return match.end() if match else place


@cache
def _listing_labels() -> tuple[str, ...]:
    names = word_list("line_listing_labels")
    return tuple(
        form for name in names for form in (name[0].upper() + name[1:], name.upper())
    )


def _has_glued_label(flat: str) -> bool:
    """Tell whether a headline hangs on a label: "RelatedFlood"; not "Related to"."""
    labels = _listing_labels()
    return flat.startswith(labels) and any(
        flat.startswith(label) and _HEADLINE.match(flat, len(label)) for label in labels
    )


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
    """Match *words* at a place in a line; a run needs few of the phrases one by one.

    The line is in lower case: patterns that look past case are slow to make.
    """
    return re.compile(_SHAPES[where].format(words))


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
    if len(line.words) <= 16 and _is_labels(flat):  # noqa: PLR2004
        return "labels of a page and nothing else"
    if not line.ends_sentence and _has_glued_label(flat):
        return "a label of related stories, glued to a headline"
    lower = flat.lower()
    places = [where for where in _SHAPES if _any_phrase(where).match(lower)]
    for phrase in _phrases() if places else ():
        if phrase.where not in places or len(line.words) > phrase.max_words:
            continue
        if line.gap == 0 and phrase.reason in _TITLE_LABELS:
            # At the very top "Explainer: …" and "Video: …" open the headline.
            continue
        if _pattern(phrase.where, phrase.words).match(lower):
            return phrase.reason
    return None
