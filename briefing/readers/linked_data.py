"""What a page's schema.org data says of its article: the NewsArticle of JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from briefing.readers.days import Day
from briefing.readers.markup import Element
from briefing.readers.moments import read_moment
from briefing.readers.page import Claims
from briefing.readers.places import Found
from briefing.readers.words import join_names, language_code, line_of, web_address
from briefing.text.agencies import agency_of

MAX_CHARACTERS: Final = 1_000_000
"""Of one script; those of live pages, which hold every entry, have some 300,000."""

MAX_NODES: Final = 5_000
"""Objects looked at; a page describes some dozens, a live page some hundreds."""

ARTICLES: Final = (
    "NewsArticle",
    "ReportageNewsArticle",
    "LiveBlogPosting",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "ReviewNewsArticle",
    "AskPublicNewsArticle",
    "AdvertiserContentArticle",
    "Article",
    "BlogPosting",
    "SocialMediaPosting",
    "Report",
)
"""Types of schema.org that are an article, the most telling first."""

LIVE: Final = "LiveBlogPosting"

_SCRIPT_TYPE = re.compile(r"\s*application/ld\+json\b", re.IGNORECASE)
# What old pages put around a script, for browsers that knew none.
_OPENINGS: Final = ("<!--", "//<![CDATA[", "// <![CDATA[", "<![CDATA[", "/*<![CDATA[*/")
_ENDINGS: Final = ("-->", "//]]>", "// ]]>", "]]>", "/*]]>*/", ";")
_TAG = re.compile(r"<[^<>]{1,200}>")


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """An article as a page's data describes it."""

    claims: Claims
    kind: str
    url: str | None
    body: str
    """Its `articleBody`; "" where there is none."""
    is_open: bool
    """False where the data says that readers must pay."""


def find_linked_articles(root: Element) -> tuple[LinkedArticle, ...]:
    """Give the articles that the page's JSON-LD describes, in their order."""
    nodes = [node for data in _scripts(root) for node in _nodes(data)]
    named = {node["@id"]: node for node in nodes if _is_named(node)}
    return tuple(_article(node, kind, named) for node in nodes if (kind := _kind(node)))


def _scripts(root: Element) -> Iterator[Any]:
    for script in root.iter("script"):
        text = script.text or ""
        if not _SCRIPT_TYPE.match(script.get("type", "")):
            continue
        if len(text) > MAX_CHARACTERS:
            continue
        try:
            # Not strict: pages leave line ends inside their strings.
            yield json.loads(_unwrapped(text), strict=False)
        except (ValueError, RecursionError):
            continue


def _unwrapped(script: str) -> str:
    for opening in _OPENINGS:
        script = script.strip().removeprefix(opening)
    for ending in _ENDINGS:
        script = script.strip().removesuffix(ending)
    return script


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Give the objects in *data*, outer ones first, as they stand."""
    waiting = [data]
    for _ in range(MAX_NODES):
        if not waiting:
            return
        item = waiting.pop()
        if isinstance(item, dict):
            yield item
            # What an article is part of, or is about, is not the page's article.
            inner = [v for k, v in item.items() if k in ("@graph", "mainEntity")]
            inner += [v for k, v in item.items() if _is_thing(k, v)]
            waiting.extend(reversed(inner))
        elif isinstance(item, list):
            waiting.extend(reversed(item[:MAX_NODES]))


def _is_thing(key: str, value: Any) -> bool:
    """Tell whether *value* is a body that others may refer to by its `@id`."""
    return key in ("publisher", "author", "creator") and isinstance(value, dict | list)


def _is_named(node: dict[str, Any]) -> bool:
    return isinstance(node.get("@id"), str) and len(node) > 1


def _kind(node: dict[str, Any]) -> str | None:
    types = node.get("@type")
    given = types if isinstance(types, list) else [types]
    names = {str(name).rpartition("/")[2] for name in given if isinstance(name, str)}
    return next((name for name in ARTICLES if name in names), None)


def _article(
    node: dict[str, Any], kind: str, named: dict[str, dict[str, Any]]
) -> LinkedArticle:
    names = [
        name for key in ("author", "creator") for name in _names(node.get(key), named)
    ]
    makers = [*names, *_names(node.get("sourceOrganization"), named)]
    agencies = [agency for name in makers if (agency := agency_of(name))]
    publishers = _names(node.get("publisher"), named) or _names(
        node.get("provider"), named
    )
    title = line_of(node.get("headline")) or line_of(node.get("name"))
    byline = join_names(names)
    language = language_code(node.get("inLanguage"))
    claims = Claims(
        title=_found(title, f"headline of the {kind}"),
        outlet=_found(publishers[0] if publishers else "", f"publisher of the {kind}"),
        agency=_found(agencies[0] if agencies else "", f"author of the {kind}"),
        byline=_found(byline, f"author of the {kind}"),
        language=_found(language, f"inLanguage of the {kind}"),
        days=_days(node, kind),
    )
    body = node.get("articleBody")
    return LinkedArticle(
        claims,
        kind,
        web_address(node.get("url")) or web_address(_id_of(node["mainEntityOfPage"]))
        if "mainEntityOfPage" in node
        else web_address(node.get("url")),
        _TAG.sub(" ", body) if isinstance(body, str) else "",
        str(node.get("isAccessibleForFree", True)).lower() != "false",
    )


def _id_of(value: Any) -> Any:
    return value.get("@id") if isinstance(value, dict) else value


def _names(value: Any, named: dict[str, dict[str, Any]]) -> list[str]:
    """Give the names in *value*: a name, an object, a reference, or a list of them."""
    found: list[str] = []
    for item in value[:20] if isinstance(value, list) else [value]:
        thing = item
        if isinstance(item, dict) and "name" not in item:
            thing = named.get(str(item.get("@id")), item)
        name = thing.get("name") if isinstance(thing, dict) else thing
        inner = name if isinstance(name, list) else [name]
        words = [line_of(each) for each in inner[:20]]
        found += [word for word in words if word and web_address(word) is None]
    return found


def _days(node: dict[str, Any], kind: str) -> tuple[Day, ...]:
    days: list[Day] = []
    for key, is_update in (
        ("datePublished", False),
        ("dateCreated", False),
        ("dateModified", True),
    ):
        value = node.get(key)
        if isinstance(value, str):
            day = read_moment(value, f"{key} of the {kind}", is_update=is_update)
            days += [day] if day else []
    # The day of writing is only worth something where that of publication is not said.
    if days and days[0].where.startswith("datePublished"):
        days = [day for day in days if not day.where.startswith("dateCreated")]
    return tuple(days)


def _found(value: str | None, where: str) -> tuple[Found, ...]:
    return (Found(value, where),) if value else ()
