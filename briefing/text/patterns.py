"""Parts of regular expressions that are made of lists of words."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str], space: str = r"\s+") -> str:
    """Give a pattern for any of *words*, the longest first, with *space* in them."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", space) for word in ordered)
