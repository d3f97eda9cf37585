"""The relation of two statements in dispute, as every finder of disputes gives it."""

from __future__ import annotations

from briefing.model.corpus import DisagreementKind, Relation
from briefing.relate.gists import Gist


def dispute(
    of: DisagreementKind,
    sides: tuple[Gist, Gist],
    score: float,
    because: str,
    about: str,
) -> Relation:
    """Give the relation of two *sides* that dispute what is told in *about*."""
    left, right = sorted(side.statement.id for side in sides)
    near = round(min(score, 1.0), 4)
    return Relation("disagrees", left, right, near, because, of, about)
