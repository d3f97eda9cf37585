"""Pages in the shapes of real outlets are read right, or said to be in doubt."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

import pytest

from briefing.diagnostics import line_of
from briefing.model.article import Article
from briefing.model.outline import SourceNote
from briefing.readers import read_articles
from tests.pages import PAGES, WebPage
from tests.pages.shapes import NOISE

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)

DOUBTS: Final = {"read-page-disagrees", "read-date-ambiguous"}


def read(page: WebPage, folder: Path) -> tuple[Article | None, set[str]]:
    """Read *page*; give its article and the codes of what is said of it."""
    path = folder / "page.html"
    path.write_bytes(page.data)
    articles, diagnostics = read_articles([path])
    return articles[0] if articles else None, {item.code for item in diagnostics}


def sentences(article: Article) -> str:
    """Give the body's words, one space apart."""
    lines = [line for line in article.lines if line.role == "body"]
    text = " ".join(article.text[line.span.start : line.span.end] for line in lines)
    return " ".join(text.split())


def test_there_are_enough_pages() -> None:
    """The set has the size that its promise names, and no name twice."""
    assert len({page.name for page in PAGES}) == len(PAGES) >= 50


@every_page
def test_the_body_is_whole_and_clean(page: WebPage, tmp_path: Path) -> None:
    """Every paragraph of the article is its body; nothing around it is."""
    article, _ = read(page, tmp_path)
    body = sentences(article) if article else ""
    assert [text for text in page.body if text not in body] == []
    assert [text for text in NOISE if text in body] == []


def test_byline_and_day_stand_on_lines_of_their_own(tmp_path: Path) -> None:
    """A box around byline and day is taken apart, so that each is seen as itself."""
    page = next(page for page in PAGES if page.name.startswith("wordpress"))
    article, _ = read(page, tmp_path)
    assert article is not None
    roles = [line.role for line in article.lines]
    assert roles[:3] == ["headline", "byline", "byline"]


def test_a_note_settles_what_a_page_leaves_in_doubt(tmp_path: Path) -> None:
    """What the analyst knows is taken, and no longer said to be in doubt."""
    page = next(page for page in PAGES if page.name == "two-days-disagree")
    path = tmp_path / "page.html"
    path.write_bytes(page.data)
    assert page.day is not None
    day = dt.date.fromisoformat(page.day)
    note = SourceNote("page.html", published=day)
    (article,), diagnostics = read_articles([path], sources=[note])
    assert (article.published, article.published_from) == (day, "the outline")
    assert [item.code for item in diagnostics] == []


def test_two_days_that_disagree_are_both_named(tmp_path: Path) -> None:
    """The warning names both days, where each was found, and what settles it."""
    page = next(page for page in PAGES if page.name == "two-days-disagree")
    path = tmp_path / "page.html"
    path.write_bytes(page.data)
    _, (said,) = read_articles([path])
    assert line_of(said) == (
        "page.html: warning: two ways to find published disagree: '2022-06-01' "
        "(datePublished of the NewsArticle '2022-06-01T09:00:00+00:00'), '2022-06-09' "
        "('9 June 2022' on the page) [read-page-disagrees]\n"
        "  hint: the first is used; `published:` in the outline's sources settles it"
    )


@every_page
def test_the_facts_are_right_or_in_doubt(page: WebPage, tmp_path: Path) -> None:
    """Day, byline, outlet and title are the page's own, or said to be in doubt."""
    article, codes = read(page, tmp_path)
    if article is None:
        assert (page.body, codes) == ((), {"read-no-body"})
        return
    assert page.doubts - codes == set()
    found = {
        "day": str(article.published) if article.published else None,
        "byline": article.byline,
        "outlet": article.outlet,
        "title": article.title,
    }
    expected = {name: getattr(page, name) for name in found}
    if codes & DOUBTS & page.doubts:
        return
    assert found == expected
    assert codes & DOUBTS == set()
