"""Make any source's words safe to lay out: spaces joined, what acts made visible.

Marks that reorder or hide the text around them, control characters and code points that
no document may hold are shown as `{U+202E}`. Marks that languages need inside words
(joiners, left-to-right and right-to-left marks) stay. The JSON keeps the words as they
are.
"""

from __future__ import annotations

import re
from typing import Final

# Matches what may not reach a page: controls other than white space, bidirectional
# embeddings, overrides and isolates, tags and other invisible carriers, surrogates,
# noncharacters. Not U+200C to U+200F (joiners and marks), U+00AD (soft hyphen).
UNSAFE: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
    "\u202a-\u202e\u2066-\u206f\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(
        f"{chr((plane << 16) + 0xFFFE)}-{chr((plane << 16) + 0xFFFF)}"
        for plane in range(1, 17)
    )
    + "\U000e0000-\U000e007f]"
)
SPACES: Final = re.compile(r"\s+")


def shown(words: str) -> str:
    """Give *words* as a page shows them: one line, nothing in it that can act."""
    return UNSAFE.sub(_stand_in, one_line(words))


def one_line(words: str) -> str:
    """Give *words* with every run of white space as one space."""
    return SPACES.sub(" ", words)


def _stand_in(match: re.Match[str]) -> str:
    return f"{{U+{ord(match.group()):04X}}}"
