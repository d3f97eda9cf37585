"""Every way a run can stop, with its exit code.

BriefingError
├── UsageError            2  wrong usage of the command line or the API
├── OutlineError          3  the outline cannot be used; holds all its mistakes
├── NoArticlesError       4  no article could be read
├── TemplateError         5  a template does not render
├── OutputError           6  an output that was asked for cannot be written
└── VerificationError     7  a brief does not hold what its sources say
"""

from __future__ import annotations

from typing import ClassVar

from briefing.model.diagnostic import Diagnostic


class BriefingError(Exception):
    """A run that stops: a sentence, and the diagnostics behind it."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(message)
        self.diagnostics = diagnostics


class UsageError(BriefingError):
    """Wrong usage of the command line or the API."""

    exit_code = 2


class OutlineError(BriefingError):
    """The outline cannot be used; `diagnostics` holds every mistake in it."""

    exit_code = 3


class NoArticlesError(BriefingError):
    """No article could be read; `diagnostics` says why, file by file."""

    exit_code = 4


class TemplateError(BriefingError):
    """A template does not render."""

    exit_code = 5


class OutputError(BriefingError):
    """An output that was asked for cannot be written."""

    exit_code = 6


class VerificationError(BriefingError):
    """A brief does not hold what its sources say."""

    exit_code = 7
