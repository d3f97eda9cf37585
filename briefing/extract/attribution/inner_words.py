"""Quoted words that another said, inside what somebody says of them."""

from __future__ import annotations

from typing import Final

from briefing.extract.attribution.cue import Cue
from briefing.extract.attribution.lexicon import cue_verbs
from briefing.extract.attribution.units import Passage
from briefing.resources import words_of

QUOTED_REACH: Final = 4
"""Units from the inner words' begin to their quotation: "a very grave “mistake”"."""


def is_anothers_word(passage: Passage, cue: Cue, outer: Cue) -> bool:
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
