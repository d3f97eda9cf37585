"""Check that what a brief points at is there: marks, questions, numbers."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.brief import Brief, Citation
from briefing.model.diagnostic import Diagnostic
from briefing.reading_order import excerpts_of


def check_links(brief: Brief) -> list[Diagnostic]:
    """Give what points nowhere, and each mark that stands for two passages."""
    passages: dict[str, Citation] = {}
    found: list[str] = []
    for excerpt in excerpts_of(brief):
        for citation in excerpt.citations:
            known = passages.setdefault(citation.mark, citation)
            if known != citation:
                found.append(f"the mark {citation.mark} stands for two passages")
        if not excerpt.citations:
            found.append(f"excerpt {excerpt.id} cites nothing")
    found += _pointing_nowhere(brief, set(passages))
    unique = dict.fromkeys(found)
    return [Diagnostic("verify-link", "error", message) for message in unique]


def _pointing_nowhere(brief: Brief, marks: set[str]) -> Iterator[str]:
    for person in brief.people:
        for mark in person.citations:
            if mark not in marks:
                yield f"{person.name} is cited with {mark}, which has no evidence"
    questions = {question.id for question in brief.questions}
    for section in brief.sections:
        for number in section.questions or ():
            if number not in questions:
                yield f"section {section.id} asks {number}, which is no question"
    sections = {section.id for section in brief.sections}
    for name in brief.analyst.notes:
        if name not in sections:
            yield f"a note of the analyst belongs to {name}, which is no section"
