"""Words that withhold, deny or condition are found and told apart."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.hedges import find_hedges
from briefing.extract.opinion import is_opinion
from briefing.extract.phrases import build_tree, find_phrases
from briefing.extract.reading import read_sentences
from briefing.model.article import Span
from briefing.model.statement import Attribution, HedgeKind
from briefing.readers import read_text
from briefing.resources import word_table
from briefing.text.words import tokens
from tests.case_files import Case, case_file


@case_file("hedges.md")
def test_hedges(case: Case) -> None:
    """A text holds the hedges that are listed, in order."""
    reading = read_sentences(read_text(case.input))
    lines = [
        f"{hedge.kind} | {reading.text[hedge.span.start : hedge.span.end]}"
        for found in find_hedges(reading)
        for hedge in found
    ]
    assert "\n".join(lines) == case.expected


def test_every_cue_has_a_known_kind() -> None:
    """The list of cues gives only kinds that the model has, or none."""
    rows = [row for row in word_table("hedge_cues") if not row[0].startswith("@")]
    classes = [
        r for r in word_table("hedge_cues") if r[0].startswith("@") and "|" in r[1]
    ]
    kinds = {row[1] for row in word_table("hedge_cues") if row not in classes}
    assert rows
    assert kinds <= {*get_args(HedgeKind), "none"}


@given(st.lists(st.sampled_from(["a", "b", "c", "d", "x"]), max_size=12))
def test_phrases_are_found_as_by_hand(words: list[str]) -> None:
    """The tree finds at each place the longest phrase that the patterns spell out."""
    tree = build_tree(
        [("@k", "a|b"), ("@k c? d", "one"), ("a", "two"), ("c_c", "three")]
    )
    spelled = {
        "a c d": "one",
        "b c d": "one",
        "a d": "one",
        "b d": "one",
        "a": "two",
        "c c": "three",
    }
    expected = []
    at = 0
    while at < len(words):
        for size in (3, 2, 1):
            value = spelled.get(" ".join(words[at : at + size]))
            if value and at + size <= len(words):
                expected.append((at, at + size - 1, value))
                at += size
                break
        else:
            at += 1
    assert list(find_phrases(tree, tokens(" ".join(words)))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It is imperative that the council acts.",
        "In conclusion, the flood demands a new plan.",
        "We must not forget the miners.",
        "The government must act before the next flood.",
        "Needless to say, nobody was fined.",
        "While both are presumed innocent, hopefully both of them learn a lesson.",
        "Of course, the dam was never safe.",
        "It is no wonder that the voters stayed at home.",
        "No doubt the fans will sing on Sunday.",
    ],
)
def test_an_outlets_own_argument_is_opinion(text: str) -> None:
    """An outlet that argues in its own voice gives an opinion."""
    assert is_opinion(read_sentences(read_text(text)).sentences[0], ())


@pytest.mark.parametrize(
    "text",
    [
        "The council voted on Monday to rebuild the dyke.",
        "Tenants must leave by noon.",
        "She looked hopefully at the gate.",
        "There was no doubt about the cause, the engineer said.",
        "“We must not forget the miners,” the bishop said.",
        "Three people were killed in conclusion of a chase.",
        "The clear water of the lake is important to anglers.",
    ],
)
def test_facts_and_quoted_arguments_are_no_opinion(text: str) -> None:
    """A fact, or somebody's quoted argument, is not the outlet's opinion."""
    assert not is_opinion(read_sentences(read_text(text)).sentences[0], ())


def test_what_is_attributed_is_not_the_outlets_opinion() -> None:
    """An argument that the text ascribes to somebody is his."""
    sentence = read_sentences(read_text("We must rebuild, the mayor said.")).sentences[
        0
    ]
    content = Span(sentence.span.start, sentence.span.start + 15)
    said = Attribution((content,), None, None, None, "indirect", "")
    assert is_opinion(sentence, ())
    assert not is_opinion(sentence, (said,))
    assert not is_opinion(sentence, (), (content,))
