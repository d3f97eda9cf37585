"""Turn results into bytes and back, for the cache and between processes.

Measured on what 500 articles state: plain JSON or marshal, with decoders made of the
types, takes 1.5 times as long to read and 2.7 times to write as pickle does here. What
it may make is on a list, so that no file can have anything run.
"""

from __future__ import annotations

import dataclasses
import io
import pickle
import zlib
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, Final

NOUNS: Final = {
    "datetime": {"date"},
    "briefing.gathering": {"Gathered"},
    "briefing.model.article": {"Article", "Segment", "Span"},
    "briefing.model.corpus": {"Corpus", "Origin", "Relation", "SharedText"},
    "briefing.model.diagnostic": {"Diagnostic"},
    "briefing.model.statement": {
        "Attribution",
        "DateMention",
        "Figure",
        "Hedge",
        "Name",
        "Place",
        "Reference",
        "Speaker",
        "Statement",
    },
    "briefing.plan.facts": {"Fact"},
    "briefing.plan.found": {"Found"},
    "briefing.plan.ground": {"Ground"},
    "briefing.plan.happenings": {"Row"},
    "briefing.plan.value": {"Worth"},
    "briefing.readers.twins": {"Candidate"},
}
"""Module → its classes that results are made of, beside Python's own values."""

FAST: Final = 1
"""Of zlib's levels: a seventh of the bytes in the time that a disk takes for them; the
others take longer for little less."""


class _Pickler(pickle.Pickler):
    """Writes a noun as its class and the values of its fields.

    To set the fields of a frozen dataclass one by one, as pickle has it done, takes
    three times as long as to make it anew.
    """

    def reducer_override(self, noun: Any, /) -> Any:
        """Give what makes *noun* again; the rest is left to pickle."""
        kind = noun.__class__
        values = _values(kind)
        return NotImplemented if values is None else (kind, values(noun))


@cache
def _values(kind: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """Give what tells the values of a noun of *kind*; None where it is none of ours."""
    if not dataclasses.is_dataclass(kind):
        return None
    names = [field.name for field in dataclasses.fields(kind)]
    first, *others = names
    # With one name it would give the value itself.
    return attrgetter(*names) if others else lambda noun: (getattr(noun, first),)


class _Unpickler(pickle.Unpickler):
    """Makes nothing but our nouns."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        """Give a class of the list; everything else is refused."""
        if global_name in NOUNS.get(module_name, ()):
            return super().find_class(module_name, global_name)
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is none of ours")


def freeze(value: Any) -> bytes:
    """Give *value*, made of our nouns, as bytes."""
    stream = io.BytesIO()
    _Pickler(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    return zlib.compress(stream.getbuffer(), FAST)


def thaw(data: bytes) -> Any:
    """Give the value that *data* was made of; ValueError where it is none of ours."""
    try:
        return _Unpickler(io.BytesIO(zlib.decompress(data))).load()
    except Exception as error:  # noqa: BLE001 - pickle raises anything for no pickle
        raise ValueError(f"not a kept result: {error}") from None
