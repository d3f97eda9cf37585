"""Which day of a sentence dates what it tells, and what a timeline makes of it."""

from __future__ import annotations

import datetime as dt

import pytest

import briefing
from briefing.model.statement import Statement
from briefing.plan.clauses import is_state
from briefing.plan.dating import main_dating
from briefing.plan.happenings import happening_of
from briefing.plan.timeline import MOST
from tests.case_files import Case, case_file
from tests.planning import Told, corpus, in_country, on, planned, section, told

FLOOD = section("flood", "river", "dam", "water")


def statement_of(line: str) -> Statement:
    """Give the statement of "published | sentence"."""
    published, _, text = line.partition(" | ")
    day = dt.date.fromisoformat(published)
    article = briefing.read_text(text, published=day)
    return briefing.extract_statements(article)[0]


@case_file("dating.md")
def test_dating(case: Case) -> None:
    """A day is tied to its sentence as a reader ties it."""
    statement = statement_of(case.input)
    found = main_dating(statement)
    told_of = "nothing"
    if found is not None:
        start = found.date.span.start - statement.span.start
        end = found.date.span.end - statement.span.start
        told_of = f"{statement.text[start:end]} · {found.tie}"
    assert told_of == case.expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three of them remained in hospital on Tuesday.", True),
        ("The ferry was not a new one on Tuesday.", True),
        ("The road was shut on Tuesday.", False),
        ("The judge was still speaking on Tuesday.", False),
        ("The dam burst and water was everywhere on Tuesday.", True),
        ("The mayor said on Tuesday that the road was safe.", False),
    ],
)
def test_how_things_are_is_no_happening(text: str, expected: bool) -> None:  # noqa: FBT001
    """A sentence whose first verb tells how things are is told from one that acts."""
    assert is_state(statement_of(f"2024-05-17 | {text}")) == expected


def row_of(line: str) -> str | None:
    """Give what a timeline would print of a sentence, None where it is no row."""
    statement = statement_of(line)
    told_on = dt.date.fromisoformat(line[:10])
    found = happening_of(statement, told_on, told_on)
    if found is None:
        return None
    if found.trim is None:
        return statement.text
    start, end = (
        found.trim.start - statement.span.start,
        found.trim.end - statement.span.start,
    )
    return statement.text[:start] + "…" + statement.text[end:]


class TestRows:
    """What of a sentence stands in a timeline."""

    def test_a_thing_named_stands_without_what_is_told_of_it(self) -> None:
        """Under 3 May stands the riot, not the search of today."""
        line = "2024-05-17 | Police searched a home after the 3 May riot in Lom."
        assert row_of(line) == "…the 3 May riot in Lom."

    @pytest.mark.parametrize(
        "text",
        [
            "Police said the 3 May riot was planned.",
            "The mayor denied any part in the 3 May riot in Lom.",
            "Crowds grew after the dam had burst on Tuesday.",
        ],
    )
    def test_what_is_of_another_day_is_no_row(self, text: str) -> None:
        """A verb about the thing, a denial, and a clause below make no row."""
        assert row_of(f"2024-05-17 | {text}") is None

    def test_a_long_row_goes_without_what_only_adds(self) -> None:
        """The clause that closes a long sentence is left out of its row."""
        main = (
            "The dam at Lom burst on Tuesday after three days of heavy rain and "
            "sent a wall of water through the streets of the old town, past the "
            "school, the mill and the market"
        )
        line = f"2024-05-17 | {main}, which stands on the lower bank."
        assert row_of(line) == f"{main}…"
        toll = f"2024-05-17 | {main}, killing nine people who slept there."
        assert row_of(toll) == f"{main}, killing nine people who slept there."

    @pytest.mark.parametrize(
        ("kept", "cut"),
        [
            ("Ana Holm won the vote in Lom on Tuesday", "becoming its first mayor who"),
            ("The crews shut the port of Split on Tuesday", "one of the largest that"),
            ("Engineers drained the dam at Lom on Tuesday", "which stands where it"),
        ],
    )
    def test_a_row_goes_without_what_closes_it(self, kept: str, cut: str) -> None:
        """What a closing clause adds to an act is not what happened on its day."""
        rest = "was not born in the valley, as all of the others before had been there"
        line = f"2024-05-17 | {kept}, {cut} {rest}."
        assert row_of(line) == f"{kept}…"

    @pytest.mark.parametrize(
        ("kept", "closing"),
        [
            ("On Tuesday in the old town of Lom the mayor", "who was ill, resigned"),
            ("Ana Holm told of nine letters on Tuesday", "including the judge's own"),
            ("The dam at Lom shut its gates on Tuesday", "saying that they had burst"),
        ],
    )
    def test_what_the_rest_needs_is_not_cut(self, kept: str, closing: str) -> None:
        """A verb, an example of what is told and words of speech stay in their row."""
        rest = "and had not been seen in the valley by any of the others for many years"
        text = f"{kept}, {closing} {rest}."
        assert row_of(f"2024-05-17 | {text}") == text


def days_of(rows: dict[str, list[Told]]) -> list[str]:
    """Give the statements in the timeline of *rows*, in order."""
    published = {name: dt.date(2026, 3, int(name)) for name in rows}
    found = planned(corpus(rows, (), published=published), FLOOD)
    return [entry.choice.statement for entry in found.timeline]


class TestChoice:
    """Which happenings stand in a timeline."""

    def test_one_happening_stands_once(self) -> None:
        """Two sentences of one day in other words for the same tell it once."""
        friday = dt.date(2026, 3, 13)
        rows = {
            "14": [
                told(
                    "Police arrested the operator of the dam on Friday.",
                    on("Friday", friday),
                    id="a",
                ),
                told("The river went down again there.", id="x"),
            ],
            "15": [
                told(
                    "The operator of the dam was detained by police on Friday.",
                    on("Friday", friday),
                    id="b",
                ),
                told("A school opened its doors again.", id="y"),
            ],
        }
        assert len(days_of(rows)) == 1

    def test_a_year_has_an_act_but_once(self) -> None:
        """Of one year the same act is told once, however else it is worded."""
        year = (dt.date(2008, 1, 1), dt.date(2008, 12, 31))
        rows = {
            "14": [
                told(
                    "Lomland declared its own water law in 2008 and won praise for it.",
                    on("2008", *year),
                    in_country("Lomland", "Lomland", None),
                    id="a",
                ),
                told(
                    "After a long feud over the weir, Lomland declared a law in 2008.",
                    on("2008", *year),
                    in_country("Lomland", "Lomland", None),
                    id="b",
                ),
            ],
        }
        assert len(days_of(rows)) == 1

    def test_there_are_no_more_than_a_reader_takes_in(self) -> None:
        """However much happened the timeline is short."""
        names = ("mill", "ford", "weir", "lock", "quay", "pier", "barn", "inn")
        rows = {
            "28": [
                told(
                    f"The {name} number {day}{name[0]} of the valley burned on {day} "
                    "March.",
                    on(f"{day} March", dt.date(2026, 3, day)),
                    id=f"{name}{day}",
                )
                for day in range(10, 25)
                for name in names
            ]
        }
        assert len(days_of(rows)) <= MOST
