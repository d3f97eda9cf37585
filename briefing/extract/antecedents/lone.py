"""Find the one person of a sex of whom a text has spoken for a while."""

from __future__ import annotations

from typing import Final

from briefing.extract.antecedents.people import FEMALE, MALE, Someone, people_in
from briefing.extract.reading import Names, Reading
from briefing.model.statement import Name
from briefing.text.words import Token

FARTHEST_ALONE: Final = 10
"""Sentences looked back over for somebody who is alone in them."""
OFTEN: Final = 3
"""Times one alone is named from which the text is of him, whoever came before."""
OPENER: Final = ("Finally", ",")
OWNED: Final = frozenset({"his", "hers", "him", "himself", "herself"})


def lone_person(reading: Reading, names: Names, index: int, sex: str) -> Name | None:
    """Give the only person named in the sentences before *index* who can be meant.

    A profile names its subject once a paragraph and says "she" in between: the name
    is hers where the text knows its sex, no other name fits, and nobody without a name
    has opened a sentence since.
    """
    found: dict[str, Someone] = {}
    times = 0
    for before in range(index - 1, max(-1, index - 1 - FARTHEST_ALONE), -1):
        if reading.sentences[before].role in {"headline", "standfirst"}:
            break
        is_last = before == index - 1 and not opens_with(reading, before, sex)
        for someone in people_in(reading, names, before):
            if someone.is_quoted or someone.sex not in {sex, "-"}:
                continue
            if someone.name is not None:
                if times >= OFTEN and someone.name.name not in found:
                    return told_of(found, sex)  # of whoever is farther off no longer
                found.setdefault(someone.name.name, someone)
                times += 1
            elif not found and (someone.is_subject or is_last):
                return None
    return told_of(found, sex)


def told_of(found: dict[str, Someone], sex: str) -> Name | None:
    """Give the one person found, whose sex must be known."""
    if len(found) != 1:
        return None
    only = next(iter(found.values()))
    return only.name if only.sex == sex else None


def opens_with(reading: Reading, index: int, sex: str) -> bool:
    """Tell whether "he" opens a sentence: whoever else stands in it is another."""
    tokens = reading.sentences[index].tokens
    wanted = MALE if sex == "m" else FEMALE
    at = opening(tokens)
    return at < len(tokens) and tokens[at].lower in wanted - OWNED


def opening(tokens: tuple[Token, ...]) -> int:
    """Give the token at which a sentence opens: 2 in "Finally, he ran"."""
    return len(OPENER) if len(tokens) > 1 and tokens[1].text == OPENER[1] else 0
