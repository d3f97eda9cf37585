"""Tell how well each statement fits each section, 0–1, and where it has no place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from briefing.model.outline import Outline

STRONGEST: Final = 20
"""A section's relevance is scaled to the statement that one in so many surpass."""

WEAK: Final = 0.3
"""Strength of a section, as a share of the strongest one's, under which it is taken to
be weak: what hardly touches it must not pass for its heart."""

LEAST: Final = 0.5
"""Relevance that belongs to a section whatever else it has: about one of its terms in
a sentence. An event without soldiers leaves the section about soldiers empty."""

FEW: Final = 0.01
FULL: Final = 1.0
"""Where a smaller share of statements than the first belongs to a section, it is about
nothing of this event; only what has the second, full of its words, may stand there."""

ANYWHERE: Final = 0.35
"""Fit of what belongs to no section in the one that tells of the event itself."""

ABOVE: Final = 0.1
"""What can be added to the fit of the strongest by being stronger still."""

Tables = Mapping[str, Mapping[str, float]]
"""Section id → statement id → how far it belongs there."""


def fit_of(
    outline: Outline, relevance: Tables, able: Mapping[str, object]
) -> dict[str, dict[str, float]]:
    """Give, for each topic section, how well each statement fits it.

    What belongs to none is told where the event is told, and where no section does
    that, in the section it is nearest to.
    """
    values = {name: [table[i] for i in able] for name, table in relevance.items()}
    least = {
        name: LEAST if sum(v >= LEAST for v in found) >= FEW * len(found) else FULL
        for name, found in values.items()
    }
    tops = _tops({name: _strong(found) for name, found in values.items()})
    events = {s.id for s in outline.sections if s.time == "event"} & set(relevance)
    lost = _lost(relevance, least)
    found: dict[str, dict[str, float]] = {}
    for name, table in relevance.items():
        top, bound = tops[name], least[name]
        lowest = ANYWHERE if name in events else 0.0
        welcome = lost if name in events or not events else ()
        found[name] = {
            item: _scaled(value, top)
            if value >= bound
            else max(lowest, _scaled(value, top))
            if item in welcome
            else 0.0
            for item, value in table.items()
        }
    return found


def _lost(relevance: Tables, least: Mapping[str, float]) -> set[str]:
    """Give the statements that belong to no section."""
    lost = set(next(iter(relevance.values()), ()))
    for name, table in relevance.items():
        bound = least[name]
        lost -= {item for item, value in table.items() if value >= bound}
    return lost


def _scaled(value: float, top: float) -> float:
    """Give the share of the strongest as it is, and above that hardly more.

    What is at home in two sections goes to the one that it is most about.
    """
    share = value / top if top else 0.0
    return share if share <= 1.0 else 1.0 + ABOVE * (1.0 - 1.0 / share)


def _tops(strongest: Mapping[str, float]) -> dict[str, float]:
    """Give each section's strongest twentieth; a weak one's is raised.

    One sentence full of a section's words must not push all others out of it.
    """
    least = WEAK * max(strongest.values(), default=0.0)
    return {name: max(top, least) for name, top in strongest.items()}


def _strong(values: list[float]) -> float:
    ranked = sorted(values, reverse=True)
    return ranked[len(ranked) // STRONGEST] if ranked else 0.0
