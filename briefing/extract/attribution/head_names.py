"""The name that a source is, and not one that only stands inside its words."""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.attribution.cast import Cast
from briefing.extract.attribution.described_speakers import is_person_noun
from briefing.extract.attribution.spoken_for import ASIDE
from briefing.extract.attribution.units import letters_of_words
from briefing.extract.names.roles import DESCRIBING
from briefing.extract.names.vocabulary import vocabulary
from briefing.model.article import Span
from briefing.model.statement import Name

# Matches the "’s" of "Ann Lee’s lawyer" right after a name.
POSSESSIVE: Final = re.compile(r"['’](?:s\b)?")
# Matches "of ", "for the ", "along 4th " and "to Mr. " before a name inside a longer
# description.
INSIDE: Final = re.compile(
    r"\b(?:of|for|at|in|from|to|with|by|on|and|including|under|near|against|after|along"
    r"|around|across|like|unlike|behind|beside|outside|inside|between|within)\s+"
    r"(?:the\s+)?(?:\d+(?:st|nd|rd|th)\s+)?(?:[A-Z][a-z]{1,4}\.\s+)?$",
    re.IGNORECASE,
)
# Matches "of the ferry " before what is no person's name; not "of the port, ".
INSIDE_NAMED: Final = re.compile(
    r"\b(?:of|for|at|in|from|to|with|on|near|aboard)\s+(?:the|a|an|its|his|her|their)"
    r"\s+(?:[\w-]+\s+){1,3}$",
    re.IGNORECASE,
)
# Matches " officials" right after a name; not ", who" nor " (D-Ohio)" nor " said".
NOUN_AFTER: Final = re.compile(
    r"[\s-]+(?!(?:of|for|at|in|from|to|with|on|and|or|who|which|that|said|says|told)\b)[a-z][a-z-]+"
)
# Matches " U.S. attorney's" right after the name of a place; not " and Rome".
NAME_AFTER: Final = re.compile(r"[\s-]+[A-Z][\w.]*(?: [A-Z][\w.]*)*['’\s-]+s?\s?[a-z]+")
# Matches the ", whose" of "Ann Lee, whose deputy Bo Berg left", ", which" and ", like".
RELATIVE: Final = re.compile(r",? who(?:se|m)? |, (?:which|that|(?:un)?like) ")
# Matches the " and author " of "women like Ann Lee and author Bo Berg".
AND: Final = re.compile(r",? and (?:[\w'’.-]+ ){0,6}")
MOST_NOUNS: Final = 2
"""Nouns before a role: "ferry" of "ferry captain"."""
WORDS: Final = re.compile(r"[^\s,;]+")


def _is_inside(before: str, name: Name) -> bool:
    """Tell "the dog of " and "a spokesman for Mayor " from "the mayor, "."""
    if INSIDE.search(before):
        return True
    found = INSIDE.search(before, 0, _role_start(before, name))
    return found is not None and not found[0].startswith("and")


def _role_start(before: str, name: Name) -> int:
    """Give where the role ends that stands right before a name: "for Mayor Ann Lee".

    What holds the role holds the name too: the mayor's spokesman speaks, not she.
    """
    role, stop = name.role or "", len(before.rstrip())
    if role and before[:stop].lower().endswith(role.lower()):
        stop -= len(role)
    words, lex = list(WORDS.finditer(before, before.rfind(",") + 1, stop)), vocabulary()
    at = len(words)
    while at and (
        lex.titles.match((words[at - 1][0],), 0)
        or (words[at - 1][0].islower() and is_person_noun(words[at - 1][0]))
    ):
        at -= 1
    if at == len(words) and stop == len(before.rstrip()):
        return len(before)
    return _before_nouns(words[:at], words[at].start() if at < len(words) else stop)


def _before_nouns(words: list[re.Match[str]], start: int) -> int:
    """Give where "former Oslo ferry" begins, which *words* end with; else *start*."""
    nouns = 0
    for word in reversed(words):
        text = word[0]
        if not (text[0].isupper() or text.lower() in DESCRIBING):
            nouns += 1
            if nouns > MOST_NOUNS or letters_of_words().get(text) or not text.isalpha():
                break
        start = word.start()
    return start


def head_name(cast: Cast, index: int, source: Span) -> Name | None:
    """Give the name that a source is, not one that only belongs to it."""
    text, first, inside_end = cast.reading.text, None, 0
    relative = RELATIVE.search(text, source.start, source.end)
    end = relative.start() if relative else source.end
    for name in cast.names[index]:
        start = name.span.start
        if start < source.start or name.span.end > end:
            continue
        if inside_end and AND.fullmatch(text, inside_end, start):
            continue
        if _is_inside(text[source.start : start], name):
            inside_end = name.span.end
            continue
        if _only_owns(text, source, name):
            continue
        if name.kind == "person":
            return name
        if first is None and not text[source.start : start].count(","):
            first = name
    return first


def _only_owns(text: str, source: Span, name: Name) -> bool:
    """Tell "Ann Lee’s", "Oslo U.S. attorney's" and "Rome officials" from "Ann Lee"."""
    end = name.span.end
    owner = POSSESSIVE.match(text, end, source.end)
    if owner and owner.end() < source.end:
        return True
    if name.kind != "person":
        if NAME_AFTER.match(text, end, source.end):
            return True
        if INSIDE_NAMED.search(text, source.start, name.span.start):
            return True
    is_modifier = NOUN_AFTER.match(text, end, source.end) is not None
    return is_modifier and not ASIDE.match(text, end)
