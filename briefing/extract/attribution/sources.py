"""The words that name a source, beside its verb."""

from __future__ import annotations

from typing import Final

from briefing.extract.attribution.cue import Range
from briefing.extract.attribution.units import Passage

# Letters of the words inside a noun phrase, read from its end to its begin.
IN_PHRASE: Final = frozenset("NU0DSGEIP~CA")
ENDS_CLAUSE: Final = frozenset(",;:-.Q(")
# Letters of a word that begins what stands beside a name: ", a lawyer for …,".
BESIDE: Final = frozenset("DNUSWE0AIP~V")
INTRODUCES: Final = frozenset("PBAMIT")
VERBS: Final = frozenset("XVv")


def group_start(passage: Passage, at: int) -> int:
    """Give where the verb group that ends at *at* begins: "has repeatedly said"."""
    tags, words = passage.tags, passage.words
    while at > 0:
        tag = tags[at - 1]
        if tag in {"X", "A"}:
            at -= 1
        elif tag == "G" and at > 1 and tags[at - 2] in {"R", "W"}:
            at -= 1
        elif tag == "T" and at > 1 and tags[at - 2] in VERBS:
            at -= 2
        else:
            break
    del words
    return at


def subject_before(passage: Passage, start: int) -> Range | None:
    """Give the subject that ends before the verb group at *start*."""
    tags = passage.tags
    k = start - 1
    while k >= 0 and tags[k] in {"M", "A"}:
        k -= 1
    if k >= 0 and tags[k] == "P" and k + 1 < start:
        # "The mayor on Friday said".
        k -= 1
    if k < 0:
        return None
    if tags[k] in {"R", "W"}:
        return k, k + 1
    if tags[k] == "O":
        return None
    if tags[k] == ")":
        k = _opening(passage, k) - 1
        if k < 0:
            return None
        found = _phrase(passage, k)
        return (found[0], start) if found else None
    if tags[k] in {",", "-"}:
        return _with_apposition(passage, k)
    return _phrase(passage, k)


def _opening(passage: Passage, at: int) -> int:
    while at > 0 and passage.tags[at] != "(":
        at -= 1
    return at


def _with_apposition(passage: Passage, close: int) -> Range | None:
    """Give the subject of "Ann Lee, the city's engineer, said", whole."""
    tags = passage.tags
    mark = tags[close]
    best: Range | None = None
    k = close - 1
    while k >= 0:
        if tags[k] == ")":
            k = _opening(passage, k)
        elif tags[k] in {";", ":", "."} or (tags[k] == "Q"):
            break
        elif tags[k] == mark:
            beside = tags[k + 1]
            if beside not in BESIDE:
                break
            found = _phrase(passage, k - 1)
            if found is None or (found[0] == 1 and tags[0] == "P"):
                break
            if best and found[0] and tags[found[0] - 1] not in {mark, ";", ":", "Q"}:
                break
            if tags[found[0]] in {"R", "S", "D", "U", "N", "0"}:
                best = found
            if found[0] == 0 or tags[found[0] - 1] != mark:
                break
        k -= 1
    return (best[0], close) if best else None


def _phrase(passage: Passage, end: int) -> Range | None:
    """Give the noun phrase that ends at unit *end*, read from right to left."""
    tags, words = passage.tags, passage.words
    if end >= 0 and tags[end] in {"R", "W"}:
        return end, end + 1
    if end < 0 or tags[end] == "C":
        return None
    k = end
    while k >= 0:
        tag = tags[k]
        if tag == ")":
            k = _opening(passage, k) - 1
            continue
        if tag == "C" and not _joins_nouns(passage, k):
            break
        if tag not in IN_PHRASE and tag != "M":
            break
        if tag == "E" and 0 < k < end and _is_past(tags, k):
            break
        k -= 1
    if k >= 0 and tags[k] in {"V", "v", "O", "X", "M", "T"}:
        relative = _relative(passage, k)
        if relative is not None:
            return relative, end + 1
    if k >= 0 and tags[k] == "W" and k < end:
        head = _phrase(passage, k - 1 if tags[k - 1] != "," else k - 2)
        if head:
            return head[0], end + 1
    begin = _trimmed(passage, k + 1, end)
    del words
    return (begin, end + 1) if begin <= end else None


def _joins_nouns(passage: Passage, at: int) -> bool:
    """Tell "Smith and his aides" from "was hit and officials"."""
    if passage.words[at] not in {"and", "or", "&"}:
        return False
    k = at - 1
    while k >= 0 and passage.tags[k] in {"N", "U", "0", "D", "S", "G", "P", "A", "~"}:
        k -= 1
    return k < 0 or passage.tags[k] in ENDS_CLAUSE or passage.tags[k] in {"H", "B"}


def _relative(passage: Passage, at: int) -> int | None:
    """Give the head's begin where unit *at* stands in "people who saw it"."""
    tags = passage.tags
    k = at
    while k >= 0 and tags[k] not in ENDS_CLAUSE and at - k < 12:
        if tags[k] == "W" or (tags[k] == "H" and k > 0 and tags[k - 1] in {"N", "U"}):
            head = _phrase(passage, k - 1)
            return head[0] if head else None
        k -= 1
    return None


def _trimmed(passage: Passage, begin: int, end: int) -> int:
    """Leave out what introduces the clause: "But on Monday the ministry"."""
    tags = passage.tags
    while begin <= end and tags[begin] in {"C", "A", "M", "I"} and begin < end:
        begin += 1
    if begin <= end and tags[begin] == "P":
        for k in range(end, begin, -1):
            if tags[k] == "M" and k < end:
                return _trimmed(passage, k + 1, end)
            if tags[k] in {"D", "S"} and tags[k - 1] != "P":
                return k
        return begin + 1
    for k in range(end, begin, -1):
        if tags[k] == "M" and k < end and tags[k + 1] in {"D", "S", "U"}:
            return k + 1
    return begin


def subject_after(passage: Passage, start: int) -> Range | None:
    """Give the subject of an inverted clause: "said Ann Lee, the engineer"."""
    tags = passage.tags
    n = len(tags)
    k = start
    while k < n and tags[k] == "A":
        k += 1
    if k >= n or tags[k] not in {"D", "S", "U", "N", "R", "0", "~"}:
        return None
    if tags[k] == "R":
        return k, k + 1
    first = k
    while k < n:
        if tags[k] in {".", ";", ":", "Q", "-", "B"}:
            break
        if tags[k] == ",":
            if k + 1 >= n or tags[k + 1] not in {"D", "W", "U", "N", "0"}:
                break
        elif tags[k] == "M":
            break
        k += 1
    while k > first and tags[k - 1] in {",", "P", "C"}:
        k -= 1
    return (first, k) if k > first else None


def first_subject(passage: Passage, stop: int, floor: int = 0) -> Range | None:
    """Give the subject of the first finite verb between *floor* and *stop*."""
    tags = passage.tags
    for k in range(floor, stop):
        if tags[k] in VERBS or (tags[k] == "E" and _follows_subject(tags, k)):
            found = subject_before(passage, group_start(passage, k))
            if found and tags[found[0]] != "W":
                return found
    return None


def _follows_subject(tags: list[str], at: int) -> bool:
    at -= 1
    while at >= 0 and tags[at] in {"A", ","}:
        at -= 1
    return at >= 0 and tags[at] in {"U", "N", "R"}


def _is_past(tags: list[str], at: int) -> bool:
    """Tell "the city presented figures" from "figures presented by the city"."""
    return tags[at - 1] in {"N", "U", "R"} and tags[at + 1] not in {"P", "T"}
