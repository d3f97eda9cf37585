"""In what two like statements differ, so that they do not say the same."""

from __future__ import annotations

from briefing.relate.gists import Gist


def find_conflict(left: Gist, right: Gist) -> str | None:
    """Give the fact in which *left* and *right* differ, in words; None where none."""
    if left.numbers and right.numbers and not left.numbers & right.numbers:
        return "other numbers"
    return None
