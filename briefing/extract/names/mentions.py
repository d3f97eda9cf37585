"""Tell what each run of capitals names: a person, a body, something else, nothing."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from briefing.extract.names.mention import Mention
from briefing.extract.names.offices import (
    LONGEST_PERSON,
    PEOPLES,
    capital_office,
    is_body,
    is_plain_person,
    last_title,
    office_only,
    titled_person,
)
from briefing.extract.names.roles import FORMERLY, role_after, role_before
from briefing.extract.names.runs import Run, is_acronym, looks_titled, read_runs
from briefing.extract.names.set_off import COMPLEMENTS, role_set_off
from briefing.extract.names.vocabulary import Vocabulary, Words, vocabulary
from briefing.extract.reading import Reading, Sentence
from briefing.model.statement import NameKind
from briefing.resources import words_of
from briefing.text.words import fold, stopwords

LONGEST_ACRONYM = 8
OPENERS: Final = words_of("sentence_openers")
ARTICLES: Final = frozenset({"a", "an", "the"})
"""What stands before no person's bare name: "a Golden Globe nomination"."""
NUMBERED = frozenset({"Flight", "Terminal", "Route", "Highway", "Resolution", "Unit"})
"""Nouns that a number follows as part of the name."""


def read_mentions(reading: Reading) -> list[list[Mention]]:
    """Give what each sentence names, before forms of one bearer are joined."""
    lower = plain_words(reading)
    found: list[list[Mention]] = []
    for sentence in reading.sentences:
        titled = looks_titled(sentence)
        here: list[Mention] = []
        for run in read_runs(sentence):
            here += mentions_of(run, sentence, lower, titled=titled)
        found.append(here)
    return tell_places(reading, tell_people_by_surname(found))


def plain_words(reading: Reading) -> frozenset[str]:
    """Give the words whose capital means nothing: the article also writes them small.

    Or it has them only where sentences open, with the ending of a verb or an adverb:
    "Supporting", "Reportedly".
    """
    small: set[str] = set()
    opening: set[str] = set()
    inside: set[str] = set()
    for sentence in reading.sentences:
        for at, token in enumerate(sentence.tokens):
            text = token.text
            if text.islower():
                small.add(text)
            elif at > 1 and text[0].isupper() and sentence.role == "body":
                inside.add(token.lower)
            elif text[0].isupper() and token.lower.endswith(("ly", "ing")):
                opening.add(token.lower)
    return frozenset(small | (opening - inside))


def tell_people_by_surname(found: list[list[Mention]]) -> list[list[Mention]]:
    """Take a name of two words for a person where its last word also stands alone.

    That is how news goes on after a full name: "Nadim Karaoui … Karaoui".
    """
    everything = [mention for sentence in found for mention in sentence]
    alone = {m.words[0] for m in everything if len(m.words) == 1 and m.kind == "other"}
    often = Counter(mention.words for mention in everything)
    lex = vocabulary()

    def is_person(mention: Mention) -> bool:
        words = mention.words
        return (
            mention.kind == "other"
            and len(words) == 2  # noqa: PLR2004
            and (not mention.opens or often[words] > 1)
            and words[1] in alone
            and lex.landmarks.isdisjoint(words)
            and not any(word.isupper() or not word.isalpha() for word in words)
            and lex.countries.match(words, 0) is None
            and lex.countries.match(words, 1) is None
        )

    return [
        [replace(m, kind="person") if is_person(m) else m for m in sentence]
        for sentence in found
    ]


def tell_places(reading: Reading, found: list[list[Mention]]) -> list[list[Mention]]:
    """Take no name for a person's that somewhere is that of a town: "the town of …"."""
    towns = {
        mention.words
        for sentence in found
        for mention in sentence
        if mention.kind == "person"
        and mention.role is None
        and _is_town(reading.sentences[mention.sentence], mention.first)
    }
    if not towns:
        return found
    return [
        [replace(m, kind="other") if m.words in towns else m for m in sentence]
        for sentence in found
    ]


def _is_town(sentence: Sentence, first: int) -> bool:
    words = [token.lower for token in sentence.tokens[max(0, first - 2) : first]]
    return words[-1:] == ["of"] and words[0] in PLACE_NOUNS


PLACE_NOUNS: Final = words_of("place_nouns")


