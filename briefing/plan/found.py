"""What the statements of a corpus tell, and what they are to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.extract.voices import attributions_by_statement, speakers
from briefing.model.corpus import Corpus
from briefing.model.statement import Attribution, Speaker
from briefing.plan.echoes import Echoes, echoes
from briefing.plan.facts import Fact, find_facts
from briefing.plan.stems import content_stems, weights
from briefing.plan.support import find_backing


@dataclass(frozen=True, slots=True)
class Found:
    """What the view of a corpus holds that is costly to find, by statement id."""

    stems: Mapping[str, tuple[str, ...]]
    """Content stems of a statement, in order."""
    weight: Mapping[str, float]
    """Stem → how much it tells, 0–1: rare ones more."""
    facts: tuple[Fact, ...]
    backing: Mapping[str, tuple[str, ...]]
    """Statement id → those of its fact that state all it states, itself too; no entry
    where it is alone."""
    reach: Mapping[str, tuple[Attribution, ...]]
    """Statement id → the attributions whose content reaches into it."""
    speakers: Mapping[str, Speaker]
    """Statement id → whose words it mainly is; none for a newsroom's own."""
    echoes: Echoes
    """Statement id → what it tells of other statements, in whatever words."""


def find(corpus: Corpus) -> Found:
    """Find what the planners ask of *corpus*."""
    stems = {s.id: content_stems(s.text) for s in corpus.statements}
    weight = weights(stems.values())
    facts = tuple(find_facts(corpus))
    reach = attributions_by_statement(corpus.statements)
    return Found(
        stems=stems,
        weight=weight,
        facts=facts,
        backing=find_backing(corpus, facts),
        reach=reach,
        speakers=speakers(corpus.statements, reach),
        echoes=echoes(corpus, stems, weight),
    )
