"""What a round-up tells below its report is left out; a report's own end is not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from briefing.extract import extract_statements
from briefing.model.corpus import Corpus
from briefing.readers import read_text
from briefing.relate import relate_statements

REPORT = (
    "Ferry Osa Star runs aground off Lomo\n\n"
    "The ferry Osa Star ran aground off Lomo on Sunday, the coast guard said.\n\n"
    "All 300 people on board the Osa Star were taken off by noon.\n\n"
    "Captain Ines Okafor said that fog had hidden the reef of Lomo.\n\n"
    "The reef is marked by a light that has been out since May, she said.\n\n"
)
OTHER = (
    "A court in Brenna jailed the banker Viktor Halm for nine years.\n\n"
    "Halm took 4 million from the Brenna Savings Bank, the judge Rosa Thal held.\n\n"
    "No appeal was lodged.\n"
)
WITNESS = (
    "Pavel Dorn, a baker from Brenna, said he had slept when the hull struck.\n\n"
    "Dorn carried two children of the Halm family to the boats.\n\n"
    "They were given blankets.\n"
)
ON = (
    "Pavel Dorn of the Brenna Savings Bank slept in a chair at the harbour.\n\n"
    "Dorn had booked the Osa Star with his wife Rosa Thal.\n\n"
    "They were given blankets.\n"
)


def related(end: str, others: int = 2) -> Corpus:
    """Relate a report that ends with *end*, beside *others* without an end."""
    day = dt.date(2022, 6, 6)
    texts = [REPORT + end] + [REPORT] * others
    articles = [
        replace(read_text(text, published=day), id=f"{i}.txt", path=f"{i}.txt")
        for i, text in enumerate(texts)
    ]
    statements = [s for a in articles for s in extract_statements(a)]
    return relate_statements(articles, statements)


def test_another_story_is_left_out() -> None:
    """A block without a name or word of the event is no part of the corpus."""
    corpus = related(OTHER)
    assert [s.text[:12] for s in corpus.other_stories] == [
        "A court in B",
        "Halm took 4 ",
        "No appeal wa",
    ]
    assert not any("Halm" in s.text for s in corpus.statements)


@pytest.mark.parametrize("end", [WITNESS, ON, "", OTHER.rpartition("No appeal")[0]])
def test_a_reports_own_end_is_kept(end: str) -> None:
    """A witness, what names the event again, and two sentences are the report's."""
    assert related(end).other_stories == ()


def test_two_articles_cannot_tell() -> None:
    """Where only one other article tells of the event, nothing is left out."""
    assert related(OTHER, others=1).other_stories == ()
