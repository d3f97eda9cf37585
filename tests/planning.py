"""A corpus made by hand, to the last relation: what planning and composing start from.

    told("Nine people died on Monday.", counted("Nine people", 9, "killed"), id="s1")

Nothing here is found by the program: a test of the plan fails for the plan alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import briefing
from briefing.model.article import Article, Segment, Span
from briefing.model.corpus import Corpus, Origin, Relation, RelationKind, SharedText
from briefing.model.outline import Outline, SectionSpec
from briefing.model.plan import Choice, Plan
from briefing.model.statement import (
    Attribution,
    DateMention,
    Figure,
    Hedge,
    HedgeKind,
    Name,
    Place,
    Reference,
    ReferenceKind,
    Speaker,
    Statement,
)
from briefing.plan import plan_sections
from tests.builders import article

Find = Callable[[Callable[[str], Span]], tuple[str, object]]
"""Given where words stand, the field of the statement and what belongs into it."""

MONDAY: Final = dt.date(2026, 3, 16)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with what is to be known of it."""

    text: str
    finds: tuple[Find, ...] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)


def told(text: str, *finds: Find, **fields: Any) -> Told:
    """Give a sentence; *fields* are those of `Statement`."""
    return Told(text, finds, fields)


def on(words: str, day: dt.date | None, last: dt.date | None = None) -> Find:
    """Give *words* the day, or the days to *last*; None: they could not be dated."""
    end = last or day

    def find(where: Callable[[str], Span]) -> tuple[str, object]:
        value = str(day) if day else "PAST_REF"
        return "dates", DateMention(
            where(words), "DATE", value, day, end, is_relative=True, because="test"
        )

    return find


def counted(words: str, value: float, measure: str | None, **more: Any) -> Find:
    """Make *words* a figure of persons; *more* are fields of `Figure`."""

    def find(where: Callable[[str], Span]) -> tuple[str, object]:
        figure = Figure(
            where(words), value, value, "person", measure, is_approximate=False
        )
        return "figures", replace(figure, **more)

    return find


def said(content: str, who: str | None, cue: str = "said", **more: Any) -> Find:
    """Make *content* what *who* says; None: it cannot be told who that is."""

    def find(where: Callable[[str], Span]) -> tuple[str, object]:
        speaker = Speaker(who, more.get("role")) if who else None
        return "attributions", Attribution(
            (where(content),),
            where(cue) if cue else None,
            None,
            speaker,
            more.get("kind", "indirect"),
            because="test",
        )

    return find


def hedged(words: str, kind: HedgeKind) -> Find:
    """Make *words* withhold, deny or condition."""
    return lambda where: ("hedges", Hedge(where(words), kind))


def leans(words: str, kind: ReferenceKind, antecedent: str | None = None) -> Find:
    """Make *words* need what stands before them."""

    def find(where: Callable[[str], Span]) -> tuple[str, object]:
        return "references", Reference(where(words), kind, antecedent, "test")

    return find


def person(words: str, name: str, role: str | None = None) -> Find:
    """Make *words* a person's name."""
    return lambda where: ("names", Name(where(words), name, "person", role))


def in_country(words: str, name: str, country: str | None, **more: Any) -> Find:
    """Make *words* a place, a country unless *more* says else."""

    def find(where: Callable[[str], Span]) -> tuple[str, object]:
        return "places", Place(where(words), name, more.get("kind", "country"), country)

    return find


def corpus(
    articles: Mapping[str, Iterable[Told]],
    relations: Iterable[Relation] = (),
    **known: Mapping[str, Any],
) -> Corpus:
    """Relate the sentences of *articles* by *relations* alone.

    *known* says by article what is known: `published`, `outlet`, `agency`, `language`,
    `byline`; and `origin`, which is the article's own path where nothing is said, and
    unknown where that is None.
    """
    made = [_article(path, rows, known) for path, rows in sorted(articles.items())]
    origins = {
        one.id: _origin(known.get("origin", {}).get(one.id, one.id)) for one, _ in made
    }
    return Corpus(
        articles=tuple(one for one, _ in made),
        statements=tuple(s for _, found in made for s in found),
        relations=tuple(relations),
        origins={s.id: origins[s.article] for _, found in made for s in found},
        article_origins=origins,
        shared=tuple(known.get("shared", {}).values()),
    )


