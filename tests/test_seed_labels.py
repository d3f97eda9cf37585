"""Are the example's quotations, dates and figures read as people read them?

The labels were given by hand, before the program's output was read; tests/quality/ has
them. "|" stands between readings that are both right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from briefing.model.article import Span
from briefing.model.corpus import Corpus
from briefing.model.statement import DateMention, Figure, Statement
from briefing.outline import load_outline
from briefing.pipeline import build_brief
from briefing.text.words import fold
from tests.conftest import ROOT

QUALITY: Final = Path(__file__).parent / "quality"

QUOTES: Final = 0.95
DATES: Final = 0.92
FIGURES: Final = 0.95
"""Shares that must be right; what is missed of the dates is "current", two ambiguous
weeks and a year written 1998-99."""

CASUALTIES: Final = ("killed", "injured", "missing", "arrested", "displaced")


@pytest.fixture(scope="module")
def seeds() -> Corpus:
    """Read and relate the example once."""
    return build_brief(load_outline(ROOT / "config.yaml")).corpus


def rows(name: str) -> list[list[str]]:
    """Give the labels of one kind, a list a row."""
    lines = (QUALITY / f"seed_{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def place(corpus: Corpus, article: str, words: str) -> Span:
    """Give where *words* stand in the article, or the part in double brackets."""
    text = next(a.text for a in corpus.articles if f"/{article}" in f"/{a.path}")
    before, _, rest = words.partition("[[")
    marked, _, after = rest.partition("]]")
    pieces = (before, marked, after) if rest else ("", words, "")
    pattern = "".join(f"({_spaced(piece)})" for piece in pieces)
    found = re.search(pattern, text)
    assert found, f"{article}: {words!r} is not there"
    return Span(*found.span(2))


def _spaced(words: str) -> str:
    return r"\s+".join(re.escape(part) for part in re.split(r"\s+", words))


def of(corpus: Corpus, article: str) -> Iterator[Statement]:
    """Give the statements of the article whose name begins so."""
    return (s for s in corpus.statements if f"/{article}" in f"/{s.article}")


def over(one: Span, other: Span) -> bool:
    """Tell whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def is_one(name: str, other: str) -> bool:
    """Tell whether a shorter name is part of a longer one, or both end alike."""
    mine, yours = fold(name).split(), fold(other).split()
    return set(mine) <= set(yours) or set(yours) <= set(mine) or mine[-1] == yours[-1]


def test_quotations_have_their_speakers(seeds: Corpus) -> None:
    """Of words in quotation marks the speaker is right, and hardly ever another's."""
    right, wrong = 0, []
    labels = [row for row in rows("quotes") if row[2] != "none"]
    for article, words, _, speaker in (row[:4] for row in labels):
        where = place(seeds, article, words)
        first = Span(where.start + 1, where.start + 3)
        found = [
            a.speaker.name
            for s in of(seeds, article)
            for a in s.attributions
            if a.speaker and any(over(span, first) for span in a.content)
        ]
        if any(is_one(name, like) for name in found for like in speaker.split("|")):
            right += 1
        elif found:
            wrong.append((article, words, found))
    assert right >= QUOTES * len(labels), wrong
    # "US" in a headline is the United States: an abbreviation is no part of the name.
    assert [w for w in wrong if w[2] != ["United States"]] == []


def test_dates_have_their_values(seeds: Corpus) -> None:
    """Expressions of time have the value that a reader gives them."""
    labels = rows("dates")
    missed = [row for row in labels if not _has_value(seeds, row)]
    assert len(missed) <= (1 - DATES) * len(labels), missed


def _has_value(corpus: Corpus, row: list[str]) -> bool:
    article, words, _, value = row[:4]
    where = place(corpus, article, words)
    found = [d for s in of(corpus, article) for d in s.dates if over(d.span, where)]
    days = row[4].split("|") if len(row) > 4 else []
    return any(d.value in value.split("|") or _days(d) in days for d in found)


def _days(date: DateMention) -> str:
    if date.earliest == date.latest:
        return str(date.earliest)
    return f"{date.earliest}..{date.latest}"


def test_figures_count_what_they_count(seeds: Corpus) -> None:
    """Numbers have their bounds, what is counted, and what befell it."""
    labels = rows("figures")
    missed = [row for row in labels if not _is_counted(seeds, row)]
    assert len(missed) <= (1 - FIGURES) * len(labels), missed


def _is_counted(corpus: Corpus, row: list[str]) -> bool:
    article, words = row[:2]
    where = place(corpus, article, words)
    found = (f for s in of(corpus, article) for f in s.figures if over(f.span, where))
    return any(_fits(figure, row) for figure in found)


def _fits(figure: Figure, row: list[str]) -> bool:
    low, high, thing, measure = row[2:6]
    bounds = all(
        "?" in said
        or not said
        or str(value) in {str(float(x)) for x in said.split("|")}
        for said, value in ((low, figure.low), (high, figure.high))
    )
    kinds = fold(thing).split("|")
    named = any(kind in fold(f"{figure.unit} {figure.what}") for kind in kinds)
    ours = figure.measure if figure.measure in CASUALTIES else "-"
    return bounds and named and ours in measure.split("|")
