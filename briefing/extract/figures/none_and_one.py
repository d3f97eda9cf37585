"""Find the figures without a number: "a guard was killed", "another", "no", "none"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from briefing.extract.figures.befell import measure_after
from briefing.extract.figures.candidate import Candidate
from briefing.extract.figures.counted import Counted, counted_after
from briefing.extract.figures.listed import fate_of_list
from briefing.extract.figures.measures import (
    is_tally_before,
    measure_before,
    measure_of_noun,
)
from briefing.extract.figures.persons import is_person
from briefing.extract.figures.vocabulary import PARTITIVES, UNCOUNTED

# Matches "a", "another", "no" before a noun or a toll verb, and "a 16-year-old"; not
# "a few", "no longer".
_SMALL: Final = re.compile(
    r"\b(?P<word>an?|another|both|(?:no one|nobody|none)(?:\s(?:else|other)\b)?|no)\b"
    r"(?!\s+(?:few|couple|number|lot"
    r"|series|dozen|hundred|thousand|million|billion|handful|longer|more|doubt|further"
    r"|pair|trio|score|total|(?!\d+[-\s]year[-\s]old\b)\d))"
    r"(?P<age>\s\d{1,3}[-\s]year[-\s]old\b)?"
)
# Matches what makes a group of "a group of men": " of"; its number is told, or is not.
_OF: Final = re.compile(r"\s+of\b")
# Matches what "both" tells of without a noun: " were", " of them died".
_BOTH: Final = re.compile(
    r"(?:\s+of\s+(?:them|whom))?\s+(?:\w+ly\s+)?(?:were|are|have|had|died|drowned|fled)\b"
)
# Matches the first words of a headline: "Man, 34, ", "Teenager ", before its verb.
_HEADLINE: Final = re.compile(
    r"(?=[A-Z\d])(?:\w+-year-old\s)?(?P<noun>[A-Za-z][a-z-]+)(?:,\s\d{1,3},)?(?=\s[a-z])"
)
# Matches what makes "no flights" a count: " were cancelled", " have been made", " of a
# hull were found"; not " of which were found".
_DONE: Final = re.compile(
    r"(?:\s+(?:of|from)(?:\s+(?!which\b|whom\b|that\b|who\b)[\w'\u2019-]+){1,4}?)?"
    r"\s+(?:were|(?:have|had)\s+been|are\s+being)\s+(?:\w+ly\s+)?"
    r"(?:\w+ed|made|found|seen|taken|held|hit|lost|sold|shot|hurt|cut|brought|sent|left"
    r"|built|set|put|given|paid|stolen|drawn|broken|burnt|torn|spent|won)\b"
)
# Matches a sentence that has such a count, or "none of the".
ZERO: Final = re.compile(
    r"\bnone\s+of\b|\bno\s+(?:[\w'\u2019-]+\s+){1,6}?(?:were|been|being)\s"
)


def find_small(
    text: str, lower: str, is_taken: Callable[[int, int], bool]
) -> Iterator[Candidate]:
    """Give the figures of "a guard was killed", "another injured", "no casualties"."""
    if first := _headline(text, lower):
        yield first
    for m in _SMALL.finditer(lower):
        word = m["word"]
        if is_taken(m.start(), m.end()):
            continue
        counted = _counted(text, lower, m)
        if _is_idle(lower, m, counted):
            continue
        end = max(m.end(), counted.end if counted else 0)
        size = _SIZES.get(word, 0.0)
        zero = size == 0
        yield Candidate(
            start=m.start(),
            end=end,
            low=size,
            high=size,
            unit=_unit(word, counted),
            what=counted.what if counted else "",
            measure=_measure(lower, m, counted, end),
            is_approximate=False,
            is_sure=zero and counted is not None and _is_sure(lower, word, counted),
            has_noun=counted is not None,
            is_part=zero and counted is not None and counted.is_part,
        )


_SIZES: Final = {"a": 1.0, "an": 1.0, "another": 1.0, "both": 2.0}
"""What the small words count; the others count none."""


def _headline(text: str, lower: str) -> Candidate | None:
    """Read "Man, 34, killed in fire": a headline leaves out its article."""
    m = _HEADLINE.match(text)
    noun = m["noun"].lower() if m else ""
    if not m or not is_person(noun):
        return None
    measure = measure_after(lower, m.end(), needs_be=True)
    return Candidate(
        start=0,
        end=m.end("noun"),
        low=1.0,
        high=1.0,
        unit=noun,
        what=m["noun"],
        measure=measure,
        is_approximate=False,
        is_sure=False,
    )


def _is_idle(lower: str, m: re.Match[str], counted: Counted | None) -> bool:
    """Tell whether a small word counts nobody: "a group of men", "both he and she"."""
    word = m["word"]
    if word == "both":
        if counted is None:
            return _BOTH.match(lower, m.end()) is None
        return lower.startswith(" and ", counted.end) or counted.is_part
    if word not in ("a", "an"):
        return False
    if counted is None:
        return not m["age"]
    return counted.unit in PARTITIVES and _OF.match(lower, counted.end) is not None


def _counted(text: str, lower: str, m: re.Match[str]) -> Counted | None:
    """Give what follows; "none" counts only what "of the" makes a whole."""
    word = m["word"]
    if word.startswith(_NOBODY):
        return None
    is_one = word not in ("no", "none", "both")
    counted = counted_after(text, m.end(), is_one=is_one, is_vague=False)
    if word == "none" and counted and not counted.is_part:
        return None
    if word == "another" and counted and measure_after(lower, m.end(), needs_be=False):
        return None
    return counted


_NOBODY: Final = ("no one", "nobody")


def _unit(word: str, counted: Counted | None) -> str:
    if word.startswith(_NOBODY):
        return "person"
    return counted.unit if counted else ""


def _measure(
    lower: str, m: re.Match[str], counted: Counted | None, end: int
) -> str | None:
    zero = m["word"] not in _SIZES
    own = measure_of_noun(counted.what) if zero and counted else None
    bare = zero or m["word"] == "another"
    person = counted is None or is_person(counted.unit)
    # "the dead are a reminder" and "the toll of a collapse" tell of nobody
    if not person and _is_listed(lower, m.start()):
        return own
    return (
        own
        or measure_before(lower, m.start(), of_person=person)
        or measure_after(
            lower, end, needs_be=not bare, of_person=counted is not None and person
        )
    )


def _is_listed(lower: str, place: int) -> bool:
    """Tell whether a list of the dead, or a toll, stands before *place*."""
    return fate_of_list(lower, place) is not None or is_tally_before(lower, place)


def _is_sure(lower: str, word: str, counted: Counted) -> bool:
    """Tell "no shots were fired" from "no details were given"."""
    if counted.unit in UNCOUNTED:
        return False
    return word == "none" or _DONE.match(lower, counted.end) is not None
