"""Read what a statement calls false with a noun or adjective, and no verb of denying.

"Reports that the dam had cracked were a mistake" denies that the dam had cracked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from briefing.relate.denied import Denial, following, idle_terms, sides_of, terms_of
from briefing.relate.gists import Gist, once
from briefing.resources import word_table
from briefing.text.patterns import any_of
from briefing.text.words import Token

FEWEST: Final = 3
"""Terms that what is called false must have: of "a missile attack" there may be two."""


@once
def read_falsehoods(gist: Gist) -> Sequence[Denial]:
    """Give each thing that a statement calls false, as a denial."""
    text = gist.statement.text
    if not _worded().search(text):
        return ()
    found: list[Denial] = []
    for start, end in _places(text):
        content = _content(gist, start, end)
        terms = terms_of(content) - idle_terms()
        if len(terms) >= FEWEST:
            found.append(Denial(gist, content, terms, sides_of(gist), is_called=True))
    return found


def _places(text: str) -> Iterator[tuple[int, int | None]]:
    """Give where each begins and, where a verdict follows it, ends."""
    for pattern in (_claims_called(), _said_of_claims()):
        for match in pattern.finditer(text):
            if not DOUBTED.search(match["verdict"]):
                yield match.start("what"), match.end("what")
    for match in _untruths().finditer(text):
        yield match.end(), None


def _content(gist: Gist, start: int, end: int | None) -> tuple[Token, ...]:
    if end is None:
        return following(gist.tokens, start, set())
    return tuple(t for t in gist.tokens if start <= t.start < end)


# Matches "were not", "may be"; not "were a".
DOUBTED: Final = re.compile(r"\b(?:not|may|might|could|if|whether|never)\b|n[’']t\b")

WHAT: Final = r"(?P<what>[^.;:?]{8,160}?)"
"""What is said, within one clause."""

FRAME: Final = r"[\s“”\"‘'’]+(?:(?:a|an|all|just|simply|pure|total|\w+ly)\s+)*[“\"‘']?"
"""What may stand between "was" and the verdict: quotation marks, "a", "completely"."""


@cache
def _claims_called() -> re.Pattern[str]:
    # Matches "claims in the press that the ferry was full were “a mistake"; not
    # "reports that the ferry was full were confirmed".
    be = r"(?:is|are|was|were|be|been)\b"
    return re.compile(
        rf"\b{_any('claim')}s?\b[^.;:?]{{0,40}}?\b(?:that|of)\s+{WHAT}"
        rf"[\s,]+(?P<verdict>{be}{FRAME}{_any('false')})\b",
        re.IGNORECASE,
    )


@cache
def _said_of_claims() -> re.Pattern[str]:
    # Matches "called reports of a leak at the plant “fake news"; not "called reports".
    return re.compile(
        rf"\b(?:call|describ|brand|labell?|denounc|dismiss|reject|term)(?:s|e[sd]?|ed|ing)?"
        rf"\s+(?:\w+\s+){{0,3}}?{_any('claim')}s?\s+(?:that|of)\s+{WHAT}"
        rf"(?P<verdict>\s+(?:as\b)?{FRAME}{_any('false')})\b",
        re.IGNORECASE,
    )


@cache
def _untruths() -> re.Pattern[str]:
    # Matches "rejected the veracity of", "it is impossible that", "no truth in reports
    # that"; not "questioned the accuracy of", which leaves it open.
    claim = rf"(?:\s+\w+){{0,2}}?\s+{_any('claim')}s?\s+(?:that|of)"
    return re.compile(
        rf"\b(?:reject|dismiss|disput|deny|deni)\w*\s+the\s+{_any('worth')}\s+of\b"
        rf"|\bit\s+(?:is|was)\s+(?:\w+ly\s+)?(?:impossible|untrue|false|a\s+lie|nonsense"
        rf"|not\s+(?:true|the\s+case))\s+that\b"
        rf"|\bno\s+truth\s+(?:in|to)(?:{claim}|\s+the\s+\w+\s+that)\b",
        re.IGNORECASE,
    )


@cache
def _worded() -> re.Pattern[str]:
    """Give what must stand in a statement at all: a look before the long patterns."""
    return re.compile(
        rf"\b(?:{_any('false')}|{_any('worth')}|not\s+true|not\s+the\s+case)\b",
        re.IGNORECASE,
    )


@cache
def _any(kind: str) -> str:
    return f"(?:{any_of(wordings(kind))})"


@cache
def wordings(kind: str) -> frozenset[str]:
    """Give the words of a kind: "false" for what a claim is called, "claim" for it."""
    rows = (words for name, words in word_table("relate_falsehood") if name == kind)
    return frozenset(word for row in rows for word in row.split("|"))
