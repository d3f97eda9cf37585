"""Whoever speaks, in the fullest form of the name, or as the text describes them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from briefing.extract.antecedents import antecedent_of
from briefing.extract.antecedents.descriptions import noun_of
from briefing.extract.attribution.lexicon import source_nouns
from briefing.extract.attribution.spoken_for import (
    LINK,
    bodies,
    head_of,
    is_body,
    is_document,
    is_lifeless,
    speaking_phrase,
)
from briefing.extract.names.vocabulary import vocabulary
from briefing.model.article import Span
from briefing.model.statement import Attribution, Name, Speaker
from briefing.resources import word_list, word_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.extract.reading import Reading

GOES_ON: Final = 2
"""Sentences over which "he added" may go on with the last speaker, and a paragraph that
is one quotation belongs to whoever spoke before it."""
LONG_DESCRIPTION: Final = 3
"""Words from which "the head of the port" tells who speaks without a name."""

PRONOUNS: Final = frozenset(
    {"he", "she", "they", "it", "who", "which", "him", "her", "his"}
)
OWNED: Final = ("his ", "her ", "their ", "its ", "my ", "our ")
CUT_SHORT: Final = (" those", " the", " a", " an", " of")
"""Ends of a phrase that a participle completes: "relatives of those killed"."""
DEFINITE: Final = ("the ", "this ", "that ")
PERSON_ENDINGS: Final = ("er", "eer", "or", "ist", "ian", "ant")
"""Ends of nouns for people: "the cashier", "the inspector", "the therapist"."""
LONGEST_ASIDE: Final = 80
"""Characters after a comma or "who" that still belong to a description: "a NATO
official who spoke on condition of anonymity"."""
# Matches "asked not to be named" and "on condition of anonymity"; not "name the ship".
HIDES: Final = re.compile(
    r"\bnot (?:\w+ )?to be (?:named|identified|quoted)|\banonym(?:ity|ously)\b|"
    r"\b(?:give|gave|giving|withheld) (?:his|her|their) (?:full |last )?names?\b"
)
# Matches "the pair", "the two men"; not "the two officials at the gate".
PAIR: Final = re.compile(
    r"the (?:pair|duo|couple|two(?: men| women)?|trio)$", re.IGNORECASE
)
# Matches the "’s" of "Ann Lee’s lawyer" right after a name.
POSSESSIVE: Final = re.compile(r"['’](?:s\b)?")
# Matches the "'s" of "the owner's" and the mark of "the doctors'", at the end.
OWNER: Final = re.compile(r"(?:['’]s|(?<=s)['’])$")
# Matches "of ", "for the " and "to Mr. " before a name inside a longer description.
INSIDE: Final = re.compile(
    r"\b(?:of|for|at|in|from|to|with|by|on|and|including|under|near|against)\s+"
    r"(?:the\s+)?(?:[A-Z][a-z]{1,4}\.\s+)?$",
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
BREAK: Final = re.compile(r"\s*(?:[,(—–]| --| who | whose | which | that )")
# Matches the " and his" of "Ann Lee and his aides"; not of "Lee, of Oil and Gas".
JOINED: Final = re.compile(r"\s+and\s+(?:[^\W\d_]+)")
# Matches "U.S., Dutch and British officials"; not "Ann Lee, mayor of Rome and Ostia".
LISTED: Final = re.compile(
    r"^(?:[A-Z][\w.]*(?: and|,) )+(?:and )?[A-Z][\w.]* (?:[a-z]+ )?[a-z]+s$"
)
# Matches the ", whose" of "Ann Lee, whose deputy Bo Berg resigned".
RELATIVE: Final = re.compile(r",? who(?:se|m)? ")
# Matches the " Friday, " of "Ann Lee Friday, who said", and ", ".
ONLY_DAY: Final = re.compile(r"[\s,]*(?:(?:on )?[A-Z][a-z]{2,5}day)?[\s,]*")
WORD: Final = re.compile(r"[^\W\d_]{2}")
SPACE: Final = re.compile(r"\s+")


@dataclass(slots=True)
class Cast:
    """The speakers of an article so far."""

    reading: Reading
    names: Sequence[Sequence[Name]]
    last: Speaker | None = None
    last_name: Name | None = None
    last_at: int = -10
    """Sentence in which `last` spoke."""
    bodies: tuple[Name, ...] = ()
    """The organisations, the first mention of each."""
    told: dict[str, set[str]] = field(default_factory=dict)
    """The bodies without a name that spoke, by their noun: "office"."""
    last_is_many: bool = False
    """True where `last` is a body or several people, whom "they" can mean."""


def name_speakers(
    reading: Reading,
    attributions: tuple[tuple[Attribution, ...], ...],
    names: Sequence[Sequence[Name]],
) -> tuple[tuple[Attribution, ...], ...]:
    """Give each attribution its speaker, where that is certain."""
    cast = Cast(reading, names, bodies=_bodies(names))
    named: list[tuple[Attribution, ...]] = []
    for index, held in enumerate(attributions):
        named.append(tuple(_named(cast, index, made) for made in held))
    return tuple(named)


def _bodies(names: Sequence[Sequence[Name]]) -> tuple[Name, ...]:
    first: dict[str, Name] = {}
    for held in names:
        for name in held:
            if name.kind == "organisation":
                first.setdefault(name.name, name)
    return tuple(first.values())


def _named(cast: Cast, index: int, made: Attribution) -> Attribution:
    if made.source is None:
        goes_on = made.cue is None and index - cast.last_at <= GOES_ON
        goes_on = goes_on and not _is_signed(cast, index, made)
        if not goes_on or cast.last is None:
            return made
        cast.last_at = index
        return replace(made, speaker=cast.last, because="the last speaker goes on")
    speaker, name, is_many = _speaker(cast, index, made.source)
    cast.last, cast.last_name, cast.last_at = speaker, name, index
    cast.last_is_many = is_many
    return replace(made, speaker=speaker) if speaker else made


def _is_signed(cast: Cast, index: int, made: Attribution) -> bool:
    """Tell whether words stand behind a quotation that may name another speaker."""
    end = made.content[-1].end
    sentences = cast.reading.sentences
    while index + 1 < len(sentences) and sentences[index].span.end < end:
        index += 1
    return bool(WORD.search(cast.reading.text, end, sentences[index].span.end))


def _speaker(
    cast: Cast, index: int, source: Span
) -> tuple[Speaker | None, Name | None, bool]:
    """Give whoever *source* names, the name, and whether "they" can mean them."""
    text = cast.reading.text
    words = OWNER.sub("", SPACE.sub(" ", text[source.start : source.end]))
    low = words.lower()
    if low in PRONOUNS:
        return _pronoun(cast, index, source.start, low)
    if (
        (low in untold() and not _is_acronym(words))
        or low.partition(" ")[0] in vague()
        or PAIR.match(low)
    ):
        return None, None, False
    name = _head_name(cast, index, source)
    if name is None:
        return _described(cast, index, source, words)
    if JOINED.match(text, name.span.end, source.end) or LISTED.search(words):
        return Speaker(words, is_anonymous=bool(LISTED.search(words))), None, True
    speaker, name, is_body = _of(name)
    return speaker, name, is_body or low.startswith("the ")


def _pronoun(
    cast: Cast, index: int, start: int, low: str
) -> tuple[Speaker | None, Name | None, bool]:
    """Give whom "he", "they" or "who" at *start* stands for."""
    recent = index - cast.last_at <= GOES_ON
    if low in {"they", "it"}:
        is_told = recent and cast.last_is_many
        if low == "they" and is_told and _others_since(cast, index, start):
            return None, None, False
        return (cast.last, cast.last_name, True) if is_told else (None, None, False)
    if low in {"who", "which"}:
        name = _name_before(cast, index, start)
        is_body = name is not None and name.kind == "organisation"
        return _of(None if is_body and low == "who" else name)
    last = cast.last_name if recent else None
    name = antecedent_of(cast.reading, cast.names, index, start, last)[0]
    if name is None and _is_last_unnamed(cast, index, start):
        return cast.last, None, False
    return _of(name)


def _is_acronym(words: str) -> bool:
    """Tell "US" in a headline from "us"."""
    return len(words) > 1 and words.isupper()


def _others_since(cast: Cast, index: int, start: int) -> bool:
    """Tell whether several people stand between the last speaker and "they"."""
    plural = vocabulary().plural_roles
    return any(
        token.lower in plural or token.lower in {"authorities", "police", "people"}
        for i in range(cast.last_at + 1, index + 1)
        for token in cast.reading.sentences[i].tokens
        if token.start < start
    )


def _is_last_unnamed(cast: Cast, index: int, start: int) -> bool:
    """Tell whether "he" is the official without a name who spoke just before."""
    if cast.last is None or not cast.last.is_anonymous or cast.last_is_many:
        return False
    if index - cast.last_at > 1:
        return False
    words = BREAK.split(cast.last.name)[0].lower().split()
    if source_nouns().intersection(words) or plurals().intersection(words):
        return False
    return not any(
        name.kind != "organisation" and name.span.start < start
        for name in cast.names[index]
    )


def _of(name: Name | None) -> tuple[Speaker | None, Name | None, bool]:
    if name is None or _is_event(name):
        return None, None, False
    is_body = name.kind == "organisation"
    return Speaker(name.name, None if is_body else name.role), name, is_body


def _is_event(name: Name) -> bool:
    """Tell "Military Build-up", in a title's capitals, from the name of a body."""
    words = name.name.split()
    return name.kind == "other" and len(words) > 1 and is_lifeless(words[-1].lower())


def _name_before(cast: Cast, index: int, start: int) -> Name | None:
    """Give the name that "who" follows: "Ann Lee, who said"."""
    for name in cast.names[index]:
        between = cast.reading.text[name.span.end : start]
        if name.span.end <= start and ONLY_DAY.fullmatch(between):
            return name
    return None


def _head_name(cast: Cast, index: int, source: Span) -> Name | None:
    """Give the name that a source is, not one that only belongs to it."""
    text, first = cast.reading.text, None
    relative = RELATIVE.search(text, source.start, source.end)
    end = relative.start() if relative else source.end
    for name in cast.names[index]:
        if name.span.start < source.start or name.span.end > end:
            continue
        owner = POSSESSIVE.match(text, name.span.end, source.end)
        if owner and owner.end() < source.end:
            continue
        if INSIDE.search(text, source.start, name.span.start):
            continue
        is_person = name.kind == "person"
        if not is_person and INSIDE_NAMED.search(text, source.start, name.span.start):
            continue
        is_modifier = NOUN_AFTER.match(text, name.span.end, source.end) is not None
        if is_modifier and not BREAK.match(text, name.span.end):
            continue
        if is_person:
            return name
        if first is None and not text[source.start : name.span.start].count(","):
            first = name
    return first


def _described(
    cast: Cast, index: int, source: Span, words: str
) -> tuple[Speaker | None, Name | None, bool]:
    """Give a source without a name of its own: "the spokesman", "two officials"."""
    mark = BREAK.search(words)
    short = words[: mark.start()] if mark and mark.start() else words
    count = len(short.split())
    low = words.lower()
    if low.startswith(DEFINITE):
        found = antecedent_of(cast.reading, cast.names, index, source.start)[0]
        if found is None:
            found = _body(cast, source, short)
        if found is not None:
            return _of(found)
        told = cast.told.get(head_of(short).lower(), set())
        if count < LONG_DESCRIPTION and len(told) == 1:
            return Speaker(next(iter(told))), None, True
        is_told = _is_plural(short) or is_document(short)
        if count < LONG_DESCRIPTION and not is_told:
            is_many = head_of(short).lower() in collectives()
            alone = Speaker(short, is_anonymous=True)
            return (alone if _stands_alone(cast, short) else None), None, is_many
    if low.startswith(OWNED):
        return None, None, False
    is_aside = mark is not None and (
        mark[0] == " who " or HIDES.search(words, mark.end()) is not None
    )
    is_short = len(words) - len(short) < LONGEST_ASIDE
    whole = words if is_aside and is_short else short
    phrase = speaking_phrase(whole)
    if phrase is None or (count == 1 and _is_mass(short)):
        return None, None, False
    if phrase.endswith(CUT_SHORT):
        phrase = whole
    named = _is_bare_name(short) or is_body(short) or is_document(phrase)
    if is_body(short):
        cast.told.setdefault(head_of(short).lower(), set()).add(phrase)
    is_many = _is_plural(short) or head_of(short).lower() in collectives()
    return Speaker(phrase, is_anonymous=not named), None, is_many


def _stands_alone(cast: Cast, short: str) -> bool:
    """Tell "The airline" from "The minister" where the article names one."""
    noun = head_of(short)
    low = noun.lower()
    if not short.lower().startswith("the ") or noun[0].isupper():
        return False
    is_person = bool(noun_of((low,))[0]) or low.endswith(PERSON_ENDINGS)
    if not (is_person or low in bodies() or low in collectives()):
        return False
    return not any(
        low in name.name.lower().split() or low in (name.role or "").lower().split()
        for held in cast.names
        for name in held
    )


def _is_mass(word: str) -> bool:
    """Tell "evidence", which nobody gave here, from "police" and "reports"."""
    return word.lower() in source_nouns() and not _is_plural(word)


def _is_bare_name(words: str) -> bool:
    """Tell "Novak" from "Detectives" and "Video": a lone singular has no article."""
    if _is_plural(words) or not all(word[0].isupper() for word in words.split()):
        return False
    return words.rpartition(" ")[2].lower() not in source_nouns()


@cache
def plurals() -> frozenset[str]:
    """Give the words for several people that do not end in -s."""
    rows = word_table("clause_words")
    return frozenset(
        w for name, words in rows if name == "plurals" for w in words.split()
    )


@cache
def collectives() -> frozenset[str]:
    """Give the nouns for several people as one, whom "they" can mean: "family"."""
    rows = word_table("clause_words")
    return frozenset(
        w for name, words in rows if name == "collectives" for w in words.split()
    )


@cache
def untold() -> frozenset[str]:
    """Give the pronouns that tell nobody: "I", "someone", "these"."""
    return frozenset(word_list("untold_pronouns"))


@cache
def vague() -> frozenset[str]:
    """Give the pronouns that tell nobody with what follows: "someone off-camera"."""
    return frozenset(
        word for word in untold() if word.endswith(("one", "body")) and word != "one"
    )


def _body(cast: Cast, source: Span, short: str) -> Name | None:
    """Give the one organisation before that "the ministry" can mean."""
    noun = short.rpartition(" ")[2].lower()
    found = {
        name.name: name
        for name in cast.bodies
        if name.span.start < source.start and noun in name.name.lower().split()
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _is_plural(words: str) -> bool:
    """Tell "two officials at the port" from "an official" and "his boss"."""
    head = LINK.split(words)[0].rpartition(" ")[2]
    if head.lower() in plurals():
        return True
    return head.endswith("s") and not head.endswith(("ss", "'s", "’s", "us", "is"))
