"""Give the words that make a number inexact, as its source writes them."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.extract.figures.vocabulary import BOUNDS
from briefing.model.statement import Figure, Statement

# Matches the quotation mark that parts "some" from "“14,000 soldiers”".
OPENING: Final = re.compile(r"\s[\"“‘']\Z")


@cache
def _bounding() -> re.Pattern[str]:
    """Match "at least " before "30", "some "; not "the "."""
    words = (words.replace(" ", r"\s+") for words in sorted(BOUNDS, key=len)[::-1])
    return re.compile(rf"\s*({'|'.join(words)})\s", re.IGNORECASE)


def bound_of(statement: Statement, figure: Figure) -> str:
    """Give the words that make a number inexact, as written: "at least", "some"."""
    words = statement.words_at(figure.span)
    opening = OPENING.search(statement.words_before(figure.span))
    if opening:
        words = f"{opening.string[: opening.start()].rpartition(' ')[2]} {words}"
    found = _bounding().match(words)
    is_inexact = (figure.is_approximate or opening) and figure.low == figure.high
    return " ".join(found[1].lower().split()) if found and is_inexact else ""
