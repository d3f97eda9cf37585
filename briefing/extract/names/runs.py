"""Cut a sentence into runs: stretches of words with capitals that may be names."""

from __future__ import annotations

from typing import Final, NamedTuple

from briefing.extract.names.months import is_first_name
from briefing.extract.names.vocabulary import MONTHS_AND_DAYS, Vocabulary, vocabulary
from briefing.extract.reading import Sentence
from briefing.resources import words_of
from briefing.text.words import Token, fold

JOINERS = frozenset({"of", "for", "and", "&", "the", "on", "in"})
"""Small words inside the names of bodies: "Ministry of Defence"."""
OPENING_MARKS = frozenset("\"“‘'«:•.!?►-–—")
VENUES: Final = words_of("venues")
PLACE_PREFIXES = frozenset({"St", "Ft", "Mt", "Ste"})
LONGEST_SMALL_TAIL = 3
"""Letters from which a small tail makes a description: "US-led", but "Jean-de"."""


class Run(NamedTuple):
    """A stretch of a sentence's tokens, `first` to `last`, both included."""

    sentence: int
    first: int
    last: int
    opens: bool
    """True where it opens the sentence, so that its capital may mean nothing."""


def is_capital(token: Token) -> bool:
    """Tell whether a word is written as names are."""
    text = token.text
    if not text[0].isupper() or token.lower in MONTHS_AND_DAYS or text == "I":
        return False
    # "US-led", "Oslo-backed": a description, not a name; "Oehme-Miller" is one.
    _, hyphen, tail = text.partition("-")
    return not hyphen or not tail[:1].islower() or len(tail) < LONGEST_SMALL_TAIL


def is_acronym(text: str) -> bool:
    """Tell whether a word is letters only, all capital: "NATO", "U.N."."""
    return len(text) > 1 and text.isupper() and text.replace(".", "").isalpha()


def looks_titled(sentence: Sentence) -> bool:
    """Tell whether capitals mean nothing in it: "Storm Raises Alarm", all capitals.

    A sentence of the body is taken for a title only where no longer word is small.
    """
    words = [t.text for t in sentence.tokens if len(t.text) > LONGEST_SMALL]
    plain = [word for word in words if word.isalpha() and not word.isupper()]
    if len(plain) < FEWEST_TITLED:
        return len(words) >= FEWEST_TITLED and all(word.isupper() for word in words)
    upper = sum(word[0].isupper() for word in plain)
    least = 1.0 if sentence.role == "body" else MOSTLY
    return upper >= least * len(plain)


LONGEST_RUN: Final = 16
"""Tokens of the longest run: no name is longer, and shouted pages have no end."""
LONGEST_SMALL: Final = 3
"""Letters up to which a word stays small in titles: "on", "for", "its"."""
FEWEST_TITLED: Final = 3
MOSTLY: Final = 0.8
"""Share of longer words with a capital from which a line is in title case; headlines in
sentence case have a third to a half, as their names are many."""


def read_runs(sentence: Sentence) -> list[Run]:
    """Give the runs of *sentence* in order."""
    words = sentence.tokens
    lexicon = vocabulary()
    found: list[Run] = []
    at, count = 0, len(words)
    first_word = next((i for i, t in enumerate(words) if t.text[0].isalnum()), 0)
    while at < count:
        if not is_capital(words[at]) and not is_first_name(words, at):
            at += 1
            continue
        last = extend(words, at, lexicon)
        opens = at == first_word or words[at - 1].text in OPENING_MARKS
        # "10News": figures that are one word with the name belong to it.
        is_glued = at > 0 and words[at - 1].end == words[at].start
        first = at - 1 if is_glued and words[at - 1].text.isdigit() else at
        found.append(Run(sentence.index, first, last, opens))
        at = last + 1
    return found


def extend(words: tuple[Token, ...], first: int, lexicon: Vocabulary) -> int:
    """Give the last token of the run that begins at *first*."""
    last, count = first, len(words)
    while last + 1 < count and last - first < LONGEST_RUN:
        step = next_step(words, first, last, lexicon)
        if step == 0:
            break
        last += step
    return last


