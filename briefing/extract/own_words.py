"""Pieces in the first person: speeches, columns and appeals, which report nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.extract.reading import Reading, Sentence
from briefing.model.article import Span
from briefing.model.statement import Attribution

FEWEST: Final = 3
"""Sentences in the first person, outside all quotations, that make a piece personal; of
135 reports in the development texts none has more than one."""

SHARE: Final = 0.12
"""Their share of the body, so that a long report with a few of them stays one."""

WE: Final = 0.5
"""What a sentence with "we" weighs beside one with "I"."""

_ALONE: Final = frozenset({"I", "me", "my", "My"})
_PERSONAL: Final = frozenset({"I", "me", "my", "My", "we", "We", "our", "Our", "us"})
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
    """Tell whether the author of the article speaks of himself: a speech, a column.

    *quotes* are, sentence by sentence, its quotations; who says "I" there, or in words
    that are ascribed to somebody, is not the author.
    """
    body = [s for s in reading.sentences if s.role == "body"]
    # Where a mark is lost, what stands beside a quotation may be one.
    quoting = {s.segment for s in body if any(m in s.text for m in '"“”«»')}
    found = sum(
        _weight(sentence, _said(attributions[sentence.index], quotes[sentence.index]))
        for sentence in body
        if sentence.segment not in quoting
    )
    return found >= max(FEWEST, SHARE * len(body))


def _weight(sentence: Sentence, said: Sequence[Span]) -> float:
    """Weigh the author's own words: "we" may be all who live in a town, "I" is he."""
    if not in_person(sentence, said):
        return 0.0
    return 1.0 if any(t.text in _ALONE for t in sentence.tokens) else WE


def _said(attributions: Sequence[Attribution], quotes: Sequence[Span]) -> list[Span]:
    """Give what somebody with a name says here; "I am sure that" is the author's."""
    named = [a for a in attributions if a.speaker is not None]
    return [*quotes, *(span for a in named for span in a.content)]
