"""Hold a matter of an event against the few statements that may answer it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from briefing.relate.gists import Gist

LONGEST: Final = 200
"""Statements of one key in one event that a matter is held against: what comes after
them, of a thousand articles, tells it again."""


class Shelves:
    """The statements of an event by the keys that lead to them, in order."""

    def __init__(
        self, gists: Iterable[Gist], keys: Callable[[Gist], Iterable[str]]
    ) -> None:
        """Put each of *gists* under its *keys*."""
        self._found: defaultdict[str, list[Gist]] = defaultdict(list)
        for gist in gists:
            for key in keys(gist):
                self._found[key].append(gist)

    def of(self, *keys: str) -> Iterator[Gist]:
        """Give the statements under *keys*, each once."""
        seen: set[str] = set()
        for key in keys:
            for gist in self._found.get(key, ())[:LONGEST]:
                if gist.statement.id not in seen:
                    seen.add(gist.statement.id)
                    yield gist


def nearest(
    found: Iterable[Gist], rate: Callable[[Gist], int], most: int
) -> list[tuple[int, Gist]]:
    """Give the *most* statements that *rate* rates highest, none that it rates 0."""
    rated = [(score, gist) for gist in found if (score := rate(gist))]
    rated.sort(key=lambda pair: (-pair[0], pair[1].statement.id))
    return rated[:most]
