"""Bound the work of a library that a hostile file could keep busy for ever."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any


class ImpatientError(BaseException):
    """More work than was allowed; no library's `except Exception` may swallow it."""


@contextmanager
def bounded_work(calls: int) -> Iterator[None]:
    """Raise ImpatientError once more than *calls* functions were called inside.

    Calls are counted, not seconds: the same file is read or refused on every machine.
    """
    left = calls

    def count(_: FrameType, event: str, __: Any) -> None:
        nonlocal left
        if event in ("call", "c_call"):
            left -= 1
            if left < 0:
                raise ImpatientError

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield
    finally:
        sys.setprofile(before)
