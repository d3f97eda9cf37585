"""Words of a text with their places, their folded form and their stem."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.resources import word_set

# Matches "U.S.", "don't", "4,500", "1.2", "de-escalation", "EU's" (as EU + 's) and any
# lone mark; not white space.
WORD = re.compile(
    r"""
    (?:[A-Za-z]\.){2,}                              # U.S.  a.m.
    | \d+(?:[.,:]\d+)*                              # 4,500  1.2  6:13
    | [^\W\d_]+(?:[-\u2010\u2011][^\W_]+)*          # words, hyphenated ones whole
    | ['\u2019](?:s|S|re|ve|ll|d|m|t)\b             # clitics
    | \S
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word or mark with its place in the article's text; made by the thousand."""

    text: str
    start: int
    end: int
    lower: str
    """Lower case, curly apostrophe straightened."""


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Split *text* from *start* to *end* into words and marks; places are absolute."""
    stop = len(text) if end is None else end
    return tuple(
        Token(m.group(), m.start(), m.end(), m.group().lower().replace("\u2019", "'"))
        for m in WORD.finditer(text, start, stop)
    )


def words_in(text: str) -> list[str]:
    """Give the words and marks of *text* as they are written, without their places."""
    return WORD.findall(text)


def lowered(word: str) -> str:
    """Give *word* as `Token.lower` has it."""
    return word.lower().replace("\u2019", "'")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Fold accents and case: "Čadin" and "CADIN" are both "cadin"."""
    if word.isascii():
        return word.lower()
    from anyascii import anyascii

    return anyascii(word).lower()


@cache
def _stemmer():  # type: ignore[no-untyped-def]  # noqa: ANN202
    import Stemmer  # late: `--help` needs no stems

    return Stemmer.Stemmer("english", 0)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Give the stem of *word*, folded: "deployments" and "deployed" are "deploy"."""
    return str(_stemmer().stemWord(fold(word)))


@cache
def word_stems(name: str) -> frozenset[str]:
    """Give the stems of the words of `data/words/<name>.txt`."""
    return frozenset(map(stem, word_set(name)))


def stopwords() -> frozenset[str]:
    """Give the function words of English, in lower case: they carry no matter."""
    return word_set("stopwords")
