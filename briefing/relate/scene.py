"""The statements of one event, with what the finders of disputes ask of them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.model.article import Article
from briefing.relate.denied import affiliations
from briefing.relate.gists import Gist
from briefing.relate.same import Weights


@dataclass(frozen=True)
class Scene:
    """What is known of one event."""

    gists: Sequence[Gist]
    weigh: Weights
    articles: Mapping[str, Article]

    @cached_property
    def posts(self) -> Mapping[str, str]:
        """Last name → country, for persons whose post names one: "Norway's Falk"."""
        return affiliations(self.gists)

    def told_on(self, gist: Gist) -> dt.date | None:
        """Give the day a statement was published, None where unknown."""
        return self.articles[gist.statement.article].published

    def with_posts(self, sides: frozenset[str]) -> frozenset[str]:
        """Give *sides* and the countries that those named there speak for."""
        return sides | {self.posts[name] for name in sides if name in self.posts}

    def in_order(self, back: int) -> Iterator[tuple[Gist, Sequence[Gist]]]:
        """Give each statement with the *back* before it in its article."""
        articles: defaultdict[str, list[Gist]] = defaultdict(list)
        for gist in self.gists:
            articles[gist.statement.article].append(gist)
        for told in articles.values():
            told.sort(key=lambda gist: gist.statement.span.start)
            for place, gist in enumerate(told):
                yield gist, told[max(0, place - back) : place]
