"""What a cue is: the record that finders of cues make and contents are found for."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]
"""Units from the first to before the second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue with its source, before its content has found its end."""

    at: int
    """The unit that is the cue's head."""
    cue: Range
    start: int
    """Where its clause begins: at its source, if that stands right before it."""
    source: Range | None
    begin: int | None = None
    """First unit of the content on the right; None where none is."""
    left_end: int | None = None
    """End of the content on the left; None where none is."""
    frame: str = "that"
    """What kind of content: that, quote, bare, to, obj-to, obj, ing, prep; clause after
    a noun; raised, the subject is part of it ("the dam is believed to leak"); agent,
    it is the subject ("was rejected by"); words, only quotations ("chants of")."""
    because: str
    is_finite: bool = True
    """False for "saying", "to say" and nouns, which borrow the subject of a clause."""
