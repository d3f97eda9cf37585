"""Who says what: cues, their sources, their contents, and quotations continued."""

from __future__ import annotations

from briefing.extract.attribution.cues import find_cues
from briefing.extract.attribution.echoes import name_echoes
from briefing.extract.attribution.linking import (
    Thread,
    begin_passage,
    has_quotation,
    link_quotations,
    sentence_at,
    span_of,
)
from briefing.extract.attribution.nested import add_nested
from briefing.extract.attribution.spans import Found, find_contents
from briefing.extract.attribution.speakers import name_speakers
from briefing.extract.attribution.units import Passage, read_passages
from briefing.extract.quotes import Quotation
from briefing.extract.reading import Held, Reading
from briefing.model.statement import Attribution, AttributionKind, Name

__all__ = ["find_attributions"]


def find_attributions(
    reading: Reading, quotes: tuple[Quotation, ...], names: tuple[tuple[Name, ...], ...]
) -> Held:
    """Give each sentence the attributions it makes.

    An attribution belongs to the sentence of its cue, or, where a quotation goes on
    without one, to the sentence where its content begins.
    """
    thread = Thread([[] for _ in reading.sentences])
    for passage in read_passages(reading, quotes):
        begin_passage(thread, passage)
        found = find_contents(passage, find_cues(passage))
        for item in found:
            made = _attribution(passage, item)
            if item.content[0][0] == 0:
                made = thread.with_open(made)
            is_quoted = has_quotation(passage, item)
            thread.add(sentence_at(passage, made), made, quotes=is_quoted)
        link_quotations(thread, passage, found)
    ordered = tuple(
        tuple(sorted(held, key=lambda made: made.content[0]))
        for held in thread.by_sentence
    )
    named = name_echoes(reading, name_speakers(reading, ordered, names))
    return add_nested(reading, quotes, names, named)


def _attribution(passage: Passage, item: Found) -> Attribution:
    cue = item.cue
    source = None if cue.frame == "raised" else cue.source
    return Attribution(
        tuple(span_of(passage, units) for units in item.content),
        span_of(passage, cue.whole),
        span_of(passage, source) if source else None,
        None,
        _kind(passage, item),
        cue.because,
    )


def _kind(passage: Passage, item: Found) -> AttributionKind:
    letters = {passage.tags[k] for b, e in item.content for k in range(b, e)}
    if not letters & {"Q", "~"}:
        return "indirect"
    return "direct" if letters <= {"Q", "~", ",", ".", ":"} else "mixed"
