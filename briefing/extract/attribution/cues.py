"""Every cue of a passage with its source and the place where its content is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from briefing.extract.attribution.contents import (
    Complement,
    complement_of,
    has_clause,
    trim_end,
)
from briefing.extract.attribution.lexicon import (
    CueWord,
    VerbForm,
    cue_adjectives,
    cue_nouns,
    cue_verbs,
    light_verbs,
    heading_labels,
    quiet_words,
    source_nouns,
)
from briefing.extract.attribution.sources import (
    Range,
    first_subject,
    group_start,
    subject_after,
    subject_before,
)
from briefing.extract.attribution.units import BE, Passage
from briefing.extract.attribution.verbs import before, role_of

INVERTS: Final = frozenset({"that", "quote"})
SPEAKS: Final = INVERTS | {"hearer"}
LONGEST_HEADING: Final = 6
"""Units before the colon of "UN food agency: …"."""
NAMING: Final = frozenset(
    "dubbed labeled labelled called considered deemed rated ranked declared".split()
)
FEELS: Final = frozenset(
    "feel feels felt remain remains remained seem seems seemed".split()
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue with its source, before its content has found its end."""

    at: int
    """The unit that is the cue's head."""
    cue: Range
    start: int
    """Where it begins with its source, when that stands before it."""
    source: Range | None
    begin: int | None
    """First unit of the content on the right; None where none is."""
    left_end: int | None
    """End of the content on the left; None where none is."""
    frame: str
    because: str
    is_finite: bool = True


def find_cues(passage: Passage) -> list[Cue]:
    """Give the cues of a passage in order, those inside others' words too."""
    tags = passage.tags
    roles = {}
    for at, tag in enumerate(tags):
        if tag == "V":
            role = role_of(passage, at)
            if role == "none":
                word = passage.words[at]
                tags[at] = (
                    "I" if word.endswith("ing") else "E" if word.endswith("ed") else "N"
                )
            else:
                roles[at] = role
    found = _heading(passage)
    for at, word in enumerate(passage.words):
        if at in roles:
            cue = _verb_cue(passage, at, roles[at], found)
        elif tags[at] in {"N", "I", "E", "A", "U", "v"} or word == "according":
            cue = _word_cue(passage, at, word, found)
        else:
            continue
        if cue is not None:
            found.append(cue)
    return [cue for cue in found if not _is_in_source(cue, found)]


def _is_in_source(cue: Cue, found: list[Cue]) -> bool:
    """Tell the "asked" of "a driver who asked not to be named said" from "said"."""
    return any(
        other.source is not None
        and other.source[0] <= cue.at < other.source[1]
        and other is not cue
        for other in found
    )


def _heading(passage: Passage) -> list[Cue]:
    """Read the headlines "Novak: The dam is safe" and "Poll: most want a vote"."""
    tags, words = passage.tags, passage.words
    if passage.sentences[0].role != "headline" or ":" not in tags[1:LONGEST_HEADING]:
        return []
    colon = tags.index(":")
    is_name = all(tag in {"U", "G"} for tag in tags[:colon])
    speaks = words[colon - 1] in source_nouns()
    if not (is_name or speaks) or words[colon - 1] in heading_labels():
        return []
    if not has_clause(passage, colon + 1, len(tags)):
        return []
    cue = (colon, colon + 1)
    source = (0, colon)
    return [Cue(colon, cue, 0, source, colon + 1, None, "that", "a name and a colon")]


