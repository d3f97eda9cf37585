"""Tell which two happenings are one, by their words and by what was done."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from briefing.extract.attribution.lexicon import cue_verbs
from briefing.plan.changes import changes_in
from briefing.plan.happenings import Happening, is_one_day
from briefing.plan.view import View
from briefing.relate.gists import Gist, acts, gist_of, term_of
from briefing.text.words import fold

SAME: Final = 0.4
"""Share of the weight of the fewer words, of the days of both, from which two rows tell
one happening. On five events all fourteen pairs above did but one, and three of the
thirty between .3 and .4."""


@dataclass
class Likeness:
    """How much two happenings are told in the same words, or words for the same."""

    view: View
    weight: dict[str, float] = field(default_factory=dict)
    gists: dict[str, Gist] = field(default_factory=dict)
    """Statement → what it tells; read when first asked for, as few ever are."""

    def learn(self, happenings: Iterable[Happening]) -> None:
        """Weigh words by how few of *happenings* have them."""
        stems = [set(self.view.stems[one.statement.id]) for one in happenings]
        counts = Counter(t for mine in stems for t in {term_of(s) for s in mine})
        total = len(stems)
        top = math.log(1 + total) or 1.0
        self.weight = {t: math.log((1 + total) / n) / top for t, n in counts.items()}

    def is_same(self, one: Happening, other: Happening) -> bool:
        """Tell whether two happenings that meet are one.

        Of one month or year it is enough that somebody did one thing: nobody declares
        independence twice in it. Nor is anybody arrested twice on one day, or urges two
        things.
        """
        if self.share(one, other) >= SAME:
            return True
        if not is_one_day(one, other):
            return False
        if one.earliest == one.latest:
            done = changes_in(one.statement.text) & changes_in(other.statement.text)
            was_done = bool(done and _people_in(one) & _people_in(other))
            return was_done or bool(_asked_in(one) & _asked_in(other))
        mine, yours = self._gist(one), self._gist(other)
        names = (mine.names | mine.telling) & (yours.names | yours.telling)
        return bool(names and mine.terms & yours.terms & acts())

    def share(self, one: Happening, other: Happening) -> float:
        """Give the share of the weight of the fewer words that both have, 0–1."""
        mine, yours = self._gist(one).terms, self._gist(other).terms
        least = min(self._weigh(mine), self._weigh(yours))
        return self._weigh(mine & yours) / least if least else 0.0

    def likeness(self, one: Happening, other: Happening) -> float:
        """Give how alike the words of two happenings are, 0–1; a short one is less."""
        mine, yours = self._gist(one).terms, self._gist(other).terms
        whole = math.sqrt(self._weigh(mine) * self._weigh(yours))
        return self._weigh(mine & yours) / whole if whole else 0.0

    def _gist(self, one: Happening) -> Gist:
        if one.statement.id not in self.gists:
            self.gists[one.statement.id] = gist_of(one.statement)
        return self.gists[one.statement.id]

    def _weigh(self, terms: frozenset[str]) -> float:
        return math.fsum(self.weight.get(term, 1.0) for term in terms)


def _asked_in(one: Happening) -> set[tuple[str, str]]:
    """Give who asks somebody to do something, each with the verb: (the US, urge)."""
    found: set[tuple[str, str]] = set()
    for made in one.statement.attributions:
        if made.cue and made.speaker:
            form = cue_verbs().get(one.statement.words_at(made.cue).lower())
            frames = form.verb.frames if form else frozenset()
            # Who "told" somebody may have told him anything.
            if form and "obj-to" in frames and "hearer" not in frames:
                found.add((made.speaker.name, form.verb.lemma))
    return found


def _people_in(one: Happening) -> set[str]:
    """Give the last names of the people that a happening names."""
    return {fold(name.name.split()[-1]) for name in one.statement.people()}
