"""What the head of a page says of its article: Open Graph, meta tags, links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from briefing.readers.days import Day
from briefing.readers.markup import Element
from briefing.readers.moments import read_moment
from briefing.readers.page import Claims
from briefing.readers.places import Found
from briefing.readers.words import join_names, language_code, line_of, web_address
from briefing.text.agencies import agency_of

# Names of meta tags for each fact, the most telling first; all in lower case.
TITLES: Final = (
    "og:title", "citation_title", "parsely-title", "sailthru.title", "dc.title",
    "dcterms.title", "twitter:title", "headline",
)  # fmt: skip
OUTLETS: Final = (
    "og:site_name", "citation_journal_title", "article:publisher", "dc.publisher",
    "dcterms.publisher", "publisher", "cre", "copyright_holder", "application-name",
    "apple-mobile-web-app-title",
)  # fmt: skip
BYLINES: Final = (
    "article:author", "author", "byl", "byline", "parsely-author", "sailthru.author",
    "citation_author", "dc.creator", "dcterms.creator", "article:author_name",
    "og:article:author", "cxenseparse:author",
)  # fmt: skip
PUBLISHED: Final = (
    "article:published_time", "article:published", "og:published_time",
    "og:article:published_time", "parsely-pub-date", "sailthru.date", "datepublished",
    "date.published", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dcterms.date", "citation_publication_date", "pubdate", "publishdate",
    "publish-date", "publish_date", "published_at", "publication_date", "ptime",
    "pdate", "originalpublicationdate", "dc.date.created", "dc.date", "date",
    "article_date_original", "cxenseparse:recs:publishtime",
)  # fmt: skip
UPDATED: Final = (
    "article:modified_time", "og:updated_time", "datemodified", "lastmod",
    "last-modified", "dcterms.modified", "dc.date.modified", "utime", "revised",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """What a page's head says."""

    claims: Claims
    url: str | None
    """The canonical address; else that of Open Graph."""
    page_title: str
    """The title of the window, most often "headline | outlet"."""


def read_head(root: Element) -> Head:
    """Give what the head of the page says of its article."""
    tags = _tags(root)
    names = next((tags[name] for name in BYLINES if _people(tags.get(name, ()))), ())
    byline = join_names(_people(names))
    agency = agency_of(byline) if byline else None
    where = next((name for name in BYLINES if tags.get(name) == names), "")
    claims = Claims(
        title=_first(tags, TITLES),
        outlet=_first(tags, OUTLETS),
        agency=(Found(agency, f"{where} of the page"),) if agency else (),
        byline=(Found(byline, f"{where} of the page"),) if byline else (),
        language=_language(root, tags),
        days=(
            *_days(tags, PUBLISHED, is_update=False),
            *_days(tags, UPDATED, is_update=True),
        ),
    )
    titles = [item.text for item in root.iter("title") if item.text]
    return Head(claims, _url(root, tags), line_of(titles[0]) if titles else "")


def _tags(root: Element) -> Mapping[str, tuple[str, ...]]:
    """Give the meta tags: name in lower case → its values, in order."""
    found: dict[str, tuple[str, ...]] = {}
    for tag in root.iter("meta"):
        value = tag.get("content") or ""
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = tag.get(key, "").strip().lower()
            if name and value.strip() and len(value) <= 2000:  # noqa: PLR2004
                found[name] = (*found.get(name, ())[:20], value)
    return found


def _first(
    tags: Mapping[str, tuple[str, ...]], names: tuple[str, ...]
) -> tuple[Found, ...]:
    """Give the first tag of *names* that holds words, and no address."""
    for name in names:
        line = line_of(tags[name][0]) if name in tags else ""
        if line and web_address(line) is None and not line.startswith("@"):
            return (Found(line, f"{name} of the page"),)
    return ()


def _people(values: tuple[str, ...]) -> list[str]:
    lines = [line_of(value) for value in values]
    return [line for line in lines if line and web_address(line) is None]


def _days(
    tags: Mapping[str, tuple[str, ...]], names: tuple[str, ...], *, is_update: bool
) -> tuple[Day, ...]:
    for name in names:
        words = tags[name][0] if name in tags else ""
        day = read_moment(words, f"{name} of the page", is_update=is_update)
        if day:
            return (day,)
    return ()


def _language(root: Element, tags: Mapping[str, tuple[str, ...]]) -> tuple[Found, ...]:
    for value, where in (
        (root.get("lang") or root.get("xml:lang"), "lang of the page"),
        (tags.get("og:locale", ("",))[0], "og:locale of the page"),
        (tags.get("content-language", ("",))[0], "content-language of the page"),
    ):
        code = language_code(value)
        if code:
            return (Found(code, where),)
    return ()


def _url(root: Element, tags: Mapping[str, tuple[str, ...]]) -> str | None:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            url = web_address(link.get("href"))
            if url:
                return url
    return web_address(tags.get("og:url", ("",))[0])
