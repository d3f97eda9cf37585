"""Lay out what proves a brief: sources, evidence, and how it was made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from briefing.labels import label, written_day
from briefing.model.brief import Brief, Source
from briefing.writers.display import shown
from briefing.writers.marks import Ledger, Passage

HEAVY: Final = 0.25
"""Share of an article from which quoting it needs a warning."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """An article as the list of sources shows it."""

    number: int
    anchor: str
    outlet: str
    title: str
    url: str | None
    by: str | None
    published: str
    published_from: str | None
    origin: str
    shares: tuple[str, ...]
    grade: str
    quoted: str
    is_heavy: bool
    file: str


@dataclass(frozen=True, slots=True)
class Group:
    """The passages of one source."""

    number: int
    name: str
    passages: tuple[Passage, ...]


def source_rows(brief: Brief) -> tuple[SourceRow, ...]:
    """Give the sources in order of their numbers."""
    return tuple(_row(source) for source in brief.sources)


def _row(source: Source) -> SourceRow:
    by = [label("source.by", who=shown(source.byline))] if source.byline else []
    if source.agency and source.agency != source.outlet:
        by.append(label("source.agency", agency=shown(source.agency)))
    return SourceRow(
        number=source.number,
        anchor=f"source-{source.number}",
        outlet=shown(source.outlet or label("source.outlet_unknown")),
        title=shown(source.title or label("source.title_unknown")),
        url=web_address(source.url),
        by=", ".join(by) or None,
        published=written_day(source.published)
        if source.published
        else label("source.undated"),
        published_from=label("day.from", where=shown(source.published_from))
        if source.published and source.published_from
        else None,
        origin=shown(source.origin),
        shares=tuple(
            label("source.shares", percent=percent(share), number=str(number))
            for number, share in source.shares_text_with
        ),
        grade=shown(source.reliability),
        quoted=percent(source.share_quoted),
        is_heavy=source.share_quoted > HEAVY,
        file=label("source.file", path=shown(source.path), sha256=source.sha256[:16]),
    )


def web_address(url: str | None) -> str | None:
    """Give *url* if it is an http or https address of a host, None if it is not."""
    if not url or any(c.isspace() or not c.isprintable() for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


@lru_cache(maxsize=1024)
def percent(share: float) -> str:
    """Write a share as whole percent; anything above nothing is at least 1%."""
    return label("figure.percent", value=str(max(round(share * 100), int(share > 0))))


def evidence_groups(ledger: Ledger) -> tuple[Group, ...]:
    """Give the passages by source; sources that nothing cites are left out."""
    groups = (
        Group(source.number, _name(source), ledger.evidence(source.number))
        for source in ledger.brief.sources
    )
    return tuple(group for group in groups if group.passages)


def _name(source: Source) -> str:
    name = shown(source.outlet or source.title or source.path)
    day = written_day(source.published) if source.published else label("day.undated")
    return f"{name}, {day}"


def _reason(key: str) -> str:
    """Give the label of a reason; a reason that has none is given as it is."""
    try:
        return label(f"left_out.{key}")
    except KeyError:
        return shown(key)


def method_lines(brief: Brief) -> tuple[str, ...]:
    """Say how the brief was made, a sentence a line."""
    method = brief.method
    lines = [
        label(
            "method.read",
            articles=label("count.article", count=method.articles),
            statements=label("count.statement", count=method.statements),
            chosen=method.chosen,
            words=label("count.word", count=method.words),
        )
    ]
    if method.left_out:
        counted = (f"{_reason(why)} ({number:,})" for why, number in method.left_out)
        lines.append(f"{label('method.left_out')} {'; '.join(counted)}.")
    if method.not_dated:
        words = ", ".join(f"“{shown(words)}”" for words in method.not_dated)
        lines.append(label("method.not_dated", words=words))
    else:
        lines.append(label("method.all_dated"))
    heavy = [s for s in brief.sources if s.share_quoted > HEAVY]
    if heavy:
        named = (f"{s.number} ({percent(s.share_quoted)})" for s in heavy)
        lines.append(label("method.heavy", sources=", ".join(named)))
    if brief.as_of:
        lines.append(label("method.as_of", day=written_day(brief.as_of)))
    lines.append(label("method.model"))
    made = brief.made_with
    lines.append(
        label(
            "method.made_with",
            version=shown(made.briefing),
            outline=shown(made.outline_sha256[:16]) or "–",
        )
    )
    lines.append(label("method.check"))
    return tuple(lines)
