"""Find where two copies of one text differ in meaning, not only in style.

An outlet that turns "did not directly deny" into "has denied" makes another claim: the
two sentences are then never taken for one, however many words they share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.extract.dates.vocabulary import DAY_NAMES, MONTH_NAMES
from briefing.model.corpus import Relation
from briefing.relate.conflicts import opposite_terms, staged_terms
from briefing.relate.gists import Gist, once, term_of, written
from briefing.relate.measures import are_one_amount
from briefing.resources import word_table
from briefing.text.numbers import DIGITS

CLAUSE: Final = 5
"""Words left out or put in at one place from which a clause was cut or added: then only
a denial or a verdict changes what the rest says."""

STRONG: Final = frozenset({"denial", "falsehood"})
"""Kinds of words that change the rest of a sentence even in a clause of their own."""

LEAST: Final = 6
"""Words that two sentences must share before a difference is an edit of one."""

CALENDAR: Final = frozenset((*DAY_NAMES, *MONTH_NAMES))
"""Words that are changed only on purpose, where one takes another's place."""


@dataclass(frozen=True, slots=True)
class Change:
    """A place where two copies differ in meaning."""

    gone: str
    """The words of the one, as they stand there; "" where it has none."""
    come: str
    """The words of the other."""

    @property
    def about(self) -> str:
        """Both, for a reader."""
        return f"“{self.gone or '–'}” / “{self.come or '–'}”"


def find_change(left: Gist, right: Gist) -> Change | None:
    """Give where two of one wording differ in meaning; None where in style only.

    Of several places the first is given.
    """
    if len(set(left.words) & set(right.words)) < LEAST:
        return None
    mine, yours = _words(left), _words(right)
    for a, b, c, d in _differences(mine, yours):
        gone, come = mine[a:b], yours[c:d]
        if _are_converted(left, (a, b), right, (c, d)):
            gone, come = _without_numbers(gone), _without_numbers(come)
        differs = _meaning(gone, come) != _meaning(come, gone)
        if differs or _are_opposed(gone, come) or _take_other_stances(gone, come):
            return Change(_source_words(left, a, b), _source_words(right, c, d))
    return None


@once
def _words(gist: Gist) -> tuple[str, ...]:
    """Give the words of a sentence, “didn’t” and “won’t” as one word each."""
    ends = {t.start for t in gist.tokens if CONTRACTED.fullmatch(t.text)}
    spoken = (t for t in gist.tokens if t.text[0].isalnum())
    pairs = zip(gist.words, spoken, strict=True)
    return tuple(word + "'t" if t.end in ends else word for word, t in pairs)


def _are_converted(
    left: Gist, mine: tuple[int, int], right: Gist, yours: tuple[int, int]
) -> bool:
    """Tell whether a number and its unit gave way to the same in another unit."""
    if not any(map(_number, left.words[slice(*mine)])):
        return False
    return are_one_amount(_with_unit(left, *mine), _with_unit(right, *yours))


def _with_unit(gist: Gist, start: int, end: int) -> str:
    """Give the words from *start* to *end* with the sign before and the unit behind."""
    spoken = [t for t in gist.tokens if t.text[0].isalnum()]
    text = gist.statement.text
    first = spoken[start].start if start < end else len(text)
    while first and not text[first - 1].isspace() and text[first - 1] not in "([–—":
        first -= 1
    while end < len(spoken) and spoken[end].start == spoken[end - 1].end:
        end += 1  # the "m" of "60m", which is a word of its own
    stop = spoken[min(end + 1, len(spoken)) - 1].end
    return text[first:stop]


def _without_numbers(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if _number(word) is None)


def _differences(
    left: Sequence[str], right: Sequence[str]
) -> Iterator[tuple[int, int, int, int]]:
    """Give the stretches that differ, with where each begins and ends on both sides.

    Two that stand one word apart are one: "not [directly] deny" is one change.
    """
    from rapidfuzz.distance import Indel

    last: tuple[int, int, int, int] | None = None
    for block in Indel.opcodes(left, right):
        a, b, c, d = block.src_start, block.src_end, block.dest_start, block.dest_end
        if block.tag == "equal":
            if last and b - a > 1:
                yield last
                last = None
        else:
            last = (last[0], b, last[2], d) if last else (a, b, c, d)
    if last:
        yield last


