"""Tell from the verbs around a day whether it lies before or after the telling."""

from __future__ import annotations

import re
from typing import Final, Literal

from briefing.resources import word_table

Tense = Literal["past", "future", "unclear"]


def _cues(direction: str) -> str:
    rows = (row[1] for row in word_table("date_tense") if row[0] == direction)
    return "|".join(re.escape(word) for word in sorted(rows, key=len, reverse=True))


# Matches "will", "to be", not "might have"; and "said", "erupted", not "need".
# A cue of the future comes first: "scheduled" looks like a past.
_CUE: Final = re.compile(
    rf"(?<![\w-])(?:(?P<future>(?:{_cues('future')})(?!(?<!will)\s+(?:not\s+)?have\b)"
    # "will be formally charged" is one cue: "charged" alone would look back
    r"(?:(?:\s+(?:not|\w+ly))*(?:\s+be)?(?:\s+\w+ly)*\s+\w+ed\b)?)"
    rf"|(?P<past>{_cues('past')}"
    r"|(?<!\bbe\s)[a-z]{2,}(?<!ne)(?<!hundr)(?<!spe)(?<!exce)(?<!succe)ed))"
    r"(?![\w-])",
    re.IGNORECASE,
)
# Matches what ends a clause; not the comma of "Friday, September 29".
_CLAUSE: Final = re.compile(
    r"[;:\u2014]|,(?!\s\d)|\s(?:that|which|who|when|after|before|while|but|because|where)\s"
)


def tense_at(text: str, start: int, end: int) -> Tense:
    """Give the tense of the clause in which *text* has a day from *start* to *end*.

    The nearest verb before the day decides, else the first after it; a clause without
    a verb takes the nearest of the sentence.
    """
    cues = [m for m in _CUE.finditer(text) if m.end() <= start or m.start() >= end]
    if not cues:
        return "unclear"
    left, right = _clause(text, start, end)
    inside = [cue for cue in cues if left <= cue.start() < right]
    before = [cue for cue in inside if cue.end() <= start]
    after = [cue for cue in inside if cue.start() >= end]
    if before or after:
        cue = before[-1] if before else after[0]
    else:
        cue = min(
            cues, key=lambda cue: min(abs(cue.end() - start), abs(cue.start() - end))
        )
    return "future" if cue["future"] else "past"


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    left, right = 0, len(text)
    for cut in _CLAUSE.finditer(text):
        if cut.end() <= start:
            left = cut.end()
        elif cut.start() >= end:
            right = cut.start()
            break
    return left, right
