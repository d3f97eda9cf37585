"""The speakers of an article so far, and how many a word stands for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from briefing.extract.attribution.spoken_for import LINK, is_document, is_lifeless
from briefing.extract.reading import Names, Reading
from briefing.model.statement import Attribution, Name, Speaker
from briefing.resources import words_of


class Heard(NamedTuple):
    """Whom a source names; nobody where that is not certain."""

    speaker: Speaker | None = None
    name: Name | None = None
    is_many: bool = False
    """True where "they" can mean them."""


GOES_ON: Final = 2
"""Sentences over which "he added" may go on with the last speaker, and a paragraph that
is one quotation belongs to whoever spoke before it."""


@dataclass(slots=True)
class Cast:
    """The speakers of an article so far."""

    reading: Reading
    names: Names
    last: Speaker | None = None
    last_name: Name | None = None
    last_at: int = -10
    """Sentence in which `last` spoke."""
    bodies: tuple[Name, ...] = ()
    """The organisations, the first mention of each."""
    told: dict[str, set[str]] = field(default_factory=dict)
    """The bodies without a name that spoke, by their noun: "office"."""
    last_is_many: bool = False
    """True where `last` is a body or several people, whom "they" can mean."""
    has_issued: bool = False
    """True where `last` issued a statement, of which "it" may go on to tell."""


def is_plural(words: str) -> bool:
    """Tell "two officials at the port" from "an official" and "his boss"."""
    head = LINK.split(words)[0].rpartition(" ")[2]
    if head.lower() in words_of("plurals"):
        return True
    return head.endswith("s") and not head.endswith(("ss", "'s", "’s", "us", "is"))


def of_name(name: Name | None) -> Heard:
    """Give a name as a speaker; nobody for the name of an event."""
    if name is None or _is_event(name):
        return Heard()
    is_body = name.kind == "organisation"
    role = None if is_body else name.role
    return Heard(Speaker(name.name, role), name, is_body)


def _is_event(name: Name) -> bool:
    """Tell "Military Build-up", in a title's capitals, from the name of a body."""
    words = name.name.split()
    return name.kind == "other" and len(words) > 1 and is_lifeless(words[-1].lower())


def issues(cast: Cast, made: Attribution) -> bool:
    """Tell "issued a statement saying" from "said"."""
    if made.cue is None:
        return False
    words = cast.reading.text[made.cue.start : made.cue.end].lower().split()
    return words[0] in words_of("issues")


def is_it(cast: Cast, index: int) -> bool:
    """Tell the "it" behind "issued a statement": the statement or who issued it.

    So does "The will leaves the house to her. It calls her “my sun”", unless a body
    stands in between, which may be meant.
    """
    if cast.last is None or index - cast.last_at > 1:
        return False
    return cast.has_issued or (
        is_document(cast.last.name)
        and not is_plural(cast.last.name)
        and not any(
            name.kind == "organisation"
            for i in range(cast.last_at, index + 1)
            for name in cast.names[i]
        )
    )