def _verb_cue(passage: Passage, at: int, role: str, found: list[Cue]) -> Cue | None:
    form = cue_verbs()[passage.words[at]]
    verb = form.verb
    start = group_start(passage, at)
    if role == "passive":
        return _passive(passage, at, start)
    complement = complement_of(passage, at, verb)
    if complement and complement.frame == "obj" and _is_light(passage, at):
        return None
    if role == "finite":
        inverted = _inverted(passage, at, verb.frames)
        if inverted:
            return inverted
        source = subject_before(passage, start)
        begins = min(source[0], start) if source else start
        left = before(passage, start)
        if source is None and left >= 0 and _is_next_verb(passage, left, form, found):
            source = _shared(passage, at, found)
        if source is None:
            return None
        if _is_as_clause(passage, begins, complement):
            return _as_said(passage, at, begins, source)
        is_speech = bool(verb.frames & SPEAKS)
        if (
            complement
            and is_speech
            and _is_beside_the_point(passage, begins, complement)
        ):
            complement = None
        if is_speech and _is_in_commas(passage, at, begins, complement):
            complement = None
        if complement is None:
            return _said_after(passage, at, begins, source, verb.frames)
        left_end = _left_end(passage, at, begins, complement, verb.frames)
        return Cue(
            at,
            (at, complement.cue_end),
            begins,
            source,
            complement.begin,
            left_end,
            complement.frame,
            f"subject and “{passage.words[at]}”",
        )
    if complement is None:
        return None
    if complement.frame == "bare":
        return None
    if role == "infinitive" and complement.frame in {"obj", "to", "obj-to", "ing"}:
        return None
    source = (
        _shared(passage, at, found)
        if role == "infinitive"
        else _owner(
            passage,
            at,
            found,
            speaks=bool(verb.frames & SPEAKS or complement.frame in {"obj-to"}),
        )
    )
    if source is None:
        return None
    return Cue(
        at,
        (at, complement.cue_end),
        start,
        source,
        complement.begin,
        None,
        complement.frame,
        f"“{passage.words[at]}” with the subject of its clause",
        is_finite=False,
    )


def _is_next_verb(
    passage: Passage, left: int, form: VerbForm, found: list[Cue]
) -> bool:
    """Tell "and said" and the headline's ", says" from a verb without a subject."""
    if passage.tags[left] == "C":
        return True
    is_third = passage.tags[left] == "," and "third" in form.forms
    return is_third and any(cue.is_finite for cue in found)


def _is_light(passage: Passage, at: int) -> bool:
    """Tell "voiced concern about", where the noun is the cue, from "voiced anger"."""
    if passage.words[at] not in light_verbs():
        return False
    tags, nouns = passage.tags, cue_nouns()
    for k in range(at + 1, min(len(tags) - 1, at + 5)):
        noun = nouns.get(passage.words[k])
        if noun is not None and tags[k] in {"N", "E"}:
            return _complement_of_word(passage, k + 1, noun) is not None
        if tags[k] not in {"D", "N", "E", "A", "0"}:
            return False
    return False


def _is_in_commas(
    passage: Passage, at: int, begins: int, complement: Complement | None
) -> bool:
    """Tell "the plan, he said, would" from "the plan works, he said two days later"."""
    tags = passage.tags
    if begins == 0 or tags[begins - 1] != "," or complement is None:
        return False
    if complement.frame == "bare":
        return has_clause(passage, 0, begins - 1)
    return (
        tags[at + 1] == ","
        and tags[complement.begin] != "Q"
        and not has_clause(passage, 0, begins - 1)
    )


def _is_as_clause(passage: Passage, begins: int, complement: Complement | None) -> bool:
    """Tell "as the mayor put it" and "as she said on Friday,"."""
    if begins == 0 or passage.words[begins - 1] != "as":
        return False
    return (
        complement is None
        or passage.tags[complement.begin] in {",", "Q"}
        or (passage.words[complement.begin] == "it")
        or passage.tags[complement.begin - 1] == ","
    )


def _as_said(passage: Passage, at: int, begins: int, source: Range) -> Cue | None:
    """Read "As doctors have warned, …" and "…, as the mayor put it"."""
    tags, because = passage.tags, f"“as” and “{passage.words[at]}”"
    if begins > 1 and tags[begins - 2] in {",", "Q"}:
        end = begins - 1 if tags[begins - 2] == "Q" else begins - 2
        if has_clause(passage, 0, end):
            return Cue(at, (at, at + 1), begins - 1, source, None, end, "that", because)
        return None
    if begins > 2:
        return None
    comma = next((k for k in range(at, len(tags) - 1) if tags[k] == ","), None)
    if comma is None:
        return None
    return Cue(at, (at, at + 1), begins - 1, source, comma + 1, None, "that", because)


def _is_beside_the_point(passage: Passage, begins: int, complement: Complement) -> bool:
    """Tell "“…,” she said in Rome, where she lives" from a clause that is said."""
    tags = passage.tags
    return (
        begins > 0
        and tags[begins - 1] == "Q"
        and complement.frame in {"that", "obj", "prep"}
        and tags[complement.begin] != "Q"
        and not (
            tags[complement.begin] == "H" and complement.begin == complement.cue_end
        )
    )


