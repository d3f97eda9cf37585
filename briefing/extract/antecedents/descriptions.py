"""Find the person whom "the minister" or "the spokesman" describes."""

from __future__ import annotations

from typing import Final

from briefing.extract.antecedents.people import sex_of
from briefing.extract.antecedents.pronouns import Finding
from briefing.extract.names.vocabulary import vocabulary
from briefing.extract.reading import Names, Reading
from briefing.model.statement import Name

FARTHEST: Final = 8
"""Sentences looked back over for the bearer of a role."""


def find_described(reading: Reading, names: Names, where: tuple[int, int]) -> Finding:
    """Give the one person whose role has the noun of the description at *where*.

    The last noun counts: "the senior aviation official" asks for an official. Somebody
    else in the same office anywhere before makes it unsure.
    """
    index, at = where
    sentence = reading.sentences[index]
    words = sentence.tokens[at + 1 : at + 6]
    noun, sex = noun_of(tuple(t.lower for t in words))
    if not noun:
        return Finding(None, "no role is named")
    length = place_of(noun, tuple(t.lower for t in words))
    if length < len(words) and words[length].lower in {"'s", "'"}:
        return Finding(None, f"what is the {noun}'s is meant")
    of_whom = {t.lower for t in words[:length] if t.text[0].isupper()}
    start = sentence.tokens[at].start
    bearers: dict[str, tuple[int, Name]] = {}
    for i in range(max(0, index - FARTHEST), index + 1):
        for name in names[i]:
            fits = bears(name, noun, sex) and is_of(name, of_whom)
            if name.span.start < start and fits:
                bearers[name.name] = (i, name)
    if len(bearers) != 1:
        return Finding(
            None, f"{len(bearers) or 'none'} named before may be “the {noun}”"
        )
    i, name = next(iter(bearers.values()))
    return Finding(name, f"the only {noun} named before", i == index)


def noun_of(words: tuple[str, ...]) -> tuple[str, str]:
    """Give the role noun at the head of *words*, and the sex it tells; "" without."""
    roles = vocabulary().roles
    at, found = 0, ("", "")
    while at < len(words) and words[at].isalpha():
        match = roles.match(words, at)
        if match is None:
            if found[0]:
                break
            at += 1
            continue
        found = " ".join(words[at : at + match[0]]), match[1]
        at += match[0]
    return found


def place_of(noun: str, words: tuple[str, ...]) -> int:
    """Give how many of *words* the description up to its *noun* has."""
    last = noun.rpartition(" ")[2]
    return words.index(last) + 1 if last in words else len(words)


def is_of(name: Name, of_whom: set[str]) -> bool:
    """Tell whether "the Turkish official" can be who is "Turkish" in his role too."""
    told = {word.lower() for word in (name.role or "").replace("\u2019", "'").split()}
    return of_whom <= told


def bears(name: Name, noun: str, sex: str) -> bool:
    """Tell whether a name's role has the noun as its head."""
    if name.kind != "person" or not name.role:
        return False
    if sex in {"m", "f"} and sex_of(name) not in {sex, "-"}:
        return False
    head = name.role.lower()
    for mark in (" of ", " for ", " at ", " in ", ",", " to "):
        head = head.partition(mark)[0]
    return head == noun or head.endswith(" " + noun)
