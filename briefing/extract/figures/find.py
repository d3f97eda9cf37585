"""Find how many: numbers, what they count, and what befell it.

A bound open on one side is the number stated, approximate: "at least 30" is 30 to 30.
An upper bound begins at nothing: "up to 40" is 0 to 40. Vague words have the ranges of
`data/words/figure_words.tsv`: "several dozen" is 24 to 84, "hundreds" 200 to 999.
"""

from __future__ import annotations

from briefing.extract.dates.expressions import expressions_in, lowered
from briefing.extract.figures.antecedents import Before, Told
from briefing.extract.figures.candidate import Candidate
from briefing.extract.figures.candidates import TRIGGER, find_candidates
from briefing.extract.figures.dropped import Fate, fates
from briefing.extract.figures.measures import CUE_WORDS
from briefing.extract.figures.reality import is_real
from briefing.extract.reading import Reading, Sentence
from briefing.model.article import Span
from briefing.model.statement import Figure

__all__ = ["find_figures"]


def find_figures(reading: Reading) -> tuple[tuple[Figure, ...], ...]:
    """Give the figures of each sentence, in order; none overlap."""
    told, found = Told(), []
    for sentence in reading.sentences:
        figures = _figures(sentence, told.before)
        told.add(sentence.text, figures)
        found.append(figures)
    return tuple(found)


def _figures(sentence: Sentence, before: Before) -> tuple[Figure, ...]:
    text = sentence.text
    lower = lowered(text)
    has_cue = not CUE_WORDS.isdisjoint(token.lower for token in sentence.tokens)
    if not has_cue and not TRIGGER.search(lower):
        return ()
    found = find_candidates(text, lower, expressions_in(text), before, has_cue=has_cue)
    known = fates(lower, found)
    return tuple(
        _figure(candidate, text, sentence.span.start, known.get(place))
        for place, candidate in enumerate(found)
    )


def _figure(candidate: Candidate, text: str, offset: int, fate: Fate | None) -> Figure:
    return Figure(
        span=Span(offset + candidate.start, offset + candidate.end),
        low=candidate.low,
        high=candidate.high,
        unit=candidate.unit,
        measure=candidate.measure,
        is_approximate=candidate.is_approximate,
        is_real=fate is None
        and is_real(
            text, candidate.start, candidate.end, befell=candidate.measure is not None
        ),
        what=candidate.what,
        is_part=candidate.is_part,
        is_dropped=fate == "dropped",
    )
