"""What a cue is: the record that finders of cues make and contents are found for."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]
"""Units from the first to before the second."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue with its source, before its content has found its end."""

    at: int
    """The unit that is the cue's head."""
    source: Range | None
    because: str
    units: Range | None = None
    """All that is the cue; None where its head is."""
    clause_at: int | None = None
    """Where its clause begins; None where with the cue or, if it is finite, with the
    source before it."""
    begin: int | None = None
    """First unit of the content on the right; None where none is."""
    left_end: int | None = None
    """End of the content on the left; None where none is."""
    frame: str = "that"
    """What kind of content: that, quote, bare, to, obj-to, obj, ing, prep; clause after
    a noun; raised, the subject is part of it ("the dam is believed to leak"); agent,
    it is the subject ("was rejected by"); words, only quotations ("chants of");
    gap, only what means it ("something the mayor denied")."""
    is_finite: bool = True
    """False for "saying", "to say" and nouns, which borrow the subject of a clause."""

    @property
    def whole(self) -> Range:
        """All units of the cue."""
        return self.units or (self.at, self.at + 1)

    @property
    def start(self) -> int:
        """The unit with which the clause of the cue begins."""
        if self.clause_at is not None:
            return self.clause_at
        first = self.whole[0]
        return min(first, self.source[0]) if self.source and self.is_finite else first
