"""Tell adjectives, which may be joined before a noun: "local and foreign"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.extract.figures.persons import is_people
from briefing.extract.figures.vocabulary import ADJECTIVES

# Matches "domestic", "Spanish", "left-wing"; not "hospital", "soldiers".
_END: Final = re.compile(
    r"[a-z]{2,}(?:ian|ean|[^aeiou]ish|ese|ous|ive|[^l]ful|less|estic|onal|oral|icial"
    r"|ical|tific|orial|iary|ern|eign|-\w+(?:ed|al|ing|old))"
)


@cache
def is_adjective(word: str) -> bool:
    """Tell whether *word*, in lower case, is hardly a noun: "foreign", "yemeni"."""
    return word in ADJECTIVES or bool(_END.fullmatch(word)) or is_people(word)
