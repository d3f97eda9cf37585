"""Statements as rows: all that was found, as plain values, and which are wanted."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest

from briefing.model.article import Span
from briefing.model.statement import Statement
from briefing.statement_rows import Wanted, row_of
from tests.planning import (
    corpus,
    counted,
    hedged,
    in_country,
    leans,
    on,
    person,
    said,
    told,
)

TEXT = "He said about 40 to\n60 people in Lower Quay may be missing since Monday."
FOUND = corpus(
    {
        "press/a.txt": [
            told("Nothing was known."),
            told(
                TEXT,
                said("about 40 to\n60 people in Lower Quay", "Jonas Hálé"),
                counted("40 to\n60", 40, "missing", high=60.0, is_approximate=True),
                counted("60 people", 60, None),
                hedged("may", "possible"),
                on("since Monday", dt.date(2026, 3, 9)),
                person("He", "Jonas Hálé", "mayor"),
                person("Quay", "The Quay"),
                in_country("Lower Quay", "Lower Quay", None, kind="city"),
                in_country("people", "Norway", "NO"),
                leans("He", "pronoun", "Jonas Hálé"),
                leans("Monday", "day"),
            ),
        ]
    }
)
ARTICLE = FOUND.articles[0]


def test_a_row_holds_all_that_was_found() -> None:
    """A statement's row has its place and each finding in words and values."""
    start = FOUND.statements[1].span.start
    assert row_of(ARTICLE, FOUND.statements[1]) == {
        "id": "press/a.txt:1",
        "place": f"press/a.txt:{start}-{start + len(TEXT)}",
        "role": "body",
        "speaker": ["Jonas Hálé"],
        "dates": ["since Monday = 2026-03-09"],
        "figures": ["about 40–60 person, missing", "60 person"],
        "hedges": ["possible: may"],
        "attributions": [
            {
                "kind": "indirect",
                "speaker": "Jonas Hálé",
                "cue": "said",
                "source": "",
                "content": ["about 40 to 60 people in Lower Quay"],
                "because": "test",
            }
        ],
        "names": ["Jonas Hálé (mayor)", "The Quay (person)"],
        "places": ["Lower Quay (city)", "Norway (NO)"],
        "references": ["He → Jonas Hálé", "Monday → ?"],
        "text": " ".join(TEXT.split()),
    }


def test_a_speaker_who_is_not_known_is_no_name() -> None:
    """An attribution without a speaker stays in the row, with None."""
    attribution = replace(FOUND.statements[1].attributions[0], speaker=None)
    bare = replace(
        FOUND.statements[1],
        attributions=(replace(attribution, source=Span(0, 7)),),
    )
    row: dict[str, Any] = row_of(ARTICLE, bare)
    assert row["speaker"] == []
    assert row["attributions"][0]["speaker"] is None
    assert row["attributions"][0]["source"] == "Nothing"


def test_rows_are_plain_values() -> None:
    """Every row can be written as JSON."""
    rows = [row_of(ARTICLE, statement) for statement in FOUND.statements]
    assert json.loads(json.dumps(rows)) == rows


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (Wanted(), [0, 1]),
        (Wanted(article="press/"), [0, 1]),
        (Wanted(article="b.txt"), []),
        (Wanted(speaker="hale"), [1]),
        (Wanted(speaker="okafor"), []),
        (Wanted(day="2026-03-09"), [1]),
        (Wanted(day="2026-03-10"), []),
        (Wanted(article="a.txt", speaker="HALE", day="2026-03-09"), [1]),
        (Wanted(article="b.txt", speaker="hale"), []),
    ],
)
def test_rows_can_be_asked_for(wanted: Wanted, kept: list[int]) -> None:
    """Article, speaker and day each narrow the rows; accents and case do not matter."""
    found = [
        number
        for number, statement in enumerate(FOUND.statements)
        if wanted.holds(ARTICLE, statement)
    ]
    assert found == kept


def test_whose_words_it_goes_on_with_is_shown_and_asked_for() -> None:
    """Who is named in the sentence before is the speaker here, and named once."""
    first, second = FOUND.statements
    assert row_of(ARTICLE, first, "Ann Lee")["speaker"] == ["Ann Lee"]
    assert row_of(ARTICLE, second, "Jonas Hálé")["speaker"] == ["Jonas Hálé"]
    assert Wanted(speaker="lee").holds(ARTICLE, first, "Ann Lee")
    assert not Wanted(speaker="lee").holds(ARTICLE, first)


def test_a_day_without_an_end_is_no_day() -> None:
    """What could not be dated is asked for by no day."""
    statement: Statement = FOUND.statements[1]
    undated = replace(statement.dates[0], earliest=None)
    assert not Wanted(day="2026-03-09").holds(
        ARTICLE, replace(statement, dates=(undated,))
    )
