"""Import WeasyPrint late, and let it read nothing but the templates' own files."""

from __future__ import annotations

import ctypes.util
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from briefing.errors import OutputError
from briefing.resources import templates_folder

ORIGIN: Final = "https://briefing.invalid/"
"""Where a page's relative addresses lead: a name that can never be a host."""

SERVED: Final = {".css", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".ttf", ".otf"}
"""Endings of the files that a template may use."""

_MSYS2: Final = r"C:\msys64"
"""Where MSYS2, which has Pango for Windows, is unless it is told otherwise."""

COMMANDS: Final = (
    (
        "Debian, Ubuntu",
        "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    ),
    ("Fedora", "sudo dnf install -y pango harfbuzz"),
    ("Alpine", "sudo apk add pango harfbuzz"),
    ("macOS", "brew install pango"),
    (
        "Windows, with MSYS2",
        (
            rf"{_MSYS2}\usr\bin\bash -lc 'pacman -S mingw-w64-x86_64-pango' && "
            rf"setx WEASYPRINT_DLL_DIRECTORIES {_MSYS2}\mingw64\bin"
        ),
    ),
)
"""System → the one command that installs what PDF needs."""


@cache
def weasyprint() -> Any:
    """Give WeasyPrint; `OutputError` names the command where a library is missing."""
    try:
        with _no_search():
            module = import_module("weasyprint")
    except (ImportError, OSError) as error:
        lines = "\n".join(f"  {system}: {command}" for system, command in COMMANDS)
        raise OutputError(
            f"PDF needs the system library Pango, which cannot be loaded ({error}). "
            f"Install it with one command, then run again:\n{lines}\n"
            "The other formats need nothing."
        ) from error
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    return module


@contextmanager
def _no_search() -> Iterator[None]:
    """Spare the search for libraries on Linux, which starts a compiler to ask it.

    Their own names, which are tried next, are what the system's loader knows.
    """
    if not sys.platform.startswith("linux"):
        yield
        return
    with patch.object(ctypes.util, "find_library", lambda _: None):
        yield


def closed_fetcher(own: Path | None) -> dict[str, Any]:
    """Give the arguments that let a page have the templates' files, and no others."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    allowed = allowed_files(own)

    class ClosedFetcher(URLFetcher):  # type: ignore[misc]
        """Serves the files of a fixed list; refuses everything else."""

        def fetch(self, url: str, headers: object = None) -> Any:
            del headers
            path = allowed.get(url)
            if path is None:
                raise FatalURLFetchingError(f"not one of the templates' files: {url}")
            return URLFetcherResponse(url, path.read_bytes())

    return {"base_url": ORIGIN, "url_fetcher": ClosedFetcher(allowed_protocols=())}


def allowed_files(own: Path | None) -> dict[str, Path]:
    """Give address → file for what the shipped templates, and a user's own, may use."""
    found: dict[str, Path] = {}
    for folder in (templates_folder(), own):
        if folder is None:
            continue
        for path in sorted(folder.rglob("*")):
            if path.suffix in SERVED and path.is_file() and not path.is_symlink():
                found[ORIGIN + path.relative_to(folder).as_posix()] = path
    return found
