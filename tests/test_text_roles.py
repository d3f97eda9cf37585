"""Every part of a page gets the role that a reader would give it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing.resources import word_table
from briefing.text.notices import corrections_of
from briefing.text.roles import find_segments
from tests.case_files import Case, case_file

LABELS: Final = Path(__file__).parent / "quality" / "seed_roles.tsv"
LINES: Final = (
    "Dam gives way above valley town",
    "By Ana Lima | 4 March 2021",
    "ARROYO, Spain (AP) — A dam gave way on Thursday, officials said.",
    "A man walks home. (AFP photo)",
    "Related stories",
    "Ana Lima",
    "Why?",
    "The mayor said: “We left at 5 a.m. Friday.” Nobody stayed.",
    "Copyright 2019 The AP. All rights reserved",
    "\xa0",
    "\x00\x1b[2J",
    "___",
)
PAGES: Final = st.one_of(
    st.text(max_size=300),
    st.lists(
        st.sampled_from((*LINES, "\n", "\r\n", "\r", "\u2028", " ")), max_size=30
    ).map("\n".join),
)


@case_file("roles.md")
def test_roles(case: Case) -> None:
    """Each part of the page has the role that the case gives it."""
    found = [
        (
            segment.role,
            " ".join(case.input[segment.span.start : segment.span.end].split()),
        )
        for segment in find_segments(case.input)
    ]
    expected = [
        (role, words)
        for role, _, words in (x.partition(" ") for x in case.expected.split("\n"))
    ]
    actual = [
        (role, shorten(words, like[1] if like else ""))
        for (role, words), like in zip(
            found, expected + [None] * len(found), strict=False
        )
    ]
    assert actual == expected


def shorten(words: str, like: str) -> str:
    """Give *words* cut where *like* is, if that ends in an ellipsis."""
    is_cut = like.endswith("…") and words.startswith(like.rstrip("…"))
    return like if is_cut else words


@given(PAGES)
def test_segments_partition_the_text(text: str) -> None:
    """The segments, one after the other, are the text, and none is empty."""
    segments = find_segments(text)
    assert "".join(text[s.span.start : s.span.end] for s in segments) == text
    assert all(s.span.start < s.span.end for s in segments)
    assert all(text[s.span.start].strip() for s in segments[1:])


@given(PAGES)
def test_every_segment_has_a_reason(text: str) -> None:
    """Each role comes with words that say what decided it."""
    assert all(segment.because for segment in find_segments(text))


def test_a_known_title_is_the_headline() -> None:
    """The line that the title repeats is the headline, full stop or not."""
    text = "Nine die in mine.\n\nNine miners died in a blast near Kesh on Monday.\n"
    assert find_segments(text)[0].role == "body"
    assert find_segments(text, "Nine die in mine")[0].role == "headline"


def test_one_line_alone_is_text() -> None:
    """A lone line is words to be read, not a title."""
    assert [s.role for s in find_segments("The minister resigned")] == ["body"]


def test_white_space_alone_is_furniture() -> None:
    """A text of white space is one part that says nothing; an empty one has none."""
    assert [s.role for s in find_segments(" \n ")] == ["furniture"]
    assert find_segments("") == ()


def test_roles_of_the_example(seeds: Path) -> None:
    """At least 98 of 100 lines of the example are right, and no body line is lost."""
    right = total = 0
    lost: list[str] = []
    for name, roles in labels(seeds).items():
        text = (seeds / name).read_text(encoding="utf-8")
        for number, (found, wanted) in enumerate(
            zip(roles_by_line(text), roles, strict=True), start=1
        ):
            total += bool(wanted)
            right += bool(wanted) and found in wanted.split("|")
            if "body" in wanted and "body" not in found:
                lost.append(f"{name}:{number}")
    assert lost == []
    assert right >= 0.98 * total


def labels(seeds: Path) -> dict[str, list[str]]:
    """Give file → role of each line by hand; body where the labels say nothing."""
    rows = [
        row.split("\t")
        for row in LABELS.read_text(encoding="utf-8").splitlines()
        if not row.startswith("#")
    ]
    found: dict[str, list[str]] = {}
    for file in sorted(seeds.glob("*.txt")):
        lines = file.read_text(encoding="utf-8").split("\n")
        given = {
            int(number): roles for name, number, roles in rows if name == file.name
        }
        found[file.name] = [
            given.get(i, "body") if line.strip() else ""
            for i, line in enumerate(lines, start=1)
        ]
    return found


def roles_by_line(text: str) -> list[str]:
    """Give the roles of the parts of each line of *text*, joined with `+`."""
    segments = find_segments(text)
    found: list[str] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        found.append(
            "+".join(
                s.role
                for s in segments
                if text[max(start, s.span.start) : min(end, s.span.end)].strip()
            )
        )
        start = end + 1
    return found


def test_the_phrases_of_furniture_are_in_lower_case() -> None:
    """No phrase asks for a capital, which the line it is held against has not."""
    for row in word_table("line_furniture"):
        letters = re.sub(r"\\.", "", row[3])
        assert letters == letters.lower(), row


@pytest.mark.parametrize(
    ("notice", "is_correction"),
    [
        ("Correction: An earlier version gave the wrong age of the winner.", True),
        (
            "This article was corrected on 4 March 2020 to give the number of schools.",
            True,
        ),
        ("(This story has been corrected to fix the name of the airport)", True),
        ("Editor's note: An earlier version misstated the number of hospitals.", True),
        ("An earlier version of this report misspelled the name of the ferry.", True),
        ("Editor's note: This story contains an image of the flood.", False),
        ("Note to readers: The name of the tanker's captain is withheld.", False),
        ("EDITORS' NOTE — The names of the jurors are left out.", False),
    ],
)
def test_a_correction_is_told_from_a_note(notice: str, *, is_correction: bool) -> None:
    """What was corrected is kept with the article; a note of the editors is none."""
    text = f"Ballot counted again\n\nThe ballot was counted on Monday.\n\n{notice}\n"
    article = briefing.read_text(text)
    reason = "correction" if is_correction else "editors' note"
    assert article.lines[-1].because == reason
    assert corrections_of(article) == ((notice,) if is_correction else ())
