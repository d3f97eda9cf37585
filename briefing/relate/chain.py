"""Take one step of relating after the other, from copies to disagreement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from briefing.model.article import Article
from briefing.model.corpus import Corpus, Origin, Relation
from briefing.model.statement import Statement
from briefing.relate.anchors import anchor_copies, anchor_twins
from briefing.relate.conflicts import find_conflict
from briefing.relate.copies import Copy, find_copies
from briefing.relate.disagreements import find_disagreements
from briefing.relate.edits import edit_relation, find_change
from briefing.relate.events import group_articles
from briefing.relate.gists import Gist, Gists, gist_of
from briefing.relate.mornings import doubt_mornings
from briefing.relate.origins import find_origins, order_articles
from briefing.relate.other_stories import find_other_stories
from briefing.relate.same import Weights, find_same
from briefing.relate.weekends import doubt_weekends
from briefing.relate.windows import anchor_windows


def relate_all(articles: Iterable[Article], statements: Iterable[Statement]) -> Corpus:
    """Give all relations between *statements* of *articles*, and each one's origin.

    Copies come first, since they tell whose words and which day count; then the days;
    then what is the same; then what is in dispute.
    """
    by_path = sorted(articles, key=lambda a: (a.path, a.id))
    by_age = order_articles(by_path)
    by_id = {article.id: article for article in by_age}
    gists, apart = _apart(by_age, _read(by_age, statements))
    copies = list(find_copies(list(by_id), gists))
    origins = find_origins(by_age, gists, copies)
    gists = _renewed(gists, anchor_copies(by_age, _told(gists), copies))
    weigh = Weights([gist for found in gists.values() for gist in found])
    events = group_articles(list(by_id), gists)
    homes = _homes(by_age, origins.of_articles)
    groups = _by_event(gists, events)
    gists = _renewed(gists, doubt_mornings(by_id, groups, homes, weigh))
    gists = _renewed(gists, doubt_weekends(_by_event(gists, events)))
    same = list(find_same(_by_event(gists, events), weigh))
    known = {g.statement.id: g.statement for found in gists.values() for g in found}
    gists = _renewed(gists, anchor_twins(by_id, known, same))
    gists = _renewed(gists, anchor_windows(by_age, _told(gists)))
    disputes = find_disagreements(_by_event(gists, events), weigh, by_id)
    return Corpus(
        articles=tuple(by_path),
        statements=tuple(g.statement for a in by_path for g in gists[a.id]),
        relations=tuple(_strongest([*_copy_relations(copies), *disputes, *same])),
        origins=origins.of_statements,
        article_origins=origins.of_articles,
        shared=origins.shared,
        other_stories=apart,
    )


def _homes(
    articles: Iterable[Article], origins: Mapping[str, Origin]
) -> Mapping[str, str]:
    """Give article → its origin; one that is not known is its own."""
    known = {a: o.name for a, o in origins.items() if o.kind != "unknown"}
    return {article.id: known.get(article.id, article.id) for article in articles}


def _read(articles: Sequence[Article], statements: Iterable[Statement]) -> Gists:
    """Give the gists of *statements*; a file that is there twice is read once.

    A statement's id comes from its words and its file's bytes, so that of two equal
    files the earlier speaks for both.
    """
    gists: dict[str, list[Gist]] = {article.id: [] for article in articles}
    rank = {article: i for i, article in enumerate(gists)}
    seen: set[str] = set()
    for statement in sorted(statements, key=lambda s: (rank[s.article], s.span)):
        if statement.id not in seen:
            seen.add(statement.id)
            gists[statement.article].append(gist_of(statement))
    return gists


def _apart(
    articles: Sequence[Article], gists: Gists
) -> tuple[Gists, tuple[Statement, ...]]:
    """Part what articles tell of their event from other stories below it."""
    blocks = find_other_stories(articles, _told(gists))
    if not blocks:
        return gists, ()
    others = {s.id for block in blocks.values() for s in block}
    kept = {
        article: [g for g in found if g.statement.id not in others]
        for article, found in gists.items()
    }
    return kept, tuple(s for a in sorted(blocks) for s in blocks[a])


def _told(gists: Gists) -> Mapping[str, Sequence[Statement]]:
    """Give article → its statements."""
    return {a: [g.statement for g in found] for a, found in gists.items()}


def _renewed(gists: Gists, changed: Mapping[str, Statement]) -> Gists:
    """Give *gists* with the statements in *changed* in their places."""
    return {
        article: [
            replace(g, statement=changed.get(g.statement.id, g.statement))
            for g in found
        ]
        for article, found in gists.items()
    }


def _by_event(gists: Gists, events: Mapping[str, int]) -> list[list[Gist]]:
    """Give the gists of each event together, in order."""
    groups: defaultdict[int, list[Gist]] = defaultdict(list)
    for article, found in gists.items():
        groups[events[article]] += [g for g in found if g.terms]
    return list(groups.values())


SURE: Final = 0.9
"""Closeness from which two sentences are copies whatever facts seem to differ."""


def _copy_relations(copies: Sequence[Copy]) -> Iterator[Relation]:
    whole = {
        (one.statement.id, other.statement.article)
        for copy in copies
        if copy.left.words == copy.right.words
        for one, other in ((copy.left, copy.right), (copy.right, copy.left))
    }
    for copy in copies:
        one, other = sorted((copy.left, copy.right), key=lambda g: g.statement.id)
        change = find_change(one, other)
        if change is not None:
            kept = (one.statement.id, other.statement.article) in whole
            if not kept and (other.statement.id, one.statement.article) not in whole:
                yield edit_relation(one, other, copy.closeness, change)
            # Who prints the sentence as it was, beside one like it, changed nothing.
            continue
        if copy.closeness < SURE and find_conflict(one, other):
            # Rewritten, and with other facts: neither a copy nor the same.
            continue
        because = f"{copy.closeness:.0%} of the words are the same, in the same order"
        ids = one.statement.id, other.statement.id
        yield Relation("copy", *ids, round(copy.closeness, 4), because)


def _strongest(relations: Iterable[Relation]) -> list[Relation]:
    """Give one relation a pair: a copy is not also the same."""
    best: dict[tuple[str, str], Relation] = {}
    for relation in relations:
        best.setdefault((relation.left, relation.right), relation)
    return [best[pair] for pair in sorted(best)]
