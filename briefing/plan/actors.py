"""Tell whose act or word a statement is: the country behind it, else the speaker."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Final

from briefing.model.statement import Name, Statement
from briefing.plan.view import View
from briefing.text.words import fold

ROLE_REACH: Final = 60
"""Code points before a name within which a country belongs to its role ("US Secretary
of State Antony Blinken", "the president of the Republic of Malta, …")."""


class Actors:
    """Countries of the people whom the corpus names, and the actor of a statement."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.countries = _countries_of_people(view)

    def of(self, item: str) -> str:
        """Give the actor of a statement: its speaker's country, else its first one."""
        statement = self.view.statements[item]
        speakers = statement.speakers()
        for speaker in speakers:
            if fold(speaker) in self.countries:
                return self.countries[fold(speaker)]
        first = next((p.country for p in statement.places if p.country), None)
        return first or (speakers[0] if speakers else "")


def _countries_of_people(view: View) -> dict[str, str]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for statement in view.corpus.statements:
        for name in statement.people() if statement.places else ():
            votes[fold(name.name)].update(_countries_before(statement, name))
    return {
        name: min(found, key=lambda country: (-found[country], country))
        for name, found in votes.items()
        if found
    }


def _countries_before(statement: Statement, name: Name) -> set[str]:
    return {
        place.country
        for place in statement.places
        if place.country
        and place.span.end <= name.span.start <= place.span.end + ROLE_REACH
    }
