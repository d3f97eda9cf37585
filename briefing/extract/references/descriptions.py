"""Find descriptions that lean on an earlier sentence: "the pair", "this incident"."""

from __future__ import annotations

from functools import cache
from typing import Final

from briefing.extract.antecedents.find import find_antecedent
from briefing.extract.antecedents.people import PREPOSITIONS
from briefing.extract.names.vocabulary import plural_of, vocabulary
from briefing.extract.reading import Reading, Sentence
from briefing.extract.references.scene import Scene
from briefing.extract.references.things import BE
from briefing.model.article import Span
from briefing.model.statement import Reference, ReferenceKind
from briefing.resources import word_table, words_of
from briefing.text.words import Token, stem, stopwords

LONGEST_PHRASE: Final = 4
"""Words of "this heavily armed group" behind the first."""
FIRST: Final = 6
"""Sentences of headline and standfirst that may stand before the body."""
LEAD: Final = 3
"""Sentences of the body that, with the headline, tell what an article is about."""
UNKNOWN: Final = frozenset({"always", "national", "person", "place"})
"""Classes that are never known from the lead as a whole."""
POINTING: Final = frozenset({"this", "these", "that", "those", "such"})
ONE_PERSON: Final = frozenset({"man", "woman", "boy", "girl", "person"})
RANKED: Final = frozenset({"former", "latter"})
COMPLEMENTS: Final = words_of("complement_openers")
NUMBERS: Final = words_of("counting_words")
TIMES: Final = words_of("time_nouns")
ALONE: Final = words_of("standing_alone")
VERBS: Final = words_of("common_verbs") | words_of("irregular_pasts") | BE


def known_matters(reading: Reading) -> frozenset[str]:
    """Give the classes of event and thing that headline and lead speak of.

    What an article is about needs no introduction: "the crash" in a report of a crash.
    """
    known: set[str] = set()
    body = 0
    for sentence in reading.sentences:
        body += sentence.role == "body"
        if body > LEAD:
            break
        for token in sentence.tokens:
            known.update(matters_of(token))
            if "person" in matter_nouns().get(token.lower, ()):
                known.add(token.lower)
    return frozenset(known - UNKNOWN)


def matters_of(token: Token) -> frozenset[str]:
    """Give the classes of matter that a word speaks of."""
    return matter_words().get(stem(token.lower), frozenset())


def descriptions_in(
    scene: Scene, sentence: Sentence, known: frozenset[str]
) -> list[Reference]:
    """Give the descriptions of *sentence* that need an earlier one."""
    found: list[Reference] = []
    tokens = sentence.tokens
    leads = is_first(scene.reading, sentence)
    for at, token in enumerate(tokens[:-1]):
        word = token.lower
        if word == "the":
            if leads:
                continue
            made = definite(scene, sentence, at, known)
        elif word in POINTING:
            made = demonstrative(sentence, at)
        elif word == "there":
            made = place(sentence, at)
        elif at < 2 and word in ALONE:  # noqa: PLR2004
            made = standing_alone(sentence, at)
        else:
            continue
        if made is not None:
            last, kind, antecedent, because = made
            span = Span(token.start, tokens[last].end)
            found.append(Reference(span, kind, antecedent, because))
    return found


