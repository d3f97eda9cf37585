"""What is known of an article when its references are looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.extract.reading import Names, Reading
from briefing.extract.references.speakers import Voice
from briefing.model.statement import Attribution


@dataclass(frozen=True)
class Scene:
    """What is known of an article when its references are looked for."""

    reading: Reading
    names: Names
    attributions: Sequence[Sequence[Attribution]]
    voices: Sequence[Voice | None]
