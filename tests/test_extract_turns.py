"""Speeches, columns and releases are never told as a newsroom's report."""

from __future__ import annotations

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