def _inverted(passage: Passage, at: int, frames: frozenset[str]) -> Cue | None:
    """Read "…, said Ann Lee" and "“…” said the minister"."""
    tags = passage.tags
    if not frames & INVERTS:
        return None
    if at == 0:
        return _heading_inversion(passage)
    if tags[at - 1] not in {"Q", ",", "-"}:
        return None
    if tags[at - 1] != "Q" and "obj" in frames and subject_before(passage, at):
        return None
    if at + 1 >= len(tags) or tags[at + 1] not in {"D", "S", "U", "N", "0"}:
        return None
    source = subject_after(passage, at + 1)
    if source is None:
        return None
    end = source[1]
    if tags[at - 1] != "Q":
        stop = end
        k = at + 1
        while k < stop and tags[k] not in {",", "W"}:
            if tags[k] in {"X", "V", "v", "H", "T"}:
                return None
            k += 1
        if not has_clause(passage, 0, at - 1):
            return None
    elif any(t in {"X", "v"} for t in tags[at + 1 : _first_mark(tags, at + 1)]):
        return None
    begin = (
        end + 1
        if end + 1 < len(tags) and tags[end] == "," and tags[end + 1] == "Q"
        else None
    )
    if end < len(tags) and tags[end] in {":", "Q"} and "Q" in tags[end : end + 2]:
        begin = end + (tags[end] == ":")
    return Cue(
        at,
        (at, at + 1),
        at,
        source,
        begin,
        at,
        "that",
        f"“{passage.words[at]}” before its subject",
    )


def _heading_inversion(passage: Passage) -> Cue | None:
    """Read "Said Ann Lee: “…”"."""
    source = subject_after(passage, 1)
    if source is None or source[1] + 1 >= len(passage):
        return None
    if passage.tags[source[1]] not in {":", ","} or passage.tags[source[1] + 1] != "Q":
        return None
    because = f"“{passage.words[0]}” before its subject"
    return Cue(0, (0, 1), 0, source, source[1] + 1, None, "quote", because)


def _first_mark(tags: list[str], at: int) -> int:
    while at < len(tags) and tags[at] not in {",", "W", ".", ";"}:
        at += 1
    return at


def _left_end(
    passage: Passage,
    at: int,
    begins: int,
    complement: Complement,
    frames: frozenset[str],
) -> int | None:
    """Give the end of words before "he said, “…”" that belong to what is said."""
    if begins == 0 or not frames & SPEAKS or complement.frame not in {"quote", "that"}:
        return None
    tags = passage.tags
    if (
        complement.begin > at + 1
        and tags[complement.begin] == "Q"
        and tags[begins - 1] == "Q"
    ):
        return begins
    comma = tags[at + 1] == ","
    if comma and tags[begins - 1] == "," and has_clause(passage, 0, begins - 1):
        return begins
    return None


def _goes_on(passage: Passage, at: int) -> int | None:
    """Give where words go on after ", she said,": a main clause or a quotation."""
    tags = passage.tags
    if at + 2 >= len(tags) or tags[at + 1] != ",":
        return None
    if tags[at + 2] == "C" and tags[at + 3 : at + 4] == ["Q"]:
        return at + 2
    is_lead_in = tags[0] in {"B", "P"} or tags[:1] + tags[1:2] in (
        ["C", "P"],
        ["C", "B"],
    )
    starts_clause = tags[at + 2] in {"D", "S", "R", "U", "N", "I", "0"}
    if is_lead_in and starts_clause and has_clause(passage, at + 2, len(tags)):
        return at + 2
    return None


def _said_after(
    passage: Passage, at: int, begins: int, source: Range, frames: frozenset[str]
) -> Cue | None:
    """Read "…, officials said": the content stands before the source."""
    tags = passage.tags
    if not frames & SPEAKS or begins == 0:
        return None
    left = tags[begins - 1]
    if not frames & {"that", "hearer"} and (left != "Q" or "quote" not in frames):
        return None
    if left not in {",", "Q", "-"}:
        return None
    end = begins if left == "Q" else begins - 1
    because = f"“{passage.words[at]}” after what is said"
    if not has_clause(passage, 0, end):
        if (
            at + 1 < len(tags)
            and tags[at + 1] == ","
            and has_clause(passage, at + 2, len(tags))
        ):
            return Cue(at, (at, at + 1), begins, source, at + 2, end, "that", because)
        return None
    begin = _goes_on(passage, at)
    return Cue(at, (at, at + 1), begins, source, begin, end, "that", because)


