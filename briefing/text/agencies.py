"""Which news agencies a text names, by the names that articles use for them."""

from __future__ import annotations

import re
from functools import cache

from briefing.resources import word_table

# What joins the names of a byline: "Euronews with AFP", "Jane Doe, Reuters".
_JOINTS = re.compile(
    r"\s*(?:[,/&|;()]|\s[-–—]\s|\b(?:with|and|via|for|by|of|from|in)\b)\s*"
)
# What follows an agency's name: "Associated Press Writer", "AP Legal Affairs Writer".
_POST = re.compile(
    r"(?:\s+[A-Z][\w&-]*){0,2}?\s+(?:writers?|staff|reporters?|news|correspondents?)$",
    re.IGNORECASE,
)


@cache
def agency_names() -> dict[str, str]:
    """Give form → agency; forms in capitals as they are, the others in lower case."""
    return {
        _key(form): row[0]
        for row in word_table("agencies")
        for form in row[1].split("|")
    }


@cache
def agency_pattern() -> re.Pattern[str]:
    """Match one agency's name, the longest first, as whole words."""
    forms = sorted(
        {form for row in word_table("agencies") for form in row[1].split("|")},
        key=lambda form: (-len(form), form),
    )
    names = "|".join(_as_pattern(form) for form in forms)
    # Matches "AFP" and "Agence France-Presse"; not the "AFP" of "AFPTV".
    return re.compile(rf"(?<![\w-])(?:{names})(?![\w])")


@cache
def _long_forms() -> tuple[str, ...]:
    """Give the forms of several words, in lower case."""
    return tuple(form.lower() for form in agency_names() if " " in form)


def agency_of(words: str) -> str | None:
    """Give the agency that *words* as a whole are the name of; else None."""
    return agency_names().get(_key(words.strip()))


def find_agency(names: str) -> str | None:
    """Give the first agency among the *names* of a byline; None where there is none.

    Letters must stand alone: "By MIA FARROW" names no agency, "By Mia Farrow, MIA"
    does. A name of several words may follow a person's: "JANE DOE Associated Press".
    """
    for part in _JOINTS.split(names):
        whole = agency_of(_POST.sub("", part))
        if whole:
            return whole
        plain = " ".join(part.lower().split())
        if not any(form in plain for form in _long_forms()):
            continue  # few bylines hold one, and the pattern is slow to make
        inner = agency_pattern().search(part)
        if inner and " " in inner.group():
            return agency_of(" ".join(inner.group().split()))
    return None


def _key(form: str) -> str:
    # Letters are told by their case; "THE CANADIAN PRESS" is a name in capitals.
    return form if form.isupper() and " " not in form else form.lower()


def _as_pattern(form: str) -> str:
    words = re.escape(form).replace(r"\ ", r"\s+")
    return words if form.isupper() else f"(?i:{words})"
