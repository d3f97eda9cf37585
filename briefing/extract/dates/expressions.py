"""Find the time expressions of a sentence: the grammar, run over its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from briefing.extract.dates.grammar import RULES
from briefing.extract.dates.meaning import Calendar, Expression
from briefing.extract.dates.vocabulary import WORD_CLASSES, build_pattern

_NEEDS: Final = tuple(frozenset(rule.needs.split()) for rule in RULES)
_CUES: Final = tuple(tuple(rule.cues.split()) for rule in RULES)

# Matches the digits of "2023", "16:30", "26/9", "'99", "80s", "9 a.m.", "264 BC", "0800
# UTC", "5th"; not of "4,500", "$30".
_DIGITS: Final = re.compile(
    r"(?<!\d)(?:1\d|20)\d\d(?!\d)|\d[:./]\d|['\u2018]\d\d|\d0s|\d ?[ap]\.?m|\d ?b\.?c"
    r"|\d(?:st|nd|rd|th)\b|\d{4} (?:utc|gmt|z\b|h)|[qh][1-4] "
)
# Matches what most sentences have none of, so that the longer look is spared them.
_DIGIT: Final = re.compile(r"\d")
# Matches the "'s" of "today's"; not of "1990's".
_OWNER: Final = re.compile(r"(?<=[a-z])'s\b")
_LETTERS: Final = re.compile(r"[a-z]+")
_NOTHING: Final[frozenset[str]] = frozenset()


def classes_in(lower: str) -> frozenset[str]:
    """Give the classes of time words in a text in lower case: "unit", "month", "digit".

    Half of all sentences have none, and most of the others need few of the rules.
    """
    found = _NOTHING
    for word in _LETTERS.findall(lower):
        if word in WORD_CLASSES:
            found |= WORD_CLASSES[word]
    is_dated = _DIGIT.search(lower) and _DIGITS.search(lower)
    return found | {"digit"} if is_dated else found


def lowered(text: str) -> str:
    """Give *text* in lower case, every letter at its place."""
    lower = text.lower()
    if len(lower) != len(text):  # "İ" grows: then only the plain letters are folded
        lower = "".join(c.lower() if c.isascii() else c for c in text)
    return lower.replace("\u2019", "'")


@cache
def _own(number: int) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{build_pattern(RULES[number].pattern)})(?!\w)")


@cache
def _rules(classes: frozenset[str]) -> tuple[int, ...]:
    """Give the numbers of the rules that *classes* can feed."""
    return tuple(i for i, needs in enumerate(_NEEDS) if needs & classes)


def _has_cue(number: int, lower: str) -> bool:
    """Tell whether a text in lower case holds what a rule needs besides its class.

    A look for a few words is quicker than a search, and spares compiling the rule.
    """
    cues = _CUES[number]
    return not cues or any(cue in lower for cue in cues)


@lru_cache(maxsize=2048)
def expressions_in(text: str) -> tuple[Expression, ...]:
    """Give the time expressions of *text* in order; none overlap.

    Remembered for the sentences at hand: figures ask again, to leave dates alone.
    """
    lower = lowered(text)
    classes = classes_in(lower)
    return tuple(_find(lower, text, classes)) if classes else ()


def _find(lower: str, text: str, classes: frozenset[str]) -> Iterator[Expression]:
    ahead = {
        number: match
        for number in _rules(classes)
        if _has_cue(number, lower) and (match := _own(number).search(lower))
    }
    while ahead:
        start = min(match.start() for match in ahead.values())
        found = _read(text, [m for m in ahead.items() if m[1].start() == start])
        yield from found
        place = max(found[-1].end if found else 0, start + 1)
        for number, match in list(ahead.items()):
            if match.start() >= place:
                continue
            if later := _own(number).search(lower, place):
                ahead[number] = later
            else:
                del ahead[number]


def _read(
    text: str, matches: Sequence[tuple[int, re.Match[str]]]
) -> tuple[Expression, ...]:
    """Read what begins at one place: by the first rule that does not decline."""
    for number, match in matches:
        if found := RULES[number].reader(match, text):
            return (*found[:-1], _with_owner(found[-1], match.string, text))
    return ()


def _with_owner(found: Expression, lower: str, text: str) -> Expression:
    """Take the "'s" of "this morning's" and "today's" with the words it hangs on."""
    end = found.end + len("'s")
    is_owner = found.type in ("DATE", "TIME") and _OWNER.match(lower, found.end)
    if not is_owner or isinstance(found.meaning, Calendar):
        return found
    return replace(found, end=end, words=text[found.start : end])