def _shared(passage: Passage, at: int, found: list[Cue]) -> Range | None:
    """Give the subject that a coordinated verb or infinitive shares."""
    for cue in reversed(found):
        if cue.is_finite and cue.source and cue.at < at and cue.left_end is None:
            return cue.source
    return first_subject(passage, at)


def _owner(
    passage: Passage, at: int, found: list[Cue], *, speaks: bool
) -> Range | None:
    """Give the source of a verb in -ing: its noun, or the subject of its clause."""
    tags = passage.tags
    left = before(passage, at)
    if left >= 0 and tags[left] in {"N", "U"}:
        return subject_before(passage, left + 1) if speaks else None
    for cue in reversed(found):
        if cue.source and cue.at < at and cue.is_finite:
            return cue.source
    source = first_subject(passage, at)
    if source is None and "," not in tags[:at]:
        comma = next((k for k in range(at, len(tags)) if tags[k] == ","), None)
        return _next_subject(passage, comma + 1) if comma is not None else None
    return source


def _next_subject(passage: Passage, begin: int) -> Range | None:
    """Give the subject of the main clause that begins at *begin*."""
    for k in range(begin + 1, len(passage)):
        if passage.tags[k] in {"X", "V", "v", "E"}:
            return subject_before(passage, group_start(passage, k))
    return None


def _passive(passage: Passage, at: int, start: int) -> Cue | None:
    """Read "is believed to …", "it was reported that …", "was accused of … by …"."""
    tags, words, n = passage.tags, passage.words, len(passage)
    nxt = at + 1
    while nxt < n and tags[nxt] in {"A", "M"}:
        nxt += 1
    because = f"“{words[at]}” without a subject of its own"
    cue = (at, at + 1)
    subject = subject_before(passage, start)
    if nxt < n and words[nxt] == "by" and subject and nxt + 1 < n:
        return _by_agent(passage, at, nxt, subject)
    if words[at] not in quiet_words()["passive"] or nxt >= n:
        return None
    if tags[nxt] == "H":
        return Cue(at, cue, start, None, nxt, None, "that", because)
    if subject is None or words[subject[0]] == "it":
        return None
    if words[at] in NAMING and tags[nxt] in {"D", "Q", "~", "N"}:
        return Cue(
            at, (start, at + 1), subject[0], subject, nxt, None, "raised", because
        )
    if (
        tags[nxt] == "T"
        or tags[nxt] in {"P", "B"}
        and words[nxt] in {"of", "for", "as", "with"}
    ):
        return Cue(
            at, (start, at + 1), subject[0], subject, nxt, None, "raised", because
        )
    return None


def _by_agent(passage: Passage, at: int, by: int, subject: Range) -> Cue | None:
    """Read "the plan was criticised by residents": the agent is the source."""
    tags = passage.tags
    if tags[by + 1] not in {"D", "S", "U", "N", "0", "O"}:
        return None
    agent = subject_after(passage, by + 1) if tags[by + 1] != "O" else (by + 1, by + 2)
    if agent is None:
        return None
    because = f"“{passage.words[at]} by”"
    return Cue(at, (at, by + 1), subject[0], agent, None, subject[1], "agent", because)


def _word_cue(passage: Passage, at: int, word: str, found: list[Cue]) -> Cue | None:
    if word == "according":
        return _according(passage, at)
    if passage.tags[at] == "U" and at:
        return None
    noun = cue_nouns().get(word)
    if noun is not None:
        return _noun(passage, at, noun)
    quiet = quiet_words()
    if word in quiet["clear"]:
        clear = _clear(passage, at)
        if clear:
            return clear
    adjective = cue_adjectives().get(word)
    if adjective is not None:
        return _adjective(passage, at, adjective)
    if word in quiet["appear"]:
        return _appears(passage, at)
    return None


def _clear(passage: Passage, at: int) -> Cue | None:
    """Read "it is clear that"."""
    tags, words = passage.tags, passage.words
    left = before(passage, at)
    if at + 2 >= len(tags) or left < 1 or words[left] not in BE | {"'s"}:
        return None
    if tags[at + 1] not in {"H", "U", "R"}:
        return None
    if words[left - 1] != "it":
        return None
    because = f"“it … {words[at]}”"
    return Cue(at, (left - 1, at + 1), left - 1, None, at + 1, None, "that", because)


