"""Find the one person of a sex of whom a text has spoken for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.extract.antecedents.people import Someone, people_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.extract.reading import Reading
    from briefing.model.statement import Name

FARTHEST_ALONE: Final = 10
"""Sentences looked back over for somebody who is alone in them."""


def lone_person(
    reading: Reading,
    names: Sequence[Sequence[Name]],
    index: int,
    sex: str,
) -> Name | None:
    """Give the only person named in the sentences before *index* who can be meant.

    A profile names its subject once a paragraph and says "she" in between: the name
    is hers where the text knows its sex, no other name fits, and nobody without a name
    has opened a sentence since.
    """
    found: dict[str, Someone] = {}
    for before in range(index - 1, max(-1, index - 1 - FARTHEST_ALONE), -1):
        if reading.sentences[before].role in {"headline", "standfirst"}:
            break
        for someone in people_in(reading, names, before):
            if someone.is_quoted or someone.sex not in {sex, "-"}:
                continue
            if someone.name is not None:
                found.setdefault(someone.name.name, someone)
            elif not found and (someone.is_subject or before == index - 1):
                return None
    if len(found) != 1:
        return None
    only = next(iter(found.values()))
    return only.name if only.sex == sex else None
