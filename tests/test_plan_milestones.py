"""What no timeline is without, what has no row in one, and what is told no more."""

from __future__ import annotations

from briefing.model.plan import PlannedEntry
from briefing.plan.stale import stale_statements
from briefing.plan.view import view_corpus
from tests.case_files import Case, case_file
from tests.planning import corpus_of, outline, planned, section

EVENT = section("incident", "dam", "crash", "court", "police", "plant", "ferry")


def day_of(entry: PlannedEntry) -> str:
    """Give the day of an entry, or the year that it is of."""
    first, last = entry.earliest, entry.latest
    return str(first) if first == last else str(first.year)


@case_file("timeline.md")
def test_timeline(case: Case) -> None:
    """The event and what turned it have rows; careers and things named have none."""
    corpus = corpus_of(case.input)
    told = {s.id: " ".join(s.text.split()) for s in corpus.statements}
    rows = [
        f"{day_of(entry)} | {told[entry.choice.statement]}"
        for entry in planned(corpus, EVENT).timeline
    ]
    assert rows == case.expected.splitlines()


@case_file("stale.md")
def test_stale(case: Case) -> None:
    """What a later report ended, answered or told to have come is told no more."""
    corpus = corpus_of(case.input)
    view = view_corpus(outline(EVENT), corpus)
    found = sorted(view.statements[item].text for item in stale_statements(view))
    assert (found or ["nothing"]) == case.expected.splitlines()
