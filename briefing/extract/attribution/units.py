"""Sentences as strings of word classes, the form in which clauses are read.

Every word, and every quotation as a whole, is a unit with one letter; the letters of
`data/words/function_words.tsv` and:

    N plain word   U capitalised word   0 number    V form of a cue verb
    v other verb   E word in -ed        I in -ing   G the clitic 's
    Q quotation of speech   ~ quoted term
    , comma   : colon   ; semicolon   - dash   ( )   . any other mark
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.extract.attribution.lexicon import VerbForm, cue_verbs
from briefing.extract.quotes import Quotation
from briefing.extract.reading import Reading, Sentence
from briefing.resources import word_list, word_table

MARKS: Final = {",": ",", ":": ":", ";": ";", "(": "(", ")": ")", "[": "(", "]": ")"} | dict.fromkeys(
    "-–—―", "-"
)
SHORTEST_ENDING: Final = 5
"""Letters from which "-ed" and "-ing" are endings: "killed", not "red"."""


@dataclass(slots=True)
class Passage:
    """One sentence, or several that a quotation holds together, as units."""

    sentences: tuple[Sentence, ...]
    words: list[str]
    """Lower case; "" for a quotation."""
    tags: list[str]
    starts: list[int]
    ends: list[int]
    quotes: dict[int, Quotation]
    """Quotations of speech by their unit."""

    def __len__(self) -> int:
        return len(self.tags)


@cache
def word_classes() -> dict[str, str]:
    """Give the letter of every word that has one of its own."""
    found: dict[str, str] = dict.fromkeys(cue_verbs(), "V")
    found.update(
        (w, "v") for line in word_list("finite_verbs") for w in line.split() if w not in found
    )
    for letter, _, words in word_table("function_words"):
        found.update(dict.fromkeys(words.split(), letter))
    found["'s"] = "G"
    found["'"] = "G"
    found.update(MARKS)
    return found


def read_passages(
    reading: Reading, quotes: tuple[Quotation, ...]
) -> Iterator[Passage]:
    """Give the article's sentences as units, those of one quotation together."""
    sentences, at = reading.sentences, 0
    quote = 0
    while at < len(sentences):
        first, end = at, sentences[at].span.end
        while quote < len(quotes) and quotes[quote].span.end <= sentences[at].span.start:
            quote += 1
        inside: list[Quotation] = []
        look = quote
        at += 1
        while look < len(quotes) and quotes[look].span.start < end:
            inside.append(quotes[look])
            while at < len(sentences) and sentences[at].span.start < quotes[look].span.end:
                end = sentences[at].span.end
                at += 1
            look += 1
        yield _passage(sentences[first:at], inside)


def _passage(sentences: tuple[Sentence, ...], quotes: list[Quotation]) -> Passage:
    classes = word_classes()
    passage = Passage(sentences, [], [], [], [], {})
    words, tags = passage.words, passage.tags
    starts, ends = passage.starts, passage.ends
    waiting = iter(quotes)
    quote = next(waiting, None)
    quote_start = quote.span.start if quote else 1 << 60
    skip_until = -1
    for sentence in sentences:
        for token in sentence.tokens:
            start = token.start
            if start < skip_until:
                continue
            if start >= quote_start and quote is not None:
                if quote.is_speech:
                    passage.quotes[len(tags)] = quote
                words.append("")
                tags.append("Q" if quote.is_speech else "~")
                starts.append(quote.span.start)
                ends.append(quote.span.end)
                skip_until = quote.span.end
                quote = next(waiting, None)
                quote_start = quote.span.start if quote else 1 << 60
                continue
            lower = token.lower
            words.append(lower)
            tags.append(classes.get(lower) or _shape(token.text))
            starts.append(start)
            ends.append(token.end)
    return passage


def _shape(word: str) -> str:
    first = word[0]
    if first.isupper():
        return "U"
    if first.isdigit() or first in "$€£%":
        return "0"
    if not first.isalpha():
        return "U" if first in "@#" else "."
    if len(word) >= SHORTEST_ENDING:
        if word.endswith("ed"):
            return "E"
        if word.endswith("ing"):
            return "I"
    if word.endswith("ly"):
        return "A"
    return "N"


def verb_at(passage: Passage, at: int) -> VerbForm:
    """Give the cue verb at a unit with the letter V."""
    return cue_verbs()[passage.words[at]]
