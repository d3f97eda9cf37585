"""People, bodies and other bearers of names are found under their fullest form."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.names.find import find_names
from briefing.extract.reading import read_sentences
from briefing.model.statement import Name
from briefing.readers import read_text
from tests.case_files import Case, case_file

VOCABULARY = """
    Mr Anna Lindqvist Lindqvist's van der Meer Gen. John F. O'Brien U.S. NATO chief
    the of President Ministry Defence and said , . “ ” but Flight 752 al-Assad ICAO
    (ICAO) - spokesman Serbian Monday I IMPOSSIBLE Union for é Vučić US-led
"""
WORDS = st.sampled_from(VOCABULARY.split())


def _line(text: str, name: Name) -> str:
    words = text[name.span.start : name.span.end].replace("\n", " ")
    return f"{name.name}, {name.kind}, {name.role or '-'} | {words}"


@case_file("names.md")
def test_names(case: Case) -> None:
    """An article's body names those who are listed, in order."""
    reading = read_sentences(read_text(case.input))
    found = find_names(reading)
    lines = [
        _line(reading.text, name)
        for sentence, names in zip(reading.sentences, found, strict=True)
        if sentence.span.start >= case.input.index("\n")
        for name in names
    ]
    assert "\n".join(lines) == case.expected


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_names_lie_in_their_sentences(text: str) -> None:
    """Whatever the text, names lie inside their sentence, in order, none in another."""
    reading = read_sentences(read_text(text))
    for sentence, names in zip(reading.sentences, find_names(reading), strict=True):
        end = sentence.span.start
        for name in names:
            assert end <= name.span.start < name.span.end <= sentence.span.end
            assert name.name.strip()
            end = name.span.end


def test_a_full_name_later_completes_the_short_form_before() -> None:
    """A surname in the headline has the full name that only the body gives."""
    reading = read_sentences(
        read_text("Hollmann quits\n\nMs Vera Hollmann quit today.")
    )
    names = [name.name for sentence in find_names(reading) for name in sentence]
    assert set(names) == {"Vera Hollmann"}
