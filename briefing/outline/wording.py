"""Say in plain words what pydantic found, with the place and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError

from briefing.model.diagnostic import Diagnostic
from briefing.outline.near import listed, nearest
from briefing.outline.schema import TABLES, Table
from briefing.outline.shown import shown
from briefing.outline.values import Document, Loc

_EXPECTED: Final[Mapping[str, str]] = {
    "string_type": "a text",
    "literal_error": "a text",
    "date_type": "a day",
    "int_type": "a number",
    "float_type": "a number",
    "tuple_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
}
"""Pydantic's type of error → what should stand there."""

_SHAPES: Final[Mapping[str | int, str]] = {
    "articles": "`articles: articles/`, or a list of files",
    "drop": "`drop: [s77be02a91c]`",
    "edits": "`edits: {drop: [s77be02a91c]}`",
    "event": "`event: {date: 2023-09-24, place: Oslo}`",
    "notes": "`notes: {incident: Our own words.}`",
    "pin": "`pin: {s3f9a1c04d2: incident}`",
    "places": "`places: {Greenhill: {country: IE}}`",
    "sections": "a list, each entry on a line: `- use: background`",
    "sources": '`sources: {"wire_*": {agency: Reuters}}`',
    "terms": "`terms: [strike, walkout]`",
}
"""Key → how its value looks, for hints."""

_OTHER_NAMES: Final[Mapping[str, str]] = {
    "author": "prepared_by",
    "classification": "marking",
    "date": "published",
    "description": "about",
    "files": "articles",
    "folder": "articles",
    "headline": "title",
    "heading": "title",
    "keywords": "terms",
    "lat": "latitude",
    "link": "url",
    "lng": "longitude",
    "lon": "longitude",
    "max_words": "length",
    "name": "title",
    "newspaper": "outlet",
    "publisher": "outlet",
    "summary": "bottom_line",
    "tlp": "marking",
    "type": "use",
    "words": "length",
}
"""What people write for a key → the key; it counts where that key is known."""


Tables = Mapping[str, type[Table]]


def mistakes(
    document: Document, error: ValidationError, tables: Tables = TABLES
) -> list[Diagnostic]:
    """Give every mistake of *error*, a file that holds *tables*, at its place."""
    found = error.errors(include_url=False)
    # Where entries of a list are wrong, pydantic counts the right ones only.
    real = [item for item in found if item["type"] != "too_short" or not item["input"]]
    return [_mistake(document, item["loc"], item, tables) for item in real]


def _mistake(document: Document, loc: Loc, item: Any, tables: Tables) -> Diagnostic:
    kind, context = item["type"], item.get("ctx", {})
    if loc and loc[-1] == "[key]":
        return _bad_key(document, loc[:-1], context)
    if kind == "extra_forbidden":
        return _unknown_key(document, loc, tables)
    if kind == "missing":
        return _missing(document, loc)
    return _bad_value(document, loc, item, context)


def _bad_value(
    document: Document, loc: Loc, item: Any, context: Mapping[str, Any]
) -> Diagnostic:
    kind, value = item["type"], item["input"]
    if kind.startswith("outline-"):
        code = kind.removeprefix("outline-")
        message = f"{_named(loc, value)} {context['message']}"
        return document.mistake(code, message, loc, context["hint"])
    if kind in ("too_short", "string_too_short") or value is None:
        hint = _shape_hint(loc) or "write a text, or delete the line"
        return document.mistake("empty", f"{_place(loc)} is empty", loc, hint)
    if kind == "string_too_long":
        limit = context["max_length"]
        message = f"{_place(loc)} holds more than {limit} characters"
        return document.mistake("too-long", message, loc, "shorten it")
    return _wrong_shape(document, loc, kind, value)


def _named(loc: Loc, value: Any) -> str:
    """Give the words a message is about: key and value, as the user wrote them."""
    if isinstance(value, (dict, list)):
        return _place(loc)
    if loc and isinstance(loc[-1], str):
        return f"`{shown(loc[-1])}: {shown(value)}`"
    return f"`{shown(value)}` in {_place(loc)}"


