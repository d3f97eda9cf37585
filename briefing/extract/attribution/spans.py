"""Cues become contents: how far each reaches, and which one holds which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from briefing.extract.attribution.contents import phrase_end, trim_end
from briefing.extract.attribution.cues import Cue
from briefing.extract.attribution.units import Passage

Range = tuple[int, int]
CLAUSE_FRAMES: Final = frozenset({"that", "quote"})


@dataclass(slots=True)
class Found:
    """A cue with the units of its content."""

    cue: Cue
    content: list[Range]


def find_contents(passage: Passage, cues: list[Cue]) -> list[Found]:
    """Give each cue its content; a cue inside the content of another is left out."""
    found: list[Found] = []
    taken = 0
    for index, cue in enumerate(cues):
        if cue.at < taken:
            continue
        if cue.left_end is not None:
            begin = cue.start if cue.frame == "agent" else _left_begin(passage, found, cue)
            found = [f for f in found if f.content[-1][1] <= begin or f.cue.at < begin]
            content = [(begin, trim_end(passage, begin, cue.left_end))]
        elif cue.begin is None:
            continue
        else:
            content = []
        if cue.begin is not None:
            stop = _stop(passage, cue, cues[index + 1 :])
            if cue.frame in CLAUSE_FRAMES:
                end = trim_end(passage, cue.begin, stop)
            else:
                end = phrase_end(passage, cue.begin, stop)
            if end > cue.begin:
                content.append((cue.begin, end))
        content = [c for c in content if c[1] > c[0]]
        if cue.frame == "raised" and content and cue.source:
            content = [cue.source, *content]
        if content:
            found.append(Found(cue, content))
            if cue.begin is not None:
                taken = content[-1][1]
    return found


def _left_begin(passage: Passage, found: list[Found], cue: Cue) -> int:
    """Give where words said before their cue begin: the sentence, or past a cue."""
    begin = 0
    tags = passage.tags
    for k in range((cue.left_end or 0) - 1, 0, -1):
        if tags[k] == ";" or (tags[k] == "Q" and _ends_sentence(passage, k)):
            begin = k + 1
            break
    for item in found:
        if item.cue.left_end is not None and item.cue.begin is None:
            k = max(item.cue.at, item.cue.source[1] if item.cue.source else 0)
            while k < (cue.left_end or 0) and tags[k] not in {",", "C", "Q", "-"}:
                k += 1
            begin = max(begin, k + (tags[k] != "Q") if k < len(tags) else k)
    return begin


def _stop(passage: Passage, cue: Cue, later: list[Cue]) -> int:
    """Give the unit before which the content of *cue* ends at the latest."""
    tags = passage.tags
    n = len(tags)
    assert cue.begin is not None  # noqa: S101
    for other in later:
        if other.at <= cue.begin:
            continue
        edge = _edge(passage, cue, other)
        if edge is not None and edge > cue.begin:
            return edge
    for k in range(cue.begin, n):
        if tags[k] == ";":
            return k
        if tags[k] == "Q" and k > cue.begin and _ends_sentence(passage, k):
            return k + 1
    return n


def _ends_sentence(passage: Passage, unit: int) -> bool:
    """Tell "“It is over.” The crowd left" from a quotation within a sentence."""
    if unit + 1 >= len(passage) or passage.tags[unit + 1] not in {
        "U",
        "D",
        "R",
        "P",
        "S",
        "N",
    }:
        return False
    quote = passage.quotes[unit]
    sentence = passage.sentences[-1]
    at = quote.inner.end - 1 - sentence.span.start
    return 0 <= at < len(sentence.text) and sentence.text[at] == "."


def _edge(passage: Passage, cue: Cue, other: Cue) -> int | None:
    """Give where *other* breaks off the words of *cue*; None where it is part of them."""
    tags = passage.tags
    start = other.start
    if start <= 0:
        return None
    left = tags[start - 1]
    if not other.is_finite:
        return start - 1 if left in {",", "-"} and other.source == cue.source else None
    if passage.words[other.at] == "according":
        return start - 1 if left == "," else start
    if left == "C":
        if start >= 2 and tags[start - 2] in {",", "Q"}:
            return start - 2 if tags[start - 2] == "," else start - 1
        if other.source == cue.source and cue.frame not in CLAUSE_FRAMES:
            return start - 1
        return None
    if other.source and other.source == cue.source and other.source[0] < other.at:
        k = other.at - 1
        while k > 0 and tags[k] in {"A", "X"}:
            k -= 1
        if tags[k] == "C" and (
            tags[k - 1] in {",", "Q"} or cue.frame not in CLAUSE_FRAMES
        ):
            return k - 1 if tags[k - 1] == "," else k
        return None
    if left == "B" and start >= 2 and tags[start - 2] == ",":
        return start - 2
    return None
