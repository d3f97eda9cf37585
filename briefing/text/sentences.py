"""Where the sentences of an article are: nupunkt's, mended for news.

nupunkt parts after some abbreviations ("Retired Lt. | Gen. Flynn", "(D-N.Y. | )") and
takes some common words for abbreviations ("to rest. And Trump"); the rules here join
the first and part the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from briefing.model.article import SPOKEN_ROLES, Segment, Span
from briefing.resources import word_set, word_table, words_of

LONGEST: Final = 2_000
"""Characters of a sentence; above it a text is parted at white space. The longest of
some 1,300 sentences of news has 362. What looks at every pair of words in a sentence
would otherwise take forever over a file without a full stop."""

LOOK: Final = 60
"""Characters looked at on either side of a boundary: who asked, what is abbreviated."""

_CLOSERS = "'\"”’»)]}`"
_OPENERS = "'\"“‘«([{`"
_DASHES = ("--", "– ", "— ", "―")
# Matches the last word of "to Lt." as "Lt", of "(D-N.Y." as "N.Y", of "St." as "St".
_LAST_WORD = re.compile(r"(?P<word>[^\W\d_]+(?:\.[^\W\d_]+)*)\.$")
_FIRST_WORD = re.compile(r"[^\w]*(?P<word>[^\W_]+)")
# Matches the place in "to rest. And" and "last month. “They": a word in lower case, a
# full stop, and a capital; not "Plessy v. Ferguson" or "e.g. Paris".
_UNPARTED = re.compile(
    rf"(?<![\w.])(?P<word>[a-zß-ÿ]{{2,}})\.[{re.escape(_CLOSERS)}]*\s+"
    rf"(?=[{re.escape(_OPENERS)}]*[A-ZÀ-Þ])"
)
# Matches "Eau Claire, Wis. And" and "at 9 p.m. Nobody": an abbreviation and a capital.
_UNPARTED_ABBREVIATION = re.compile(
    r"(?<![\w.])(?P<word>[^\W\d_]{1,6}(?:\.[^\W\d_]{1,3})*)\.\s+"
    r"(?=(?P<next>[A-Z][a-z]*)\s)"
)
# Matches the end of a list item and the mark of the next: "at 8 p.m. • Counting",
# "sworn in. b) The"; not "(he was 31) The".
_NEXT_ITEM = re.compile(
    rf"[.!?…;][{re.escape(_CLOSERS)}]*\s+"
    r"(?=(?:[•●▪■◦‣]\s*|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s+)[^\W_])"
)
_ITEM = re.compile(r"[a-z]{1,4}\)\s")
# What stands between two sentences and belongs to the first: "said.’ | ”".
_STRAY = re.compile(rf"\s*[{re.escape(_CLOSERS)}]+(?=\s|$)")
# Matches the end of a quotation that asks or calls: `"Why?"`; not `“Why.”`.
_ASKED = re.compile(r"[?!]\s?['\"”’]+$")
# Matches who asked it: "Smith asked", "Dr. Jane Smith said"; its group is the verb.
_SPEAKER = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*\s+){1,4}(?P<verb>[a-z]+)\b")
# Matches "the next host is …" and "a matter of...": its group is the last word.
_TRAILING_OFF = re.compile(r"\b(?P<word>[^\W\d_]+)\s?(?:…|\.\s?\.\s?\.)$")
_COPULAS: Final = frozenset(("is", "are", "was", "were"))
_ONLY_MARKS = re.compile(r"[\W\d_]*$")


@cache
def _abbreviations() -> dict[str, str]:
    """Give abbreviation → `never` or `may`: whether it can end a sentence."""
    return {row[0]: row[1] for row in word_table("abbreviations")}


def find_sentences(text: str, lines: tuple[Segment, ...]) -> tuple[Span, ...]:
    """Give the sentences of the spoken segments of *text*, trimmed, in order.

    None crosses a segment, and no character of a segment but white space is left out.
    """
    return tuple(
        span
        for line in lines
        if line.role in SPOKEN_ROLES
        for span in _sentences(text, line.span.start, line.span.end)
    )


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    from nupunkt import sent_spans

    words = text[start:end]
    cuts = sorted({at for _, at in sent_spans(words)} | set(_missed(words)))
    kept: list[int] = []
    begin = 0
    for cut in cuts:
        at = _past_strays(words, cut)
        if at >= len(words) or (at > begin and not _goes_on(words, begin, at)):
            kept.append(at)
            begin = at
    yield from _trimmed(words, list(_with_limit(words, kept)), start)


def _with_limit(words: str, cuts: list[int]) -> Iterator[int]:
    """Give the cuts, and more of them where a sentence would be longer than any is."""
    begin = 0
    for cut in [*cuts, len(words)]:
        while cut - begin > LONGEST:
            space = max(words.rfind(mark, begin + 1, begin + LONGEST) for mark in " \n")
            begin = space if space > begin else begin + LONGEST
            yield begin
        begin = cut
        if cut < len(words):
            yield cut


def _trimmed(words: str, cuts: list[int], offset: int) -> Iterator[Span]:
    begin = 0
    for cut in [*cuts, len(words)]:
        part = words[begin:cut]
        inner = part.strip()
        if inner:
            lead = len(part) - len(part.lstrip())
            yield Span(offset + begin + lead, offset + begin + lead + len(inner))
        begin = cut


def _missed(words: str) -> Iterator[int]:
    """Give the places that nupunkt misses: behind common words, before list items."""
    for match in _UNPARTED.finditer(words):
        if match["word"] not in _abbreviations():
            yield match.end()
    yield from (match.end() for match in _NEXT_ITEM.finditer(words))
    openers = word_set("sentence_openers")
    for match in _UNPARTED_ABBREVIATION.finditer(words):
        if match["next"] in openers and _abbreviations().get(match["word"]) == "may":
            yield match.end()


def _past_strays(words: str, cut: int) -> int:
    """Move *cut* behind closing quotes and brackets that stand alone after it."""
    match = _STRAY.match(words, cut)
    # A straight mark before a word opens; only before white space does it close.
    return match.end() if match else cut


def _goes_on(words: str, begin: int, cut: int) -> bool:
    """Tell whether the sentence from *begin* goes on after *cut*."""
    before = words[max(begin, cut - LOOK) : cut].rstrip()
    after = words[cut : cut + LOOK].lstrip()
    if not after:
        return False
    if cut - begin < LOOK and _ONLY_MARKS.match(before):
        # The number or mark of a list belongs to what it numbers.
        return True
    first = _FIRST_WORD.match(after)
    if first is None or after[0] in ",;:)]}”’»" or after.startswith(_DASHES):
        return True
    if _ITEM.match(after):
        return False
    if after[0].islower() and not after[1:2].isupper():
        return True
    if _ASKED.search(before) and _is_speaker(after):
        return True
    trail = _TRAILING_OFF.search(before)
    if trail is not None and trail["word"].lower() in _never_last():
        return True
    last = _LAST_WORD.search(before)
    return last is not None and _abbreviation_goes_on(last["word"], first["word"])


def _is_speaker(after: str) -> bool:
    match = _SPEAKER.match(after)
    return match is not None and match["verb"] in word_set("asking_verbs")


@cache
def _never_last() -> frozenset[str]:
    """Give the words that end no sentence: "the", "my", "to", "and", "is"."""
    return _COPULAS.union(*(words_of(letter, "function_words") for letter in "DSTCWH"))


def _abbreviation_goes_on(last: str, first: str) -> bool:
    kind = _abbreviations().get(last)
    if kind == "never":
        # "He said no. Ten left" is told from "No. 10" by its case.
        return last not in ("No", "Nos", "Art", "Fig") or first[0].isdigit()
    if kind == "may":
        return first[0].isdigit() or first in word_set("abbreviation_followers")
    return False
