"""The corpus seen for planning: facts, words and neighbours, prepared once."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from briefing.extract.voices import attributions_by_statement
from briefing.model.article import Article
from briefing.model.corpus import Corpus, Relation
from briefing.model.outline import Outline
from briefing.model.statement import Attribution, Speaker, Statement
from briefing.plan.echoes import Echoes
from briefing.plan.facts import Fact, disputes_of
from briefing.plan.found import Found, find

# Matches "XXXX-WXX-1", a Monday of a week that is not known; not "2023-W40-1".
WEEKDAY: Final = re.compile(r"XXXX-WXX-([1-7])")


@dataclass(frozen=True)
class View:
    """Everything the planners ask of the corpus, looked up by statement id."""

    outline: Outline
    corpus: Corpus
    articles: Mapping[str, Article]
    statements: Mapping[str, Statement]
    order: Mapping[str, int]
    """Position in the corpus."""
    stems: Mapping[str, tuple[str, ...]]
    """Content stems of a statement, in order."""
    weight: Mapping[str, float]
    """Stem → how much it tells, 0–1: rare ones more."""
    facts: tuple[Fact, ...]
    fact_of: Mapping[str, Fact]
    backing: Mapping[str, tuple[str, ...]]
    """Statement id → those of its fact that state all it states, itself too; no entry
    where it is alone."""
    near: Mapping[str, tuple[str, ...]]
    """Statement id → those it is related to by `same` or `copy`, at any score."""
    disputes: Mapping[str, tuple[Relation, ...]]
    """Statement id → the disagreements and edits of the fact that it tells."""
    lead: Mapping[str, float]
    """1 for an article's first body sentence, falling to 0 at its end."""
    reach: Mapping[str, tuple[Attribution, ...]]
    """Statement id → attributions whose content reaches into it."""
    speakers: Mapping[str, Speaker]
    """Statement id → whose words it mainly is; none for a newsroom's own."""
    people: frozenset[tuple[str, str]]
    """(Article id, name) of every person that the article names."""
    opinion: Mapping[str, float]
    """Article id → share of its body's sentences that are opinion."""
    late: Mapping[str, float]
    """Article id → 1 for the day of the newest, 0 for the oldest; dated ones only."""
    last_named: Mapping[str, dt.date]
    """Article id → the last single day that its body names, not later than the newest
    article's, nor the outline's day."""
    echoes: Echoes
    """Statement id → what it tells of other statements, in whatever words."""
    known: dict[tuple[str, ...], object] = field(
        repr=False, compare=False, default_factory=dict
    )
    """What was found of a fact once, and is asked again for each of its copies."""

    @cached_property
    def matter(self) -> Mapping[str, frozenset[str]]:
        """Give statement → its content stems, each once."""
        return {item: frozenset(stems) for item, stems in self.stems.items()}

    @cached_property
    def holders(self) -> Mapping[str, Sequence[str]]:
        """Give content stem → the statements that hold it, in order."""
        found: dict[str, list[str]] = defaultdict(list)
        for item, stems in self.matter.items():
            for word in stems:
                found[word].append(item)
        return dict(found)

    def origin_names(self, members: Iterable[str]) -> set[str]:
        """Give the distinct known origins of *members*."""
        origins = (self.corpus.origins[item] for item in members)
        return {origin.name for origin in origins if origin.kind != "unknown"}

    def support_of(self, statement: str) -> int:
        """Count the known origins of *statement* and of what bears it out; 1 at least.

        A fuller sentence has no support from a shorter one of the same fact.
        """
        members = self.backing.get(statement, (statement,))
        return max(1, len(self.origin_names(members)))

    def told_on(self, statement: Statement) -> dt.date | None:
        """Give the day the statement's article was published, None if unknown."""
        return self.articles[statement.article].published

    def neighbour(self, statement: Statement, step: int) -> Statement | None:
        """Give the statement *step* places on in the same article, None at its ends."""
        place = self.order[statement.id] + step
        if not 0 <= place < len(self.corpus.statements):
            return None
        other = self.corpus.statements[place]
        return other if other.article == statement.article else None


