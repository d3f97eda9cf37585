"""Speeches, columns and releases are never told as a newsroom's report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.extract import extract_statements
from briefing.extract.voices import voice_of
from briefing.model.statement import Statement
from briefing.readers import read_text
from tests.case_files import Case, case_file


@case_file("turns.md")
def test_turns(case: Case) -> None:
    """Each sentence is its speaker's, the author's opinion, or the newsroom's."""
    body = [s for s in extract_statements(read_text(case.input)) if s.role == "body"]
    wanted = [line.split(" | ") for line in case.expected.split("\n")]
    assert [_who(s) for s in body] == [who for who, _ in wanted]
    assert [s.text[: len(w)] for s, (_, w) in zip(body, wanted, strict=True)] == [
        words for _, words in wanted
    ]


def _who(statement: Statement) -> str:
    if statement.is_opinion:
        return "opinion"
    speakers = [a.speaker for a in statement.attributions]
    if not speakers:
        return "newsroom"
    return speakers[0].name if speakers[0] else "nobody"


@pytest.mark.parametrize(
    ("head", "voice"),
    [
        ("Pay rises\nFOR IMMEDIATE RELEASE\nJune 6, 2022\n\n", "press release"),
        ("PRESS RELEASE\n\nLomo Rail pays its drivers more\n\n", "press release"),
        (
            "Pay rises\n\nLOMO, June 6 /PRNewswire/ -- ",
            "press release (PRNewswire)",
        ),
        ("Pay rises\nJune 6, 2022\n\nFor immediate release: ", "press release"),
        (
            "Pay rises\nLomo Post\nFOR IMMEDIATE RELEASE\n\n",
            "press release (Lomo Post)",
        ),
        ("Pay rises\nJune 6, 2022\n\n", "unsigned article"),
        ("Pay rises\nJune 6, 2022\n\nPress releases flew. ", "unsigned article"),
    ],
)
def test_a_release_is_no_newsrooms_report(head: str, voice: str) -> None:
    """What a company or office gives out is said to be a release."""
    text = f"{head}Lomo Rail raises pay by 4 percent. It is the best offer ever made.\n"
    assert voice_of(read_text(text)) == voice


DAM = "The dam was built in 1950. It has leaked since. Towns below flood each spring.\n"
VOTE = "The vote was held on Sunday. Two in three stayed at home. The count goes on.\n"


@pytest.mark.parametrize(
    "text",
    [
        f"Opinion\nWhy the dam must go\nBy Ana Lima\nMay 5, 2022\n\n{DAM}",
        f"Editorial: The vote was no vote\nMay 5, 2022\n\n{VOTE}",
        f"The vote was no vote | Opinion\nMay 5, 2022\n\n{VOTE}",
        f"The dam must go\nBy Ana Lima, Columnist\nMay 5, 2022\n\n{DAM}",
        f"A strike of fools\nBy THE EDITORIAL BOARD\nMay 5, 2022\n\n{VOTE}",
        f"A vote\nMay 5, 2022\n\n{VOTE}\nThat is not the goal of this small column.\n",
    ],
)
def test_what_its_page_calls_opinion_is_no_report(text: str) -> None:
    """A label, a columnist's byline or the piece's own words make it opinion."""
    body = [s for s in extract_statements(read_text(text)) if s.role == "body"]
    assert body
    assert all(statement.is_opinion for statement in body)


@pytest.mark.parametrize(
    "text",
    [
        f"Opinion polls differ on dam\nMay 5, 2022\n\n{DAM}",
        f"News\nOpinion\nThe town votes on its old dam\nMay 5, 2022\n\n{DAM}",
        f"Editorial staff strikes at paper\nMay 5, 2022\n\n{VOTE}",
        f"Dam burns\nMay 5, 2022\n\n{DAM}\nAt noon this column of smoke was seen.\n",
        f"A vote\nMay 5, 2022\n\n{VOTE}\nViews in comments are their writers' own.\n",
    ],
)
def test_a_word_of_opinion_makes_no_piece_of_it(text: str) -> None:
    """Polls, sections of the paper, smoke and a note on comments are no label."""
    body = [s for s in extract_statements(read_text(text)) if s.role == "body"]
    assert body
    assert not any(statement.is_opinion for statement in body[:3])


def test_an_address_tells_opinion() -> None:
    """The address of a paper's pages of opinion is a label too."""
    text = f"Why the dam must go\nMay 5, 2022\n\n{DAM}"
    for path, is_opinion in (("opinion", True), ("news/opinion-polls", False)):
        article = replace(read_text(text), url=f"https://a.example/{path}/the-dam")
        body = [s for s in extract_statements(article) if s.role == "body"]
        assert {s.is_opinion for s in body} == {is_opinion}
