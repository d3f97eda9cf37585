"""Find the noun that a number counts: "three Serb gunmen" counts gunmen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from briefing.extract.figures.vocabulary import PLURALS, STOPS

_WORD: Final = re.compile(r"[\s-]*([^\W\d_](?:[\w.\u2019'-]*\w)?)")
MAX_MODIFIERS: Final = 5


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase after a number."""

    end: int
    unit: str
    """Its head, singular and in lower case."""
    what: str
    """The phrase as written."""


def counted_after(text: str, place: int, *, is_one: bool) -> Counted | None:
    """Give what the number ending at *place* counts; None if no noun follows.

    The head is the first plural of the phrase, or the last of several that touch
    ("police officers"); after "one" it is the word before the phrase ends.
    """
    begin, end, head = place, place, ""
    words = 0
    here = place
    while words <= MAX_MODIFIERS and (m := _WORD.match(text, here)):
        word = m[1].removesuffix("'s").removesuffix("\u2019s")
        lower = word.lower()
        if lower in STOPS or re.search(r"[^\s-]", text[here : m.start(1)]):
            break
        plural = is_plural(lower)
        if head and not is_one and not plural:
            break
        if is_one and head and _ends_one(lower):
            break
        if plural or is_one:
            head, end = lower, m.start(1) + len(word)
        words += 1
        here = m.end()
    if not head:
        return None
    phrase = text[begin:end].strip(" -\u00a0\n")
    return Counted(end, singular(head) if not is_one else head, phrase)


def _ends_one(word: str) -> bool:
    return word.endswith(("ed", "ing")) or word in ("dead", "missing", "hurt", "died", "shot")


def is_plural(word: str) -> bool:
    """Tell whether *word* looks like a plural noun."""
    if word in PLURALS:
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "ous")) and len(word) > 3


def singular(word: str) -> str:
    """Give the singular of a plural noun: "gunmen" is "gunman"."""
    if word in PLURALS:
        return PLURALS[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes", "sses", "zes")):
        return word[:-2]
    return word.removesuffix("s")
