"""Decide which statement goes where in the brief, and because of what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from briefing.model.corpus import Corpus
from briefing.model.outline import Outline
from briefing.model.plan import Plan, PlannedSection
from briefing.plan.bottom_line import bottom_line
from briefing.plan.disagreements import disagreements
from briefing.plan.edits import find_edits
from briefing.plan.eligible import is_pointing, passages, why_not
from briefing.plan.event import find_event, newest_day
from briefing.plan.figures import key_figures
from briefing.plan.ordering import in_order
from briefing.plan.people import people
from briefing.plan.questions import open_questions
from briefing.plan.relevance import centrality, relevance
from briefing.plan.selection import Selection, select
from briefing.plan.timeline import timeline
from briefing.plan.value import weigh
from briefing.plan.view import view_corpus

__all__ = ["find_edits", "plan_sections"]

STRONGEST: Final = 20
"""A section's relevance is scaled to the statement that one in so many surpass."""


WEAK: Final = 0.3
"""Strength of a section, as a share of the strongest one's, under which it is taken to
be weak: what hardly touches it must not pass for its heart."""


def plan_sections(outline: Outline, corpus: Corpus) -> Plan:
    """Choose from *corpus* what the *outline* asks for; every choice has its reason."""
    view = view_corpus(outline, corpus)
    event = find_event(view)
    as_of = outline.as_of or newest_day(view)
    reasons = {s.id: why_not(s, view) for s in corpus.statements}
    runs = passages(view, reasons)
    fits = _scaled(relevance(view, event.date), runs)
    selection = Selection(view, weigh(view), fits, runs, event.date, centrality(view))
    plain = [s for s in corpus.statements if s.id in runs]
    able = [s for s in plain if len(runs[s.id]) == 1]
    disputes = disagreements(selection, [s for s in plain if not is_pointing(s)])
    chosen = select(selection)
    sections = tuple(
        PlannedSection(s.id, s.title, in_order(view, tuple(chosen[s.id]), s.order))
        for s in outline.sections
        if s.kind == "topic"
    )
    figures = key_figures(selection, able)
    top = bottom_line(selection, able, event.date, figures, disputes)
    shown = [c.statement for c in (*top, *(c for s in sections for c in s.choices))]
    return Plan(
        outline=outline,
        as_of=as_of,
        event_date=event.date,
        event_place=event.place,
        event_because=event.because,
        bottom_line=top,
        sections=sections,
        questions=open_questions(selection, plain, sections),
        disagreements=disputes,
        timeline=timeline(selection, able, as_of),
        figures=figures,
        people=people(view, shown),
        left_out=_left_out(selection, reasons, sections),
    )


def _scaled(
    tables: dict[str, dict[str, float]], able: Mapping[str, object]
) -> dict[str, dict[str, float]]:
    """Scale each section's relevance to that of its strongest twentieth, 0–1.

    One sentence full of a section's words must not push all others out of it.
    """
    tops = {name: _strong([t[i] for i in able]) for name, t in tables.items()}
    least = WEAK * max(tops.values(), default=0.0)
    tops = {name: max(top, least) for name, top in tops.items()}
    return {
        name: {item: min(1.0, value / (tops[name] or 1.0)) for item, value in t.items()}
        for name, t in tables.items()
    }


def _strong(values: list[float]) -> float:
    ranked = sorted(values, reverse=True)
    return ranked[len(ranked) // STRONGEST] if ranked else 0.0


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


def _why_beaten(selection: Selection, statement: str) -> str:
    if statement not in selection.passages:
        return "leans_on_context"
    if not selection.homes(statement):
        return "off_topic"
    return "said_already" if selection.repeats(statement) else "no_room"
