"""Who stands in a sentence: the people it names, and those it only describes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from briefing.extract.names.roles import sex_of_role
from briefing.extract.names.vocabulary import sex_of_first_name, vocabulary
from briefing.extract.word_classes import words_of
from briefing.resources import word_table
from briefing.text.words import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.extract.reading import Reading
    from briefing.model.statement import Name
    from briefing.text.words import Token

MALE: Final = frozenset({"he", "him", "his", "himself"})
FEMALE: Final = frozenset({"she", "her", "hers", "herself"})
DETERMINERS: Final = words_of("determiners")
LONGEST_DESCRIPTION: Final = 4
"""Words between a determiner and its noun: "a senior Turkish defence official"."""
MOST_BETWEEN: Final = 6
FARTHEST_MARK: Final = 8
"""Sentences back over which an open quotation mark is looked for."""
OPENING: Final = "“«„`"
CLOSING: Final = "”»"


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


def quoted_tokens(reading: Reading, index: int) -> list[bool]:
    """Tell of each token of a sentence whether it stands in quotation marks."""
    inside = opens_quoted(reading, index)
    found: list[bool] = []
    tokens = reading.sentences[index].tokens
    for at, token in enumerate(tokens):
        mark = token.text
        if mark in OPENING:
            inside = True
        elif mark in CLOSING or (mark in "'’" and is_doubled(tokens, at)):
            inside = False
        elif mark == '"':
            inside = not inside
        found.append(inside)
    return found


def is_doubled(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a mark stands twice, as in ``these'' marks of old typescripts."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        after is not None
        and after.text == tokens[at].text
        and (after.start == tokens[at].end)
    )


def opens_quoted(reading: Reading, index: int) -> bool:
    """Tell whether a sentence begins inside a quotation that an earlier one opened."""
    sentence = reading.sentences[index]
    first = first_mark(reading, index)
    if first is not None:
        return first == "closing"
    for back in range(1, FARTHEST_MARK):
        if index - back < 0:
            return False
        before = reading.sentences[index - back]
        if before.segment != sentence.segment:
            return False
        if first_mark(reading, index - back) is not None:
            return quoted_tokens(reading, index - back)[-1]
    return False


def first_mark(reading: Reading, index: int) -> str | None:
    """Give "opening" or "closing" for a sentence's first quotation mark."""
    tokens = reading.sentences[index].tokens
    for at, token in enumerate(tokens):
        if token.text in OPENING:
            return "opening"
        if token.text in CLOSING or (token.text in "'’" and is_doubled(tokens, at)):
            return "closing"
        if token.text == '"':
            before = reading.text[token.start - 1 : token.start]
            return "opening" if not before or before in " \n\u00a0([—–-" else "closing"
    return None


def people_in(
    reading: Reading, names: Sequence[Sequence[Name]], index: int
) -> list[Someone]:
    """Give the people of a sentence in order, named ones and described ones."""
    tokens = reading.sentences[index].tokens
    quoted = quoted_tokens(reading, index)
    place = {token.start: i for i, token in enumerate(tokens)}
    found: list[Someone] = []
    taken: set[int] = set()
    for name in names[index]:
        first = place.get(name.span.start, 0)
        taken.update(
            i for i, t in enumerate(tokens[first:], first) if t.end <= name.span.end
        )
        if name.kind == "person":
            where = Standing(tokens, quoted, first, phrase_start(tokens, first))
            found.append(where.someone(name, sex_of(name)))
    for at, sex in described(tokens, taken):
        where = Standing(tokens, quoted, at, phrase_start(tokens, at))
        found.append(where.someone(None, sex))
    return sorted(found, key=lambda someone: someone.at)


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


def described(tokens: tuple[Token, ...], taken: set[int]) -> list[tuple[int, str]]:
    """Give (token, sex) of each person described: "a NATO official", "his lawyer".

    Not the role that stands beside a name ("spokesman John Kirby", "Kirby, the mayor").
    """
    roles = vocabulary().roles
    found: list[tuple[int, str]] = []
    at = 0
    while at < len(tokens):
        lower = tuple(token.lower for token in tokens[at : at + 3])
        match = None if at in taken else roles.match(lower, 0)
        if match is None:
            at += 1
            continue
        after = at + match[0]
        apart = not beside_name(tokens, at, after, taken)
        if apart and has_determiner(tokens, at) and not is_predicate(tokens, at):
            found.append((at, match[1]))
        at = after
    return found


def beside_name(
    tokens: tuple[Token, ...], at: int, after: int, taken: set[int]
) -> bool:
    """Tell whether the role from *at* to *after* belongs to a name beside it."""
    if after in taken or (after < len(tokens) and tokens[after].text[0].isupper()):
        return True
    begin = at - 1
    while (
        begin > 0 and at - begin < LONGEST_DESCRIPTION + 2 and tokens[begin].text != ","
    ):
        begin -= 1
    return tokens[begin].text == "," and begin - 1 in taken


def has_determiner(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a determiner opens the noun phrase before *at*."""
    for back in range(at - 1, max(-1, at - 2 - LONGEST_DESCRIPTION), -1):
        token = tokens[back]
        if token.lower in DETERMINERS or token.lower == "'s":
            return True
        if not token.text[0].isalnum():
            return False
    return False


def is_predicate(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether the noun only says what somebody is: "named as the suspect"."""
    back = at - 1
    while (
        back > 0 and tokens[back].lower not in DETERMINERS and at - back < MOST_BETWEEN
    ):
        back -= 1
    before = tokens[back - 1].lower if back > 0 else ""
    return before in {
        "as",
        "is",
        "was",
        "be",
        "been",
        "became",
        "becomes",
        "remains",
        "'s",
    }


@cache
def speech_stems() -> frozenset[str]:
    """Give the stems of verbs of speech, their irregular forms too."""
    found: set[str] = {"said", "told", "wrote", "spoke"}
    for verb, *rest in word_table("speech_verbs"):
        found.add(stem(verb))
        for irregular in rest[1:2]:
            found.update(irregular.split(","))
    return frozenset(found)


def is_speech_verb(word: str) -> bool:
    """Tell whether a word is a form of a verb of speech."""
    return word in speech_stems() or stem(word) in speech_stems()
