"""What planning finds of the articles alone, whatever an outline asks of them.

It takes longer than all that an outline decides: a run after an edit of the outline has
it from the cache. Nothing here may come from the outline.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from briefing.model.corpus import Corpus
from briefing.model.outline import Outline
from briefing.plan.centrality import centrality
from briefing.plan.eligible import why_not
from briefing.plan.found import Found, find
from briefing.plan.happenings import Row, rows_of, tellers_of
from briefing.plan.relevance import foreign_to
from briefing.plan.value import Worth, weigh
from briefing.plan.view import view_corpus

NOTHING_ASKED: Final = Outline(Path(), title="", articles=(), sections=())


@dataclass(frozen=True, slots=True)
class Ground:
    """Looked up by statement id; made of plain values and nouns, to be kept."""

    found: Found
    worth: Worth
    central: Mapping[str, float]
    """How much of a statement is in the words of the event, 0–1."""
    foreign: frozenset[str]
    """The statements of another country's people than the one most heard."""
    hindrances: Mapping[str, str | None]
    """What keeps a statement out of every section; None where it may stand."""
    stale: frozenset[str]
    """What was so when it was told, and is no longer."""
    rows: Mapping[str, Row]
    """What statements that may stand tell of a day that had been."""
    tellers: Mapping[str, int]
    """How many newsrooms tell all of a statement, where several do."""


def ground_of(corpus: Corpus) -> Ground:
    """Find what planning asks of *corpus* for any outline."""
    # Late: a run that has it from the cache needs none of the rules for it.
    from briefing.plan.stale import stale_statements

    found = find(corpus)
    view = view_corpus(NOTHING_ASKED, corpus, found)
    hindrances = {s.id: why_not(s, view) for s in corpus.statements}
    able = (s for s in corpus.statements if hindrances[s.id] is None)
    return Ground(
        found=found,
        worth=weigh(view),
        central=centrality(view),
        foreign=foreign_to(view),
        hindrances=hindrances,
        stale=stale_statements(view),
        rows=rows_of(view, able),
        tellers=tellers_of(view),
    )
