"""Find countries, their people and governments, and cities, with the country meant."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Final, NamedTuple

from briefing.extract.names.runs import is_capital
from briefing.extract.names.vocabulary import (
    Words,
    demonyms_of,
    split_words,
    vocabulary,
)
from briefing.extract.reading import Reading, Sentence
from briefing.model.article import Span
from briefing.model.statement import Place, PlaceKind
from briefing.resources import data_path, word_table, words_of
from briefing.text.words import Token, fold

CLEARLY_LARGER: Final = 8
"""How many times larger the largest of several cities of one name must be to be meant
where nothing else tells: Birmingham of a million in England, 0.2 million in Alabama
(5 times) stays open, Paris in France and in Texas (80 times) does not."""
LARGER_CAPITAL: Final = 5
"""The same for the capital of a country: Athens has 5.2 times the inhabitants of Athens
in the United States."""
WELL_KNOWN: Final = 100
"""Thousands of inhabitants from which a city needs no word of place before it."""
BUCKET: Final = 2
"""Letters by which the table of cities is divided: at most 600 lines share them."""
ACTING: Final = words_of("main_verbs") | words_of("irregular_pasts")
ADDRESSED: Final = words_of("addressing_verbs")
LOCATIVE: Final = words_of("locative")
HOMONYMS: Final = words_of("city_homonyms")


class Entry(NamedTuple):
    """What a place's words stand for."""

    name: str
    kind: PlaceKind
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    thousands: int = 0
    is_capital: bool = False


def find_places(reading: Reading) -> tuple[tuple[Place, ...], ...]:
    """Give the places of each sentence, in order, none inside another.

    A city of which there are several has a country only where one is by far the
    largest, or the article names the country of just one of them.
    """
    found = [matches_in(sentence) for sentence in reading.sentences]
    countries: set[str | None] = {
        entries[0].country
        for sentence in found
        for _, _, entries in sentence
        if len(entries) == 1 and entries[0].kind != "city"
    }
    people = surnames(reading)
    return tuple(
        tuple(
            place_of(sentence, first, last, entries, countries)
            for first, last, entries in matches
            if is_place(sentence, first, last, entries, people)
        )
        for sentence, matches in zip(reading.sentences, found, strict=True)
    )


def matches_in(sentence: Sentence) -> list[tuple[int, int, list[Entry]]]:
    """Give (first token, last token, what it may stand for) of each place."""
    words = sentence.tokens
    texts = tuple(token.text for token in words)
    found: list[tuple[int, int, list[Entry]]] = []
    at = 0
    while at < len(texts):
        if not texts[at][0].isupper():
            at += 1
            continue
        for phrase, entries in options_at(texts[at]):
            if texts[at : at + len(phrase)] == phrase:
                found.append((at, at + len(phrase) - 1, entries))
                at += len(phrase)
                break
        else:
            at += 1
    return found


def surnames(reading: Reading) -> frozenset[str]:
    """Give the words that somewhere stand behind a given name or a title."""
    lex = vocabulary()
    found: set[str] = set()
    for sentence in reading.sentences:
        before = None
        for token in sentence.tokens:
            if not is_capital(token):
                before = None
                continue
            if before is not None:
                found.add(token.text)
            is_given = fold(token.text) in lex.first_names
            before = token if is_given or lex.titles.match((token.text,), 0) else None
    return frozenset(found)


def is_place(
    sentence: Sentence,
    first: int,
    last: int,
    entries: list[Entry],
    people: frozenset[str],
) -> bool:
    """Tell whether the words are the place and no part of another name."""
    if entries[0].kind != "city":
        return True
    words = sentence.tokens
    before = words[first - 1] if first else None
    after = words[last + 1] if last + 1 < len(words) else None
    located = before is not None and before.lower in LOCATIVE
    located = located or region_after(words, last) is not None
    if (
        after is not None
        and is_capital(after)
        and after.text not in vocabulary().organisations
    ):
        return False
    if before is not None and is_capital(before) and before.lower not in LOCATIVE:
        return False
    if words[first].text in people and not located:
        return False
    if first == last and is_common(words[first].lower) and not located:
        return False
    if vocabulary().roles.match((words[first].lower,), 0) and first == last:
        return False
    return located or entries[0].thousands >= WELL_KNOWN


def region_after(words: tuple[Token, ...], last: int) -> str | None:
    """Give the country of what follows a comma: "Hamilton, Ontario" is in Canada."""
    if last + 2 >= len(words) or words[last + 1].text != ",":
        return None
    texts = tuple(token.text for token in words[last + 2 : last + 6])
    for phrase, entry in country_entries().get(texts[0], ()):
        if texts[: len(phrase)] == phrase and entry.kind in {"country", "place"}:
            return entry.country
    return None


def is_common(word: str) -> bool:
    """Tell whether the word of a city is first of all something else."""
    return word in HOMONYMS or word in vocabulary().first_names


