"""Find what a speaker later says was not so: the claim of an earlier day falls.

"There was no explosion" from who told of an explosion the day before is no dispute of
two parties; whoever reads the first words must see that they were taken back.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from briefing.model.article import Span
from briefing.model.corpus import Relation
from briefing.model.statement import Statement
from briefing.relate.denials import affirmed, affirms_now
from briefing.relate.denied import following, terms_of
from briefing.relate.dispute import dispute
from briefing.relate.gists import Gist, acts, written
from briefing.relate.scene import Scene
from briefing.text.words import fold

# Matches "There was no explosion", "there were never any shots"; not "there was no
# longer" nor "there is no", which tells of now.
NONE: Final = re.compile(
    r"\bthere (?:was|were|had been|has been)(?:\s+no|n[’']t any|\s+never (?:an?|any))\b"
    r"(?!\s+(?:longer|more|other|further|such|doubt))",
    re.IGNORECASE,
)


def find_withdrawals(scene: Scene) -> Iterator[Relation]:
    """Give each claim of *scene* with the later words in which its speaker drops it."""
    spoken = _Spoken(scene.gists)
    for gist in scene.gists:
        for match in NONE.finditer(gist.statement.text):
            terms = terms_of(following(gist.tokens, match.end(), set()))
            if not terms & acts():
                continue
            for claim, who in spoken.by_same(gist.statement, match):
                earlier = _is_earlier(claim, gist, scene)
                if earlier and terms <= affirmed(claim) and affirms_now(claim):
                    yield _relation(claim, gist, match.start(), who)


class _Spoken:
    """Who said what: a quotation's speaker may be named a sentence after it."""

    def __init__(self, group: Sequence[Gist]) -> None:
        self._of: defaultdict[str, dict[str, Gist]] = defaultdict(dict)
        self._names: dict[str, str] = {}
        self._beyond: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
        for gist in group:
            home = gist.statement
            for content, name in _said(home):
                speaker = fold(name)
                self._names.setdefault(speaker, name)
                self._of[speaker][home.id] = gist
                if content.start < home.span.start or content.end > home.span.end:
                    self._beyond[home.article].append((content, speaker))

    def by_same(
        self, statement: Statement, match: re.Match[str]
    ) -> Iterator[tuple[Gist, str]]:
        """Give what the speaker of the words of *match* said, here and elsewhere."""
        start = statement.span.start + match.start()
        said = (*_said(statement), *self._beyond[statement.article])
        speakers = {fold(who) for span, who in said if span.start <= start < span.end}
        for speaker in sorted(speakers):
            for gist in self._of[speaker].values():
                yield gist, self._names[speaker]


def _said(statement: Statement) -> list[tuple[Span, str]]:
    """Give whose words stand where."""
    return [
        (content, item.speaker.name)
        for item in statement.attributions
        if item.speaker
        for content in item.content
    ]


def _is_earlier(claim: Gist, later: Gist, scene: Scene) -> bool:
    """Tell whether *claim* was printed on a day before *later*."""
    one, two = scene.told_on(claim), scene.told_on(later)
    return one is not None and two is not None and one < two


def _relation(claim: Gist, later: Gist, start: int, who: str) -> Relation:
    about = written(later, start, following(later.tokens, start, set())[-1].end)
    because = f"who claimed it said later: “{about}”"
    found = dispute("denial", (claim, later), 1.0, because, about)
    by = later.statement.id
    return replace(found, resolved_by=by, denied_by=by, denier=who, is_answer=True)
