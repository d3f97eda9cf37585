"""Read the role that stands beside a person: "spokesman" before, "the mayor" after."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from briefing.extract.names.runs import is_capital
from briefing.extract.names.vocabulary import Vocabulary, vocabulary
from briefing.extract.reading import Sentence
from briefing.resources import word_set, words_of
from briefing.text.words import Token

MOST_BEFORE = 9
"""Words of a role before a name: "former White House national security adviser"."""
MOST_AFTER = 16
DESCRIBING: Final = words_of("role_adjectives")
FUNCTION: Final = words_of("not_in_roles")
NO_ROLE_BEFORE: Final = words_of("no_role_before_names")
"""Nouns that are adjectives before a name, or stand before more than people."""
CLOSERS = frozenset(',;:.!?()"“”«»—–')


def role_before(sentence: Sentence, title: int, name: int) -> str | None:
    """Give the role in the words before the name that begins at token *name*.

    *title* is where the title with capitals begins, if one stands there; lower-case
    role nouns ("spokesman") are looked for before it.
    """
    lex = vocabulary()
    words = sentence.tokens
    begin = title
    if title == name:
        begin = role_noun_before(words, name, lex)
        if begin == name:
            return None
    begin = reach_back(words, begin)
    if words[begin].lower in lex.plural_roles:
        return None  # "Investigators suspect Abdeslam": the noun is a verb
    text = sentence.text[
        words[begin].start - sentence.span.start : words[name - 1].end
        - sentence.span.start
    ]
    if title != name and is_form(words[title:name], lex):
        return None
    role = " ".join(text.split())
    if role.partition(" ")[0] in {"Former", "Then", "Acting", "Outgoing", "Retired"}:
        role = role[0].lower() + role[1:]
    return role or None


def is_accusing(role: str) -> bool:
    """Tell whether a role is an accusation: a person is not known by that."""
    return not ACCUSING.isdisjoint(role.lower().split())


def is_form(title: tuple[Token, ...], lex: Vocabulary) -> bool:
    """Tell whether a title is only a form of address."""
    return tuple(t.text for t in title) in lex.forms


def role_noun_before(words: tuple[Token, ...], name: int, lex: Vocabulary) -> int:
    """Give where the role noun before *name* begins; *name* where none stands there."""
    for back in (3, 2, 1):
        start = name - back
        if start < 0:
            continue
        key = tuple(t.lower for t in words[start:name])
        key = (FORMERLY.sub("", key[0]), *key[1:])
        match = lex.roles.match(key, 0)
        is_capital_inside = start > 0 and words[start].text[0].isupper()
        if match and match[0] == back and not is_capital_inside:
            return name if key[-1] in NO_ROLE_BEFORE else start
    return name


def reach_back(words: tuple[Token, ...], begin: int) -> int:
    """Give where the whole role begins: over "White House", "Norway's", "former"."""
    at = begin
    while at > 0 and begin - at < MOST_BEFORE:
        token = words[at - 1]
        possessive = token.lower == "'s" and at > 1 and is_capital(words[at - 2])
        if possessive:
            at -= 2
        elif is_capital(token) or token.lower in DESCRIBING:
            at -= 1
        else:
            break
    if at == begin:
        at = over_nouns(words, begin)
    # "Meanwhile Defence Minister": a sentence's opening word is no part of a role.
    while at < begin and words[at].lower in OPENERS:
        at += 1
    return at


def over_nouns(words: tuple[Token, ...], begin: int) -> int:
    """Give where "Iran aviation department head" begins; *begin* where no name does.

    Plain nouns belong to a role only behind a name, an owner or a mark: "Oslo's traffic
    chief", ", ward director"; not "put on show king Harald".
    """
    at = begin
    while at > 0 and begin - at < MOST_NOUNS and is_plain_noun(words[at - 1]):
        at -= 1
    if at in {0, begin}:
        return begin
    if words[at - 1].text in OPENS_CLAUSE:
        return at  # "“…,” hospital director Nestor Poma said"
    owner = words[at - 1].lower == "'s" and at > 1
    if not owner and (not is_capital(words[at - 1]) or words[at - 1].lower in FUNCTION):
        return begin
    return reach_back(words, at)


def is_plain_noun(word: Token) -> bool:
    """Tell "aviation" and "department" from "urged", "of" and "Oslo"."""
    low = word.lower
    is_small = word.text.islower() and word.text.isalpha()
    if not is_small or low in FUNCTION or low in FINITE or low in verbs():
        return False
    return not low.endswith(("ed", "ly", "s", "ing"))


@cache
def verbs() -> frozenset[str]:
    """Give the forms that are hardly ever anything but verbs: "sent", "met"."""
    return word_set("finite_verbs") | words_of("irregular_pasts")


# Matches the beginning of "ex-guard" and "then-prosecutor"; not that of "exile".
FORMERLY: Final = re.compile(r"^(?:ex|then|co|vice)-(?=\w)")
OPENS_CLAUSE: Final = frozenset({",", "”", '"', "»"})
MOST_NOUNS: Final = 2
OPENERS: Final = words_of("before_roles")


def role_after(sentence: Sentence, last: int) -> str | None:
    """Give the apposition after the name that ends at token *last*.

    "Ann Reyes, spokesperson for the council, said" gives "spokesperson for the
    council"; in "Reyes, President Biden and Mr Blinken" nothing.
    """
    words = sentence.tokens
    if last + 2 >= len(words) or words[last + 1].text != ",":
        return None
    first = last + 2
    if words[first].lower in {"the", "a", "an", "his", "her", "its", "their"}:
        first += 1
    noun = role_noun_ahead(words, first)
    if noun is None:
        return None
    stop = noun
    while stop < len(words) and not (ends_role(words[stop]) or _aims(words, stop)):
        stop += 1
    if stop - first > MOST_AFTER or stop == len(words):
        return None
    if is_capital(words[noun]) and words[noun - 1].lower not in CONNECTING:
        return None
    if _is_list(words, first, stop):
        return None
    while stop - 1 >= noun and leaves_open(words[stop - 1].lower):
        stop -= 1
    begin = sentence.span.start
    text = sentence.text[words[first].start - begin : words[stop - 1].end - begin]
    return _without_age(" ".join(text.split()))


def _without_age(role: str) -> str | None:
    """Give "nurse" for "40-year-old nurse"; "22-year-old man" tells no role."""
    plain = AGED.sub("", role)
    is_anybody = plain != role and not ANYBODY.isdisjoint(plain.split())
    return None if is_anybody else plain


def leaves_open(word: str) -> bool:
    """Tell a last word that no role ends with: "expert believed to", "head of"."""
    is_participle = word.endswith("ed") and len(word) > len("red")
    return word in CONNECTING or is_participle or word == "known"


def ends_role(word: Token) -> bool:
    """Tell whether an apposition ends before *word*: a mark, a verb, a clause."""
    return word.text in CLOSERS or word.lower in RELATIVES or word.lower in FINITE


def _is_list(words: tuple[Token, ...], first: int, stop: int) -> bool:
    """Tell "Ann Roe, the bishop and two monks" from "a director and producer"."""
    for at in range(first, stop - 1):
        if words[at].lower in {"of", "for"}:
            return False
        if words[at].lower == "and":
            after = words[at + 1]
            return is_capital(after) or not is_plain_noun(words[stop - 1])
    return False


def _aims(words: tuple[Token, ...], at: int) -> bool:
    """Tell the "to lead the team" behind a role from "adviser to the mayor"."""
    if words[at].lower != "to" or at + 2 >= len(words):
        return False
    verb, after = words[at + 1], words[at + 2]
    is_verb = verb.text.islower() and verb.lower not in FUNCTION
    return is_verb and after.lower in OBJECTS


# Matches the age of "59-year-old grandmother", which is no role.
AGED: Final = re.compile(r"^\d+[\s-]years?[\s-]old\s+(?=\w)")
ANYBODY: Final = frozenset({"man", "woman", "boy", "girl", "child", "male", "female"})
OBJECTS: Final = frozenset({"the", "a", "an", "his", "her", "its", "their", "up"})
FINITE: Final = words_of("ends_of_roles")
RELATIVES = frozenset(
    {"who", "which", "that", "whose", "whom", "when", "while", "because", "if"}
    | {"before", "after", "until"}
)
ACCUSING: Final = words_of("accusing_roles")
CONNECTING = frozenset({"of", "for", "at", "in", "to", "and", "the", "on", "with"})


def role_noun_ahead(words: tuple[Token, ...], first: int) -> int | None:
    """Give the place after the first role noun within six words; None without one."""
    lex = vocabulary()
    for at in range(first, min(first + 6, len(words))):
        if words[at].text in CLOSERS or words[at].lower in FUNCTION - {"for", "of"}:
            return None
        key = tuple(t.lower for t in words[at : at + 3])
        match = lex.roles.match(key, 0)
        if match:
            return min(at + match[0], len(words) - 1)
    return None


@lru_cache(maxsize=4096)
def sex_of_role(role: str) -> str:
    """Give the sex that a role tells: "m" for "spokesman", "" where it does not."""
    lex = vocabulary()
    words = tuple(role.lower().split())
    for at in range(len(words)):
        match = lex.roles.match(words, at)
        if match and match[1] != "-":
            return match[1]
    return ""
