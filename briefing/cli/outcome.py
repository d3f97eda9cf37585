"""Run the stages for a command: load the outline, change what options change."""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import briefing
from briefing.cache import Cache, users_folder
from briefing.cli.misuse import misuse, unknown
from briefing.cli.naming import outline_in, see_that_it_is_one
from briefing.cli.quoted_on import quoted_on
from briefing.cli.report import Report, progress
from briefing.gathering import Gathered, gather_articles, gather_statements
from briefing.model.article import Article
from briefing.model.diagnostic import Diagnostic
from briefing.model.outline import Outline
from briefing.model.statement import Statement
from briefing.outline import check_outline, refused
from briefing.workers import Means, Task, Work, Workshop, cores

if TYPE_CHECKING:  # `briefing statements` relates, plans and composes nothing
    from briefing.pipeline import Outcome

# Matches "2023-10-02"; not "20231002" or "2023-W40-1", which Python reads too.
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")

QUOTED_ON: Final = Work(quoted_on)


def outline_for(
    path: Path, articles: Path | None, as_of: str | None, report: Report
) -> Outline:
    """Load the outline at *path*; *articles* and *as_of* of the command line win."""
    see_that_there_is(articles, "--articles: ")
    day = day_of("--as-of", as_of)
    path = outline_in(path)
    outline, diagnostics = check_outline(path, articles=articles)
    if outline is None:
        see_that_it_is_one(path, diagnostics)
    report.add(diagnostics)
    if outline is None:
        raise refused(path, diagnostics)
    return outline if day is None else replace(outline, as_of=day)


def see_that_there_is(path: Path | None, option: str = "") -> None:
    """Raise UsageError where nothing lies at a *path* that was asked for."""
    if path is None or path.exists():
        return
    from briefing.outline.near import nearest

    near = nearest(str(path), [f"{p}/" for p in path.parent.glob("*/")])
    hint = f"did you mean `{near}`?" if near else "name the folder of the articles"
    raise misuse(f"{option}there is no `{path}`", hint)


def day_of(option: str, words: str | None) -> dt.date | None:
    """Read a day as the command line gives it: 2023-10-02."""
    if words is None:
        return None
    try:
        if _DAY.fullmatch(words):
            return dt.date.fromisoformat(words)
    except ValueError:
        raise misuse(
            f"{option}: `{words}` is no day", "check the month and the day"
        ) from None
    raise misuse(f"{option}: `{words}` is no day", "write it as 2023-10-02")


def means(*, no_cache: bool) -> Means:
    """Give what a command may use: all cores, and the user's cache if wanted."""
    folder = None if no_cache else users_folder(os.environ, sys.platform)
    return Means(Cache(folder) if folder else None, cores())


def outcome_of(outline: Outline, report: Report, *, no_cache: bool = False) -> Outcome:
    """Build the brief, showing the stages on a terminal."""
    with progress(report) as say:
        outcome = briefing.build_brief(outline, say, means(no_cache=no_cache))
    report.add(as_named(outline, outcome.diagnostics))
    return outcome


def as_named(
    outline: Outline, diagnostics: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """Give the outline the path that the user gave, in *diagnostics* of its edits.

    The brief keeps them too, and may not depend on the folder it is built from.
    """
    given = None if outline.path is None else outline.path.as_posix()
    for item in diagnostics:
        is_edit = item.code.startswith("outline-edit-")
        yield replace(item, path=given) if is_edit else item


def statements_of(
    outline: Outline, section: str | None, report: Report, *, no_cache: bool = False
) -> list[tuple[Article, Statement, str | None]]:
    """Give the statements of the outline's articles; of one *section* if named.

    With each, whose words it goes on with. Without a section nothing is related or
    planned: extraction alone answers.
    """
    if section is not None:
        return _chosen(outline, section, report, no_cache=no_cache)
    with progress(report) as say, Workshop(means(no_cache=no_cache)) as shop:
        gathered = gather_articles(outline, shop, say)
        say("extract")
        found = gather_statements(gathered, shop, say)
        whose = shop.remembered(QUOTED_ON, _quoted_on(gathered, found, shop))
    report.add(gathered.diagnostics)
    homes = {a.id: a for a in gathered.articles}
    return [(homes[s.article], s, whose.get(s.id)) for s in found]


def _quoted_on(
    gathered: Gathered, statements: Sequence[Statement], shop: Workshop
) -> Task:
    """Give the task of finding whose words the sentences of all articles go on with."""
    known = gathered.all_keys()
    key = None if known is None else shop.key("quoted-on", *known)
    return Task("quoted on", key, (statements,))


def _chosen(
    outline: Outline, section: str, report: Report, *, no_cache: bool
) -> list[tuple[Article, Statement, str | None]]:
    known = [item.id for item in outline.sections]
    if section not in known:
        raise unknown("--section", section, known, "section of this outline")
    outcome = outcome_of(outline, report, no_cache=no_cache)
    by_id = {s.id: s for s in outcome.corpus.statements}
    homes = {a.id: a for a in outcome.corpus.articles}
    choices = [s.choices for s in outcome.plan.sections if s.id == section]
    chosen = [by_id[choice.statement] for each in choices for choice in each]
    whose = quoted_on(outcome.corpus.statements)
    return [(homes[s.article], s, whose.get(s.id)) for s in chosen]
