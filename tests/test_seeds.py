"""Does the example's brief hold what a careful reader of its five articles expects?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

import pytest
import yaml

from briefing.labels import written_days
from briefing.model.article import Span
from briefing.model.brief import Excerpt
from briefing.model.statement import DateMention, Statement
from briefing.outline import load_outline
from briefing.pipeline import Outcome, build_brief
from briefing.reading_order import excerpts_of
from briefing.verify import check_brief
from tests.conftest import ROOT

WORDS: Final = 1000
"""The outline's length."""

FLOORS: Final = {
    "background": 3,
    "incident": 4,
    "military_posture": 3,
    "diplomatic_responses": 3,
    "open_questions": 2,
}
"""Of five facts a section, how many its excerpts must hold at least."""

TOGETHER: Final = 17
"""Of all twenty-five."""

NOT_THE_STORY: Final = (
    # 000: navigation, caption, votes
    "You are here",
    "Pedestrians walk in front of a mural",
    "65 users have voted",
    # 001: subscription, caption's credit, related story
    "Get top stories and blog posts",
    "Photo: AA",
    "Kosovo police raid Serb locations",
    # 002: topics, subscription, a second language
    "Politics, World, Americas",
    "Anadolu Agency website contains",
    "Please contact us for subscription",
    "Related topics",
    "Bu haberi",
    # 003: the page's own marks
    "top of page",
    "bottom of page",
    # 004: captions, credits, sharing, related stories of later years
    "Find Us",
    "A Serbian flag is displayed",
    "Copyright AP Photo",
    "Copy/paste the article",
    "Share this article",
    "Visar Kryeziu",
    "All rights reserved",
    "Kosovo police members of Special Intervention Unit",
    "Darko Vojinovic",
    "listens to Hungarian Prime Minister",
    "You might also like",
    "Council of Europe",
    "Kosovo referendum",
    "currency ban",
)


@pytest.fixture(scope="module")
def seeds_brief() -> Outcome:
    """Build the example's brief once."""
    return build_brief(load_outline(ROOT / "config.yaml"))


def shown(outcome: Outcome) -> list[Excerpt]:
    """Give every excerpt of the brief, once for each place where it stands."""
    return list(excerpts_of(outcome.brief))


def articles(outcome: Outcome) -> dict[int, str]:
    """Give the first three digits of each source's file name by its number."""
    return {s.number: s.path.rpartition("/")[2][:3] for s in outcome.brief.sources}


def test_sections_keep_to_their_words(seeds_brief: Outcome) -> None:
    """Sections hold a thousand words of excerpts at most, and not much less."""
    sections = seeds_brief.brief.sections
    words = sum(len(e.text.split()) for s in sections for e in s.excerpts)
    assert WORDS * 0.75 <= words <= WORDS
    assert seeds_brief.brief.method.words == words


def test_every_excerpt_is_at_its_place(seeds_brief: Outcome) -> None:
    """N of N excerpts are proved, and all five files have their hashes."""
    result = check_brief(seeds_brief.brief, seeds_brief.corpus.articles)
    assert result.diagnostics == ()
    assert result.found == result.excerpts >= 40
    assert (result.equal, result.files) == (5, 5)


def test_two_papers_are_one_origin(seeds_brief: Outcome) -> None:
    """000 and 001 print one dispatch: one origin, and no excerpt counts them as two."""
    numbers = articles(seeds_brief)
    origins = {numbers[s.number]: s.origin for s in seeds_brief.brief.sources}
    assert origins["000"] == origins["001"]
    assert len(set(origins.values())) >= 3
    for excerpt in shown(seeds_brief):
        cited = {numbers[c.source] for c in excerpt.citations}
        if cited == {"000", "001"}:
            assert excerpt.origins == 1, excerpt.text


def test_an_edit_is_shown_and_not_merged(seeds_brief: Outcome) -> None:
    """“Did not directly deny” and “has denied” stand side by side, as an edit."""
    words = ("did not directly deny", "has denied there had been")
    edits = [d for d in seeds_brief.brief.disagreements if d.kind == "edit"]
    sides = [{s.excerpt.citations[0].exact for s in d.sides} for d in edits]
    assert any(all(any(w in side for side in both) for w in words) for both in sides)
    for excerpt in shown(seeds_brief):
        exact = " ".join(c.exact for c in excerpt.citations)
        assert not all(w in exact for w in words), exact


def test_nothing_but_the_story_is_quoted(seeds_brief: Outcome) -> None:
    """No statement comes of furniture, caption, credit or a related headline."""
    for statement in seeds_brief.corpus.statements:
        if statement.role == "body":
            assert not [w for w in NOT_THE_STORY if w in statement.text]
    for excerpt in shown(seeds_brief):
        for citation in excerpt.citations:
            assert not [w for w in NOT_THE_STORY if w in citation.exact]


