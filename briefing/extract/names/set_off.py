"""Read the role that a comma sets off before a name: "the town's mayor, Ann Holt,"."""

from __future__ import annotations

from typing import Final

from briefing.extract.names.roles import CLOSERS, DESCRIBING, FINITE, is_plain_noun
from briefing.extract.names.runs import is_capital
from briefing.extract.names.vocabulary import vocabulary
from briefing.extract.reading import Sentence
from briefing.resources import words_of
from briefing.text.words import Token

LONGEST: Final = 10
"""Words of such a role: "the head of the building office of the old town"."""
DETERMINERS: Final = frozenset(
    ("the", "a", "an", "his", "her", "its", "their", "our", "my", "whose")
)
COMPLEMENTS: Final = frozenset(("of", "for", "at", "in"))
APOSTROPHES: Final = frozenset(("'", "’"))
SUBORDINATORS: Final = words_of("clause_openers")
"""Words that open a clause which a comma ends: "When he met the mayor, Ann Holt"."""


def role_set_off(sentence: Sentence, first: int, last: int) -> str | None:
    """Give the role before the name from token *first* to token *last*.

    In "the judge, Ann Holt and two clerks" and "the judge, Ann Holt, and two clerks"
    there is none: they may be three.
    """
    words = sentence.tokens
    comma = first - 1
    if comma < 1 or words[comma].text != "," or not is_closed(words, last + 1):
        return None
    begin = _begin(words, comma)
    if begin is None or _is_clause(words, begin):
        return None
    start = sentence.span.start
    text = sentence.text[words[begin].start - start : words[comma - 1].end - start]
    return " ".join(text.split())


def is_closed(words: tuple[Token, ...], at: int) -> bool:
    """Tell whether the name ends there, and no list goes on."""
    if at >= len(words) or words[at].text in {".", "!", "?", "”", '"'}:
        return True
    if words[at].text != "," or at + 1 >= len(words):
        return False
    after = words[at + 1]
    return after.lower not in {"and", "or", "as"} and not is_capital(after)


def _begin(words: tuple[Token, ...], comma: int) -> int | None:
    """Give where the role begins, behind its farthest determiner or at its owner."""
    found = None
    for at in range(comma - 1, max(-1, comma - LONGEST - 1), -1):
        word = words[at]
        if word.text in CLOSERS or word.lower in FINITE:
            break
        if word.lower in DETERMINERS and _is_role(words, at + 1, comma):
            found = at + 1
        elif word.lower == "'s" and at and is_capital(words[at - 1]):
            begin = at - 1
            while begin and is_capital(words[begin - 1]):
                begin -= 1
            found = begin if _is_role(words, at + 1, comma) else found
    return found


def _is_role(words: tuple[Token, ...], begin: int, end: int) -> bool:
    """Tell whether a noun for a person ends the phrase, but for its complement."""
    lex = vocabulary()
    at = begin
    while at < end:
        key = tuple(token.text for token in words[at : min(at + 4, end)])
        # An office has capitals too: "the Foreign Minister of Norway, Ann Holt,".
        kinds = lex.roles if words[at].text.islower() else lex.titles
        match = kinds.match(key, 0)
        after = at + match[0] if match else at
        if match and (after == end or words[after].lower in COMPLEMENTS):
            return True
        if not _belongs(words[at]) and not _owns(words, at) and not _joins(words, at):
            return False
        at += 1
    return False


def _belongs(word: Token) -> bool:
    """Tell whether a word may stand before the noun: "former", "Split", "'s", "dam"."""
    low = word.lower
    return low == "'s" or low in DESCRIBING or is_capital(word) or is_plain_noun(word)


def _joins(words: tuple[Token, ...], at: int) -> bool:
    """Tell whether a word is of "mines and energy" in "the mines and energy chief"."""
    before, word, after = words[at - 1], words[at], words[at + 1]
    if word.lower == "and":
        return is_plain_noun(before) and after.text.islower()
    is_plural = word.text.islower() and word.lower.endswith("s")
    is_first = before.lower in DETERMINERS or before.lower == "and"
    return is_plural and is_first and is_plain_noun(after)


def _owns(words: tuple[Token, ...], at: int) -> bool:
    """Tell whether a plural owns what follows: "the strikers' lawyer"."""
    word = words[at]
    if word.lower.endswith("s"):
        return at + 1 < len(words) and words[at + 1].text in APOSTROPHES
    return word.text in APOSTROPHES and words[at - 1].end == word.start


def _is_clause(words: tuple[Token, ...], begin: int) -> bool:
    """Tell whether a clause that opened the sentence ends at the comma."""
    opens = words[0].lower in SUBORDINATORS
    return opens and all(word.text != "," for word in words[:begin])
