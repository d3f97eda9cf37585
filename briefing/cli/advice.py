"""Say what an analyst may want to add to an outline that is right as it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from briefing.model.article import Article
from briefing.model.diagnostic import Diagnostic
from briefing.model.outline import Outline

BLANKS: Final = {"outlet": "# who published it", "published": "# 2024-03-12"}
"""Key of a note → a comment in place of its value: an example would be a claim."""

# Matches "morning.txt", which YAML reads as text; not "000_A: b.txt" or "*.txt".
_PLAIN: Final = re.compile(r"[^\W\d_][\w./-]*")


def lacking(articles: Iterable[Article]) -> dict[str, list[str]]:
    """Give path → the keys of a note that would say what its article does not."""
    found: dict[str, list[str]] = {}
    for article in articles:
        known = {"outlet": article.outlet, "published": article.published}
        if keys := [key for key, value in known.items() if not value]:
            found[article.path] = keys
    return found


def advice(outline: Outline, articles: Iterable[Article]) -> list[Diagnostic]:
    """Say what is left as `briefing init` wrote it, and what no article tells."""
    from briefing.cli.beginning import title_of

    shown = None if outline.path is None else outline.path.as_posix()
    said: list[Diagnostic] = []
    if outline.title == title_of(outline.folder):
        message = f"the title, {outline.title!r}, is still the folder's name"
        hint = "write the title that the brief shall have"
        said.append(Diagnostic("run-title", "note", message, shown, hint=hint))
    said += [_unknown(article) for article in articles if lacking([article])]
    return said


def _unknown(article: Article) -> Diagnostic:
    words = {"outlet": article.outlet, "date": article.published}
    missing = [name for name, value in words.items() if not value]
    if not article.outlet and not article.agency:
        missing.append("origin")
    *most, last = missing
    names = f"{', '.join(most)} and {last} are" if most else f"{last} is"
    message = f"{names} not known; `sources` in the outline can tell"
    return Diagnostic("run-source", "note", message, article.path)


def snippet(outline: Outline, lacks: Mapping[str, list[str]]) -> str:
    """Give the notes that *lacks* asks for, ready to be filled in: YAML."""
    shown = "the outline" if outline.path is None else outline.path.as_posix()
    place = "below `sources:` in" if outline.sources else "at the end of"
    lines = [f"To say what is not known, put these lines {place} {shown},"]
    lines += ["write what you know behind the colons, and leave out the rest:", ""]
    lines += [] if outline.sources else ["sources:"]
    for path, keys in lacks.items():
        lines.append(f"  {_quoted(path)}:")
        lines += [f"    {key}: {BLANKS[key]}" for key in keys]
    return "\n".join(lines)


def _quoted(path: str) -> str:
    name = Path(path).as_posix()
    return name if _PLAIN.fullmatch(name) else json.dumps(name, ensure_ascii=False)
