"""Edits of the outline outlast their ids: found by their words, or reported."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing.model.outline import Edits, Outline
from briefing.plan import find_edits
from briefing.reading_order import excerpts_of
from briefing.text.beginnings import FEWEST, LENGTH, beginning, folded, holding
from tests.planning import corpus, told

GONE: Final = "s0123456789"

STRIKE: Final = (
    "Dockers walked out on Tuesday after talks on pay broke down in Harwick."
)
STAYED: Final = "Dockers at the second terminal stayed at work, the port said."
TWO: Final = "Two pickets were arrested near the gate, police said on Wednesday."
OUTLINE: Final = "title: Port strike\nsections: [{use: incident}]\n"


def _after(words: str, *texts: str, verb: str = "drop") -> tuple[Edits, list[str]]:
    """Give the edits, and what is said, where an edit with *words* has lost its id."""
    edits = Edits(drop=(GONE,), words={GONE: words})
    if verb == "pin":
        edits = Edits(pin={GONE: "incident"}, words={GONE: words})
    rows = [told(text, id=f"s{n}") for n, text in enumerate(texts)]
    outline = Outline(Path(), "Port strike", (), (), edits=edits)
    found, said = find_edits(outline, corpus({"a.txt": rows}).statements)
    return found.edits, [f"{item.severity} {item.code}: {item.hint}" for item in said]


@pytest.mark.parametrize(
    "words",
    [
        "Dockers walked out on Tuesday after",
        "dockers  walked out,\ton Tuesday after",
        STRIKE,
        "talks on pay broke down",
    ],
)
def test_words_lead_to_their_statement(words: str) -> None:
    """Any words of the statement find it, whatever their case and marks."""
    edits, said = _after(words, STRIKE, STAYED, TWO)
    assert edits.drop == ("s0",)
    hint = "write `s0 Dockers walked out on Tuesday after`"
    assert said == [f"note outline-edit-found: {hint}"]


def test_a_pin_goes_where_its_words_are() -> None:
    """A pin that is found again keeps its section."""
    assert _after("Two pickets were arrested", STRIKE, TWO, verb="pin")[0].pin == {
        "s1": "incident"
    }


def test_words_nearly_the_same_are_a_warning() -> None:
    """A sentence that was mended is found, and a person is to look at it."""
    edits, said = _after("The dockers walked out on Tuesday after", STRIKE, TWO)
    assert edits.drop == ("s0",)
    assert said[0].startswith("warning outline-edit-found: ")


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Dockers walked",  # too few
        "Three pickets were arrested near the",  # another number
        "No pickets were arrested near the",  # the contrary
        "Two leaders were arrested near the",  # other people
        "Trains stood still on Monday morning",
    ],
)
def test_words_that_lead_nowhere_are_reported(words: str) -> None:
    """Too few words, another number or the contrary are not the statement's."""
    edits, said = _after(words, STRIKE, STAYED, TWO)
    assert edits.drop == (GONE,)
    assert said[0].startswith("warning outline-edit-lost: ")


def test_words_that_fit_several_are_not_guessed() -> None:
    """Where two sentences hold the words, both are named and neither is taken."""
    same = "Dockers walked out on Tuesday after a vote that took nine hours."
    edits, said = _after("Dockers walked out on Tuesday after", STRIKE, same)
    assert edits.drop == (GONE,)
    both = " or ".join(f"`s{n} Dockers walked out on Tuesday after`" for n in (0, 1))
    assert said == [f"warning outline-edit-lost: its words fit several: write {both}"]


def test_copies_are_one_sentence() -> None:
    """Of copies of a sentence all are dropped, and the first is pinned."""
    copies = (STRIKE, STRIKE.replace("Harwick", "Harwich"))
    words = "Dockers walked out on Tuesday after"
    assert _after(words, *copies)[0].drop == ("s0", "s1")
    assert _after(words, *copies, verb="pin")[0].pin == {"s0": "incident"}


def test_an_id_that_is_there_needs_no_words() -> None:
    """Words behind an id that is known are not looked at."""
    rows = [told(STRIKE, id=GONE)]
    outline = Outline(Path(), "", (), (), edits=Edits(drop=(GONE,), words={GONE: "x"}))
    assert find_edits(outline, corpus({"a.txt": rows}).statements) == (outline, ())


@given(st.text())
def test_a_beginning_finds_its_text(text: str) -> None:
    """Whatever a sentence holds, its first words find it, unless they are too few."""
    words = beginning(text)
    assert len(words.split()) <= LENGTH
    long_enough = len(folded(words).split()) >= FEWEST
    assert holding(words, [text]) == ([text] if long_enough else [])


def _folder(path: Path, *, edits: str = "", head: str = "") -> Path:
    (path / "articles").mkdir(exist_ok=True)
    text = f"{head}Harwick, 4 June 2024\n\n{STRIKE}\n\n{STAYED}\n\n{TWO}\n"
    (path / "articles" / "post.txt").write_text(text, encoding="utf-8")
    (path / "config.yaml").write_text(OUTLINE + edits, encoding="utf-8")
    return path / "config.yaml"


def test_what_the_evidence_prints_outlasts_an_article_saved_anew(
    tmp_path: Path,
) -> None:
    """An id and words copied from the evidence still drop when every id has changed."""
    brief = briefing.build_brief(briefing.load_outline(_folder(tmp_path))).brief
    page = briefing.write_brief(brief, "md").decode()
    (line,) = (
        line for line in page.splitlines() if "id s" in line and "Two pick" in line
    )
    copied = line.partition(" · id ")[2].partition(" · ")[0]
    assert copied.endswith(" Two pickets were arrested near the")
    path = _folder(
        tmp_path, edits=f"edits: {{drop: [{copied}]}}\n", head="Port strike\n\n"
    )
    outcome = briefing.build_brief(briefing.load_outline(path))
    assert [item.code for item in outcome.diagnostics] == ["outline-edit-found"]
    said = " ".join(excerpt.text for excerpt in excerpts_of(outcome.brief))
    assert "pickets" not in said
    assert "walked out" in said
