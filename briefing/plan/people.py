"""List who is who: the people named in what was chosen, with their roles."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Final

from briefing.model.plan import PlannedPerson
from briefing.plan.view import View
from briefing.text.words import fold

MOST: Final = 12
"""People a reader can keep apart; those named most often stay."""


def people(view: View, chosen: list[str]) -> tuple[PlannedPerson, ...]:
    """Give the people whom the *chosen* statements name, most named first.

    Spellings that differ by accents, or by an initial in the middle, are one person;
    the role that stands most often is kept, of two the longer.
    """
    statements: dict[str, list[str]] = defaultdict(list)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for item in chosen:
        for name in view.statements[item].people():
            if " " in name.name:
                key = _key(name.name)
                names[key][name.name] += 1
                if item not in statements[key]:
                    statements[key].append(item)
    roles = _roles(view)
    ranked = sorted(statements, key=lambda key: (-len(statements[key]), key))
    return tuple(
        PlannedPerson(
            min(names[key], key=lambda name: (-names[key][name], name)),
            roles.get(key),
            tuple(statements[key]),
        )
        for key in ranked[:MOST]
    )


def _key(name: str) -> str:
    """Give what two spellings of one name share: "Jane Q. Roe" and "Jane Roe"."""
    words = fold(name).split()
    inner = (word for word in words[1:-1] if len(word.strip(".")) > 1)
    return " ".join((*words[:1], *inner, *words[1:][-1:]))


def _roles(view: View) -> dict[str, str]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for statement in view.corpus.statements:
        for name in statement.people():
            if name.role:
                found[_key(name.name)][name.role] += 1
    return {
        key: min(counts, key=lambda role: (-counts[role], -len(role), role))
        for key, counts in found.items()
    }
