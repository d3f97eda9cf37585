"""The program's own words: days written out, counts that agree, none left unused."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from briefing.labels import label, written_days

ROOT: Final = Path(__file__).resolve().parent.parent

# Matches `label("ask.or")`, `label(f"ask.{kind}"` and, in a template, the prefix of
# `label("grade.reliability." ~ letter)`; and every other literal with a dot.
_NAMED: Final = re.compile(r"""["']([a-z_]+\.[a-z_.]*)""")


def _keys(table: Mapping[str, Any], before: str = "") -> Iterator[str]:
    for name, entry in table.items():
        if isinstance(entry, dict) and set(entry) != {"one", "other"}:
            yield from _keys(entry, f"{before}{name}.")
        else:
            yield f"{before}{name}"


def test_every_label_is_used() -> None:
    """No label waits for a page that no longer shows it."""
    code = [*(ROOT / "briefing").rglob("*.py"), *(ROOT / "templates").glob("*.j2")]
    named = {n for path in code for n in _NAMED.findall(path.read_text("utf-8"))}
    table = yaml.safe_load((ROOT / "briefing/data/labels.yaml").read_text("utf-8"))
    unused = [
        key
        for key in _keys(table)
        if "." in key and key not in named and f"{key.rpartition('.')[0]}." not in named
    ]
    assert unused == []


def test_every_word_list_is_used() -> None:
    """No word list ships that neither the program nor the tools read."""
    code = [*(ROOT / "briefing").rglob("*.py"), *(ROOT / "tools").glob("*.py")]
    text = "\n".join(path.read_text("utf-8") for path in code)
    lists = sorted((ROOT / "briefing/data/words").iterdir())
    unused = [p.name for p in lists if not re.search(rf'["/]{p.stem}["./]', text)]
    assert unused == []


def test_days_are_written_once() -> None:
    """A day, a range, a month and a year are each written in the shortest full form."""
    day = dt.date
    assert written_days(day(2024, 5, 3), day(2024, 5, 3)) == "3 May 2024"
    assert written_days(day(2024, 5, 3), day(2024, 5, 9)) == "3–9 May 2024"
    assert written_days(day(2024, 4, 29), day(2024, 5, 5)) == "29 April – 5 May 2024"
    assert written_days(day(2023, 12, 30), day(2024, 1, 2)) == (
        "30 December 2023 – 2 January 2024"
    )
    assert written_days(day(2024, 2, 1), day(2024, 2, 29)) == "February 2024"
    assert written_days(day(2024, 4, 1), day(2024, 5, 31)) == "April–May 2024"
    assert written_days(day(2024, 1, 1), day(2024, 12, 31)) == "2024"
    assert written_days(day(1998, 1, 1), day(1999, 12, 31)) == "1998–1999"
    assert written_days(day(2022, 12, 1), day(2023, 5, 31)) == (
        "December 2022 – May 2023"
    )


def test_a_count_agrees_with_its_noun() -> None:
    """One is singular, the rest plural, thousands have their mark."""
    assert label("count.article", count=1) == "1 article"
    assert label("count.article", count=1200) == "1,200 articles"
