"""What planning finds of the articles alone, whatever an outline asks of them.

It takes longer than all that an outline decides, so a run after an edit of the outline
takes it from the cache. Only what is costly to find is here; the rest is looked up anew
in `view.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.extract.voices import attributions_by_statement, speakers
from briefing.model.corpus import Corpus
from briefing.model.statement import Speaker
from briefing.plan.echoes import Echoes, echoes
from briefing.plan.facts import Fact, find_facts
from briefing.plan.stems import content_stems, weights
from briefing.plan.support import find_backing


@dataclass(frozen=True, slots=True)
class Ground:
    """Looked up by statement id; made of plain values and nouns, to be kept."""

    stems: Mapping[str, tuple[str, ...]]
    """Content stems of a statement, in order."""
    weight: Mapping[str, float]
    """Stem → how much it tells, 0–1: rare ones more."""
    facts: tuple[Fact, ...]
    backing: Mapping[str, tuple[str, ...]]
    """Statement id → those of its fact that state all it states, itself too; no entry
    where it is alone."""
    speakers: Mapping[str, Speaker]
    """Statement id → whose words it mainly is; none for a newsroom's own."""
    echoes: Echoes
    """Statement id → what it tells of other statements, in whatever words."""


def ground_of(corpus: Corpus) -> Ground:
    """Find what planning asks of *corpus* for any outline."""
    stems = {s.id: content_stems(s.text) for s in corpus.statements}
    weight = weights(stems.values())
    facts = tuple(find_facts(corpus))
    reach = attributions_by_statement(corpus.statements)
    return Ground(
        stems=stems,
        weight=weight,
        facts=facts,
        backing=find_backing(corpus, facts),
        speakers=speakers(corpus.statements, reach),
        echoes=echoes(corpus, stems, weight),
    )
