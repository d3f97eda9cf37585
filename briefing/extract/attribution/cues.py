"""Every cue of a passage with its source and the place where its content is."""

from __future__ import annotations

from typing import Final

from briefing.extract.attribution.called_out import (
    read_called_out,
    read_message,
    read_stated,
)
from briefing.extract.attribution.cue import Cue
from briefing.extract.attribution.headings import read_heading
from briefing.extract.attribution.units import Passage
from briefing.extract.attribution.verb_cues import read_verb
from briefing.extract.attribution.verbs import VerbRole, role_of
from briefing.extract.attribution.word_cues import cue_words, read_word
from briefing.resources import word_set, words_of

LONGEST_SENTENCE: Final = 600
"""Units above which a "sentence" is a table or a list, and its commas tell nothing. The
longest sentence of the development texts has 160."""
MAY_BE_CUES: Final = frozenset("NIEAUv")
"""Letters of the nouns, adjectives and prepositions among which cues are."""


def find_cues(passage: Passage) -> list[Cue]:
    """Give the cues of a passage in order, those inside others' words too."""
    if len(passage) > LONGEST_SENTENCE:
        return []
    roles = _read_roles(passage)
    found = read_heading(passage)
    telling = cue_words()
    for at, tag in enumerate(passage.tags):
        cue = None
        if at in roles:
            cue = read_verb(passage, at, roles[at], found)
            if cue is None and roles[at] == "passive":
                cue = read_word(passage, at)
        elif tag in MAY_BE_CUES and passage.words[at] in telling:
            cue = read_word(passage, at) or _read_said(passage, at, found)
        if cue is not None:
            found.append(cue)
    around = [c for c in found if c.begin is not None and c.left_end is not None]
    if around:
        found = [cue for cue in found if not _holds_teller(cue, around)]
    return [cue for cue in found if not _is_in_source(cue, found)]


def _holds_teller(cue: Cue, around: list[Cue]) -> bool:
    """Tell "The dam, Ann Lee said, relieved the town", which is all hers."""
    if cue.source is None:
        return False
    begin, end = cue.source
    return any(
        begin < (other.left_end or 0) < other.at < end <= (other.begin or 0) <= cue.at
        for other in around
    )


def _read_said(passage: Passage, at: int, found: list[Cue]) -> Cue | None:
    """Read the nouns whose words stand beside them: "chants of", "a message from"."""
    word, cue = passage.words[at], None
    if word in words_of("utterances") or word in words_of("borne"):
        cue = read_called_out(passage, at, found)
    if cue is None and word in words_of("sayings"):
        cue = read_message(passage, at)
    if cue is None and word in words_of("occasions"):
        cue = read_stated(passage, at)
    return cue


def _read_roles(passage: Passage) -> dict[int, VerbRole]:
    """Give the cue verbs with their roles; those that are nouns lose their letter."""
    roles: dict[int, VerbRole] = {}
    for at, tag in enumerate(passage.tags):
        if tag != "V":
            continue
        role = role_of(passage, at)
        if role == "none":
            passage.tags[at] = _plain_letter(passage, at)
        else:
            roles[at] = role
    return roles


def _plain_letter(passage: Passage, at: int) -> str:
    """Give what a form of a cue verb is that attributes nothing: "the dyke held"."""
    word = passage.words[at]
    left = passage.tags[at - 1] if at else ""
    if word in word_set("finite_verbs") and left in {"N", "U", "R"}:
        return "v"
    if word.endswith("ing"):
        return "I"
    return "E" if word.endswith("ed") else "N"


def _is_in_source(cue: Cue, found: list[Cue]) -> bool:
    """Tell the "asked" of "a driver who asked not to be named said" from "said"."""
    return any(
        other.source is not None
        and other.source[0] <= cue.at < other.source[1]
        and other is not cue
        for other in found
    )
