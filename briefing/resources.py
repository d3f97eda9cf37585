"""Find what ships with the program: word lists, section library, templates, fonts.

In a wheel `templates/` and `config.yaml` lie inside the package; in a checkout they
stand at the top level, where people edit them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def data_path(name: str) -> Path:
    """Give the path of *name* below `briefing/data`."""
    return PACKAGE / "data" / name


@cache
def templates_folder() -> Path:
    """Give the folder of templates: the package's own, else the checkout's."""
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else PACKAGE.parent / "templates"


@cache
def manual_path() -> Path:
    """Give the outline that is the manual: the package's own, else the checkout's."""
    inside = PACKAGE / "config.yaml"
    return inside if inside.is_file() else PACKAGE.parent / "config.yaml"


@cache
def word_list(name: str) -> tuple[str, ...]:
    """Give the entries of `data/words/<name>.txt`: one a line, `#` begins a comment."""
    text = data_path(f"words/{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


@cache
def word_table(name: str) -> tuple[tuple[str, ...], ...]:
    """Give the rows of `data/words/<name>.tsv`, `#` lines and empty lines left out."""
    text = data_path(f"words/{name}.tsv").read_text(encoding="utf-8")
    rows = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in row.split("\t")) for row in rows)


@cache
def word_set(name: str) -> frozenset[str]:
    """Give the words of `data/words/<name>.txt`; several may stand on one line."""
    return frozenset(word for line in word_list(name) for word in line.split())


@cache
def words_of(name: str, table: str = "word_classes") -> frozenset[str]:
    """Give the words of the row *name* of `data/words/<table>.tsv`: its last cell."""
    return _classes(table)[name]


@cache
def _classes(table: str) -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[-1].split()) for row in word_table(table)}
