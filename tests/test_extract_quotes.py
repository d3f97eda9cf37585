"""What stands in quotation marks is found, and speech is told from terms."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.quotes import find_quotes
from briefing.extract.reading import read_sentences
from tests.builders import article
from tests.case_files import Case, case_file

MARKED = st.text(st.sampled_from("ab ,.\n\"'“”‘’«»`—("), max_size=120)


@case_file("quotes.md")
def test_quotes(case: Case) -> None:
    """A text holds the quotations that are listed, in order."""
    reading = read_sentences(article(case.input))
    lines = [
        f"{'speech' if quote.is_speech else 'term'}{' open' * quote.is_open}"
        f" | {reading.text[quote.inner.start : quote.inner.end]}"
        for quote in find_quotes(reading)
    ]
    assert "\n".join(lines) == case.expected


@given(MARKED)
def test_quotes_lie_in_the_text_and_apart(text: str) -> None:
    """Whatever the marks, quotations are in order, none overlaps another."""
    last = 0
    for quote in find_quotes(read_sentences(article(text))):
        span, inner = quote.span, quote.inner
        assert last <= span.start < span.end <= len(text)
        assert span.start <= inner.start <= inner.end <= span.end
        last = span.end


def test_many_stray_marks_are_read_in_one_pass() -> None:
    """Marks that never close cost neither depth nor time."""
    reading = read_sentences(article("'a \"b “c «d " * 2000))
    assert len(find_quotes(reading)) <= 1
