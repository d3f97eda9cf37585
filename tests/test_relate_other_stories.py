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


def test_reactions_at_a_reports_end_stay() -> None:
    """New names in the town of the event are of the event, whatever they speak of."""
    town = OTHER.replace("Brenna", "Lomo")
    assert not related(town).other_stories


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


HEAD = "The Latest: Ferry Osa Star aground off Lomo\n\nLOMO (AP) — The Latest:\n\n"
ABOUT = (
    "2:45 p.m.\n\nThe ferry Osa Star lies on the reef of Lomo, they say.\n\n",
    "1 p.m.\n\nTugs from Lomo have reached the ferry and taken a line.\n\n",
)
OTHERS = (
    "11:30 a.m.\n\nThe banker Viktor Halm of the Brenna Savings Bank was jailed.\n\n",
    "11 a.m.\n\nVoters in Tarn and Old Harwick queue before the Grand Union Hall.\n\n",
    "10 a.m.\n\nThe Harwick Rovers have signed the striker Milo Petric from Tarn.\n\n",
)
WITNESSES = (
    "9 a.m.\n\nPavel Dorn, a baker from Brenna, slept when the hull struck.\n\n",
    "8 a.m.\n\nNobody was hurt, says Captain Ines Okafor.\n\n",
)


def live(*entries: str) -> list[str]:
    """Relate a live report beside two others; give the openings of what is left out."""
    text = HEAD + "___\n\n".join(entries)
    articles = [
        replace(read_text(t, published=dt.date(2022, 6, 6)), id=f"{i}", path=f"{i}.txt")
        for i, t in enumerate([text, REPORT, REPORT])
    ]
    statements = [s for a in articles for s in extract_statements(a)]
    found = relate_statements(articles, statements).other_stories
    return [s.text[:10] for s in found]


@pytest.mark.parametrize("other", OTHERS)
def test_entries_of_other_matters_are_left_out(other: str) -> None:
    """What a live report tells of a court, a vote or a match is not of the event."""
    assert live(*ABOUT, other, *WITNESSES) == [other.partition("\n\n")[2][:10]]


def test_a_live_report_of_the_event_is_kept_whole() -> None:
    """Witnesses and hours alone part no live report."""
    assert live(*ABOUT, *WITNESSES) == []
    assert live(OTHERS[0], *WITNESSES, ABOUT[0]) == []
