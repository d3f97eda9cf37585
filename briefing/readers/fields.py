"""What the named fields of a record say of its article, whoever named them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from briefing.readers.days import Day
from briefing.readers.moments import read_moment
from briefing.readers.page import Claims
from briefing.readers.places import Found
from briefing.readers.words import (
    host_of,
    join_names,
    language_code,
    line_of,
    web_address,
)
from briefing.text.agencies import agency_of

# Names of fields, the most telling first: news-please, Media Cloud, trafilatura,
# newspaper, schema.org, and what people write themselves.
TITLES: Final = ("title", "headline", "name", "title_page")
OUTLETS: Final = (
    "outlet", "media_name", "sitename", "site_name", "publisher", "source_name",
    "publication", "newspaper", "outlet_name", "source", "source_domain", "hostname",
    "site", "paper", "website", "media_url", "domain",
)  # fmt: skip
BYLINES: Final = ("authors", "author", "byline", "creator", "writers")
AGENCIES: Final = ("agency", "wire", "news_agency")
PUBLISHED: Final = (
    "date_publish", "publish_date", "published", "published_at", "publishedat",
    "publication_date", "pub_date", "pubdate", "date_published", "datepublished",
    "date", "datetime",
)  # fmt: skip
UPDATED: Final = ("date_modify", "datemodified", "updated", "updated_at", "lastmod")
LANGUAGES: Final = ("language", "lang", "inlanguage", "story_language")
URLS: Final = ("url", "canonical_url", "canonical", "link", "permalink", "source_url")


def claims_of(fields: Mapping[str, Any], place: str) -> Claims:
    """Give what *fields* claim; *place* says where they stand. Keys in lower case."""
    outlet, outlet_key = _line(fields, OUTLETS)
    title, title_key = _line(fields, TITLES)
    agency, agency_key = _line(fields, AGENCIES)
    names, names_key = _names(fields)
    if not agency and names and (found := agency_of(names)):
        agency, agency_key = found, names_key
    if not agency and fields.get("ap_syndicated") is True:
        agency, agency_key = "AP", "ap_syndicated"
    code, code_key = _language(fields)
    return Claims(
        title=_found(title, title_key, place),
        outlet=_found(_site(outlet), outlet_key, place),
        agency=_found(agency, agency_key, place),
        byline=_found(names, names_key, place),
        language=_found(code, code_key, place),
        days=(
            *_days(fields, PUBLISHED, place, is_update=False),
            *_days(fields, UPDATED, place, is_update=True),
        ),
    )


def url_of(fields: Mapping[str, Any]) -> str | None:
    """Give the first field that is an address of the web."""
    return next((url for key in URLS if (url := web_address(fields.get(key)))), None)


def _line(fields: Mapping[str, Any], keys: tuple[str, ...]) -> tuple[str, str]:
    for key in keys:
        value = fields.get(key)
        if isinstance(value, Mapping):
            value = value.get("name") or value.get("title")
        line = line_of(value)
        if line:
            return line, key
    return "", ""


def _site(outlet: str) -> str:
    """Give an outlet's name; of an address the site."""
    return host_of(web_address(outlet)) or outlet.removeprefix("www.")


def _names(fields: Mapping[str, Any]) -> tuple[str, str]:
    for key in BYLINES:
        value = fields.get(key)
        each = value[:20] if isinstance(value, list) else [value]
        lines = [
            line_of(item.get("name") if isinstance(item, Mapping) else item)
            for item in each
        ]
        names = join_names(line for line in lines if line and not web_address(line))
        if names:
            return names, key
    return "", ""


def _language(fields: Mapping[str, Any]) -> tuple[str, str]:
    for key in LANGUAGES:
        code = language_code(fields.get(key))
        if code:
            return code, key
    return "", ""


def _days(
    fields: Mapping[str, Any], keys: tuple[str, ...], place: str, *, is_update: bool
) -> tuple[Day, ...]:
    for key in keys:
        words = line_of(fields.get(key))
        day = read_moment(words, f"{key} of {place}", is_update=is_update)
        if day:
            return (day,)
    return ()


def _found(value: str, key: str, place: str) -> tuple[Found, ...]:
    return (Found(value, f"{key} of {place}"),) if value else ()
