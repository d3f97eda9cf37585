"""Tell people from things: forces, homes and Brussels are not killed."""

from __future__ import annotations

from functools import cache

from briefing.extract.figures.vocabulary import PERSONS, PLURALS
from briefing.extract.names.vocabulary import demonyms_of
from briefing.resources import word_list, word_table


@cache
def is_person(unit: str) -> bool:
    """Tell whether *unit*, a noun in the singular and in lower case, means people."""
    return unit.rpartition(" ")[2] in _persons()


def is_people(word: str) -> bool:
    """Tell whether *word*, in lower case, names a people: "somali", "dane"."""
    return word in _peoples()


@cache
def _peoples() -> frozenset[str]:
    peoples = {w.lower() for w in word_list("peoples") if " " not in w}
    for row in word_table("countries"):
        peoples.update(w.lower() for w in demonyms_of((*row, "", "")[3]))
    return frozenset(word.removesuffix("s") for word in peoples)


@cache
def _persons() -> frozenset[str]:
    roles = {noun for noun, _ in word_table("role_nouns")}
    persons = {one for one in PLURALS.values() if one.endswith(("man", "person"))}
    return frozenset(roles | PERSONS | persons | _peoples())
