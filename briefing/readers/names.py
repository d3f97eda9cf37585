"""Tell whether two names are of one outlet, agency or author."""

from __future__ import annotations

import re
from typing import Final

from briefing.text.agencies import agency_of, find_agency
from briefing.text.words import fold

# Matches "reuters.com" and "news.bbc.co.uk", the group being what was registered; not
# "St. Louis Post" or "The Guardian".
_SITE: Final = re.compile(
    r"(?:[\w-]+\.)*?(?P<name>[\w-]{2,})"
    r"\.(?:(?:ac|co|com|edu|gov|net|org)\.)?[a-z]{2,}"
)


def is_same_name(one: str, other: str) -> bool:
    """Tell whether two names share a word that tells: "AP", "The Associated Press"."""
    ours, theirs = (set(_words(name)) - {"the"} for name in (one, other))
    agencies = _agency(one), _agency(other)
    if (ours & theirs) or (agencies[0] is not None and agencies[0] == agencies[1]):
        return True
    # A site writes a name of several words as one: theguardian.com.
    letters = ["".join(_words(name)).removeprefix("the") for name in (one, other)]
    return letters[0] == letters[1]


def _words(name: str) -> list[str]:
    """Give the words of a name; of a site's address what was registered."""
    site = _SITE.fullmatch(name.strip().lower())
    return [site["name"]] if site else fold(name).split()


def _agency(name: str) -> str | None:
    """Give the agency that a name, or a site's address, is of: "apnews.com"."""
    site = _SITE.fullmatch(name.strip().lower())
    if site is None:
        return find_agency(name)
    words = site["name"]
    forms = (words, words.upper(), words.removesuffix("news").upper())
    return next((found for form in forms if (found := agency_of(form))), None)
