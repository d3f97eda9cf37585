"""Read articles kept as JSON, one or many in a file, one a line in JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from briefing.readers.decode import decode
from briefing.readers.fields import claims_of, url_of
from briefing.readers.markup import parse_page, printed
from briefing.readers.page import Doubt, Page, UnreadableError

MAX_ENTRIES: Final = 10_000
"""Of one file."""

MAX_NAMED: Final = 5
"""Entries without a text that are named one by one."""

TEXTS: Final = (
    "maintext", "text", "story_text", "article_text", "articlebody", "full_text",
    "fulltext", "raw_text", "body", "content", "story", "plain_text",
)  # fmt: skip
"""Fields that hold an article's text, the most telling first: news-please, Media Cloud,
newspaper, schema.org."""

LISTS: Final = (
    "articles", "stories", "results", "items", "data", "docs", "documents", "hits",
    "response", "news", "entries", "@graph",
)  # fmt: skip
"""Fields that hold a list of articles, or what holds it."""

INNER: Final = ("_source", "article", "story", "doc", "document")
"""Fields that hold one article inside an entry of a list."""

_HINT: Final = f"name the field of the text {TEXTS[0]} or {TEXTS[1]}"


def read_json(data: bytes) -> tuple[Page, ...]:
    """Give the articles of a JSON file: one, or those of its list."""
    decoded = decode(data)
    try:
        found = _loads(decoded.text)
    except (ValueError, RecursionError) as error:
        pages = _lines(decoded.text)
        if any(page.text for page in pages):
            return pages  # JSON Lines under the other name
        raise _broken(error) from None
    entries = _entries(found)
    if not entries:
        raise UnreadableError("no-body", "no article is in it", _HINT)
    several = len(entries) > 1
    return _named(
        [_page(e, n if several else None) for n, e in enumerate(entries, start=1)]
    )


def read_json_lines(data: bytes) -> tuple[Page, ...]:
    """Give the articles of a file with one a line, numbered by their lines."""
    pages = _lines(decode(data).text)
    if not pages:
        raise UnreadableError("empty", "the file is empty")
    return pages


def _lines(text: str) -> tuple[Page, ...]:
    filled = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    if len(filled) > MAX_ENTRIES:
        message = f"more than {MAX_ENTRIES:,} articles"
        hint = "split it into several files"
        raise UnreadableError("too-large", message, hint, "error")
    return _named([_line(line, n if len(filled) > 1 else None) for n, line in filled])


def _named(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Name the first entries without a text one by one, and count the others."""
    empty = [page for page in pages if not page.text]
    others = {id(page) for page in empty[MAX_NAMED:]}
    if not others:
        return tuple(pages)
    message = f"{len(others):,} more of its {len(pages):,} entries hold no text"
    rest = Page("", doubts=(Doubt("no-body", message, "warning", _HINT),))
    return (*(page for page in pages if id(page) not in others), rest)


def _line(line: str, number: int | None) -> Page:
    try:
        found = _loads(line)
    except (ValueError, RecursionError) as error:
        doubt = _broken(error).doubt
        return Page("", doubts=(doubt,), number=number)
    entry = _inner(found) if isinstance(found, dict) else {}
    return _page(entry, number)


def _loads(text: str) -> Any:
    # NaN and Infinity are no JSON; a number of any length is no text of ours.
    return json.loads(text, parse_int=_number, parse_constant=lambda _: None)


def _number(digits: str) -> float:
    return float(digits[:300])


def _broken(error: Exception) -> UnreadableError:
    if isinstance(error, json.JSONDecodeError):
        message = f"no JSON: {error.msg.lower()}, line {error.lineno}"
    else:
        message = "no JSON that can be read: it is nested too deeply"
    return UnreadableError("broken", message, "write the file anew")


def _entries(found: Any) -> list[Mapping[str, Any]]:
    """Give the articles in *found*, at most three lists deep."""
    for _ in range(3):
        if isinstance(found, dict):
            entry = _inner(found)
            if _text(entry) is not None:
                return [entry]
            lower = {str(key).lower(): value for key, value in found.items()}
            found = next((lower[k] for k in LISTS if lower.get(k)), None)
        if isinstance(found, list):
            return [_inner(i) if isinstance(i, dict) else {} for i in found][
                :MAX_ENTRIES
            ]
    return []


def _inner(entry: dict[str, Any]) -> Mapping[str, Any]:
    """Give the fields of an entry, or of the article in it; keys in lower case."""
    fields = {str(key).lower(): value for key, value in entry.items()}
    if _text(fields) is None:
        for key in INNER:
            if isinstance(fields.get(key), dict):
                return {str(k).lower(): v for k, v in fields[key].items()}
    return fields


def _text(fields: Mapping[str, Any]) -> str | None:
    for key in TEXTS:
        value = fields.get(key)
        if isinstance(value, str) and value.strip():
            return value
    return None


def _page(fields: Mapping[str, Any], number: int | None) -> Page:
    text = _text(fields)
    if text is None:
        doubt = Doubt("no-body", "it holds no text of an article", "warning", _HINT)
        return Page("", doubts=(doubt,), number=number)
    place = "the entry" if number else "the file"
    claims = claims_of(fields, place)
    return Page("\n\n".join(_blocks(text)), claims, url_of(fields), number=number)


def _blocks(text: str) -> Iterator[str]:
    """Give the text; where it is HTML after all, its words."""
    # Lone surrogates ("\\ud800") are no characters.
    whole = text.encode("utf-8", "replace").decode("utf-8")
    if "</p>" in whole or "<br" in whole:
        yield printed(parse_page(whole.encode("utf-8")).root).replace("\n", "\n\n")
    else:
        yield whole
