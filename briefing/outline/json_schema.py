"""Give the JSON Schema of an outline, for editors, from the classes that load it."""

from __future__ import annotations

from typing import Any

from briefing.outline.library import section_names
from briefing.outline.schema import OutlineFile


def outline_schema() -> dict[str, Any]:
    """Give the JSON Schema of an outline; its ids of sections are the library's."""
    schema = OutlineFile.model_json_schema()
    for table in (schema, *schema["$defs"].values()):
        _allow_nothing(table)
    use = schema["$defs"]["SectionEntry"]["properties"]["use"]
    use["anyOf"] = [
        {"enum": list(section_names())},
        {"type": "string", "pattern": "\\.ya?ml$"},
        {"type": "null"},
    ]
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return dialect | schema


def _allow_nothing(table: dict[str, Any]) -> None:
    """Let a key stand without a value, where it may be left out."""
    required = table.get("required", [])
    for key, value in table.get("properties", {}).items():
        value.pop("title", None)
        kinds = value.get("anyOf", [])
        if key in required or {"type": "null"} in kinds:
            continue
        about = {k: value.pop(k) for k in ("default", "description") if k in value}
        inner = kinds or [dict(value)]
        value.clear()
        value.update(about, anyOf=[*inner, {"type": "null"}])
