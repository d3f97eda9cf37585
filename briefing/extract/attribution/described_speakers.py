"""Speakers without a name of their own: "the spokesman", "two officials"."""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.antecedents.descriptions import noun_of
from briefing.extract.antecedents.find import find_antecedent
from briefing.extract.attribution.cast import GOES_ON, Cast, Heard, is_plural, of_name
from briefing.extract.attribution.lexicon import source_nouns
from briefing.extract.attribution.spoken_for import (
    ASIDE,
    aside_in,
    bodies,
    head_of,
    is_body,
    is_document,
    speaking_phrase,
)
from briefing.extract.attribution.stand_ins import PEOPLE, is_same_kind
from briefing.extract.attribution.units import letters_of_words
from briefing.extract.names.vocabulary import vocabulary
from briefing.model.article import Span
from briefing.model.statement import Name, Speaker
from briefing.resources import words_of

LONG_DESCRIPTION: Final = 3
"""Words from which "the head of the port" tells who speaks without a name."""
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
# Matches "U.S., Dutch and British officials" and "Mali, Chad and the U.K."; not "Ann
# Lee, mayor of Rome and Ostia".
LISTED: Final = re.compile(
    r"^(?=.* and )(?:[A-Z][\w.]*(?: and|,) )+(?:and )?"
    r"(?:[A-Z][\w.]* (?:[a-z]+ )?[a-z]+s|(?:the )?[A-Z][\w.]*)$"
)
OUTLETS: Final = frozenset(
    {"paper", "newspaper", "broadcaster", "channel", "daily", "weekly", "network"}
    | {"outlet", "website", "magazine", "station"}
)
PAPERS: Final = frozenset({"statement", "message", "tweet", "post"})
# Matches "in a joint statement" and "issued a statement"; not "the statement of May".
ISSUED: Final = re.compile(
    r"\b(?:an?|its|his|her|their) (?:[\w-]+ ){0,2}?(statement|message|tweet|post)\b",
    re.IGNORECASE,
)


def speaker_described(cast: Cast, index: int, source: Span, words: str) -> Heard:
    """Give a source without a name of its own: "the spokesman", "two officials"."""
    if LISTED.search(words):
        return Heard(Speaker(words, is_anonymous=True), is_many=True)
    mark = aside_in(words)
    short = words[: mark.start()] if mark and mark.start() else words
    count = len(short.split())
    low = words.lower()
    if low.startswith(DEFINITE) and (
        _is_last_paper(cast, index, short) or _is_last_outlet(cast, index, short)
    ):
        return Heard(cast.last, cast.last_name, cast.last_is_many)
    if low.startswith(DEFINITE) and (heard := _definite(cast, index, source, short)):
        return heard
    if low.startswith(OWNED):
        return Heard(_owned(cast, index, source, short))
    is_aside = mark is not None and (
        mark[0] == " who " or HIDES.search(words, mark.end()) is not None
    )
    is_short = len(words) - len(short) < LONGEST_ASIDE
    whole = words if is_aside and is_short else short
    phrase = speaking_phrase(whole)
    if phrase is None or (count == 1 and _is_mass(short)):
        return Heard()
    if phrase.endswith(CUT_SHORT):
        phrase = whole
    named = _is_bare_name(short) or is_body(short) or is_document(phrase)
    if is_body(short):
        cast.told.setdefault(head_of(short).lower(), set()).add(phrase)
    is_many = (
        is_plural(short) or head_of(short).lower() in words_of("collectives") | bodies()
    )
    return Heard(Speaker(phrase, is_anonymous=not named), is_many=is_many)


def part_of(cast: Cast, index: int, start: int, words: str) -> Speaker | None:
    """Give "one of the men" for "one of them", where nobody else can be meant."""
    last, plural = cast.last, vocabulary().plural_roles | PEOPLE
    is_recent = index - cast.last_at <= GOES_ON and cast.last_is_many
    if last is None or not is_recent or not last.is_anonymous:
        return None
    name = last.name.split()
    own = {word.lower() for word in name}
    others = any(
        token.lower in plural - own and token.start < start
        for i in range(cast.last_at, index + 1)
        for token in cast.reading.sentences[i].tokens
    )
    if others or not is_plural(last.name):
        return None
    if name[0].lower() in plural or letters_of_words().get(name[0].lower()):
        name[0] = name[0].lower()
    whole = f"{words.rpartition(' ')[0]} {' '.join(name)}"
    return Speaker(whole, is_anonymous=True)


def _is_last_paper(cast: Cast, index: int, short: str) -> bool:
    """Tell "the statement" of a union that spoke "in a statement" just before."""
    noun = short.partition(" ")[2].lower()
    if cast.last is None or noun not in PAPERS or index - cast.last_at > GOES_ON:
        return False
    if is_document(cast.last.name):
        return False
    told = cast.reading.sentences[max(0, min(cast.last_at, index - 1)) : index]
    papers = (match[1].lower() for one in told for match in ISSUED.finditer(one.text))
    return noun in papers


