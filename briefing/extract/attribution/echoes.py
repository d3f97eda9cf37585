"""Headlines and crossheads in quotation marks, whose speaker the text below names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from briefing.extract.reading import Held, Reading
from briefing.model.statement import Attribution, Speaker

SHORTEST_ECHO: Final = 3
"""Words from which a quotation is known again: "we lost everything", not "no way"."""
MOST_HEADINGS: Final = 40
"""Quotations without a speaker that are looked for, so that the work stays linear."""
WORD: Final = re.compile(r"[^\W_]+")


def name_echoes(reading: Reading, attributions: Held) -> Held:
    """Give a line that is only a quotation the one speaker who says its words."""
    lines = [i for i, held in enumerate(attributions) if _is_nobodys(held)]
    if not lines:
        return attributions
    said = _said(reading, attributions)
    named = list(attributions)
    for i in lines[:MOST_HEADINGS]:
        made = attributions[i][0]
        words = _words(reading, made)
        if words.count(" ") <= SHORTEST_ECHO:
            continue
        speakers = {speaker.name: speaker for text, speaker in said if words in text}
        if len(speakers) == 1:
            speaker = next(iter(speakers.values()))
            because = "the words of a quotation elsewhere in the text"
            named[i] = (replace(made, speaker=speaker, because=because),)
    return tuple(named)


def _is_nobodys(held: tuple[Attribution, ...]) -> bool:
    made = held[0] if len(held) == 1 else None
    return made is not None and made.cue is None and made.speaker is None


def _said(reading: Reading, attributions: Held) -> list[tuple[str, Speaker]]:
    """Give the words of every quotation with a speaker."""
    return [
        (_words(reading, made), made.speaker)
        for held in attributions
        for made in held
        if made.speaker is not None and made.kind != "indirect"
    ]


def _words(reading: Reading, made: Attribution) -> str:
    """Give the words of a content in lower case, a blank around each."""
    text = " … ".join(reading.text[span.start : span.end] for span in made.content)
    return f" {' '.join(WORD.findall(text.lower()))} "
