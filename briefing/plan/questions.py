"""Find the open questions: what sources do not know, allege alone, or leave unanswered.

A question is composed of a label and a source's own words, nothing else.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Final

from briefing.labels import label
from briefing.model.brief import QuestionKind
from briefing.model.corpus import Relation
from briefing.model.plan import Choice, PlannedQuestion, PlannedSection
from briefing.model.statement import Attribution, Hedge, Statement
from briefing.plan.asked import FEWEST, asked_words, named_after, trimmed_words
from briefing.plan.disagreements import (
    claim_and_denial,
    settled_by,
    who_denies,
    who_says,
)
from briefing.plan.event import newest_day
from briefing.plan.selection import Selection, choice_of
from briefing.plan.view import content_stems
from briefing.resources import word_list

MOST: Final = 8
"""Questions that a reader takes in; the least supported go."""

ROOM: Final = 4.75
"""Words of all questions and their excerpts, times the root of the sections' length:
150 beside a thousand, so that the page stays shorter than what it asks about."""

RANK: Final[dict[QuestionKind, int]] = {
    "disputed": 0,
    "unknown": 1,
    "unconfirmed": 2,
    "alleged": 3,
    "gap": 4,
}

DISPUTED: Final = 0.5
"""Share of those words that disputes may take: both their sides stand elsewhere too."""

TAKEN_WITHIN: Final = 2
"""Words after "claimed" among which "(full) responsibility" stands."""

LONG_CLAIM: Final = 16
"""Words of a claim above which a question names what is denied instead."""

OLD: Final = 0.6
"""What a question counts that was asked before the newest day and the one before it:
what was not known then may be known now."""


def open_questions(
    selection: Selection, able: list[Statement], sections: tuple[PlannedSection, ...]
) -> tuple[PlannedQuestion, ...]:
    """Give the questions the articles leave open, the most important first."""
    found = [
        *_disputed(selection, able),
        *_hedged(selection, able, "unknown"),
        *_unsaid(selection, able),
        *_hedged(selection, able, "unconfirmed"),
        *_alleged(selection, able),
    ]
    found = _distinct(selection, found)
    found.sort(key=lambda q: (RANK[q.kind], -q.choices[0].score))
    return (*_short(selection, found)[:MOST], *_gaps(sections))


def _short(selection: Selection, found: list[PlannedQuestion]) -> list[PlannedQuestion]:
    """Keep the questions, in order, that the word budget holds."""
    left = ROOM * math.sqrt(selection.view.outline.length)
    disputed = DISPUTED * left
    kept: list[PlannedQuestion] = []
    for question in found:
        shown = (selection.worth.words[c.statement] for c in question.choices)
        words = len(question.text.split()) + sum(shown)
        room = disputed if question.kind == "disputed" else left
        if words <= room:
            kept.append(question)
            left -= words
            disputed -= words if question.kind == "disputed" else 0
    return kept


def _hedged(
    selection: Selection, able: list[Statement], kind: QuestionKind
) -> Iterable[PlannedQuestion]:
    for statement in able:
        for hedge in statement.hedges:
            words = asked_words(statement, hedge) if hedge.kind == kind else ""
            if len(words.split()) > len(_cue_words(statement, hedge)):
                quoted = label("ask.quoted", words=words)
                yield _question(selection, kind, statement, (), words=quoted)
                break


def _cue_words(statement: Statement, hedge: Hedge) -> list[str]:
    shift = statement.span.start
    return statement.text[hedge.span.start - shift : hedge.span.end - shift].split()


def _unsaid(selection: Selection, able: list[Statement]) -> Iterable[PlannedQuestion]:
    """Give what somebody would not say, where the sentence names it.

    "Declined to comment" asks nothing; "did not say who gave the order" does.
    """
    for statement in able:
        for hedge in statement.hedges:
            words = named_after(statement, hedge) if hedge.kind == "refusal" else ""
            if words:
                values = {"words": label("ask.quoted", words=words)}
                yield _question(
                    selection, "unknown", statement, (), form="unsaid", **values
                )
                break


def _alleged(selection: Selection, able: list[Statement]) -> Iterable[PlannedQuestion]:
    """Give accusations that one speaker makes, and those that the sentence denies."""
    for statement in able:
        claim = next(_accusations(statement), None)
        if claim is None or claim.speaker is None or _denied(selection, statement):
            continue
        kind: QuestionKind = "disputed" if _denies(statement) else "alleged"
        stem = "denied_here" if _denies(statement) else "alleged"
        words, form = _claim_words(statement, claim)
        quoted = label("ask.quoted", words=words)
        values = {"who": claim.speaker.name, "words": quoted}
        yield _question(selection, kind, statement, (), form=f"{stem}{form}", **values)


def _accusations(statement: Statement) -> Iterator[Attribution]:
    cues = frozenset(word_list("allegation_verbs"))
    for attribution in statement.attributions:
        words = _cue_of(statement, attribution).lower().split()
        accuses = not cues.isdisjoint(words) and not _takes_on(statement, attribution)
        if attribution.speaker and accuses:
            yield attribution


def _takes_on(statement: Statement, attribution: Attribution) -> bool:
    """Tell whether a speaker claims something for himself: responsibility, credit."""
    if attribution.cue is None:
        return False
    after = statement.text[attribution.cue.end - statement.span.start :].split()
    own = frozenset(word_list("claimed_for_oneself"))
    return any(trimmed_words(word).lower() in own for word in after[:TAKEN_WITHIN])


def _denied(selection: Selection, statement: Statement) -> bool:
    relations = selection.view.disputes.get(statement.id, ())
    return any(relation.of == "denial" for relation in relations)


def _cue_of(statement: Statement, attribution: Attribution) -> str:
    if attribution.cue is None:
        return ""
    shift = statement.span.start
    return statement.text[attribution.cue.start - shift : attribution.cue.end - shift]


def _one_voice(selection: Selection, one: Statement, other: Statement) -> bool:
    """Tell whether two sides are said by one: a speaker, else a newsroom by name."""
    unnamed = not (one.attributions or other.attributions)
    if unnamed and one.article != other.article:
        homes = (selection.view.articles[side.article] for side in (one, other))
        names = [home.outlet or home.agency for home in homes]
        return names[0] is not None and names[0] == names[1]
    return who_says(selection, one) == who_says(selection, other)


def _claim_words(statement: Statement, attribution: Attribution) -> tuple[str, str]:
    """Give the words of a claim, with its cue where the cue stands first."""
    shift = statement.span.start
    content, cue = attribution.content[0], attribution.cue
    end = min(content.end, statement.span.end)
    if cue is not None and cue.start < content.start and cue.start >= shift:
        return trimmed_words(statement.text[cue.start - shift : end - shift]), "_cue"
    return trimmed_words(
        statement.text[max(content.start, shift) - shift : end - shift]
    ), ""


def _disputed(selection: Selection, able: list[Statement]) -> Iterable[PlannedQuestion]:
    view = selection.view
    fit = {statement.id for statement in able}
    for relation in view.corpus.relations:
        if relation.kind != "disagrees" or not fit >= {relation.left, relation.right}:
            continue
        if settled_by(view, relation) is None:
            sides = claim_and_denial(view, relation)
            claim, denier = (view.statements[item] for item in sides)
            if not _one_voice(selection, claim, denier):
                yield _dispute(selection, relation, claim, denier)


def _dispute(
    selection: Selection, relation: Relation, claim: Statement, denier: Statement
) -> PlannedQuestion:
    other = choice_of(selection, "", denier.id, _weight(selection, denier))
    form, words = _dispute_words(selection, relation, claim, denier)
    return _question(selection, "disputed", claim, (other,), form=form, **words)


def _dispute_words(
    selection: Selection, relation: Relation, claim: Statement, denier: Statement
) -> tuple[str, dict[str, str]]:
    """Give the stem and its words: the claim, the values, or the two who differ."""
    if relation.of == "number" and " / " in relation.about:
        values = (label("ask.quoted", words=v) for v in relation.about.split(" / "))
        return "number", {"values": label("ask.or").join(values)}
    names = {"who": who_says(selection, claim), "other": who_says(selection, denier)}
    if relation.of != "denial":
        return "account", names
    other = who_denies(denier)
    here = "_here" if other is None else ""
    names["other"] = other or ""
    said = next((a for a in claim.attributions if a.speaker), None)
    if said is not None and said.speaker is not None:
        words, form = _claim_words(claim, said)
        if len(words.split()) <= LONG_CLAIM and _speaks_of(words, relation.about):
            quoted = label("ask.quoted", words=words)
            names |= {"who": said.speaker.name, "words": quoted}
            return f"denied{here}{form}", names
    if len(relation.about.split()) >= FEWEST:
        names["words"] = label("ask.quoted", words=relation.about)
        return f"denied{here}", names
    names["other"] = who_says(selection, denier)
    return "account", names


def _speaks_of(words: str, about: str) -> bool:
    """Tell whether a claim's words are those that the dispute is about."""
    matter = set(content_stems(about))
    return not matter or not matter.isdisjoint(content_stems(words))


