"""Write a brief as `brief.json`: the document as data, with a schema of its own."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Mapping
from typing import Any, Final

from briefing.model import brief as model
from briefing.model.brief import Brief, Insertion, Quote, Section
from briefing.writers.options import DEFAULT, Options

KINDS: Final[dict[type, str]] = {
    Quote: "quote",
    model.Ellipsis: "ellipsis",
    Insertion: "insertion",
}
"""What a part calls itself in the data."""

PRIVATE: Final = frozenset({"because", "unused", "diagnostics"})
"""Keys that the public part leaves out: why the program decided as it did, and what
the analyst had but did not use."""


def write_json(brief: Brief, options: Options = DEFAULT) -> bytes:
    """Write *brief* whole, as JSON."""
    del options
    return dump(as_data(brief))


def write_public(brief: Brief) -> bytes:
    """Write the part of *brief* that may travel inside a document."""
    return dump(without(as_data(brief), PRIVATE))


def dump(data: object) -> bytes:
    """Give *data* as JSON that reads well and is the same bytes everywhere.

    A lone surrogate, which UTF-8 cannot hold, becomes the escape that JSON has for it.
    """
    text = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)
    return (text + "\n").encode("utf-8", "backslashreplace")


def as_data(value: Any) -> Any:
    """Give a record of the model as plain data: objects, lists, days as text."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _record(value)
    if isinstance(value, Mapping):
        return {str(key): as_data(value[key]) for key in sorted(value)}
    if isinstance(value, tuple):
        return [as_data(item) for item in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _record(record: Any) -> dict[str, Any]:
    kind = KINDS.get(type(record))
    data: dict[str, Any] = {"kind": kind} if kind else {}
    for field in dataclasses.fields(record):
        data[field.name] = as_data(getattr(record, field.name))
    if isinstance(record, Insertion) and record.replaces is not None:
        data["replaces"].pop("kind")
    if isinstance(record, Section):
        # A section holds excerpts or questions, never both.
        data.pop("questions" if record.questions is None else "excerpts")
    return data


def without(data: Any, keys: frozenset[str]) -> Any:
    """Give *data* without the given *keys*, at whatever depth they stand."""
    if isinstance(data, dict):
        return {k: without(v, keys) for k, v in data.items() if k not in keys}
    if isinstance(data, list):
        return [without(item, keys) for item in data]
    return data
