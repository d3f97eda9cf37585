"""Situation briefs in which every sentence is a source's own words, with its place.

The map of the rooms, in the order in which a run passes through them:

    outline/     config.yaml → Outline: schema, mistakes with line numbers, the library
    readers/     a file → Article: its text, the role of each line, outlet and date
    text/        pure functions on strings: words, sentences, segments and their roles
    extract/     Article → Statements: who says what, when, how many; one finder a file
    relate/      Statements → Corpus: copies, origins, the same, disagreement
    plan/        Outline, Corpus → Plan: which statement goes where, and why
    compose/     Plan → Brief: parts, insertions, citations
    verify/      Brief, articles → diagnostics: is every word where it is said to be?
    writers/     Brief → bytes; one format a file
    pipeline.py  the whole run on one screen; gathering.py its first steps, file by file
    workers.py   one piece of work for many items: kept in cache.py, as frozen.py makes
                 bytes of it, or spread over processes
    explain.py   why something stands in a brief; statement_rows.py what was found
    cli/         the commands, one a file

    model/ holds the nouns all of them share; diagnostics.py, errors.py and resources.py
    what goes wrong and what ships with the program; file_names.py how a file is called
    whose name is no text; labels.py the program's own words;
    reading_order.py the way through a brief; data/ the word lists, each with its source
    in its header.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from briefing.version import __version__

if TYPE_CHECKING:
    from briefing.extract import extract_statements
    from briefing.outline import load_outline
    from briefing.pipeline import Outcome, build_brief
    from briefing.readers import read_articles, read_text
    from briefing.relate import relate_statements
    from briefing.verify import verify_brief
    from briefing.writers import read_brief, write_brief, write_files

_HOMES = {
    "Outcome": "pipeline",
    "build_brief": "pipeline",
    "extract_statements": "extract",
    "load_outline": "outline",
    "read_articles": "readers",
    "read_brief": "writers",
    "read_text": "readers",
    "relate_statements": "relate",
    "verify_brief": "verify",
    "write_brief": "writers",
    "write_files": "writers",
}
"""Public name → room. Looked up on first use, so that `--help` imports none of them."""

__all__ = [
    "Outcome",
    "__version__",
    "build_brief",
    "extract_statements",
    "load_outline",
    "read_articles",
    "read_brief",
    "read_text",
    "relate_statements",
    "verify_brief",
    "write_brief",
    "write_files",
]


def __getattr__(name: str) -> object:
    """Import the room of a public *name* when it is first asked for."""
    if name not in _HOMES:
        msg = f"module 'briefing' has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(f"briefing.{_HOMES[name]}"), name)
