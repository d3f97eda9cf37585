"""Whose verb it is when its subject stands in another clause."""

from __future__ import annotations

from typing import Final

from briefing.extract.attribution.cue import Cue, Range
from briefing.extract.attribution.lexicon import VerbForm, cue_nouns, source_nouns
from briefing.extract.attribution.sources import (
    first_subject,
    group_start,
    subject_before,
)
from briefing.extract.attribution.units import Passage
from briefing.extract.attribution.verbs import before
from briefing.resources import words_of

ASIDES: Final = frozenset({"that", "quote", "prep", "obj", "obj-to"})
"""Frames of a participle whose source the next one shares: "urging …, calling …"."""


def shared_subject(passage: Passage, at: int, found: list[Cue]) -> Range | None:
    """Give the subject that a coordinated verb or infinitive shares."""
    if forced := _subject_of_forced(passage, at) or _who_has_it(passage, at):
        return forced
    for cue in reversed(found):
        if cue.is_finite and cue.source and cue.at < at and cue.left_end is None:
            return cue.source
    source = first_subject(passage, at)
    who = max((k for k in range(at) if passage.tags[k] == "W"), default=-1)
    if source and who >= source[1] and "," not in passage.tags[who:at]:
        # "met Ann Lee, who had this to say": it is she who says it
        return who, who + 1
    return source


def _who_has_it(passage: Passage, at: int) -> Range | None:
    """Give the club of "In a statement issued today, the club had this to say"."""
    k = at - 2
    if k < 1 or passage.words[k] not in {"this", "little", "nothing", "much"}:
        return None
    if passage.words[k - 1] not in {"had", "has", "have"}:
        return None
    found = subject_before(passage, group_start(passage, k - 1))
    return found if found and passage.tags[found[0]] != "W" else None


def _subject_of_forced(passage: Passage, at: int) -> Range | None:
    """Give the ministry of "crowds grew after the ministry was forced to admit"."""
    tags = passage.tags
    k = at - 2
    if k < 1 or tags[k + 1] != "T" or tags[k] not in {"E", "N", "V", "v"}:
        return None
    if passage.words[k - 1] not in words_of("be"):
        return None
    return subject_before(passage, group_start(passage, k))


def shares_subject(
    passage: Passage, left: int, form: VerbForm, found: list[Cue]
) -> bool:
    """Tell "and said" and the headline's ", says" from a verb without a subject."""
    if passage.tags[left] == "C":
        return True
    is_third = passage.tags[left] == "," and "third" in form.forms
    return is_third and any(cue.is_finite for cue in found)


def owner_of_participle(
    passage: Passage, at: int, found: list[Cue], *, speaks: bool
) -> Range | None:
    """Give the source of a verb in -ing: its noun, or the subject of its clause."""
    tags = passage.tags
    issuer = issuer_of(passage, at)
    if issuer is not None:
        return issuer
    left = before(passage, at)
    if spender := _spends_time(passage, left):
        return spender
    word = passage.words[left] if left >= 0 else ""
    is_passed = word in words_of("hardships") or (
        bool(found) and word in words_of("occasions")
    )
    if left >= 0 and tags[left] in {"N", "U"} and not is_passed:
        source = subject_before(passage, left + 1) if speaks else None
        return _document(passage, source, left) if source else None
    if word == "by" and (doer := _does_by(passage, left)):
        return doer
    if subject := _of_later_clause(passage, at, found[-1].at if found else 0):
        return subject
    for cue in reversed(found):
        is_coordinate = left >= 0 and tags[left] == "," and cue.frame in ASIDES
        if cue.source and cue.at < at and (cue.is_finite or is_coordinate):
            return cue.source
    source = first_subject(passage, at)
    if source is None and "," not in tags[:at] and "," in tags[at:]:
        return _next_subject(passage, tags.index(",", at) + 1)
    return source


def _does_by(passage: Passage, left: int) -> Range | None:
    """Give the navy of "the raid, which the navy announced by saying it had won"."""
    tags = passage.tags
    if left < 1 or tags[left - 1] not in {"V", "v", "E"}:
        return None
    found = subject_before(passage, group_start(passage, left - 1))
    return found if found and tags[found[0]] not in {"W", "H"} else None


def _of_later_clause(passage: Passage, at: int, last: int) -> Range | None:
    """Give the subject of "…, while Chad lodged a protest calling it a crime".

    A clause that a comma and a conjunction open behind the last cue has its own.
    """
    tags = passage.tags
    for k in range(at - 2, last, -1):
        if tags[k] == "," and tags[k + 1] in {"B", "C"} and tags[k + 2] != "W":
            for verb in range(k + 3, at):
                if tags[verb] not in {"X", "v", "E"}:
                    continue
                found = subject_before(passage, group_start(passage, verb))
                return found if found and found[0] > k else None
            return None
    return None


def _spends_time(passage: Passage, left: int) -> Range | None:
    """Give who "spent several days accusing the mayor of" it."""
    k = passage.back(left, "NMD0AE")
    if k <= 0 or k == left or passage.words[k] not in {"spent", "spends", "spend"}:
        return None
    return subject_before(passage, group_start(passage, k))


def issuer_of(passage: Passage, at: int) -> Range | None:
    """Give who "put out a statement on Friday asking for": the statement's author."""
    tags, k = passage.tags, at - 1
    while k > 0 and (tags[k] in {"M", "A"} or (tags[k] == "P" and tags[k + 1] == "M")):
        k -= 1
    if passage.words[k] not in source_nouns() and passage.words[k] not in cue_nouns():
        return None
    issues = words_of("issues")
    while k > 0 and tags[k] in {"N", "U", "0", "E", "D"}:
        if passage.words[k] in issues:
            break
        k -= 1
    if tags[k] == "P" and passage.words[k] in {"out", "off"}:
        k -= 1
    if k <= 0 or passage.words[k] not in words_of("issues"):
        return None
    return subject_before(passage, group_start(passage, k))


def _document(passage: Passage, source: Range, left: int) -> Range:
    """Give only the memo of "cited the images in a memo arguing that"."""
    begin = left
    while begin > source[0] and passage.tags[begin] in {"N", "U"}:
        begin -= 1
    is_own = passage.tags[begin] in {"D", "S"} and passage.words[left] in source_nouns()
    if not is_own:
        return source
    return _author(passage, begin) or (begin, source[1])


def _author(passage: Passage, begin: int) -> Range | None:
    """Give who "cited the images in a memo arguing that" it is so.

    Not who "was named in a memo arguing that".
    """
    if begin < 1 or passage.words[begin - 1] != "in":
        return None
    if passage.words[begin] not in {"a", "an"}:
        return None
    who = first_subject(passage, begin)
    if who is None:
        return None
    verbs = passage.words[who[1] : begin]
    return who if words_of("be").isdisjoint(verbs) else None


def _next_subject(passage: Passage, begin: int) -> Range | None:
    """Give the subject of the first main clause from *begin* on."""
    first: Range | None = None
    for k in range(begin + 1, len(passage)):
        if passage.tags[k] == ";":
            break
        if passage.tags[k] in {"X", "V", "v", "E"}:
            found = subject_before(passage, group_start(passage, k))
            first = first or found
            if found and found[0] and passage.tags[found[0] - 1] == ",":
                return found
    return first
