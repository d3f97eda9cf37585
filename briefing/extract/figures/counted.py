"""Find the noun that a number counts: "three Danish sailors" counts sailors."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from briefing.extract.figures.adjectives import is_adjective
from briefing.extract.figures.persons import is_person
from briefing.extract.figures.vocabulary import (
    AFTER_ONE,
    CHANGES,
    FRACTIONS,
    HYPHENS,
    LEVELS,
    LY_NOUNS,
    MEASURED,
    MOVES,
    OF_NOUNS,
    PLURALS,
    STOPS,
)
from briefing.resources import word_set, words_of
from briefing.text.numbers import DIGITS, SCALES, TENS
from briefing.text.patterns import any_of

MAX_WORDS: Final = 7
"""Words of a counted phrase: "three heavily armed local rebel gunmen"."""

_WORD: Final = re.compile(
    r"(?P<gap>[\s\"\u201c\u201d]*)(?P<word>(?:[A-Za-z]\.){2,}|km/h\b|[^\W\d_](?:[\w.\u2019'-]*\w)?\.?)"
)
# Matches the end of "soldiers'", "guard's", "guards."
_END: Final = re.compile(r"(?:['\u2019]s?)?\.?$")
NUMBERS: Final = frozenset(
    (*DIGITS, *TENS, *SCALES, "dozens", "hundreds", "thousands", "several", "few")
)
# Matches "of the" and the "of" of "of Spain's" after "three"; "of" after "hundreds".
_OF_THE: Final = re.compile(
    r"\s+of\s+(?:(?:the|its|their|his|her|our|these|those|all)\s"
    r"|(?=(?-i:[A-Z])[\w.-]*['\u2019]s?\s))",
    re.IGNORECASE,
)
_OF: Final = re.compile(r"\s+of\s", re.IGNORECASE)
# Matches the ages of "two 19-year-olds" and "three 12-year-old girls".
_AGED: Final = re.compile(r"\s+(?P<age>(?:\d{1,3}|[a-z]+)[-\s]year[-\s]old(?P<s>s)?)\b")
_HYPHENED: Final = re.compile(r"[-\u2010\u2011]([^\W\d_]+)")
# Matches "number of" before "soldiers", and whatever stands so; not "of" at an end.
_NUMBER_OF: Final = re.compile(r"\b(\w++)\s++of\s+(?=[^.;:,])", re.IGNORECASE)
_WHOSE: Final = r"(?:(?:the|its|their|his|her|our)\s)?"


@cache
def _subject() -> re.Pattern[str]:
    """Match "Ferries were cut from " before "12 to 7"; not "It cut boats from"."""
    return re.compile(
        rf"(?:^|[.,;:\u2014]\s|\b(?:that|said|says|as|while)\s){_WHOSE}"
        r"(?P<subject>[^.,;:\u2014\d]+?)\s"
        r"(?:(?:has|have|had|was|were|is|are|been|being|will|would|be|[a-z]+ly|more\sthan)"
        rf"\s)*(?:(?:{any_of(CHANGES)})\s(?:[a-z]+ly\s)?from"
        rf"|(?:{any_of(word for word in CHANGES if word not in MOVES)}),?\s"
        r"(?:[a-z]+ly\s)?(?:by\s[\d,.]+(?:%|\sper\s?cent)?,?\s)?to)\s$",
        re.IGNORECASE,
    )


@cache
def _object() -> re.Pattern[str]:
    """Match "It has cut its staff from " before "90"; not "It took staff from "."""
    return re.compile(
        r"\b(?:cut|cuts|cutting|reduced|reduce|reduces|reducing|raised|raise|raises|raising"
        r"|increased|increase|increasing|lowered|trimmed|slashed|slashing|expanded|doubled"
        rf"|tripled|halved|shrunk)\s{_WHOSE}(?P<subject>(?:[\w'\u2019-]+\s){{1,4}})(?:from|to)\s$",
        re.IGNORECASE,
    )


# Matches what may stand between a subject and its verb: " of cholera a day".
_REST: Final = re.compile(r"\s*(?:$|(?:of|in|at|on|among|for|by|from|across|near)\s)")


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase that a number counts."""

    end: int
    unit: str
    """Its head, singular and in lower case; "" for a fraction."""
    what: str
    """The phrase as written."""
    is_part: bool = False
    """True after "of the": "three of the sailors"."""


