"""A morning paper's "today" is left open where others tell the same of yesterday."""

from __future__ import annotations

import datetime as dt

import pytest

from briefing.model.article import Article
from briefing.model.statement import DateMention
from tests.builders import corpus, read

SUNDAY, SATURDAY = dt.date(2021, 3, 7), dt.date(2021, 3, 6)

PAPER = "{} told in the paper of the day.\n\n{}\n"

SMUGGLERS = (
    "Coast guards today boarded the trawler Alma and took 23 smugglers into custody.",
    "Coast guards took 23 smugglers into custody on Saturday aboard the trawler Alma.",
)
DAM = (
    "The dam at Brekke burst this morning and flooded 40 farms in the valley.",
    "The dam at Brekke burst on Saturday and flooded 40 farms in the whole valley.",
)
VOTE = (
    "Voters in Lomland today threw out the government of Ida Falk.",
    "The government of Ida Falk was thrown out on Saturday by voters in Lomland.",
)
ACTS = [SMUGGLERS, DAM, VOTE]


def _articles(today: str, other: str) -> list[Article]:
    return [
        read(PAPER.format("Alba", today), "a.txt", published=SUNDAY),
        read(PAPER.format("Bote", other), "b.txt", published=SUNDAY),
        read(PAPER.format("Cour", other), "c.txt"),
    ]


def _dates(articles: list[Article]) -> list[DateMention]:
    found = corpus(*articles)
    return [d for s in found.statements if s.article == articles[0].id for d in s.dates]


@pytest.mark.parametrize(("today", "other"), ACTS)
def test_a_today_against_another_day_is_left_open(today: str, other: str) -> None:
    """Where others tell the same of the day before, "today" names no day, and why."""
    (date,) = [d for d in _dates(_articles(today, other)) if d.value[:4] == "2021"]
    assert (date.earliest, date.latest) == (None, None)
    assert "others tell the same of the day before" in date.because


@pytest.mark.parametrize(("today", "other"), ACTS)
def test_a_today_that_others_share_stays(today: str, other: str) -> None:
    """Where others tell the same of the same day, "today" keeps its day."""
    same = other.replace("on Saturday", "on Sunday")
    (date,) = [d for d in _dates(_articles(today, same)) if d.value[:4] == "2021"]
    assert date.earliest == SUNDAY


@pytest.mark.parametrize(("today", "other"), ACTS[:2])
def test_a_today_of_another_count_stays(today: str, other: str) -> None:
    """Another number the day before is another act: "today" keeps its day."""
    changed = other.replace("23", "31").replace("40", "9")
    (date,) = [d for d in _dates(_articles(today, changed)) if d.value[:4] == "2021"]
    assert date.earliest == SUNDAY
