"""Give the program's own words: headings, stems, counts, days written out.

All of them stand in `data/labels.yaml`. What a page shows beside them is a source's,
the analyst's, or a reason from where it was found out: "from the byline, line 5".
"""

from __future__ import annotations

import calendar
import datetime as dt
from functools import cache
from typing import Any

import yaml

from briefing.resources import data_path


@cache
def _table() -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table: dict[str, Any] = yaml.load(
        data_path("labels.yaml").read_text(encoding="utf-8"),
        Loader=loader,  # noqa: S506 - the safe loader, in C where it was built
    )
    return table


@cache
def _entry(key: str) -> Any:
    entry: Any = _table()
    for step in key.split("."):
        entry = entry[step]
    return entry


def label(key: str, /, **values: object) -> str:
    """Give the label under the dotted *key*, its `{names}` filled from *values*.

    A label with `one` and `other` takes the form that `count` asks for; numbers get
    separators: `label("count.article", count=1200)` is "1,200 articles".
    """
    entry = _entry(key)
    if isinstance(entry, dict):
        entry = entry["one" if values["count"] == 1 else "other"]
    return str(entry).format_map(
        {
            name: f"{value:,}" if type(value) is int else value
            for name, value in values.items()
        }
    )


def written_day(day: dt.date) -> str:
    """Write a day out: "29 September 2023", whatever the machine's locale."""
    return f"{day.day} {_month(day)} {day.year}"


def written_days(earliest: dt.date, latest: dt.date) -> str:
    """Write the days between two out, both included, as short as they can be.

    A whole month or year is named as such: 1 to 30 September is "September 2023".
    """
    if earliest == latest:
        return written_day(earliest)
    same_year = earliest.year == latest.year
    if earliest.day == 1 and latest.day == _last_day(latest):
        return _whole_months(earliest, latest)
    if same_year and earliest.month == latest.month:
        return f"{earliest.day}–{written_day(latest)}"
    start = f"{earliest.day} {_month(earliest)}" if same_year else written_day(earliest)
    return f"{start} – {written_day(latest)}"


def _whole_months(first: dt.date, last: dt.date) -> str:
    same_year = first.year == last.year
    if (first.month, last.month) == (1, 12):
        return str(last.year) if same_year else f"{first.year}–{last.year}"
    if not same_year:
        return f"{_month(first)} {first.year} – {_month(last)} {last.year}"
    if first.month == last.month:
        return f"{_month(last)} {last.year}"
    return f"{_month(first)}–{_month(last)} {last.year}"


def _month(day: dt.date) -> str:
    return str(_table()["month"][day.month - 1])


def _last_day(day: dt.date) -> int:
    return calendar.monthrange(day.year, day.month)[1]
