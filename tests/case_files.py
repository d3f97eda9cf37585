"""Cases in the words of the trade: one test per case, from a text file anyone can edit.

A file in `tests/cases/` holds one case after another:

    # A line that begins with "# " between two cases is a heading, for readers only.

    The title: the promise, in one sentence
    .
    The input, as it would stand in an article or an outline.
    .
    What is expected, in the notation that the test documents.
    .

A lone dot ends each part. A part may hold several lines, and empty ones; its last line
end does not belong to it. Between cases stand empty lines.

A test takes its cases from a file, and its id is the place to look at, `dates.md:12`:

    @case_file("dates.md")
    def test_dates(case: Case) -> None:
        assert notation(find_dates(case.input)) == case.expected
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

CASES: Final = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """One case: what goes in, and what must come out."""

    title: str
    input: str
    expected: str
    line: int
    """Line of the title in its file, from 1."""


def case_file(*names: str) -> pytest.MarkDecorator:
    """Run a test once for each case of `tests/cases/<name>`, as its argument *case*."""
    found = [
        (f"{name}:{case.line} {case.title}", case)
        for name in names
        for case in read_cases((CASES / name).read_text(encoding="utf-8"), name)
    ]
    return pytest.mark.parametrize(
        "case", [c for _, c in found], ids=[i for i, _ in found]
    )


def read_cases(text: str, name: str) -> Iterator[Case]:
    """Give the cases of *text* in order; *name* is for the message if one is broken."""
    lines = iter(enumerate(text.split("\n"), start=1))
    for number, title in lines:
        if not title.strip() or title.startswith("# "):
            continue
        where = f"{name}:{number}"
        if next(lines, (0, ""))[1] != ".":
            raise ValueError(f"{where}: a line with a lone dot must follow the title")
        given, expected = _read_part(lines, where), _read_part(lines, where)
        yield Case(title, given, expected, number)


def _read_part(lines: Iterator[tuple[int, str]], where: str) -> str:
    part: list[str] = []
    for _, line in lines:
        if line == ".":
            return "\n".join(part)
        part.append(line)
    raise ValueError(f"{where}: the case is not closed by a line with a lone dot")
