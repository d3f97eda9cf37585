"""Pieces that report nothing: speeches, columns, appeals, advice to the reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from briefing.extract.opinion_labels import calls_itself, is_called_opinion
from briefing.extract.reading import Reading, Sentence
from briefing.model.article import Span
from briefing.model.statement import Attribution

FEWEST: Final = 3
"""Sentences that say I or you, outside all quotations, that make a piece personal; of
some 300 reports in the development texts none has more than two."""

SHARE: Final = 0.12
"""Their share of the body, so that a long report with a few of them stays one."""

HALF: Final = 0.5
"""What a sentence with "we" weighs beside one with "I", and a question that nobody is
quoted with: explainers are made of them."""

ADVICE: Final = 1 / 3
"""Share of the body in sentences that name nobody and say what may or can be done ("An
owner may ask a court"), that makes a piece advice; at most .28 of a report."""

FEWEST_OF_ADVICE: Final = 4

_MARKS: Final = frozenset('"“”«»')
_ALONE: Final = frozenset({"I", "me", "my", "My"})
_PERSONAL: Final = frozenset({"I", "me", "my", "My", "we", "We", "our", "Our", "us"})
_READER: Final = frozenset({"you", "You", "your", "Your", "yourself", "yours"})
_MAY: Final = frozenset({"may", "might", "can"})
_BEFORE_NUMERAL: Final = frozenset({"War", "Part", "Phase", "Type", "Class", "Act"})


def in_person(sentence: Sentence, said: Sequence[Span] = ()) -> bool:
    """Tell whether *sentence* says I or we outside what is *said* by somebody."""
    before = ""
    for token in sentence.tokens:
        is_person = token.text in _PERSONAL and before not in _BEFORE_NUMERAL
        if is_person and not any(s.start <= token.start < s.end for s in said):
            return True
        before = token.text
    return False


def is_personal(
    reading: Reading,
    attributions: Sequence[Sequence[Attribution]],
    quotes: Sequence[Sequence[Span]],
) -> bool:
    """Tell whether the author speaks of himself or to the reader: a column, advice.

    *quotes* are, sentence by sentence, its quotations; who says "I" there, or in words
    that are ascribed to somebody, is not the author.
    """
    if is_called_opinion(reading.article):
        return True
    body = [s for s in reading.sentences if s.role == "body"]
    # Where a mark is lost, what stands beside a quotation may be one; not so beside a
    # title of a film in marks.
    marks = Counter(s.segment for s in body for mark in s.text if mark in _MARKS)
    quoting = {s.segment for s in body if quotes[s.index] or marks[s.segment] % 2}
    if any(calls_itself(s.text) for s in body if s.segment not in quoting):
        return True
    found = sum(
        _weight(sentence, _said(attributions[sentence.index], quotes[sentence.index]))
        for sentence in body
        if sentence.segment not in quoting
    )
    advice = sum(advises(sentence) for sentence in body)
    return found >= max(FEWEST, SHARE * len(body)) or (
        advice >= max(FEWEST_OF_ADVICE, ADVICE * len(body))
    )


def _weight(sentence: Sentence, said: Sequence[Span]) -> float:
    """Weigh the author's own words: "we" may be all who live in a town, "I" is he."""
    words = [
        token.text
        for token in sentence.tokens
        if not any(s.start <= token.start < s.end for s in said)
    ]
    is_alone = not _ALONE.isdisjoint(words) and in_person(sentence, said)
    if is_alone or not _READER.isdisjoint(words):
        return 1.0
    return HALF if words[-1:] == ["?"] or in_person(sentence, said) else 0.0


def advises(sentence: Sentence) -> bool:
    """Tell whether *sentence* says of nobody by name what may or can be done."""
    words = [token.text for token in sentence.tokens]
    return not _MAY.isdisjoint(words) and not any(
        word[0].isupper() or word[0].isdigit() for word in words[1:]
    )


def _said(attributions: Sequence[Attribution], quotes: Sequence[Span]) -> list[Span]:
    """Give what somebody says here, not the author with "I am sure that"."""
    named = [a for a in attributions if a.speaker is not None or a.kind == "direct"]
    return [*quotes, *(span for a in named for span in a.content)]
