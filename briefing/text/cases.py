"""Put a name in the case of a pronoun: "her house" is Okon's, "hit her" is Okon."""

from __future__ import annotations

import re
from typing import Final, Literal

from briefing.resources import words_of

Case = Literal["owner", "object"]

OWNERS: Final = frozenset(("his", "its", "their", "hers"))

# Matches what follows "her" at once: " house", " 40-year", ", who".
_NEXT: Final = re.compile(r"\s*([\w-]+|[^\w\s])")
# Matches the word before "her": "saw ".
_LAST: Final = re.compile(r"([\w-]+)\s+$")
LONGEST: Final = 40
"""Letters before "her" that are looked at."""


def case_of(text: str, start: int, end: int) -> Case | None:
    """Give the case of the pronoun from *start* to *end*; None where it may be either.

    "Saw her leave" and "saw her leave granted" begin alike: after a verb that takes
    another verb nothing is told.
    """
    word = text[start:end].lower()
    if word in OWNERS:
        return "owner"
    if word != "her":
        return "object"
    after = _NEXT.match(text, end)
    if after is None or not after[1][0].isalnum():
        return "object"
    follows = after[1].lower()
    if follows in words_of("object", "behind_her") or follows.endswith("ly"):
        return "object"
    before = _LAST.search(text, max(0, start - LONGEST), start)
    takes_verb = before and before[1].lower() in words_of("sees", "behind_her")
    is_either = takes_verb or follows in words_of("either", "behind_her")
    return None if is_either else "owner"


def in_case(antecedent: str, text: str, start: int, end: int) -> str:
    """Put *antecedent* in the case of the words it stands for: his → Reyes’."""
    owns = text[start:end].lower().endswith(("'s", "\u2019s"))
    if owns or case_of(text, start, end) != "object":
        return antecedent + ("\u2019" if antecedent.endswith("s") else "\u2019s")
    return antecedent
