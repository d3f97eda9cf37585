"""What a reader gives: an article's text, what its file says of it, and doubts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefing.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:  # what is kept of a file needs no search of its text
    from briefing.readers.days import Day
    from briefing.readers.places import Found

MAX_LINES: Final = 20_000
"""Of one file; the page of an article has some hundreds, and each costs a fifth of a
millisecond in every stage."""


DOUBTFUL_DAY: Final = "read-date-ambiguous"
"""Said of an article whose printed day can be read two ways."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is to be said of a file that was read; becomes the diagnostic `read-…`."""

    what: str
    message: str
    severity: Severity = "note"
    hint: str | None = None
    line: int | None = None


def say(
    what: str, severity: Severity, path: str, message: str, hint: str | None = None
) -> Diagnostic:
    """Give the diagnostic `read-…` of the file or article at *path*."""
    return Diagnostic(f"read-{what}", severity, message, path, hint=hint)


class UnreadableError(Exception):
    """A file that holds no article its reader can give; carries the doubt to show."""

    def __init__(
        self,
        what: str,
        message: str,
        hint: str | None = None,
        severity: Severity = "warning",
    ) -> None:
        super().__init__(message)
        self.doubt = Doubt(what, message, severity, hint)


def too_large(message: str) -> UnreadableError:
    """Give the refusal of what is larger than any article, *message* saying how."""
    hint = "save the article's text as .txt"
    return UnreadableError(
        "too-large", f"{message}, which no article has", hint, "error"
    )


@dataclass(frozen=True, slots=True)
class Claims:
    """What a file says of its article outside the text, the best proof first."""

    title: tuple[Found, ...] = ()
    outlet: tuple[Found, ...] = ()
    agency: tuple[Found, ...] = ()
    byline: tuple[Found, ...] = ()
    language: tuple[Found, ...] = ()
    """Two-letter codes."""
    days: tuple[Day, ...] = ()
    """Of publication; those of updates are marked so."""

    def __add__(self, other: Claims) -> Claims:
        """Give these claims followed by those of *other*, which weigh less."""
        return Claims(
            self.title + other.title,
            self.outlet + other.outlet,
            self.agency + other.agency,
            self.byline + other.byline,
            self.language + other.language,
            self.days + other.days,
        )


@dataclass(frozen=True, slots=True)
class Page:
    """One article as its reader gives it."""

    text: str
    claims: Claims = Claims()
    url: str | None = None
    """The address the page gives itself; http or https."""
    doubts: tuple[Doubt, ...] = ()
    number: int | None = None
    """Of the article in a file of several, from 1; a line's, where each has one."""
    standfirst: str | None = None
    """What the page marks as standing between headline and text."""


Reader = Callable[[bytes], tuple[Page, ...]]
"""Gives the articles of a file's bytes, in order; raises UnreadableError."""
