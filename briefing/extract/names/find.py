"""Find the people, bodies and other bearers of names, each under its fullest form.

Four steps, a file each: `runs` cuts a sentence into stretches of capital letters,
`mentions` tells what each stretch names, `roles` reads what stands beside a person,
`bearers` joins the forms of one bearer within the article.
"""

from __future__ import annotations

from briefing.extract.names.bearers import name_bearers
from briefing.extract.names.mentions import read_mentions
from briefing.extract.reading import Reading
from briefing.model.statement import Name

__all__ = ["find_names"]


def find_names(reading: Reading) -> tuple[tuple[Name, ...], ...]:
    """Give the names of each sentence, in order, under the fullest form found.

    Forms of address and roles stand in `role`, never in `name`. A surname that two
    people of the article bear stays as it is written where the text does not tell.
    """
    return name_bearers(reading, read_mentions(reading))
