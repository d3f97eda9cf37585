"""Brackets hold what the words lack, and no more."""

from __future__ import annotations

import datetime as dt

import pytest

from briefing.compose.parts import cuts_of, parts_of, text_of
from briefing.extract import extract_statements
from briefing.readers import read_text
from briefing.text.contractions import contraction_at
from tests.case_files import Case, case_file


@case_file("brackets.md")
def test_brackets(case: Case) -> None:
    """The last sentence of an article stands in a brief as the case says."""
    day, _, text = case.input.partition("\n")
    article = read_text(
        f"Notes of the day\n\n{text}", published=dt.date.fromisoformat(day)
    )
    last = extract_statements(article)[-1]
    cuts = cuts_of(last, last.references)
    shown = text_of(parts_of(last, article.text, 1, cuts), article.text)
    assert shown == case.expected


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("He's reportedly gone", "has"),
        ("He's under arrest", "is"),
        ("He's known as a diver", None),
        ("He's wanted by police", "is"),
        ("He's", None),
        ("He'd", None),
        ("He'd better wait", "had"),
        ("He'd cut the rope", None),
        ("He'd paid", "had"),
        ("He’ll stay", "will"),
    ],
)
def test_a_shortened_verb_is_told_or_left(words: str, verb: str | None) -> None:
    """Behind an apostrophe stands the one verb it can be, or none."""
    found = contraction_at(words, len("He"))
    assert found is not None
    assert found.verb == verb


def test_no_apostrophe_no_verb() -> None:
    """A pronoun with its verb written out has no shortened one."""
    assert contraction_at("He is", len("He")) is None
