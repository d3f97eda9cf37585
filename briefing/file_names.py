"""Show the names of files that are no UTF-8, and find the files again by them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

# Matches the "\xfe" of "\xfe.txt", a byte that UTF-8 does not know; not "\x41".
_BYTE: Final = re.compile(rb"\\x([89a-f][0-9a-f])")


def shown_name(name: str) -> str:
    r"""Give *name* as it can be written: a byte that is no letter becomes `\xfe`.

    Two files of different names never get the same, unless one is called so.
    """
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def called(folder: Path, shown: str) -> Path:
    """Give the file in *folder* that is shown as *shown*, whether there or not."""
    path = folder / shown
    if "\\" not in shown or _exists(path):
        return path
    name = _BYTE.sub(lambda found: bytes([int(found[1], 16)]), os.fsencode(shown))
    return folder / os.fsdecode(name)


def _exists(path: Path) -> bool:
    """Tell whether *path* is there; a name longer than the system allows is none."""
    try:
        return path.exists()
    except OSError:
        return False
