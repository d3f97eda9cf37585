"""config.yaml → Outline: the schema, mistakes with their place, the section library.

A file passes through `files` (bytes), `nodes` (YAML with places), `values` (plain
texts), `schema` and `fields` (each key by its type), `checks` (key against key) and
`sections` (joined with the library); `loading` is that chain. `syntax`, `slips` and
`quoting` say what is wrong with a file that YAML does not read, or not as it was meant.
"""

from __future__ import annotations

from typing import Any

from briefing.outline.library import section_library
from briefing.outline.loading import (
    check_outline,
    draft_outline,
    load_outline,
    refused,
)
from briefing.outline.paths import find_articles
from briefing.outline.sources import merge_notes, source_note_for

__all__ = [
    "check_outline",
    "draft_outline",
    "find_articles",
    "load_outline",
    "merge_notes",
    "outline_schema",
    "refused",
    "section_library",
    "source_note_for",
]


def outline_schema() -> dict[str, Any]:
    """Give the JSON Schema of an outline, which lets an editor complete its keys."""
    from briefing.outline.json_schema import outline_schema as generate

    return generate()
