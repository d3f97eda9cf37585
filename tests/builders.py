"""Valid objects from as little as a test cares about."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from functools import cache
from typing import Any

from briefing.extract import extract_statements
from briefing.model.article import Article, Role, Segment, Span
from briefing.model.corpus import Corpus
from briefing.model.statement import Statement
from briefing.readers import read_text
from briefing.relate import relate_statements


def article(
    text: str,
    *,
    id: str = "a.txt",  # noqa: A002 - the model's own name
    published: dt.date | None = None,
    outlet: str | None = None,
    agency: str | None = None,
) -> Article:
    """Give an article of body text only: a line a paragraph, a sentence a full stop.

    What is not stated is unknown: neither outlet nor agency is read from the text.
    """
    lines, sentences, start = [], [], 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        lines.append(Segment(Span(start, end), "body", "made by a test"))
        sentences += _sentences(line, start)
        start = end
    return Article(
        id=id,
        path=id,
        text=text,
        sha256=hashlib.sha256(f"{id}\0{text}".encode()).hexdigest(),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=None,
        title_from=None,
        outlet=outlet,
        outlet_from="a test" if outlet else None,
        agency=agency,
        agency_from="a test" if agency else None,
        byline=None,
        byline_from=None,
        published=published,
        published_from="a test" if published else None,
        language="en",
        lines=tuple(lines),
        sentences=tuple(sentences),
    )


def statement(text: str, *, role: Role = "body", **fields: Any) -> Statement:
    """Give the one statement of an article that holds *text* and nothing else."""
    sha = hashlib.sha256(text.encode()).hexdigest()
    bare = Statement(
        id="s" + sha[:10],
        article=fields.pop("article", "a.txt"),
        span=Span(0, len(text)),
        text=text,
        role=role,
        segment=0,
    )
    return replace(bare, **fields)


@cache
def read(text: str, name: str = "a.txt", **known: Any) -> Article:
    """Give the article that the program itself reads from *text*."""
    return read_text(text, id=name, **known)


def corpus(*articles: Article) -> Corpus:
    """Relate the statements that the program itself finds in *articles*."""
    found = [s for one in articles for s in extract_statements(one)]
    return relate_statements(articles, found)


def _sentences(line: str, start: int) -> list[Span]:
    """Give the spans of a line's sentences, ended by ". ", "? " or "! "."""
    spans: list[Span] = []
    begin = 0
    for at, mark in enumerate(line):
        last = at + 1 >= len(line.rstrip())
        if last or (mark in ".?!" and line[at + 1] == " "):
            stop = at + 1
            if line[begin:stop].strip():
                lead = len(line[begin:stop]) - len(line[begin:stop].lstrip())
                spans.append(Span(start + begin + lead, start + stop))
            begin = stop
            if last:
                break
    return spans
