"""People behind a title or an office with capitals: "Secretary of State X"."""

from __future__ import annotations

from briefing.extract.names.mention import Mention
from briefing.extract.names.roles import NO_ROLE_BEFORE, role_before
from briefing.extract.names.runs import Run, is_acronym
from briefing.extract.names.set_off import role_set_off
from briefing.extract.names.vocabulary import Vocabulary, Words, vocabulary
from briefing.extract.reading import Sentence
from briefing.text.words import fold

LONGEST_PERSON = 5


PEOPLES = frozenset({"demonym", "people"})


def last_title(words: Words, start: int, lex: Vocabulary) -> tuple[int, str]:
    """Give where the last title in *words* ends, and the sex it tells; (start, "")."""
    at, end, sex = start, start, ""
    while at < len(words):
        match = lex.titles.match(words, at)
        if match is None:
            at += 1
            continue
        at += match[0]
        if (
            end == start
            or at < len(words)
            or not is_surname_place(words, at - match[0], end)
        ):
            end, sex = at, match[1]
    return end, sex


def is_surname_place(words: Words, at: int, end: int) -> bool:
    """Tell whether the title at *at* is a surname: "President Albert King"."""
    return at == len(words) - 1 and at > end


def titled_person(
    run: Run, sentence: Sentence, start: int, end: int, sex: str
) -> list[Mention]:
    """Give the person behind a title; none where only an office is named."""
    lex = vocabulary()
    words = tuple(t.text for t in sentence.tokens[run.first : run.last + 1])
    body = end
    if words[end] in {"of", "for"}:
        body = first_given_name(words, end + 1, lex)
        if body == len(words):
            body = behind_country(words, end + 1, lex)
        if body == len(words):
            return []
    rest = words[body:]
    country = lex.countries.match(rest, 0)
    if country is not None and country[1] in PEOPLES | {"metonym"}:
        return []
    if is_body(rest, lex) or len(rest) > LONGEST_PERSON or is_acronym(rest[-1]):
        return []
    first, last = run.first + body, run.last
    role = role_before(sentence, run.first + start, first)
    role = role or role_set_off(sentence, run.first + start, last)
    is_sure = country is None
    return [Mention(run.sentence, first, last, rest, "person", role, sex, is_sure)]


def first_given_name(words: Words, start: int, lex: Vocabulary) -> int:
    """Give where the first given name stands from *start*; the end where none does."""
    for at in range(start, len(words) - 1):
        if fold(words[at]) in lex.first_names and words[at][0].isupper():
            return at
    return len(words)


def behind_country(words: Words, start: int, lex: Vocabulary) -> int:
    """Give where a name of two words follows a country's; the end where none does.

    "President of the United States Barack Obama": his first name is in no list.
    """
    at = start + (words[start : start + 1] == ("the",))
    country = lex.countries.match(words, at)
    behind = at + country[0] if country and country[1] not in PEOPLES else len(words)
    is_name = len(words) - behind > 1 and words[behind][0].isupper()
    return behind if is_name else len(words)


def office_only(
    run: Run, sentence: Sentence, start: int, lex: Vocabulary
) -> list[Mention]:
    """Give the body that an office without a bearer names: "NATO Secretary General"."""
    word = sentence.tokens[run.first + start].text
    if is_acronym(word) and lex.countries.match((word,), 0) is None:
        at = run.first + start
        return [Mention(run.sentence, at, at, (word,), "organisation")]
    return []


def is_body(words: Words, lex: Vocabulary) -> bool:
    """Tell whether the words hold a noun for a body."""
    return any(word in lex.organisations for word in words)


def capital_office(words: Words, lex: Vocabulary) -> int:
    """Give where a person begins behind a role in capitals; 0 where none does.

    "CNN National Security Analyst Peter Bergen": a role noun, then a given name.
    """
    for at in range(1, len(words) - 1):
        if fold(words[at]) in lex.first_names:
            before = tuple(word.lower() for word in words[at - 1 : at])
            match = lex.roles.match(before, 0)
            if match and before[0] not in NO_ROLE_BEFORE:
                return at
    return 0


def is_plain_person(words: Words) -> bool:
    """Tell whether a name is a given name and one more word."""
    given = fold(words[0]) in vocabulary().first_names
    return given and len(words) == 2  # noqa: PLR2004
