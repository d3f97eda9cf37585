"""The letters by which a name of several words goes: "World Health Organization"."""

from __future__ import annotations

from typing import Final

SMALL: Final = frozenset({"of", "the", "and", "for", "on", "in", "&", "de", "la"})
"""Words that give no letter."""


def initials_of(name: str) -> str:
    """Give "WHO"; "" for a name of one word."""
    words = [word for word in name.split() if word.lower() not in SMALL]
    is_name = len(words) > 1 and all(word[0].isupper() for word in words)
    return "".join(word[0] for word in words) if is_name else ""
