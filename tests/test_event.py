"""Does the brief of an invented event hold what a careful reader expects of it?

`tests/event/expected.yaml` says what; each of its entries is a check here. What fails
must be exactly what its `known_gaps` name: a mended gap leaves the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pytest
import yaml

from briefing.extract.voices import attributions_by_statement
from briefing.model.brief import Brief, Disagreement, Excerpt
from briefing.model.statement import Attribution, Statement
from briefing.outline import load_outline
from briefing.pipeline import Outcome, build_brief
from briefing.reading_order import excerpts_of
from tests.conftest import ROOT

EVENT: Final = ROOT / "tests" / "event"
Expected = Mapping[str, Any]
Checks = Iterator[tuple[str, bool, object]]
"""Name of an entry, whether it is met, and what was found instead."""


@dataclass(frozen=True, slots=True)
class Event:
    """The run over the invented articles, and what is expected of it."""

    outcome: Outcome
    expected: Expected

    @property
    def brief(self) -> Brief:
        """The brief."""
        return self.outcome.brief

    def entries(self, kind: str) -> Iterable[tuple[str, Any]]:
        """Give name and content of the entries of *kind*, in order."""
        found: Mapping[str, Any] = self.expected[kind]
        return found.items()

    def path(self, article: str) -> str:
        """Give the file name of an article by its id."""
        return next(
            a.path.rpartition("/")[2]
            for a in self.outcome.corpus.articles
            if a.id == article
        )

    def saying(self, words: str) -> list[Statement]:
        """Give the statements that hold *words*, curly marks or straight."""
        return [s for s in self.outcome.corpus.statements if words in plain(s.text)]


def plain(words: str) -> str:
    """Give *words* with one space a run."""
    return " ".join(words.split())


@pytest.fixture(scope="module")
def event() -> Event:
    """Build the brief of the invented event once."""
    expected = yaml.safe_load((EVENT / "expected.yaml").read_text(encoding="utf-8"))
    return Event(build_brief(load_outline(EVENT / "outline.yaml")), expected)


def cites(excerpt: Excerpt, words: str) -> bool:
    """Tell whether a passage of *excerpt* holds *words*."""
    return any(words in plain(c.exact) for c in excerpt.citations)


def any_cites(excerpts: Iterable[Excerpt], wanted: Iterable[str]) -> bool:
    """Tell whether a passage of *excerpts* holds any of the words *wanted*."""
    wanted = tuple(wanted)
    return any(cites(excerpt, words) for excerpt in excerpts for words in wanted)


def holds(event: Event) -> Checks:
    """Check that sections hold what belongs into them."""
    by_id = {s.id: s.excerpts for s in event.brief.sections}
    for name, entry in event.entries("holds"):
        rooms = [e for room in entry["in"] for e in by_id[room]]
        where = [r for r in by_id if any_cites(by_id[r], entry["words"])]
        yield name, any_cites(rooms, entry["words"]), f"it stands in {where}"


def bottom_line(event: Event) -> Checks:
    """Check what the first lines say."""
    top = event.brief.bottom_line
    for name, words in event.entries("bottom_line"):
        yield name, any_cites(top, words), [e.text for e in top]


def nowhere(event: Event) -> Checks:
    """Check that nothing but the body of reports is quoted."""
    said = list(excerpts_of(event.brief))
    for name, words in event.entries("nowhere"):
        yield name, not any_cites(said, [words]), f"“{words}” is quoted"


def origins(event: Event) -> Checks:
    """Check that copies are one origin, and nothing else is."""
    home = {
        event.path(article): origin.name
        for article, origin in event.outcome.corpus.article_origins.items()
    }
    shared: set[str] = set()
    for name, paths in event.entries("origins"):
        found = {home[path] for path in paths}
        shared.update(paths)
        yield name, len(found) == 1, {path: home[path] for path in paths}
    single = [home[path] for path in home if path not in shared]
    groups = {home[paths[0]] for _, paths in event.entries("origins")}
    apart = len(set(single) | groups) == len(single) + len(groups)
    yield "others_apart", apart, home


def counted(event: Event) -> Checks:
    """Check on how many origins excerpts rest."""
    said = list(excerpts_of(event.brief))
    for name, entry in event.entries("counted"):
        counts = {e.origins for e in said if cites(e, entry["words"])}
        yield name, counts <= {entry["origins"]}, counts


def metadata(event: Event) -> Checks:
    """Check day, agency and outlet of the articles."""
    found = {event.path(a.id): a for a in event.outcome.corpus.articles}
    for kind in ("published", "agency", "outlet"):
        for path, value in event.entries(kind):
            actual = getattr(found[path], kind)
            yield f"{kind} {path}", actual == value, actual


def who_says(event: Event) -> Checks:
    """Check to whom words are ascribed, in each article that has them."""
    reach = attributions_by_statement(event.outcome.corpus.statements)
    for name, entry in event.entries("speakers"):
        names = {
            speaker_of(statement, entry["words"], reach.get(statement.id, ()))
            for statement in event.saying(entry["words"])
        }
        yield name, names == {entry["name"]}, names


def speaker_of(
    statement: Statement, words: str, reach: Iterable[Attribution]
) -> str | None:
    """Give who is said to say *words* of *statement*; None where nobody is."""
    place = statement.span.start + statement.text.index(words)
    return next(
        (
            attribution.speaker.name
            for attribution in reach
            if attribution.speaker
            and any(
                s.start < place + len(words) and place < s.end
                for s in attribution.content
            )
        ),
        None,
    )


def days(event: Event) -> Checks:
    """Check the days of the time expression that holds the words `at`."""
    for name, entry in event.entries("days"):
        found = [
            (date.earliest, date.latest)
            for statement in event.saying(entry["words"])
            for date in statement.dates
            if entry["at"] in words_of(statement, date.span.start, date.span.end)
        ]
        yield name, set(found) == {(entry["day"], entry["day"])}, found


def words_of(statement: Statement, start: int, end: int) -> str:
    """Give the words of *statement* between two places of its article."""
    shift = statement.span.start
    return statement.text[start - shift : end - shift]


def between(shown: Disagreement, sides: Iterable[str]) -> bool:
    """Tell whether each of two words stands on a side of its own."""
    one, other = sides
    left, right = (side.excerpt for side in shown.sides[:2])
    return (cites(left, one) and cites(right, other)) or (
        cites(left, other) and cites(right, one)
    )


def disagreements(event: Event) -> Checks:
    """Check what is shown as disputed, and of which kind."""
    shown = event.brief.disagreements
    found = [(d.kind, [s.excerpt.text for s in d.sides]) for d in shown]
    for name, entry in event.entries("disagreements"):
        kinds = entry["kind"] if isinstance(entry["kind"], list) else [entry["kind"]]
        met = any(d.kind in kinds and between(d, entry["sides"]) for d in shown)
        yield f"disagreement {name}", met, found
    for name, sides in event.entries("no_disagreement"):
        met = not any(between(d, sides) for d in shown if d.resolved is None)
        yield f"no disagreement {name}", met, found
    for name, entry in event.entries("resolved"):
        settled = [d.resolved.excerpt for d in shown if d.resolved is not None]
        yield name, any_cites(settled, [entry["by"]]), found


def questions(event: Event) -> Checks:
    """Check what is asked."""
    asked = event.brief.questions
    found = [(q.kind, q.text) for q in asked]
    for name, entry in event.entries("questions"):
        met = any(
            q.kind in entry["kinds"]
            and (entry["words"] in q.text or any_cites(q.excerpts, [entry["words"]]))
            for q in asked
        )
        yield f"question {name}", met, found
    for name, words in event.entries("not_asked"):
        yield name, not any(words in q.text for q in asked), found


def figures(event: Event) -> Checks:
    """Check what leads the key figures, and its range."""
    for name, entry in event.entries("figures"):
        rows = [f for f in event.brief.figures if f.measure == entry["measure"]]
        first = rows[0] if rows else None
        stands = first is not None and (first.low, first.high, first.as_of) == (
            entry["low"],
            entry["high"],
            entry["as_of"],
        )
        yield f"figure {name}", stands, first


def who_is_who(event: Event) -> Checks:
    """Check that people are listed with their own roles."""
    found = {p.name: p.role for p in event.brief.people}
    for name, entry in event.entries("people"):
        role = found.get(entry["name"]) or ""
        yield f"person {name}", entry["role"] in role.lower(), found


def event_found(event: Event) -> Checks:
    """Check day and place of the event, which the outline leaves out."""
    note, entry = event.brief.event, event.expected["event"]
    yield "event_day", note.date == entry["day"], note
    yield "event_place", note.place in entry["place"], note


def withdrawn(event: Event) -> Checks:
    """Check that a claim that was taken back stands nowhere as it was made."""
    entry = event.expected["withdrawn"]
    brief = event.brief
    shown = (*brief.bottom_line, *(e for s in brief.sections for e in s.excerpts))
    claims = [e for e in shown if cites(e, entry["words"])]
    met = all(e.status in ("denied", "disputed") for e in claims)
    yield "withdrawn_claim", met, [(e.status, e.text) for e in claims]


CHECKS: Final[tuple[Callable[[Event], Checks], ...]] = (
    holds,
    bottom_line,
    nowhere,
    origins,
    counted,
    metadata,
    who_says,
    days,
    disagreements,
    questions,
    figures,
    who_is_who,
    event_found,
    withdrawn,
)


def test_the_brief_holds_what_a_reader_expects(event: Event) -> None:
    """All that a careful reader expects is met, but for the gaps that are named."""
    results = [result for check in CHECKS for result in check(event)]
    missed = {name: found for name, met, found in results if not met}
    known = set(event.expected["known_gaps"])
    report = [f"missed {name}: {missed[name]}" for name in missed if name not in known]
    report += [
        f"mended, take it from the list: {name}" for name in known - missed.keys()
    ]
    assert missed.keys() == known, "\n".join(report)


def test_each_expectation_has_a_name_of_its_own(event: Event) -> None:
    """No gap can hide behind the name of another."""
    names = [name for check in CHECKS for name, _, _ in check(event)]
    assert sorted(names) == sorted(set(names))


def test_the_brief_of_the_event_is_true(event: Event) -> None:
    """Nothing in it is altered, and it keeps to its length."""
    assert [d for d in event.outcome.diagnostics if d.code.startswith("verify")] == []
    words = [len(e.text.split()) for s in event.brief.sections for e in s.excerpts]
    assert sum(words) <= 700
