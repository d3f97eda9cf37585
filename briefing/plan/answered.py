"""Tell whether a later article answers what an earlier one left open."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from briefing.model.statement import Statement
from briefing.plan.view import View, content_stems
from briefing.resources import word_list
from briefing.text.words import stem

ENOUGH: Final = 0.6
"""Share of the weight of what is asked that an answer must speak of."""


class Answers:
    """The statements that confirm, admit or conclude something, by their words."""

    def __init__(self, view: View) -> None:
        """Look into the corpus of *view* when first asked."""
        self._view = view

    def to(self, statement: str, matter: Iterable[str]) -> str | None:
        """Give the first later statement that answers *matter*, None while it is open.

        An answer is told on a later day than the question, without a hedge that leaves
        it open again, in words of admitting, confirming or concluding.
        """
        view = self._view
        left = view.statements[statement]
        loose = {stem(word) for word in word_list("answering_words")} | _cues(left)
        asked = sorted(set(matter) - loose)
        told = view.told_on(left)
        if edited := self._edited(left):
            return edited
        if not asked or told is None:
            return None
        whole = math.fsum(view.weight.get(word, 0.0) for word in asked)
        rarest = min(asked, key=lambda word: len(self._holders.get(word, ())))
        for item in self._holders.get(rarest, ()):
            day = view.told_on(view.statements[item])
            if day is None or day <= told:
                continue
            stems = set(view.stems[item])
            shared = math.fsum(view.weight.get(w, 0.0) for w in asked if w in stems)
            if shared >= ENOUGH * whole:
                return item
        return None

    def _edited(self, left: Statement) -> str | None:
        """Give the other wording of one text that no longer leaves it open."""
        for relation in self._view.disputes.get(left.id, ()):
            if relation.kind == "edit":
                pair = (relation.left, relation.right)
                sides = [self._view.statements[item] for item in pair]
                told = [side for side in sides if not _leaves_open(side)]
                if len(told) == 1:
                    return told[0].id
        return None

    @cached_property
    def _holders(self) -> dict[str, list[str]]:
        settling = {stem(word) for word in word_list("answering_words")}
        found: dict[str, list[str]] = defaultdict(list)
        for statement in self._view.corpus.statements:
            stems = set(self._view.stems[statement.id])
            if statement.role != "body" or stems.isdisjoint(settling):
                continue
            if not _leaves_open(statement):
                for word in stems:
                    found[word].append(statement.id)
        return found


def _cues(statement: Statement) -> set[str]:
    """Give the content of the words that withhold: they are not what is asked."""
    shift = statement.span.start
    spans = ((h.span.start - shift, h.span.end - shift) for h in statement.hedges)
    return {word for a, b in spans for word in content_stems(statement.text[a:b])}


def _leaves_open(statement: Statement) -> bool:
    kinds = {hedge.kind for hedge in statement.hedges}
    return not kinds.isdisjoint({"unknown", "unconfirmed", "refusal", "denial"})
