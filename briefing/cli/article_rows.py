"""Print articles: a table for people, lines with tabs or JSON for programs."""

from __future__ import annotations

import json
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from briefing.cli.report import visible
from briefing.cli.table import fitted, lines_of, screen_width, styled
from briefing.model.article import Article
from briefing.model.corpus import Corpus

Row = Mapping[str, Any]

COLUMNS: Final = (
    "file",
    "outlet",
    "published",
    "published_from",
    "words",
    "language",
    "roles",
    "origin",
    "in_common",
)
"""Columns of the lines with tabs; JSON has all that there is."""

WIDTHS: Final = {
    "outlet": 18,
    "published": 24,
    "words": 5,
    "language": 8,
    "roles": 24,
    "origin": 16,
    "in common": 24,
}
"""Columns of the table where there is room; all shrink alike where there is not."""

HEADING: Final = "bold"
NOT_KNOWN: Final = "not known"


def rows_of(corpus: Corpus) -> list[Row]:
    """Give each article as plain values, in the order of the paths."""
    return [_row(corpus, article) for article in corpus.articles]


def _row(corpus: Corpus, article: Article) -> Row:
    origin = corpus.article_origins[article.id]
    bodies = [segment.span for segment in article.lines if segment.role == "body"]
    return {
        "file": article.path,
        "title": article.title,
        "outlet": article.outlet,
        "outlet_from": article.outlet_from,
        "agency": article.agency,
        "agency_from": article.agency_from,
        "byline": article.byline,
        "published": article.published and article.published.isoformat(),
        "published_from": article.published_from,
        "words": sum(len(article.text[b.start : b.end].split()) for b in bodies),
        "language": article.language,
        "roles": dict(Counter(segment.role for segment in article.lines)),
        "origin": origin.name,
        "origin_because": origin.because,
        "origin_known": origin.kind != "unknown",
        "in_common": dict(_in_common(corpus, article)),
    }


def _in_common(corpus: Corpus, article: Article) -> Iterator[tuple[str, float]]:
    """Give the articles that share text with *article*, and how much, most first."""
    paths = {each.id: each.path for each in corpus.articles}
    pairs = [
        (pair.right if pair.left == article.id else pair.left, pair.share)
        for pair in corpus.shared
        if article.id in (pair.left, pair.right)
    ]
    for other, share in sorted(pairs, key=lambda pair: (-pair[1], paths[pair[0]])):
        yield paths[other], round(share, 2)


def as_json(rows: Sequence[Row]) -> str:
    """Give the rows as a JSON list."""
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_table(rows: Sequence[Row]) -> str:
    """Give the rows as a table on a terminal, as lines with tabs to other programs."""
    return _drawn(rows) if sys.stdout.isatty() else _tabbed(rows)


def _tabbed(rows: Sequence[Row]) -> str:
    lines = ["\t".join(COLUMNS)]
    lines += ["\t".join(_plain(row, name) for name in COLUMNS) for row in rows]
    return "\n".join(lines)


def _plain(row: Row, name: str) -> str:
    """Give one cell on one line, without the marks that part cells and lines."""
    match name:
        case "roles":
            words = _counts(row)
        case "in_common":
            words = ", ".join(f"{share} {path}" for path, share in row[name].items())
        case "origin":
            words = row[name] if row["origin_known"] else ""
        case _:
            words = row[name] or ""
    return " ".join(visible(str(words)).split())


def _drawn(rows: Sequence[Row]) -> str:
    width = screen_width()
    columns = fitted(WIDTHS, width)
    sizes = tuple(columns.values())
    lines = [*lines_of(tuple(columns), sizes, (HEADING,) * len(sizes))]
    for row in rows:
        path = textwrap.wrap(visible(row["file"]), width, break_on_hyphens=False)
        lines += (styled(part, HEADING) for part in path)
        lines += lines_of(_cells(row), sizes, (None,) * len(sizes))
    return "\n".join(lines)


def _cells(row: Row) -> list[str]:
    day = f"{row['published'] or NOT_KNOWN}\n{row['published_from'] or ''}".strip()
    shared = [f"{share:.0%} {path}" for path, share in row["in_common"].items()]
    return [
        visible(row["outlet"] or NOT_KNOWN),
        visible(day),
        str(row["words"]),
        row["language"] or NOT_KNOWN,
        _counts(row),
        visible(row["origin"] if row["origin_known"] else NOT_KNOWN),
        visible("\n".join(shared[:2])),
    ]


def _counts(row: Row) -> str:
    return ", ".join(f"{count} {role}" for role, count in row["roles"].items())


PRINTERS: Final[dict[str, Callable[[Sequence[Row]], str]]] = {
    "table": as_table,
    "json": as_json,
}
