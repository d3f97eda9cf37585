"""Print articles: a table for people, lines with tabs or JSON for programs."""

from __future__ import annotations

import json
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from rich.cells import cell_len

from briefing.cli.report import visible
from briefing.cli.table import GAP, lines_of, screen_width, styled
from briefing.model.article import Article
from briefing.model.corpus import Corpus
from briefing.text.notices import corrections_of

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

FIXED: Final = {"words": 5, "lang": 4}
"""Columns of the table that always have room."""

SHARED: Final = {
    "outlet": 16,
    "published": 22,
    "words": 0,
    "lang": 0,
    "roles": 22,
    "origin": 16,
    "in common": 24,
}
"""The shares of the others in what is left."""

HEADING: Final = "bold"
NOT_KNOWN: Final = "not known"

MOST: Final = 2
"""Other articles of which the table says what text they share; JSON has all."""


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
        "corrections": list(corrections_of(article)),
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
    columns = _columns(width)
    sizes = tuple(columns.values())
    lines = [*lines_of(tuple(columns), sizes, (HEADING,) * len(sizes))]
    for row in rows:
        lines += (styled(part, HEADING) for part in _heading(row, width))
        cells = _cells(row, columns["in common"])
        lines += lines_of(cells, sizes, (None,) * len(sizes))
    return "\n".join(lines)


def _columns(width: int) -> dict[str, int]:
    """Give the columns with their widths, for a terminal as wide as *width*."""
    left = width - sum(FIXED.values()) - GAP * len(SHARED)
    whole = sum(SHARED.values())
    return {
        name: FIXED.get(name) or max(1, left * share // whole)
        for name, share in SHARED.items()
    }


def _heading(row: Row, width: int) -> list[str]:
    """Give the path, and the title beside it where both have room on one line."""
    *more, last = _folded(row["file"], width) or [""]
    title = " ".join(visible(row["title"] or "").split())
    both = f"{last}{' ' * GAP}{title}"
    return [*more, both if title and cell_len(both) <= width else last]


def _folded(path: str, width: int) -> list[str]:
    """Give a path on as many lines as it needs, none of its letters left out."""
    return textwrap.wrap(visible(path), width, break_on_hyphens=False)


def _cells(row: Row, width: int) -> list[str]:
    """Give the cells of a row; *width* is that of the last, which holds paths."""
    day = f"{row['published'] or NOT_KNOWN}\n{row['published_from'] or ''}".strip()
    shared = [
        line
        for path, share in list(row["in_common"].items())[:MOST]
        for line in (f"{share:.0%} with", *_folded(path, width))
    ]
    return [
        visible(row["outlet"] or NOT_KNOWN),
        visible(day),
        str(row["words"]),
        row["language"] or NOT_KNOWN,
        _counts(row),
        visible(row["origin"] if row["origin_known"] else NOT_KNOWN),
        "\n".join(shared),
    ]


def _counts(row: Row) -> str:
    return ", ".join(f"{count} {role}" for role, count in row["roles"].items())


PRINTERS: Final[dict[str, Callable[[Sequence[Row]], str]]] = {
    "table": as_table,
    "json": as_json,
}
