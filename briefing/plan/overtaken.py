"""Tell whether what was still to come has come, and whether nobody was there."""

from __future__ import annotations

import re
from typing import Final

from briefing.model.statement import Statement
from briefing.plan.stems import content_stems

# Matches "when he would appear in court"; not "when he appeared", "when she was young".
STILL_TO_COME: Final = re.compile(
    r"\bwhen\s+(?:[^\s,;.]+\s+){1,6}?(?:would|will|could|can)\s+(?:be\s+|again\s+)?"
    r"(?P<act>[a-z]+)",
    re.IGNORECASE,
)

# Matches "if anyone else was in the building", "whether anybody had been aboard"; not
# "if anything else was said".
ANYBODY: Final = re.compile(
    r"\b(?:if|whether)\s+(?:there\s+(?:was|were)\s+)?any(?:one|body)\s+(?P<else>else\s+)?"
    r"(?:(?:was|were|is|had\s+been|remained)\s+)?(?P<where>[^,;.]+)",
    re.IGNORECASE,
)

# Matches "nobody else in the building", "no one was aboard"; not "nobody's fault".
NOBODY: Final = re.compile(
    r"\b(?:nobody|no[\s-]one)\s+(?P<else>else\s+)?(?P<where>[^,;.]+)", re.IGNORECASE
)

# Matches "at the time", "at that moment"; not "at the gate".
THEN: Final = re.compile(r"\bat\s+(?:the|that)\s+(?:time|moment)\b", re.IGNORECASE)

# Matches "will appear", "is to appear", "had yet to appear", "did not appear"; not
# "appeared".
NOT_YET: Final = re.compile(
    r"\b(?:will|would|may|might|could|should|not|never|yet|to\s+be|is\s+to|was\s+to"
    r"|expected|due|scheduled|if|until|unless|before)\b|n[’']t\b",
    re.IGNORECASE,
)

SHARED: Final = 0.6
"""Share of the weight of what is asked that an answer must speak of, where both name
one bearer; "when Marsh would appear in court to answer the charge"."""

ALL: Final = 0.95
"""The same where no name tells that one thing is meant."""


def act_to_come(statement: Statement) -> str | None:
    """Give the stem of what "when X would …" asks for; None where nothing is."""
    found = STILL_TO_COME.search(statement.text)
    stems = content_stems(found["act"]) if found else ()
    return stems[0] if stems else None


def has_come(act: str, statement: Statement, stems: frozenset[str]) -> bool:
    """Tell whether *statement* tells that *act* was done, with its day."""
    dated = any(d.type == "DATE" and d.earliest for d in statement.dates)
    return dated and act in stems and not NOT_YET.search(statement.text)


def asks_for_anybody(statement: Statement) -> bool:
    """Tell whether a sentence leaves open if anyone was there."""
    return bool(ANYBODY.search(statement.text))


def was_nobody(asked: Statement, statement: Statement) -> bool:
    """Tell whether *statement* says "nobody" of what *asked* says "if anyone" of."""
    question = ANYBODY.search(asked.text)
    where = content_stems(THEN.sub("", question["where"])) if question else ()
    if question is None or not where:
        return False
    for answer in NOBODY.finditer(statement.text):
        there = content_stems(answer["where"])
        # "Nobody else was hurt in the mill" does not tell who was in it.
        if bool(answer["else"]) == bool(question["else"]) and there[:1] == where[:1]:
            return set(where) <= set(there)
    return False
