"""Read a saved web page: its article's text, and what the page says of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from rapidfuzz import fuzz

from briefing.readers.credits import owner_of
from briefing.readers.linked_data import LIVE, LinkedArticle, find_linked_articles
from briefing.readers.markup import Element, parse_page, printed
from briefing.readers.meta_tags import Head, read_head
from briefing.readers.page import Claims, Doubt, Page, UnreadableError
from briefing.readers.page_body import find_paragraphs, full_articles
from briefing.readers.places import Found
from briefing.readers.printed_head import PrintedHead, parts_of_title, read_printed_head
from briefing.readers.walls import find_wall
from briefing.readers.words import host_of
from briefing.text.agencies import agency_of

SAME_LINE: Final = 92
"""Likeness, of 100, from which a paragraph is the headline or byline once more."""

HIDDEN_BODY: Final = 2
"""Times that the words of the data's `articleBody` exceed those on the page, from
which the page as saved does not show its text."""

FOOT_LINES: Final = 40
"""Lines at the end of a page among which its owner is named."""


def read_html(data: bytes) -> tuple[Page, ...]:
    """Give the article of the page that *data* is."""
    return (read_page(data),)


def read_page(
    data: bytes, *, charset: str | None = None, url: str | None = None
) -> Page:
    """Give the article of a page; *charset* and *url* are what its carrier says."""
    tree = parse_page(data, charset)
    head = read_head(tree.root)
    linked = find_linked_articles(tree.root)
    titles = [*(found.value for found in head.claims.title), head.page_title]
    article = _main(linked, titles)
    if article:
        titles = [*(found.value for found in article.claims.title), *titles]
    doubts = [*tree.doubts, *_page_doubts(tree.root, article)]
    shown = read_printed_head(tree.root, titles)
    paragraphs = find_paragraphs(tree.root)
    if article and _is_hidden(article.body, paragraphs):
        paragraphs = [" ".join(p.split()) for p in article.body.splitlines()]
        message = "the text is from the page's data: the page as saved shows less of it"
        doubts.append(Doubt("page-hidden", message))
    text = _compose(shown, paragraphs)
    if not text:
        raise UnreadableError(
            "no-body",
            "no text of an article was found in the page",
            "open the page, copy the article's text, and save it as .txt",
        )
    if wall := find_wall(text):
        hint = "open the page, get past it, and save the page anew"
        raise UnreadableError(
            "no-body", f"{wall} stands where the article should", hint
        )
    address = head.url or (article.url if article else None) or url
    claims = _claims(article, head, shown)
    claims = _with_outlet(claims, tree.root, head.page_title, shown.headline)
    if not claims.outlet and (host := host_of(address)):
        claims = replace(claims, outlet=(Found(host, "the page's address"),))
    return Page(
        text, claims, address, tuple(doubts), standfirst=shown.standfirst or None
    )


def _main(linked: tuple[LinkedArticle, ...], titles: list[str]) -> LinkedArticle | None:
    """Give the article that the page is about: the one most like its title."""
    if not linked:
        return None

    def likeness(article: LinkedArticle) -> float:
        names = [found.value.lower() for found in article.claims.title]
        return max(
            (fuzz.token_set_ratio(n, t.lower()) for n in names for t in titles if t),
            default=0.0,
        )

    best = max(likeness(article) for article in linked)
    return next(article for article in linked if likeness(article) >= best - 1)


def _page_doubts(root: Element, article: LinkedArticle | None) -> list[Doubt]:
    """Say what the page is besides one article; leave its first article alone."""
    found: list[Doubt] = []
    is_live = article is not None and article.kind == LIVE
    if is_live:
        message = "a live page: its entries are of several hours or days"
        hint = "check the days of what is quoted from it"
        found.append(Doubt("page-live", message, hint=hint))
    elif others := full_articles(root)[1:]:
        for other in others:
            other.drop_tree()
        message = f"holds {len(others) + 1} articles; the first is read"
        hint = "save the others as files of their own"
        found.append(Doubt("page-several", message, hint=hint))
    if article and not article.is_open:
        message = "the page says that readers must pay: its text may be cut"
        found.append(Doubt("page-paywall", message))
    return found


def _is_hidden(body: str, paragraphs: list[str]) -> bool:
    shown = sum(len(paragraph.split()) for paragraph in paragraphs)
    return len(body.split()) > HIDDEN_BODY * max(shown, 10)


def _compose(shown: PrintedHead, paragraphs: list[str]) -> str:
    """Join headline, byline, days and text, each once, in the order of a page."""
    body = [line for line in paragraphs if line]
    if not body:
        return ""
    head = [shown.headline, shown.standfirst] if shown.headline else []
    top = [*head, *shown.lines]
    top = [line for line in top if line]
    known = [" ".join(line.split()).lower() for line in top]
    rest = [
        line
        for i, line in enumerate(body)
        if i > 5 or not any(_is_same(line.lower(), k) for k in known)  # noqa: PLR2004
    ]
    if not rest:
        return ""
    blocks = top if shown.headline else []
    return "\n\n".join([*blocks, *rest] if blocks else [*top, *rest]) + "\n"


def _is_same(line: str, known: str) -> bool:
    short = len(line) < 1.5 * len(known) + 5
    return short and fuzz.ratio(line[:300], known[:300]) >= SAME_LINE


def _claims(article: LinkedArticle | None, head: Head, shown: PrintedHead) -> Claims:
    """Put what the page says in order: its data, its meta tags, what it prints."""
    data = article.claims if article else Claims()
    found = data + head.claims + Claims(byline=shown.byline, days=shown.days)
    titles = _titles(found, head.page_title, shown.headline)
    return replace(found, title=titles)


def _with_outlet(
    claims: Claims, root: Element, page_title: str, headline: str
) -> Claims:
    """Give *claims* with the outlet that the page shows, where its data name none."""
    if claims.outlet:
        return claims
    titles = [*(item.value for item in claims.title), headline]
    found = _outlet_of_title(page_title, titles) or _owner(root)
    return replace(claims, outlet=found)


def _owner(root: Element) -> tuple[Found, ...]:
    """Give who a copyright line at the foot of the page names."""
    for line in reversed(printed(root).splitlines()[-FOOT_LINES:]):
        owner = owner_of(line)
        if owner and agency_of(owner) is None:
            return (Found(owner, f"the page's '{line[:60]}'"),)
    return ()


def _titles(claims: Claims, page_title: str, headline: str) -> tuple[Found, ...]:
    """Give the titles, the headline as printed first where the data name it too."""
    shown = (Found(headline, "the page's heading"),) if headline else ()
    if not claims.title:
        window = (Found(page_title, "the window's title"),) if page_title else ()
        return shown or window
    first = claims.title[0].value
    if fuzz.token_set_ratio(headline.lower(), first.lower()) >= SAME_LINE:
        return (*shown, *claims.title)
    return (*claims.title, *shown)


def _outlet_of_title(page_title: str, titles: list[str]) -> tuple[Found, ...]:
    """Give what follows the headline in the window's title."""
    parts = parts_of_title(page_title)
    for i in range(1, len(parts)):
        head = page_title[: page_title.find(parts[i])].rstrip(" |–—·»-:")
        if any(_is_same(head.lower(), title.lower()) for title in titles if title):
            return (Found(parts[-1], "the window's title"),)
    return ()
