"""What means something only with what stood before is found, and resolved or left."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extract.antecedents.find import find_antecedent
from briefing.extract.attribution.find import find_attributions
from briefing.extract.dates import find_dates
from briefing.extract.names.find import find_names
from briefing.extract.quotes import find_quotes
from briefing.extract.reading import Reading, read_sentences
from briefing.extract.references import find_references
from briefing.model.statement import Reference
from briefing.readers import read_text
from tests.case_files import Case, case_file

HEADLINE = "Notes of the day\n\n"
VOCABULARY = """
    'He she They it It said added Anna Lindqvist Tom Berg . . , “ ” " the The group
    this' " minister there But However Monday his her who told that Both such a
"""
WORDS = st.sampled_from(VOCABULARY.split())


def _find(text: str, published: dt.date | None) -> tuple[Reading, list[Reference]]:
    reading = read_sentences(read_text(text, published=published))
    names = find_names(reading)
    attributions = find_attributions(reading, find_quotes(reading), names)
    found = find_references(reading, names, attributions, find_dates(reading))
    begin = len(HEADLINE) if text.startswith(HEADLINE) else 0
    body = [s.index for s in reading.sentences if s.span.start >= begin]
    return reading, [reference for i in body for reference in found[i]]


def _line(text: str, reference: Reference) -> str:
    words = text[reference.span.start : reference.span.end].replace("\n", " ")
    return f"{reference.kind} {reference.antecedent or '-'} | {words}"


@case_file("references.md")
def test_references(case: Case) -> None:
    """An article of the first line's day holds the references that are listed."""
    day, _, text = case.input.partition("\n")
    reading, found = _find(HEADLINE + text, dt.date.fromisoformat(day))
    assert "\n".join(_line(reading.text, r) for r in found) == case.expected


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_references_lie_in_their_sentences(text: str) -> None:
    """Whatever the text, references have a reason, and none overlaps another."""
    _, found = _find(HEADLINE + text, None)
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    assert all(r.because and r.span.start < r.span.end for r in found)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_an_antecedent_stands_before_its_pronoun(text: str) -> None:
    """A pronoun is only ever resolved to a person whom the text named before it."""
    reading = read_sentences(read_text(HEADLINE + text))
    names = find_names(reading)
    for sentence in reading.sentences:
        for token in sentence.tokens:
            if token.lower in {"he", "she", "his", "her"}:
                found = find_antecedent(reading, names, sentence.index, token.start)
                assert found.because
                if found.name is not None:
                    assert found.name.kind == "person"
                    assert found.name.span.end <= token.start


def test_a_sentence_without_end_is_read_too() -> None:
    """A page of words without a full stop neither fails nor takes quadratic time."""
    endless = "he said “they told her the group left there " * 400
    _, found = _find(HEADLINE + f"Anna Lindqvist spoke. {endless}. He left.", None)
    assert found


def test_the_last_speaker_goes_on() -> None:
    """Who spoke last goes on; where the sex is another's, the only one who fits."""
    text = HEADLINE + "Anna Lindqvist met Tom Berg at noon. “We agree,” she added."
    reading = read_sentences(read_text(text))
    names = find_names(reading)
    index = len(reading.sentences) - 1
    start = reading.text.index("she")
    anna, tom = (name for found in names for name in found)
    assert find_antecedent(reading, names, index, start, anna).name == anna
    assert find_antecedent(reading, names, index, start, tom).name == anna


def test_a_speaker_gives_way_to_whoever_was_named_since() -> None:
    """The last speaker known goes on only while nobody else who fits was named."""
    text = (
        "Anna Lindqvist spoke at noon. Vera Holm said the dam held. She added thanks."
    )
    reading = read_sentences(read_text(HEADLINE + text))
    names = find_names(reading)
    start = reading.text.index("She")
    anna, vera = (name for found in names for name in found)
    index = len(reading.sentences) - 1
    assert find_antecedent(reading, names, index, start, anna).name == vera
