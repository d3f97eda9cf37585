"""Which names are those of newsrooms, by the words that such names are made of."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

from briefing.resources import word_list, word_table
from briefing.text.first_names import first_names
from briefing.text.words import fold

SHORTEST_TITLE: Final = 4
"""Letters of the first half of "Union-Tribune"; "Non-Daily" begins with fewer."""
MAX_MASTHEAD: Final = 5
"""Words of a title; "The Great Northern Daily Telegraph" has five."""

# Matches "ABC", "KXYZ", "CBC": a house known by its letters.
_LETTERS: Final = re.compile(r"[A-Z]{2,6}")
# Matches a site that stands for its newsroom: "Stuff.co.nz", "LomoTimes.com"; not
# "e.g." or "dam.The".
_SITE: Final = re.compile(
    r"(?:www\.)?[A-Za-z][\w-]*(?:\.[\w-]+)?\.(?:com|org|net|tv|news"
    r"|(?:com?|net|org)\.[a-z]{2}|ca|in|ie|de|fr|eu|nz|au|za|uk)"
)
# Matches a station: "KARE 11", "WXYZ-TV", "FOX 9", "10News", "NewsChannel 5"; not
# "KYIV" or "MH 17".
_STATION: Final = re.compile(
    r"(?:[KW][A-Z]{2,3}|FOX|Fox|ABC|NBC|CBS|CTV|CBC|CW)(?:[- ]?(?:TV|FM|AM)|\ ?\d{1,2})"
    r"(?:\ News)?|\d{1,2}\ ?News|(?:News|Action\ News|NewsChannel|Channel)\ ?\d{1,2}"
    r"(?:\ News)?"
)
# Matches a network's station by its place: "NBC San Diego", "CBS New York"; not "ABC
# Correspondent".
_NETWORK: Final = re.compile(
    r"(?:ABC|NBC|CBS|CBC|CTV|FOX|Fox|BBC|ITV|PBS|NPR)"
    r"(?:\ (?!\w+(?:er|or|ent|ist)\b|Staff)[A-Z][a-z]+){1,2}"
)
# Matches where a title of two words is written as one: "Union-Tribune", "TimesLedger".
_JOINED: Final = re.compile(r"-|(?<=[a-z])(?=[A-Z])")
_INSIDE: Final = frozenset({"of", "on", "and", "&", "the", "de", "la", "for"})
_JOINS: Final = frozenset({"of", "on"})


def is_newsroom(name: str) -> bool:
    """Tell whether *name* is a newsroom's: "CNN", "Coast Weekly", "Radio Lomo"."""
    words = name.split()
    if _LETTERS.fullmatch(name):
        return True
    return _is_named(words, "paper") or _is_named(words, "house") or _opens(words)


@cache
def _known() -> dict[str, str]:
    """Give how pages write a newsroom, in lower case → its name."""
    return {
        form.lower(): row[0]
        for row in word_table("outlets")
        for form in row[1].split("|")
    }


def newsroom_of(name: str) -> str | None:
    """Give the newsroom whose name is all that *name* is; None where it is none.

    A name on a line of its own says less than one behind a post or person: what a
    person, an office or a label of the page may be called is no newsroom.
    """
    known = _known().get(name.lower())
    if known and not name.islower():
        return known
    if any(p.fullmatch(name) for p in (_SITE, _STATION, _NETWORK)):
        return name
    if _is_joined(name):
        return name
    words = name.title().split() if name.isupper() else name.split()
    if not 1 < len(words) <= MAX_MASTHEAD or "the" in map(str.lower, words[1:]):
        return None
    is_paper = _is_named(words, "paper") or (
        _is_named(words, "alone") and words[:-1] != ["The"]
    )
    is_air = words[0].lower() in _nouns("air") and all(map(_is_of_name, words))
    is_none = _is_person(words) or _is_office(name) or _is_label(words)
    return name if (is_paper or is_air) and not is_none else None


def _is_joined(name: str) -> bool:
    """Tell whether two titles were made one: "Union-Tribune", "TimesLedger"."""
    parts = _JOINED.split(name)
    if len(parts) != 2 or not all(p.isalpha() and p[0].isupper() for p in parts):  # noqa: PLR2004
        return False
    first, last = (part.lower() in _nouns("paper") for part in parts)
    return last and (first or ("-" in name and len(parts[0]) >= SHORTEST_TITLE))


def _is_person(words: list[str]) -> bool:
    """Tell "Emily Post" from "Charlotte Observer"."""
    return words[-1].lower() in _nouns("surname") and (fold(words[0]) in first_names())


def _is_office(name: str) -> bool:
    """Tell whether *name* is what somebody is: "Opposition Leader"."""
    return name.lower() in _offices()


@cache
def _offices() -> frozenset[str]:
    return frozenset(row[0].lower() for row in word_table("titles"))


def _is_label(words: list[str]) -> bool:
    """Tell "World News" and "Breaking News", which are parts of a page."""
    return " ".join(words[:-1]).lower() in _labels()


@cache
def _labels() -> frozenset[str]:
    return frozenset({*word_list("line_labels"), "breaking", "sports", "fake"})


def is_publisher(name: str) -> bool:
    """Tell whether *name* is a body's that publishes: "Seawatch International"."""
    return _is_named(name.split(), "body")


def is_body(name: str) -> bool:
    """Tell whether *name* is an organisation's by its noun: "Lomo Rail Company"."""
    words = name.split()
    nouns = word_list("organisation_nouns")
    return len(words) > 1 and any(word.rstrip(",") in nouns for word in words)


def is_masthead(line: str) -> bool:
    """Tell whether *line* is a newspaper's title and nothing else: "The Lomo Times"."""
    words = line.split()
    if not 1 < len(words) <= MAX_MASTHEAD or "the" in map(str.lower, words[1:]):
        return False
    return _is_named(words, "paper")


def _is_named(words: list[str], kind: str) -> bool:
    """Tell whether the last of *words*, or one before "of", is of *kind*."""
    if len(words) < 2 or not all(_is_of_name(word) for word in words):  # noqa: PLR2004
        return False
    nouns = _nouns(kind)
    return words[-1].lower() in nouns or any(
        word.lower() in nouns and following in _JOINS
        for word, following in pairwise(words)
    )


def _is_of_name(word: str) -> bool:
    return word in _INSIDE or (word[0].isupper() and word[-1].isalpha())


def _opens(words: list[str]) -> bool:
    return len(words) > 1 and words[0].lower() in _nouns("first")


@cache
def _nouns(kind: str) -> frozenset[str]:
    return frozenset(row[0] for row in word_table("newsroom_nouns") if row[1] == kind)
