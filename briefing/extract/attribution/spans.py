"""Cues become contents: how far each reaches, and which one holds which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from briefing.extract.attribution.called_out import words_end
from briefing.extract.attribution.cue import Cue, Range
from briefing.extract.attribution.edges import (
    CLAUSE_FRAMES,
    CONTRAST,
    begins_after,
    furthest_end,
    quotes_inside,
)
from briefing.extract.attribution.ends import phrase_end, trim_end
from briefing.extract.attribution.lexicon import cue_verbs
from briefing.extract.attribution.units import Passage
from briefing.resources import words_of

INFINITIVES: Final = frozenset({"to", "obj-to", "raised"})
"""Frames in which a day belongs to what is meant: "expects to reopen on Monday"."""

QUOTED_REACH: Final = 4
"""Units from the inner words' begin to their quotation: "a very grave “mistake”"."""


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
        if cue.at < taken and not (found and _quotes_on(passage, found[-1], cue)):
            found += _inside(passage, found, cue)
            continue
        content: list[Range] = []
        if cue.left_end is not None:
            begin = _left_begin(passage, found, cue, cue.left_end)
            if cue.frame != "agent" and _is_relayed(passage, found, begin, cue):
                if told := _told_around(passage, found, begin, cue):
                    found.insert(-1, Found(cue, [told]))
                continue
            found = [f for f in found if f.content[-1][1] <= begin or f.cue.at < begin]
            content.append((begin, trim_end(passage, begin, cue.left_end)))
        if cue.begin is not None:
            content.append(_right(passage, cue, cue.begin, cues[index + 1 :]))
        content = [part for part in content if part[1] > part[0]]
        if content:
            if cue.begin is not None:
                taken = content[-1][1]
            if cue.frame == "raised" and cue.source:
                content.insert(0, _head(passage, cue.source))
            found.append(Found(cue, content))
    return found


def _inside(passage: Passage, found: list[Found], cue: Cue) -> list[Found]:
    """Give the quoted words of another inside what the last cue tells."""
    if not found or not _is_anothers_word(passage, cue, found[-1].cue):
        return []
    return [Found(cue, [_right(passage, cue, cue.begin or 0, [])])]


def _is_anothers_word(passage: Passage, cue: Cue, outer: Cue) -> bool:
    """Tell "what the army called “an error”" and "Chad's apology for “an error”".

    They stand inside what *outer* tells, and are its speaker's only where a pronoun
    owns them: "what he called “an error”".
    """
    source, begin = cue.source, cue.begin
    if source is None or begin is None or source == outer.source:
        return False
    if passage.tags[source[0]] in {"R", "S", "W", "O", "H"}:
        return False
    quoted = passage.tags[begin : begin + QUOTED_REACH]
    if not {"Q", "~"}.intersection(quoted):
        return False
    if cue.frame in {"prep", "clause"} and passage.tags[source[1] - 1] == "G":
        return passage.words[cue.at] in words_of("own_words")
    form = cue_verbs().get(passage.words[cue.at])
    names = form is not None and "as" in form.verb.frames
    is_what = source[0] > 0 and passage.words[source[0] - 1] == "what"
    return names and is_what


def _quotes_on(passage: Passage, outer: Found, cue: Cue) -> bool:
    """Tell whether a content ended where the quotation of an inner cue begins."""
    is_next = cue.begin is not None and cue.begin >= outer.content[-1][1]
    return is_next and quotes_inside(passage, outer.cue, cue)


def _right(passage: Passage, cue: Cue, begin: int, later: list[Cue]) -> Range:
    """Give the content that begins at *begin*, after the cue."""
    if cue.frame == "words":
        return begin, words_end(passage, begin)
    if cue.frame == "gap" and cue.source:
        return begin, cue.source[0]
    stop = furthest_end(passage, cue, begin, later)
    if cue.source and begin < cue.source[0]:
        stop = min(stop, cue.source[0] - 1)  # "named as the pilot by police"
    if cue.frame in CLAUSE_FRAMES:
        return begin, trim_end(passage, begin, stop)
    is_planned = cue.frame in INFINITIVES
    names = is_planned or (cue.frame != "prep" and _names(passage, cue))
    return begin, phrase_end(passage, begin, stop, names=names)


