"""Read written numbers, for everything that counts: "4,500", "twenty-five", "1.2m"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from briefing.resources import word_table


def _words(kind: str) -> dict[str, float]:
    return {
        row[1]: float(row[2]) for row in word_table("number_words") if row[0] == kind
    }


DIGITS: Final = _words("digit")
TENS: Final = _words("ten")
SCALES: Final = _words("scale")
LETTERS: Final = _words("letter")
ORDINALS: Final = {word: int(value) for word, value in _words("ordinal").items()}

_SMALL: Final = "|".join(sorted([*DIGITS, *TENS], key=len, reverse=True))
_SCALE: Final = "|".join(SCALES)

# Matches "4,500", "1.2", "8 350" (no-break space); not "1,2,3" as one number.
DIGIT_NUMBER: Final = (
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[\u00a0\u202f]\d{3})+|\d+)(?:\.\d+)?"
)
# Matches "twenty-five", "three hundred and fifty", "two dozen"; not "one of".
WORD_NUMBER: Final = (
    rf"(?:{_SMALL})"
    rf"(?:[\s-](?:{_SMALL})|[\s-](?:{_SCALE})(?:\sand\s(?:{_SMALL})\b)?)*"
)

_SPLIT = re.compile(r"[\s-]+")

LARGEST: Final = 1e18
"""Above it nothing in the news is counted, and a row of digits is no number."""


@lru_cache(maxsize=8192)
def read_number(words: str) -> float | None:
    """Give the number that *words* write, in lower case; None if they write none.

    A number too large for anything in the news is none.

    "4,500" is 4500, "twenty-five" 25, "three hundred and fifty" 350, "1.2 million"
    1200000, "half a million" 500000, "two and a half" 2.5, "a" and "an" 1.
    """
    total, current, seen = 0.0, 0.0, False
    for part in _SPLIT.split(words.replace(",", "").strip()):
        value = _small(part)
        if value is not None:
            current, seen = current + value, True
        elif part in SCALES or part in LETTERS:
            scale = SCALES.get(part) or LETTERS[part]
            current = (current or 1.0) * scale
            seen = True
            if scale >= SCALES["thousand"]:
                total, current = total + current, 0.0
        elif part not in ("and", ""):
            return None
    return total + current if seen and total + current <= LARGEST else None


def _small(part: str) -> float | None:
    if part in ("a", "an"):
        return 0.0
    if part == "half":
        return 0.5
    value = DIGITS.get(part, TENS.get(part))
    if value is None and part[:1].isdigit():
        try:
            value = float(part.replace("\u00a0", "").replace("\u202f", ""))
        except ValueError:
            return None
    return value
