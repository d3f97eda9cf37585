"""What went wrong or is in doubt, as a value with a place and a remedy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing a person should know: `<room>-<what>`, where, and what to do."""

    code: str
    """`<room>-<what>`: `outline-unknown-key`, `read-empty`, `verify-altered`."""
    severity: Severity
    message: str
    """One sentence in the user's own words, lower case, no full stop."""
    path: str | None = None
    line: int | None = None
    """From 1."""
    column: int | None = None
    """From 1, in code points."""
    hint: str | None = None
    """What to write or do instead."""