def _denies(statement: Statement) -> bool:
    return any(hedge.kind == "denial" for hedge in statement.hedges)


def _weight(selection: Selection, statement: Statement) -> float:
    fit = max(
        (t.get(statement.id, 0.0) for t in selection.relevance.values()), default=0
    )
    return selection.worth.boost[statement.id] * (0.5 + fit)


def _freshness(selection: Selection, statement: Statement) -> float:
    newest = newest_day(selection.view)
    told = selection.view.told_on(statement)
    old = newest and told and (newest - told).days > 1
    return OLD if old else 1.0


def _question(
    selection: Selection,
    kind: QuestionKind,
    statement: Statement,
    others: tuple[Choice, ...],
    form: str = "",
    **values: object,
) -> PlannedQuestion:
    weight = _weight(selection, statement) * _freshness(selection, statement)
    choice = choice_of(selection, "", statement.id, weight)
    text = label(f"ask.{form or kind}", **values)
    because = f"{kind} by the words of {statement.id}"
    return PlannedQuestion(kind, text, (choice, *others), because)


def _distinct(
    selection: Selection, found: list[PlannedQuestion]
) -> list[PlannedQuestion]:
    """Keep one question for each matter: the first kind in rank, the best supported."""
    found = sorted(found, key=lambda q: (RANK[q.kind], -q.choices[0].score))
    kept: list[PlannedQuestion] = []
    said: set[str] = set()
    matters: list[set[str]] = []
    for question in found:
        first = question.choices[0].statement
        matter = set(selection.view.stems[first])
        repeats = any(len(matter & other) >= len(matter) / 2 for other in matters)
        if first in said or repeats:
            continue
        kept.append(question)
        matters.append(matter)
        for choice in question.choices:
            said.update(selection.view.fact_of[choice.statement].members)
    return kept


def _gaps(sections: tuple[PlannedSection, ...]) -> Iterable[PlannedQuestion]:
    for section in sections:
        if not section.choices:
            text = label("ask.gap", title=section.title)
            yield PlannedQuestion(
                "gap", text, (), "no statement belongs to the section"
            )
