"""Who stands in a sentence: the people it names, and those it only describes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefing.extract.antecedents.described import DETERMINERS, Named, described
from briefing.extract.antecedents.quoted import LONGEST_SENTENCE, quoted_tokens
from briefing.extract.antecedents.speech import is_speech_verb
from briefing.extract.names.roles import sex_of_role
from briefing.extract.names.vocabulary import sex_of_first_name, vocabulary
from briefing.extract.word_classes import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.extract.reading import Reading
    from briefing.model.statement import Name
    from briefing.text.words import Token

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

    @property
    def key(self) -> str:
        """Tell one bearer from another."""
        return self.name.name if self.name else f"@{self.at}"


def sex_of(name: Name) -> str:
    """Give "m" or "f" where given name or role tell it, else "-"."""
    told = sex_of_role(name.role) if name.role else ""
    if told:
        return told
    words = name.name.split()
    known = sex_of_first_name(words[0]) if len(words) > 1 else ""
    return known or "-"


def people_in(
    reading: Reading, names: Sequence[Sequence[Name]], index: int
) -> list[Someone]:
    """Give the people of a sentence in order, named ones and described ones."""
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
    for at, sex in described(tokens, Named(frozenset(taken), frozenset(people))):
        where = Standing(tokens, quoted, at, phrase_start(tokens, at))
        found.append(where.someone(None, sex))
    return sorted(found, key=lambda someone: someone.at)


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
