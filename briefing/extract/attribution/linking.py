"""Quotations without a cue beside them: led in by a colon, signed, or continued."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.extract.attribution.cue import Range
from briefing.extract.attribution.sources import (
    first_subject,
    group_start,
    subject_before,
)
from briefing.extract.attribution.spans import Found
from briefing.extract.attribution.units import Passage
from briefing.model.article import Span
from briefing.model.statement import Attribution

NAME_LETTERS = frozenset("UGP0")


@dataclass(slots=True)
class Thread:
    """What an article's reader remembers from one passage to the next."""

    by_sentence: list[list[Attribution]]
    segment: int = -1
    last: tuple[int, int] | None = None
    """Sentence and place of the attribution a quotation may continue."""
    is_open: bool = False
    """True after a paragraph whose quotation was not closed."""
    lead: tuple[Span, Span] | None = None
    """Cue and source of a passage that ended with a colon."""

    def add(self, sentence: int, made: Attribution, *, quotes: bool) -> None:
        """Keep an attribution; one with quoted words can be continued."""
        held = self.by_sentence[sentence]
        held.append(made)
        if quotes:
            self.last = sentence, len(held) - 1

    def extend(self, span: Span) -> None:
        """Add a span to the content of the last quotation."""
        if self.last is not None:
            sentence, place = self.last
            held = self.by_sentence[sentence][place]
            self.by_sentence[sentence][place] = replace(
                held, content=(*held.content, span)
            )


def link_quotations(thread: Thread, passage: Passage, found: list[Found]) -> None:
    """Give the quotations of *passage* that no cue claims to whoever speaks."""
    claimed = {k for f in found for b, e in f.content for k in range(b, e)}
    tags = passage.tags
    fresh = _sign_last(thread, passage)
    for unit, quote in passage.quotes.items():
        if unit in claimed:
            continue
        at = passage.sentences[0].index
        signed = _signature(passage, unit)
        if signed:
            made = _made(
                passage, quote.span, (signed[0] - 1, signed[0]), signed, "a signature"
            )
            thread.add(at, made, quotes=True)
        elif unit == 0 and thread.lead:
            cue, source = thread.lead
            made = Attribution(
                (quote.span,), cue, source, None, "direct", "led in by a colon"
            )
            thread.add(at, made, quotes=True)
        elif unit > 1 and tags[unit - 1] == ":":
            subject = _subject_at_end(passage, unit - 1)
            if subject:
                made = _made(
                    passage, quote.span, (unit - 1, unit), subject, "led in by a colon"
                )
                thread.add(at, made, quotes=True)
        elif unit in {0, fresh} or tags[unit - 1] in {"Q", "."}:
            if thread.last is not None and unit != fresh:
                thread.extend(quote.span)
            elif unit in {0, fresh}:
                made = Attribution(
                    (quote.span,),
                    None,
                    None,
                    None,
                    "direct",
                    "a quotation without a cue",
                )
                thread.add(at, made, quotes=True)
    thread.lead = _lead(passage)
    thread.is_open = any(q.is_open for q in passage.quotes.values())


def _sign_last(thread: Thread, passage: Passage) -> int:
    """Read "— Ann Lee" after a quotation of the passage before; give where it ends."""
    if not passage.tags or passage.tags[0] != "-" or thread.last is None:
        return -1
    sentence, place = thread.last
    held = thread.by_sentence[sentence][place]
    signed = _signature(passage, -1)
    if held.cue is not None or signed is None:
        return -1
    thread.by_sentence[sentence][place] = replace(
        held,
        cue=span_of(passage, (0, 1)),
        source=span_of(passage, signed),
        because="a signature",
    )
    return signed[1]


def begin_passage(thread: Thread, passage: Passage) -> None:
    """Forget the last quotation at a new paragraph, unless it was left open."""
    segment = passage.sentences[0].segment
    if segment != thread.segment:
        starts_quoted = bool(passage.tags) and passage.tags[0] == "Q"
        if not (thread.is_open and starts_quoted):
            thread.last = None
        thread.segment = segment


def _made(
    passage: Passage, content: Span, cue: Range, source: Range, because: str
) -> Attribution:
    return Attribution(
        (content,),
        span_of(passage, cue),
        span_of(passage, source),
        None,
        "direct",
        because,
    )


def span_of(passage: Passage, units: Range) -> Span:
    """Give the place of a run of units in the article."""
    return Span(passage.starts[units[0]], passage.ends[units[1] - 1])


def _signature(passage: Passage, unit: int) -> Range | None:
    """Read the name in "“…” — Ann Lee"."""
    tags = passage.tags
    k = unit + 1
    while k < len(tags) and tags[k] == "-":
        k += 1
    begin = k
    if begin == unit + 1:
        return None
    while k < len(tags) and tags[k] in NAME_LETTERS:
        k += 1
    ends = k >= len(tags) or tags[k] in {"Q", ",", "."}
    return (begin, k) if k > begin and ends and tags[begin] == "U" else None


def _lead(passage: Passage) -> tuple[Span, Span] | None:
    """Give cue and source of a passage that ends with a colon: "He wrote:"."""
    tags = passage.tags
    if not tags or tags[-1] != ":":
        return None
    source = _subject_at_end(passage, len(tags) - 1)
    if source is None:
        return None
    return span_of(passage, (max(source[1], len(tags) - 2), len(tags))), span_of(
        passage, source
    )


def _subject_at_end(passage: Passage, end: int) -> Range | None:
    """Give the subject of the last clause before *end*."""
    tags = passage.tags
    for k in range(end - 1, 0, -1):
        if tags[k] in {"X", "V", "v"}:
            found = subject_before(passage, group_start(passage, k))
            if found and tags[found[0]] not in {"W", "C"}:
                return found
    return first_subject(passage, end)


def has_quotation(passage: Passage, item: Found) -> bool:
    """Tell whether a content holds a quotation of speech."""
    return any("Q" in passage.tags[begin:end] for begin, end in item.content)
