"""Tell whether a line that stands alone says whom it speaks of."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from briefing.model.statement import Name, Statement
from briefing.resources import word_list
from briefing.text.words import fold

# Matches the end of "CHP Officer " and "President "; not of "charged " or of nothing.
OFFICE = re.compile(r"(?:^|\s)[A-Z][\w.’'-]*\s$")


def leaves_open(statement: Statement, named: Collection[str] = ()) -> bool:
    """Tell whether a reader who knows only who is *named* would ask who is meant.

    That is so for "the victim" where no name stands beside it, and for a surname whose
    bearer stands nowhere with a first name or an office.
    """
    people, speakers = statement.people(), statement.speakers()
    if all(name.name in speakers for name in people) and _unnamed().search(
        statement.text
    ):
        return True
    known = {*named, *(fold(n.name) for n in people if _is_full(statement, n))}
    return any(fold(name.name) not in known for name in people)


def names_in(statement: Statement) -> set[str]:
    """Give the people that *statement* names, folded."""
    return {fold(name.name) for name in statement.people()}


def _is_full(statement: Statement, name: Name) -> bool:
    """Tell whether a name stands in its fullest form, or behind an office."""
    before, words = statement.words_before(name.span), statement.words_at(name.span)
    is_titled = bool(before) and OFFICE.search(before) is not None
    return is_titled or " " in words or " " not in name.name


@cache
def _unnamed() -> re.Pattern[str]:
    """Match "the victim" and "the 36-year-old man"; not "the man who fell"."""
    nouns = "|".join(word_list("unnamed_persons"))
    told = r"(?! (?:who|whom|whose|they|believed|accused|suspected)\b)"
    return re.compile(rf"\b[Tt]he (?:[\w-]+ )?(?:{nouns})\b{told}")
