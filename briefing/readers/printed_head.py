"""What a page prints above its text: headline, byline, and the stamp of its day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from rapidfuzz import fuzz

from briefing.readers.days import Day
from briefing.readers.markup import SILENT, Element, is_longer, printed
from briefing.readers.moments import read_moment
from briefing.readers.places import Found, names_of
from briefing.text.printed_dates import find_printed_dates

MAX_HEADING: Final = 1_000
"""Letters of a heading, with the white space of its markup."""

MAX_MARKED: Final = 20
"""Elements marked as byline or day that are looked at; a head has some five."""

MAX_BYLINE: Final = 200
"""Characters of a printed byline; longer elements hold the writer's life."""

MAX_STAMP: Final = 120
"""Characters of a printed day with what stands beside it."""

MAX_STANDFIRST: Final = 400
"""Characters of a standfirst, which is a sentence or two; a summary box has more."""

HEAD_PARAGRAPHS: Final = 2
"""Paragraphs of the text below which a byline or day is another article's."""

MIN_PARAGRAPH: Final = 80
"""Characters from which a paragraph belongs to the text and not to its head."""

ALIKE: Final = 60
"""Likeness, of 100, of a page's headline to what its data calls the title; printed
headlines are often another wording, above 65; other articles' are below 50."""

# Matches the class "article__byline", "c-author-name", "post-author"; not "authority".
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|writer|contributor|vcard|creator)s?"
    r"(?:name|-name|_name)?(?=$|[\s_-])",
    re.IGNORECASE,
)
# Matches the class "entry-date", "timestamp", "published"; not "update-banner-wide".
_STAMP = re.compile(
    r"(?:^|[\s_-])(?:date(?:time|line)?|time-?(?:stamp)?|published|pub-?date|posted"
    r"|post-date|dateline|update[ds]?|modified|meta)(?:-?(?:on|at|time|date))?"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
# Matches the class "dek", "article__standfirst", "sub-headline"; not "summary-list".
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:dec?k|standfirst|stand-first|sub-?head(?:line|ing)?|sub-?title"
    r"|summary|strapline|excerpt)(?:__?(?:text|wrapper|content))?(?=$|\s)",
    re.IGNORECASE,
)
_STANDING: Final = frozenset({"p", "h2", "h3", "h4", "div", "span"})
# Matches the class of what is not the article's own: "related-links", "comments".
_FOREIGN = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|most-?(?:read|popular)|more-?(?:on|from)"
    r"|trending|comments?|sidebar|newsletter|promo|teasers?|share|sharing|social"
    r"|breadcrumbs?|latest|rail|outbrain|taboola|disqus|replies|respond)(?=$|[\s_-])",
    re.IGNORECASE,
)
# Matches the joints of a window's title: "Dam gives way | The Harbour Times"; not the
# hyphen of "car-free".
_JOINTS = re.compile(r"\s+(?:[|–—·»-]|::)\s+")
_UPDATED = re.compile(r"\b(?:updated?|modified|edited|revised)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|posted|issued|created)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedHead:
    """The lines that a page prints above its text, and what its elements prove."""

    headline: str
    """"" where no heading is like the title."""
    standfirst: str
    """"" where no element between headline and text is marked as one."""
    lines: tuple[str, ...]
    """Byline and days, as printed."""
    byline: tuple[Found, ...]
    days: tuple[Day, ...]


def read_printed_head(root: Element, titles: Iterable[str]) -> PrintedHead:
    """Give the printed head of the page whose data names it one of *titles*."""
    heading = _heading(root, [title for title in titles if title])
    lines: list[str] = []
    byline: list[Found] = []
    days: list[Day] = []
    for element, is_byline in islice(_marked(root, heading), MAX_MARKED):
        words = printed(element)
        limit = MAX_BYLINE if is_byline else MAX_STAMP
        has_time = not is_byline or element.find(".//time") is not None
        day = _day(element, words) if has_time else None
        if len(words) > limit or not (is_byline or day):
            continue
        days += [day] if day else []
        if words and not any(words in line or line in words for line in lines):
            lines.append(words)
        names = names_of(words.partition("\n")[0]) if is_byline else ""
        if names and not byline:
            byline.append(Found(names, "the page's byline"))
    headline = " ".join(printed(heading).split()) if heading is not None else ""
    standfirst = _standfirst(root, heading)
    return PrintedHead(headline, standfirst, tuple(lines), tuple(byline), tuple(days))


def _standfirst(root: Element, heading: Element | None) -> str:
    """Give what is marked as standfirst below the headline, above the text."""
    is_below = False
    for element in root.iter() if heading is not None else ():
        is_below = is_below or element is heading
        if not is_below or element is heading or element.tag not in _STANDING:
            continue
        names = f"{element.get('class', '')[:200]} {element.get('itemprop', '')[:100]}"
        if _STANDFIRST.search(names) and not is_longer(element, MAX_STANDFIRST):
            words = " ".join(printed(element).split())
            is_one = sum(1 for _ in element.iter("p", "li")) <= 1
            if words and is_one and not is_foreign(element):
                return words
        elif element.tag == "p" and is_longer(element, MIN_PARAGRAPH):
            break
    return ""


def _heading(root: Element, titles: list[str]) -> Element | None:
    """Give the heading that is the headline: like a title, else the only one."""
    headings = [
        heading
        for heading in root.iter("h1", "h2", "h3")
        if not is_longer(heading, MAX_HEADING) and not is_foreign(heading)
    ]
    shown = [(h, " ".join(printed(h).split())) for h in headings]
    firsts = [(h, words) for h, words in shown if h.tag == "h1" and words]
    for title in titles:
        # The site's name may be a heading too: "Dam gives way | The Harbour Times".
        names = {part.lower() for part in parts_of_title(title)[1:]}
        near = [h for h, words in firsts if _alike(words, title)]
        near = [h for h in near if " ".join(printed(h).lower().split()) not in names]
        exact = [h for h, words in shown if words == parts_of_title(title)[0]]
        if near or exact:
            return (near or exact)[0]
    return firsts[0][0] if firsts else None


def parts_of_title(title: str) -> list[str]:
    """Give the headline and what a window's title joins to it: outlet, section."""
    return [part.strip() for part in _JOINTS.split(title)]


def _alike(one: str, other: str) -> bool:
    return fuzz.token_set_ratio(one.lower()[:300], other.lower()[:300]) >= ALIKE


def _marked(root: Element, heading: Element | None) -> Iterator[tuple[Element, bool]]:
    """Give the elements marked as byline (True) or day (False) near the heading."""
    is_near = heading is None
    paragraphs = 0
    taken: set[Element] = set()
    for element in root.iter():
        if element is heading:
            is_near = True
        if not is_near or not isinstance(element.tag, str) or element.tag in SILENT:
            continue
        if element.tag == "p" and is_longer(element, MIN_PARAGRAPH):
            paragraphs += 1
            if paragraphs > HEAD_PARAGRAPHS:
                return
        if element.getparent() in taken:
            taken.add(element)
            continue
        if is_longer(element, 4 * MAX_BYLINE):
            continue
        kind = _kind(element)
        if kind is None or is_foreign(element) or (heading in element.iter("h1")):
            continue
        # A box around byline and day gives way to what stands in it.
        if not kind and any(_kind(inner) for inner in element.iterdescendants()):
            continue
        taken.add(element)
        yield element, kind


def _kind(element: Element) -> bool | None:
    """Tell whether *element* is marked as byline; False: as a day; None: as neither."""
    names = " ".join(
        element.get(key, "")[:200] for key in ("class", "id", "data-testid", "itemprop")
    )
    if element.tag == "time" or "datePublished" in names:
        return False
    if element.tag in ("body", "html", "main", "article"):
        return None
    if element.get("rel") == "author" or _BYLINE.search(names):
        return True
    return False if _STAMP.search(names) else None


def is_foreign(element: Element) -> bool:
    """Tell whether *element* stands in what is not the article's own."""
    item = element
    while item is not None:
        if item.tag in ("nav", "aside", "footer"):
            return True
        names = f"{item.get('class', '')[:200]} {item.get('id', '')[:100]}"
        if item.tag not in ("body", "html") and _FOREIGN.search(names):
            return True
        item = item.getparent()
    return False


def _day(element: Element, words: str) -> Day | None:
    """Give the day that a time element or a printed stamp names."""
    shown = " ".join(words.split())[:60]
    parent = element.getparent()
    is_first = element.getprevious() is None and parent is not None
    label = f"{(parent.text or '')[-60:] if is_first else ''} {shown}"
    names = f"{element.get('class', '')[:200]} {element.get('itemprop', '')[:100]}"
    is_update = bool(_UPDATED.search(label) or "odified" in names) and not (
        _PUBLISHED.search(label)
    )
    stamps = [element, *element.iter("time")]
    for stamp in stamps:
        machine = stamp.get("datetime") or stamp.get("content")
        if machine:
            where = f"the page's time element '{shown}'"
            day = read_moment(machine, where, is_update=is_update)
            if day:
                return day
    found = find_printed_dates(shown)
    if not found:
        return None
    return Day(found[0].day, f"'{shown}' on the page", is_update)