def is_first(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether nothing but headline and standfirst stands before."""
    before = reading.sentences[: sentence.index][-FIRST:]
    return len(before) < FIRST and all(s.role != "body" for s in before)


Made = tuple[int, ReferenceKind, str | None, str]
"""Last token, kind, antecedent, because."""


def definite(
    scene: Scene, sentence: Sentence, at: int, known: frozenset[str]
) -> Made | None:
    """Read "the" and a noun."""
    tokens = sentence.tokens
    noun = at + 1
    while noun < len(tokens) - 1 and tokens[noun].lower in NUMBERS:
        noun += 1
    word = tokens[noun].lower
    matter = matter_nouns().get(word)
    if matter is None or is_modified(tokens, noun, matter):
        return None
    if word == "event" and at and tokens[at - 1].lower == "in":
        return None  # "in the event they are"
    told = known | matters_before(tokens, at)
    is_told = word in told or not told.isdisjoint(matter)
    if "always" in matter and any(stem(t.lower) == stem(word) for t in tokens[:at]):
        return None
    if "person" in matter:
        made = described_person(scene, sentence, at, noun)
        return None if made is None or (is_told and made[2] is None) else made
    if is_told or ("national" in matter and names_nation(tokens, at)):
        return None
    kind: ReferenceKind = "place" if "place" in matter else "description"
    if kind == "place" and has_place(scene, sentence):
        return None
    because = f"which {word} is meant stands before"
    return noun, kind, None, because


def described_person(
    scene: Scene, sentence: Sentence, at: int, noun: int
) -> Made | None:
    """Read "the spokesman"; nothing where the sentence tells who that is."""
    start = sentence.tokens[at].start
    found = find_antecedent(scene.reading, scene.names, sentence.index, start)
    if found.is_inside:
        return None
    name = found.name.name if found.name else None
    return noun, "description", name, found.because


def is_modified(tokens: tuple[Token, ...], noun: int, matter: frozenset[str]) -> bool:
    """Tell whether words behind the noun say which one is meant.

    What is always an anaphor ("the pair", "the latter") stays one.
    """
    if noun + 1 >= len(tokens):
        return False
    after = tokens[noun + 1]
    word = after.lower
    if word == "of":
        return True
    plain = not word[0].isalpha() or word in stopwords() or word.endswith("ed")
    if tokens[noun].lower in RANKED:  # "the former striker"; not "the former said"
        return not (plain or word in VERBS)
    if "always" in matter:
        return word in {"that", "which", "who", "by", "about", "against"}
    if word in COMPLEMENTS or after.text[0].isupper() or word.endswith("ing"):
        return True
    beyond = tokens[noun + 2].lower if noun + 2 < len(tokens) else ""
    if word.endswith("ed") and beyond in {
        "by",
        "out",
        "between",
        "against",
        "with",
        "as",
    }:
        return True
    return not (plain or word in VERBS or word == "'s")


def names_nation(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a people or country before *at* says whose government is meant."""
    countries = vocabulary().countries
    return any(countries.match((token.text,), 0) for token in tokens[:at])


def matters_before(tokens: tuple[Token, ...], at: int) -> set[str]:
    """Give the classes of matter that the sentence has spoken of before *at*."""
    found: set[str] = set()
    for token in tokens[:at]:
        found.update(matters_of(token))
    return found - UNKNOWN


def has_place(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether the sentence itself names where it happens."""
    countries = vocabulary().countries
    return any(
        name.kind == "other" or countries.match((name.name,), 0)
        for name in scene.names[sentence.index]
    )


def demonstrative(sentence: Sentence, at: int) -> Made | None:
    """Read "this incident", "those fissures", "such a step"."""
    tokens = sentence.tokens
    word = tokens[at].lower
    opens = not any(t.text[0].isalnum() for t in tokens[:at])
    ahead = at + 1
    if word == "such":
        if not opens:
            return None
        ahead += tokens[ahead].lower in {"a", "an"}
    last = head_of(tokens, ahead)
    if last is None:
        return None
    noun = tokens[last].lower
    if word in {"that", "those"} and not (
        opens
        or follows_preposition(tokens, at)
        or ends_phrase(tokens, last)
        or (last == at + 1 and is_one_person(tokens, last))
    ):
        return None
    if noun.endswith("ed") or (word == "those" and noun.endswith("ing")):
        return None
    matter = matter_nouns().get(noun, frozenset())
    told = matters_before(tokens, at) | {t.lower for t in tokens[:at]}
    if noun in told or not told.isdisjoint(matter):
        return None
    return last, "description", None, f"which {noun} is meant stands before"


def is_one_person(tokens: tuple[Token, ...], noun: int) -> bool:
    """Tell "said that man fled" from "said that men fled": one has "a" or "the"."""
    after = tokens[noun + 1].lower if noun + 1 < len(tokens) else ""
    is_verb = after in VERBS or after.endswith("ed")
    return is_verb and tokens[noun].lower in ONE_PERSON


def ends_phrase(tokens: tuple[Token, ...], last: int) -> bool:
    """Tell "withdraw those forces." from "said that boats" and "those people who"."""
    if (tokens[last - 1].lower == "that") == tokens[last].lower.endswith("s"):
        return False
    after = tokens[last + 1].text if last + 1 < len(tokens) else "."
    return after in {".", ",", ";", "”"} and tokens[last].text.islower()


def follows_preposition(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether "that" points: "of that plane"; not "said that planes"."""
    before = tokens[at - 1].lower if at else ""
    singular = not tokens[at + 1].lower.endswith("s") or tokens[at].lower == "those"
    return (
        before in PREPOSITIONS and singular and tokens[at + 1].lower in matter_nouns()
    )


def head_of(tokens: tuple[Token, ...], first: int) -> int | None:
    """Give the noun at the head of a short phrase that begins at *first*.

    A noun that is known to point back, else the last word before a small one.
    """
    plain: list[int] = []
    for at in range(first, min(first + LONGEST_PHRASE, len(tokens))):
        word = tokens[at].lower
        if not word.isalpha() or word in TIMES or word in VERBS or word in BE:
            break
        if word in stopwords() - NUMBERS:
            break
        plain.append(at)
        if word in matter_nouns():
            return at
    if not plain or tokens[first].lower in TIMES:
        return None
    closed = plain[-1] + 1 == len(tokens) or len(plain) < LONGEST_PHRASE
    return plain[-1] if closed and len(plain) <= 2 else plain[0]  # noqa: PLR2004


def place(sentence: Sentence, at: int) -> Made | None:
    """Read "there" as a place; not "there is"."""
    tokens = sentence.tokens
    after = tokens[at + 1].lower
    if after in VERBS | {"'s", "be", "been", "appears", "seems", "appeared", "seemed"}:
        return None
    before = tokens[at - 1].lower if at else ""
    if before in {"is", "was", "are", "were", "that", "if", "get"}:
        return None
    if any(t.text[0].isupper() and i for i, t in enumerate(tokens[:at])):
        return None
    return at, "place", None, "which place is meant stands before"


def standing_alone(sentence: Sentence, at: int) -> Made | None:
    """Read an opening "Both", "All three", "One" that counts what stood before."""
    tokens = sentence.tokens
    if any(t.text[0].isalnum() for t in tokens[:at]):
        return None
    word = tokens[at].lower
    if word == "all":
        at += 1
        word = tokens[at].lower
        if word not in NUMBERS or at + 1 == len(tokens):
            return None
    after = tokens[at + 1].lower
    if tokens[at + 1].text[0].isupper():
        return None
    alone = after in VERBS or after in {"were", "was", ","}
    if not alone and not (word in {"both", "neither"} and after not in {"of", "the"}):
        return None
    last = (
        at + 1
        if word in {"both", "neither"} and after[0].isalpha() and not alone
        else at
    )
    return last, "description", None, f"what “{word}” counts stands before"


@cache
def matter_nouns() -> dict[str, frozenset[str]]:
    """Give each noun, singular and plural, with the classes of matter it may name."""
    found: dict[str, set[str]] = {}
    for matter, nouns, *_ in word_table("anaphoric_nouns"):
        for noun in nouns.split():
            found.setdefault(noun, set()).add(matter)
            if matter != "always" and not noun.endswith("s"):
                found.setdefault(plural_of(noun), set()).add(matter)
    return {noun: frozenset(matters) for noun, matters in found.items()}


@cache
def matter_words() -> dict[str, frozenset[str]]:
    """Give the stem of each word that speaks of a matter, with the classes."""
    found: dict[str, set[str]] = {}
    for matter, nouns, *other in word_table("anaphoric_nouns"):
        for word in (*nouns.split(), *" ".join(other).split()):
            found.setdefault(stem(word), set()).add(matter)
    return {word: frozenset(matters) for word, matters in found.items()}
