"""Who says what: cues, their sources, their contents, and quotations continued."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from briefing.extract.attribution.cues import find_cues
from briefing.extract.attribution.spans import Found, find_contents
from briefing.extract.attribution.units import Passage, read_passages
from briefing.extract.quotes import Quotation
from briefing.extract.reading import Reading
from briefing.extract.speakers import name_speakers
from briefing.model.article import Span
from briefing.model.statement import Attribution, AttributionKind, Name

__all__ = ["find_attributions"]


def find_attributions(
    reading: Reading,
    quotes: tuple[Quotation, ...],
    names: tuple[tuple[Name, ...], ...],
) -> tuple[tuple[Attribution, ...], ...]:
    """Give each sentence the attributions it makes.

    An attribution belongs to the sentence of its cue, or, where a quotation goes on
    without one, to the sentence where its content begins.
    """
    by_sentence: list[list[Attribution]] = [[] for _ in reading.sentences]
    last: tuple[int, int] | None = None
    segment, open_from = -1, -1
    for passage in read_passages(reading, quotes):
        first = passage.sentences[0]
        is_new = first.segment != segment
        if is_new and open_from < 0:
            last = None
        segment = first.segment
        found = find_contents(passage, find_cues(passage))
        claimed = _claimed(passage, found)
        for item in found:
            made = _attribution(passage, item)
            at = _sentence_at(passage, made)
            by_sentence[at].append(made)
            if any(passage.tags[k] == "Q" for b, e in item.content for k in range(b, e)):
                last = at, len(by_sentence[at]) - 1
        for unit, quote in passage.quotes.items():
            if unit in claimed:
                continue
            starts = unit == 0 or passage.tags[unit - 1] in {"Q", "."}
            if starts and last is not None:
                held = by_sentence[last[0]][last[1]]
                by_sentence[last[0]][last[1]] = replace(
                    held, content=(*held.content, quote.span)
                )
            elif starts and unit == 0:
                made = Attribution(
                    (quote.span,), None, None, None, "direct", "a quotation without a cue"
                )
                at = passage.sentences[0].index
                by_sentence[at].append(made)
                last = at, len(by_sentence[at]) - 1
        open_from = 1 if any(q.is_open for q in passage.quotes.values()) else -1
    grouped = tuple(tuple(sorted(a, key=lambda x: x.content[0])) for a in by_sentence)
    return name_speakers(reading, grouped, names)


def _claimed(passage: Passage, found: list[Found]) -> set[int]:
    return {k for f in found for b, e in f.content for k in range(b, e)}


def _attribution(passage: Passage, item: Found) -> Attribution:
    cue = item.cue
    starts, ends = passage.starts, passage.ends
    content = tuple(Span(starts[b], ends[e - 1]) for b, e in item.content)
    source = cue.source
    if cue.frame == "raised":
        source = None
    return Attribution(
        content,
        Span(starts[cue.cue[0]], ends[cue.cue[1] - 1]),
        Span(starts[source[0]], ends[source[1] - 1]) if source else None,
        None,
        _kind(passage, item),
        cue.because,
    )


def _kind(passage: Passage, item: Found) -> AttributionKind:
    letters = {passage.tags[k] for b, e in item.content for k in range(b, e)}
    if "Q" not in letters:
        return "indirect"
    return "direct" if letters <= {"Q", ",", ".", ":"} else "mixed"


def _sentence_at(passage: Passage, made: Attribution) -> int:
    at = made.cue.start if made.cue else made.content[0].start
    for sentence in passage.sentences:
        if at < sentence.span.end:
            return sentence.index
    return passage.sentences[-1].index
