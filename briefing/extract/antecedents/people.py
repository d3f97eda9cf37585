"""Who stands in a sentence: the people it names, and those it only describes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from briefing.extract.antecedents.described import DETERMINERS, Named, described
from briefing.extract.antecedents.quoted import LONGEST_SENTENCE, quoted_tokens
from briefing.extract.antecedents.speech import is_speech_verb
from briefing.extract.names.roles import sex_of_role
from briefing.extract.names.vocabulary import sex_of_first_name, vocabulary
from briefing.extract.places import WELL_KNOWN, options_at
from briefing.extract.reading import Names, Reading
from briefing.model.statement import Name
from briefing.resources import words_of
from briefing.text.words import Token, stopwords

LOCATIVE: Final = words_of("locative") | frozenset({"on"})
OPENERS: Final = words_of("sentence_openers")
TIMES: Final = words_of("time_nouns")
OWNERS: Final = frozenset({"'s", "’s", "'", "’"})
MOST_ADJECTIVES: Final = 2
"""Words between "the" and a name that is no person's: "the semi-official Tasnim"."""
MALE: Final = frozenset({"he", "him", "his", "himself"})
FEMALE: Final = frozenset({"she", "her", "hers", "herself"})


@dataclass(frozen=True, slots=True)
class Someone:
    """A person in a sentence: named, or described without a name."""

    at: int
    """Place in the article's text."""
    sex: str
    """m, f or -."""
    name: Name | None
    is_quoted: bool
    is_topic: bool = True
    """False for one behind a preposition ("with Gov. Rick Scott") and for who only
    speaks behind what is said: the next "he" may well be somebody else."""
    is_subject: bool = False
    """True for who opens the sentence."""
    is_carried: bool = False
    """True for one who is a pronoun there, whomever it stands for."""

    bare: str = ""
    """The one word that may be a person's: a surname whose full name the article does
    not give, or a given name."""

    @property
    def is_unsure(self) -> bool:
        """Whether it may as well be no person: a firm, a team, a town."""
        return bool(self.bare) and self.sex == "-"

    @property
    def key(self) -> str:
        """Tell one bearer from another."""
        return self.name.name if self.name else self.bare or f"@{self.at}"


def sex_of(name: Name) -> str:
    """Give "m" or "f" where given name or role tell it, else "-"."""
    told = sex_of_role(name.role) if name.role else ""
    if told:
        return told
    words = name.name.split()
    known = sex_of_first_name(words[0]) if len(words) > 1 else ""
    return known or "-"


def people_in(reading: Reading, names: Names, index: int) -> list[Someone]:
    """Give the people of a sentence in order, named ones and described ones."""
    known = reading.people.get(index)
    if known is None or known[0] is not names:
        known = reading.people[index] = (names, _people_in(reading, names, index))
    return known[1]


def _people_in(reading: Reading, names: Names, index: int) -> list[Someone]:
    tokens = reading.sentences[index].tokens[:LONGEST_SENTENCE]
    quoted = quoted_tokens(reading, index)
    place = {token.start: i for i, token in enumerate(tokens)}
    found: list[Someone] = []
    taken: set[int] = set()
    people: set[int] = set()
    for name in names[index]:
        first = place.get(name.span.start)
        if first is None:
            break
        here = tokens_of(tokens, first, name.span.end)
        taken.update(here)
        if name.kind == "person":
            people.update(here)
            where = Standing(tokens, quoted, first, phrase_start(tokens, first))
            found.append(where.someone(name, sex_of(name)))
        elif (sex := bare_sex(tokens, here)) is not None:
            people.update(here)
            where = Standing(tokens, quoted, first, first)
            found.append(replace(where.someone(None, sex), bare=name.name))
    if (given := given_name(tokens, taken)) is not None:
        people.add(given)
        where = Standing(tokens, quoted, given, given)
        word = tokens[given].text
        found.append(replace(where.someone(None, sex_of_first_name(word)), bare=word))
    for at, sex in described(tokens, Named(frozenset(taken), frozenset(people))):
        where = Standing(tokens, quoted, at, phrase_start(tokens, at))
        found.append(where.someone(None, sex))
    return sorted(found, key=lambda someone: someone.at)


def bare_sex(tokens: tuple[Token, ...], here: range) -> str | None:
    """Give the sex of a lone word that may name a person; None where it hardly can.

    "Harlow was on probation" may be of a man; not "the Rovers", "in Harlow", "BBC",
    "Belgian" or "Paris". A given name tells the sex.
    """
    if len(here) != 1:
        return None
    word = tokens[here[0]].text
    is_name = word.isalpha() and not word.isupper()
    if not is_name or is_set_before(tokens, here[0]):
        return None
    known = sex_of_first_name(word)
    return known or (None if names_else(word) else "-")