def view_corpus(outline: Outline, corpus: Corpus, found: Found | None = None) -> View:
    """Prepare *corpus* for planning; linear in statements and relations.

    What was found of the corpus before is in *found*.
    """
    found = found or find(corpus)
    near: dict[str, list[str]] = defaultdict(list)
    for relation in corpus.relations:
        if relation.kind in ("same", "copy"):
            near[relation.left].append(relation.right)
            near[relation.right].append(relation.left)
    return View(
        outline=outline,
        corpus=corpus,
        articles={a.id: a for a in corpus.articles},
        statements={s.id: s for s in corpus.statements},
        order={s.id: i for i, s in enumerate(corpus.statements)},
        stems=found.stems,
        weight=found.weight,
        facts=found.facts,
        fact_of={member: fact for fact in found.facts for member in fact.members},
        backing=found.backing,
        near={key: tuple(value) for key, value in near.items()},
        disputes=disputes_of(corpus, found.facts, "disagrees", "edit"),
        lead=_leads(corpus),
        reach=attributions_by_statement(corpus.statements),
        speakers=found.speakers,
        people=_people(corpus),
        opinion=_opinion(corpus),
        late=_lateness(corpus),
        last_named=_last_named(outline, corpus),
        echoes=found.echoes,
    )


def _leads(corpus: Corpus) -> dict[str, float]:
    bodies: dict[str, list[str]] = defaultdict(list)
    for statement in corpus.statements:
        if statement.role == "body":
            bodies[statement.article].append(statement.id)
    return {
        item: 1.0 - i / len(ids)
        for ids in bodies.values()
        for i, item in enumerate(ids)
    }


def _people(corpus: Corpus) -> frozenset[tuple[str, str]]:
    return frozenset(
        (statement.article, name.name)
        for statement in corpus.statements
        for name in statement.people()
    )


def _opinion(corpus: Corpus) -> dict[str, float]:
    """Give the share of opinion; one such sentence alone makes no piece of opinion."""
    found: dict[str, list[bool]] = defaultdict(list)
    for statement in corpus.statements:
        if statement.role == "body":
            found[statement.article].append(statement.is_opinion)
    return {a: sum(f) / len(f) if sum(f) > 1 else 0.0 for a, f in found.items()}


def _lateness(corpus: Corpus) -> dict[str, float]:
    days = {a.id: a.published for a in corpus.articles if a.published is not None}
    first, last = min(days.values(), default=None), max(days.values(), default=None)
    if first is None or last is None or first == last:
        return {}
    whole = (last - first).days
    return {item: (day - first).days / whole for item, day in days.items()}


def _last_named(outline: Outline, corpus: Corpus) -> dict[str, dt.date]:
    published = [a.published for a in corpus.articles if a.published is not None]
    bound = outline.as_of or max(published, default=None)
    found: dict[str, dt.date] = {}
    for statement in corpus.statements:
        for date in statement.dates:
            day = date.day
            if day is not None and (not bound or day <= bound):
                found[statement.article] = max(day, found.get(statement.article, day))
    for article, weekday in _opening_weekdays(corpus).items():
        if article in found:
            last = found[article]
            day = last + dt.timedelta(days=(weekday - last.isoweekday()) % 7)
            found[article] = day if not bound or day <= bound else last
    return found


def _opening_weekdays(corpus: Corpus) -> dict[str, int]:
    """Give the weekday of which an article's first sentence tells, its week unknown.

    News opens with the newest day: no other that the article names is after it.
    """
    first: dict[str, Statement] = {}
    for statement in corpus.statements:
        if statement.role == "body":
            first.setdefault(statement.article, statement)
    return {
        article: int(found[1])
        for article, statement in first.items()
        for date in statement.dates[:1]
        if (found := WEEKDAY.fullmatch(date.value))
    }
