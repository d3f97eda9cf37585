"""Quotations inside quotations: “He told me, ‘Run,’” said Ann Lee."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from briefing.extract.antecedents.people import FEMALE, MALE, people_in
from briefing.extract.attribution.cues import find_cues
from briefing.extract.attribution.kin import kin_before
from briefing.extract.attribution.linking import sentence_at, span_of
from briefing.extract.attribution.spans import Found, find_contents
from briefing.extract.attribution.speakers import speaker_named
from briefing.extract.attribution.units import Passage, read_passages
from briefing.extract.quotes import Quotation, find_inner_quotes
from briefing.extract.reading import Held, Names, Reading, Sentence
from briefing.model.article import Span
from briefing.model.statement import Attribution, Speaker

QUOTED_REACH: Final = 3
"""Units of an inner content within which its quotation begins."""
OWN: Final = ("my ", "our ")
UNKNOWN: Final = frozenset({"they", "you", "it", "who", "that", "which", "we"})


def add_nested(
    reading: Reading, quotes: tuple[Quotation, ...], names: Names, attributions: Held
) -> Held:
    """Give whoever is quoted inside a quotation, beside the one who tells it.

    The words inside are also part of what the outer speaker says.
    """
    added: dict[int, list[Attribution]] = {}
    for quote in quotes:
        for index, made in _inside(reading, quote):
            outer = _outer(attributions, index, made)
            speaker = _inner_speaker(reading, names, index, made, outer)
            if speaker is not None:
                found = replace(made, speaker=speaker)
                added.setdefault(index, []).append(found)
    if not added:
        return attributions
    return tuple(
        tuple(sorted((*held, *added.get(i, ())), key=lambda made: made.content[0]))
        for i, held in enumerate(attributions)
    )


def _inside(reading: Reading, quote: Quotation) -> Iterator[tuple[int, Attribution]]:
    """Give the attributions of a quotation's own words, with their sentences."""
    inner = find_inner_quotes(reading, quote)
    if not inner:
        return
    clipped = Reading(reading.article, tuple(_clipped(reading, quote.inner)))
    for passage in read_passages(clipped, inner):
        for item in find_contents(passage, find_cues(passage)):
            made = _attribution(passage, item)
            if made is not None:
                yield sentence_at(passage, made), made


def _clipped(reading: Reading, inner: Span) -> Iterator[Sentence]:
    """Give the sentences of a quotation, without the words that frame it."""
    for sentence in reading.sentences:
        if sentence.span.end <= inner.start:
            continue
        if sentence.span.start >= inner.end:
            break
        start = max(sentence.span.start, inner.start)
        end = min(sentence.span.end, inner.end)
        held = tuple(t for t in sentence.tokens if start <= t.start and t.end <= end)
        if held:
            text = reading.text[start:end]
            yield replace(sentence, span=Span(start, end), text=text, tokens=held)


def _attribution(passage: Passage, item: Found) -> Attribution | None:
    """Give the attribution of quoted words; None for words without marks."""
    quoted = [
        units
        for units in item.content
        if "Q" in passage.tags[units[0] : min(units[1], units[0] + QUOTED_REACH)]
    ]
    if not quoted or item.cue.source is None or item.cue.frame == "raised":
        return None
    return Attribution(
        tuple(span_of(passage, units) for units in item.content),
        span_of(passage, item.cue.whole),
        span_of(passage, item.cue.source),
        None,
        "direct" if len(quoted) == len(item.content) else "mixed",
        f"inside a quotation: {item.cue.because}",
    )


def _outer(attributions: Held, index: int, made: Attribution) -> Speaker | None:
    """Give who tells what *made* is part of."""
    begin = made.content[0].start
    for held in reversed(attributions[: index + 1]):
        for one in held:
            if any(span.start <= begin < span.end for span in one.content):
                return one.speaker
    return None


def _inner_speaker(
    reading: Reading, names: Names, index: int, made: Attribution, outer: Speaker | None
) -> Speaker | None:
    """Give whom the quoted words name: "I" is who tells it, "my boss" theirs."""
    if made.source is None:
        return None
    words = " ".join(reading.text[made.source.start : made.source.end].split())
    low = words.lower()
    if low == "i":
        return outer
    if low.startswith(OWN):
        if outer is None or low.startswith("our "):
            return None
        return Speaker(f"{outer.name}'s {words[3:]}", is_anonymous=True)
    if low in MALE or low in FEMALE:
        sex = "m" if low in MALE else "f"
        kin = kin_before(reading, names, index, sex, outer)
        return kin or _spoken_of(reading, names, index, sex, outer)
    if low in UNKNOWN:
        return None
    return speaker_named(reading, names, index, made.source)


def _spoken_of(
    reading: Reading, names: Names, index: int, sex: str, outer: Speaker | None
) -> Speaker | None:
    """Give the one person of that sex named right before, who is not the teller."""
    for before in range(index - 1, max(-1, index - 3), -1):
        here = [
            someone
            for someone in people_in(reading, names, before)
            if someone.sex in {sex, "-"} and not someone.is_quoted
        ]
        others = [
            s for s in here if not (s.name and outer and s.name.name == outer.name)
        ]
        if len({someone.key for someone in others}) > 1:
            return None
        if others:
            name, told = others[0].name, others[0].sex
            return Speaker(name.name, name.role) if name and told == sex else None
    return None
