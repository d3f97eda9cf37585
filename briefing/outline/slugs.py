"""Make an id out of a title."""

from __future__ import annotations

import re
from typing import Final

LONGEST_SLUG: Final = 60
"""Letters; a file name with a date and a serial before it still fits a listing."""

# Matches the space and dash of "port – closure"; not the letters.
_BETWEEN: Final = re.compile(r"[^a-z0-9]+")


def slug(title: str) -> str:
    """Give *title* in small letters, digits and underscores; "" where none is left.

    "Wer hat's getan? Größe" becomes `wer_hats_getan_grosse`.
    """
    folded = title
    if not title.isascii():
        from anyascii import anyascii

        folded = anyascii(title)
    words = folded.lower().replace("'", "")
    return _BETWEEN.sub("_", words)[:LONGEST_SLUG].strip("_")
