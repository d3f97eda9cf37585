"""Cues that are nouns, adjectives or prepositions: "her claim that", "according to"."""

from __future__ import annotations

from functools import cache
from typing import Final

from briefing.extract.attribution.clauses import has_clause, has_verb
from briefing.extract.attribution.cue import Cue, Range
from briefing.extract.attribution.lexicon import CueWord, cue_adjectives, cue_nouns
from briefing.extract.attribution.quiet_cues import (
    read_appears,
    read_clear,
    read_made_clear,
)
from briefing.extract.attribution.sources import (
    first_subject,
    group_start,
    subject_before,
)
from briefing.extract.attribution.units import Passage
from briefing.extract.attribution.verbs import before
from briefing.resources import word_set, words_of

LIGHT_REACH: Final = 5
"""Units in which the noun follows its light verb: "voiced some serious concern"."""
GAP: Final = frozenset({"V", "v", "X", "E", ""})
"""Letters after "that" that tell "the claim that angered him" from "that he lied"."""
MODIFIERS: Final = "NEA0I"


@cache
def cue_words() -> frozenset[str]:
    """Give all words that may be such a cue: most words are none, and cost a look."""
    classes = (
        "viewpoints", "holders", "utterances", "borne", "sayings", "occasions",
        "quiet_adjectives", "quiet_verbs",
    )  # fmt: skip
    named = map(words_of, classes)
    return frozenset({"according"}).union(cue_nouns(), cue_adjectives(), *named)


def read_word(passage: Passage, at: int) -> Cue | None:
    """Give the cue that the noun, adjective or preposition at unit *at* is."""
    word = passage.words[at]
    if word == "according":
        return _according(passage, at)
    if passage.tags[at] == "U" and at:
        return None
    if word in words_of("viewpoints"):
        view = _viewpoint(passage, at)
        if view is not None:
            return view
    if word in words_of("holders"):
        return _holder(passage, at)
    noun = cue_nouns().get(word)
    if noun is not None:
        return _noun(passage, at, noun)
    if word in words_of("quiet_adjectives"):
        clear = read_clear(passage, at) or read_made_clear(passage, at)
        if clear is not None:
            return clear
    adjective = cue_adjectives().get(word)
    if adjective is not None:
        return _adjective(passage, at, adjective)
    return read_appears(passage, at) if word in words_of("quiet_verbs") else None


def _according(passage: Passage, at: int) -> Cue | None:
    """Read "according to" with its content before, after or around it."""
    if passage.tag(at + 1) != "T":
        return None
    tags, end = passage.tags, _source_end(passage, at)
    if end == at + 2:
        return None
    left_end: int | None = None
    begin = end + 1 if end < len(tags) else None
    if at and tags[at - 1] != "C":
        left_end = at - 1 if tags[at - 1] in {",", "-"} else at
        goes_on = passage.tag(end) == "," and not has_clause(passage, 0, left_end)
        begin = begin if goes_on else None
    return Cue(
        at,
        (at + 2, end),
        "“according to”",
        units=(at, at + 2),
        begin=begin,
        left_end=left_end,
    )


def _source_end(passage: Passage, at: int) -> int:
    """Give the end of "Ann Lee, the engineer who built it" after "according to"."""
    end = at + 2
    while passage.tag(end) not in {"", ".", ";", ":", "-", "Q"}:
        if passage.tags[end] == ",":
            following = passage.tag(end + 1)
            if following != "W" and not (following == "D" and at):
                break
        end += 1
    return end


def _viewpoint(passage: Passage, at: int) -> Cue | None:
    """Read "in the mayor's view," and "…, by Ann Lee's account"."""
    if passage.words[at] == "words" and passage.word(at + 1) == "of":
        return _words_of(passage, at)
    k = at - 1
    while k >= 0 and passage.words[k] in {"own", "first", "last"}:
        k -= 1
    owner = _possessor(passage, k)
    if owner is None or owner[0] == 0:
        return None
    if passage.tags[k] == "S" and k < at - 1:
        # "By his own account, Pavel Novak left": whose it is comes later.
        return None
    if passage.words[owner[0] - 1] not in {"in", "by", "from", "to"}:
        return None
    tags, begins = passage.tags, owner[0] - 1
    end = at + 1
    begin: int | None = end + 1 if passage.tag(end) == "," else None
    left_end: int | None = None
    if begins and tags[begins - 1] == ",":
        left_end = begins - 1
        is_after = has_clause(passage, 0, left_end)
        begin = None if is_after else begin
    elif begins and tags[begins - 1] not in {"C", "H"}:
        return None
    if begin is None and (left_end is None or not has_clause(passage, 0, left_end)):
        return None
    return Cue(
        at,
        owner,
        f"“{passage.words[begins]} … {passage.words[at]}”",
        units=(begins, end),
        begin=begin,
        left_end=left_end,
    )


def _words_of(passage: Passage, at: int) -> Cue | None:
    """Read "In the words of one official, the plan is “dead”"."""
    tags = passage.tags
    if at != len(("in", "the")) or passage.words[:2] != ["in", "the"]:
        return None
    comma = tags.index(",") if "," in tags else 0
    if comma <= at + 2 or not has_clause(passage, comma + 1, len(tags)):
        return None
    return Cue(
        at, (at + 2, comma), "“in the words of”", units=(0, at + 2), begin=comma + 1
    )