def place_of(
    sentence: Sentence,
    first: int,
    last: int,
    entries: list[Entry],
    countries: set[str | None],
) -> Place:
    """Give the place that is meant; without a country where several may be."""
    span = Span(sentence.tokens[first].start, sentence.tokens[last].end)
    after = region_after(sentence.tokens, last)
    held = [entry for entry in entries if entry.country == after]
    entry = choose(held or entries, countries)
    if entry is None:
        return Place(span, entries[0].name, entries[0].kind)
    if entry.is_capital and entry.country and acts(sentence, first, last):
        return Place(span, country_names()[entry.country], "metonym", entry.country)
    return Place(
        span, entry.name, entry.kind, entry.country, entry.latitude, entry.longitude
    )


def acts(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a capital stands for its government: "Oslo denied", "told Paris".

    It does so as a subject or an object, without a word of place before it.
    """
    words = sentence.tokens
    before = words[first - 1].lower if first else ""
    if before in LOCATIVE - {"from", "to", "and", "between"}:
        return False
    ahead = last + 1
    if ahead + 1 < len(words) and words[ahead].lower == "and":
        ahead += 2  # "Oslo and Moscow have refused"
    after = words[ahead].lower if ahead < len(words) else ""
    if after == "'s":
        return False  # "Tehran's main square" is the city's as often as not
    is_subject = before not in {"from", "to", "between"} and (
        after in ACTING or (after.endswith("ed") and after not in {"based", "backed"})
    )
    return is_subject or before.endswith(("ed", "ing")) or before in ADDRESSED


@cache
def country_names() -> dict[str, str]:
    """Give the plain name of each country by its code."""
    return {row[0]: row[1] for row in word_table("countries")}


def choose(entries: list[Entry], countries: set[str | None]) -> Entry | None:
    """Give the one entry that is meant, or None."""
    if len(entries) == 1:
        return entries[0]
    named = [entry for entry in entries if entry.country in countries]
    if len(named) == 1:
        return named[0]
    first, second = sorted(entries, key=lambda entry: -entry.thousands)[:2]
    needed = LARGER_CAPITAL if first.is_capital else CLEARLY_LARGER
    return first if first.thousands >= needed * second.thousands else None


def options_at(word: str) -> list[tuple[Words, list[Entry]]]:
    """Give the places whose names begin with *word*, the longest names first."""
    known = _options.get(word)
    if known is None:
        known = _options[word] = _read_options(word)
    return known


_options: dict[str, list[tuple[Words, list[Entry]]]] = {}
"""First word → what `_read_options` gave: rows are read when a text needs them."""


def _read_options(word: str) -> list[tuple[Words, list[Entry]]]:
    made: dict[Words, list[Entry]] = {}
    for line in city_lines(word):
        name, code, latitude, longitude, size, *capital = line.split("\t")
        place = float(latitude), float(longitude)
        entry = Entry(name, "city", code, *place, int(size), is_capital=bool(capital))
        same = made.setdefault(split_words(name), [])
        if all(other.country != code for other in same):
            same.append(entry)
    for words, entry in country_entries().get(word, ()):
        made[words] = [entry]
    return sorted(made.items(), key=lambda option: -len(option[0]))


def city_lines(word: str) -> list[str]:
    """Give the lines of the table of cities whose names have *word* as first word."""
    buckets = _buckets()
    key = word[:BUCKET]
    keys = (key,) if len(key) == BUCKET else [k for k in buckets if k.startswith(key)]
    lines = [line for k in keys for line in buckets.get(k, ()) if line.startswith(word)]
    return [line for line in lines if split_words(line.partition("\t")[0])[0] == word]


@cache
def _buckets() -> dict[str, list[str]]:
    """Give the lines by their first letters: splitting all into words is slow."""
    text = data_path("words/cities.tsv").read_text(encoding="utf-8")
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in text.splitlines():
        found[line[:BUCKET]].append(line)
    return {letters: lines for letters, lines in found.items() if letters[0] != "#"}


@cache
def country_entries() -> dict[str, list[tuple[Words, Entry]]]:
    """Give countries, demonyms, regions and seats of government by their first word."""
    made: dict[Words, Entry] = {}
    for name, code in word_table("regions"):
        made[split_words(name)] = Entry(name, "place", None if code == "-" else code)
    for phrase, code, name in word_table("metonyms"):
        country = None if code == "-" else code
        made[split_words(phrase)] = Entry(name, "metonym", country)
    for row in word_table("countries"):
        code, name, others, demonyms = (*row, "", "", "")[:4]
        for word in demonyms_of(demonyms):
            made[split_words(word)] = Entry(name, "demonym", code)
        for word in (name, *filter(None, others.split("|"))):
            made[split_words(word)] = Entry(name, "country", code)
    found: dict[str, list[tuple[Words, Entry]]] = {}
    for words, entry in made.items():
        found.setdefault(words[0], []).append((words, entry))
    return found
