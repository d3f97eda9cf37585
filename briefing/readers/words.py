"""Make single lines, names, addresses and language codes of what a file's data says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import urlsplit

MAX_LINE: Final = 300
"""Characters of a title, name or outlet; a longer one is a text in the wrong field."""

MAX_ADDRESS: Final = 2_000
"""Characters; browsers take no longer address."""

# Matches "en", "en-GB", "en_US", "sr-Latn-RS"; the group is the language.
_LANGUAGE = re.compile(r"\s*(?P<code>[a-zA-Z]{2,3})(?:[-_][\w-]{1,20})?\s*\Z")
# Matches "By Jane Doe", "by: Jane Doe"; not "Byron".
_BY = re.compile(r"\s*by\b:?\s+", re.IGNORECASE)
_THREE: Final = {
    "eng": "en",
    "deu": "de",
    "ger": "de",
    "fra": "fr",
    "fre": "fr",
    "spa": "es",
    "rus": "ru",
    "srp": "sr",
    "ita": "it",
    "por": "pt",
}
# Zero-width and direction marks, and controls: no part of a name.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


def line_of(value: Any) -> str:
    """Give *value* as one line; "" where it is no text, or too long for a line."""
    if not isinstance(value, str) or len(value) > 4 * MAX_LINE:
        return ""
    import html  # late: plain text has no entities

    line = " ".join(_UNSEEN.sub(" ", html.unescape(value)).split())
    return line if len(line) <= MAX_LINE else ""


def join_names(names: Iterable[str]) -> str:
    """Give *names* as a byline has them: "Jane Doe, Sam Roe and Al Poe"."""
    each = list(dict.fromkeys(_BY.sub("", name, count=1).strip() for name in names))
    kept = [name for name in each if any(char.isalpha() for char in name)]
    if len(kept) < 2:  # noqa: PLR2004
        return "".join(kept)
    return f"{', '.join(kept[:-1])} and {kept[-1]}"


def language_code(value: Any) -> str:
    """Give the two-letter code of a language tag; "" where it is none."""
    name = value.get("alternateName") if isinstance(value, dict) else value
    match = _LANGUAGE.match(name) if isinstance(name, str) else None
    code = match["code"].lower() if match else ""
    return _THREE.get(code, code if len(code) == 2 else "")  # noqa: PLR2004


def web_address(value: Any) -> str | None:
    """Give *value* where it is an address of the web; None where it is not."""
    if not isinstance(value, str) or len(value) > MAX_ADDRESS:
        return None
    address = value.strip()
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    return None if any(char.isspace() for char in address) else address


def host_of(url: str | None) -> str | None:
    """Give the site of an address, without "www."; None where there is none."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None