def _appears(passage: Passage, at: int) -> Cue | None:
    """Read "the bridge seems to have held": nobody says who judges."""
    tags = passage.tags
    if at + 1 >= len(tags) or tags[at + 1] != "T":
        return None
    subject = subject_before(passage, group_start(passage, at))
    if subject is None:
        return None
    because = f"“{passage.words[at]}” without a subject of its own"
    return Cue(at, (at, at + 1), subject[0], subject, at + 1, None, "raised", because)


def _according(passage: Passage, at: int) -> Cue | None:
    tags = passage.tags
    if at + 1 >= len(tags) or tags[at + 1] != "T":
        return None
    begin = at + 2
    end = begin
    while end < len(tags) and tags[end] not in {".", ";", ":", "-", "Q"}:
        if tags[end] == "," and not (
            end + 1 < len(tags)
            and tags[end + 1] in {"W"}
            or (tags[end + 1 : end + 2] == ["D"] and at > 0)
        ):
            break
        end += 1
    if end == begin:
        return None
    source, because = (begin, end), "“according to”"
    if at == 0 or passage.tags[at - 1] in {"C"}:
        right = end + 1 if end < len(tags) else None
        return Cue(at, (at, at + 2), at, source, right, None, "that", because)
    left = at - 1 if tags[at - 1] in {",", "-"} else at
    right = None
    if end + 1 < len(tags) and tags[end] == "," and not has_clause(passage, 0, left):
        right = end + 1
    return Cue(at, (at, at + 2), at, source, right, left, "that", because)


def _complement_of_word(
    passage: Passage, i: int, word: CueWord
) -> tuple[int, str] | None:
    tags, words = passage.tags, passage.words
    if i >= len(tags):
        return None
    if tags[i] == "H" and word.takes_that:
        return i, "that"
    if tags[i] == "T" and "to" in word.prepositions:
        return i, "to"
    if tags[i] in {"P", "B"} and words[i] in word.prepositions and i + 1 < len(tags):
        return i + 1, "prep"
    return None


def _noun(passage: Passage, at: int, noun: CueWord) -> Cue | None:
    """Read "Ann Lee's claim that" and "their refusal to"."""
    complement = _complement_of_word(passage, at + 1, noun)
    if complement is None:
        return None
    tags = passage.tags
    owner: Range | None = None
    is_light = False
    k = at - 1
    while k >= 0 and tags[k] in {"N", "E", "A", "0", "I"}:
        k -= 1
    if k >= 0 and tags[k] == "S":
        owner = (k, k + 1)
    elif k > 0 and tags[k] == "G":
        owner = subject_before(passage, k)
        if owner:
            owner = (owner[0], k + 1)
    elif k >= 0 and not {"E", "I"} & set(tags[k + 1 : at]):
        while k >= 0 and tags[k] == "D":
            k -= 1
        if k > 0 and passage.words[k] in light_verbs():
            owner = subject_before(passage, group_start(passage, k))
            is_light = owner is not None
    if owner is None and complement[1] != "that":
        return None
    begin, frame = complement
    if is_light and owner is not None:
        because = f"“{passage.words[k]}” with “{passage.words[at]}”"
        return Cue(at, (k, at + 1), owner[0], owner, begin, None, frame, because)
    return Cue(
        at,
        (at, at + 1),
        owner[0] if owner else at,
        owner,
        begin,
        None,
        frame,
        f"the noun “{passage.words[at]}”",
        is_finite=False,
    )


def _adjective(passage: Passage, at: int, word: CueWord) -> Cue | None:
    """Read "she was certain that" and "they are worried about"."""
    tags, words = passage.tags, passage.words
    left = before(passage, at)
    if left < 0 or not (
        words[left] in BE or words[left] in FEELS or words[left] == "'s"
    ):
        return None
    complement = _complement_of_word(passage, at + 1, word)
    if complement is None:
        clause = (
            word.takes_that and at + 1 < len(tags) and tags[at + 1] in {"R", "D", "S"}
        )
        if not clause:
            return None
        complement = at + 1, "that"
    start = group_start(passage, at)
    if tags[start] not in {"X", "A", "G"} and start == at:
        start = left
    source = subject_before(passage, start)
    if source is None or words[source[0]] == "it":
        return None
    return Cue(
        at,
        (left, at + 1),
        source[0],
        source,
        complement[0],
        None,
        complement[1],
        f"“{words[left]} {words[at]}”",
    )


__all__ = ["Cue", "find_cues", "trim_end"]
