"""Name a sentence by its first words, and find it again by them.

An edit of the outline carries them beside the id, which goes with any change of the
article's file. Marks are left out: so the words stand in YAML without quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

LENGTH: Final = 6
"""Words of a beginning. Of the 124 wordings in the example, those that begin with the
same six are copies of one sentence, edited further on; with the same three, "The United
States", begin four that are none."""

FEWEST: Final = 3
"""Words below which a beginning says too little to find a sentence by."""

# Matches "Norway’s" and "hour-long" as one word; no mark but those inside a word.
_SHOWN: Final = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_WORD: Final = re.compile(r"[^\W_]+")


def beginning(text: str) -> str:
    """Give the first words of *text*, as an edit has them: "A fire broke out on"."""
    return " ".join(_SHOWN.findall(text)[:LENGTH])


def folded(text: str) -> str:
    """Give the words of *text* in lower case, a space between and on both sides."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def holding(words: str, texts: Iterable[str]) -> list[str]:
    """Give those of *texts* that hold *words* in a row, marks and white space aside."""
    wanted = folded(words)
    if wanted.count(" ") <= FEWEST:
        return []
    return [text for text in texts if wanted in folded(text)]
