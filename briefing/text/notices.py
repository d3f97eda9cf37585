"""Give what an article says of itself that was corrected: it is kept, and shown."""

from __future__ import annotations

from typing import Final

from briefing.model.article import Article

CORRECTION: Final = "correction"
"""The class, in `line_furniture`, of a line that says what was corrected."""


def corrections_of(article: Article) -> tuple[str, ...]:
    """Give the notices of correction of *article*, in its own words and order."""
    return tuple(
        " ".join(article.text[line.span.start : line.span.end].split())
        for line in article.lines
        if line.because == CORRECTION
    )