def mentions_of(
    run: Run, sentence: Sentence, lower: frozenset[str], *, titled: bool
) -> list[Mention]:
    """Give the names in one run: a body and a person in "NATO chief of staff X"."""
    lex = vocabulary()
    words = tuple(t.text for t in sentence.tokens[run.first : run.last + 1])
    start = strip_opening(words, run, lower, lex)
    if start >= len(words) or is_shouted(words, lower):
        return []
    title_end, sex = last_title(words, start, lex)
    if title_end < len(words) and title_end > start:
        found = titled_person(run, sentence, start, title_end, sex)
        if titled:
            found = [replace(m, is_sure=is_plain_person(m.words)) for m in found]
        if found:
            return found
    if (
        title_end == len(words)
        and title_end > start
        and not is_body(words[start:], lex)
    ):
        return office_only(run, sentence, start, lex)
    return plain_mention(run, sentence, start, titled=titled)


def is_shouted(words: Words, lower: frozenset[str]) -> bool:
    """Tell whether capitals are for emphasis: "DO NOT KILL", "DEVELOPING"."""
    if not all(word.isupper() for word in words):
        return False
    letters = sum(len(word) for word in words)
    if len(words) == 1:
        return letters > LONGEST_ACRONYM or words[0].lower() in lower
    return letters > LONGEST_ACRONYM


def strip_opening(
    words: Words, run: Run, lower: frozenset[str], lex: Vocabulary
) -> int:
    """Give where the name begins: a sentence's first word has its capital anyway."""
    if not run.opens:
        return 0
    first = words[0]
    plain = first.lower()
    if is_acronym(first) or lex.titles.match(words, 0) or lex.countries.match(words, 0):
        return 0
    if plain in lex.particles and len(words) > 1:
        return 0
    if plain in stopwords() or plain in OPENERS:
        return 1
    if len(words) > 2 and is_work(words, lex):  # noqa: PLR2004
        return 1
    if plain in lower:
        known = fold(first) in lex.first_names or first in lex.organisations
        return 0 if known and len(words) > 1 else 1
    return 0


def is_work(words: Words, lex: Vocabulary) -> bool:
    """Tell whether a sentence's first word is the trade of the named: "Baker Ann"."""
    trade = FORMERLY.sub("", words[0].lower())
    is_role = lex.roles.match((trade,), 0) is not None
    return (
        is_role
        and fold(words[0]) not in lex.first_names
        and fold(words[1]) in lex.first_names
    )


def plain_mention(
    run: Run, sentence: Sentence, start: int, *, titled: bool
) -> list[Mention]:
    """Give what a run without a title names."""
    lex = vocabulary()
    words = tuple(t.text for t in sentence.tokens[run.first : run.last + 1])
    if words[start] == "The" and start + 1 < len(words):
        start += 1
    start, end = trim_peoples(words, start, lex)
    if start >= end or words[start] in lex.common_acronyms:
        return []
    body = words[start:end]
    first = run.first + start
    last = first + len(body) - 1
    office = capital_office(body, lex)
    if office:
        role = " ".join(body[:office])
        rest = body[office:]
        return [Mention(run.sentence, first + office, last, rest, "person", role)]
    if body[-1] in NUMBERED and last + 1 < len(sentence.tokens):
        number = sentence.tokens[last + 1].text
        if number.isdigit():
            body, last = (*body, number), last + 1
    if len(body) == 1 and is_code(body[0]):
        return []
    opens = run.opens and start == 0
    made = Mention(run.sentence, first, last, body, "other", opens=opens)
    return [classify(made, sentence, run, titled=titled)]


def is_code(word: str) -> bool:
    """Tell whether a word is a letter, or a party and a state: "D-Va", "R-Ky"."""
    party, hyphen, _ = word.partition("-")
    return len(word) == 1 or (len(party) == 1 and bool(hyphen))


