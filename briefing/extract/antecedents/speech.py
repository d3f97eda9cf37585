"""Which words are verbs of speech."""

from __future__ import annotations

from functools import cache

from briefing.resources import word_table
from briefing.text.words import stem


@cache
def speech_stems() -> frozenset[str]:
    """Give the stems of verbs of speech, their irregular forms too."""
    found: set[str] = {"said", "told", "wrote", "spoke"}
    for verb, *rest in word_table("speech_verbs"):
        found.add(stem(verb))
        for irregular in rest[1:2]:
            found.update(irregular.split(","))
    return frozenset(found)


def is_speech_verb(word: str) -> bool:
    """Tell whether a word is a form of a verb of speech."""
    return word in speech_stems() or stem(word) in speech_stems()
