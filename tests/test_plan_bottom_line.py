"""The lines a reader is told first, from whole articles of unlike events."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from briefing.extract import extract_statements
from briefing.model.article import Article
from briefing.plan import plan_sections
from briefing.plan.changes import tells_a_change
from briefing.plan.ground import NOTHING_ASKED
from briefing.plan.latest import newness, time_of
from briefing.plan.vague import has_flourish, is_vague
from briefing.plan.view import view_corpus
from briefing.readers import read_text
from briefing.relate import relate_statements
from tests.case_files import Case, case_file
from tests.planning import corpus, counted, day, on, person, planned, said, told

# Matches "== The Courier, 2026-03-10", "== ?, 2026-03-10".
HEAD = re.compile(r"^== (.+), (\d{4}-\d\d-\d\d)\n", re.MULTILINE)

NAMES = {
    "the event, as most origins tell it": "event",
    "the latest change": "latest",
    "the main dispute": "dispute",
    "who claims it": "claim",
}


def articles(text: str) -> Iterator[Article]:
    """Read the articles of a case."""
    _, *parts = HEAD.split(text)
    for at in range(0, len(parts), 3):
        outlet, published, body = parts[at : at + 3]
        yield read_text(
            body,
            published=dt.date.fromisoformat(published),
            outlet=None if outlet == "?" else outlet,
            id=f"a{at // 3}",
        )


@case_file("bottom_lines.md")
def test_a_minister_is_told_first(case: Case) -> None:
    """The event, its latest change and its dispute lead; details and trivia do not."""
    read = list(articles(case.input))
    statements = [s for one in read for s in extract_statements(one)]
    found = relate_statements(read, statements)
    texts = {s.id: s.text for s in found.statements}
    lines = [
        (NAMES.get(choice.because, "else"), texts[choice.statement])
        for choice in plan_sections(NOTHING_ASKED, found).bottom_line
    ]
    for entry in case.expected.splitlines():
        name, words = entry.split(" ", 1)
        begun = [kind for kind, line in lines if line.startswith(words)]
        assert (name in begun) if name != "never" else not begun, lines


def test_the_title_says_which_event_is_meant() -> None:
    """Of two happenings told alike the one the outline is named after leads."""
    rows = {
        "9": [told("The bridge of Orm was opened by the king.", id="opened")],
        "10": [told("The bridge of Orm was hit by a barge.", id="hit")],
    }
    found = corpus(rows, published={"9": day(9), "10": day(10)})
    for title, first in (("Opening of a bridge", "opened"), ("A barge hits", "hit")):
        plan = planned(found, title=title)
        assert plan.bottom_line[0].statement == first


def test_what_was_printed_before_the_event_does_not_tell_it() -> None:
    """An article of the week before cannot lead with the event."""
    rows = {
        "2": [told("The ferry Skua sailed from Orm to Lund.", id="before")],
        "10": [
            told("The ferry Skua sank off Orm near Lund.", id="sank"),
            told("It was raised on Monday by a crane.", on("Monday", day(9)), id="x"),
        ],
        "11": [told("The ferry Skua lay off Orm on Monday.", on("Monday", day(9)))],
    }
    found = corpus(rows, published={"2": day(2), "10": day(10), "11": day(11)})
    assert planned(found).bottom_line[0].statement != "before"


def test_what_was_news_before_the_event_hardly_fills_a_line() -> None:
    """Without a day of its own, an old article's sentence is older than the event."""
    rows = {
        "2": [told("The yard of Lund painted a rusty crane.", id="old")],
        "10": [
            told(
                "The ferry Skua sank off Orm on Monday.", on("Monday", day(9)), id="e"
            ),
            told("The yard of Lund hired a second diver.", id="new"),
        ],
        "11": [told("The ferry Skua lay off Orm on Monday.", on("Monday", day(9)))],
    }
    found = corpus(rows, published={"2": day(2), "10": day(10), "11": day(11)})
    lines = [choice.statement for choice in planned(found).bottom_line]
    assert "old" not in lines or lines.index("new") < lines.index("old")


