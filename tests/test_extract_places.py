"""Places are found with the country meant, and without one where that is unsure."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.places import country_entries, find_places
from briefing.extract.reading import read_sentences
from briefing.model.statement import Place
from briefing.readers import read_text
from tests.case_files import Case, case_file

VOCABULARY = """
    Paris France in the U.S. Kremlin Washington D.C. New York Georgia Serbs L'Aquila
    , . Brussels said mayor of São Paulo Milan Kovac Côte d'Ivoire and
"""
WORDS = st.sampled_from(VOCABULARY.split())


def _line(text: str, place: Place) -> str:
    words = text[place.span.start : place.span.end]
    return f"{place.name}, {place.kind}, {place.country or '-'} | {words}"


@case_file("places.md")
def test_places(case: Case) -> None:
    """A text holds the places that are listed, in order."""
    reading = read_sentences(read_text(case.input))
    lines = [_line(reading.text, p) for found in find_places(reading) for p in found]
    assert "\n".join(lines) == case.expected


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_places_lie_in_their_sentences(text: str) -> None:
    """Whatever the text, places lie inside their sentence and never overlap."""
    reading = read_sentences(read_text(text))
    for sentence, places in zip(reading.sentences, find_places(reading), strict=True):
        end = sentence.span.start
        for place in places:
            assert end <= place.span.start < place.span.end <= sentence.span.end
            end = place.span.end


def test_every_country_has_a_code_of_two_letters() -> None:
    """The table of countries gives each name, people and seat one code or none."""
    for entries in country_entries().values():
        for words, entry in entries:
            assert words
            assert entry.country is None or (
                len(entry.country) == 2 and entry.country.isupper()
            )
