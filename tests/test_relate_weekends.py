"""A weekend that began on Friday in one article is left open in the others."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.builders import corpus, read

MONDAY = dt.date(2013, 9, 16)

OTHER = "Police counted two deaths in the mountains above Torvik this weekend.\n"


FIRST = "The first of the deaths above Torvik this weekend was on {} morning."


@pytest.mark.parametrize(("name", "is_open"), [("Friday", True), ("Saturday", False)])
def test_a_weekend_is_as_wide_as_one_article_shows(name: str, *, is_open: bool) -> None:
    """Where the first of its deaths was on Friday, no weekend of the event has days."""
    first = FIRST.format(name)
    found = corpus(
        read(f"Deaths above Torvik.\n\n{first}\n", "a.txt", published=MONDAY),
        read(f"Deaths above Torvik.\n\n{OTHER}\n", "b.txt", published=MONDAY),
    )
    days = [
        d.earliest for s in found.statements for d in s.dates if d.value[-3:] == "-WE"
    ]
    assert days == [None if is_open else dt.date(2013, 9, 14)] * 2
