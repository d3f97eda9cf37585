"""People whom a sentence describes without a name: "a NATO official", "his lawyer"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from briefing.extract.names.set_off import COMPLEMENTS, is_closed
from briefing.extract.names.vocabulary import vocabulary
from briefing.resources import words_of
from briefing.text.words import Token

DETERMINERS: Final = words_of("determiners") | frozenset({"my", "our", "your"})
COPULAS: Final = words_of("copulas")
LONGEST_DESCRIPTION: Final = 4
"""Words between a determiner and its noun: "a senior Turkish defence official"."""
MOST_BETWEEN: Final = 6
"""Words between a determiner and a noun that says what somebody is."""


@dataclass(frozen=True, slots=True)
class Named:
    """The tokens of a sentence that belong to names."""

    everything: frozenset[int]
    people: frozenset[int]


def described(tokens: tuple[Token, ...], named: Named) -> list[tuple[int, str]]:
    """Give (token, sex) of each person described: "a NATO official", "his lawyer".

    Not the role beside a name ("spokeswoman Ann Reyes", "Reyes, the mayor").
    """
    roles = vocabulary().roles
    found: list[tuple[int, str]] = []
    lower = tuple([token.lower for token in tokens])
    at = 0
    while at < len(tokens):
        match = None if at in named.everything else roles.match(lower, at)
        if match is None:
            at += 1
            continue
        after = at + match[0]
        apart = not beside_name(tokens, at, after, named)
        if apart and has_determiner(tokens, at) and not is_predicate(tokens, at):
            found.append((at, match[1]))
        at = after
    return found


def beside_name(tokens: tuple[Token, ...], at: int, after: int, named: Named) -> bool:
    """Tell whether the role from *at* to *after* belongs to a name beside it."""
    if after in named.everything or (
        after < len(tokens) and tokens[after].text[0].isupper()
    ):
        return True
    if is_set_off(tokens, after, named):
        return True
    begin = at - 1
    while (
        begin > 0 and at - begin < LONGEST_DESCRIPTION + 2 and tokens[begin].text != ","
    ):
        begin -= 1
    return tokens[begin].text == "," and begin - 1 in named.people


def is_set_off(tokens: tuple[Token, ...], after: int, named: Named) -> bool:
    """Tell the role of "the mine's manager, Ann Roe, left", which ends at *after*."""
    at = after
    if at < len(tokens) and tokens[at].lower in COMPLEMENTS:
        while at < min(len(tokens), after + LONGEST_DESCRIPTION):
            at += 1
            if at < len(tokens) and tokens[at].text == ",":
                break
    if at >= len(tokens) or tokens[at].text != "," or at + 1 not in named.people:
        return False
    at += 1
    while at in named.people:
        at += 1
    return is_closed(tokens, at)


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
    return before in COPULAS
