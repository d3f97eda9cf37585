"""Tell the day on which something was said from the day on which it happened."""

from __future__ import annotations

import re
from typing import Final

from briefing.resources import word_table

SAYING: Final = frozenset(
    words for kind, words, *_ in word_table("date_words") if kind == "saying"
)
LONGEST: Final = 60
"""Letters looked at on either side of a day."""
MOST_BETWEEN: Final = 3
"""Words between "said" and its day: "told reporters late on Saturday"."""
MOST_BEFORE_VERB: Final = 6
"""Words between a day and "said": "On Saturday a spokesman for the port said"."""

# Matches a word, or a mark that ends the clause; a full stop in "Lt." is none.
_PIECE: Final = re.compile(r"[\w'\u2019-]+|[,;:\u2014\u2013()\"\u201c\u201d]")


def is_day_of_saying(text: str, start: int, end: int) -> bool:
    """Tell whether the day from *start* to *end* is that of "said", "told" beside it.

    "Police said on Saturday" and "On Saturday police said" tell nothing of the day of
    the crash; "the crash on Saturday, police said" does.
    """
    before = _PIECE.findall(text, max(0, start - LONGEST), start)
    for word in reversed(before[-1 - MOST_BETWEEN :]):
        if not word[0].isalnum():
            break
        if word in SAYING:
            return True
    after = _PIECE.findall(text, end, end + LONGEST)
    if after and after[0] == ",":
        del after[0]
    for word in after[: 1 + MOST_BEFORE_VERB]:
        if not word[0].isalnum():
            return False
        if word in SAYING:
            return not before or _opens(before)
    return False


def _opens(before: list[str]) -> bool:
    return len(before) == 1 and before[0].lower() in {"on", "late", "early", "earlier"}
