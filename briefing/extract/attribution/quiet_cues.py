"""Cues that tell of words without telling whose: "is believed to", "it is clear"."""

from __future__ import annotations

from typing import Final

from briefing.extract.attribution.cue import Cue, Range
from briefing.extract.attribution.lexicon import cue_verbs
from briefing.extract.attribution.named_by import read_named_by
from briefing.extract.attribution.sources import (
    group_start,
    subject_after,
    subject_before,
)
from briefing.extract.attribution.units import Passage
from briefing.extract.attribution.verbs import before
from briefing.resources import words_of

LINKS: Final = frozenset({"of", "for", "as", "with"})
"""What follows a passive of blame or naming: "was accused of", "is seen as"."""


def read_passive(passage: Passage, at: int, start: int) -> Cue | None:
    """Read "is believed to …", "it was reported that …", "was rejected by …"."""
    words = passage.words
    named = read_named_by(passage, at)
    if named is not None and words[at - 1] not in words_of("be"):
        return named
    following = passage.skip(at + 1, "AM")
    subject = subject_before(passage, start)
    is_by = passage.word(following) == "by"
    if subject and (is_by or passage.word(following) == "as"):
        reads = _by_agent if is_by else _by_agent_last
        agent = reads(passage, at, following, subject)
        if agent is not None or is_by:
            return agent
    if named is not None and passage.word(following) != "by":
        return named
    if words[at] not in words_of("quiet_passives"):
        return None
    because = f"“{words[at]}” without a subject of its own"
    if passage.tag(following) == "H":
        return Cue(at, None, because, clause_at=start, begin=following)
    if subject is None or words[subject[0]] == "it":
        return None
    if not _takes(passage, at, following):
        return None
    return Cue(
        at, subject, because, units=(start, at + 1), begin=following, frame="raised"
    )


def _takes(passage: Passage, at: int, following: int) -> bool:
    """Tell "was accused of", "is said to" and "was dubbed a" from "was said"."""
    tag = passage.tag(following)
    if passage.words[at] in words_of("naming") and tag in {"D", "Q", "~", "N"}:
        return True
    return tag == "T" or (tag in {"P", "B"} and passage.words[following] in LINKS)


def _by_agent(passage: Passage, at: int, by: int, subject: Range) -> Cue | None:
    """Read "the plan was criticised by residents": the agent is the source."""
    agent: Range | None = (by + 1, by + 2)
    if passage.tag(by + 1) != "O":
        agent = _before_quoted(passage, subject_after(passage, by + 1))
    if agent is None or agent[0] != by + 1:
        return None
    return Cue(
        at,
        agent,
        f"“{passage.words[at]} by”",
        units=(at, by + 1),
        clause_at=subject[0],
        begin=_predicate_after(passage, at, agent[1]),
        left_end=subject[1],
        frame="agent",
    )


def _by_agent_last(passage: Passage, at: int, begin: int, subject: Range) -> Cue | None:
    """Read "Bo Ek was named as the pilot by police" at the sentence's end."""
    if "as" not in cue_verbs()[passage.words[at]].verb.frames:
        return None
    by = passage.skip(begin + 2, "DNU0EGS")
    if passage.word(by) != "by":
        return None
    agent = subject_after(passage, by + 1)
    if agent is None or agent[0] != by + 1 or passage.tag(agent[1]) not in {"", "."}:
        return None
    return Cue(
        at,
        agent,
        f"“{passage.words[at]} as … by”",
        clause_at=subject[0],
        begin=begin,
        left_end=subject[1],
        frame="agent",
    )


def _before_quoted(passage: Passage, agent: Range | None) -> Range | None:
    """Give the "relatives" of "was called by relatives “a farce”"."""
    if agent is None or passage.tags[agent[0]] == "~":
        return agent
    quoted = (k for k in range(*agent) if passage.tags[k] == "~")
    return agent[0], next(quoted, agent[1])


def _predicate_after(passage: Passage, at: int, end: int) -> int | None:
    """Give the "as" of "was described by engineers as a bomb"."""
    form = cue_verbs()[passage.words[at]]
    names = "as" in form.verb.frames
    if names and passage.tag(end) in {"~", "Q"}:
        return end
    is_named = names and passage.word(end) == "as"
    return end if is_named and passage.tag(end + 1) not in {"R", ""} else None


def read_clear(passage: Passage, at: int) -> Cue | None:
    """Read "it is clear that"."""
    words, be = passage.words, words_of("be")
    left = before(passage, at)
    if left < 1 or words[left - 1] != "it" or words[left] not in be | {"'s"}:
        return None
    if passage.tag(at + 1) not in {"H", "U", "R"}:
        return None
    return Cue(at, None, f"“it … {words[at]}”", units=(left - 1, at + 1), begin=at + 1)


def read_made_clear(passage: Passage, at: int) -> Cue | None:
    """Read "made clear that" and "has made it clear that"."""
    k = passage.back(at - 1, "A")
    if k > 0 and passage.words[k] == "it":
        k -= 1
    if passage.word(k) not in words_of("makes") or passage.tag(at + 1) != "H":
        return None
    source = subject_before(passage, group_start(passage, k))
    if source is None:
        return None
    return Cue(
        at,
        source,
        f"“{passage.words[k]} {passage.words[at]}”",
        units=(k, at + 1),
        begin=at + 1,
    )


def _says_itself(passage: Passage, at: int) -> bool:
    """Tell "appeared to suggest that", where the subject says it, from "to leak"."""
    form = cue_verbs().get(passage.word(at))
    speaks = form is not None and "speech" in form.verb.kinds
    return speaks and passage.tag(at + 1) in {"H", "Q", "K"}


def read_appears(passage: Passage, at: int) -> Cue | None:
    """Read "the bridge seems to have held": nobody says who judges."""
    if passage.tag(at + 1) != "T" or _says_itself(passage, at + 2):
        return None
    subject = subject_before(passage, group_start(passage, at))
    if subject is None:
        return None
    return Cue(
        at,
        subject,
        f"“{passage.words[at]}” without a subject of its own",
        begin=at + 1,
        frame="raised",
    )
