"""Share the outline's length out over its sections, by what they have to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from briefing.model.outline import Outline, SectionSpec
from briefing.model.plan import Choice

LEAST: Final = 0.2
MOST: Final = 3.0
"""Bounds of a section without `words` of its own, as shares of an equal part: some
sections of an event have more to tell, none may crowd the others out."""


@dataclass
class Room:
    """A section while it is being filled."""

    section: SectionSpec
    least: int
    """Words kept for it."""
    most: int
    """Words it may have."""
    words: int = 0
    """Words it has."""
    chosen: list[Choice] = field(default_factory=list)


class Rooms:
    """The topic sections of an outline, filled together under one length."""

    def __init__(self, outline: Outline) -> None:
        topics = [s for s in outline.sections if s.kind == "topic"]
        fixed = sum(s.words for s in topics if s.words is not None)
        shared = max(0, outline.length - fixed)
        part = shared / max(1, sum(s.words is None for s in topics))
        self.length = fixed + shared
        self.by_id = {s.id: _room(s, part) for s in topics}

    def left(self) -> dict[str, int]:
        """Give the words that each section may still take.

        What the others have not reached of their least is kept for them.
        """
        kept = {name: max(r.words, r.least) for name, r in self.by_id.items()}
        free = self.length - sum(kept.values())
        return {
            name: min(r.most, free + kept[name]) - r.words
            for name, r in self.by_id.items()
        }

    def release(self) -> int:
        """Keep no words for a section that has not used them; give what is left.

        A budget of its own stays kept: it is not part of what is shared.
        """
        for room in self.by_id.values():
            if room.section.words is None:
                room.least = min(room.least, room.words)
        return max(self.left().values(), default=0)


def _room(section: SectionSpec, part: float) -> Room:
    if section.words is not None:
        return Room(section, section.words, section.words)
    return Room(section, int(LEAST * part), int(MOST * part))
