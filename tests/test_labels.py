"""The program's own words: days written out, counts that agree."""

from __future__ import annotations

import datetime as dt

from briefing.labels import label, written_days


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


def test_a_count_agrees_with_its_noun() -> None:
    """One is singular, the rest plural, thousands have their mark."""
    assert label("count.article", count=1) == "1 article"
    assert label("count.article", count=1200) == "1,200 articles"
