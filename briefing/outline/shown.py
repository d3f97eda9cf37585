"""Show words of an outline in a message: short, on one line, all of it visible."""

from __future__ import annotations

import re
from typing import Final

SHOWN: Final = 60
"""Characters of a value that a message repeats."""

# Matches NUL, escape, a lone surrogate, and the marks that turn the direction of
# reading, which make a line show other words than it holds; not tab or line feed.
INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)


def shown(value: object) -> str:
    """Give *value* as a message shows it: one line, short, nothing invisible."""
    text = " ".join(INVISIBLE.sub("\ufffd", str(value)).split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1].rstrip() + "…"
