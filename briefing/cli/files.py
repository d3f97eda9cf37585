"""Write a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from briefing.cli.calling import program
from briefing.errors import OutputError
from briefing.model.diagnostic import Diagnostic


def make_folder(path: Path) -> None:
    """Make the folder *path* where it is missing; OutputError says why it cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError(f"`{path}` is a file, not a folder") from None
    except OSError as error:
        raise _refused(path, error) from None


def write_atomically(path: Path, content: bytes) -> Path:
    """Write *content* beside *path* and rename it into place; gives *path*.

    Raises OutputError where that cannot be done; what stood there is then unchanged.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _refused(path, error) from None
    return path


def write_new(path: Path, content: bytes) -> Path:
    """Write *content* to *path*, where nothing stands yet; gives *path*.

    Raises OutputError where something does, or it cannot be written.
    """
    if os.path.lexists(path):
        message = f"`{path}` is there already, and is not overwritten"
        hint = f"go on with it, or name another folder: `{program()} init FOLDER`"
        problem = Diagnostic("write-output", "error", message, hint=hint)
        raise OutputError(message, (problem,))
    return write_atomically(path, content)


def _umask() -> int:
    """Give the bits that this user's new files shall not have; asking means setting."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _refused(path: Path, error: OSError) -> OutputError:
    reason = (error.strerror or str(error)).lower()
    return OutputError(f"`{path}` cannot be written: {reason}")
