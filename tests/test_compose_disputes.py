"""Excerpts in dispute: which part is denied, and when each side spoke."""

from __future__ import annotations

import datetime as dt

import pytest

from briefing.compose import compose_brief
from briefing.model.brief import Brief
from briefing.model.corpus import Corpus
from tests.planning import Told, corpus, hedged, planned, related, said, section, told

SCENE = section("scene", "dam", "airline", "mine", "fever")

DAY = dt.date(2026, 3, 11)


def compose(found: Corpus) -> Brief:
    """Plan and compose a brief of one section."""
    return compose_brief(planned(found, SCENE), found)


def first_day(row: Told, published: dt.date) -> dt.date | None:
    """Give the day of the excerpt of a brief of one sentence."""
    brief = compose(corpus({"a.txt": [row]}, published={"a.txt": published}))
    return brief.sections[0].excerpts[0].date


@pytest.mark.parametrize(
    ("claim", "about", "part"),
    [
        (
            "The union told the airline to open its books as it found unpaid hours.",
            "hours went unpaid",
            "hours went unpaid",
        ),
        (
            "The mayor met the doctors of Lom, who warned of a second wave of fever.",
            "there was a second wave",
            "there was a second wave",
        ),
        ("The mine had skipped the safety check.", "it skipped the safety check", ""),
        ("The mine had skipped the safety check.", "we skipped no check", ""),
    ],
)
def test_only_the_part_that_is_denied_is_so_called(
    claim: str, about: str, part: str
) -> None:
    """Of a sentence that tells much else besides, the label tells which part it is."""
    is_answer = about.startswith("we")
    denial = told(f"Ada Ruiz denied that {about}.", hedged("denied", "denial"), id="no")
    if is_answer:
        denial = told(
            f"“I say {about},” Ada Ruiz said.", said(about, "Ada Ruiz"), id="no"
        )
    rows = {
        "a.txt": [told(claim, id="claim")],
        "b.txt": [denial],
    }
    dispute = related(
        "disagrees",
        "claim",
        "no",
        of="denial",
        about=about,
        is_answer=is_answer,
    )
    (shown,) = compose(corpus(rows, [dispute])).disagreements
    found = {side.excerpt.id: side.excerpt for side in shown.sides}
    assert (found["claim"].status, found["claim"].contested) == ("denied", part)
    assert found["no"].contested == ""


SAID_BEFORE = [
    ("Ada Ruiz had said earlier the dam was safe.", "said", True),
    ("Ada Ruiz initially denied the dam was at risk.", "denied", True),
    ("Ada Ruiz had repeatedly insisted the dam was safe.", "insisted", True),
    ("Ada Ruiz said earlier that the dam was safe.", "said", True),
    ("Ada Ruiz said the dam was safe.", "said", False),
    ("Ada Ruiz said earlier dams had been safe.", "said", False),
]


@pytest.mark.parametrize(("text", "cue", "is_before"), SAID_BEFORE)
def test_what_was_said_before_has_not_the_papers_day(
    text: str, cue: str, *, is_before: bool
) -> None:
    """Who "had said earlier" spoke on another day than that of the paper."""
    row = told(text, said(text.rsplit(cue)[1].strip(" ."), "Ada Ruiz", cue))
    found = first_day(row, DAY)
    assert found == (None if is_before else DAY)


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("Eva Lund, 29, of Bergen said on Monday the fever had spread.", "Lund, 29"),
        ("The airline’s jet slid 40 metres off the runway at dawn.", "40 metres"),
        ("The mine, 12 miles west of Asta, was shut at dawn.", "12 miles west of Asta"),
    ],
)
def test_a_detail_told_otherwise_lowers_no_grade(text: str, detail: str) -> None:
    """Only the detail is disputed; what else the sentence tells holds as before."""
    other = told("The dam mine fever airline report told it otherwise.", id="other")
    row = told(text, id="row")
    about = f"otherwise / {detail}"
    dispute = related(
        "disagrees", "other", "row", of="account", about=about, is_detail=True
    )
    rows = {"a.txt": [row], "b.txt": [other]}
    briefs = [compose(corpus(rows, found)) for found in ([], [dispute])]
    told_so = [e for b in briefs for e in b.sections[0].excerpts if e.id == "row"]
    plain, disputed = told_so
    assert (plain.status, disputed.status) == ("reported", "disputed")
    assert disputed.contested == detail
    assert disputed.credibility == plain.credibility
