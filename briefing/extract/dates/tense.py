"""Tell from the verbs around a day whether it lies before or after the telling."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from operator import itemgetter
from typing import Final, Literal, NamedTuple

from briefing.resources import word_table

Tense = Literal["past", "future", "mixed", "unclear"]

_START: Final = itemgetter(0)
_END: Final = itemgetter(1)


NAMES: Final = frozenset(("may", "will"))
"""Cues that are names where they begin with a capital: "2 May", "Will Adams"."""


OWNING: Final = frozenset(("has", "have"))
"""Cues that tell no tense before a thing: "has a hearing on 12 March"."""


DETERMINER: Final = (
    r"an?|the|this|that|these|those|its|their|his|her|our|my|any|all|some|both|no|such"
)


def _listed(*kinds: str) -> list[str]:
    return [row[1] for row in word_table("date_tense") if row[0] in kinds]


UNDERTAKING: Final = frozenset(_listed("undertaking"))
"""Cues of the future before a verb alone: "agreed to meet", not "agreed to a deal"."""


_UNDERTAKEN: Final = "|".join(map(re.escape, _listed("undertaking")))


def _cue(word: str) -> str:
    if word in UNDERTAKING:
        return rf"{word}(?!\s(?:{DETERMINER})\b)"
    if word in NAMES:
        return f"(?-i:{word})"
    if word in OWNING:
        return rf"{word}(?!\s(?:an?|the|no|one|until|its|their|his|her|our|my)\b)"
    return re.escape(word)


def _cues(direction: str) -> str:
    kinds = ("future", "undertaking") if direction == "future" else (direction,)
    rows = sorted(_listed(*kinds), key=len, reverse=True)
    return "|".join(_cue(word) for word in rows)


# Matches "will", "to be", not "might have"; and "said", "erupted", not "need".
# A cue of the future comes first: "scheduled" looks like a past.
_CUE: Final = re.compile(
    rf"(?<![\w-])(?:(?P<future>(?:{_cues('future')})(?!(?<!will)\s+(?:not\s+)?have\b)"
    # "will be formally charged" is one cue: "charged" alone would look back
    r"(?:(?:\s+(?:not|\w+ly))*(?:\s+be)?(?:\s+\w+ly)*\s+\w+ed\b)?)"
    rf"|(?P<past>(?<!\bbe\s)(?:{_cues('past')}"
    r"|[a-z]{2,}(?<!ne)(?<!hundr)(?<!spe)(?<!exce)(?<!succe)ed)))"
    r"(?![\w-])",
    re.IGNORECASE,
)
# Matches what ends a clause; not the comma of "Friday, September 29".
_CLAUSE: Final = re.compile(
    r"[;:\u2014]|,(?!\s\d)|\s(?:that|which|who|when|after|before|while|but|because|where)\s"
)

# Matches " vote, which " after "this weekend's".
_TOLD_OF: Final = re.compile(r"(?:\s[\w-]+){1,3},?\s(?:which|that|where|when)\s")
# Matches what is done ahead of an event: "trained for ", "before ".
_AIMED: Final = re.compile(r"\b(?:for|before|ahead of)\s(?:the\s)?$", re.IGNORECASE)
# Matches also what is to be done by a day: "barred until ".
_BY_THEN: Final = re.compile(
    r"\b(?:for|before|by|until|till|from|ahead of)\s(?:the\s)?$", re.IGNORECASE
)
# Matches the "the " of "the 12 March concert" and its " concert".
_OF_A_THING: Final = re.compile(r"\b(?:the|a|an|its|their|this|that)\s$", re.IGNORECASE)
_THING: Final = re.compile(r"\s[^\W\d_]{3,}")
# Matches the "agreed to end the strike on " of an act or of what was agreed, and the
# "agreed to a hearing on "; not "agreed to meet on ", "agreed to a deal on ".
_OPEN: Final = re.compile(
    rf"\b(?:{_UNDERTAKEN})\s"
    rf"(?:(?!(?:{DETERMINER})\s)\w+\s(?!(?:on|again)\s)(?:[\w-]+\s){{1,8}}?"
    rf"|(?:{DETERMINER})\s(?:[\w-]+\s){{0,3}}(?:{'|'.join(_listed('gathering'))})\s)"
    r"(?:on\s)?$",
    re.IGNORECASE,
)
# Match the day of the thing itself, "agreed to a truce starting on ", "from "; and one
# that may be of either where a clause tells of it: "agreed to a truce that ".
_OF_WHAT_WILL_BE: Final = re.compile(
    rf"\b(?:{_UNDERTAKEN})\s(?:{DETERMINER})\s"
    r"[^.;]*?(?P<from>\b(?:starting|beginning|commencing|effective|from|by|until|till"
    r"|due|before|for|after|since)\s(?:on\s|the\s)?)?$",
    re.IGNORECASE,
)
# Matches "promised 200 new houses by ", "ordered the port shut until "; not "had
# promised a bridge by ", nor "promised a house built by hand on ".
_DUE: Final = re.compile(
    rf"(?<!had )(?<!had already )\b(?:{'|'.join(_listed('due'))})\s"
    r"(?:(?![.;:])[\s\S])*?\b(?:by|before|until|till|no later than)\s"
    r"(?:the\s(?:end\sof\s)?)?$",
    re.IGNORECASE,
)
# Matches "declared three days of mourning, starting ", "announced a curfew from "; not
# "had called a strike from ", "declared an emergency after rain from ".
_DECLARED: Final = re.compile(
    rf"(?<!had )\b(?:{'|'.join(_listed('declaring'))})\s"
    r"(?:[^.;]*?\b(?:starting|beginning|commencing|effective)\s(?:on\s|from\s)?"
    r"|(?:(?!after\b|as\b|following\b|on\b|in\b|because\b|over\b)[\w\u2019'-]+\s){1,8}?"
    r"from\s)$",
    re.IGNORECASE,
)
_CLAUSE_OF_IT: Final = re.compile(r",\s|\s(?:that|which|who|when|where|to)\s")
LONGEST_OPEN: Final = 80
"""Letters of "promised to lift the ban on boats from the harbour on "."""
LONGEST_DUE: Final = 100
"""Letters of "promised the families of the valley 200 new houses by "."""
LONGEST_AIM: Final = 15
"""Letters of "ahead of the "."""


class Cue(NamedTuple):
    """A verb that tells a tense."""

    start: int
    end: int
    is_future: bool


@lru_cache(maxsize=64)
def _cues_of(text: str) -> tuple[Cue, ...]:
    """Give the cues of a sentence once for all its days; none overlap."""
    return tuple(
        Cue(*m.span(), is_future=m["future"] is not None) for m in _CUE.finditer(text)
    )


@lru_cache(maxsize=64)
def _cuts_of(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(m.span() for m in _CLAUSE.finditer(text))


def tense_at(text: str, start: int, end: int) -> Tense:
    """Give the tense of the clause in which *text* has a day from *start* to *end*.

    The nearest verb before the day decides, else the first after it; a clause without
    a verb takes the nearest of the sentence.
    """
    if is_due(text, start):
        return "future"
    cues = _cues_of(text)
    behind = bisect_right(cues, start, key=_END)
    ahead = bisect_left(cues, end, key=_START)
    before = cues[behind - 1] if behind else None
    after = cues[ahead] if ahead < len(cues) else None
    if before is None and after is None:
        return "unclear"
    left, right = _clause(text, start, end)
    if before and before.start >= left:
        cue = before
    elif after and after.start < right:
        cue = after
    else:
        near = [cue for cue in (before, after) if cue]
        cue = min(near, key=lambda cue: max(start - cue.end, cue.start - end))
    return "future" if cue.is_future else "past"


def is_due(text: str, start: int) -> bool:
    """Tell whether something is to be done by the day that begins at *start*."""
    return _DUE.search(text, max(0, start - LONGEST_DUE), start) is not None


def _is_declared(text: str, start: int) -> bool:
    """Tell whether what was declared begins on the day at *start*."""
    return _DECLARED.search(text, max(0, start - LONGEST_OPEN), start) is not None


def tense_at_weekday(text: str, start: int, end: int) -> Tense:
    """Give the tense at a day of the week, "mixed" where it may be of either verb.

    "They agreed to end the strike on Saturday" may tell when they agreed or when the
    strike ends.
    """
    if _OPEN.search(text, max(0, start - LONGEST_OPEN), start):
        return "mixed"
    if _is_declared(text, start):
        return "future"
    tense = tense_at(text, start, end)
    of_it = _OF_WHAT_WILL_BE.search(text, max(0, start - LONGEST_OPEN), start)
    if of_it is None or tense == "future":
        return tense
    if of_it["from"]:
        return "future"
    words = of_it.group().split(" to ", 1)[-1]
    return "mixed" if _CLAUSE_OF_IT.search(words) else tense


def is_told_past(text: str, start: int, end: int) -> bool:
    """Tell whether the clause of a day from *start* to *end* says that it is over.

    Not where the day belongs to a thing ahead: "tickets for 12 March sold out", "the
    12 March concert was moved".
    """
    is_by_then = _BY_THEN.search(text, max(0, start - LONGEST_AIM), start)
    if is_by_then or _is_declared(text, start):
        return False
    is_named = _OF_A_THING.search(text, max(0, start - LONGEST_AIM), start)
    is_thing = _THING.match(text, end) is not None
    if is_thing and (is_named or text[:end].endswith(("'s", "\u2019s"))):
        return False
    return tense_at(text, start, end) == "past"


def tense_of_event(text: str, start: int, end: int) -> Tense:
    """Give the tense of the event of "this weekend's vote".

    "Before this weekend's vote, which she will lose" says of the vote itself when it
    is; "before this weekend's vote" alone may be said ahead of it, or "mixed".
    """
    if told := _TOLD_OF.match(text, end):
        return tense_at(text, told.end(), told.end())
    if _AIMED.search(text, max(0, start - LONGEST_AIM), start):
        return "mixed"
    return tense_at(text, start, end)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    cuts = _cuts_of(text)
    behind = bisect_right(cuts, start, key=_END)
    ahead = bisect_left(cuts, end, key=_START)
    left = cuts[behind - 1][1] if behind else 0
    return left, cuts[ahead][0] if ahead < len(cuts) else len(text)
