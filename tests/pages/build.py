"""Put stories into shapes, and say what must be read out of each page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from tests.pages.shapes import (
    CONSENT,
    PLAIN_SHAPES,
    byline,
    graph_tags,
    linked,
    page,
    paragraphs,
)
from tests.pages.stories import (
    DAM,
    FERRY,
    FEVER,
    FIRE,
    MINE,
    STORIES,
    STRIKE,
    TRIAL,
    VOTE,
    Story,
)


@dataclass(frozen=True)
class WebPage:
    """A page, and what its article is; None where the page does not tell."""

    name: str
    data: bytes
    body: tuple[str, ...]
    title: str | None
    outlet: str | None
    byline: str | None
    day: str | None
    doubts: frozenset[str] = frozenset()
    """Codes of diagnostics that must be given."""


# What a shape leaves out or adds.
_DIFFERENCES: Final[dict[str, dict[str, object]]] = {
    "byline_only": {},
    "endless": {"doubts": frozenset({"read-page-several"})},
    "paywall": {"doubts": frozenset({"read-page-paywall"})},
    "app_shell": {"doubts": frozenset({"read-page-hidden"})},
}


def _plain() -> list[WebPage]:
    """Give each shape with two stories."""
    found = []
    for number, shape in enumerate(PLAIN_SHAPES):
        for step in (0, 3):
            story = STORIES[(number + step) % len(STORIES)]
            name = shape.__name__
            made = _page(f"{name}-{story.host.split('.')[0]}", shape(story), story)
            if name == "paywall":
                made = replace(made, body=story.paragraphs[:3])
            found.append(replace(made, **_DIFFERENCES.get(name, {})))  # type: ignore[arg-type]
    return found


def _page(name: str, html: str, story: Story, **more: object) -> WebPage:
    made = WebPage(
        name, html.encode(), story.paragraphs, story.title, story.outlet,
        story.byline, story.day,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def _article(story: Story, stamp: str, *, by: str | None = None) -> str:
    names = byline(story) if by is None else by
    return f"<article><h1>{story.title}</h1>{names}{stamp}{paragraphs(story)}</article>"


def _dated() -> list[WebPage]:
    """Give pages whose days are hard to read, or wrong."""
    doubt = frozenset({"read-page-disagrees"})
    night = linked(FIRE, datePublished="2025-08-03T03:30:00Z", dateModified=None)
    stamp = f'<time datetime="2025-08-03T03:30:00Z">{FIRE.printed}, 10:30 p.m.</time>'
    east = linked(VOTE, datePublished="2024-09-14T22:30:00Z", dateModified=None)
    morning = f'<p class="date">{VOTE.printed}</p>'
    offset = linked(STRIKE, datePublished="2023-11-14T23:50:00-08:00")
    modified = linked(MINE, dateModified="2020-02-25T10:00:00+01:00")
    wrong = linked(TRIAL, datePublished="2022-06-01T09:00:00+00:00", dateModified=None)
    return [
        _page("night-in-the-west", page(night, _article(FIRE, stamp)), FIRE),
        _page("morning-in-the-east", page(east, _article(VOTE, morning)), VOTE),
        _page("late-with-offset", page(offset, _article(STRIKE, "")), STRIKE),
        _page(
            "updated-a-week-later",
            page(modified, _article(MINE, "<p class=date>Updated 25 Feb 2020</p>")),
            MINE,
        ),
        _page(
            "two-days-disagree",
            page(wrong, _article(TRIAL, f'<p class="date">{TRIAL.printed}</p>')),
            TRIAL,
            doubts=doubt,
        ),
        _page(
            "numbers-day-first",
            page(
                graph_tags(DAM, date=False),
                _article(DAM, '<p class="date">Published: 04/03/2021</p>'),
            ),
            DAM,
            day=None,
            doubts=frozenset({"read-date-ambiguous"}),
        ),
        _page(
            "full-stops-day-first",
            page(
                graph_tags(DAM, date=False),
                _article(DAM, '<p class="date">04.03.2021, 14:10</p>'),
            ),
            DAM,
        ),
        _page(
            "no-day",
            page(graph_tags(FEVER, date=False), _article(FEVER, "")),
            FEVER,
            day=None,
        ),
    ]


def _lettered() -> list[WebPage]:
    """Give pages in the letters of old Windows, or that say they are."""
    latin = page(
        '<meta http-equiv="content-type" content="text/html; charset=windows-1252">',
        _article(FERRY, f'<p class="date">{FERRY.printed}</p>'),
        f"{FERRY.title} | {FERRY.outlet}",
    ).replace('<meta charset="utf-8">', "")
    return [
        _page(
            "windows-letters",
            latin,
            FERRY,
            data=latin.encode("cp1252"),
        ),
        _page("lies-about-letters", latin, FERRY, doubts=frozenset({"read-encoding"})),
    ]


def _odd() -> list[WebPage]:
    """Give pages that contradict themselves, or are hardly one article."""
    disagree = frozenset({"read-page-disagrees"})
    other = '<div class="byline">By Paul Wren</div>'
    entries = "".join(
        f'<article class="live-post"><time datetime="2025-08-02T1{i}:00:00Z">1{i}:00'
        f"</time><h2>Entry {i}</h2><p>{text}</p></article>"
        for i, text in enumerate(FIRE.paragraphs)
    )
    wall = f"<main><h1>Before you continue</h1><p>{CONSENT}</p></main>"
    return [
        _page(
            "two-bylines-disagree",
            page(linked(STRIKE), _article(STRIKE, "", by=other)),
            STRIKE,
            doubts=disagree,
        ),
        _page(
            "live",
            page(
                linked(FIRE, "LiveBlogPosting"),
                f"<main><h1>{FIRE.title}</h1>{byline(FIRE)}{entries}</main>",
            ),
            FIRE,
            doubts=frozenset({"read-page-live"}),
        ),
        _page(
            "agency-as-author",
            page(
                linked(MINE, author=[{"@type": "Organization", "name": "Reuters"}]),
                _article(MINE, "", by='<p class="byline">Reuters</p>'),
            ),
            MINE,
            byline="Reuters",
        ),
        _page(
            "consent-alone",
            page("", wall, "Before you continue"),
            FEVER,
            body=(),
            title=None,
            outlet=None,
            byline=None,
            day=None,
        ),
    ]


PAGES: Final = (*_plain(), *_dated(), *_lettered(), *_odd())
