"""The whole run on one screen: read, extract, relate, plan, compose, verify."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from briefing.compose import compose_brief
from briefing.errors import NoArticlesError
from briefing.extract import extract_statements
from briefing.model.brief import Brief
from briefing.model.corpus import Corpus
from briefing.model.diagnostic import Diagnostic
from briefing.model.outline import Outline
from briefing.model.plan import Plan
from briefing.model.statement import Statement
from briefing.outline import find_articles
from briefing.plan import find_edits, plan_sections
from briefing.readers import READERS, read_articles
from briefing.relate import relate_statements
from briefing.verify import verify_brief

Progress = Callable[[str], None]
"""Called with the name of each stage as it begins, and in a long one how far it is."""

EVERY: Final = 20
"""Articles from one word of progress to the next: half a second of extraction."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that a run gives; nothing is written."""

    brief: Brief
    plan: Plan
    corpus: Corpus
    diagnostics: tuple[Diagnostic, ...]


def build_brief(outline: Outline, progress: Progress = lambda _: None) -> Outcome:
    """Build the brief that *outline* asks for; writes no file.

    Raises NoArticlesError where nothing could be read.
    """
    progress("read")
    corpus, problems = read_corpus(outline, progress)
    asked, changed = find_edits(outline, corpus.statements)
    diagnostics = (*problems, *changed)
    progress("plan")
    plan = plan_sections(asked, corpus)
    progress("compose")
    brief = compose_brief(plan, corpus, diagnostics)
    progress("verify")
    found = tuple(verify_brief(brief, corpus.articles))
    return Outcome(brief, plan, corpus, (*diagnostics, *found))


def read_corpus(
    outline: Outline, progress: Progress = lambda _: None
) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """Read the outline's articles and relate what they state."""
    paths, missing = find_articles(outline, READERS)
    articles, problems = read_articles(
        paths, sources=outline.sources, folder=outline.folder
    )
    diagnostics = (*missing, *problems)
    if not articles:
        msg = "no article could be read"
        raise NoArticlesError(msg, diagnostics)
    progress("extract")
    statements: list[Statement] = []
    for number, article in enumerate(articles, start=1):
        statements += extract_statements(article)
        if number % EVERY == 0 and number < len(articles):
            progress(f"extract: {number:,} of {len(articles):,} articles")
    progress("relate")
    return relate_statements(articles, statements), diagnostics
