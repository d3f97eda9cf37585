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

from briefing.extract.attribution.lexicon import cue_verbs
from briefing.extract.quotes import Quotation
from briefing.extract.reading import Reading, Sentence
from briefing.resources import word_list, word_table
from briefing.text.words import Token

MARKS: Final = {
    ",": ",",
    ":": ":",
    ";": ";",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
} | dict.fromkeys("-–—―", "-")
DASHES: Final = "-–—―"
BE: Final = frozenset(
    "is are was were be been being am isn aren wasn weren ain 're 'm".split()
)
NAME_TOO: Final = frozenset("XVvAK")
"""Letters of words that are names when they have a capital inside a sentence: "Will",
"Grant", "May", "Long"."""
REACH: Final = 12
"""Words within which a verb of speech follows a quotation that it belongs to."""
TITLE_CASE: Final = 0.6
"""Share of capitalised words above which a sentence is a headline in title case."""
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

    def tag(self, at: int) -> str:
        """Give the letter of a unit, "" past the end."""
        return self.tags[at] if at < len(self.tags) else ""

    def word(self, at: int) -> str:
        """Give a unit's word in lower case, "" past the end."""
        return self.words[at] if at < len(self.words) else ""


@cache
def word_classes() -> dict[str, str]:
    """Give the letter of every word that has one of its own."""
    found: dict[str, str] = dict.fromkeys(cue_verbs(), "V")
    found.update(
        (w, "v")
        for line in word_list("finite_verbs")
        for w in line.split()
        if w not in found
    )
    for letter, _, words in word_table("function_words"):
        found.update(dict.fromkeys(words.split(), letter))
    found["'s"] = "G"
    found["'"] = "G"
    found.update(MARKS)
    return found


def read_passages(reading: Reading, quotes: tuple[Quotation, ...]) -> Iterator[Passage]:
    """Give the article's sentences as units, those of one quotation together."""
    sentences, at, quote = reading.sentences, 0, 0
    while at < len(sentences):
        first, start, end = at, sentences[at].span.start, sentences[at].span.end
        while quote < len(quotes) and quotes[quote].span.end <= start:
            quote += 1
        look = quote
        at += 1
        while look < len(quotes) and quotes[look].span.start < end:
            stop = quotes[look].span.end
            while at < len(sentences) and sentences[at].span.start < stop:
                end = sentences[at].span.end
                at += 1
            if (
                at < len(sentences)
                and stop >= end
                and _goes_on(reading.text, stop, sentences[at - 1], sentences[at])
            ):
                end = sentences[at].span.end
                at += 1
            look += 1
        yield _passage(sentences[first:at], quotes[quote:look])


def _goes_on(text: str, stop: int, before: Sentence, after: Sentence) -> bool:
    """Tell "“Why?” | Ann Lee asked." from a new sentence after a quotation."""
    if before.segment != after.segment or text[stop - 2] in ".,":
        return False
    verbs = cue_verbs()
    for token in after.tokens[:REACH]:
        if token.lower in {",", ".", '"', "“"}:
            return False
        form = verbs.get(token.lower)
        if form is not None and "speech" in form.verb.kinds and not form.is_noun_too:
            return True
    return False


def _passage(sentences: tuple[Sentence, ...], quotes: tuple[Quotation, ...]) -> Passage:
    passage = Passage(sentences, [], [], [], [], {})
    waiting = iter(quotes)
    quote = next(waiting, None)
    skip_until = -1
    for sentence in sentences:
        is_title = _is_title(sentence)
        last = len(sentence.tokens) - 1
        for index, token in enumerate(sentence.tokens):
            if token.start < skip_until:
                continue
            if quote is not None and token.start >= quote.span.start:
                following = sentence.tokens[index + 1 :]
                _add_quote(
                    passage,
                    quote,
                    [t for t in following if t.start >= quote.span.end][:1],
                )
                skip_until = quote.span.end
                quote = next(waiting, None)
                continue
            if (
                token.text == "."
                and index < last
                and passage.ends
                and passage.ends[-1] == token.start
            ):
                # The dot of an abbreviation: "Mr. Lee", "Sen. Ortiz".
                passage.ends[-1] = token.end
                continue
            if (
                token.text in DASHES
                and passage.tags[-1:] == ["-"]
                and passage.ends[-1] == token.start
            ):
                passage.ends[-1] = token.end
                continue
            keeps_case = index > 0 and not is_title
            passage.words.append(token.lower)
            passage.tags.append(_tag(token.text, token.lower, keeps_case=keeps_case))
            passage.starts.append(token.start)
            passage.ends.append(token.end)
            if token.lower == "'t" and len(passage) > 1:
                passage.tags[-2] = "X"
            elif token.lower == "like" and _is_liking(passage):
                passage.tags[-1] = "V"
    return passage


def _text(passage: Passage, quote: Quotation) -> str:
    """Give the words of a quotation that begins in the passage's first sentence."""
    sentence = passage.sentences[0]
    at = max(0, quote.inner.start - sentence.span.start)
    return sentence.text[at : max(0, quote.inner.end - sentence.span.start)]


def _is_said(passage: Passage, quote: Quotation, following: Token) -> bool:
    """Tell "“makes me smart,” he said" from "the “grey zone,” which"."""
    words = _text(passage, quote)
    if not words.endswith(",") or all(word[0].isupper() for word in words.split()):
        return False
    return _tag(following.text, following.lower, keeps_case=True) in {
        "U",
        "R",
        "D",
        "S",
    }


def _is_liking(passage: Passage) -> bool:
    """Tell "they would like to" from "a city like Turin"."""
    at = len(passage) - 2
    if at < 0 or passage.tags[at] not in {"X", "R", "T"}:
        return False
    return passage.words[at] not in BE


def _add_quote(passage: Passage, quote: Quotation, following: list[Token]) -> None:
    """Add a quotation as one unit; a fragment before a subject is speech too."""
    is_speech = quote.is_speech or (
        bool(following) and _is_said(passage, quote, following[0])
    )
    if is_speech:
        passage.quotes[len(passage)] = quote
    passage.words.append("")
    passage.tags.append("Q" if is_speech else "~")
    passage.starts.append(quote.span.start)
    passage.ends.append(quote.span.end)
    if not is_speech and _text(passage, quote).endswith(","):
        # American printers set the clause's comma inside: the “flood zone,” which
        passage.words.append(",")
        passage.tags.append(",")
        passage.starts.append(quote.span.end)
        passage.ends.append(quote.span.end)


def _is_title(sentence: Sentence) -> bool:
    """Tell a headline in capitals, where a capital proves no name."""
    words = [t.text for t in sentence.tokens[1:] if t.text[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return bool(words) and capitals > TITLE_CASE * len(words)


def _tag(word: str, lower: str, *, keeps_case: bool) -> str:
    letter = word_classes().get(lower)
    if letter is None:
        return _shape(word)
    if word.isupper():
        return "U" if len(word) > 1 and keeps_case else letter
    if keeps_case and letter in NAME_TOO and word[0].isupper():
        return "U"
    return letter


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
