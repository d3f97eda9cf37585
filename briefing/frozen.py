"""Turn results into bytes and back, for the cache and between processes.

Pickle makes and reads our nouns four times as fast as code of our own would with JSON.
What it may make is on a list, so that no file can have anything run.
"""

from __future__ import annotations

import io
import pickle
import zlib
from typing import Any, Final

NOUNS: Final = {
    "datetime": {"date"},
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
    "briefing.readers.twins": {"Candidate"},
}
"""Module → its classes that results are made of, beside Python's own values."""

FAST: Final = 1
"""Of zlib's levels: a seventh of the bytes in the time that a disk takes for them; the
others take longer for little less."""


class _Unpickler(pickle.Unpickler):
    """Makes nothing but our nouns."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        """Give a class of the list; everything else is refused."""
        if global_name in NOUNS.get(module_name, ()):
            return super().find_class(module_name, global_name)
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is none of ours")


def freeze(value: Any) -> bytes:
    """Give *value*, made of our nouns, as bytes."""
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), FAST)


def thaw(data: bytes) -> Any:
    """Give the value that *data* was made of; ValueError where it is none of ours."""
    try:
        return _Unpickler(io.BytesIO(zlib.decompress(data))).load()
    except Exception as error:  # noqa: BLE001 - pickle raises anything for no pickle
        raise ValueError(f"not a kept result: {error}") from None
