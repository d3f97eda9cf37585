"""Name the program as it was called, so that what it prints can be typed again."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Final

NAME: Final = "briefing"


def program() -> str:
    """Give what to type: `briefing`, or the path where that alone is not found."""
    called = Path(sys.argv[0])
    if called.stem != NAME or called.suffix == ".py":
        return NAME
    found = shutil.which(NAME)
    if found is not None and _is_same(Path(found), called):
        return NAME
    return typed(sys.argv[0])


def typed(path: str) -> str:
    """Give *path* as it is typed in any shell."""
    return f'"{path}"' if " " in path else path


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
