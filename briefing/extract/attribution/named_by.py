"""What somebody names somebody: "hailed by Ann Lee as “historic”"."""

from __future__ import annotations

from typing import Final

from briefing.extract.attribution.cue import Cue, Range
from briefing.extract.attribution.lexicon import VerbForm
from briefing.extract.attribution.units import Passage

AGENT: Final = frozenset("DSNU0GEP")
AGENT_REACH: Final = 12
"""Units of "by the head of the national rescue service" before its "as"."""
QUOTED: Final = frozenset({"Q", "~"})


def is_named_by(passage: Passage, at: int, form: VerbForm) -> bool:
    """Tell whether the participle at *at* names with a quotation, and says by whom."""
    is_participle = "participle" in form.forms and "as" in form.verb.frames
    return is_participle and _read(passage, at) is not None


def read_named_by(passage: Passage, at: int) -> Cue | None:
    """Read "described by Ann Lee as “a bomb”" and "described as “a bomb” by her"."""
    read = _read(passage, at)
    if read is None:
        return None
    source, begin = read
    return Cue(
        at,
        source,
        f"“{passage.words[at]}” with “by” and a quotation",
        begin=begin,
        frame="words",
        is_finite=False,
    )


def _read(passage: Passage, at: int) -> tuple[Range, int] | None:
    """Give who names and where the quotation begins."""
    k = at + 1
    if passage.word(k) == "by":
        end = _agent_end(passage, k + 1)
        begin = end + (passage.word(end) == "as")
        begin += passage.tag(begin) == "D"
        is_told = end > k + 1 and passage.tag(begin) in QUOTED
        return ((k + 1, end), begin) if is_told else None
    k += passage.word(k) == "as"
    k += passage.tag(k) == "D"
    if passage.tag(k) not in QUOTED or passage.word(k + 1) != "by":
        return None
    end = _agent_end(passage, k + 2)
    return ((k + 2, end), k) if end > k + 2 else None


def _agent_end(passage: Passage, begin: int) -> int:
    """Give the end of the noun phrase that begins at *begin*."""
    k = begin
    while k < begin + AGENT_REACH and passage.tag(k) in AGENT:
        if passage.word(k) == "as":
            break
        k += 1
    while k > begin and passage.tags[k - 1] in {"P", "D"}:
        k -= 1
    return k
