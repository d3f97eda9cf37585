"""Days counted across articles: from the earliest copy, or from a dated twin."""

from __future__ import annotations

import datetime as dt

from tests.builders import corpus, read

STORM = """Storm Ada tore the roof off the market hall of Torvik on Thursday night.
The mayor of Torvik closed all schools in the town and opened the sports hall.
Power was soon back in most streets of the old town, the works of Torvik said.
"""


def test_a_copy_counts_from_the_day_of_the_earliest() -> None:
    """A text printed again a week later has not moved its Thursday."""
    first = read(STORM, "a.txt", published=dt.date(2021, 3, 5))
    again = read(STORM + "It rained.", "b.txt", published=dt.date(2021, 3, 13))
    found = corpus(first, again)
    dates = {s.article: s.dates[0] for s in found.statements if s.dates}
    assert dates["a.txt"].earliest == dt.date(2021, 3, 4)
    assert dates["b.txt"].earliest == dt.date(2021, 3, 4)
    assert "a.txt has this text earlier, on 2021-03-05" in dates["b.txt"].because


def test_an_undated_copy_takes_the_day_of_a_dated_one() -> None:
    """An article without a date counts from that of the paper with the same text."""
    dated = read(STORM, "b.txt", published=dt.date(2021, 3, 5))
    found = corpus(read(STORM + "It rained.", "a.txt"), dated)
    days = {s.article: s.dates[0].earliest for s in found.statements if s.dates}
    assert days["a.txt"] == dt.date(2021, 3, 4)


def test_an_undated_twin_borrows_its_weekday() -> None:
    """Who tells the same without a date means the Thursday of who has one."""
    dated = read(STORM, "b.txt", published=dt.date(2021, 3, 5))
    undated = read(
        "On Thursday night the roof of the market hall in Torvik was torn off by storm"
        " Ada.\nAll schools in Torvik were closed by its mayor.",
        "a.txt",
    )
    found = corpus(dated, undated)
    told = [s for s in found.statements if s.article == "a.txt" and s.dates]
    assert [d.earliest for d in told[0].dates] == [dt.date(2021, 3, 4)]
    assert "b.txt tells the same of 2021-03-04" in told[0].dates[0].because


def test_a_copy_whose_date_is_older_than_its_text_anchors_nothing() -> None:
    """A page dated Friday that tells what was said on Saturday was changed later."""
    text = STORM + "Mayor Ida Falk said on Saturday that the hall would be rebuilt.\n"
    first = read(text, "a.txt", published=dt.date(2021, 3, 5))
    later = read(text + "It rained.", "b.txt", published=dt.date(2021, 3, 7))
    found = corpus(first, later)
    said = [s for s in found.statements if "rebuilt" in s.text and s.article == "b.txt"]
    assert [d.earliest for d in said[0].dates] == [dt.date(2021, 3, 6)]


def test_an_undated_article_is_dated_where_its_week_leaves_no_doubt() -> None:
    """A twin's Thursday gives a day without a year its year, but no other weekday."""
    dated = read(STORM, "b.txt", published=dt.date(2021, 3, 5))
    undated = read(
        "On Thursday night the roof of the market hall in Torvik was torn off by storm"
        " Ada.\nThe hall had been painted anew on 12 February.\n"
        "Workers saw the first cracks on Tuesday.",
        "a.txt",
    )
    found = corpus(dated, undated)
    told = [d for s in found.statements if s.article == "a.txt" for d in s.dates]
    assert [d.earliest for d in told] == [
        dt.date(2021, 3, 4),
        dt.date(2021, 2, 12),
        None,
    ]
    assert "a.txt can only be from 2021-03-04 to 2021-03-10" in told[1].because


def test_an_undated_article_without_a_twin_stays_undated() -> None:
    """Nothing is guessed from the dates of articles that tell of other things."""
    dated = read(STORM, "b.txt", published=dt.date(2021, 3, 5))
    alone = read("The orchestra of Lund plays on Friday, 12 February.\n", "a.txt")
    found = corpus(dated, alone)
    told = [d for s in found.statements if s.article == "a.txt" for d in s.dates]
    assert [d.earliest for d in told] == [None] * len(told)