def test_a_day_that_one_origin_names_is_the_titles_or_none() -> None:
    """Where each day is named once the outline's title decides, and nothing else."""
    rows = {
        "2": [told("The yard launched the ship on Monday.", on("Monday", day(2)))],
        "9": [told("The yard delivered the ship on Monday.", on("Monday", day(9)))],
    }
    found = corpus(rows, published={"2": day(2), "9": day(9)})
    assert planned(found, title="A ship is delivered").event_date == day(9)
    assert planned(found, title="Shipbuilding").event_date is None


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("The harbour master was arrested on Monday.", True),
        ("The shipyard, which remained shut on Monday, has 40 workers.", False),
        ("The clinic doesn't charge patients who cannot pay.", False),
        ("The council may dismiss the surveyor.", False),
        ("The trainer was replaced by his deputy.", True),
        ("Troops were reduced from 800 to 300.", True),
        ("Two groups claimed responsibility for the fire.", True),
        ("They want those responsible for the fire to be tried.", False),
    ],
)
def test_a_change_is_what_was_done(text: str, *, is_one: bool) -> None:
    """What stays as it is, what may be done and what nobody does is no change."""
    (one,) = corpus({"9": [told(text)]}).statements
    assert tells_a_change(one) == is_one


def test_what_came_after_is_newer_than_what_was_before() -> None:
    """Of the days a line names the one that dates it tells if it is new."""
    rows = [
        told("The dam broke at night.", id="plain"),
        told("The gates were mended on Friday.", on("Friday", day(13)), id="after"),
        told("The gates were painted on Sunday.", on("Sunday", day(1)), id="before"),
        told("The gates will be mended by a yard.", id="ahead"),
        told("The dam is the oldest of the valley.", id="state"),
    ]
    found = {s.id: s for s in corpus({"14": rows}).statements}
    times = {item: time_of(s, day(9)) for item, s in found.items()}
    assert (times["after"], times["before"], times["plain"]) == (
        "after",
        "before",
        None,
    )
    new = {item: newness(s, day(9)) for item, s in found.items()}
    assert new["before"] < new["plain"] < new["after"]
    assert new["state"] < new["plain"] < new["ahead"]


@pytest.mark.parametrize(
    ("text", "finds", "is_one"),
    [
        ("This development has prompted urgent calls for action.", (), True),
        ("Additional details of the incident will become known.", (), True),
        ("The strike remains a serious challenge for the community.", (), True),
        ("The strike has closed the ports of Orm and Lund.", (), False),
        (
            "The situation remains serious, Ada Berg said.",
            (said("The situation remains serious", "Ada Berg"),),
            False,
        ),
        (
            "The crisis continues to concern Ada Berg.",
            (person("Ada Berg", "Ada Berg"),),
            False,
        ),
        (
            "The tragedy left three people in need.",
            (counted("three people", 3, "displaced"),),
            False,
        ),
    ],
)
def test_what_only_weighs_is_vague(
    text: str, finds: tuple[object, ...], *, is_one: bool
) -> None:
    """A newsroom's sentence of nothing but appraisal tells no fact."""
    found = corpus({"9": [told(text, *finds, id="s1")]})  # type: ignore[arg-type]
    view = view_corpus(NOTHING_ASKED, found)
    assert is_vague(view, view.statements["s1"]) == is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Tanks were moved, causing a significant escalation of tensions.", True),
        ("The mayor underscored the seriousness of the situation in Orm.", True),
        ("The hospital would release further information about their state.", True),
        ("The ferry sank off Orm, and the crisis team met at noon.", False),
    ],
)
def test_a_line_does_not_weigh_what_it_tells(text: str, *, is_one: bool) -> None:
    """Several vague words in a row are a flourish, one among plain words is none."""
    view = view_corpus(NOTHING_ASKED, corpus({"9": [told(text, id="s1")]}))
    assert has_flourish(view, view.statements["s1"]) == is_one


def test_an_article_is_as_new_as_the_weekday_it_opens_with() -> None:
    """Without a date its first sentence tells the newest day, in the week to come."""
    read = read_text(
        "The dam of Orm held on Monday, engineers said.\n\n"
        "It had cracked on 12 March 2026, a Thursday.\n",
        id="a",
    )
    found = relate_statements([read], list(extract_statements(read)))
    view = view_corpus(NOTHING_ASKED, found)
    assert view.last_named["a"] == dt.date(2026, 3, 16)
