"""Which part of a sentence is in doubt, where it tells much else besides."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from briefing.model.brief import Status
from briefing.model.corpus import Relation
from briefing.model.statement import Statement
from briefing.plan.stems import content_stems

LONGEST_PART: Final = 12
"""Words of what is denied that a label holds."""

MOST_OF: Final = 0.7
"""Share of what a sentence tells from which all of it is denied."""


@dataclass(frozen=True, slots=True)
class Part:
    """The words in doubt; "" where it is the whole sentence, or nothing."""

    words: str = ""
    is_detail: bool = False
    """True where the rest of the sentence holds."""


def doubted_part(
    statement: Statement,
    status: Status,
    relations: Sequence[Relation],
    shown: Collection[Relation],
) -> Part:
    """Give the clause that is denied, or the detail that others tell otherwise.

    Nobody denies that a minister spoke of it, or asked for troops to leave. A dispute
    that is *shown* says it best.
    """
    if status == "disputed" and all(r.is_detail for r in relations):
        own = (detail_in(statement, relation) for relation in relations)
        return Part(max(own, key=len, default=""), is_detail=True)
    told = [r for r in relations if r.of == "denial" and not r.is_answer]
    if status != "denied" or not told:
        return Part()
    about = max(told, key=lambda r: (r in shown, r.score)).about
    mine = set(content_stems(statement.text))
    is_short = len(about.split()) <= LONGEST_PART
    is_part = len(mine & set(content_stems(about))) < MOST_OF * len(mine)
    return Part(about if is_short and is_part else "")


def detail_in(statement: Statement, relation: Relation) -> str:
    """Give which of the two ways a sentence tells a detail; "" where it is neither."""
    text = " ".join(statement.text.split())
    own = (way for way in relation.about.split(" / ") if way in text)
    return max(own, key=len, default="")
