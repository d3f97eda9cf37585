"""Whoever speaks, in the fullest form of the name, or as the text describes them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from briefing.extract.antecedents import antecedent_of
from briefing.model.article import Span
from briefing.model.statement import Attribution, Name, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.extract.reading import Reading

GOES_ON: Final = 2
"""Sentences over which "he added" may go on with the last speaker, and a paragraph that
is one quotation belongs to whoever spoke before it."""
LONG_DESCRIPTION: Final = 3
"""Words from which "the head of the port" tells who speaks without a name."""

PERSONAL: Final = frozenset({"he", "she"})
UNTOLD: Final = frozenset(
    "i we you one there everyone everybody nobody anyone anybody someone somebody "
    "everything nothing something anything him her them me us himself herself "
    "themselves myself ourselves both this these that those all others another "
    "his its my our your their what".split()
)
# Matches "the pair", "the two men"; not "the two officials at the gate".
PAIR: Final = re.compile(r"the (?:pair|duo|couple|two(?: men| women)?|trio)$", re.I)
# Matches the "’s" of "Ann Lee’s lawyer" right after a name.
POSSESSIVE: Final = re.compile(r"['’](?:s\b)?")
# Matches "of " and "for the " before a name inside a longer description.
INSIDE: Final = re.compile(
    r"\b(?:of|for|at|in|from|to|with|by|on|and|including|under|near|against)\s+(?:the\s+)?$",
    re.I,
)
# Matches " officials" right after a name; not ", who" nor " (D-Ohio)" nor " said".
NOUN_AFTER: Final = re.compile(
    r"[\s-]+(?!(?:of|for|at|in|from|to|with|on|and|or|who|which|that)\b)[a-z][a-z-]+"
)
BREAK: Final = re.compile(r"\s*(?:[,(—–]| --| who | which | that )")
SPACE: Final = re.compile(r"\s+")


@dataclass(slots=True)
class Cast:
    """The speakers of an article so far."""

    reading: Reading
    names: Sequence[Sequence[Name]]
    last: Speaker | None = None
    last_name: Name | None = None
    last_at: int = -10
    """Sentence in which `last` spoke."""
    last_is_many: bool = False
    """True where `last` is a body or several people, whom "they" can mean."""


def name_speakers(
    reading: Reading,
    attributions: tuple[tuple[Attribution, ...], ...],
    names: Sequence[Sequence[Name]],
) -> tuple[tuple[Attribution, ...], ...]:
    """Give each attribution its speaker, where that is certain."""
    cast = Cast(reading, names)
    named: list[tuple[Attribution, ...]] = []
    for index, held in enumerate(attributions):
        named.append(tuple(_named(cast, index, made) for made in held))
    return tuple(named)


def _named(cast: Cast, index: int, made: Attribution) -> Attribution:
    if made.source is None:
        goes_on = made.cue is None and index - cast.last_at <= GOES_ON
        if not goes_on or cast.last is None:
            return made
        cast.last_at = index
        return replace(made, speaker=cast.last, because="the last speaker goes on")
    speaker, name, is_many = _speaker(cast, index, made.source)
    cast.last, cast.last_name, cast.last_at = speaker, name, index
    cast.last_is_many = is_many
    return replace(made, speaker=speaker) if speaker else made


def _speaker(
    cast: Cast, index: int, source: Span
) -> tuple[Speaker | None, Name | None, bool]:
    """Give whoever *source* names, the name, and whether "they" can mean them."""
    text = cast.reading.text
    words = SPACE.sub(" ", text[source.start : source.end])
    low = words.lower()
    recent = index - cast.last_at <= GOES_ON
    if low in PERSONAL:
        last = cast.last_name if recent else None
        return _of(
            antecedent_of(cast.reading, cast.names, index, source.start, last)[0]
        )
    if low in {"they", "it"}:
        if recent and cast.last_is_many:
            return cast.last, cast.last_name, True
        return None, None, False
    if low in {"who", "which"}:
        name = _name_before(cast, index, source.start)
        is_body = name is not None and name.kind == "organisation"
        return _of(None if is_body and low == "who" else name)
    if low in UNTOLD or PAIR.match(low):
        return None, None, False
    name = _head_name(cast, index, source)
    if name is not None:
        return _of(name)
    return _described(cast, index, source, words)


def _of(name: Name | None) -> tuple[Speaker | None, Name | None, bool]:
    if name is None:
        return None, None, False
    is_body = name.kind == "organisation"
    return Speaker(name.name, None if is_body else name.role), name, is_body


def _name_before(cast: Cast, index: int, start: int) -> Name | None:
    """Give the name that "who" follows: "Ann Lee, who said"."""
    for name in cast.names[index]:
        between = cast.reading.text[name.span.end : start]
        if name.span.end <= start and not between.strip(" ,\u00a0"):
            return name
    return None


def _head_name(cast: Cast, index: int, source: Span) -> Name | None:
    """Give the name that a source is, not one that only belongs to it."""
    text, first = cast.reading.text, None
    for name in cast.names[index]:
        if name.span.start < source.start or name.span.end > source.end:
            continue
        owner = POSSESSIVE.match(text, name.span.end, source.end)
        if owner and owner.end() < source.end:
            continue
        if INSIDE.search(text, source.start, name.span.start):
            continue
        is_modifier = NOUN_AFTER.match(text, name.span.end, source.end) is not None
        if is_modifier and not BREAK.match(text, name.span.end):
            continue
        if name.kind == "person":
            return name
        if first is None and not text[source.start : name.span.start].count(","):
            first = name
    return first


def _described(
    cast: Cast, index: int, source: Span, words: str
) -> tuple[Speaker | None, Name | None, bool]:
    """Give a source without a name of its own: "the spokesman", "two officials"."""
    mark = BREAK.search(words)
    short = words[: mark.start()] if mark and mark.start() else words
    count = len(short.split())
    if words.lower().startswith(("the ", "this ", "that ")):
        found = antecedent_of(cast.reading, cast.names, index, source.start)[0]
        if found is None:
            found = _body(cast, index, source, short)
        if found is not None:
            return _of(found)
        if count < LONG_DESCRIPTION and not _is_plural(short):
            return None, None, False
    if words.lower().startswith(("his ", "her ", "their ", "its ", "my ", "our ")):
        return None, None, False
    described = Speaker(words if len(words) - len(short) < 80 else short, None, True)
    return described, None, _is_plural(short)


def _body(cast: Cast, index: int, source: Span, short: str) -> Name | None:
    """Give the one organisation before that "the ministry" can mean."""
    noun = short.split()[-1].lower()
    found: dict[str, Name] = {}
    for held in cast.names[: index + 1]:
        for name in held:
            if name.kind == "organisation" and name.span.start < source.start:
                if noun in name.name.lower().split():
                    found[name.name] = name
    return next(iter(found.values())) if len(found) == 1 else None


def _is_plural(words: str) -> bool:
    head = re.split(r" (?:of|for|at|in|from|to|with|on) ", words)[0].split()[-1:]
    return bool(head) and (
        head[0].lower() in {"people", "police", "men", "women", "media"}
        or (
            head[0].endswith("s")
            and not head[0].endswith(("ss", "'s", "’s", "us", "is"))
        )
    )