def counted_after(
    text: str, place: int, *, is_one: bool, is_vague: bool
) -> Counted | None:
    """Give what the number ending at *place* counts; None if no noun follows.

    The head is the first plural of the phrase, or the last of several that touch
    ("police officers"); after "one" it is the last word of the phrase.
    """
    if hyphened := _HYPHENED.match(text, place):
        word = hyphened[1].lower()
        is_idle = word in FRACTIONS or word in HYPHENS or word in STOPS
        unit = "" if is_idle else MEASURED.get(word, word)
        return Counted(hyphened.end(), unit, hyphened[1])
    if aged := _AGED.match(text, place):
        if aged["s"]:
            return Counted(aged.end(), "person", aged["age"])
        place = aged.end()
    of = _OF_THE.match(text, place) or (_OF.match(text, place) if is_vague else None)
    begin = of.end() if of else place
    found = phrase(text, begin, is_one=is_one and not of)
    is_part = of is not None and of.re is _OF_THE
    return replace(found, is_part=True) if found and is_part else found


def phrase(text: str, begin: int, *, is_one: bool) -> Counted | None:
    """Give the noun phrase at *begin*, of several things or, with *is_one*, of one."""
    head, before, end, here = "", "", begin, begin
    previous, spare = "", None
    for _ in range(MAX_WORDS):
        m = _WORD.match(text, here) or _after_comma(text, here, head, previous)
        if not m or (here > begin and not m["gap"]):
            break
        whole = m["word"]
        word = whole if whole.count(".") > 1 else _END.sub("", whole)
        lower = word.lower()
        if not head and (unit := _at_once(text, lower, m, is_one=is_one)) is not None:
            end = m.start("word") + len(word)
            return Counted(end, unit, " ".join(text[begin:end].split()))
        if not head and _joins(text, previous, lower, m.end()):
            previous, here = lower, m.end()
            continue
        if lower in STOPS or lower in NUMBERS or _ends(lower, head, is_one=is_one):
            break
        if not is_one and word[0].isupper() and _is_name(text, lower, m.end()):
            spare = spare or Counted(m.start("word") + len(word), singular(lower), "")
        elif not _is_adverb(lower) if is_one else is_plural(lower):
            head, before, end = lower, previous, m.start("word") + len(word)
        previous, here = lower, m.end()
        if whole != word and head:  # a possessive or a full stop ends the phrase
            break
    found = Counted(end, _unit(head, before, is_one=is_one), "") if head else spare
    if not found or (is_one and _is_no_noun(head)):
        return None
    what = re.sub(r"\s+", " ", text[begin : found.end]).strip(' "\u201c\u201d')
    return replace(found, what=what)


_STATES: Final = words_of("states_behind_numbers")
"""Words after a number without its noun: "ferry with 40 aboard sinks"."""


def _at_once(text: str, word: str, m: re.Match[str], *, is_one: bool) -> str | None:
    """Give the unit of a word after which none is looked for: "third", "mph"."""
    if word in FRACTIONS:
        return None if is_one and _is_nth(text, m.end()) else ""
    is_name = m["word"][0].isupper() and not m["word"].isupper()
    if word in MEASURED and not is_one and not is_name:
        return MEASURED[word]
    return None


def _after_comma(
    text: str, place: int, head: str, previous: str
) -> re.Match[str] | None:
    """Give the "unarmed" of "young, unarmed men", the first word being *previous*."""
    if head or not text.startswith(", ", place) or not is_adjective(previous):
        return None
    m = _WORD.match(text, place + 1)
    return m if m and is_adjective(m["word"].lower()) else None


