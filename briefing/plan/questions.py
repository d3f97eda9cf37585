"""Find the open questions: what sources do not know, allege alone, or leave unanswered.

A question is composed of a label and a source's own words, nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from briefing.labels import label
from briefing.model.brief import QuestionKind
from briefing.model.corpus import Relation
from briefing.model.plan import Choice, PlannedQuestion, PlannedSection
from briefing.model.statement import Attribution, Hedge, Statement
from briefing.plan.disagreements import who_says
from briefing.plan.selection import Selection, choice_of
from briefing.resources import word_list

MOST: Final = 8
"""Questions that a reader takes in; the least supported go."""

SHARE: Final = 0.25
"""Words of all questions and their excerpts, as a share of the sections' length: the
page of open questions stays shorter than what it asks about."""

RANK: Final[dict[QuestionKind, int]] = {
    "disputed": 0,
    "unknown": 1,
    "unconfirmed": 2,
    "alleged": 3,
    "gap": 4,
}

# Matches the "whether" of "it is not clear whether the road is open"; not the "that" of
# "it is not clear that …", which asserts nothing to ask about.
ASKED = re.compile(
    r"\s*(?:about\s+|of\s+|on\s+)?"
    r"((?:whether|if|who|whom|whose|what|when|where|why|how|which)\b.*)",
    re.DOTALL | re.IGNORECASE,
)

# Matches the end of a clause: ", Kirby said", "; the others", " — but"; not the comma
# inside "4,500".
CLAUSE_END = re.compile(r"[;:—–]|,(?=\s)|\s-\s")


def open_questions(
    selection: Selection, able: list[Statement], sections: tuple[PlannedSection, ...]
) -> tuple[PlannedQuestion, ...]:
    """Give the questions the articles leave open, the most important first."""
    found = [
        *_disputed(selection, able),
        *_hedged(selection, able, "unknown"),
        *_hedged(selection, able, "unconfirmed"),
        *_alleged(selection, able),
    ]
    found = _distinct(selection, found)
    found.sort(key=lambda q: (RANK[q.kind], -q.choices[0].score))
    return (*_short(selection, found)[:MOST], *_gaps(sections))


def _short(selection: Selection, found: list[PlannedQuestion]) -> list[PlannedQuestion]:
    """Keep the questions, in order, that the word budget holds."""
    left = SHARE * selection.view.outline.length
    kept: list[PlannedQuestion] = []
    for question in found:
        shown = (selection.worth.words[c.statement] for c in question.choices)
        words = len(question.text.split()) + sum(shown)
        if words <= left:
            kept.append(question)
            left -= words
    return kept


def _hedged(
    selection: Selection, able: list[Statement], kind: QuestionKind
) -> Iterable[PlannedQuestion]:
    for statement in able:
        for hedge in statement.hedges:
            if hedge.kind == kind:
                words = label("ask.quoted", words=_asked_words(statement, hedge))
                yield _question(selection, kind, statement, (), words=words)
                break


def _asked_words(statement: Statement, hedge: Hedge) -> str:
    """Give the words that say what is not known: after the cue, else its clause."""
    text = statement.text
    start = hedge.span.start - statement.span.start
    end = hedge.span.end - statement.span.start
    asked = ASKED.match(text, end)
    if asked:
        return _trim(text[asked.start(1) : _clause_end(text, asked.start(1))])
    before = [m.end() for m in CLAUSE_END.finditer(text, 0, start)]
    return _trim(text[before[-1] if before else 0 : _clause_end(text, end)])


def _clause_end(text: str, start: int) -> int:
    stop = CLAUSE_END.search(text, start)
    return stop.start() if stop else len(text)


def _trim(words: str) -> str:
    return " ".join(words.split()).strip(" .,;:\"“”'‘’")


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
        if attribution.speaker and not cues.isdisjoint(words):
            yield attribution


def _denied(selection: Selection, statement: Statement) -> bool:
    relations = selection.view.disputes.get(statement.id, ())
    return any(relation.of == "denial" for relation in relations)


def _cue_of(statement: Statement, attribution: Attribution) -> str:
    if attribution.cue is None:
        return ""
    shift = statement.span.start
    return statement.text[attribution.cue.start - shift : attribution.cue.end - shift]


def _claim_words(statement: Statement, attribution: Attribution) -> tuple[str, str]:
    """Give the words of a claim, with its cue where the cue stands first."""
    shift = statement.span.start
    content, cue = attribution.content[0], attribution.cue
    end = min(content.end, statement.span.end)
    if cue is not None and cue.start < content.start and cue.start >= shift:
        return _trim(statement.text[cue.start - shift : end - shift]), "_cue"
    return _trim(statement.text[max(content.start, shift) - shift : end - shift]), ""


def _disputed(selection: Selection, able: list[Statement]) -> Iterable[PlannedQuestion]:
    fit = {statement.id: statement for statement in able}
    for relation in selection.view.corpus.relations:
        if relation.kind != "disagrees" or relation.resolved_by is not None:
            continue
        left, right = fit.get(relation.left), fit.get(relation.right)
        if left is None or right is None:
            continue
        yield _dispute(selection, relation, left, right)


def _dispute(
    selection: Selection, relation: Relation, left: Statement, right: Statement
) -> PlannedQuestion:
    denier, claim = (left, right) if _denies(left) else (right, left)
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
    said = next((a for a in claim.attributions if a.speaker), None)
    if relation.of == "denial" and said is not None and said.speaker is not None:
        words, form = _claim_words(claim, said)
        quoted = label("ask.quoted", words=words)
        names = {"who": said.speaker.name, "other": who_says(selection, denier)}
        return f"denied{form}", {"words": quoted, **names}
    names = {"who": who_says(selection, claim), "other": who_says(selection, denier)}
    return "account", names


def _denies(statement: Statement) -> bool:
    return any(hedge.kind == "denial" for hedge in statement.hedges)


def _weight(selection: Selection, statement: Statement) -> float:
    fit = max(
        (t.get(statement.id, 0.0) for t in selection.relevance.values()), default=0
    )
    return selection.worth.boost[statement.id] * (0.5 + fit)


def _question(
    selection: Selection,
    kind: QuestionKind,
    statement: Statement,
    others: tuple[Choice, ...],
    form: str = "",
    **values: object,
) -> PlannedQuestion:
    weight = _weight(selection, statement)
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
