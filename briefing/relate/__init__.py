"""Tell how statements stand to each other: copied, the same, edited, in dispute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.model.article import Article
from briefing.model.corpus import Corpus, Relation
from briefing.model.statement import Statement
from briefing.relate.copies import Copy, find_copies
from briefing.relate.disagreements import find_disagreements
from briefing.relate.edits import edit_relation, find_change
from briefing.relate.events import group_articles
from briefing.relate.gists import Gist, gist_of
from briefing.relate.origins import find_origins, order_articles
from briefing.relate.same import Weights, find_same

__all__ = ["relate_statements"]


def relate_statements(
    articles: Iterable[Article], statements: Iterable[Statement]
) -> Corpus:
    """Give all relations between *statements* of *articles*, and each one's origin."""
    by_path = sorted(articles, key=lambda a: (a.path, a.id))
    by_age = order_articles(by_path)
    places = {article.id: i for i, article in enumerate(by_path)}
    known = sorted(statements, key=lambda s: (places[s.article], s.span))
    gists: dict[str, list[Gist]] = {article.id: [] for article in by_path}
    for statement in known:
        gists[statement.article].append(gist_of(statement))
    order = [article.id for article in by_age]
    copies = list(find_copies(order, gists))
    origins = find_origins(by_age, gists, copies)
    events = group_articles(order, gists)
    weigh = Weights([gist for article in order for gist in gists[article]])
    groups = _by_event(order, gists, events)
    relations = [
        *_copy_relations(copies),
        *find_disagreements(groups, weigh, {a.id: a for a in by_path}),
        *find_same(groups, weigh),
    ]
    return Corpus(
        articles=tuple(by_path),
        statements=tuple(known),
        relations=tuple(_strongest(relations)),
        origins=origins.of_statements,
        article_origins=origins.of_articles,
        shared=origins.shared,
    )


def _by_event(
    order: Sequence[str],
    gists: Mapping[str, Sequence[Gist]],
    events: Mapping[str, int],
) -> list[list[Gist]]:
    """Give the gists of each event together, in order."""
    groups: defaultdict[int, list[Gist]] = defaultdict(list)
    for article in order:
        groups[events[article]] += [g for g in gists[article] if g.terms]
    return list(groups.values())


def _copy_relations(copies: Sequence[Copy]) -> Iterator[Relation]:
    for copy in copies:
        change = find_change(copy)
        if change is not None:
            yield edit_relation(copy, change)
            continue
        left, right = sorted((copy.left.statement.id, copy.right.statement.id))
        because = f"{copy.closeness:.0%} of the words are the same, in the same order"
        yield Relation("copy", left, right, round(copy.closeness, 4), because)


def _strongest(relations: Iterable[Relation]) -> list[Relation]:
    """Give one relation a pair: a copy is not also the same."""
    best: defaultdict[tuple[str, str], list[Relation]] = defaultdict(list)
    for relation in relations:
        best[relation.left, relation.right].append(relation)
    return [found[0] for _, found in sorted(best.items())]
