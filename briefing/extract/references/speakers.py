"""Who spoke last, so that "he added" goes on with the same voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from briefing.extract.reading import Reading
from briefing.model.statement import Attribution, Speaker

FARTHEST: Final = 2
"""Sentences over which a voice is taken to go on."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker and the sentence in which he was last heard."""

    speaker: Speaker
    sentence: int


def speakers_before(
    reading: Reading, attributions: Sequence[Sequence[Attribution]]
) -> tuple[Voice | None, ...]:
    """Give for each sentence who was heard last before it; None where unsure."""
    found: list[Voice | None] = []
    last: Voice | None = None
    runs_to = 0
    for sentence in reading.sentences:
        if last is not None and sentence.span.end <= runs_to:
            last = Voice(last.speaker, sentence.index)
        near = last is not None and sentence.index - last.sentence <= FARTHEST
        found.append(last if near else None)
        here = {a.speaker for a in attributions[sentence.index] if a.cue is not None}
        if len(here) == 1:
            speaker = here.pop()
            last = Voice(speaker, sentence.index) if speaker else None
        elif here:
            last = None
        for attribution in attributions[sentence.index]:
            runs_to = max([runs_to, *(span.end for span in attribution.content)])
    return tuple(found)
