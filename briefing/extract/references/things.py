"""Read "it" and its forms: resolved only where a body goes on acting."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from briefing.extract.antecedents.speech import is_speech_verb
from briefing.extract.names.runs import is_capital
from briefing.extract.reading import Sentence
from briefing.extract.references.scene import Scene
from briefing.model.statement import Name
from briefing.resources import words_of
from briefing.text.words import Token, stopwords

THING: Final = frozenset({"it", "its", "itself"})
BE: Final = words_of("main_verbs")
EXPLETIVE_ENDS: Final = words_of("behind_expletive")
JUDGEMENTS: Final = words_of("judgements")
SUBJECTS: Final = frozenset({"i", "we", "you", "he", "she", "they"})
BRINGING: Final = frozenset(
    {"comes", "came", "follows", "followed", "includes", "included"}
)
FARTHEST_END: Final = 8
"""Tokens behind "it" among which the "that" of "it is clear that" is looked for."""

Made = tuple[str | None, str]
"""Antecedent and because."""


def thing(scene: Scene, sentence: Sentence, at: int, quoted: list[bool]) -> Made | None:
    """Read "it" and its forms: resolved only where a body goes on acting."""
    tokens = sentence.tokens
    if has_noun_before(sentence, at, quoted):
        return None
    if tokens[at].lower == "it" and is_expletive(sentence, at):
        return None
    subject = acting_subject(scene, sentence.index, at)
    if subject is not None and not quoted[at]:
        return subject.name, "the sentence before speaks of it throughout"
    return None, "what is meant stands in an earlier sentence"


def has_noun_before(sentence: Sentence, at: int, quoted: list[bool]) -> bool:
    """Tell whether a noun may stand before *at*: any word that is no small one.

    The verb behind a pronoun is none: "I wrote it down", "they had never seen it".
    """
    small = small_words()
    is_verb = False
    for i, token in enumerate(sentence.tokens[:at]):
        word = token.lower
        if not word[0].isalpha() or (quoted[i] and not quoted[at]):
            continue
        if word in SUBJECTS:
            is_verb = True
        elif word not in small:
            if not is_verb:
                return True
            is_verb = False
    return False


@cache
def small_words() -> frozenset[str]:
    """Give the words that are no nouns."""
    return stopwords() | {"said", "added", "also", "says", "told", "however"}


def is_expletive(sentence: Sentence, at: int) -> bool:
    """Tell whether "it" stands for nothing: "It is not clear who fired"."""
    words = [token.lower for token in sentence.tokens[at + 1 : at + 1 + FARTHEST_END]]
    if not words:
        return False
    if words[0] in {"emerged", "turned", "takes", "took", "seems", "appears"}:
        return True
    if words[0] not in BE or words[0] in BRINGING:
        return False
    end = next((i for i in range(1, len(words)) if words[i] in EXPLETIVE_ENDS), 0)
    return end > 0 and _is_judged(words, end)


def _is_judged(words: list[str], end: int) -> bool:
    """Tell "it is hard to see" from "it was sold to the town", "built as a pier"."""
    beyond = words[end + 1 : end + 2]
    word = words[end]
    if word == "as":
        return beyond in (["if"], ["though"])
    if word in {"to", "for"}:
        return not JUDGEMENTS.isdisjoint(words[1:end]) and "to" in words[end:]
    return beyond not in (["to"], ["as"], ["for"]) or word in JUDGEMENTS


def acting_subject(scene: Scene, index: int, at: int) -> Name | None:
    """Give the body that the sentence before has as subject and calls "it" itself."""
    if index == 0 or at > 2:  # noqa: PLR2004
        return None
    before = scene.reading.sentences[index - 1]
    if before.role != "body":
        return None
    subject = subject_of(before, scene.names[index - 1])
    if subject is None or subject.kind == "person":
        return None
    after = [t.lower for t in before.tokens if t.start > subject.span.end]
    goes_on = bool(THING.intersection(after))
    tokens = scene.reading.sentences[index].tokens
    acts = at + 1 < len(tokens) and is_speech_verb(tokens[at + 1].lower)
    papers = {"statement", "report", "letter", "post", "video", "message", "document"}
    return subject if goes_on or (acts and not papers.intersection(after)) else None


def subject_of(sentence: Sentence, names: Sequence[Name]) -> Name | None:
    """Give the name that opens the main clause, directly before its verb."""
    tokens = sentence.tokens
    begin = 0
    if tokens and tokens[0].lower in {
        "on",
        "in",
        "at",
        "by",
        "after",
        "earlier",
        "last",
    }:
        commas = [i for i, t in enumerate(tokens[:8]) if t.text == ","]
        begin = commas[0] + 1 if commas else 0
    if begin < len(tokens) and tokens[begin].lower == "the":
        begin += 1
    for name in names:
        if begin < len(tokens) and name.span.start == tokens[begin].start:
            last = next((i for i, t in enumerate(tokens) if t.end >= name.span.end), 0)
            after = tokens[last + 1] if last + 1 < len(tokens) else None
            plain = after is not None and after.text.isalpha() and not is_capital(after)
            return name if plain and looks_verbal(after) else None
    return None


def looks_verbal(token: Token | None) -> bool:
    """Tell whether a word may be a verb in a main clause."""
    if token is None:
        return False
    word = token.lower
    return word in BE or word.endswith("ed") or is_speech_verb(word) or word == "has"
