"""What was announced and not told of since is asked; what the articles tell is not."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.builders import corpus, read
from tests.planning import planned, section

TOWN = section("town", "dam", "mill", "hospital", "fire", "strike", "court")

DAM = "The dam above Orrevik burst on Thursday, killing two people, police said."
MILL = "Workers at the Lindholm mill stopped work on Thursday, the union said."
FIRE = "A fire in the hospital of Port Elva killed nine people on Thursday."


def asked(*days: str) -> list[str]:
    """Give what is asked after; each article is of the day after the one before."""
    papers = [
        read(text, f"{n}.txt", outlet=f"Paper {n}", published=dt.date(2026, 4, 2 + n))
        for n, text in enumerate(days)
    ]
    found = planned(corpus(*papers), TOWN, length=1000).questions
    start = "Announced, not yet reported: "
    return [q.text.removeprefix(start) for q in found if q.text.startswith(start)]


@pytest.mark.parametrize(
    ("lead", "text", "words"),
    [
        (
            DAM,
            "Parliament will hold a vote on an aid fund on Tuesday.",
            "“Parliament will hold a vote on an aid fund on Tuesday [7 April 2026]”",
        ),
        (
            DAM,
            "Pumps are expected to arrive at the dam on Monday, police said.",
            "“Pumps are expected to arrive at the dam on Monday [6 April 2026]”",
        ),
        (
            MILL,
            "The labour court will rule on the strike at the mill on 20 April.",
            "“The labour court will rule on the strike at the mill on 20 April [2026]”",
        ),
        (
            MILL,
            "Mayor Ada Ruiz said the owners would reopen the mill on Saturday.",
            "“the owners would reopen the mill on Saturday [4 April 2026]”",
        ),
        (
            FIRE,
            "Health Minister Rosa Lima promised a report on the fire within a week.",
            "“Health Minister Rosa Lima promised a report on the fire within a week”",
        ),
        (
            FIRE,
            "The nine will be buried in Port Elva on Monday, the hospital said.",
            "“The nine will be buried in Port Elva on Monday [6 April 2026]”",
        ),
        (
            FIRE,
            "The director of the hospital is due to appear in court on Friday.",
            None,  # the day of the article: it may be of the evening
        ),
        (FIRE, "The hospital could open again on Monday, Ada Ruiz said.", None),
        (FIRE, "The hospital will not open again on Monday, Ada Ruiz said.", None),
        (FIRE, "If it rains, the fire will be put out on Monday.", None),
        (FIRE, "The hospital will remain shut on Monday, Ada Ruiz said.", None),
        (FIRE, "The hospital will open again, Ada Ruiz said.", None),
        (FIRE, "“We will rebuild the hospital on Monday,” Ada Ruiz said.", None),
        (FIRE, "Monday will be Rosa Lima's first day at the hospital.", None),
        (FIRE, "Monday will be a hard day for the hospital.", None),
        (FIRE, "The hospital will probably reopen on Monday, Ada Ruiz said.", None),
        (FIRE, "They will search the hospital again on Monday.", None),
    ],
)
def test_what_was_announced(lead: str, text: str, words: str | None) -> None:
    """What is to be done on a day to come is asked after in the source's words."""
    assert asked(lead, f"{lead}\n\n{text}") == ([words] if words else [])


@pytest.mark.parametrize(
    ("text", "later"),
    [
        (
            "Parliament will hold a vote on an aid fund for Orrevik on Saturday.",
            "Parliament voted for an aid fund of 40 million euros for Orrevik.",
        ),
        (
            "The hospital will publish the records of the fire on Saturday.",
            "The hospital published the records of the fire on Saturday.",
        ),
        (
            "The labour court will rule on the strike at the mill on 20 April.",
            "The labour court called off its hearing on the strike at the mill.",
        ),
        (
            "Minister Rosa Lima promised a report on the fire within a week.",
            "The report on the fire names a cable in the kitchen.",
        ),
    ],
)
def test_what_a_later_article_tells_is_not_asked(text: str, later: str) -> None:
    """What was done, or called off, is open no more, in whatever words it is told."""
    first = f"{FIRE}\n\n{text}"
    assert asked(first, FIRE)
    assert not asked(first, f"{FIRE}\n\n{later}")


def test_what_two_articles_announce_is_asked_once() -> None:
    """A second announcement of one thing tells nothing of what became of it."""
    text = "The labour court will rule on the strike at the mill on 20 April."
    again = "The labour court is due to rule on the strike at the mill on 20 April."
    assert len(asked(f"{MILL}\n\n{text}", f"{MILL}\n\n{again}")) == 1


def test_what_lies_far_ahead_is_not_asked() -> None:
    """Nobody looks out for what is planned for next spring."""
    text = "The labour court will rule on the strike at the mill on 20 {}."
    near, far = (f"{MILL}\n\n{text.format(month)}" for month in ("April", "October"))
    assert len(asked(near)) == 1
    assert asked(far) == []


def test_few_are_asked() -> None:
    """Of many announcements only the weightiest are asked after."""
    ahead = [
        f"The {who} will {act} the mill on Tuesday."
        for who, act in (
            ("court", "visit"),
            ("mayor", "inspect"),
            ("union", "reopen"),
            ("owners", "repaint"),
        )
    ]
    assert len(asked(" ".join([MILL, *ahead]))) in (1, 2)
