"""Keep a speaker's name to a noun phrase for someone or something that can speak."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.extract.attribution.lexicon import source_nouns
from briefing.extract.attribution.units import letters_of_words
from briefing.resources import word_list, words_of

ARTICLES: Final = frozenset({"the", "a", "an"})
POINTING: Final = ("those ", "these ")
CUT_AT_END: Final = frozenset({"this", "that", "last", "next", "early", "late", "on"})
LONG: Final = 4
"""Words from which "those in the boats" tell who speaks."""
SHORTEST_PARTICIPLE: Final = 5
# Matches " of " in "the head of the port"; what stands before it holds the head.
LINK: Final = re.compile(
    r" (?:of|for|at|in|from|to|with|on|among|around|across|near|over|against) "
)
# Matches ", who", " which" and " that’s": what follows only describes.
ASIDE: Final = re.compile(
    r"\s*(?:[,(—–]| --| who | whose | which | that | (?:that|who|which)['’]s )"
)
# Matches "the city's water, gas and power chief", which no aside breaks off.
SERIES: Final = re.compile(
    r"(?:the |an? |its )?(?:[\w.-]+['’]s )?[a-z]+(?:, [a-z]+)+,? and [a-z]+ [a-z]+"
)
# Matches " issued after the talks" of "a communiqué issued after the talks".
ISSUED: Final = re.compile(r" [a-z]+ed (?:after|before) .*$")
# Matches " in a " before the occasion on which somebody spoke.
OCCASION: Final = re.compile(r" (?:in|at|on|during) (?:an?|his|her|its|their) ")
OCCASION_REACH: Final = 3
"""Words of "televised news conference"."""
# Matches the end of "the man who officials": the relative clause has no verb.
OPEN_CLAUSE: Final = re.compile(r" (?:who|whom|which|that)(?: [\w'’-]+)?$")


def aside_in(words: str) -> re.Match[str] | None:
    """Give where words begin that only describe, behind a series of nouns."""
    series = SERIES.match(words)
    return ASIDE.search(words, series.end() if series else 0)


def speaking_phrase(words: str) -> str | None:
    """Give *words* as the name of a speaker, cut where need be; None if it is none.

    "Multiple reports on Thursday" are "multiple reports"; "least one", "Counted among
    the dead" and "the attacks targeted the" are nobody.
    """
    words = _without_occasion(ISSUED.sub("", words))
    aside = aside_in(words)
    phrase = words[: aside.start()] if aside and aside.start() else words
    rest = words[len(phrase) :]
    if OPEN_CLAUSE.search(words) or phrase.lower().startswith("least "):
        return None
    kept = _without_end(_before_verb(phrase.split()))
    if not kept or kept[-1].lower() in ARTICLES or _opens_wrong(kept):
        return None
    short = " ".join(kept)
    if short.lower().startswith(POINTING) and len(kept) < LONG:
        return None
    if _letter(kept[-1]) in {"D", "S", "R", "P", "X", "T", "C"} and len(kept) == 1:
        return None
    if is_lifeless(head_of(short)):
        return None
    return short + rest if len(kept) == len(phrase.split()) else short


def head_of(phrase: str) -> str:
    """Give the noun that a phrase is about: "head" of "the head of the port"."""
    first = phrase.split(" ", 1)
    start = len(first[0]) if len(first) > 1 else 0
    link = LINK.search(phrase, start)
    return (phrase[: link.start()] if link else phrase).rpartition(" ")[2]


def is_lifeless(noun: str) -> bool:
    """Tell "bombings" and "build-up" from "nations" and "authorities"."""
    word = singular(noun.lower().rpartition("-")[2] or noun.lower())
    endings, living = _lifeless()
    if word in living or word in source_nouns() or word in bodies():
        return False
    return word.endswith(endings) and not noun[0].isupper()


def singular(word: str) -> str:
    """Give "authority" for "authorities", "bombing" for "bombings"."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def is_body(phrase: str) -> bool:
    """Tell "the ministry" and "Iran's aviation authority" from "an official"."""
    first = phrase.lower().split(" ", 1)[0]
    is_known = first == "the" or "'s " in phrase or "’s " in phrase
    return is_known and head_of(phrase).lower() in bodies()


def is_document(phrase: str) -> bool:
    """Tell "a readout of the call" and "media reports" from people."""
    return singular(head_of(phrase).lower()) in source_nouns()


@cache
def bodies() -> frozenset[str]:
    """Give the nouns of bodies: "ministry", "agency", "council"."""
    return frozenset(word.lower() for word in word_list("organisation_nouns"))


@cache
def _lifeless() -> tuple[tuple[str, ...], frozenset[str]]:
    lines = word_list("lifeless_nouns")
    endings = tuple(line[1:] for line in lines if line.startswith("-"))
    return endings, frozenset(line[1:] for line in lines if line.startswith("+"))


def _letter(word: str) -> str:
    return letters_of_words().get(word.lower().replace("’", "'"), "")


def _before_verb(words: list[str]) -> list[str]:
    """Give the words up to a verb that only a clause has: "Ann Lee said"."""
    for at, word in enumerate(words):
        is_noun = at == 1 and words[0].lower() in ARTICLES and is_document(word)
        if at and word.islower() and _letter(word) in {"X", "v"} and not is_noun:
            return words[:at]
    if len(words) > 1 and words[-1] in {"said", "says", "told"}:
        return words[:-1]
    return words


def _without_occasion(words: str) -> str:
    """Give "the minister" of "the minister in a televised speech"."""
    found = OCCASION.search(words)
    where = words[found.end() :].lower().split()[:OCCASION_REACH] if found else []
    if found is None or words_of("occasions").isdisjoint(where):
        return words
    return words[: found.start()]


def _without_end(words: list[str]) -> list[str]:
    """Leave out the words of time and the participle at the end of a phrase."""
    kept = list(words)
    while len(kept) > 1:
        last = kept[-1].lower()
        is_time = _letter(last) == "M" or last in CUT_AT_END
        is_participle = last.endswith("ed") and len(last) >= SHORTEST_PARTICIPLE
        is_noun = len(kept) == len("an") or kept[-2].lower() in ARTICLES
        if not is_time and (is_noun or not is_participle):
            break
        kept.pop()
    return kept


def _opens_wrong(words: list[str]) -> bool:
    """Tell "Counted among the dead" and "to Rome" from "Armed men"."""
    first, second = words[0], words[1] if len(words) > 1 else ""
    if _letter(first) == "T":
        return True
    return first.lower().endswith("ed") and _letter(second) == "P"
