"""Tell what became of things that were announced."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator
from typing import Final

from briefing.model.statement import Statement
from briefing.plan.announcements import Coming, announcements, date_for, states
from briefing.plan.stems import content_stems
from briefing.plan.view import View
from briefing.plan.wording import blanked
from briefing.text.words import stem

A_DAY: Final = dt.timedelta(days=1)


TOLD: Final = 0.4
"""Share of the weight of what was announced from which a later sentence tells what
became of it, whichever way; with the very act, one more word of it is enough."""


COMMONEST: Final = 250
"""Statements that may have a word for it to lead to what became of an announcement."""


def overtaken(view: View, last: dt.date) -> Iterator[str]:
    """Give what was announced for a day that is past, and told of since."""
    outcomes = Outcomes(view)
    for statement in view.corpus.statements:
        told = view.told_on(statement)
        if statement.role != "body" or told is None or told >= last:
            continue
        for coming in announcements(statement):
            date = date_for(coming, told - A_DAY)  # this morning "it will meet today"
            day = date.latest if date else None
            if day is not None and day <= last and outcomes.tell(coming):
                yield statement.id
                break


class Outcomes:
    """What the articles tell of things that others announced."""

    def __init__(self, view: View) -> None:
        """Look into the corpus of *view* when first asked."""
        self._view = view

    def tell(self, coming: Coming) -> bool:
        """Tell whether an article that is not older says what became of it.

        It is enough that one speaks of much the same: what was called off, put off or
        told in other words is no longer open in the words of the announcement.
        """
        view, home = self._view, coming.statement
        matter = _matter(coming)
        whole = math.fsum(view.weight.get(word, 0.0) for word in matter)
        for item in sorted(self._near(matter)):
            other = view.statements[item]
            if self._may_tell(home, other) and not _announces(other, coming.act):
                words = matter & view.matter[item]
                shared = math.fsum(view.weight.get(word, 0.0) for word in words)
                is_done = stem(coming.act) in words and len(words) > 1
                if is_done or shared >= TOLD * whole:
                    return True
        return False

    def _may_tell(self, home: Statement, other: Statement) -> bool:
        """Tell whether *other* is of another article that is not known to be older."""
        if other.article == home.article or other.role != "body":
            return False
        one, two = self._view.told_on(home), self._view.told_on(other)
        return one is None or two is None or two > one

    def _near(self, matter: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for word in matter:
            holders = self._view.holders.get(word, ())
            found.update(holders if len(holders) <= COMMONEST else ())
        return found


def _matter(coming: Coming) -> set[str]:
    """Give the content of what is announced: no words of time or of announcing."""
    statement, (start, end) = coming.statement, coming.place
    start = coming.start if coming.is_thing else start
    text = blanked(statement, (date.span for date in statement.dates))
    return set(content_stems(text[start:end])) - states()


def _announces(statement: Statement, act: str) -> bool:
    """Tell whether a sentence itself only announces the same act."""
    return any(stem(coming.act) == stem(act) for coming in announcements(statement))
