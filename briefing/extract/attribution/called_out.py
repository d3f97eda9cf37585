"""Words that a noun names: "chants of “…”", "slogans such as “…”"."""

from __future__ import annotations

from typing import Final

from briefing.extract.attribution.cue import Cue, Range
from briefing.extract.attribution.owners import shared_subject
from briefing.extract.attribution.sources import (
    group_start,
    subject_after,
    subject_before,
)
from briefing.extract.attribution.units import Passage
from briefing.resources import words_of

MESSAGE_AT: Final = 3
"""The least unit of "message" in "“Enough” was the message from"."""
STATED_AT: Final = 4
"""The last unit at which "statement" stands in "In a rare joint statement,"."""
SUBJECT: Final = frozenset("DSUN0GPC")
NOBODY: Final = frozenset({"there", "it"})
DETERMINERS: Final = frozenset({"the", "this", "a"})


def read_called_out(passage: Passage, at: int, found: list[Cue]) -> Cue | None:
    """Read the "chants" at unit *at*: those who raise them say the words.

    "There were chants of “…”" tells words and no speaker.
    """
    begin = _quotation_after(passage, at + 1)
    if begin is None:
        return None
    if passage.words[at] in words_of("borne") and (bearer := _bearer(passage, at)):
        source: Range | None = bearer
    elif passage.words[at] in words_of("utterances"):
        if _is_met_with(passage, at):
            return None
        source = _raised_by(passage, at, found)
    else:
        return None
    return Cue(
        at,
        source,
        f"the noun “{passage.words[at]}”",
        begin=begin,
        frame="words",
        is_finite=False,
    )


def read_message(passage: Passage, at: int) -> Cue | None:
    """Read "“Enough is enough” was the message from Ann Lee"."""
    if at < MESSAGE_AT or passage.tags[0] != "Q" or passage.tags[at - 1] not in "DNE":
        return None
    if passage.words[1] not in words_of("be"):
        return None
    if passage.word(at + 1) not in {"from", "of", "by"}:
        return None
    source = subject_after(passage, at + 2)
    if source is None or not set(passage.tags[2:at]) <= {"D", "N", "E"}:
        return None
    return Cue(
        at,
        source,
        f"“{passage.words[at]} {passage.words[at + 1]}”",
        units=(1, at + 2),
        left_end=1,
    )


def read_stated(passage: Passage, at: int) -> Cue | None:
    """Read "In a joint statement, the leaders “reaffirmed their pledge”"."""
    tags, words = passage.tags, passage.words
    if at > STATED_AT or words[0] != "in" or "," not in tags[at:] or not passage.quotes:
        return None
    comma = tags.index(",", at)
    begin = min(passage.quotes)
    is_phrase = set(tags[comma + 1 : begin]) <= SUBJECT and comma + 1 < begin
    if not is_phrase or not set(tags[1:comma]) <= SUBJECT | {"E", "A", "M", "I", "T"}:
        return None
    if passage.last_mark(begin) == "," or tags[begin - 1] in {"P", "C"}:
        return None
    return Cue(
        at,
        (comma + 1, begin),
        f"“in … {words[at]}”",
        units=(0, at + 1),
        begin=begin,
        frame="words",
    )


def _quotation_after(passage: Passage, k: int) -> int | None:
    """Give the quotation behind "of", "including", "such as" or a colon."""
    k += passage.tag(k) == ","
    if passage.word(k) == "such" and passage.word(k + 1) == "as":
        k += 2
    elif passage.word(k) in words_of("utters") or passage.tag(k) == ":":
        k += 1
    return k if passage.tag(k) in {"Q", "~"} else None


def _is_met_with(passage: Passage, at: int) -> bool:
    """Tell "was greeted with chants of", where no one tells whose they are."""
    k = passage.back(at - 1, "NEIA0D")
    if k < 2 or passage.words[k] not in {"with", "by", "to"}:  # noqa: PLR2004
        return False
    return not words_of("be").isdisjoint(passage.words[k - 3 : k])


def _raised_by(passage: Passage, at: int, found: list[Cue]) -> Range | None:
    """Give whose chants they are: their owner, else the subject of the clause."""
    k = passage.back(at - 1, "NEIA0D")
    if k > 0 and passage.tags[k] == "G":
        owner = subject_before(passage, k)
        return (owner[0], k + 1) if owner else None
    source = shared_subject(passage, at, found) if k > 0 else None
    if source is None or passage.words[source[0]] in NOBODY:
        return None
    return source if source[1] <= at else None


def _bearer(passage: Passage, at: int) -> Range | None:
    """Give the paper of "the paper bore the front-page headline “…”"."""
    k = passage.back(at - 1, "NEIA0")
    if k < 1 or passage.words[k] not in DETERMINERS:
        return None
    if passage.words[k - 1] not in words_of("bears"):
        return None
    return subject_before(passage, group_start(passage, k - 1))


def words_end(passage: Passage, begin: int) -> int:
    """Give the end of "“bread”, “peace” and “land”"."""
    end = k = begin
    while passage.tag(k) in {"Q", "~", ",", "C"}:
        k += 1
        if passage.tags[k - 1] in {"Q", "~"}:
            end = k
    return end
