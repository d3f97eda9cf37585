"""Word lists that tell what a capital letter means, loaded once, ready for look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.resources import word_list, word_set, word_table, words_of
from briefing.text.first_names import first_names
from briefing.text.words import fold, tokens

Words = tuple[str, ...]

MONTHS_AND_DAYS: Final = words_of("months_and_days")


class PhraseTable:
    """Phrases of one or more words with a value each; the longest match wins."""

    __slots__ = ("_by_first",)

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[Words, str]]] = {}

    def add(self, words: Words, value: str) -> None:
        """Enter a phrase; the last value entered for the same words stands."""
        found = self._by_first.setdefault(words[0], [])
        found[:] = [entry for entry in found if entry[0] != words]
        found.append((words, value))
        found.sort(key=lambda entry: -len(entry[0]))

    def match(self, words: Words, at: int) -> tuple[int, str] | None:
        """Give (number of words, value) of the longest phrase that stands at *at*."""
        for phrase, value in self._by_first.get(words[at], ()):
            if words[at : at + len(phrase)] == phrase:
                return len(phrase), value
        return None


def split_words(text: str) -> Words:
    """Split an entry as the text itself is split: "Lt. Gen." is four words."""
    if text.replace(" ", "").isalpha():
        return tuple(text.split())
    return tuple(token.text for token in tokens(text))


@dataclass(frozen=True)
class Vocabulary:
    """Everything a stretch of capitals is held against."""

    titles: PhraseTable
    """Words as they stand before a name → the sex they tell."""
    forms: frozenset[Words]
    """The titles that are forms of address and no role."""
    roles: PhraseTable
    """Lower-case words for what a person is → the sex they tell."""
    plural_roles: frozenset[str]
    first_names: dict[str, str]
    organisations: frozenset[str]
    particles: frozenset[str]
    ends: frozenset[str]
    common_acronyms: frozenset[str]
    countries: PhraseTable
    """Countries, demonyms, seats of government, peoples, parts of the world →
    "country", "demonym", "metonym", "people", "region"."""
    landmarks: frozenset[str]
    """Nouns of places and things, which no person's name holds."""
    plain_countries: dict[str, str]
    """Abbreviations → the country's plain name."""


def plural_of(noun: str) -> str:
    """Give the plural of a noun for a person: "spokesman" is "spokesmen"."""
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return {"child": "children", "person": "people", "wife": "wives"}.get(
        noun, noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")
    )


def demonyms_of(cell: str) -> list[str]:
    """Give the demonyms of a cell with their plurals."""
    found = [word for word in cell.split("|") if word]
    regular = [w for w in found if not w.endswith(("ese", "sh", "ch", "ss", "men"))]
    return found + [word + "s" for word in regular if not word.endswith("man")]


def country_words() -> PhraseTable:
    """Give the words for countries, their people and their governments."""
    table = PhraseTable()
    for row in word_table("countries"):
        _, name, others, demonyms = (*row, "", "", "")[:4]
        for word in demonyms_of(demonyms):
            table.add(split_words(word), "demonym")
        for word in (name, *filter(None, others.split("|"))):
            table.add(split_words(word), "country")
    for words, *_ in word_table("metonyms"):
        table.add(split_words(words), "metonym")
    for words, *_ in word_table("regions"):
        table.add(split_words(words), "region")
    for word in word_list("peoples"):
        table.add(split_words(word), "people")
    return table


def country_abbreviations() -> dict[str, str]:
    """Give "US", "U.S.", "UK" and their like with the name they are short for."""
    return {
        other: row[1]
        for row in word_table("countries")
        for other in (row[2].split("|") if len(row) > 2 else ())  # noqa: PLR2004
        if other.isupper()
    }


@cache
def vocabulary() -> Vocabulary:
    """Load the lists."""
    titles, roles, forms = PhraseTable(), PhraseTable(), set()
    for words, sex, *kind in word_table("titles"):
        titles.add(split_words(words), sex)
        if kind and kind[0] == "form":
            forms.add(split_words(words))
    nouns = word_table("role_nouns")
    for noun, sex in nouns:
        roles.add(tuple(token.lower for token in tokens(noun)), sex)
    return Vocabulary(
        titles=titles,
        forms=frozenset(forms),
        roles=roles,
        plural_roles=frozenset(plural_of(noun) for noun, _ in nouns),
        first_names=first_names(),
        organisations=frozenset(w.rstrip(".") for w in word_list("organisation_nouns")),
        particles=word_set("name_particles"),
        ends=frozenset(w.rstrip(".") for w in word_list("honorary_ends")),
        common_acronyms=word_set("common_acronyms"),
        countries=country_words(),
        landmarks=word_set("landmark_nouns"),
        plain_countries=country_abbreviations(),
    )


def sex_of_first_name(word: str) -> str:
    """Give "m", "f" or "-" for a given name; "" where the lists do not have it."""
    known = vocabulary().first_names
    folded = fold(word)
    return known.get(folded) or known.get(folded.partition("-")[0], "")
