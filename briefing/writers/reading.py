"""Read a brief back, from `brief.json` or from the PDF that carries it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import types
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from briefing.errors import UsageError
from briefing.model import brief as model
from briefing.model.brief import FORMAT, Brief, Insertion, Quote

ATTACHED: Final = "brief.json"
PARTS: Final[dict[str, type]] = {
    "quote": Quote,
    "ellipsis": model.Ellipsis,
    "insertion": Insertion,
}
LARGEST: Final = 200_000_000
"""Bytes; a brief of 10,000 citations is 10 MB."""


def read_brief(path: str | Path) -> Brief:
    """Read the brief in a JSON file, or the one inside a PDF.

    Raises `UsageError` with what is wrong where the file holds no brief.
    """
    file = Path(path)
    try:
        if file.stat().st_size > LARGEST:
            raise UsageError(f"{file} is larger than {LARGEST} bytes")
        content = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from error
    if content.startswith(b"%PDF-"):
        content = _inside_pdf(content, str(file))
    return brief_from(content, str(file))


def brief_from(content: bytes, name: str = ATTACHED) -> Brief:
    """Read a brief from the bytes of its JSON; *name* is for the message."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{name} is not JSON: {error}") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise UsageError(f"{name} is not a brief: its format is not {FORMAT!r}")
    try:
        brief = _decode(Brief, data, "$")
    except _UnfitError as error:
        raise UsageError(f"{name} is not a brief: {error}") from error
    assert isinstance(brief, Brief)  # noqa: S101 - what _decode was asked for
    return brief


def _inside_pdf(content: bytes, name: str) -> bytes:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        found = PdfReader(BytesIO(content)).attachments.get(ATTACHED, [])
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{name} cannot be read as a PDF: {error}") from error
    if not found:
        raise UsageError(
            f"{name} carries no {ATTACHED}; it was written with --attach none, or by "
            "another program"
        )
    return bytes(found[0])


class _UnfitError(ValueError):
    """A value that the model has no room for: where, and what was expected."""


def _decode(kind: Any, value: Any, where: str) -> Any:
    """Turn plain data into the type *kind*; *where* is its path, `$.sections[2]`."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _decode_union(get_args(kind), value, where)
    if origin is tuple:
        return _decode_tuple(get_args(kind), value, where)
    if origin is Literal:
        return _expect(
            value in get_args(kind), value, f"one of {get_args(kind)}", where
        )
    if origin is Mapping:
        _expect(isinstance(value, dict), value, "an object", where)
        inner = get_args(kind)[1]
        return {k: _decode(inner, v, f"{where}.{k}") for k, v in value.items()}
    if dataclasses.is_dataclass(kind):
        return _decode_record(kind, value, where)
    return _decode_scalar(kind, value, where)


def _decode_scalar(kind: Any, value: Any, where: str) -> Any:
    if kind is dt.date:
        try:
            return dt.date.fromisoformat(value)
        except (TypeError, ValueError):
            raise _UnfitError(f"{where}: {value!r} is not a day") from None
    if kind is float:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return float(_expect(number, value, "a number", where))
    return _expect(type(value) is kind, value, f"a {kind.__name__}", where)


def _decode_union(kinds: tuple[Any, ...], value: Any, where: str) -> Any:
    if type(None) in kinds:
        if value is None:
            return None
        rest = [kind for kind in kinds if kind is not type(None)]
        return _decode(rest[0], value, where)
    kind = value.get("kind") if isinstance(value, dict) else None
    _expect(kind in PARTS, value, f"a part, one of {tuple(PARTS)}", where)
    return _decode_record(PARTS[str(kind)], value, where)


def _decode_tuple(kinds: tuple[Any, ...], value: Any, where: str) -> Any:
    _expect(isinstance(value, list), value, "a list", where)
    if kinds[-1] is ...:
        return tuple(
            _decode(kinds[0], item, f"{where}[{i}]") for i, item in enumerate(value)
        )
    _expect(len(value) == len(kinds), value, f"a list of {len(kinds)}", where)
    pairs = zip(kinds, value, strict=True)
    return tuple(_decode(k, v, f"{where}[{i}]") for i, (k, v) in enumerate(pairs))


def _decode_record(kind: Any, value: Any, where: str) -> Any:
    _expect(isinstance(value, dict), value, "an object", where)
    made: dict[str, Any] = {}
    for field in dataclasses.fields(kind):
        hint = _hints(kind)[field.name]
        if field.name in value:
            made[field.name] = _decode(hint, value[field.name], f"{where}.{field.name}")
        elif field.default is dataclasses.MISSING:
            made[field.name] = _absent(field.name, where)
    return kind(**made)


def _absent(name: str, where: str) -> object:
    """Give what stands for a key that the public part leaves out."""
    if name == "because":
        return ""
    if name in ("unused", "diagnostics"):
        return ()
    raise _UnfitError(f"{where}: the key {name!r} is missing")


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _expect(fits: bool, value: Any, what: str, where: str) -> Any:  # noqa: FBT001
    if not fits:
        raise _UnfitError(f"{where}: {str(value)[:60]!r} is not {what}")
    return value
