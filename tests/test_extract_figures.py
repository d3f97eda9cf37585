"""Figures are read with what they count, what befell it, and whether it is real."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract import extract_statements
from briefing.extract.figures.find import find_figures
from briefing.extract.reading import read_sentences
from briefing.model.statement import Figure
from briefing.readers import read_text
from briefing.relate.amounts import amounts_of
from briefing.text.numbers import read_number
from tests.case_files import Case, case_file

PIECES = """
    at least 30 people were killed and 4,500 soldiers from 8 to 5 dozens of homes
    damaged
    $3.4bn 7 % another injured no one a guard died , . several hundred up between two
    hundred thousand Flight 752 27-nation others three more than rose the toll 1-2
    half third quarter of them those none one who with 5-foot-7 hospital
"""
WORDS = st.sampled_from(PIECES.split())


def _find(text: str) -> tuple[str, list[Figure]]:
    article = read_text(text)
    found = find_figures(read_sentences(article))
    return article.text, [figure for sentence in found for figure in sentence]


def _line(text: str, figure: Figure) -> str:
    size = f"{figure.low:g}"
    if figure.high != figure.low:
        size += f"..{figure.high:g}"
    about = "~" if figure.is_approximate else ""
    unreal = "" if figure.is_real else " (not real)"
    unreal = " (dropped)" if figure.is_dropped else unreal
    unreal += " (part)" if figure.is_part else ""
    words = text[figure.span.start : figure.span.end].replace("\n", " ")
    unit = figure.unit or "-"
    return f"{about}{size} {unit}, {figure.measure or '-'}{unreal} | {words}"


@case_file("figures.md", "figures_classes.md")
def test_figures(case: Case) -> None:
    """A sentence holds the figures that the case lists."""
    text, found = _find(case.input)
    lines = "\n".join(_line(text, figure) for figure in found)
    assert (lines or "none") == case.expected


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Some 600 Danish soldiers arrived.", "Danish soldiers"),
        ("Three of the ship's cooks drowned.", "ship's cooks"),
        ("Hundreds of striking nurses marched.", "striking nurses"),
        ("The number of Italian judges fell to 40.", "Italian judges"),
    ],
)
def test_whose_they_are_is_kept(words: str, what: str) -> None:
    """What is counted is kept as written, with whose it is."""
    _, (figure,) = _find(words)
    assert figure.what == what


def test_a_part_is_no_other_number_of_the_whole() -> None:
    """Neither a part nor “one” before a noun is held against another number."""
    article = read_text(
        "Two of the miners were killed. Half of the ferries sank.\n\n"
        "One witness saw two fires. Nine miners were killed."
    )
    kept = [a.words for s in extract_statements(article) for a in amounts_of(s)]
    assert kept == ["two fires", "Nine miners"]


@given(st.lists(WORDS, max_size=25))
def test_no_words_confuse_the_finder(words: list[str]) -> None:
    """Figures lie in order, do not overlap, and run from low to high."""
    article = read_text(" ".join(words))
    reading = read_sentences(article)
    for sentence, found in zip(reading.sentences, find_figures(reading), strict=True):
        end = sentence.span.start
        for figure in found:
            assert end <= figure.span.start < figure.span.end <= sentence.span.end
            end = figure.span.end
            assert 0 <= figure.low <= figure.high
            assert figure.unit


@given(st.integers(0, 999_999))
def test_numbers_with_commas_are_read(number: int) -> None:
    """However large, digits with their commas give the number."""
    assert read_number(f"{number:,}") == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("twenty-five", 25),
        ("three hundred and fifty", 350),
        ("two dozen", 24),
        ("1.2 million", 1_200_000),
        ("2.5bn", None),
        ("two thousand and six", 2006),
        ("half a million", 500_000),
        ("seven score", None),
        ("9" * 400, None),
        ("", None),
    ],
)
def test_written_numbers(words: str, number: float | None) -> None:
    """Words give the number they write, and nothing where they write none."""
    assert read_number(words) == number
