"""Tell how much of a statement is in the words of the event."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Final

from briefing.plan.view import View

SHORT: Final = 8
"""Content words up to which a sentence's length does not count against it."""

LEADING: Final = 0.85
"""`View.lead` from which a sentence belongs to its article's opening."""


def centrality(view: View) -> dict[str, float]:
    """Give how much of each statement is in the words of the event, 0–1.

    The words of the event are those of headlines and openings, each weighted by the
    origins that open with it: one newsroom's angle is not the event.
    """
    openings: dict[str, set[str]] = defaultdict(set)
    for statement in view.corpus.statements:
        leads = view.lead.get(statement.id, 0.0) >= LEADING
        if leads or statement.role in ("headline", "standfirst"):
            for word in view.stems[statement.id]:
                openings[word].add(view.corpus.origins[statement.id].name)
    worth = {
        word: math.log2(len(origins)) * view.weight[word]
        for word, origins in openings.items()
    }
    sums = {
        # Exact: the order of a set differs from run to run.
        item: math.fsum(worth.get(word, 0.0) for word in set(stems))
        / max(SHORT, len(stems)) ** 0.5
        for item, stems in view.stems.items()
    }
    top = max(sums.values(), default=0.0) or 1.0
    return {item: value / top for item, value in sums.items()}
