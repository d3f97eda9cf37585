"""Decide which statement goes where in the brief, and because of what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from briefing.model.corpus import Corpus
from briefing.model.outline import Outline, SectionOrder
from briefing.model.plan import Choice, Plan, PlannedSection
from briefing.model.statement import Statement
from briefing.plan.bottom_line import bottom_line
from briefing.plan.disagreements import disagreements
from briefing.plan.edits import find_edits
from briefing.plan.eligible import DROPPED, passages, unresolved
from briefing.plan.event import find_event, newest_day
from briefing.plan.figures import key_figures
from briefing.plan.filling import select
from briefing.plan.fit import fit_of
from briefing.plan.ground import Ground, ground_of
from briefing.plan.ordering import in_order
from briefing.plan.people import people
from briefing.plan.questions import open_questions
from briefing.plan.relevance import relevance
from briefing.plan.selection import Selection
from briefing.plan.timeline import timeline
from briefing.plan.tolls import find_tolls
from briefing.plan.trims import Trims, stale_clauses, trimmed, without_repeats
from briefing.plan.view import View, view_corpus

__all__ = ["Ground", "find_edits", "ground_of", "plan_sections"]

OUTDATED: Final = "outdated"
SAID: Final = "said_already"
"""Why a statement is left out with a toll of before, or one that another excerpt has;
the label's keys."""

OVERTAKEN: Final = "overtaken"
"""Why one that tells of what has come or ended since is left out; the label's key."""


def plan_sections(
    outline: Outline, corpus: Corpus, ground: Ground | None = None
) -> Plan:
    """Choose from *corpus* what the *outline* asks for; every choice has its reason.

    What was found of the corpus before, whatever was asked, is in *ground*.
    """
    ground = ground or ground_of(corpus)
    view = view_corpus(outline, corpus, ground.found)
    central = ground.central
    event = find_event(view, central)
    as_of = outline.as_of or newest_day(view)
    tolls = find_tolls(view, central, event.date)
    trims = stale_clauses(view, tolls)
    reasons = _reasons(outline, ground, trims)
    runs = passages(view, reasons)
    tables = relevance(view, event.date, central, ground.foreign)
    fits = fit_of(outline, tables, runs)
    selection = Selection(view, ground.worth, fits, runs, event.date, central, tolls)
    plain = [s for s in corpus.statements if s.id in runs]
    able = [s for s in plain if len(runs[s.id]) == 1]
    disputes = disagreements(selection, [*plain, *_past(view, reasons, OVERTAKEN)])
    sections = _sections(selection, trims)
    figures = key_figures(selection, [*able, *_past(view, reasons, OUTDATED)])
    top = bottom_line(selection, able, figures, disputes)
    shown = [c.statement for c in (*top, *(c for s in sections for c in s.choices))]
    settled = (d.resolved[1] for d in disputes if d.resolved)
    turning = [choice.statement for choice in (*settled, *top)]
    left_out = _left_out(selection, reasons, sections)
    return Plan(
        outline=outline,
        as_of=as_of,
        event_date=event.date,
        event_place=event.place,
        event_because=event.because,
        bottom_line=trimmed(top, trims),
        sections=sections,
        questions=open_questions(selection, plain, sections, disputes),
        disagreements=disputes,
        timeline=tuple(
            replace(entry, choice=trimmed((entry.choice,), trims)[0])
            for entry in timeline(selection, able, as_of, ground, turning)
        ),
        figures=figures,
        people=people(view, shown),
        left_out=left_out,
        said_in=_said_in(selection, left_out),
    )


def _reasons(outline: Outline, ground: Ground, trims: Trims) -> dict[str, str | None]:
    """Give why each statement stands in no section; None where it may."""
    outdated = {item for item, clause in trims.items() if clause is None}
    overtaken = ground.stale - outline.edits.pin.keys()
    return {
        item: DROPPED
        if item in outline.edits.drop
        else reason
        or (OUTDATED if item in outdated else None)
        or (OVERTAKEN if item in overtaken else None)
        for item, reason in ground.hindrances.items()
    }


def _sections(selection: Selection, trims: Trims) -> tuple[PlannedSection, ...]:
    """Choose for all sections together, and put each one's choices in order."""
    chosen = select(selection)
    topics = (s for s in selection.view.outline.sections if s.kind == "topic")
    return tuple(
        PlannedSection(
            section.id,
            section.title,
            _in_reading_order(
                selection, tuple(chosen[section.id]), section.order, trims
            ),
        )
        for section in topics
    )


def _in_reading_order(
    selection: Selection,
    choices: tuple[Choice, ...],
    order: SectionOrder,
    trims: Trims,
) -> tuple[Choice, ...]:
    """Sort *choices*, each without what is no longer so or stands above it."""
    arranged = trimmed(in_order(selection, choices, order), trims)
    return without_repeats(selection.view, arranged)


def _past(view: View, reasons: Mapping[str, str | None], kind: str) -> list[Statement]:
    """Give what is left out as past: ranges and disputes are of all that was told."""
    known = (view.statements[item] for item, why in reasons.items() if why == kind)
    return [statement for statement in known if not unresolved(statement)]


def _left_out(
    selection: Selection,
    reasons: Mapping[str, str | None],
    sections: tuple[PlannedSection, ...],
) -> dict[str, str]:
    chosen = {c.statement for s in sections for c in s.choices}
    found: dict[str, str] = {}
    for item, reason in reasons.items():
        if item not in chosen:
            found[item] = reason or _why_beaten(selection, item)
    return found


def _said_in(selection: Selection, left_out: Mapping[str, str]) -> dict[str, str]:
    said = (item for item, reason in left_out.items() if reason == SAID)
    found = {i: selection.taken.get(i) or selection.told_by(i) for i in said}
    return {item: other for item, other in found.items() if other}


def _why_beaten(selection: Selection, statement: str) -> str:
    if statement not in selection.passages:
        return "leans_on_context"
    if not selection.homes(statement):
        return "off_topic"
    return SAID if selection.repeats(statement) else "no_room"
