"""Cues become contents: how far each reaches, and which one holds which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from briefing.extract.attribution.cue import Cue, Range
from briefing.extract.attribution.ends import phrase_end, trim_end
from briefing.extract.attribution.lexicon import cue_verbs
from briefing.extract.attribution.units import Passage

MAIN_CLAUSE: Final = (["D"], ["U"], ["R"], ["S"], ["N"], ["Q"])
CLAUSE_FRAMES: Final = frozenset({"that", "quote", "bare", "clause"})


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
            begin = (
                cue.start if cue.frame == "agent" else _left_begin(passage, found, cue)
            )
            if cue.frame != "agent" and _is_relayed(passage, found, begin, cue):
                continue
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
                end = phrase_end(passage, cue.begin, stop, names=_names(passage, cue))
            if end > cue.begin:
                content.append((cue.begin, end))
        content = [c for c in content if c[1] > c[0]]
        if cue.frame == "raised" and content and cue.source:
            content = [_head(passage, cue.source), *content]
        if content:
            found.append(Found(cue, content))
            if cue.begin is not None:
                taken = content[-1][1]
    return found


def _is_relayed(passage: Passage, found: list[Found], begin: int, outer: Cue) -> bool:
    """Tell "Diaz urged “calm” in the call, he added": the words are those of Diaz."""
    for item in found:
        cue = item.cue
        form = cue_verbs().get(passage.words[cue.at])
        if form is None or "speech" not in form.verb.kinds or cue.at < begin:
            continue
        if cue.source == outer.source or cue.frame == "raised":
            continue
        if any({"Q", "~"} & set(passage.tags[b:e]) for b, e in item.content):
            return True
    return False


def _names(passage: Passage, cue: Cue) -> bool:
    form = cue_verbs().get(passage.words[cue.at])
    return form is not None and "as" in form.verb.frames


def _head(passage: Passage, subject: Range) -> Range:
    """Give a subject without what stands beside it in commas."""
    begin, end = subject
    for k in range(begin, end):
        if passage.tags[k] == ",":
            return begin, k
    return subject


def _left_begin(passage: Passage, found: list[Found], cue: Cue) -> int:
    """Give where words said before their cue begin: the sentence, or past a cue."""
    begin = 0
    tags = passage.tags
    for k in range((cue.left_end or 0) - 1, 0, -1):
        if tags[k] == ";" or (tags[k] == "Q" and _ends_sentence(passage, k)):
            begin = k + 1
            break
    end = cue.left_end or 0
    if end > 1 and found and tags[end - 2 : end] == [",", "Q"]:
        return end - 1 if found[-1].content[-1][1] < end else begin
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
            n = edge
            break
    is_lead_in = _leads_in(passage, cue)
    if cue.frame == "clause":
        n = _subject_clause_end(passage, cue.begin, n)
    for k in range(cue.begin, n):
        if tags[k] == ";":
            return k
        if tags[k] == "," and is_lead_in and tags[k + 1 : k + 2] in MAIN_CLAUSE:
            return k
        if tags[k] == "Q" and _closes_clause(passage, k):
            return k + 1
        if tags[k] == "Q" and k == cue.begin and _next_verb(passage, k + 1):
            return k + 1
        if tags[k] == "Q" and k > cue.begin and _ends_sentence(passage, k):
            return k + 1
    return n


def _subject_clause_end(passage: Passage, begin: int, stop: int) -> int:
    """Give where "her claim that the vote was rigged" ends before "was dismissed"."""
    tags = passage.tags
    has_verb = False
    for k in range(begin + 1, stop):
        if tags[k] in {",", "C", "W", "H", "K", "B", "Q", "~", "R", ";", "T"}:
            if tags[k] in {",", "C", "B", ";"}:
                return stop
            has_verb = False
        elif tags[k] in {"X", "v", "V"}:
            if has_verb and tags[k - 1] not in {"X", "A", "v", "V"}:
                return k
            has_verb = True
    return stop


def _leads_in(passage: Passage, cue: Cue) -> bool:
    """Tell "While aides say it works, the mayor …": the main clause comes later."""
    tags = passage.tags
    if "," in tags[: cue.start]:
        return False
    if cue.start == 0:
        return tags[0] == "V" and not cue.is_finite
    return tags[0] in {"B", "P"} and (tags[cue.start - 1] == "B" or not cue.is_finite)


def _next_verb(passage: Passage, k: int) -> bool:
    """Tell "chanted “No more” and marched" from "“No more” and “never again”"."""
    tags = passage.tags
    if tags[k : k + 1] != ["C"]:
        return False
    k += 1
    while k < len(tags) and tags[k] == "A":
        k += 1
    return k < len(tags) and tags[k] in {"V", "v", "E", "X"}


def _closes_clause(passage: Passage, unit: int) -> bool:
    """Tell "called it “a sham,” but" from "“weak,” “old” and “slow”"."""
    tags = passage.tags
    if tags[unit + 1 : unit + 2] not in (["C"], ["I"], ["A"], ["W"], ["V"]):
        return False
    if "Q" in tags[unit + 1 : unit + 3]:
        return False
    quote, sentence = passage.quotes[unit], passage.sentences[-1]
    at = quote.inner.end - 1 - sentence.span.start
    return 0 <= at < len(sentence.text) and sentence.text[at] == ","


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


def _speaks_again(passage: Passage, other: Cue) -> bool:
    """Tell "said it was safe and urged people to return"."""
    form = cue_verbs().get(passage.words[other.at])
    return (
        form is not None
        and "speech" in form.verb.kinds
        and ("past" in form.forms or ("third" in form.forms and not form.is_noun_too))
    )


def _edge(passage: Passage, cue: Cue, other: Cue) -> int | None:
    """Give where *other* breaks off the words of *cue*; None where it is part of them."""
    tags = passage.tags
    start = other.start
    if start <= 0:
        return None
    if other.left_end is not None and other.frame != "agent":
        return other.left_end
    left = tags[start - 1]
    if not other.is_finite:
        return start - 1 if left in {",", "-"} and other.source == cue.source else None
    if passage.words[other.at] == "according":
        return start - 1 if left == "," else start
    if left == "C":
        if start >= 2 and tags[start - 2] in {",", "Q", "-"}:
            return start - 1 if tags[start - 2] == "Q" else start - 2
        if (
            other.source != cue.source
            and other.source
            and _speaks_again(passage, other)
        ):
            return start - 1
        if other.source == cue.source and (
            cue.frame not in CLAUSE_FRAMES or _speaks_again(passage, other)
        ):
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
