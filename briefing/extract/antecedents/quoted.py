"""Which words of a sentence stand in quotation marks, also in marks of one before."""

from __future__ import annotations

from typing import Final

from briefing.extract.reading import Reading
from briefing.text.words import Token

FARTHEST_MARK: Final = 8
"""Sentences back over which an open quotation mark is looked for."""
LONGEST_SENTENCE: Final = 400
"""Tokens of a sentence that are looked at; what is longer is a table or a list."""
OPENING: Final = "“«„`"
MARKS: Final = frozenset("“«„`\"”»'’")
CLOSING: Final = "”»"


def quoted_tokens(reading: Reading, index: int) -> list[bool]:
    """Tell of each token of a sentence whether it stands in quotation marks."""
    known = reading.quoted.get(index)
    if known is None:
        known = reading.quoted[index] = _quoted_tokens(reading, index)
    return known


def _quoted_tokens(reading: Reading, index: int) -> list[bool]:
    inside = opens_quoted(reading, index)
    sentence = reading.sentences[index]
    tokens = sentence.tokens[:LONGEST_SENTENCE]
    if MARKS.isdisjoint(sentence.text):
        return [inside] * len(tokens)
    found: list[bool] = []
    for at, token in enumerate(tokens):
        mark = token.text
        if mark in OPENING:
            inside = True
        elif mark in CLOSING or (mark in "'’" and is_doubled(tokens, at)):
            inside = False
        elif mark == '"':
            inside = not inside
        found.append(inside)
    return found


def is_doubled(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a mark stands twice, as in ``these'' marks of old typescripts."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        after is not None
        and after.text == tokens[at].text
        and (after.start == tokens[at].end)
    )


def opens_quoted(reading: Reading, index: int) -> bool:
    """Tell whether a sentence begins inside a quotation that an earlier one opened."""
    sentence = reading.sentences[index]
    first = first_mark(reading, index)
    if first is not None:
        return first == "closing"
    for back in range(1, FARTHEST_MARK):
        if index - back < 0:
            return False
        before = reading.sentences[index - back]
        if before.segment != sentence.segment:
            return False
        if first_mark(reading, index - back) is not None:
            return quoted_tokens(reading, index - back)[-1]
    return False


def first_mark(reading: Reading, index: int) -> str | None:
    """Give "opening" or "closing" for a sentence's first quotation mark."""
    if MARKS.isdisjoint(reading.sentences[index].text):
        return None
    tokens = reading.sentences[index].tokens
    for at, token in enumerate(tokens):
        if token.text in OPENING:
            return "opening"
        if token.text in CLOSING or (token.text in "'’" and is_doubled(tokens, at)):
            return "closing"
        if token.text == '"':
            before = reading.text[token.start - 1 : token.start]
            return "opening" if not before or before in " \n\u00a0([—–-" else "closing"
    return None