def _origin(name: str | None) -> Origin:
    if name is None:
        return Origin("text of unknown", "unknown", "test")
    return Origin(name, "outlet", "test")


def _article(
    path: str, rows: Iterable[Told], known: Mapping[str, Mapping[str, Any]]
) -> tuple[Article, list[Statement]]:
    rows = tuple(rows)
    text = "\n".join(row.text for row in rows)
    facts = {
        name: values[path]
        for name, values in known.items()
        if name not in ("origin", "shared") and path in values
    }
    one = replace(article(text, id=path), **facts)
    lines, found, start = [], [], 0
    for number, row in enumerate(rows):
        end = start + len(row.text)
        role = row.fields.get("role", "body")
        lines.append(Segment(Span(start, min(end + 1, len(text))), role, "test"))
        found.append(_statement(row, path, start, number))
        start = end + 1
    spans = tuple(statement.span for statement in found)
    return replace(one, lines=tuple(lines), sentences=spans), found


def _statement(row: Told, path: str, start: int, number: int) -> Statement:
    def where(words: str) -> Span:
        at = row.text.index(words)
        return Span(start + at, start + at + len(words))

    fields: dict[str, Any] = {"role": "body", **row.fields}
    fields.setdefault("id", f"{path}:{number}")
    for find in row.finds:
        name, value = find(where)
        fields[name] = (*fields.get(name, ()), value)
    span = Span(start, start + len(row.text))
    return Statement(article=path, span=span, text=row.text, segment=number, **fields)


def related(kind: RelationKind, left: str, right: str, **more: Any) -> Relation:
    """Join two statements by their ids."""
    bare = Relation(kind, left, right, more.pop("score", 0.9), "test")
    return replace(bare, **more)


def shared(left: str, right: str, share: float) -> SharedText:
    """Say how much of one article stands in another."""
    return SharedText(left, right, share)


def section(name: str, *terms: str, **more: Any) -> SectionSpec:
    """Give a section with *terms*."""
    title = more.pop("title", name.replace("_", " "))
    return SectionSpec(name, title, more.pop("about", ""), terms, **more)


def outline(*sections: SectionSpec, **more: Any) -> Outline:
    """Give an outline that was never a file."""
    return replace(Outline(Path(), "A test", (), sections), **more)


def planned(corpus: Corpus, *sections: SectionSpec, **more: Any) -> Plan:
    """Plan *sections* over *corpus*."""
    return plan_sections(outline(*sections, **more), corpus)


def chosen(plan: Plan, section_id: str) -> list[str]:
    """Give the ids of a section's statements in reading order."""
    found = next(s for s in plan.sections if s.id == section_id)
    return [choice.statement for choice in found.choices]


def choice(plan: Plan, statement: str) -> Choice:
    """Give the choice of *statement* in the sections."""
    every = (c for s in plan.sections for c in s.choices)
    return next(c for c in every if c.statement == statement)


FLOOD = section("flood", "river", "dam", "water")


def day(number: int) -> dt.date:
    """Give a day of March 2026."""
    return dt.date(2026, 3, number)


def plan_of(articles: dict[str, list[Told]], *relations: Relation, **more: Any) -> Plan:
    """Plan a section on a flood; an article whose name is a number is of that day."""
    published = {name: day(int(name)) for name in articles if name.isdigit()}
    found = corpus(articles, relations, published=published)
    return planned(found, FLOOD, **more)


TOLL = told(
    "The flood killed nine people on Monday.",
    counted("nine people", 9, "killed"),
    on("Monday", day(9)),
    id="toll",
)


def corpus_of(text: str) -> Corpus:
    """Read and relate articles, each under a line "= day | outlet"."""
    articles = []
    for part in text.split("= ")[1:]:
        head, _, body = part.partition("\n")
        published, _, outlet = (words.strip() for words in head.partition("|"))
        on_day = dt.date.fromisoformat(published)
        one = briefing.read_text(body, published=on_day, outlet=outlet, id=head)
        articles.append(one)
    found = [s for one in articles for s in briefing.extract_statements(one)]
    return briefing.relate_statements(articles, found)
