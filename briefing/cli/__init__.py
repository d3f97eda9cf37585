"""The command line: `app` puts the commands together, each has a file of its own."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from typing import Final, NoReturn

INTERRUPTED = 130
"""Exit code after Ctrl-C: 128 and the number of the signal, as shells have it."""


UNWRITABLE: Final = 6
"""Exit code where stdout or stderr cannot be written, or the current folder is gone."""


def main() -> None:
    """Run the command line; Ctrl-C ends it without a word at any moment."""
    # A run is short and leaves hardly a cycle: looking for them is a tenth of its time,
    # and looking for them once more at its end is another.
    gc.disable()
    atexit.register(gc.freeze)
    # What an outline may hold is not for other packages to change; looking for one that
    # would takes as long as reading the outline.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        _open_streams()
        from briefing.cli.app import app

        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except OSError as error:
        _end(error)
    finally:
        gc.enable()


def _open_streams() -> None:
    """Give every stream a place to go to, and letters for what it cannot write.

    Where the caller closed one, the first file opened would take its number, and what
    is printed would go there.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r+", encoding="utf-8"))  # noqa: PTH123, SIM115
    # A terminal that has not every letter shows its number instead.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def _end(error: OSError) -> NoReturn:
    """Say why the system stops the run, if that can still be said."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    # What Python still holds back may not be written when it ends.
    os.dup2(nowhere, sys.stdout.fileno())
    try:
        print(f"error: {error}", file=sys.stderr, flush=True)  # noqa: T201
    except OSError:
        os.dup2(nowhere, sys.stderr.fileno())
    sys.exit(UNWRITABLE)