def _place(loc: Loc) -> str:
    """Give a key, or an entry of a list or table by the key that holds it."""
    if not loc:
        return "the outline"
    if isinstance(loc[-1], int):
        return f"entry {loc[-1] + 1} of `{loc[-2]}`"
    return f"`{shown(loc[-1])}`"


def _bad_key(document: Document, loc: Loc, context: Mapping[str, Any]) -> Diagnostic:
    message = f"`{shown(loc[-1])}` in `{loc[-2]}` {context['message']}"
    return document.mistake("statement-id", message, loc, context["hint"], on_key=True)


def _unknown_key(document: Document, loc: Loc, tables: Tables) -> Diagnostic:
    inner = len(loc) > 1
    table, key = tables[str(loc[0]) if inner else ""], str(loc[-1])
    where = f" in `{loc[0]}`" if inner else ""
    message = f"`{shown(key)}`{where} is not a key that is known"
    hint = _known_key_hint(key, table, tables)
    if loc[0] == "sections" and hint.startswith("known here") and _is_section(key):
        hint = f"write `- use: {key}`"
    return document.mistake("unknown-key", message, loc, hint, on_key=True)


def _is_section(name: str) -> bool:
    from briefing.outline.library import section_library

    return name in section_library()


def _known_key_hint(key: str, table: type[Table], tables: Tables) -> str:
    known, folded = list(table.model_fields), key.lower()
    meant = _OTHER_NAMES.get(folded)
    homes = [name for name, other in tables.items() if key in other.model_fields]
    near = nearest(folded, known)
    if key == "<<":
        return "outlines do not merge tables; write the keys out"
    if meant in known:
        return f"did you mean `{meant}`?"
    if "" in homes:
        return "it belongs to the outline itself: let it begin in the first column"
    if homes:
        return f"it belongs under {listed(homes)}"
    if near:
        return f"did you mean `{near}`?"
    return f"known here are {listed(known, 'and')}"


def _missing(document: Document, loc: Loc) -> Diagnostic:
    key = str(loc[-1])
    hint = _shape_hint(loc) or f"write `{key}: …`"
    held = _value_at(document.values, loc[:-1])
    state = "is empty" if isinstance(held, dict) and key in held else "is missing"
    return document.mistake("missing-key", f"`{key}` {state}", loc, hint)


def _value_at(values: Any, loc: Loc) -> Any:
    for step in loc:
        values = values[step]
    return values


def _wrong_shape(document: Document, loc: Loc, kind: str, value: Any) -> Diagnostic:
    actual = "keys with values" if isinstance(value, dict) else "a list"
    expected = _EXPECTED.get(kind, "something else")
    message = f"{_place(loc)} holds {actual} where {expected} must stand"
    if isinstance(value, str):
        message = f"{_named(loc, value)} holds a text where {expected} must stand"
    return document.mistake("wrong-shape", message, loc, _hint_for(loc, value))


def _hint_for(loc: Loc, value: Any) -> str | None:
    if isinstance(value, str) and loc[-1] in ("terms", "drop"):
        words = ", ".join(part.strip() for part in value.split(","))
        return f"write `{loc[-1]}: [{shown(words)}]`"
    if isinstance(value, str) and loc[0] == "sections" and len(loc) > 1:
        return _section_hint(value)
    return _shape_hint(loc) or "a text with `[`, `{` or `: ` needs quotation marks"


def _section_hint(value: str) -> str:
    """Say how the section that is called *value* is asked for."""
    from briefing.outline.library import section_library

    key, _, name = value.partition(":")
    if key in ("use", "title") and name:
        return f"write `- {key}: {shown(name)}`, with a space after the colon"
    near = nearest(value, section_library())
    use = f"`- use: {near}`, or " if near else ""
    return f"write {use}`- title: {shown(value)}`"


def _shape_hint(loc: Loc) -> str | None:
    for step in reversed(loc):
        if step in _SHAPES:
            return f"for example {_SHAPES[step]}"
    return None
