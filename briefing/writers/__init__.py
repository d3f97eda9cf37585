"""Write a brief: one format a file, and the table of them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Final

from briefing.errors import UsageError
from briefing.model.brief import Brief
from briefing.model.diagnostic import Diagnostic
from briefing.writers.options import DEFAULT, Attach, Options
from briefing.writers.reading import read_brief

__all__ = [
    "WRITERS",
    "Attach",
    "Options",
    "check_formats",
    "read_brief",
    "write_brief",
    "write_files",
]

Writer = Callable[[Brief, Options], bytes]
"""A brief and the caller's wishes → the bytes of one file."""

WRITERS: Final[dict[str, tuple[str, str]]] = {
    "html": ("briefing.writers.html", "write_html"),
    "json": ("briefing.writers.json", "write_json"),
    "md": ("briefing.writers.markdown", "write_markdown"),
    "pdf": ("briefing.writers.pdf", "write_pdf"),
}
"""Format, which is also the file's ending → the writer's home, imported when asked."""


def writer(format: str) -> Writer:  # noqa: A002 - the public word for it
    """Give the writer of *format*; `UsageError` names those there are."""
    if format not in WRITERS:
        known = ", ".join(sorted(WRITERS))
        raise UsageError(f"no format is called {format!r}; there are {known}")
    home, name = WRITERS[format]
    found: Writer = getattr(import_module(home), name)
    return found


def write_brief(brief: Brief, format: str, options: Options = DEFAULT) -> bytes:  # noqa: A002
    """Write *brief* in one format, "pdf", "md", "html" or "json"."""
    return writer(format)(brief, options)


def check_formats(
    brief: Brief, formats: Iterable[str], options: Options = DEFAULT
) -> list[Diagnostic]:
    """Say what a format cannot show of *brief*, without writing it."""
    if "pdf" not in formats:
        return []
    from briefing.writers.pdf import check_glyphs

    return check_glyphs(brief, options)


def write_files(
    brief: Brief, formats: Iterable[str], options: Options = DEFAULT
) -> Mapping[str, bytes]:
    """Write *brief* in several formats: file name → bytes, in the order asked for."""
    return {
        f"{brief.file_name}.{name}": write_brief(brief, name, options)
        for name in dict.fromkeys(formats)
    }
