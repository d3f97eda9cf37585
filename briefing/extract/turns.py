"""Transcripts: whose words a paragraph is that begins "Ana Lima: We have …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.extract.own_words import in_person
from briefing.extract.reading import Reading, Sentence
from briefing.model.article import Span
from briefing.model.statement import Attribution, Name, Speaker
from briefing.resources import word_list
from briefing.text.head_lines import NAME
from briefing.text.words import fold

MANY: Final = 3
"""Turns from which labels that come again make a transcript."""

TOLD_IN_PERSON: Final = 2
"""Sentences in the first person that make a turn of one label, or of a few, speech; a
list of people ("Ana Lima: a nurse of 33") has none."""


# Matches the label of "President Ana Lima: We", "OKAFOR: No.", "Q: Why"; not of "Here
# is what we know: the" or "8:15".
_LABEL: Final = re.compile(
    rf"(?P<who>{NAME}(?:,?\s(?:{NAME}|of|the|de|van|von|al|bin)){{0,6}}):\s+"
    r"(?=[\"“'‘(\[]?[A-ZÀ-ÞĀ-Ž…])"
)
MAX_LABEL: Final = 60
"""Characters of a label; with its office, a speaker's has some 45."""

_ASKS: Final = frozenset({"Q", "A", "QUESTION", "ANSWER", "MODERATOR", "REPORTER"})

Attributions = tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class _Turn:
    """A label and the sentences, by number, that are its speaker's."""

    who: str
    label: Span
    begin: int
    """Where the words begin behind the label."""
    speaker: Speaker | None
    sentences: tuple[int, ...]


def give_turns(
    reading: Reading,
    names: Sequence[tuple[Name, ...]],
    attributions: Sequence[Attributions],
) -> tuple[Attributions, ...]:
    """Give *attributions*, those of a transcript's turns being their speaker's.

    What a speaker says that others said is the speaker's; a label of which it cannot be
    told who stands for it leaves its words without a speaker.
    """
    turns = list(_turns(reading, names))
    given = list(attributions)
    if not turns or not _is_transcript(reading, turns):
        return tuple(given)
    for turn in turns:
        for number in turn.sentences:
            span = reading.sentences[number].span
            given[number] = (_attribution(turn, span),)
    return tuple(given)


def _attribution(turn: _Turn, span: Span) -> Attribution:
    is_first = span.start <= turn.label.start < span.end
    start = turn.begin if is_first else span.start
    source = turn.label if is_first else None
    why = f"a turn of a transcript, which begins {turn.who + ':'!r}"
    return Attribution(
        (Span(start, span.end),), None, source, turn.speaker, "direct", why
    )


def _turns(reading: Reading, names: Sequence[tuple[Name, ...]]) -> Iterator[_Turn]:
    """Give the turns of the body, each to the next label or the newsroom's return."""
    text = reading.text
    open_turn: _Turn | None = None
    segment = -1
    for sentence in reading.sentences:
        if sentence.role != "body":
            continue
        is_first, segment = sentence.segment != segment, sentence.segment
        head = text[sentence.span.start : sentence.span.start + MAX_LABEL + 2]
        match = _LABEL.match(head) if is_first and ":" in head else None
        if match and _can_speak(match["who"]):
            if open_turn:
                yield open_turn
            open_turn = _begin(match, sentence, names)
        elif open_turn and is_first and _is_told(open_turn, reading, sentence):
            yield open_turn
            open_turn = None
        elif open_turn:
            open_turn = _longer(open_turn, sentence)
    if open_turn:
        yield open_turn


def _begin(
    match: re.Match[str], sentence: Sentence, names: Sequence[tuple[Name, ...]]
) -> _Turn:
    start = sentence.span.start
    label = Span(start, start + match.end("who"))
    speaker = _speaker(match["who"], label, names[sentence.index])
    return _Turn(match["who"], label, start + match.end(), speaker, (sentence.index,))


def _longer(turn: _Turn, sentence: Sentence) -> _Turn:
    numbers = (*turn.sentences, sentence.index)
    return _Turn(turn.who, turn.label, turn.begin, turn.speaker, numbers)


def _can_speak(who: str) -> bool:
    last = who.rsplit(maxsplit=1)[-1].lower()
    return last not in _labels()


@cache
def _labels() -> frozenset[str]:
    """Give what opens a paragraph before a colon and is no speaker: "Update"."""
    return frozenset({*word_list("heading_labels"), *word_list("line_labels")})


def _speaker(who: str, label: Span, names: tuple[Name, ...]) -> Speaker | None:
    """Give the person in the label; None for "Q" and an office without a name."""
    inside = [
        name
        for name in names
        if name.kind == "person"
        and label.start <= name.span.start
        and name.span.end <= label.end
    ]
    if inside:
        return Speaker(inside[-1].name, inside[-1].role)
    is_name = who.isupper() and who not in _ASKS and who.split(maxsplit=1)[0] != "THE"
    return Speaker(who.title()) if is_name and len(who) > 1 else None


def _is_told(turn: _Turn, reading: Reading, sentence: Sentence) -> bool:
    """Tell whether the newsroom speaks again, of the speaker: "Lima then left"."""
    if turn.speaker is None:
        return False
    surname = fold(turn.speaker.name.split()[-1])
    last = reading.sentences[turn.sentences[-1]]
    is_near = sentence.segment > last.segment
    return is_near and any(fold(token.text) == surname for token in sentence.tokens)


def _is_transcript(reading: Reading, turns: Sequence[_Turn]) -> bool:
    """Tell whether labels come again, or their words are in the first person."""
    counts = Counter(turn.who for turn in turns)
    known = [t for t in turns if t.speaker is not None or t.who in _ASKS]
    if 2 * len(known) < len(turns):
        return False
    if len(turns) >= MANY and max(counts.values()) > 1:
        return True
    personal = sum(
        in_person(reading.sentences[number])
        for turn in known
        for number in turn.sentences
    )
    return personal >= TOLD_IN_PERSON
