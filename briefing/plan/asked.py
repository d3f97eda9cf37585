"""Find the words of a sentence that are asked about: a clause, or what a cue names."""

from __future__ import annotations

import re
from typing import Final

from briefing.model.statement import Hedge, Statement
from briefing.plan.view import content_stems
from briefing.resources import word_list
from briefing.text.words import fold

FEWEST: Final = 3
"""Words that name what is asked; "why" alone names nothing."""

LONG_START: Final = 10
"""Words before a cue from which a clause tells something else first."""

# Matches the "whether" of "it is not clear whether the road is open", and the "the" of
# "did not clarify the source of the arms"; not the "that" of "it is not clear that …",
# which asserts nothing to ask about.
ASKED = re.compile(
    r"\s*(?:for\s+sure\s+)?(?:about\s+|of\s+|on\s+)?"
    r"((?:whether|if|who|whom|whose|what|when|where|why|how|which|the)\b.*)",
    re.DOTALL | re.IGNORECASE,
)

# Matches the "why" that ends the cue "is not known why"; not the one of "why not".
ASKING_END = re.compile(
    r"\b(whether|if|who|whom|whose|what|when|where|why|how|which)\Z", re.IGNORECASE
)

# Matches the end of a clause: ", the mayor said", "; the others", " — but", " but
# said", the quotation mark before "said"; not the comma inside "4,500".
CLAUSE_END = re.compile(
    r"[;:—–]|,(?=\s)|\s-{1,2}\s|[\"”](?=\s)|\s(?=(?:but|though|although|while|as\s+(?:he|she|it|they))\s)"
)

# Matches the "who" before "has not been identified"; not the one of "who said he".
RELATIVE = re.compile(r"\b(?:who|which|that)\s+\Z", re.IGNORECASE)

# Matches the word that joins a clause to one before: "but its purpose"; not "Butler".
JOINING = re.compile(
    r"^(?:and|but|while|though|although|as|because|since)\s+", re.IGNORECASE
)


def asked_words(statement: Statement, hedge: Hedge) -> str:
    """Give the words that say what is not known: after the cue, else its clause.

    A clause with nothing but a pronoun before its cue ("but it is not confirmed") is
    told with what stands before it; one that only ends in its cue begins there.
    """
    named = named_after(statement, hedge)
    if named:
        return named
    text = statement.text
    start = hedge.span.start - statement.span.start
    end = hedge.span.end - statement.span.start
    if RELATIVE.search(text, 0, start):
        return _plain(text[:end], "")
    starts = [0, *(m.end() for m in CLAUSE_END.finditer(text, 0, start))]
    if not content_stems(text[starts[-1] : start]):
        if len(content_stems(text[start:end])) > 1:
            return _plain(text[start : _clause_end(text, end)], "")
        starts = [*starts[:-1], *_said_from(statement, start)] or [0]
    before = text[starts[-1] : start].split()
    first = start if len(before) > LONG_START else starts[-1]
    ends = _clause_end(text, end)
    return _plain(text[first:ends], text[:ends])


def _said_from(statement: Statement, place: int) -> list[int]:
    """Give where the words begin that somebody says around *place*."""
    begins = (
        content.start - statement.span.start
        for attribution in statement.attributions
        for content in attribution.content
    )
    return sorted(begin for begin in begins if 0 <= begin < place)[-1:]


def _plain(words: str, whole: str) -> str:
    """Give *words* trimmed, *whole* where they open with a pronoun.

    "Its purpose is not clear" asks nothing of who has not read what stands before; ""
    where that opens with a pronoun too, or where nothing but the cue is left.
    """
    for said in (words, whole):
        trimmed = trimmed_words(said)
        opens = trimmed.split()[:1]
        lost = opens and fold(opens[0]) in frozenset(word_list("personal_pronouns"))
        if not lost and len(content_stems(trimmed)) > 1:
            return trimmed
    return ""


def named_after(statement: Statement, hedge: Hedge) -> str:
    """Give the words after a cue that name what is asked; "" where they do not."""
    text = statement.text
    start = hedge.span.start - statement.span.start
    end = hedge.span.end - statement.span.start
    last = ASKING_END.search(text, start, end)
    asked = ASKED.match(text, last.start(1) if last else end)
    if asked is None:
        return ""
    words = trimmed_words(text[asked.start(1) : _clause_end(text, asked.start(1))])
    return words if len(words.split()) >= FEWEST else ""


def _clause_end(text: str, start: int) -> int:
    stop = CLAUSE_END.search(text, start)
    return stop.start() if stop else len(text)


def trimmed_words(words: str) -> str:
    """Give *words* without marks at their ends and the word that joins them on."""
    bare = " ".join(words.split()).strip(" -–—.,;:\"“”'‘’")
    return JOINING.sub("", bare)
