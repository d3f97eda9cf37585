"""Given names, read fast: the longest list, and every short run waits for it."""

from __future__ import annotations

from functools import cache

from briefing.resources import data_path


@cache
def first_names() -> dict[str, str]:
    """Give the sex that each given name tells, the name folded: m, f, or - for both."""
    text = data_path("words/first_names.tsv").read_text(encoding="utf-8")
    lines = text.splitlines()
    begin = next(i for i, line in enumerate(lines) if not line.startswith("#"))
    cells = "\t".join(lines[begin:]).split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=True))
