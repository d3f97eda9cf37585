"""How far two figures can be one number: bounds, ranges, rounding, what is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from briefing.model.statement import Figure, Statement
from briefing.relate.gists import term_of
from briefing.relate.measures import currency_of
from briefing.text.words import tokens

# Matches "at least 30", "more than 200"; not "at most 30".
FROM: Final = re.compile(
    r"\b(?:at least|more than|over|no fewer than|no less than|upwards? of|exceed\w*"
    r"|a minimum of|or more|and counting|plus)\b",
    re.IGNORECASE,
)
# Matches "up to 40", "as many as 31"; not "as many".
UP_TO: Final = re.compile(
    r"\b(?:up to|as many as|as much as|at most|fewer than|less than|under|no more than"
    r"|nearly|almost|close to|just under)\b",
    re.IGNORECASE,
)

BEFORE: Final = 20
"""Letters before a figure in which its bound may stand outside its span."""

ROUNDED: Final = 0.15
"""Share by which "about 300" may differ from what it rounds."""

GENERIC: Final = frozenset(
    {"", "person", "people", "other", "man", "woman", "victim", "individual"}
    | {"dead", "killed", "injured", "wounded", "arrested", "missing", "casualty"}
    | {"human", "life", "soul", "death", "fatality", "citizen", "national"}
    | {"people", "men", "women", "others", "citizens", "nationals", "victims"}
    | {"member", "members", "suspect", "suspects", "party", "time", "times"}
)
"""Units that say no more than that people are counted."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure with the bounds its words set, and what it counts."""

    statement: Statement
    figure: Figure
    low: float
    high: float
    terms: frozenset[str]
    """Terms of what is counted that say more than "people"."""
    is_of_nation: bool
    """True where they are counted by their country: "57 Canadians"."""
    words: str
    """The figure as it stands in its source."""


def amounts_of(statement: Statement) -> tuple[Amount, ...]:
    """Give the amounts of *statement*, stated as real and whole."""
    return tuple(
        amount_of(statement, figure)
        for figure in statement.figures
        if figure.is_real and not _is_part(statement, figure) and not _is_one(figure)
    )


def _is_one(figure: Figure) -> bool:
    """Tell whether "one" says which, not how many: "one witness", "one operation"."""
    return figure.low == figure.high == 1 and figure.measure is None


# Matches "three of the wounded", "two others", "another 12"; not "five people".
PART: Final = re.compile(
    r"\bof (?:the|them|those|these|its|his|her|their|whom)\b|\bothers?\b|\banother\b"
    r"|\bmore (?:people|were)\b|\bincluding\b",
    re.IGNORECASE,
)


# Matches the end of "the identities of three victims"; not of "the deaths of three".
SOME_OF: Final = re.compile(
    r"\b(?:identit(?:y|ies)|names?|famil(?:y|ies)|relatives|photos?|pictures?|funerals?"
    r"|bod(?:y|ies)|remains|portraits?|stories)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _is_part(statement: Statement, figure: Figure) -> bool:
    """Tell whether a figure counts a part, or those besides others.

    Whose names are out, or whose bodies were found, need not be all there are.
    """
    if figure.is_part:
        return True
    start = figure.span.start - statement.span.start
    stop = figure.span.end - statement.span.start
    around = statement.text[max(0, start - len("including ")) : stop + len(" of them")]
    return bool(PART.search(around) or SOME_OF.search(statement.text[:start]))


def amount_of(statement: Statement, figure: Figure) -> Amount:
    """Give *figure* with the bounds that the words around it set."""
    start = figure.span.start - statement.span.start
    stop = figure.span.end - statement.span.start
    around = statement.text[max(0, start - BEFORE) : stop]
    low, high = figure.low, figure.high
    if FROM.search(around):
        high = float("inf")
    elif UP_TO.search(around):
        low = min(low, high * (1 - 2 * ROUNDED))
    elif figure.is_approximate:
        low, high = low * (1 - ROUNDED), high * (1 + ROUNDED)
    counted = (t.lower for t in tokens(f"{figure.what} {figure.unit}"))
    terms = {term_of(w) for w in counted if w.isalpha() and w not in GENERIC}
    words = " ".join(statement.text[start:stop].split())
    nations = [p.span for p in statement.places if p.country]
    of_nation = not currency_of(words) and any(
        p.start < figure.span.end + len(figure.what) + 2 and figure.span.start < p.end
        for p in nations
    )
    kept = frozenset(terms - _generic())
    return Amount(statement, figure, low, high, kept, of_nation, words)


def _generic() -> frozenset[str]:
    return frozenset(term_of(word) for word in GENERIC if word) | {""}


def agree(one: Amount, two: Amount) -> bool:
    """Tell whether two amounts can be one number."""
    return one.low <= two.high and two.low <= one.high


def count_alike(one: Amount, two: Amount) -> bool:
    """Tell whether two amounts count the same: measure, unit, and whose."""
    a, b = one.figure, two.figure
    if a.measure and b.measure and a.measure != b.measure:
        return False
    if one.terms and two.terms:
        return one.terms <= two.terms or two.terms <= one.terms
    if one.terms or two.terms:
        return False
    return bool(a.measure) and a.measure == b.measure