def _names(passage: Passage, cue: Cue) -> bool:
    """Tell "called", which names what it speaks of, from "condemned"."""
    form = cue_verbs().get(passage.words[cue.at])
    return form is not None and "as" in form.verb.frames


def _head(passage: Passage, subject: Range) -> Range:
    """Give a subject without what stands beside it in commas."""
    begin, end = subject
    if "," in passage.tags[begin:end]:
        end = passage.tags.index(",", begin)
    return begin, end


def _is_relayed(passage: Passage, found: list[Found], begin: int, outer: Cue) -> bool:
    """Tell "Diaz urged “calm” in the call, he added": the words are those of Diaz."""
    voices = _mouthpiece(passage, outer)
    for item in found:
        cue = item.cue
        form = cue_verbs().get(passage.words[cue.at])
        if (
            form is not None
            and voices
            and begin <= cue.start < cue.at
            and cue.is_finite
        ):
            is_claim = cue.frame == "that" or form.verb.lemma == "accuse"
            is_told = {"speech", "attitude"} & form.verb.kinds
            if is_claim and is_told and cue.source and cue.source != outer.source:
                return True
        if form is None or "speech" not in form.verb.kinds or cue.at < begin:
            continue
        if cue.source == outer.source or cue.frame == "raised":
            continue
        if any({"Q", "~"}.intersection(passage.tags[b:e]) for b, e in item.content):
            return True
    return False


def _told_around(
    passage: Passage, found: list[Found], begin: int, outer: Cue
) -> Range | None:
    """Give what he tells himself of "Diaz had called to urge “calm”, he added".

    A spokesman passes on what Diaz said; who else adds it tells that Diaz called.
    """
    cue, inner = found[-1].cue, found[-1].content[0][0]
    if inner < cue.at or _mouthpiece(passage, outer):
        return None
    is_name = outer.source is None or passage.tags[outer.source[0]] != "R"
    if cue.frame == "that" and cue.start == begin and is_name:
        return begin, inner + 1  # "Diaz told him he was “calm”, the minister said"
    is_aside = passage.tags[cue.at - 1] == "T" and cue.at > begin
    return (begin, cue.at - 1) if is_aside else None


def _mouthpiece(passage: Passage, cue: Cue) -> bool:
    """Tell a spokesman, who passes on what others said, from a source of his own."""
    if cue.source is None:
        return False
    words = passage.words[cue.source[0] : cue.source[1]]
    return not words_of("mouthpieces").isdisjoint(words)


def _after_contrast(passage: Passage, found: list[Found], end: int) -> int:
    """Give the begin of "two fled" in "Rome denied it, while two fled, police said".

    The first half is said by somebody else.
    """
    for k in range(end - 1, 1, -1):
        if passage.words[k] in CONTRAST and passage.tags[k - 1] == ",":
            is_told = any(f.cue.is_finite and f.cue.at < k for f in found)
            return k + 1 if is_told else 0
    return 0


def _left_begin(passage: Passage, found: list[Found], cue: Cue, end: int) -> int:
    """Give where words said before their cue begin: the sentence, or past a cue."""
    if cue.frame == "agent":
        return cue.start
    tags = passage.tags
    begin = max(begins_after(passage, end), _after_contrast(passage, found, end))
    if end > 1 and found and tags[end - 2 : end] == [",", "Q"]:
        return end - 1 if found[-1].content[-1][1] < end else begin
    for item in found:
        if item.cue.left_end is None or item.cue.begin is not None:
            continue
        k = max(item.cue.at, item.cue.source[1] if item.cue.source else 0)
        while k < end and tags[k] not in {",", "C", "Q", "-"}:
            k += 1
        begin = max(begin, k + (passage.tag(k) not in {"", "Q"}))
    return begin
