"""Tell whether a later article answers what an earlier one left open."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from briefing.model.statement import Statement
from briefing.plan.overtaken import (
    ALL,
    SHARED,
    act_to_come,
    asks_for_anybody,
    has_come,
    was_nobody,
)
from briefing.plan.stems import content_stems
from briefing.plan.view import View
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
        if come := self._overtaken(left, asked):
            return come
        whole = math.fsum(view.weight.get(word, 0.0) for word in asked)
        rarest = min(asked, key=lambda word: len(self._holders.get(word, ())))
        for item in self._holders.get(rarest, ()):
            day = view.told_on(view.statements[item])
            if day is None or day <= told:
                continue
            stems = view.matter[item]
            shared = math.fsum(view.weight.get(w, 0.0) for w in asked if w in stems)
            if shared >= ENOUGH * whole:
                return item
        return None

    def _overtaken(self, left: Statement, asked: Iterable[str]) -> str | None:
        """Give what tells that the thing came which was to come, or that nobody was."""
        act = act_to_come(left)
        if act is None and not asks_for_anybody(left):
            return None
        for later in self._later(left):
            stems = self._view.matter[later.id]
            if act is None and was_nobody(left, later):
                return later.id
            if act and has_come(act, later, stems) and self._share(asked, later, stems):
                return later.id
        return None

    def _share(
        self, asked: Iterable[str], later: Statement, stems: frozenset[str]
    ) -> bool:
        """Tell whether an answer speaks of what is asked, and of nobody else."""
        weight = self._view.weight
        wanted = sorted(set(asked))
        whole = math.fsum(weight.get(word, 0.0) for word in wanted)
        shared = math.fsum(weight.get(word, 0.0) for word in wanted if word in stems)
        names = {word for name in later.people() for word in content_stems(name.name)}
        least = ALL if names.isdisjoint(wanted) else SHARED
        return shared >= least * whole

    def _later(self, left: Statement) -> Iterable[Statement]:
        """Give the sentences of later days that leave nothing open."""
        told = self._view.told_on(left)
        for statement in self._view.corpus.statements:
            day = self._view.told_on(statement)
            if statement.role != "body" or not told or not day or day <= told:
                continue
            if not leaves_open(statement):
                yield statement

    def _edited(self, left: Statement) -> str | None:
        """Give the other wording of one text that no longer leaves it open."""
        for relation in self._view.disputes.get(left.id, ()):
            if relation.kind == "edit":
                pair = (relation.left, relation.right)
                sides = [self._view.statements[item] for item in pair]
                told = [side for side in sides if not leaves_open(side)]
                if len(told) == 1:
                    return told[0].id
        return None

    @cached_property
    def _holders(self) -> dict[str, list[str]]:
        view = self._view
        settling = {stem(word) for word in word_list("answering_words")}
        items = {item for word in settling for item in view.holders.get(word, ())}
        found: dict[str, list[str]] = defaultdict(list)
        for item in sorted(items, key=view.order.__getitem__):
            statement = view.statements[item]
            if statement.role == "body" and not leaves_open(statement):
                for word in view.matter[item]:
                    found[word].append(item)
        return found


def _cues(statement: Statement) -> set[str]:
    """Give the content of the words that withhold: they are not what is asked."""
    cues = (statement.words_at(hedge.span) for hedge in statement.hedges)
    return {word for cue in cues for word in content_stems(cue)}


def leaves_open(statement: Statement) -> bool:
    """Tell whether something is denied, not known, or not said."""
    return statement.has_hedge("unknown", "unconfirmed", "refusal", "denial")