def next_step(words: tuple[Token, ...], first: int, last: int, lex: Vocabulary) -> int:
    """Give how many tokens the run goes on over after *last*; 0 where it ends."""
    here, after = words[last], words[last + 1]
    beyond = words[last + 2] if last + 2 < len(words) else None
    if after.text == "." and after.start == here.end and is_dotted(here.text, lex):
        return 1 if beyond is not None and is_capital(beyond) else 0
    if is_capital(after) or is_first_name(words, last + 1):
        # "Miami U.S. attorney", "Friday US officials": a country begins anew.
        return 0 if after.text in lex.plain_countries else 1
    if beyond is None:
        return 0
    if after.lower in {"'", "'s"} and after.start == here.end:
        return over_apostrophe(here, beyond, lex, is_owner=after.lower == "'s")
    if after.lower in lex.particles and (step := over_particles(words, last, lex)):
        return step
    if after.lower.startswith(("al-", "el-", "ul-", "ad-", "an-", "as-", "ash-")):
        return 1
    if after.lower in JOINERS:
        return over_joiners(words, first, last, lex)
    return 0


def is_dotted(text: str, lex: Vocabulary) -> bool:
    """Tell whether a full stop after *text* is part of it: "J.", "Gen."."""
    if len(text) == 1 or text in PLACE_PREFIXES:
        return True
    return lex.titles.match((text, "."), 0) is not None


def over_apostrophe(
    here: Token, beyond: Token, lex: Vocabulary, *, is_owner: bool
) -> int:
    """Give the steps over the mark of "O'Brien" and of "Sam's Club"."""
    if not is_owner:
        return 2 if len(here.text) == 1 and is_capital(beyond) else 0
    # "Norway's Hotel" is any of that country.
    is_country = lex.countries.match((here.text,), 0) is not None
    return 2 if beyond.text in VENUES and not is_country else 0


def over_particles(words: tuple[Token, ...], last: int, lex: Vocabulary) -> int:
    """Give the steps over "von der" to the capital behind, in names of people."""
    for ahead in range(2, 4):
        if last + ahead >= len(words):
            return 0
        token = words[last + ahead]
        if is_capital(token):
            is_person = fold(words[last].text) in lex.first_names
            return ahead if is_person or words[last + 1].lower not in JOINERS else 0
        if token.lower not in lex.particles:
            return 0
    return 0


def over_joiners(
    words: tuple[Token, ...], first: int, last: int, lex: Vocabulary
) -> int:
    """Give the steps over "of the" inside the name of a body or of an office."""
    joiner = words[last + 1].lower
    head = [token.text for token in words[first : last + 1]]
    is_body = bool(lex.organisations.intersection(head))
    is_office = joiner in {"of", "for"} and ends_with_title(head, lex)
    has_joiner = any(token.islower() for token in head)
    if joiner in {"and", "&"}:
        allowed = (is_body and has_joiner) or joiner == "&"
        if (
            not allowed
            and (not is_body or len(head) == 1)
            and names_body(words, first, last, lex)
        ):
            return 2
    else:
        allowed = (is_body and joiner in {"of", "for", "on"}) or is_office
    if not allowed:
        return 0
    ahead = 2
    if last + ahead < len(words) and words[last + ahead].lower == "the":
        ahead += 1
    if last + ahead >= len(words) or not is_capital(words[last + ahead]):
        return 0
    target = words[last + ahead].text
    given = is_acronym(target) or fold(target) in lex.first_names
    if joiner == "and" and (given or words[last + 2].lower == "the"):
        return 0
    return ahead


def names_body(
    words: tuple[Token, ...], first: int, last: int, lex: Vocabulary
) -> bool:
    """Tell whether "X and" begins a name: "the Securities and Exchange Commission".

    The name needs two words behind "and", the last a noun for a body, and an article or
    a possessive in front; X may be no country and no name of another kind.
    """
    before = words[first - 1].lower if first else ""
    head = tuple(token.text for token in words[first : last + 1])
    if before not in {"the", "'s"} or lex.countries.match(head, 0) is not None:
        return False
    if is_acronym(head[-1]) or fold(head[0]) in lex.first_names:
        return False
    end = last + 2
    while end < len(words) and is_capital(words[end]):
        end += 1
    return end - last > 3 and words[end - 1].text in lex.organisations  # noqa: PLR2004


def ends_with_title(head: list[str], lex: Vocabulary) -> bool:
    """Tell whether the words end with the name of an office."""
    words = tuple(head)
    for start in range(max(0, len(words) - 4), len(words)):
        match = lex.titles.match(words, start)
        if match and start + match[0] == len(words):
            return True
    return False
