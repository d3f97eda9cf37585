"""Understand what a user names: an outline by its folder, an article from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from briefing.cli.calling import program
from briefing.cli.misuse import misuse
from briefing.model.diagnostic import Diagnostic

OUTLINE: Final = "config.yaml"
YAML: Final = (".yaml", ".yml")


def outline_in(path: Path) -> Path:
    """Give the outline that *path* is, or that the folder *path* holds."""
    inside = path / OUTLINE
    return inside if path.is_dir() and inside.is_file() else path


def see_that_it_is_one(path: Path, found: Sequence[Diagnostic]) -> None:
    """Raise UsageError where *path* is an article, which has none of an outline's keys.

    *found* is what is wrong with it as an outline.
    """
    from briefing.readers import READERS

    ending = path.suffix.lower()
    if ending in YAML or ending not in READERS or not path.is_file():
        return
    # What lacks the sections and has keys of its own is data of another kind.
    codes = {item.code for item in found}
    if ending == ".json" and "outline-missing-key" not in codes:
        return
    near = (folder / OUTLINE for folder in (path.parent, *path.parent.parents))
    known = next((item for item in near if item.is_file()), None)
    hint = f"did you mean `{known}`?" if known else f"name the outline, `{OUTLINE}`"
    raise misuse(f"`{path}` is not an outline but looks like an article", hint)


def see_that_it_is_no_outline(name: str) -> None:
    """Raise UsageError where an outline stands in place of what is to be explained."""
    if Path(name).suffix.lower() in YAML:
        hint = f"name an id before it: `{program()} explain 2c {name}`"
        raise misuse(f"`{name}` is an outline, nothing in a brief", hint)


def as_in_outline(name: str, folder: Path, known: Iterable[str]) -> str:
    """Give *name* as the outline in *folder* has it, where it is a path from here.

    One that is *known* as it stands is meant as it stands.
    """
    from briefing.outline.paths import shown_path

    if any(name in path for path in known):
        return name
    try:
        is_there = Path(name.partition("#")[0]).exists()
    except (OSError, ValueError):
        return name
    return shown_path(folder, Path(name)) if is_there else name
