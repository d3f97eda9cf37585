"""Find the analyst's edits again where their ids are gone; none is lost unsaid.

An id comes from a statement's words and its article's bytes: it goes when the file is
edited, saved anew or taken away. The words that an edit carries stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Final

from briefing.model.diagnostic import Diagnostic, Severity
from briefing.model.outline import Outline
from briefing.model.statement import Statement
from briefing.resources import word_list
from briefing.text.beginnings import FEWEST, beginning, folded, holding
from briefing.text.numbers import DIGITS, TENS

NEAR: Final = 90.0
"""Likeness of two beginnings, of 100, from which one sentence is taken for the other.

"The defence minister said on Monday" and "The defense minister …" have 97, "A fire
broke out on the" and "The fire …" 92; "Police said on Monday that the" and "… on
Tuesday …" 89, "The mayor of Oslo said on" and "The mayor of Bergen …" 81."""

SHOWN: Final = 3
"""Statements that a hint names where several fit."""


@dataclass(frozen=True, slots=True)
class Found:
    """What an edit's words lead to."""

    statements: tuple[Statement, ...]
    is_exact: bool

    @property
    def is_one(self) -> bool:
        """True where all are one sentence, as copies of one dispatch have it."""
        wordings = [folded(statement.text).split() for statement in self.statements]
        return bool(wordings) and all(_are_alike(wordings[0], w) for w in wordings)


def find_edits(
    outline: Outline, statements: Sequence[Statement]
) -> tuple[Outline, tuple[Diagnostic, ...]]:
    """Give *outline* with the ids that its edits have now, and what is to be said.

    A pin goes to the first of several statements with the same words, a drop to all.
    """
    known = {statement.id for statement in statements}
    edits, said = outline.edits, list[Diagnostic]()
    now: dict[str, tuple[str, ...]] = {}
    for verb, items in (("pin", edits.pin), ("drop", edits.drop)):
        for item in items:
            now[item] = (item,)
            if item not in known:
                found = _again(edits.words.get(item, ""), statements)
                if found.is_one:
                    now[item] = tuple(statement.id for statement in found.statements)
                said.append(_said(f"edits.{verb}", item, found, outline, known))
    if not said:
        return outline, ()
    pin = {now[item][0]: section for item, section in edits.pin.items()}
    drop = tuple(dict.fromkeys(each for item in edits.drop for each in now[item]))
    return replace(outline, edits=replace(edits, pin=pin, drop=drop)), tuple(said)


def _again(words: str, statements: Sequence[Statement]) -> Found:
    """Give the statements that hold *words*, else those that begin nearly so."""
    texts = list(dict.fromkeys(statement.text for statement in statements))
    exact = holding(words, texts)
    fitting = set(exact or _like(words, texts))
    found = tuple(s for s in statements if s.text in fitting)
    return Found(found, is_exact=bool(exact))


def _like(words: str, texts: Iterable[str]) -> list[str]:
    """Give the *texts* that begin nearly as *words* do, with a word more or less."""
    wanted = folded(words).split()
    if len(wanted) < FEWEST:
        return []
    lengths = range(len(wanted) - 1, len(wanted) + 2)
    split = {text: folded(text).split() for text in texts}
    return [
        text
        for text, whole in split.items()
        if any(_are_alike(wanted, whole[:length]) for length in lengths)
    ]


def _are_alike(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether two wordings are nearly one, with the same numbers and denials."""
    from rapidfuzz.fuzz import ratio

    return _weighty(left) == _weighty(right) and (
        left == right or ratio(" ".join(left), " ".join(right)) >= NEAR
    )


def _weighty(words: Iterable[str]) -> Counter[str]:
    """Give the *words* that no other may stand for: numbers, and those that deny."""
    fixed = {*DIGITS, *TENS, *word_list("relate_negations")}
    return Counter(
        word for word in words if word in fixed or any(map(str.isdigit, word))
    )


def _said(
    where: str, item: str, found: Found, outline: Outline, known: set[str]
) -> Diagnostic:
    """Say what became of the edit that names *item*."""
    path = None if outline.path is None else outline.path.name
    line, column = outline.edits.places.get(item, (None, None))
    if not found.is_one:
        name = f"{item} {outline.edits.words.get(item, '')}".rstrip()
        message = f"{where}: no article holds the statement `{name}`"
        hint = _lost_hint(item, found, known)
        code = "outline-edit-lost"
        return Diagnostic(code, "warning", message, path, line, column, hint)
    how = "by its words" if found.is_exact else "by words that are nearly its own"
    severity: Severity = "note" if found.is_exact else "warning"
    message = f"{where}: `{item}` is gone, and was found again {how}"
    hint = f"write `{_named(found.statements[0])}`"
    code = "outline-edit-found"
    return Diagnostic(code, severity, message, path, line, column, hint)


def _lost_hint(item: str, found: Found, known: set[str]) -> str:
    if found.statements:
        first = (f"`{_named(each)}`" for each in found.statements[:SHOWN])
        return f"its words fit several: write {' or '.join(first)}"
    near = get_close_matches(item, sorted(known), 1, 0.8)
    if near:
        return f"did you mean `{near[0]}`?"
    return (
        "its article has changed or is gone; `briefing statements` "
        "lists the ids there are"
    )


def _named(statement: Statement) -> str:
    """Give a statement as an edit names it."""
    return f"{statement.id} {beginning(statement.text)}"