def _joins(text: str, previous: str, word: str, place: int) -> bool:
    """Tell whether "and", ending at *place*, joins adjectives: "local and foreign"."""
    if word not in ("and", "or"):
        return False
    m = _WORD.match(text, place)
    return m is not None and is_adjective(previous) and is_adjective(m["word"].lower())


def _is_nth(text: str, place: int) -> bool:
    """Tell whether a "third" that ends at *place* is one more: "a third man"."""
    m = _WORD.match(text, place)
    return m is not None and is_person(_END.sub("", m["word"]).lower())


# Matches a word that goes on with the phrase: " airport bombers"; not " were".
_NEXT: Final = re.compile(r"\s+([a-z][\w-]*)")


def _is_name(text: str, word: str, place: int) -> bool:
    """Tell "Brussels" of "Brussels airport bombers" from "Serbs" of "Serbs said"."""
    if not is_plural(word) or is_person(singular(word)):
        return False
    after = _NEXT.match(text, place)
    return after is not None and after[1] not in STOPS


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in LY_NOUNS


def _is_no_noun(word: str) -> bool:
    """Tell what stands after a bare "one": "one occurred", "one wonders"."""
    if word in PLURALS or word in LY_NOUNS or len(word) < MIN_VERB:
        return False
    return bool(_S.search(word)) or word.endswith("ed")


MIN_VERB: Final = 4
"""Letters from which a word in -ed or -s is taken for a verb: "died", not "bed"."""


def _ends(word: str, head: str, *, is_one: bool) -> bool:
    if is_one and head:
        # a plural after its head is a verb: "one expert argues"
        is_verb = word in VERBS or word in AFTER_ONE or bool(_S.search(word))
        return is_verb or word.endswith(("ed", "ing", "ly")) or word in _FATES
    if is_one:
        return word in _FATES or word in VERBS
    if word in _STATES:
        return True
    # "the count of 21 deaths stands"
    is_next = word in _FATES or word in VERBS or not is_plural(word)
    return bool(head) and is_next


VERBS: Final = word_set("finite_verbs")
_FATES: Final = words_of("fates")


def _unit(head: str, before: str, *, is_one: bool) -> str:
    one = head if is_one and head not in PLURALS else singular(head)
    both = f"{before} {one}"
    return both if PLURALS.get(before) == both else one


def number_of(text: str, place: int) -> Counted | None:
    """Give what "the number of soldiers … 4,500" counts: the noun before *place*."""
    found = None
    for m in _NUMBER_OF.finditer(text, max(0, place - 100), place):
        if m[1].lower() in OF_NOUNS:
            found = phrase(text, m.end(), is_one=False) or found
    return found


def changed(text: str, place: int) -> Counted | None:
    """Give what rose from, or to, the number at *place*: what the verb is about."""
    if not text.endswith((" from ", " to "), 0, place):
        return None
    begin = max(0, place - 150)
    m = _object().search(text, begin, place) or _subject().search(text, begin, place)
    found = phrase(text, m.start("subject"), is_one=False) if m else None
    if not found or not m or found.end > m.end("subject") or found.unit in LEVELS:
        return None
    # "Police said arrests fell" is not about the police
    is_whole = _REST.match(text[found.end : m.end("subject")])
    return replace(found, end=0) if is_whole else None


# Matches "guards", "boxes"; not "class", "virus", "crisis", "gas".
_S: Final = re.compile(r"..[^sui]s$")


def is_plural(word: str) -> bool:
    """Tell whether *word* looks like a plural noun."""
    if word in PLURALS:
        return True
    return bool(_S.search(word))


def singular(word: str) -> str:
    """Give the singular of a plural noun: "gunmen" is "gunman"."""
    if word in PLURALS:
        return PLURALS[word]
    if word.endswith("men") and word != "men":
        return word[:-3] + "man"
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes", "sses", "zzes")):
        return word[:-2]
    return word.removesuffix("s")
