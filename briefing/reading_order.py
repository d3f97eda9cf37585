"""Walk a brief in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.brief import Brief, Excerpt


def excerpts_of(brief: Brief) -> Iterator[Excerpt]:
    """Give every excerpt of *brief*, once for each place where it stands."""
    yield from brief.bottom_line
    for figure in brief.figures:
        yield figure.excerpt
    for entry in brief.timeline:
        yield entry.excerpt
    for section in brief.sections:
        yield from section.excerpts
    for disagreement in brief.disagreements:
        for side in disagreement.sides:
            yield side.excerpt
        if disagreement.resolved:
            yield disagreement.resolved.excerpt
    for question in brief.questions:
        yield from question.excerpts
