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
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final

from briefing.extract.attribution.lexicon import cue_verbs
from briefing.extract.names.months import is_first_name
from briefing.extract.quotes import Quotation
from briefing.extract.reading import Reading, Sentence
from briefing.resources import word_set, word_table, words_of
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
NAME_TOO: Final = frozenset("XVvAK")
"""Letters of words that are names when they have a capital inside a sentence: "Will",
"Grant", "May", "Long"."""
REACH: Final = 12
"""Words within which a verb of speech follows a quotation that it belongs to."""
TITLE_CASE: Final = 0.6
"""Share of capitalised words above which a sentence is a headline in title case."""
ACRONYMS: Final = frozenset({"US", "WHO"})
"""Names that look like pronouns where a sentence begins with them."""
MODALS_TOO: Final = frozenset({"will", "might", "can"})
"""Auxiliaries that are nouns after an article or an owner: "the will said"."""
SHORTEST_ENDING: Final = 5
"""Letters from which "-ed" and "-ing" are endings: "killed", not "red"."""


@dataclass(slots=True)
class Passage:
    """One sentence, or several that a quotation holds together, as units."""

    text: str
    """The article's, in which the units have their places."""
    sentences: tuple[Sentence, ...]
    words: list[str] = field(default_factory=list)
    """Lower case; "" for a quotation."""
    tags: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    quotes: dict[int, Quotation] = field(default_factory=dict)
    """Quotations of speech by their unit."""

    def __len__(self) -> int:
        return len(self.tags)

    def tag(self, at: int) -> str:
        """Give the letter of a unit, "" past the end."""
        return self.tags[at] if at < len(self.tags) else ""

    def word(self, at: int) -> str:
        """Give a unit's word in lower case, "" past the end."""
        return self.words[at] if at < len(self.words) else ""

    def skip(self, at: int, letters: str) -> int:
        """Give the first unit from *at* on that has none of *letters*."""
        while at < len(self.tags) and self.tags[at] in letters:
            at += 1
        return at

    def back(self, at: int, letters: str) -> int:
        """Give the last unit up to *at* that has none of *letters*, else the first."""
        while at > 0 and self.tags[at] in letters:
            at -= 1
        return at

    def last_mark(self, unit: int) -> str:
        """Give the last character inside the quotation at *unit*."""
        inner = self.quotes[unit].inner
        return self.text[inner.end - 1] if inner.end > inner.start else ""

    def add(self, word: str, letter: str, start: int, end: int) -> None:
        """Put a unit at the end."""
        self.words.append(word)
        self.tags.append(letter)
        self.starts.append(start)
        self.ends.append(end)


@cache
def letters_of_words() -> dict[str, str]:
    """Give the letter of every word that has one of its own."""
    found: dict[str, str] = dict.fromkeys(cue_verbs(), "V")
    found.update((w, "v") for w in word_set("finite_verbs") if w not in found)
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
        yield _passage(reading.text, sentences[first:at], quotes[quote:look])


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


def _passage(
    text: str, sentences: tuple[Sentence, ...], quotes: tuple[Quotation, ...]
) -> Passage:
    """Read the words of *sentences*, each quotation as one unit."""
    passage = Passage(text, sentences)
    waiting = iter(quotes)
    quote = next(waiting, None)
    skip_until = -1
    for sentence in sentences:
        is_title = _is_title(sentence)
        for index, token in enumerate(sentence.tokens):
            if token.start < skip_until:
                continue
            if quote is not None and token.start >= quote.span.start:
                skip_until = quote.span.end
                _add_quote(passage, quote, _next_token(sentence, index, skip_until))
                quote = next(waiting, None)
            elif not _joins_last(passage, token, sentence.tokens[-1]):
                keeps = not is_title and (index > 0 or token.text in ACRONYMS)
                _add_word(passage, token, keeps_case=keeps)
                if passage.tags[-1] == "M" and is_first_name(sentence.tokens, index):
                    passage.tags[-1] = "U"
    return passage


def _next_token(sentence: Sentence, index: int, end: int) -> Token | None:
    """Give the first token of *sentence* after the quotation that ends at *end*."""
    tokens = sentence.tokens
    ahead = (tokens[at] for at in range(index + 1, len(tokens)))
    return next((token for token in ahead if token.start >= end), None)


def _joins_last(passage: Passage, token: Token, last: Token) -> bool:
    """Add the dot of "Mr. Lee" and the second dash of "--" to the unit before."""
    if not passage.ends or passage.ends[-1] != token.start:
        return False
    if _is_tight(passage, token):
        passage.ends[-1] = token.end
        return True
    is_abbreviation = token.text == "." and token is not last
    is_dash = token.text in DASHES and passage.tags[-1] == "-"
    if is_abbreviation or is_dash:
        passage.ends[-1] = token.end
        return True
    return False


def _is_tight(passage: Passage, token: Token) -> bool:
    """Tell the hyphen and the noun of "27-nation" from a dash."""
    text, at = passage.text, token.start
    if passage.tags[-1] != "0":
        return False
    if token.text == "-":
        return text[token.end : token.end + 1].isalpha()
    return text[at - 1] == "-" and text[passage.starts[-1]].isdigit()


def _add_word(passage: Passage, token: Token, *, keeps_case: bool) -> None:
    letter = _tag(token.text, token.lower, keeps_case=keeps_case)
    if token.lower == "'t" and passage.tags:
        passage.tags[-1] = "X"
    elif token.lower == "like" and _is_liking(passage):
        letter = "V"
    elif token.lower in MODALS_TOO and _is_owned(passage):
        letter = "N"
    passage.add(token.lower, letter, token.start, token.end)


def _is_owned(passage: Passage) -> bool:
    if not passage.tags:
        return False
    return passage.tags[-1] == "S" or passage.words[-1] in {"the", "a"}


def _is_liking(passage: Passage) -> bool:
    """Tell "they would like to" from "a city like Turin"."""
    if not passage.tags or passage.tags[-1] not in {"X", "R", "T"}:
        return False
    return passage.words[-1] not in words_of("be")


def _add_quote(passage: Passage, quote: Quotation, following: Token | None) -> None:
    """Add a quotation as one unit; a fragment before a subject is speech too."""
    words = passage.text[quote.inner.start : quote.inner.end]
    is_speech = quote.is_speech or (
        following is not None and _is_said(words, following)
    )
    if is_speech:
        passage.quotes[len(passage)] = quote
    passage.add("", "Q" if is_speech else "~", quote.span.start, quote.span.end)
    if not is_speech and words.endswith(","):
        # American printers set the clause's comma inside: the “flood zone,” which
        passage.add(",", ",", quote.span.end, quote.span.end)


def _is_said(words: str, following: Token) -> bool:
    """Tell "“makes me smart,” he said" from "the “grey zone,” which"."""
    if not words.endswith(",") or all(word[0].isupper() for word in words.split()):
        return False
    letter = _tag(following.text, following.lower, keeps_case=True)
    return letter in {"U", "R", "D", "S"}


def _is_title(sentence: Sentence) -> bool:
    """Tell a headline in capitals, where a capital proves no name."""
    words = [t.text for t in sentence.tokens[1:] if t.text[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return bool(words) and capitals > TITLE_CASE * len(words)


@lru_cache(maxsize=65536)
def _tag(word: str, lower: str, *, keeps_case: bool) -> str:
    letter = letters_of_words().get(lower)
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
