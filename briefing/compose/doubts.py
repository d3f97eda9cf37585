"""Tell what is in doubt: which sentences, and which part of one that tells more."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from briefing.model.brief import Status
from briefing.model.corpus import Corpus, Relation
from briefing.model.statement import Speaker, Statement
from briefing.plan.facts import Fact, disputes_of
from briefing.plan.sides import claim_and_denial
from briefing.plan.stems import content_stems

PLAIN: Final = 0.5
"""Score of a dispute from which an excerpt is marked as denied or disputed wherever it
stands; a fainter one marks only the denials that the brief shows."""

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


def _detail_in(statement: Statement, relation: Relation) -> str:
    """Give which of the two ways a sentence tells a detail; "" where it is neither."""
    text = " ".join(statement.text.split())
    own = (way for way in relation.about.split(" / ") if way in text)
    return max(own, key=len, default="")


class Doubts:
    """Which statements are disputed, denied or unconfirmed as they stand in a brief."""

    def __init__(
        self, corpus: Corpus, facts: Sequence[Fact], sides: AbstractSet[str]
    ) -> None:
        """Look up the disputes; those whose *sides* both stand are shown."""
        self.statements = {s.id: s for s in corpus.statements}
        self.shown = {r for r in corpus.relations if {r.left, r.right} <= sides}
        self._fact = {item: fact.members[0] for fact in facts for item in fact.members}
        self._disputes = disputes_of(corpus, facts, "disagrees")
        self._settling = {r.resolved_by for r in corpus.relations}

    def open_on(self, statement: Statement) -> list[Relation]:
        """Give the disputes that put what a statement tells in doubt."""
        denies = statement.has_hedge("denial")
        # Who takes a claim back is not in dispute: only what was claimed is.
        return [
            r
            for r in self._disputes.get(statement.id, ())
            if (r.score >= PLAIN or (r.of == "denial" and r in self.shown))
            and not (r.resolved_by and statement.id in self._settling)
            and (not r.is_detail or (r in self.shown and _detail_in(statement, r)))
            and (denies or self._is_end(r, statement) or not self._holds(r))
        ]

    def status_of(self, statement: Statement, speaker: Speaker | None) -> Status:
        """Give what a reader is told of how sure a statement is."""
        relations = self.open_on(statement)
        denials = [r for r in relations if r.of == "denial"]
        if denials:
            is_end = any(self._is_end(r, statement) for r in denials)
            is_side = is_end or statement.has_hedge("denial")
            return "disputed" if is_side else "denied"
        if relations:
            return "disputed"
        if statement.has_hedge("unconfirmed", "reported"):
            return "unconfirmed"
        return "attributed" if speaker else "reported"

    def part_of(self, statement: Statement, status: Status) -> Part:
        """Give the clause that is denied, or the detail that others tell otherwise.

        Nobody denies that a minister spoke of it, or asked for troops to leave. A
        dispute that is shown says it best.
        """
        relations = self.open_on(statement)
        if status == "disputed" and all(r.is_detail for r in relations):
            own = (_detail_in(statement, relation) for relation in relations)
            return Part(max(own, key=len, default=""), is_detail=True)
        told = [r for r in relations if r.of == "denial" and not r.is_answer]
        if status != "denied" or not told:
            return Part()
        about = max(told, key=lambda r: (r in self.shown, r.score)).about
        mine = set(content_stems(statement.text))
        is_short = len(about.split()) <= LONGEST_PART
        is_part = len(mine & set(content_stems(about))) < MOST_OF * len(mine)
        return Part(about if is_short and is_part else "")

    def _is_end(self, relation: Relation, statement: Statement) -> bool:
        """Tell whether a statement, or one that says the same, is what denies."""
        if relation.of != "denial":
            return False
        _, denial = claim_and_denial(self, relation)
        return self._fact[denial] == self._fact[statement.id]

    def _holds(self, relation: Relation) -> bool:
        """Tell whether who denied a claim came to admit it: it stands as it was made.

        Where the claim was taken back, its end is the side that denies.
        """
        end = relation.resolved_by
        return relation.of == "denial" and end is not None and end != relation.denied_by
