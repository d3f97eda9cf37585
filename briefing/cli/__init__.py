"""The command line: `app` puts the commands together, each has a file of its own."""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""Exit code after Ctrl-C: 128 and the number of the signal, as shells have it."""


def main() -> None:
    """Run the command line; Ctrl-C ends it without a word at any moment."""
    try:
        from briefing.cli.app import app

        # A terminal that has not every letter shows its number instead.
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
