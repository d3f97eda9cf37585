"""Put number, noun and measure together: what may be the figures of a sentence."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from briefing.extract.dates.meaning import Expression
from briefing.extract.figures.counted import (
    Counted,
    changed,
    counted_after,
    number_of,
)
from briefing.extract.figures.lending import Candidate, lend
from briefing.extract.figures.measures import (
    measure_after,
    measure_before,
    measure_of_noun,
)
from briefing.extract.figures.quantities import Quantity, find_quantities

# Matches whatever may be a number: a sentence without it has no figure.
TRIGGER: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twen|thir"
    r"|fif|eigh|dozen|score|hundred|thousand|million|billion|trillion|several|few|couple"
    r"|handful)"
)
# Matches "a", "another", "no" before a noun or a toll verb, and "a 16-year-old"; not
# "a few", "no longer".
_SMALL: Final = re.compile(
    r"\b(?P<word>an?|another|no one|nobody|none|no)\b(?!\s+(?:few|couple|number|lot"
    r"|series|dozen|hundred|thousand|million|billion|handful|longer|more|doubt|further"
    r"|(?!\d+-year-old\b)\d))(?P<age>\s\d{1,3}-year-old\b)?"
)
# Matches "one of", "just one of".
_ONE_OF: Final = re.compile(r"(?:just |only |at least )?one of\b")
# Matches "Three in " and ", nearly one in every " before a number: a share, no count;
# not "arrested three in two raids".
_SHARE: Final = re.compile(
    r"(?:^|[.,;:\u2014]\s|\b(?:that|and|but)\s)"
    r"(?:(?:about|around|nearly|almost|some|(?:more|fewer|less) than|at least)\s)?"
    r"(?:one|two|three|four|five|six|seven|eight|nine)"
    r"\s(?:in|out of)\s(?:every\s)?$"
)


def find_candidates(
    text: str, lower: str, dates: Sequence[Expression], *, has_cue: bool
) -> list[Candidate]:
    """Give the figures of a sentence; *dates* are left alone."""
    taken = Taken(dates)
    found = [
        _candidate(text, lower, quantity, has_cue=has_cue)
        for quantity in find_quantities(text, lower)
        if not taken.reaches(quantity.start, quantity.end)
        and not _SHARE.search(lower, max(0, quantity.start - 40), quantity.start)
    ]
    if has_cue:
        found += _small_candidates(text, lower, found)
        found.sort(key=lambda c: c.start)
    return [c for c in lend(lower, _apart(found)) if c.counts]


def _apart(found: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what reaches over the next: its noun is counted by that one."""
    starts = [*(candidate.start for candidate in found[1:]), sys.maxsize]
    return [c for c, start in zip(found, starts, strict=False) if c.end <= start]


class Taken:
    """Stretches of a sentence that hold no other figure, in the order they begin."""

    def __init__(self, stretches: Sequence[Expression | Candidate]) -> None:
        self._starts = [stretch.start for stretch in stretches]
        self._ends = list(accumulate((stretch.end for stretch in stretches), max))

    def reaches(self, start: int, end: int) -> bool:
        """Tell whether any of them holds a character from *start* to *end*."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start


def _candidate(
    text: str, lower: str, quantity: Quantity, *, has_cue: bool
) -> Candidate:
    counted = None
    if not quantity.unit:
        one = quantity.high == 1 and quantity.low == 1
        counted = (
            counted_after(text, quantity.end, is_one=one, is_vague=quantity.is_vague)
            or number_of(text, quantity.start)
            or changed(text, quantity.start)
        )
    end = max(quantity.end, counted.end if counted else 0)
    is_fraction = counted is not None and not counted.unit
    if not has_cue or is_fraction:
        measure = None
    elif _ONE_OF.match(lower, quantity.start):  # one of the known dead is no toll
        measure = measure_after(lower, end, needs_be=True) if counted else None
    else:
        measure = _measure(lower, quantity.start, end, counted)
    return Candidate(
        start=quantity.start,
        end=end,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit or (counted.unit if counted else ""),
        what=counted.what if counted else "",
        measure=measure,
        is_approximate=quantity.is_approximate,
        has_noun=bool(quantity.unit or counted),
        is_sure=not is_fraction
        and bool(
            quantity.is_vague
            or quantity.unit
            or (counted and not _is_article(text, quantity))
        ),
    )


def _is_article(text: str, quantity: Quantity) -> bool:
    """Tell whether "one" only introduces its noun: "one of the oldest", "one video"."""
    return text[quantity.start : quantity.end].lower() in (
        "one",
        "just one",
        "only one",
    ) and (text[quantity.end : quantity.end + 1] != "-")


def _measure(lower: str, start: int, end: int, counted: Counted | None) -> str | None:
    own = measure_of_noun(counted.what) if counted else None
    before = own or measure_before(lower, start)
    if before not in (None, "shot"):
        return before
    # "shot three men dead": how it ended counts
    return measure_after(lower, end, needs_be=False) or before


def _small_candidates(
    text: str, lower: str, found: Sequence[Candidate]
) -> list[Candidate]:
    """Give the figures of "a guard was killed", "another injured", "no casualties"."""
    small: list[Candidate] = []
    taken = Taken(found)
    for m in _SMALL.finditer(lower):
        if taken.reaches(m.start(), m.end()):
            continue
        zero = m["word"] in ("no", "none", "nobody", "no one")
        counted = counted_after(text, m.end(), is_one=not zero, is_vague=False)
        if zero and m["word"] != "no":
            counted = None
        if (
            m["word"] == "another"
            and counted
            and measure_after(lower, m.end(), needs_be=False)
        ):
            counted = None
        if m["word"] in ("a", "an") and counted is None and not m["age"]:
            continue
        end = max(m.end(), counted.end if counted else 0)
        own = measure_of_noun(counted.what) if zero and counted else None
        unit = counted.unit if counted else ""
        if m["word"] in ("nobody", "no one"):
            unit = "person"
        bare = m["word"] == "another" or zero
        measure = (
            own
            or measure_before(lower, m.start())
            or measure_after(lower, end, needs_be=not bare)
        )
        small.append(
            Candidate(
                start=m.start(),
                end=end,
                low=float(not zero),
                high=float(not zero),
                unit=unit,
                what=counted.what if counted else "",
                measure=measure,
                is_approximate=False,
                is_sure=False,
                has_noun=counted is not None,
            )
        )
    return small
