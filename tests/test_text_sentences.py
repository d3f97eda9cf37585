"""Sentences begin and end where a reader says they do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.article import SPOKEN_ROLES, Segment, Span
from briefing.text.roles import find_segments
from briefing.text.sentences import LONGEST, find_sentences
from tests.case_files import Case, case_file
from tests.test_text_roles import PAGES


@case_file("sentences.md")
def test_sentences(case: Case) -> None:
    """A paragraph is parted into the sentences that the case lists."""
    body = (Segment(Span(0, len(case.input)), "body", "a case"),)
    found = [case.input[s.start : s.end] for s in find_sentences(case.input, body)]
    assert found == case.expected.split("\n")


@given(PAGES)
def test_sentences_lie_within_spoken_segments_in_order(text: str) -> None:
    """No sentence leaves its segment, overlaps another, or has white space around."""
    segments = [s for s in find_segments(text) if s.role in SPOKEN_ROLES]
    sentences = find_sentences(text, find_segments(text))
    assert list(sentences) == sorted(sentences)
    ends = [0, *(s.end for s in sentences)]
    assert all(s.start >= end for s, end in zip(sentences, ends, strict=False))
    for sentence in sentences:
        words = text[sentence.start : sentence.end]
        assert words == words.strip() != ""
        assert any(
            s.span.start <= sentence.start and sentence.end <= s.span.end
            for s in segments
        )


@given(PAGES)
def test_no_word_is_left_out(text: str) -> None:
    """Each character of a spoken segment but white space is in a sentence."""
    segments = find_segments(text)
    spoken = "".join(
        text[s.span.start : s.span.end] for s in segments if s.role in SPOKEN_ROLES
    )
    kept = "".join(text[s.start : s.end] for s in find_sentences(text, segments))
    assert "".join(kept.split()) == "".join(spoken.split())


@given(st.sampled_from(["on Friday, ", "“", "a", "(b) ", "e\u0301"]))
def test_no_sentence_is_as_long_as_a_file(piece: str) -> None:
    """What never ends is parted, at white space if it has any, and nothing is lost."""
    text = "The river rose. " + piece * 20_000
    spans = find_sentences(text, (Segment(Span(0, len(text)), "body", "test"),))
    words = [text[span.start : span.end] for span in spans]
    assert max(map(len, words)) <= LONGEST
    assert "".join("".join(words).split()) == "".join(text.split())
    assert " " not in piece or " ".join(words).split() == text.split()
