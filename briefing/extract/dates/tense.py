"""Tell from the verbs around a day whether it lies before or after the telling."""

from __future__ import annotations

import re
from typing import Final, Literal

from briefing.resources import word_table

Tense = Literal["past", "future", "unclear"]


def _cues(direction: str) -> str:
    rows = (row[1] for row in word_table("date_tense") if row[0] == direction)
    return "|".join(re.escape(word) for word in sorted(rows, key=len, reverse=True))


_FUTURE: Final = re.compile(rf"(?<!\w)(?:{_cues('future')})(?!\w)", re.IGNORECASE)
# Matches "said", "erupted"; not "need", "hundred".
_PAST: Final = re.compile(
    rf"(?<!\w)(?:{_cues('past')}|[a-z]{{2,}}(?<!ne)(?<!hundr)(?<!spe)(?<!exce)ed)(?!\w)",
    re.IGNORECASE,
)
# Matches what ends a clause; not the comma of "Friday, September 29".
_CLAUSE: Final = re.compile(r"[;:\u2014]|,(?!\s\d)|\s(?:that|which|who|when|after|before|while|but|as|because)\s")


def tense_at(text: str, start: int, end: int) -> Tense:
    """Give the tense of the clause in which *text* has a day from *start* to *end*."""
    left, right = 0, len(text)
    for cut in _CLAUSE.finditer(text):
        if cut.end() <= start:
            left = cut.end()
        elif cut.start() >= end:
            right = cut.start()
            break
    near = _tense(text[left:right])
    return near if near != "unclear" else _tense(text)


def _tense(clause: str) -> Tense:
    future, past = _FUTURE.search(clause), _PAST.search(clause)
    if future and not (past and past.start() < future.start() and past.group().lower() == "had"):
        return "future"
    return "past" if past else "unclear"