def _complement(passage: Passage, i: int, word: CueWord) -> tuple[int, str] | None:
    """Give where the content of a noun or adjective begins, and its frame."""
    tag = passage.tag(i)
    if tag == "H" and word.takes_that and passage.tag(i + 1) not in GAP:
        return i, "that"
    if tag == "T" and "to" in word.prepositions:
        return i, "to"
    if tag == "R" and word.takes_that and has_verb(passage, i):
        return i, "that"
    is_linked = tag in {"P", "B"} and passage.words[i] in word.prepositions
    return (i + 1, "prep") if is_linked and i + 1 < len(passage) else None


def _noun(passage: Passage, at: int, noun: CueWord) -> Cue | None:
    """Read "Ann Lee's claim that", "their refusal to", "voiced concern about"."""
    complement = _complement(passage, at + 1, noun) or _is_that(passage, at, noun)
    if complement is None:
        return None
    tags = passage.tags
    k = at - 1
    while k >= 0 and tags[k] in MODIFIERS and not _is_raising(passage, k):
        k -= 1
    owner = _possessor(passage, k)
    if owner is None and not {"E", "I"}.intersection(tags[k + 1 : at]):
        light = _light_verb(passage, k)
        source = _subject_of_light(passage, light) if light else None
        if source is not None:
            return Cue(
                at,
                source,
                f"“{passage.words[light]}” with “{passage.words[at]}”",
                units=(light, at + 1),
                begin=complement[0],
                frame=complement[1],
            )
    is_unowned = complement[1] == "that" and noun.lemma in words_of("unowned")
    if owner is None and not is_unowned:
        return None
    return Cue(
        at,
        owner,
        f"the noun “{passage.words[at]}”",
        clause_at=owner[0] if owner else at,
        begin=complement[0],
        frame="clause" if complement[1] == "that" else complement[1],
        is_finite=False,
    )


def _is_raising(passage: Passage, k: int) -> bool:
    """Tell "is raising questions about" from "the rising concern about"."""
    is_light = passage.tags[k] == "I" and passage.words[k] in word_set("light_verbs")
    return is_light and k > 0 and passage.words[k - 1] in words_of("be")


def _holder(passage: Passage, at: int) -> Cue | None:
    """Read "she is a staunch opponent of the dam"; not "opponents of the dam"."""
    if passage.word(at + 1) not in {"of", "in"} or at + 2 >= len(passage):
        return None
    k = passage.back(at - 1, MODIFIERS + "DC")
    if k <= 0 or passage.words[k] not in words_of("be") | {"'s"}:
        return None
    source = subject_before(passage, group_start(passage, k))
    if source is None or passage.words[source[0]] in {"it", "there"}:
        return None
    return Cue(
        at,
        source,
        f"“{passage.words[k]}” and “{passage.words[at]} of”",
        units=(k, at + 2),
        begin=at + 2,
        frame="prep",
    )


def _is_that(passage: Passage, at: int, noun: CueWord) -> tuple[int, str] | None:
    """Read "her message is that" and "the fear was that"."""
    is_equated = passage.word(at + 1) in words_of("be")
    if not is_equated or not noun.takes_that or passage.tag(at + 2) != "H":
        return None
    return at + 2, "that"


def _possessor(passage: Passage, k: int) -> Range | None:
    """Give "Ann Lee's" or "their" at unit *k*."""
    if k >= 0 and passage.tags[k] == "S":
        return k, k + 1
    if k > 0 and passage.tags[k] == "G":
        owner = subject_before(passage, k)
        return (owner[0], k + 1) if owner else None
    return None


def _light_verb(passage: Passage, k: int) -> int:
    """Give the light verb at *k* or before its determiners; 0 where none is."""
    k = passage.back(k, "D")
    if k > 1 and passage.words[k] in {"in", "at"}:
        left = before(passage, k)
        return left if left > 0 and passage.words[left] in words_of("be") else 0
    return k if k > 0 and passage.words[k] in word_set("light_verbs") else 0


def _subject_of_light(passage: Passage, light: int) -> Range | None:
    """Give the subject of "voiced", or of the clause of "voicing"."""
    source = subject_before(passage, group_start(passage, light))
    if source is None and passage.words[light].endswith("ing"):
        return first_subject(passage, light)
    return source


def is_light(passage: Passage, at: int) -> bool:
    """Tell "voiced concern about", where the noun is the cue, from "voiced anger"."""
    if passage.words[at] not in word_set("light_verbs"):
        return False
    for k in range(at + 1, at + LIGHT_REACH):
        noun = cue_nouns().get(passage.word(k))
        if noun is not None and passage.tags[k] in {"N", "E"}:
            return _complement(passage, k + 1, noun) is not None
        if passage.tag(k) not in {"D", "N", "E", "A", "0"}:
            return False
    return False


def _adjective(passage: Passage, at: int, word: CueWord) -> Cue | None:
    """Read "she was certain that" and "they are worried about"."""
    words, left = passage.words, before(passage, at)
    linking = words_of("be") | words_of("feels") | {"'s"}
    if left < 0 or words[left] not in linking:
        return None
    complement = _complement(passage, at + 1, word)
    if complement is None:
        is_clause = passage.tag(at + 1) in {"R", "D", "S"} or (
            passage.tag(at + 1) == "U" and has_verb(passage, at + 1)
        )
        if not word.takes_that or not is_clause:
            return None
        complement = at + 1, "that"
    start = group_start(passage, at)
    source = subject_before(passage, left if start == at else start)
    if source is None or words[source[0]] == "it":
        return None
    return Cue(
        at,
        source,
        f"“{words[left]} {words[at]}”",
        units=(left, at + 1),
        begin=complement[0],
        frame=complement[1],
    )
