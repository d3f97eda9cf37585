"""Which news agencies a text names, by the names that articles use for them."""

from __future__ import annotations

import re
from functools import cache

from briefing.resources import word_table


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


def agency_of(words: str) -> str | None:
    """Give the agency that *words* as a whole are the name of; else None."""
    return agency_names().get(_key(words.strip()))


def find_agency(text: str) -> str | None:
    """Give the first agency that *text* names; None where it names none."""
    match = agency_pattern().search(text)
    return agency_of(match.group()) if match else None


def _key(form: str) -> str:
    return form if form.isupper() else form.lower()


def _as_pattern(form: str) -> str:
    words = re.escape(form).replace(r"\ ", r"\s+")
    return words if form.isupper() else f"(?i:{words})"
