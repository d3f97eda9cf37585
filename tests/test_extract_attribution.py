"""Who says what: cue, source, content and speaker, in the forms of news English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.attribution.cues import LONGEST_SENTENCE
from briefing.extract.attribution.find import find_attributions
from briefing.extract.attribution.lexicon import cue_verbs
from briefing.extract.names.find import find_names
from briefing.extract.quotes import find_quotes
from briefing.extract.reading import Reading, read_sentences
from briefing.model.article import Span
from briefing.model.statement import Attribution
from briefing.readers import read_text
from tests.builders import article
from tests.case_files import Case, case_file

VOCABULARY = """Ruiz said that the mayor told reporters “we will wait” she , and .
according to as claim 's " he was believed by it : — who ( ) urged them denied"""
WORDS = st.lists(st.sampled_from(VOCABULARY.split()), max_size=40)


def attributed(reading: Reading) -> list[list[Attribution]]:
    """Give the attributions of a reading, a list a sentence."""
    names = find_names(reading)
    found = find_attributions(reading, find_quotes(reading), names)
    return [list(held) for held in found]


def line_of(text: str, made: Attribution) -> str:
    """Write an attribution as the case file does."""

    def cut(span: Span | None) -> str:
        return " ".join(text[span.start : span.end].split()) if span else "-"

    who, role = "?", ""
    if made.speaker:
        who, role = made.speaker.name, made.speaker.role or ""
        role = "anonymous" if made.speaker.is_anonymous else role
    said = " … ".join(cut(span) for span in made.content)
    return f"{made.kind} | {who} | {role} | {cut(made.cue)} | {said}"


@case_file("attribution.md", "attribution_classes.md")
def test_attribution(case: Case) -> None:
    """A text holds the attributions that are listed, in order."""
    reading = read_sentences(read_text(case.input))
    found = [line_of(case.input, a) for held in attributed(reading) for a in held]
    assert "\n".join(found) == case.expected


@given(WORDS)
def test_spans_lie_in_the_article_and_apart(words: list[str]) -> None:
    """Whatever the words, contents are slices of the article that do not overlap."""
    text = " ".join(words)
    for held in attributed(read_sentences(article(text))):
        for made in held:
            assert made.content
            spans = [*made.content, *filter(None, [made.cue, made.source])]
            assert all(0 <= s.start < s.end <= len(text) for s in spans)
            places = sorted(made.content)
            ends = [span.end for span in places]
            starts = [span.start for span in places[1:]]
            assert all(end <= start for end, start in zip(ends, starts, strict=False))


@given(WORDS)
def test_an_attribution_belongs_to_the_sentence_of_its_cue(words: list[str]) -> None:
    """A cue lies in the sentence that holds the attribution."""
    reading = read_sentences(article(" ".join(words)))
    for sentence, held in zip(reading.sentences, attributed(reading), strict=True):
        for made in held:
            at = made.cue or made.content[0]
            assert sentence.span.start <= at.start < sentence.span.end


def test_a_headline_with_a_name_and_a_colon_attributes() -> None:
    """What stands after a name's colon in a headline is that name's."""
    text = (
        "Novak: The Dam Is Safe\n\n"
        "The dam above Brod held through the night, engineers said on Monday. "
        "Water levels were falling, and the road to the coast was open again."
    )
    reading = read_sentences(read_text(text))
    first = attributed(reading)[0]
    assert [line_of(text, made) for made in first] == [
        "indirect | Novak |  | : | The Dam Is Safe"
    ]


def test_a_sentence_without_end_is_left_alone() -> None:
    """A table read as one sentence attributes nothing."""
    text = "Ruiz said no and " * LONGEST_SENTENCE
    assert attributed(read_sentences(article(text))) == [[]]


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("said", "say"),
        ("denies", "deny"),
        ("planning", "plan"),
        ("referred", "refer"),
        ("lying", "lie"),
        ("thought", "think"),
        ("agreed", "agree"),
    ],
)
def test_verbs_are_known_by_their_forms(word: str, lemma: str) -> None:
    """Regular and irregular forms lead to their verb."""
    assert cue_verbs()[word].verb.lemma == lemma
