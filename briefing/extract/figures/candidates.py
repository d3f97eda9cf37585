"""Put number, noun and measure together: what may be the figures of a sentence."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from briefing.extract.dates.meaning import Expression
from briefing.extract.figures.antecedents import Before
from briefing.extract.figures.befell import (
    is_of_head,
    is_of_one,
    measure_after,
    those_after,
    treated_after,
)
from briefing.extract.figures.candidate import Candidate
from briefing.extract.figures.counted import (
    Counted,
    changed,
    counted_after,
    is_plural,
    number_of,
)
from briefing.extract.figures.fractions import Fraction, find_fractions
from briefing.extract.figures.lending import lend
from briefing.extract.figures.measures import (
    is_tally_before,
    measure_before,
    measure_of_noun,
    number_after,
)
from briefing.extract.figures.none_and_one import ZERO, find_small
from briefing.extract.figures.persons import is_person
from briefing.extract.figures.quantities import Quantity, find_quantities
from briefing.extract.figures.vocabulary import (
    GROUPS,
    KIN,
    LABELS,
    NO_RANKS,
    RANKS,
    SETS,
    UNCOUNTED,
)
from briefing.resources import words_of

# Matches whatever may be a number: a sentence without it has no figure.
TRIGGER: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twen|thir|forty"
    r"|fif|eigh|dozen|score|hundred|thousand|million|billion|trillion|several|few|couple"
    r"|handful|half|quarter|pair of|trio|none of|no (?:\w+ ){1,6}(?:were|been|being))"
)
# Matches "one of", "just one of".
_ONE_OF: Final = re.compile(r"(?:just |only |at least )?one of\b")
# Matches "Three in " and ", nearly one in every " before a number: a share, no count;
# not "arrested three in two raids".
_SHARE: Final = re.compile(
    r"(?:(?:(?<!.)|[.,;:\u2014]\s|\b(?:that|and|but)\s)"
    r"(?:(?:about|around|nearly|almost|some|(?:more|fewer|less) than|at least)\s)?"
    r"(?:two|three|four|five|six|seven|eight|nine)|\b(?:one|1))"
    r"\s(?:in|out of)\s(?:every\s)?(?=\d{1,3}\b(?!,\d)"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty"
    r"|a hundred)\b)"
)
# Matches "all but ", "everyone except " before those who are left out.
_ALL_BUT: Final = re.compile(
    r"\b(?:all|every\w+|nobody|none|no one) (?:but|except(?: for)?) (?:the )?$"
    r"|\b(?:neither|not one|not a single one) of (?:the |its |their |those )?$"
)
# Matches "most of the " before those who are told to be more.
_SOME_OF: Final = re.compile(
    r"\b(?:most|some|many|few|several|part|parts|majority|rest) of "
    r"(?:the |its |their |those |all )*$"
)
_EXCEPT: Final = re.compile(r" but | except |\bneither | of ")
# Matches "minus " before a number; not "plus or minus ".
_MINUS: Final = re.compile(r"(?<!or )\bminus $")
# Matches the "family" of "a family of " and the "mother" of "the mother of ".
_NOUN_OF: Final = re.compile(r"\b([a-z]+) of (?:about |some |at least |nearly )?$")
# Matches the first words of the whole: "the worst" of "one of the worst floods".
_RANK: Final = re.compile(
    r"\s+of\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+|our\s+|[\w-]+['\u2019]s?\s+)?"
    r"(?:(?:two|three|four|five|\d+|world['\u2019]s|country['\u2019]s)\s+)?([\w-]+)"
)
# Matches the word before "one": "each", "Formula".
_LAST: Final = re.compile(r"([\w'\u2019-]+)\s+$")
_NO_COUNT: Final = frozenset(
    ("the", "each", "every", "any", "no", "this", "which", "not", *LABELS)
)


def find_candidates(
    text: str, lower: str, dates: Sequence[Expression], before: Before, *, has_cue: bool
) -> list[Candidate]:
    """Give the figures of a sentence; *dates* are left alone."""
    found: list[Candidate] = []
    if not has_cue or TRIGGER.search(lower):
        found += (
            _share(lower, fraction, has_cue=has_cue)
            for fraction in find_fractions(text, lower)
        )
        taken = Taken(sorted([*found, *dates], key=_start) if found else dates)
        shares = [(m.start(), m.end()) for m in _SHARE.finditer(lower)]
        found += [
            candidate
            for quantity in find_quantities(text, lower)
            if not taken.reaches(quantity.start, quantity.end)
            and not any(begin <= quantity.start <= end for begin, end in shares)
            and not _MINUS.search(lower, max(0, quantity.start - 20), quantity.start)
            and (candidate := _read(text, lower, quantity, has_cue=has_cue))
        ]
    if has_cue or ZERO.search(lower):
        found.sort(key=_start)
        found += find_small(text, lower, Taken(found).reaches)
    if not found:
        return found
    found.sort(key=_start)
    lent = lend(lower, _apart(found), before)
    return [_left_out(lower, c) for c in lent if c.counts]


def _left_out(lower: str, here: Candidate) -> Candidate:
    """Take from "all but two", and "neither of the two", what befell others or none."""
    if not _EXCEPT.search(lower):
        return here
    begin = max(0, here.start - 30)
    if _SOME_OF.search(lower, begin, here.start):
        return replace(here, measure=measure_of_noun(here.what))
    if not _ALL_BUT.search(lower, begin, here.start):
        return here
    return replace(here, measure=None, is_part=True)


def _read(
    text: str, lower: str, quantity: Quantity, *, has_cue: bool
) -> Candidate | None:
    """Read "a family of four" as persons; "a mother of three" counts nobody."""
    here = _candidate(text, lower, quantity, has_cue=has_cue)
    if here.what.rpartition(" ")[2].lower() in SETS and " of" in lower[: here.end]:
        return None if lower.startswith("a pair", here.start) else here
    if here.has_noun or not lower.endswith(" of ", 0, here.start):
        return here
    m = _NOUN_OF.search(lower, max(0, here.start - 30), here.start)
    if m and m[1] in KIN:
        return None
    if m and m[1] in GROUPS:
        return replace(here, unit="person", is_sure=True)
    return here


def _start(stretch: Expression | Candidate) -> int:
    return stretch.start


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
            those_after(lower, quantity.end)
            or counted_after(text, quantity.end, is_one=one, is_vague=quantity.is_vague)
            or number_of(text, quantity.start)
            or changed(text, quantity.start)
        )
    if counted and has_cue and _is_verb_of_toll(lower, quantity, counted):
        counted = None
    end = max(quantity.end, counted.end if counted else 0)
    is_fraction = counted is not None and not counted.unit
    is_joined = text.startswith("-", quantity.end)  # "killed their two-man crews"
    if not has_cue or is_fraction or is_joined:
        measure = None
    else:
        is_one_of = _ONE_OF.match(lower, quantity.start) is not None
        measure = _measure(lower, quantity.start, end, counted, needs_be=is_one_of)
        if measure is None and counted and 0 < counted.end < quantity.start:
            # "the number of miners known to have died rose to 14"
            measure = measure_after(lower, counted.end, needs_be=False)
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
            or (counted and not _is_article(text, lower, quantity, counted))
        ),
        is_part=_is_part(text, quantity, counted),
    )


def _is_verb_of_toll(lower: str, quantity: Quantity, counted: Counted) -> bool:
    """Tell whether "makes" is no noun: "the toll of 19 makes it the worst crash"."""
    return (
        counted.end > quantity.end
        and not is_person(counted.unit)
        and is_tally_before(lower, quantity.start)
        and measure_of_noun(counted.what) is None
    )


def _share(lower: str, fraction: Fraction, *, has_cue: bool) -> Candidate:
    counted = fraction.counted
    end = max(fraction.end, counted.end if counted else 0)
    measure = None
    if has_cue:
        measure = _measure(lower, fraction.start, end, counted, needs_be=False)
    return Candidate(
        start=fraction.start,
        end=end,
        low=fraction.low,
        high=fraction.high,
        unit=counted.unit if counted else "",
        what=counted.what if counted else "",
        measure=measure,
        is_approximate=fraction.is_approximate,
        has_noun=counted is not None,
        is_part=True,
    )


def _is_part(text: str, quantity: Quantity, counted: Counted | None) -> bool:
    """Tell whether a number counts some of a whole; "all four of the" do not."""
    if text[quantity.start : quantity.start + 3].lower() == "all":
        return False
    return counted is not None and counted.is_part


def _is_article(text: str, lower: str, quantity: Quantity, counted: Counted) -> bool:
    """Tell whether "one" only introduces its noun: "one of the oldest", "one thing"."""
    words = text[quantity.start : quantity.end]
    if words.lower() not in ("one", "just one", "only one") or (
        text[quantity.end : quantity.end + 1] == "-"
    ):
        return False
    if counted.unit in UNCOUNTED or _is_rank(lower, quantity.end):
        return True
    before = _LAST.search(text, max(0, quantity.start - 30), quantity.start)
    if before and before[1].lower() in _NO_COUNT:
        return True
    if text[counted.end : counted.end + 1] in ("'", "\u2019"):
        return True
    # "Air Force One", "One Vision Holdings"
    is_name = all(word[0].isupper() for word in counted.what.split())
    return words[0] == "O" and (
        before is not None or (is_name and not is_person(counted.unit))
    )


def _is_rank(lower: str, place: int) -> bool:
    """Tell whether "of the worst" follows "one" at *place*."""
    m = _RANK.match(lower, place)
    if not m:
        return False
    word = m[1]
    return word.partition("-")[0] in RANKS or (
        word.endswith("est") and word not in NO_RANKS
    )


# Matches what makes one of several: "a pair of ", "a total of ".
_ONE_IN_ALL: Final = re.compile(r"a (?:pair|trio|total|quartet|score) ")


def _is_of_other(lower: str, start: int, end: int, counted: Counted | None) -> bool:
    """Tell whether the verb is about the homes of "the homes of two families"."""
    if is_of_head(lower, start, end):
        return True
    if counted is None or counted.is_part:
        return False
    if not is_plural(counted.what.lower().rpartition(" ")[2]):
        return False
    if _ONE_IN_ALL.match(lower, start) or lower.endswith(" of ", 0, start):
        return False
    return is_of_one(lower, end)


def _may_change(counted: Counted) -> bool:
    """Tell whether people known by what befell them may be told of further."""
    return is_person(counted.unit) and not counted.what.startswith("those ")


_KINDRED: Final = words_of("groups_that_flee")
"""Several people in one word, who may flee or be seized."""


def _measure(
    lower: str, start: int, end: int, counted: Counted | None, *, needs_be: bool
) -> str | None:
    own = measure_of_noun(counted.what) if counted else None
    state = None
    if own != "killed" and counted and _may_change(counted):
        own, state = None, own  # "four hostages were killed"
    person = counted is None or is_person(counted.unit) or counted.unit in _KINDRED
    before = own or measure_before(lower, start, of_person=person)
    if before not in (None, "shot"):
        return before
    if counted is None and lower.endswith(" to ", 0, start):
        return number_after(lower, end)
    # "shot three men dead": how it ended counts
    after = measure_after(lower, end, needs_be=needs_be, of_person=person) or before
    if after and after != before and _is_of_other(lower, start, end, counted):
        return None
    if after is None and (counted is None or is_person(counted.unit)):
        return treated_after(lower, end, is_bare=counted is None) or state
    return after or state
