"""Whom "the pair", "her sister", "it" and "who" stand for as speakers."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from briefing.extract.antecedents.descriptions import noun_of
from briefing.extract.attribution.spoken_for import bodies, head_of, speaking_phrase
from briefing.extract.attribution.units import letters_of_words
from briefing.extract.reading import Names, Reading, Sentence
from briefing.model.statement import Name, Speaker
from briefing.resources import words_of

PAIR_REACH: Final = 2
"""Sentences back in which the two people stand together."""
LONGEST_HEAD: Final = 6
"""Words of "a tall man in a hood" before its "who"."""
PEOPLE: Final = words_of("people_who_speak")
MANY: Final = ("ers", "ors", "ists", "ents", "ants", "ians")
"""Ends of nouns for several people: "villagers", "residents", "activists"."""
# Matches "the pair", "the two men", "both women"; not "the two officials at the gate".
PAIR: Final = re.compile(
    r"(?:the (?:pair|duo|couple|two|two (?:men|women|leaders|ministers|presidents))|"
    r"both(?: men| women| leaders| ministers| presidents)?)$",
    re.IGNORECASE,
)
# Matches " and Governor " and ", the mayor, and her deputy " between two names.
JOINS: Final = re.compile(r"(?:,[^,.;]{1,60},)?\s+and\s+(?:[\w'’.-]+\s+){0,5}")


def pair_before(
    reading: Reading, names: Names, index: int, start: int
) -> Speaker | None:
    """Give the two people that "the pair" at *start* means: "Ann Lee and Bo Berg".

    None where the sentences before name three, or nobody together with another.
    """
    for at in range(index, max(-1, index - 1 - PAIR_REACH), -1):
        people = [n for n in names[at] if n.kind == "person" and n.span.end <= start]
        found = list(dict.fromkeys(n.name for n in people))
        if not found:
            continue
        joined = any(
            JOINS.fullmatch(reading.text, one.span.end, other.span.start)
            for one, other in pairwise(people)
        )
        if len(found) == len("AB") and joined:
            return Speaker(" and ".join(found))
        if len(found) > 1:
            return None
    return None


def described_before(reading: Reading, index: int, start: int) -> Speaker | None:
    """Give the "one man" of "one man who shouted", where no name stands.

    Read back from "who" to the determiner or number of the words before it.
    """
    classes = letters_of_words()
    tokens = [t for t in reading.sentences[index].tokens if t.end <= start]
    if tokens and tokens[-1].text == ",":
        tokens.pop()
    head: list[str] = []
    begin = start
    for token in reversed(tokens[-LONGEST_HEAD:]):
        letter = classes.get(token.lower, "")
        letter = letter or ("E" if token.lower.endswith("ed") else "")
        is_noun = letter in {"", "D", "N", "M"} or (letter == "V" and not head)
        if not is_noun or not token.text[0].isalnum():
            break
        head.append(token.lower)
        begin = token.start
        if letter == "D" or token.text.isdigit():
            break
    before = [t.lower for t in tokens[: len(tokens) - len(head)]][-2:]
    if before[1:] == ["of"] and noun_of((before[0],))[0]:
        return None  # "the daughter of the victim, who": either
    words = " ".join(reading.text[begin:start].rstrip(" ,").split())
    is_told = len(head) > 1 and (classes.get(head[-1]) == "D" or head[-1].isdigit())
    is_told = is_told or (bool(head) and (head[0].endswith("s") or head[0] in PEOPLE))
    phrase = speaking_phrase(words) if is_told else None
    return Speaker(phrase, is_anonymous=True) if phrase else None


def people_before(reading: Reading, index: int) -> Speaker | None:
    """Give the people who open the sentence before: "Relatives gathered. … they said".

    Only in one paragraph, and only where the words can mean nobody but people.
    """
    here, before = reading.sentences[index], reading.sentences[max(0, index - 1)]
    if before.index == index or before.segment != here.segment:
        return None
    if (agents := _agents(reading, before)) is not None:
        return agents
    head: list[str] = []
    end = before.span.start
    for token in before.tokens[:LONGEST_HEAD]:
        letter = letters_of_words().get(token.lower, "")
        if letter not in {"", "D", "N", "U"} or token.lower.endswith("ed"):
            break
        head.append(token.lower)
        end = token.end
    noun = head[-1] if head else ""
    if noun not in PEOPLE and not noun.endswith(MANY):
        return None
    phrase = speaking_phrase(reading.text[before.span.start : end])
    return Speaker(phrase, is_anonymous=True) if phrase else None


def _agents(reading: Reading, sentence: Sentence) -> Speaker | None:
    """Give the people who end a sentence: "Bo Ek was named as the pilot by police."."""
    tokens = [t for t in sentence.tokens if t.text[0].isalnum()]
    places = [at for at, t in enumerate(tokens) if t.lower == "by"]
    if not places or tokens[-1].lower not in PEOPLE:
        return None
    head = tokens[places[-1] + 1 :]
    letters = {letters_of_words().get(t.lower, "") for t in head}
    if not head or len(head) > LONGEST_HEAD or not letters <= {"", "D", "N", "U"}:
        return None
    words = reading.text[head[0].start : head[-1].end]
    return Speaker(" ".join(words.split()), is_anonymous=True)


def ends_own_clause(reading: Reading, index: int, start: int) -> bool:
    """Tell "The fund fell, it said" from "“The fund fell,” it said"."""
    words = reading.text[reading.sentences[index].span.start : start].rstrip()
    return words.endswith((",", ",”", ',"')) and words[0].isalnum()


def body_before(reading: Reading, names: Names, index: int, start: int) -> Name | None:
    """Give the body that "it" means behind its own clause: "The fund fell, it said".

    Only who opens the sentence is meant, and only where it is the one body there.
    """
    sentence = reading.sentences[index]
    here = [n for n in names[index] if n.kind != "person" and n.span.end <= start]
    bearers = {n.name for n in here if n.kind == "organisation"}
    opening = next((n for n in here if n.kind == "organisation"), None)
    if opening is None or len(bearers) != 1:
        return None
    lead = reading.text[sentence.span.start : opening.span.start].split()
    is_first = all(word[0].isupper() or word.endswith(("'s", "’s")) for word in lead)
    return opening if is_first and len(lead) < LONGEST_HEAD else None


def body_described(reading: Reading, index: int, start: int) -> str | None:
    """Give "The airline" of "The airline cancelled 30 flights, it said"."""
    tokens = [t for t in reading.sentences[index].tokens if t.end <= start]
    if not tokens or tokens[0].lower != "the":
        return None
    for at in range(1, min(LONGEST_HEAD, len(tokens) - 1)):
        letter = letters_of_words().get(tokens[at + 1].lower, "")
        ends = letter in {"X", "V", "v", "A"} or tokens[at + 1].lower.endswith("ed")
        if tokens[at].lower in bodies() and ends:
            return reading.text[tokens[0].start : tokens[at].end]
    return None


def is_same_kind(words: str, told: str) -> bool:
    """Tell whether "the source" can be the "police source" who spoke before."""
    noun = head_of(words).lower()
    return noun == head_of(told).lower() and noun not in bodies()
