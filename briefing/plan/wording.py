"""Put the words that a question quotes so that they name what they ask about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from briefing.extract.antecedents.speech import is_speech_verb
from briefing.model.article import Span
from briefing.model.statement import Hedge, Statement
from briefing.plan.stems import content_stems
from briefing.text.cases import in_case
from briefing.text.contractions import contraction_at

FEWEST: Final = 3
"""Words that name what is asked; "why" alone names nothing."""

NAMING: Final = 2
"""Content words before a cue for which a pronoun behind it may stand."""

LONGEST: Final = 26
"""Words of a question with what it points at, above which it is too long."""

# Matches the "and " before a second verb; what follows must be one.
AND: Final = re.compile(r"\band\s+(?=[a-z])")

# Matches the word that joins a clause to one before: "but its purpose"; not "Butler".
JOINING = re.compile(
    r"^(?:and|but|while|though|although|as|because|since)\s+", re.IGNORECASE
)

# Matches words that point at what stood before: "this", "where that suspect is", "such
# a large area"; not the "that" of "intelligence that pointed there".
POINTING = re.compile(
    r"\b(?:this|these|those|such)\b"
    r"|\b(?:where|when|why|how|if|whether|who|of|in|at|to|for|about|after|before|behind"
    r"|during|following|with)\s+that\s+\w",
    re.IGNORECASE,
)

# Matches the "it" of "whether it opened"; not that of "its", nor what is in brackets.
PRONOUN = re.compile(
    r"\b(?:he|she|they|it|him|them|his|her|their|its)\b(?![^\[]*\])", re.IGNORECASE
)

# Matches the "he" that opens "when he returned"; not that of "when the car he drove".
PERSON = re.compile(r"\A\w+\s+(?:he|she|his|her)\b", re.IGNORECASE)

Place = tuple[int, int]
"""Where words begin and end in a statement's text."""


def bracketed(statement: Statement, place: Place) -> str:
    """Give the words of a place, pronouns by the names they stand for, in brackets."""
    start, end = place
    shift, words = statement.span.start, []
    for reference in sorted(statement.references, key=lambda r: r.span.start):
        first, last = reference.span.start - shift, reference.span.end - shift
        if reference.kind not in ("pronoun", "description") or first < start:
            continue
        if reference.antecedent is None or last > end:
            continue
        shown = in_case(reference.antecedent, statement.text, first, last)
        if short := contraction_at(statement.text, last):
            shown, last = f"{shown} {short.verb}", short.end
        words += [statement.text[start:first], f"[{shown}]"]
        start = last
    return "".join((*words, statement.text[start:end]))


def blanked(statement: Statement, spans: Iterable[Span]) -> str:
    """Give the words of a statement with blanks where *spans* stand."""
    text = statement.text
    for place in map(statement.place_of, spans):
        gap = " " * (place.stop - place.start)
        text = text[: place.start] + gap + text[place.stop :]
    return text


def points_back(words: str, before: str = "") -> bool:
    """Tell whether words asked mean something only with what stood before them.

    A pronoun behind a noun, or in a sentence that names who is meant *before* it asks,
    may stand for that one: "the ship before it sank".
    """
    found = POINTING.search(words)
    if found is not None and found.end() == len(words):
        return True
    if found is None and len(content_stems(before)) < NAMING:
        found = PRONOUN.search(words)
    return found is not None and len(content_stems(words[: found.start()])) < FEWEST


def with_subject(statement: Statement, hedge: Hedge, words: str) -> str:
    """Put the one person named before the cue before words that say "he" or "she".

    They stay the sentence's own, in its order: "Ann Reyes … when she returned".
    """
    named = [n for n in statement.people() if n.span.end <= hedge.span.start]
    if not PERSON.search(words) or len({name.name for name in named}) != 1:
        return words
    name = statement.words_at(named[0].span)
    return words if name in words else f"{name} … {words}"


def with_lead(lead: Statement, words: str) -> str:
    """Put the end of the sentence before in front of words that point at it.

    They stay the sources' own, in their order; where that makes a question longer than
    a reader takes in at once, the sentence stands beside it alone.
    """
    whole = len(lead.text)
    places = [lead.place_of(s) for item in lead.attributions for s in item.content]
    said = [(place.start, min(place.stop, whole)) for place in places]
    longest = max(said, key=lambda place: place[1] - place[0], default=(0, whole))
    told = trimmed_words(bracketed(lead, longest))
    for joined in AND.finditer(told):
        rest = told[joined.end() :]
        if is_speech_verb(rest.split()[0]) and len(content_stems(rest)) > NAMING:
            told = rest
            break
    both = f"{told} … {words}"
    is_short = len(both.split()) <= LONGEST and len(content_stems(told)) >= NAMING
    return both if is_short and not points_back(told) else words


def trimmed_words(words: str) -> str:
    """Give *words* without marks at their ends and the word that joins them on."""
    bare = " ".join(words.split()).strip(" -–—.,;:\"“”'‘’")
    return JOINING.sub("", bare)
