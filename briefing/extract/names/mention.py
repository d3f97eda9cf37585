"""A name as it stands at one place, before forms of one bearer are joined."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.names.vocabulary import Words
from briefing.model.statement import NameKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands at one place."""

    sentence: int
    first: int
    last: int
    words: Words
    kind: NameKind
    role: str | None = None
    sex: str = ""
    is_sure: bool = True
    """False where only capitals speak for it (titled headlines, sentence openings)."""
    opens: bool = False
    """True where it opens its sentence."""