def trim_peoples(words: Words, start: int, lex: Vocabulary) -> tuple[int, int]:
    """Give where the name begins and ends once words for a people are taken off.

    "Dane Mette Holm" names Mette Holm, "Kazan Tatars" Kazan, "Tatars" nobody; but
    "Turkish Airlines" and "Islamic State" are names as a whole.
    """
    match = lex.countries.match(words, start)
    if match is None:
        return start, len(words)
    rest = start + match[0]
    kind = match[1]
    if rest >= len(words):
        return (rest if kind in PEOPLES else start), len(words)
    is_person = fold(words[rest]) in lex.first_names and rest + 1 < len(words)
    if kind in PEOPLES:
        again = lex.countries.match(words, rest)
        if again and again[1] in PEOPLES:
            return trim_peoples(words, rest, lex)
        whole = kind == "people" or is_body(words[rest:], lex)
        return (start if whole and not is_person else rest), len(words)
    if all_demonyms(words[rest:], lex):
        return start, rest
    return (rest if is_person and kind in {"country", "region"} else start), len(words)


def is_small(word: str, lex: Vocabulary) -> bool:
    """Tell whether a word is a function word that no person's name holds."""
    plain = word.lower()
    return len(plain) > 1 and plain in stopwords() and plain not in lex.particles


def all_demonyms(words: Words, lex: Vocabulary) -> bool:
    """Tell whether only words for a people follow: "Kazan Tatars"."""
    match = lex.countries.match(words, 0) if words else None
    return match is not None and match[1] in PEOPLES and match[0] == len(words)


def is_model(sentence: Sentence, first: int) -> bool:
    """Tell whether a year of make stands before a name: "a 2007 silver Royce Sedan"."""
    before = sentence.tokens[max(0, first - LONGEST_MODEL) : first]
    years = [i for i, token in enumerate(before) if YEAR.fullmatch(token.text)]
    if not years or not years[-1]:
        return False
    owner, after = before[years[-1] - 1], before[years[-1] + 1 :]
    is_owned = owner.lower in ARTICLES or owner.lower in OWNERS
    return is_owned and all(token.text.islower() for token in after)


LONGEST_MODEL: Final = 4
"""Words before a make: whose, its year, and two that describe it."""

OWNERS: Final = frozenset({"his", "her", "their", "its", "my", "our"})

# Matches "2007", "1999"; not "1750" or "2007-08".
YEAR: Final = re.compile(r"(?:19|20)\d\d")


def classify(made: Mention, sentence: Sentence, run: Run, *, titled: bool) -> Mention:
    """Give the mention its kind, and a person the role that stands beside it."""
    lex = vocabulary()
    words = made.words
    whole = lex.countries.match(words, 0)
    if whole and whole[0] == len(words):
        kind: NameKind = "organisation" if whole[1] == "metonym" else "other"
        return replace(made, kind=kind, is_sure=not titled)
    if words[-1].isdigit():
        return replace(made, is_sure=not titled)
    if is_body(words, lex) or (len(words) == 1 and is_acronym(words[0])):
        generic = run.opens and words[0] in lex.organisations and len(words) == 1
        is_sure = not titled and not generic
        return replace(made, kind="organisation", is_sure=is_sure)
    has_figure = any(char.isdigit() for word in words for char in word)
    if has_figure or not lex.landmarks.isdisjoint(words):
        return replace(made, is_sure=not titled)
    before = role_before(sentence, made.first, made.first)
    after = role_after(sentence, made.last)
    given = fold(words[0]) in lex.first_names or len(words[0]) == 1
    if titled and sentence.role != "body" and given and len(words) > 2:  # noqa: PLR2004
        # "Anna Berg Says No": in a headline nothing tells where the name ends.
        size = 2 + (len(words) > 3 and words[2] == ".") * 2  # noqa: PLR2004
        words = words[:size]
        made = replace(made, words=words, last=made.first + len(words) - 1)
    if any(is_small(word, lex) for word in words):
        return replace(made, is_sure=not titled)
    attributive = made.first and sentence.tokens[made.first - 1].lower in ARTICLES
    is_named = given and not attributive and not is_model(sentence, made.first)
    role = before or after
    if role is None and len(words) > 1:
        role = role_set_off(sentence, made.first, made.last)
        if role is not None and not given and not COMPLEMENTS.isdisjoint(role.split()):
            role = None  # "a guard of the firm, Norva Tec,": the firm has the name
    known = role or is_named
    person = 1 < len(words) <= LONGEST_PERSON and known
    if person or (before and len(words) == 1 and not is_acronym(words[0])):
        return replace(made, kind="person", role=role, is_sure=not titled or given)
    return replace(made, is_sure=not titled and not (run.opens and len(words) == 1))
