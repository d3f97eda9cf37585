"""Tell what each run of capitals names: a person, a body, something else, nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.extract.names.runs import (
    Run,
    is_acronym,
    looks_titled,
    read_runs,
)
from briefing.extract.names.roles import role_after, role_before
from briefing.extract.names.vocabulary import Vocabulary, Words, vocabulary
from briefing.extract.reading import Reading, Sentence
from briefing.model.statement import NameKind
from briefing.resources import word_list
from briefing.text.words import fold

LONGEST_PERSON = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands at one place."""

    sentence: int
    first: int
    last: int
    words: Words
    kind: NameKind
    role: str | None = None
    sex: str = ""
    is_sure: bool = True
    """False where only capitals speak for it (titled headlines, sentence openings)."""


def read_mentions(reading: Reading) -> list[list[Mention]]:
    """Give what each sentence names, before forms of one bearer are joined."""
    lower = frozenset(
        token.text
        for s in reading.sentences
        for token in s.tokens
        if token.text.islower()
    )
    found: list[list[Mention]] = []
    for sentence in reading.sentences:
        titled = looks_titled(sentence)
        here: list[Mention] = []
        for run in read_runs(sentence):
            here += mentions_of(run, sentence, lower, titled=titled)
        found.append(here)
    return found


def mentions_of(
    run: Run, sentence: Sentence, lower: frozenset[str], *, titled: bool
) -> list[Mention]:
    """Give the names in one run: a body and a person in "NATO chief of staff X"."""
    lex = vocabulary()
    words = tuple(t.text for t in sentence.tokens[run.first : run.last + 1])
    start = strip_opening(words, run, lower, lex)
    if start >= len(words):
        return []
    title_end, sex = last_title(words, start, lex)
    if title_end < len(words) and title_end > start:
        found = titled_person(run, sentence, start, title_end, sex)
        if found:
            return found
    if (
        title_end == len(words)
        and title_end > start
        and not is_body(words[start:], lex)
    ):
        return office_only(run, sentence, start, lex)
    return plain_mention(run, sentence, start, titled=titled)


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
    if plain in stopwords():
        return 1
    if plain in lower or plain.endswith(("ly", "ing")):
        known = fold(first) in lex.first_names or first in lex.organisations
        return 0 if known and len(words) > 1 else 1
    return 0


def stopwords() -> frozenset[str]:
    """Give the function words."""
    return frozenset(word_list("stopwords"))


def last_title(words: Words, start: int, lex: Vocabulary) -> tuple[int, str]:
    """Give where the last title in *words* ends, and the sex it tells; (start, "")."""
    at, end, sex = start, start, ""
    while at < len(words):
        match = lex.titles.match(words, at)
        if match is None:
            at += 1
            continue
        at += match[0]
        if end == start or at < len(words):
            end, sex = at, match[1]
        elif not is_surname_place(words, at - match[0], end):
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
            return []
    if body < len(words) and lex.countries.match(words, body) is not None:
        return []
    rest = words[body:]
    if is_body(rest, lex) or len(rest) > LONGEST_PERSON or is_acronym(rest[-1]):
        return []
    role = role_before(sentence, run.first + start, run.first + body)
    first, last = run.first + body, run.last
    return [Mention(run.sentence, first, last, rest, "person", role, sex)]


def first_given_name(words: Words, start: int, lex: Vocabulary) -> int:
    """Give where the first given name stands from *start*; the end where none does."""
    for at in range(start, len(words) - 1):
        if fold(words[at]) in lex.first_names and words[at][0].isupper():
            return at
    return len(words)


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


def plain_mention(
    run: Run, sentence: Sentence, start: int, *, titled: bool
) -> list[Mention]:
    """Give what a run without a title names."""
    lex = vocabulary()
    words = tuple(t.text for t in sentence.tokens[run.first : run.last + 1])
    match = lex.countries.match(words, start)
    if match and match[1] == "demonym":
        rest = start + match[0]
        if rest >= len(words) or not is_body(words[rest:], lex):
            start = rest
            again = lex.countries.match(words, start) if start < len(words) else None
            start += again[0] if again and again[1] == "demonym" else 0
    elif match and match[1] == "country" and all_demonyms(words[start + match[0] :], lex):
        words = words[: start + match[0]]
        run = replace(run, last=run.first + len(words) - 1)
    elif (
        match
        and start + match[0] < len(words)
        and fold(words[start + match[0]]) in lex.first_names
    ):
        start += match[0]
    if start >= len(words) or words[start] in lex.common_acronyms:
        return []
    body = words[start:]
    made = Mention(run.sentence, run.first + start, run.last, body, "other")
    return [classify(made, sentence, run, titled=titled)]


def all_demonyms(words: Words, lex: Vocabulary) -> bool:
    """Tell whether only words for a people follow: "Kosovo Serbs"."""
    match = lex.countries.match(words, 0) if words else None
    return match is not None and match[1] == "demonym" and match[0] == len(words)


def classify(made: Mention, sentence: Sentence, run: Run, *, titled: bool) -> Mention:
    """Give the mention its kind, and a person the role that stands beside it."""
    lex = vocabulary()
    words = made.words
    whole = lex.countries.match(words, 0)
    if whole and whole[0] == len(words):
        kind: NameKind = "organisation" if whole[1] == "metonym" else "other"
        return replace(made, kind=kind, is_sure=not titled)
    if is_body(words, lex) or (len(words) == 1 and is_acronym(words[0])):
        return replace(made, kind="organisation", is_sure=not titled)
    before = role_before(sentence, made.first, made.first)
    after = role_after(sentence, made.last)
    given = fold(words[0]) in lex.first_names or len(words[0]) == 1
    person = 1 < len(words) <= LONGEST_PERSON and (given or before or after)
    if person or (before and len(words) == 1 and not is_acronym(words[0])):
        role = before or after
        return replace(made, kind="person", role=role, is_sure=not titled or given)
    return replace(made, is_sure=not titled and not (run.opens and len(words) == 1))
