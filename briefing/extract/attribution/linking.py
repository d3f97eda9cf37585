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


@dataclass(slots=True)
class Thread:
    """What an article's reader remembers from one passage to the next."""

    by_sentence: list[list[Attribution]]
    segment: int = -1
    last: tuple[int, int] | None = None
    """Sentence and place of the attribution a quotation may continue."""
    open_mark: str = ""
    """The mark of a paragraph's quotation that was not closed: the next paragraph
    begins with it again."""
    lead: tuple[Span, Span, int] | None = None
    """Cue, source and sentence of a passage that ended with a colon."""

    def add(self, sentence: int, made: Attribution, *, quotes: bool) -> None:
        """Keep an attribution; one with quoted words can be continued."""
        held = self.by_sentence[sentence]
        held.append(made)
        if quotes:
            self.last = sentence, len(held) - 1

    def with_open(self, made: Attribution) -> Attribution:
        """Put a paragraph that left its quotation open before the words that close it.

        "“We ran. ¶ “The water came,” she said": the cue of the second is that of both.
        """
        if not self.open_mark or self.last is None:
            return made
        sentence, place = self.last
        held = self.by_sentence[sentence]
        if held[place].cue is not None or place != len(held) - 1:
            return made
        return replace(made, content=(*held.pop().content, *made.content))

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
        goes_on = _goes_on(passage, unit, claimed)
        made = None if goes_on else _told_by(thread, passage, unit, quote.span)
        is_next = goes_on or unit in {0, fresh} or tags[unit - 1] in {"Q", "."}
        if made is None and is_next:
            if thread.last is not None and unit != fresh:
                thread.extend(quote.span)
            elif unit in {0, fresh}:
                because = "a quotation without a cue"
                made = Attribution((quote.span,), None, None, None, "direct", because)
        if made is not None:
            at = sentence_at(passage, made)
            if unit == 0 and thread.lead and made.cue == thread.lead[0]:
                at = thread.lead[2]
            thread.add(at, made, quotes=True)
    thread.lead = _lead(passage)
    thread.open_mark = ""
    for quote in passage.quotes.values():
        if quote.is_open:
            thread.open_mark = passage.text[quote.span.start]


def _goes_on(passage: Passage, unit: int, claimed: set[int]) -> bool:
    """Tell the second half of "“If so,” he said, meaning the dam, “we drown.”"."""
    if unit == 0 or passage.tags[unit - 1] != ",":
        return False
    earlier = [k for k in passage.quotes if k < unit and k in claimed]
    if not earlier or passage.last_mark(earlier[-1]) != ",":
        return False
    inner = passage.quotes[unit].inner
    return passage.text[inner.start : inner.start + 1].islower()


def _told_by(
    thread: Thread, passage: Passage, unit: int, span: Span
) -> Attribution | None:
    """Give a quotation to its signature, or to whoever a colon before it names."""
    because = "led in by a colon"
    if unit == 0 and thread.lead:
        cue, source, _ = thread.lead
        return Attribution((span,), cue, source, None, "direct", because)
    units = _signature(passage, unit)
    mark = unit - 1
    if units:
        mark, because = units[0] - 1, "a signature"
    elif unit > 1 and passage.tags[mark] == ":":
        units = _subject_at_end(passage, mark)
    if units is None:
        return None
    cue, source = span_of(passage, (mark, mark + 1)), span_of(passage, units)
    return Attribution((span,), cue, source, None, "direct", because)


def _sign_last(thread: Thread, passage: Passage) -> int:
    """Read "— Ann Lee" after a quotation of the passage before; give where it ends."""
    if not passage.tags or passage.tags[0] != "-" or thread.last is None:
        return -1
    sentence, place = thread.last
    held = thread.by_sentence[sentence][place]
    signed = _signature(passage, -1)
    if held.cue is not None or signed is None:
        return -1
    # An attribution belongs to the sentence of its cue.
    del thread.by_sentence[sentence][place]
    cue, source = span_of(passage, (0, 1)), span_of(passage, signed)
    made = replace(held, cue=cue, source=source, because="a signature")
    thread.add(sentence_at(passage, made), made, quotes=True)
    return signed[1]


def begin_passage(thread: Thread, passage: Passage) -> None:
    """Forget the last quotation at a new paragraph, unless it was left open."""
    segment = passage.sentences[0].segment
    if segment != thread.segment:
        goes_on = passage.tag(0) == "Q" and thread.open_mark
        if not goes_on or passage.text[passage.starts[0]] != thread.open_mark:
            thread.last = None
        thread.segment = segment


def span_of(passage: Passage, units: Range) -> Span:
    """Give the place of a run of units in the article."""
    return Span(passage.starts[units[0]], passage.ends[units[1] - 1])


def sentence_at(passage: Passage, made: Attribution) -> int:
    """Give the sentence of an attribution's cue, else that of its content's begin."""
    return _sentence_of(passage, made.cue or made.content[0])


def _sentence_of(passage: Passage, span: Span) -> int:
    for sentence in passage.sentences:
        if span.start < sentence.span.end:
            return sentence.index
    return passage.sentences[-1].index


def _signature(passage: Passage, unit: int) -> Range | None:
    """Read the name in "“…” — Ann Lee"."""
    tags = passage.tags
    begin = passage.skip(unit + 1, "-")
    end = passage.skip(begin, "UGP0")
    is_over = passage.tag(end) in {"", "Q", ",", "."}
    is_name = begin > unit + 1 and end > begin and tags[begin] == "U"
    return (begin, end) if is_name and is_over else None


def _lead(passage: Passage) -> tuple[Span, Span, int] | None:
    """Give cue and source of a passage that ends with a colon: "He wrote:"."""
    tags = passage.tags
    if not tags or tags[-1] != ":":
        return None
    source = _subject_at_end(passage, len(tags) - 1)
    if source is None:
        return None
    cue = span_of(passage, (max(source[1], len(tags) - 2), len(tags)))
    return cue, span_of(passage, source), _sentence_of(passage, cue)


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
