"""Whose work an article is, where most of it is known from another's credit."""

from __future__ import annotations

import datetime as dt

from tests.builders import corpus, read

DISPATCH = """The dam above Torvik burst on Thursday night and flooded the lower town.
The mayor of Torvik said that all schools would stay closed until the end of May.
Soldiers carried more than forty people out of the flooded houses on the east bank.
"""


def test_an_unsigned_page_of_a_dispatch_is_its_agencys() -> None:
    """What one page prints unsigned another credits: the rest of both is no other's."""
    unsigned = read(DISPATCH, "a.txt", published=dt.date(2021, 3, 5))
    signed = read(
        f"By AFP\n\n{DISPATCH}The bridge at the upper mill was still closed.\n",
        "b.txt",
        published=dt.date(2021, 3, 6),
    )
    found = corpus(unsigned, signed)
    assert {o.name for o in found.origins.values()} == {"AFP"}
    assert {o.name for o in found.article_origins.values()} == {"AFP"}


def test_an_unsigned_page_with_a_borrowed_line_stays_unknown() -> None:
    """A single sentence in common does not make a whole page the agency's."""
    line = DISPATCH.splitlines(keepends=True)[0]
    unsigned = read(
        "The council met for six hours in the sports hall of the upper school.\n"
        "Nobody could say when the water works would be able to open again.\n"
        f"{line}"
        "Two shops in the market street sold out of bread before the day was over.\n",
        "a.txt",
        published=dt.date(2021, 3, 7),
    )
    signed = read(f"By AFP\n\n{DISPATCH}", "b.txt", published=dt.date(2021, 3, 6))
    found = corpus(unsigned, signed)
    assert found.article_origins["a.txt"].kind == "unknown"