def given_name(tokens: tuple[Token, ...], taken: set[int]) -> int | None:
    """Give the token of a given name that opens the sentence: "Ben attended".

    A capital there is none by itself, so that the name may not be known as one.
    """
    at = next((i for i, t in enumerate(tokens) if t.text[0].isalnum()), None)
    if at is None or at in taken or at + 1 >= len(tokens):
        return None
    word, after = tokens[at].text, tokens[at + 1].text
    is_word = after.islower() and after not in PREPOSITIONS and after != "to"
    if not word.istitle() or not (is_word or after in OWNERS):
        return None
    is_plain = word.lower() in stopwords() or word.lower() in OPENERS
    return at if sex_of_first_name(word) and not is_plain else None


def is_set_before(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether what stands before makes a capital no person's: "the", "in"."""
    before = tokens[at - 1].lower if at else ""
    if before in LOCATIVE or before in OWNERS:
        return True
    for back in range(at - 1, max(-1, at - 2 - MOST_ADJECTIVES), -1):
        word = tokens[back].text
        if word.lower() in DETERMINERS:
            return True
        is_verb = word.endswith("ed") or is_speech_verb(word)
        if not word[0].islower() or is_verb or word in TIMES:
            return False
    return False


def names_else(word: str) -> bool:
    """Tell whether a capital is known as that of a country, a people, a large city."""
    lex = vocabulary()
    if lex.countries.match((word,), 0) or word in lex.landmarks:
        return True
    if word in lex.organisations:
        return True
    cities = (entries for words, entries in options_at(word) if words == (word,))
    return any(
        e.is_capital or e.thousands >= WELL_KNOWN for found in cities for e in found
    )


def tokens_of(tokens: tuple[Token, ...], first: int, end: int) -> range:
    """Give the tokens from *first* up to the place *end* in the text."""
    last = first
    while last < len(tokens) and tokens[last].end <= end:
        last += 1
    return range(first, last)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where in its sentence a person stands."""

    tokens: tuple[Token, ...]
    quoted: list[bool]
    at: int
    """Token of the name or the noun."""
    begin: int
    """Token where its phrase begins, role and determiner with it."""

    def someone(self, name: Name | None, sex: str) -> Someone:
        """Make the person who stands here."""
        topic = not self.is_oblique() and not self.only_speaks()
        subject = topic and self.opens_sentence()
        at = self.tokens[self.at].start
        return Someone(at, sex, name, self.quoted[self.at], topic, subject)

    def opens_sentence(self) -> bool:
        """Tell whether only names, roles and "and" stand before: "Anna Berg and X"."""
        roles = vocabulary().roles
        return all(
            not token.text[0].isalnum()
            or token.text[0].isupper()
            or token.lower in DETERMINERS | {"and"}
            or roles.match((token.lower,), 0) is not None
            for token in self.tokens[: self.begin]
        )

    def is_oblique(self) -> bool:
        """Tell whether it stands behind a preposition, or only owns what is told of.

        "According to" is none: who stands behind it speaks.
        """
        before = [t.lower for t in self.tokens[max(0, self.begin - 2) : self.begin]]
        if bool(before) and before[-1] in PREPOSITIONS and before[0] != "according":
            return True
        after = self.tokens[self.at + 1 : self.at + 2]
        return bool(after) and after[0].lower == "'s"

    def only_speaks(self) -> bool:
        """Tell whether it is but the speaker behind what is said: ", Piro said"."""
        if any(self.quoted[: self.begin]):
            return True
        before = [t.lower for t in self.tokens[max(0, self.begin - 2) : self.begin]]
        if before and is_speech_verb(before[-1]):
            return len(before) > 1 and not before[0][0].isalnum()
        after = [t.lower for t in self.tokens[self.at + 1 : self.at + 3]]
        comma = bool(before) and before[-1] == ","
        return comma and any(word.isalpha() and is_speech_verb(word) for word in after)


def phrase_start(tokens: tuple[Token, ...], first: int) -> int:
    """Give where the phrase begins whose name or noun stands at *first*."""
    roles = vocabulary().roles
    at = first - 1
    while at >= 0:
        token = tokens[at]
        small = token.lower in DETERMINERS or token.lower in {"'s", "former", "senior"}
        capital = token.text[0].isupper() and token.lower not in PREPOSITIONS
        plain = capital or token.text == "." or small
        if not (plain or roles.match((token.lower,), 0)):
            break
        at -= 1
    return at + 1


PREPOSITIONS: Final = words_of("prepositions")
