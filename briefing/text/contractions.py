"""Spell out the verb that a pronoun's apostrophe shortens: "he's been" is "has"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing.resources import words_of

LONGEST: Final = 60
"""Letters behind an apostrophe that are looked at: an adverb, a verb and the next."""

# Matches the "'s" of "he's been", its apostrophe of either kind; not "he 's'".
_SHORT: Final = re.compile(r"['\u2019](s|d|ll)\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[\w-]+")
_NOT_WORDS: Final = re.compile(r"[.!?;:\"\u201c\u201d]")


class Contraction(NamedTuple):
    """A shortened verb behind a pronoun."""

    end: int
    """Place in the text behind it."""
    verb: str | None
    """The whole verb; None where it may be either of two."""


def _words(kind: str) -> frozenset[str]:
    return words_of(kind, "contractions")


def contraction_at(text: str, place: int) -> Contraction | None:
    """Give the verb shortened at *place*, behind a pronoun; None where there is none.

    "He's seen as" is "is", "he's seen the" is "has"; "he's lost" may be either.
    """
    short = _SHORT.match(text, place)
    if short is None:
        return None
    rest = text[short.end() : short.end() + LONGEST]
    ahead = _NOT_WORDS.split(rest, maxsplit=1)[0]
    words = [w.lower() for w in _WORD.findall(ahead)]
    while words and (words[0] in _words("adverb") or words[0].endswith("ly")):
        del words[0]
    mark = short[1].lower()
    verb = "will" if mark == "ll" else _VERBS[mark](words)
    return Contraction(short.end(), verb)


def _is_or_has(words: list[str]) -> str | None:
    if not words:
        return None
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first in _words("perfect"):
        return "has"
    if not _is_participle(first):
        return "is"
    if second in _words("object"):
        return "has"
    return "is" if second in _words("passive") and first.endswith("ed") else None


def _had_or_would(words: list[str]) -> str | None:
    if not words:
        return None
    if words[0] in _words("base"):
        return "would"
    if words[0] in _words("perfect") or words[0] == "better":
        return "had"
    is_plain = _is_participle(words[0]) and words[0] not in _words("both")
    return "had" if is_plain else None


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in _words("participle")


_VERBS: Final = {"s": _is_or_has, "d": _had_or_would}