def _is_last_outlet(cast: Cast, index: int, short: str) -> bool:
    """Tell "the paper" which the Lomo Post is that reported just before."""
    noun = short.partition(" ")[2].lower()
    if noun not in OUTLETS or cast.last is None or cast.last.is_anonymous:
        return False
    is_person = cast.last_name is not None and cast.last_name.kind == "person"
    return index - cast.last_at <= GOES_ON and not is_person and cast.last_is_many


def _definite(cast: Cast, index: int, source: Span, short: str) -> Heard | None:
    """Give whom "the minister" means; None where the words may tell by themselves."""
    count = len(short.split())
    found = find_antecedent(cast.reading, cast.names, index, source.start).name
    if found is None:
        found = _body(cast, source, short)
    if found is not None:
        return of_name(found)
    told = cast.told.get(head_of(short).lower(), set())
    if count < LONG_DESCRIPTION and len(told) == 1:
        return Heard(Speaker(next(iter(told))), is_many=True)
    is_told = is_plural(short) or is_document(short)
    if count < LONG_DESCRIPTION and _is_told_again(cast, index, short):
        return Heard(cast.last)
    if count < LONG_DESCRIPTION and not is_told:
        is_many = head_of(short).lower() in words_of("collectives") | bodies()
        alone = Speaker(short, is_anonymous=True)
        return Heard(alone if _stands_alone(cast, short) else None, is_many=is_many)
    return None


def _is_told_again(cast: Cast, index: int, short: str) -> bool:
    """Tell whether "the source" is the one without a name who spoke just before."""
    if cast.last is None or not cast.last.is_anonymous or cast.last_is_many:
        return False
    told = ASIDE.split(cast.last.name)[0]
    return index - cast.last_at <= GOES_ON and is_same_kind(short, told)


def _owned(cast: Cast, index: int, source: Span, short: str) -> Speaker | None:
    """Give "Lena Ortiz's sister" for "her sister", where it is certain who "her" is."""
    owner, _, owned = short.partition(" ")
    noun = head_of(owned).lower()
    if (
        owner.lower() == "its"
        and noun in bodies() | words_of("collectives")
        and cast.last
    ):
        is_person = cast.last_name is not None and cast.last_name.kind == "person"
        is_person = is_person or cast.last.is_anonymous
        if index - cast.last_at > 1 or is_person:
            return None
        return Speaker(f"{cast.last.name}'s {owned}")
    is_people = (
        noun_of((noun,))[0] or noun in words_of("collectives") or is_plural(owned)
    )
    if owner.lower() not in {"his", "her"} or not is_people:
        return None
    if speaking_phrase(f"the {owned}") is None:
        return None
    found = find_antecedent(cast.reading, cast.names, index, source.start).name
    near = (n.name for i in {max(0, index - 1), index} for n in cast.names[i])
    if found is None or found.name not in near:
        return None
    return Speaker(f"{found.name}'s {owned}", is_anonymous=True)


def is_person_noun(word: str) -> bool:
    """Tell "cashier" and "mayor" from "aftermath" and "under"."""
    if noun_of((word,))[0]:
        return True
    return word.endswith(PERSON_ENDINGS) and not letters_of_words().get(word)


def _stands_alone(cast: Cast, short: str) -> bool:
    """Tell "The airline" from "The minister" where the article names one."""
    noun = head_of(short)
    low = noun.lower()
    if not short.lower().startswith("the ") or noun[0].isupper():
        return False
    if not (is_person_noun(low) or low in bodies() or low in words_of("collectives")):
        return False
    return not any(
        low in name.name.lower().split() or low in (name.role or "").lower().split()
        for held in cast.names
        for name in held
    )


def _is_mass(word: str) -> bool:
    """Tell "evidence", which nobody gave here, from "police" and "reports"."""
    return word.lower() in source_nouns() and not is_plural(word)


def _is_bare_name(words: str) -> bool:
    """Tell "Novak" from "Detectives" and "Video": a lone singular has no article."""
    if is_plural(words) or not all(word[0].isupper() for word in words.split()):
        return False
    return words.rpartition(" ")[2].lower() not in source_nouns()


def _body(cast: Cast, source: Span, short: str) -> Name | None:
    """Give the one organisation before that "the ministry" can mean."""
    noun = short.rpartition(" ")[2].lower()
    found = {
        name.name: name
        for name in cast.bodies
        if name.span.start < source.start and noun in name.name.lower().split()
    }
    return next(iter(found.values())) if len(found) == 1 else None
