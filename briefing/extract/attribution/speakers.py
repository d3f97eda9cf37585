"""Whoever speaks, in the fullest form of the name, or as the text describes them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from briefing.extract.antecedents.find import find_antecedent
from briefing.extract.attribution.cast import (
    GOES_ON,
    Cast,
    Heard,
    is_it,
    issues,
    of_name,
)
from briefing.extract.attribution.described_speakers import (
    LISTED,
    part_of,
    speaker_described,
)
from briefing.extract.attribution.head_names import head_name
from briefing.extract.attribution.lexicon import source_nouns
from briefing.extract.attribution.spoken_for import ASIDE
from briefing.extract.attribution.stand_ins import (
    PAIR,
    body_before,
    body_described,
    described_before,
    ends_own_clause,
    pair_before,
    people_before,
)
from briefing.extract.names.vocabulary import vocabulary
from briefing.extract.reading import Held, Names, Reading
from briefing.model.article import Span
from briefing.model.statement import Attribution, Name, Speaker
from briefing.resources import word_set, words_of

HEADINGS: Final = frozenset({"headline", "standfirst", "crosshead"})
"""Roles of lines whose words nobody goes on with: the text below tells whose."""


PRONOUNS: Final = frozenset(
    {"he", "she", "they", "it", "who", "which", "that", "him", "her", "his"}
)
# Matches the "'s" of "the owner's" and the mark of "the doctors'", at the end.
OWNER: Final = re.compile(r"(?:['’]s|(?<=s)['’])$")
# Matches the " and his" of "Ann Lee and his aides"; not of "Lee, of Oil and Gas".
JOINED: Final = re.compile(r"(?:, (?:the )?[A-Z][\w.]+)*,? and (?:[^\W\d_]+)")
# Matches the " Friday, " of "Ann Lee Friday, who said", and ", ".
ONLY_DAY: Final = re.compile(r"[\s,]*(?:(?:on )?[A-Z][a-z]{2,5}day)?[\s,]*")
WORD: Final = re.compile(r"[^\W\d_]{2}")
SPACE: Final = re.compile(r"\s+")


def name_speakers(reading: Reading, attributions: Held, names: Names) -> Held:
    """Give each attribution its speaker, where that is certain."""
    cast = Cast(reading, names, bodies=_bodies(names))
    named: list[tuple[Attribution, ...]] = []
    for index, held in enumerate(attributions):
        named.append(tuple(_named(cast, index, made, held) for made in held))
    return tuple(named)


def speaker_named(
    reading: Reading, names: Names, index: int, source: Span
) -> Speaker | None:
    """Give whoever *source* names by itself, with nobody having spoken before."""
    return _speaker(Cast(reading, names, bodies=_bodies(names)), index, source).speaker


def _bodies(names: Names) -> tuple[Name, ...]:
    first: dict[str, Name] = {}
    for held in names:
        for name in held:
            if name.kind == "organisation":
                first.setdefault(name.name, name)
    return tuple(first.values())


def _named(
    cast: Cast, index: int, made: Attribution, held: tuple[Attribution, ...]
) -> Attribution:
    if made.source is None:
        goes_on = made.cue is None and index - cast.last_at <= GOES_ON
        is_heading = cast.reading.sentences[index].role in HEADINGS
        goes_on = goes_on and not is_heading and not _is_signed(cast, index, made)
        if not goes_on or cast.last is None:
            return made
        cast.last_at = _ends_in(cast, index, made)
        return replace(made, speaker=cast.last, because="the last speaker goes on")
    speaker, name, is_many = _speaker(cast, index, made.source)
    if _is_told_of(made, made.source, held):
        cast.last_name = None
        return replace(made, speaker=speaker) if speaker else made
    cast.last, cast.last_name = speaker, name
    cast.last_at = _ends_in(cast, index, made)
    cast.last_is_many = is_many
    cast.has_issued = issues(cast, made)
    return replace(made, speaker=speaker) if speaker else made


def _is_told_of(made: Attribution, source: Span, held: tuple[Attribution, ...]) -> bool:
    """Tell whether somebody else only tells that it was said.

    After "The men said a guard had seen it and had asked for help" the guard has not
    spoken: who goes on is one of the men.
    """
    return made.kind == "indirect" and any(
        part.start <= source.start and source.end <= part.end
        for other in held
        if other is not made
        for part in other.content
    )


def _ends_in(cast: Cast, index: int, made: Attribution) -> int:
    """Give the sentence in which the words end that begin in sentence *index*."""
    sentences = cast.reading.sentences
    end = made.content[-1].end
    while index + 1 < len(sentences) and sentences[index + 1].span.start < end:
        index += 1
    return index


def _is_signed(cast: Cast, index: int, made: Attribution) -> bool:
    """Tell whether words stand behind a quotation that may name another speaker."""
    last = cast.reading.sentences[_ends_in(cast, index, made)]
    return bool(WORD.search(cast.reading.text, made.content[-1].end, last.span.end))


def _speaker(cast: Cast, index: int, source: Span) -> Heard:
    """Give whoever *source* names, the name, and whether "they" can mean them."""
    text = cast.reading.text
    words = OWNER.sub("", SPACE.sub(" ", text[source.start : source.end]))
    low = words.lower()
    if low in PRONOUNS:
        return _pronoun(cast, index, source.start, low)
    if PAIR.match(low):
        pair = _pair(cast, index, source)
        return Heard(pair, is_many=pair is not None)
    if low.endswith(" of them"):
        return Heard(part_of(cast, index, source.start, words))
    # The pronouns that tell nobody: "I", "these"; "someone off-camera" too.
    untold, first = word_set("untold_pronouns"), low.partition(" ")[0]
    is_untold = low in untold and not _is_acronym(words)
    is_vague = first in untold and first.endswith(("one", "body")) and first != "one"
    if is_untold or is_vague:
        return Heard()
    name = head_name(cast, index, source)
    if name is None:
        return speaker_described(cast, index, source, words)
    if JOINED.match(text, name.span.end, source.end) or LISTED.search(words):
        speaker = Speaker(words, is_anonymous=bool(LISTED.search(words)))
        return Heard(speaker, is_many=True)
    heard = of_name(name)
    return heard._replace(is_many=heard.is_many or low.startswith("the "))


def _pair(cast: Cast, index: int, source: Span) -> Speaker | None:
    """Give the two who spoke just before, or stand together before "the pair"."""
    last = cast.last
    is_recent = index - cast.last_at <= GOES_ON and not any(
        name.kind == "person"
        for held in cast.names[cast.last_at + 1 : index + 1]
        for name in held
    )
    if last and cast.last_is_many and is_recent:
        return last if " and " in last.name and not last.is_anonymous else None
    return pair_before(cast.reading, cast.names, index, source.start)


def _pronoun(cast: Cast, index: int, start: int, low: str) -> Heard:
    """Give whom "he", "they" or "who" at *start* stands for."""
    recent = index - cast.last_at <= GOES_ON
    if low == "it" and ends_own_clause(cast.reading, index, start):
        body = body_before(cast.reading, cast.names, index, start)
        unnamed = body_described(cast.reading, index, start)
        if body is None and unnamed is not None:
            return Heard(Speaker(unnamed), is_many=True)
        return of_name(body)
    if low in {"they", "it"}:
        return _many(cast, index, start, low, recent=recent)
    if low in {"who", "which", "that"}:
        name = _name_before(cast, index, start)
        is_body = name is not None and name.kind == "organisation"
        if name is None:
            return Heard(described_before(cast.reading, index, start))
        return of_name(None if is_body and low == "who" else name)
    last = cast.last_name if recent else None
    name = find_antecedent(cast.reading, cast.names, index, start, last).name
    if name is None and _is_last_unnamed(cast, index, start):
        return Heard(cast.last)
    return of_name(name)


def _many(cast: Cast, index: int, start: int, low: str, *, recent: bool) -> Heard:
    """Give the body or the people for whom "it" and "they" stand."""
    many = None
    if low == "they" and (cast.last is None or cast.last_at < index - 1):
        many = people_before(cast.reading, index)
    if many is not None:
        return Heard(many, is_many=True)
    is_told = recent and (cast.last_is_many or (low == "it" and is_it(cast, index)))
    if low == "they" and is_told and _others_since(cast, index, start):
        return Heard()
    if is_told:
        return Heard(cast.last, cast.last_name, is_many=True)
    return Heard()


def _is_acronym(words: str) -> bool:
    """Tell "US" in a headline from "us"."""
    return len(words) > 1 and words.isupper()


def _others_since(cast: Cast, index: int, start: int) -> bool:
    """Tell whether several people stand between the last speaker and "they"."""
    plural = vocabulary().plural_roles
    return any(
        token.lower in plural or token.lower in {"authorities", "police", "people"}
        for i in range(cast.last_at + 1, index + 1)
        for token in cast.reading.sentences[i].tokens
        if token.start < start
    )


def _is_last_unnamed(cast: Cast, index: int, start: int) -> bool:
    """Tell whether "he" is the official without a name who spoke just before."""
    if cast.last is None or not cast.last.is_anonymous or cast.last_is_many:
        return False
    if index - cast.last_at > 1:
        return False
    words = ASIDE.split(cast.last.name)[0].lower().split()
    if source_nouns().intersection(words) or words_of("plurals").intersection(words):
        return False
    return not any(
        name.kind != "organisation" and name.span.start < start
        for name in cast.names[index]
    )


def _name_before(cast: Cast, index: int, start: int) -> Name | None:
    """Give the name that "who" follows: "Ann Lee, who said"."""
    for name in cast.names[index]:
        between = cast.reading.text[name.span.end : start]
        if name.span.end <= start and ONLY_DAY.fullmatch(between):
            return name
    return None