def _meaning(words: Sequence[str], others: Sequence[str]) -> Counter[str]:
    """Give what in *words* tells them from *others*: kinds, numbers, days."""
    is_clause = len(words) - len(others) >= CLAUSE
    found: Counter[str] = Counter()
    for word in words:
        kind = "negation" if word.endswith("'t") else _kinds().get(word)
        if kind in TURNING and (not is_clause or kind in STRONG):
            found[kind] += 1
        elif kind and not others and not is_clause:
            # Only where it is put in or left out: "believe … likely" is "suspect".
            found[kind] += 1
        elif not is_clause and _takes_place(word, others):
            found[_number(word) or word] += 1
    return found


def _are_opposed(gone: Sequence[str], come: Sequence[str]) -> bool:
    """Tell whether a word took the place of its opposite, or of another stage."""
    mine = {term_of(word) for word in gone} - {""}
    yours = {term_of(word) for word in come} - {""}
    return bool(opposite_terms(mine, yours) or staged_terms(mine, yours))


def _take_other_stances(gone: Sequence[str], come: Sequence[str]) -> bool:
    """Tell whether one knew where the other was warned, or asked where it ordered."""
    mine, yours = _stances_in(gone), _stances_in(come)
    return bool(mine and yours) and mine.isdisjoint(yours)


def _stances_in(words: Sequence[str]) -> set[str]:
    return {_stances()[word] for word in words if word in _stances()}


STANCES: Final = frozenset(
    {"knowing", "warning", "suspecting", "blaming"}
    | {"ignoring", "overlooking", "ordering", "asking"}
)
"""Kinds that change the meaning where one takes the place of another."""


@cache
def _stances() -> Mapping[str, str]:
    rows = word_table("relate_meaning")
    return {word: kind for kind, word in rows if kind in STANCES}


TURNING: Final = frozenset({"negation", "denial", "falsehood"})
"""Kinds that change the meaning whatever words they take the place of."""


def _takes_place(word: str, others: Sequence[str]) -> bool:
    """Tell whether a number or day stands where *others* have another of its kind."""
    if word in CALENDAR:
        return any(other in CALENDAR for other in others)
    if _number(word) is None:
        return False
    return any(other not in CALENDAR and _number(other) for other in others)


def _number(word: str) -> str | None:
    """Give the number, day or month that *word* is; None for another word."""
    if word[:1].isdigit() or word in CALENDAR:
        return word
    return _NUMBERS.get(word)


_NUMBERS: Final = {w: f"{n:g}" for w, n in DIGITS.items() if n <= 12}  # noqa: PLR2004
"""Those that newspapers spell out."""


@cache
def _kinds() -> Mapping[str, str]:
    rows = word_table("relate_meaning")
    return {word: kind for kind, word in rows if kind not in STANCES}


def _source_words(gist: Gist, start: int, end: int) -> str:
    """Give the source's words from word *start* to *end*, as they are written."""
    if start == end:
        return ""
    spoken = [t for t in gist.tokens if t.text[0].isalnum()]
    stop = spoken[end - 1].end
    rest = CONTRACTED.match(gist.statement.text, stop)
    return written(gist, spoken[start].start, rest.end() if rest else stop)


# Matches the "’t" behind "didn"; not the mark that ends a quotation.
CONTRACTED: Final = re.compile(r"[’']t\b")


def edit_relation(
    left: Gist, right: Gist, closeness: float, change: Change
) -> Relation:
    """Give the relation of two copies, in order of id, that *change* tells apart."""
    because = f"one text, {closeness:.0%} of the words, changed: {change.about}"
    ids = left.statement.id, right.statement.id
    return Relation("edit", *ids, round(closeness, 4), because, "edit", change.about)
