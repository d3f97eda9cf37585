"""The lines of an article and what is known of them, for the rules to share."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from briefing.model.article import Role
from briefing.text.roles.lines import Line


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line, from *start* to the next piece or the line's end."""

    start: int
    role: Role
    because: str


Pieces = tuple[Piece, ...]


@dataclass
class Page:
    """An article's lines and the roles given so far; None where one is still open."""

    lines: tuple[Line, ...]
    roles: list[Pieces | None]
    title: str | None = None
    headline: int | None = field(default=None)
    standfirst: str | None = None

    def is_open(self, i: int) -> bool:
        """Tell whether there is a line *i* that no rule has taken."""
        return 0 <= i < len(self.lines) and self.roles[i] is None

    def give(self, i: int, role: Role, because: str) -> None:
        """Give the whole of line *i* one role."""
        self.roles[i] = (Piece(self.lines[i].start, role, because),)

    def role(self, i: int) -> Role | None:
        """Give the role of the first piece of line *i*, None where it is open."""
        pieces = self.roles[i] if 0 <= i < len(self.lines) else None
        return pieces[0].role if pieces else None

    @cached_property
    def usual_gap(self) -> int:
        """Line ends between most neighbouring lines of prose."""
        gaps = sorted(
            line.gap
            for before, line in zip(self.lines, self.lines[1:], strict=False)
            if line.is_prose and before.is_prose
        )
        return gaps[len(gaps) // 2] if gaps else 2

    def first_prose(self) -> int:
        """Give the first open line of prose after the headline; the count if none."""
        after = -1 if self.headline is None else self.headline
        for i in range(after + 1, len(self.lines)):
            if self.is_open(i) and self.lines[i].is_prose:
                return i
        return len(self.lines)

    def last_prose(self) -> int:
        """Give the last open line of prose; -1 if there is none."""
        for i in range(len(self.lines) - 1, -1, -1):
            if self.is_open(i) and self.lines[i].is_prose:
                return i
        return -1
