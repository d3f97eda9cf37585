"""One outlet has one name: that of a site gives way to what it calls itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from briefing.model.article import Article
from briefing.readers.twins import Candidate
from briefing.readers.words import host_of, web_address
from briefing.text.agencies import agency_names
from briefing.text.words import fold

# Labels between a country and the name that was registered: bbc.co.uk, abc.net.au.
_SECOND: Final = ("ac", "co", "com", "edu", "gov", "net", "org")


def name_houses(found: Sequence[Candidate]) -> list[Candidate]:
    """Give the articles, those known by their site's address under its outlet's name.

    Else one newsroom would count as two origins: as "harbourtimes.example" and as "The
    Harbour Times". A site that goes by two names, as a portal does, stays an address.
    """
    names: dict[str, set[str]] = {}
    for candidate in found:
        outlet, site = candidate.article.outlet, _site(host_of(candidate.url))
        if outlet and site and not _is_host(outlet):
            names.setdefault(site, set()).add(outlet)
    outlets = {c.article.outlet for c in found if c.article.outlet}
    return [_named(candidate, names, sorted(outlets)) for candidate in found]


def _named(
    candidate: Candidate, names: dict[str, set[str]], outlets: Sequence[str]
) -> Candidate:
    article = candidate.article
    if not article.outlet:
        return candidate
    if not _is_host(article.outlet):
        plain = _plain_form(article.outlet, outlets)
        is_plain = plain == article.outlet
        return candidate if is_plain else _renamed(candidate, article, plain)
    site = _site(article.outlet) or ""
    known = names.get(site, set())
    same = [name for name in outlets if _letters(name) == site.partition(".")[0]]
    agency = article.agency or ""
    if agency and site.partition(".")[0] in _agency_letters(agency):
        return _renamed(candidate, article, agency)
    if len(known) == 1:
        return _renamed(candidate, article, next(iter(known)))
    return _renamed(candidate, article, same[0]) if same and not known else candidate


def _plain_form(outlet: str, outlets: Sequence[str]) -> str:
    """Give the form of a name with the fewest capitals: "STAR LEDGER" is shouted."""
    forms = [name for name in outlets if _letters(name) == _letters(outlet)]
    return min(forms, key=lambda name: sum(map(str.isupper, name)), default=outlet)


@cache
def _agency_letters(agency: str) -> frozenset[str]:
    """Give the ways in which sites write an agency's name: "ap", "apnews"."""
    forms = {form for form, name in agency_names().items() if name == agency}
    letters = {_letters(form) for form in forms}
    return frozenset(letters | {f"{each}news" for each in letters})


def _renamed(candidate: Candidate, article: Article, name: str) -> Candidate:
    if name == article.agency:
        where = f"{article.outlet} is the agency's site"
    else:
        where = f"{article.outlet} is what other articles call {name}"
    changed = replace(article, outlet=name, outlet_from=where)
    return replace(candidate, article=changed)


def _is_host(outlet: str) -> bool:
    """Tell whether *outlet* is a site's address: "harbourtimes.example"."""
    return "." in outlet and web_address(f"https://{outlet}") is not None


def _site(host: str | None) -> str | None:
    """Give what was registered of *host*: "cnn.com" of "edition.cnn.com"."""
    labels = host.lower().split(".") if host else []
    count = 3 if len(labels) > 2 and labels[-2] in _SECOND else 2  # noqa: PLR2004
    return ".".join(labels[-count:]) or None


def _letters(name: str) -> str:
    """Give the letters of a name as a site writes it: "harbourtimes"."""
    return "".join(word for word in fold(name).split() if word != "the")
