"""Tell the first names that are months too: "Jan Berg", "April Reyes", "June Osei"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.resources import words_of
from briefing.text.words import Token

FIRST_NAMES: Final = frozenset({"Jan", "April", "May", "June", "August"})
BEFORE_MONTH: Final = words_of("before_months")


def is_first_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell "Interior Minister Jan Berg" from "in May Norway" and "Jan 5".

    A month has its preposition or its day; a first name has a second one behind it.
    """
    if tokens[at].text not in FIRST_NAMES or at + 1 >= len(tokens):
        return False
    if at and (
        tokens[at - 1].lower in BEFORE_MONTH or not tokens[at - 1].text.isalpha()
    ):
        return False
    after = tokens[at + 1].text
    is_name = after[0].isupper() and len(after) > 1 and not after.isupper()
    return is_name and after.lower() not in words_of("months_and_days")