def test_a_sentence_is_cited_from_the_body(seeds_brief: Outcome) -> None:
    """Where a caption repeats a sentence, the sentence of the body is cited."""
    text = next(a.text for a in seeds_brief.corpus.articles if "001_" in a.path)
    words = "The violence - in which a Kosovo police officer"
    caption = text.index(words)
    assert text.count(words) == 2
    starts = {
        citation.start
        for excerpt in shown(seeds_brief)
        for citation in excerpt.citations
        if citation.exact.startswith(words)
    }
    assert starts
    assert caption not in starts


def relative_days(outcome: Outcome) -> Iterator[tuple[Excerpt, DateMention, str]]:
    """Give each expression of days that needs others, in what the brief shows."""
    statements: dict[str, Statement] = {s.id: s for s in outcome.corpus.statements}
    for excerpt in shown(outcome):
        statement = statements[excerpt.id]
        for date in statement.dates:
            if date.is_relative and date.type == "DATE":
                shift = statement.span.start
                words = statement.text[date.span.start - shift : date.span.end - shift]
                if " ".join(words.split()) in excerpt.text:  # else it is left out
                    yield excerpt, date, words


def test_every_relative_day_has_its_date(seeds_brief: Outcome) -> None:
    """“On Friday” is followed by its day, or the method says it has none."""
    not_dated = seeds_brief.brief.method.not_dated
    for excerpt, date, words in relative_days(seeds_brief):
        if date.earliest is None or date.latest is None:
            assert words in not_dated, excerpt.text
        else:
            days = written_days(date.earliest, date.latest)
            assert days in excerpt.text.replace("[", "").replace("]", ""), excerpt.text


SUNDAYS: Final = (
    ("000_", "The clashes on Sunday began", {dt.date(2023, 9, 24)}),
    ("002_", "On Sunday, a clash broke out", {dt.date(2023, 9, 24)}),
    # An undated article: the Sunday it means is 1 October, or is not known.
    ("004_", "On Sunday, NATO announced", {dt.date(2023, 10, 1), None}),
    ("004_", "again called for calm on Sunday", {dt.date(2023, 10, 1), None}),
)


@pytest.mark.parametrize(("article", "words", "day"), SUNDAYS)
def test_sunday_is_the_one_that_is_meant(
    seeds_brief: Outcome, article: str, words: str, day: set[dt.date | None]
) -> None:
    """The clashes were on 24 September, whenever the articles that tell so are of."""
    (statement,) = [
        s
        for s in seeds_brief.corpus.statements
        if article in s.article and words in s.text
    ]
    shift = statement.span.start
    (date,) = [
        d
        for d in statement.dates
        if "Sunday" in statement.text[d.span.start - shift : d.span.end - shift]
    ]
    assert date.earliest == date.latest
    assert date.earliest in day


def facts_found(outcome: Outcome) -> Mapping[str, dict[str, bool]]:
    """Give, for each section, which of the reader's facts its excerpts hold."""
    path = ROOT / "tests" / "quality" / "seeds_facts.yaml"
    expected: dict[str, list[dict[str, Any]]] = yaml.safe_load(
        path.read_text(encoding="utf-8")
    )
    names = {s.number: s.path.rpartition("/")[2] for s in outcome.brief.sources}
    found = {}
    for section, facts in expected.items():
        cited = [
            (names[c.source], Span(c.start, c.end))
            for e in excerpts_in(outcome, section)
            for c in e.citations
        ]
        found[section] = {
            fact["fact"]: any(
                name == file and span.start < end and start < span.end
                for file, start, end in fact["places"]
                for name, span in cited
            )
            for fact in facts
        }
    return found


def excerpts_in(outcome: Outcome, section: str) -> list[Excerpt]:
    """Give the excerpts of a section; of open questions, those of its questions."""
    if section == "open_questions":
        return [e for q in outcome.brief.questions for e in q.excerpts]
    return [e for s in outcome.brief.sections if s.id == section for e in s.excerpts]


@pytest.mark.parametrize("section", FLOORS)
def test_sections_hold_their_facts(seeds_brief: Outcome, section: str) -> None:
    """Of the five facts that a careful reader asks of a section most are there."""
    found = facts_found(seeds_brief)[section]
    missed = [fact for fact, is_there in found.items() if not is_there]
    assert len(found) == 5
    assert len(found) - len(missed) >= FLOORS[section], f"missed: {missed}"


def test_the_brief_holds_its_facts(seeds_brief: Outcome) -> None:
    """Of all the facts that the reader asks for most are in their section."""
    found = facts_found(seeds_brief)
    missed = [
        fact for facts in found.values() for fact, is_in in facts.items() if not is_in
    ]
    assert 25 - len(missed) >= TOGETHER, f"missed: {missed}"
