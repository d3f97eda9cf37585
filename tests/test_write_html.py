"""Is the HTML page whole, closed, and linked both ways?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given

from briefing.errors import TemplateError
from briefing.model.article import Article
from briefing.model.brief import Brief
from briefing.reading_order import excerpts_of
from briefing.writers import Options, write_brief
from briefing.writers.backmatter import web_address
from briefing.writers.display import shown
from tests.briefs import flood
from tests.strategies import briefs

BRIEF, _ = flood()
TAGS: Final = frozenset(
    re.findall(
        r"\w+",
        "html head meta title style body header main section footer div p h1 h2 h3 "
        "span b sup a table thead tbody tr th td strong em ul ol li code pre "
        "blockquote br hr",
    )
)
"""What a page is made of."""


@dataclass
class Seen(HTMLParser):
    """What a browser would find in a page."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def of(self, tag: str) -> list[dict[str, str]]:
        """Give the attributes of each *tag*."""
        return [attrs for name, attrs in self.tags if name == tag]


def see(brief: Brief, options: Options | None = None) -> Seen:
    """Give what is in the page of *brief*."""
    seen = Seen()
    seen.feed(write_brief(brief, "html", options or Options()).decode())
    return seen


def test_every_block(golden: Callable[[str, str], None]) -> None:
    """The brief of the flood is written as reviewed."""
    golden("every-block.html", write_brief(BRIEF, "html").decode())


@given(briefs())
def test_every_excerpt_is_shown_whole(drawn: tuple[Brief, list[Article]]) -> None:
    """Each excerpt's words, and each passage of the evidence, stand in the page."""
    brief, _ = drawn
    text = see(brief).text
    for excerpt in excerpts_of(brief):
        assert shown(excerpt.text) in text
        assert all(shown(c.exact) in text for c in excerpt.citations)


@given(briefs())
def test_no_words_become_markup(drawn: tuple[Brief, list[Article]]) -> None:
    """No source, and no analyst, brings in an element, a handler or a scheme."""
    seen = see(drawn[0])
    assert {tag for tag, _ in seen.tags} <= TAGS
    names = {name for _, attrs in seen.tags for name in attrs}
    assert names <= {
        "class", "id", "href", "lang", "dir", "scope", "charset", "name", "content",
        "http-equiv", "start",
    }  # fmt: skip
    for link in seen.of("a"):
        assert re.match(r"#|https?://", link["href"])


@given(briefs())
def test_links_lead_to_one_place(drawn: tuple[Brief, list[Article]]) -> None:
    """Every mark leads to one passage of evidence, and every passage to its marks."""
    brief, _ = drawn
    seen = see(brief)
    places = Counter(attrs["id"] for _, attrs in seen.tags if "id" in attrs)
    assert set(places.values()) == {1}
    targets = {a["href"][1:] for a in seen.of("a") if a["href"].startswith("#")}
    assert targets <= set(places)
    marks = {c.mark for e in excerpts_of(brief) for c in e.citations}
    assert {f"e-{mark}" for mark in marks} <= targets
    assert {place for place in places if place.startswith("e-")} <= targets
    first = {a["id"] for a in seen.of("a") if "id" in a}
    assert first <= targets


def test_nothing_can_be_fetched_or_run() -> None:
    """The page brings its style, forbids everything else, and holds no script."""
    page = write_brief(BRIEF, "html").decode()
    policy = next(m["content"] for m in see(BRIEF).of("meta") if "http-equiv" in m)
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; "
        r"form-action 'none'",
        policy,
    )
    assert "<script" not in page
    assert "@import" not in page
    assert "url(" not in page


def test_an_address_of_the_web_is_a_link() -> None:
    """An address is linked as it was given."""
    assert web_address("https://a.example/b?c=1#d") == "https://a.example/b?c=1#d"
    assert web_address(None) is None


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//a.example",
        "https://",
        "http://[",
        "https://a.example/\nx",
        "data:text/html,x",
        "",
    ],
)
def test_what_does_not_lead_to_the_web_is_no_link(url: str) -> None:
    """Only http and https addresses of a host become links."""
    assert web_address(url) is None


def test_a_users_template_wins(tmp_path: Path) -> None:
    """A template in the user's folder is taken instead of the shipped one."""
    (tmp_path / "brief.html.j2").write_text("<p>{{ page.title }}</p>")
    options = Options(templates=tmp_path)
    hostile = replace(BRIEF, title="<b>{{ 7*7 }}</b>")
    assert write_brief(hostile, "html", options) == (
        b"<p>&lt;b&gt;{{ 7*7 }}&lt;/b&gt;</p>"
    )


def test_a_users_style_cannot_leave_its_element(tmp_path: Path) -> None:
    """A style sheet that tries to close its element stays inside it."""
    (tmp_path / "brief.css").write_text("p{}</style><script>alert(1)</script>")
    page = write_brief(BRIEF, "html", Options(templates=tmp_path)).decode()
    assert "</style><script>" not in page


@pytest.mark.parametrize(
    ("template", "told"),
    [
        (
            "{{ page.titel }}",
            (
                "brief.html.j2: 'briefing.writers.views.Page object' has no attribute "
                "'titel'"
            ),
        ),
        (
            "line\n{% if %}",
            "brief.html.j2:2: Expected an expression, got 'end of statement block'",
        ),
        (
            "{{ page.__class__ }}",
            (
                "brief.html.j2: access to attribute '__class__' of 'Page' object is "
                "unsafe."
            ),
        ),
        ("{{ 1 / 0 }}", "brief.html.j2: division by zero"),
        (
            "{% include 'brief.html.j2' %}",
            "brief.html.j2: a template or macro holds itself",
        ),
        ("{{ analyst(1) }}", "brief.html.j2: expected string or bytes-like object"),
    ],
)
def test_a_broken_template_is_told(tmp_path: Path, template: str, told: str) -> None:
    """A template that does not render ends in its name, line and reason."""
    (tmp_path / "brief.html.j2").write_text(template)
    with pytest.raises(TemplateError) as raised:
        write_brief(BRIEF, "html", Options(templates=tmp_path))
    assert str(raised.value).startswith(told)


def test_a_style_that_is_no_text_is_told(tmp_path: Path) -> None:
    """A style sheet of other bytes than UTF-8 ends in its name and reason."""
    (tmp_path / "brief.css").write_bytes(b"\xff\xfe")
    with pytest.raises(TemplateError, match=r"^brief\.css: 'utf-8' codec"):
        write_brief(BRIEF, "html", Options(templates=tmp_path))
