"""The whole run on one screen: read, extract, relate, plan, compose, verify."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from briefing.compose import compose_brief
from briefing.gathering import (
    Gathered,
    Progress,
    gather_articles,
    gather_statements,
)
from briefing.model.brief import Brief
from briefing.model.corpus import Corpus
from briefing.model.diagnostic import Diagnostic
from briefing.model.outline import Outline
from briefing.model.plan import Plan
from briefing.plan import find_edits, ground_of, plan_sections
from briefing.relate import relate_statements
from briefing.verify import verify_brief
from briefing.workers import ALONE, Means, Task, Work, Workshop


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that a run gives; nothing is written."""

    brief: Brief
    plan: Plan
    corpus: Corpus
    diagnostics: tuple[Diagnostic, ...]


def build_brief(
    outline: Outline, progress: Progress = lambda _: None, means: Means = ALONE
) -> Outcome:
    """Build the brief that *outline* asks for; writes no file.

    With other *means* it is done sooner, and is the same to the byte.
    Raises NoArticlesError where nothing could be read.
    """
    progress("read")
    with Workshop(means) as shop:
        corpus, problems, key = _known_corpus(outline, progress, shop)
        progress("plan")
        ground = shop.remembered(GROUND, _ground(corpus, key, shop))
    asked, changed = find_edits(outline, corpus.statements)
    diagnostics = (*problems, *changed)
    plan = plan_sections(asked, corpus, ground)
    progress("compose")
    brief = compose_brief(plan, corpus, diagnostics, ground)
    progress("verify")
    found = tuple(verify_brief(brief, corpus.articles))
    return Outcome(brief, plan, corpus, (*diagnostics, *found))


def read_corpus(
    outline: Outline, progress: Progress = lambda _: None, means: Means = ALONE
) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """Read the outline's articles and relate what they state."""
    with Workshop(means) as shop:
        corpus, problems, _ = _known_corpus(outline, progress, shop)
    return corpus, problems


def _known_corpus(
    outline: Outline, progress: Progress, shop: Workshop
) -> tuple[Corpus, tuple[Diagnostic, ...], str | None]:
    """Give the corpus, what is wrong with its files, and the key it is kept under."""
    gathered = gather_articles(outline, shop, progress)
    task = _relation(gathered, shop, progress)
    corpus = shop.remembered(RELATION, task)
    articles = tuple(sorted(gathered.articles, key=lambda a: (a.path, a.id)))
    corpus = replace(corpus, articles=articles)
    problems = (*gathered.diagnostics, *_other_stories(corpus))
    return corpus, problems, task.key


def _other_stories(corpus: Corpus) -> Iterator[Diagnostic]:
    """Say of which articles an end or entries were left out, and where they begin."""
    paths = {article.id: article for article in corpus.articles}
    ends = groupby(corpus.other_stories, key=lambda statement: statement.article)
    for item, found in ends:
        block, article = list(found), paths[item]
        words = " ".join(block[0].text.split()[:8])
        yield Diagnostic(
            "run-other-story",
            "note",
            f"{len(block)} of its sentences, from “{words} …” on, tell of another "
            "event; none is used",
            article.path,
            line=article.text.count("\n", 0, block[0].span.start) + 1,
            hint="put that story into a folder of its own, if it is wanted",
        )


def _relation(gathered: Gathered, shop: Workshop, progress: Progress) -> Task:
    """Give the task of relating all articles; it is done anew when any file changed."""
    known = gathered.all_keys()
    key = None if known is None else shop.key("relate", *known)
    return Task("corpus", key, (gathered, shop, progress))


def _relate(gathered: Gathered, shop: Workshop, progress: Progress) -> Corpus:
    """Extract and relate; the articles themselves are kept file by file."""
    progress("extract")
    statements = gather_statements(gathered, shop, progress)
    shop.let_go()
    progress("relate")
    return replace(relate_statements(gathered.articles, statements), articles=())


def _ground(corpus: Corpus, key: str | None, shop: Workshop) -> Task:
    """Give the task of preparing a corpus for planning; no edit of the outline counts.

    It is all a function of the *corpus*, which is kept under *key*.
    """
    return Task("ground", shop.key("ground", key) if key else None, (corpus,))


RELATION: Final = Work(_relate)
GROUND: Final = Work(ground_of)
