"""Tell what stands above the text: headline, standfirst, names, labels."""

from __future__ import annotations

import re
from typing import Final

from briefing.text.first_names import first_names
from briefing.text.head_lines import is_nobody, read_head_line
from briefing.text.newsrooms import is_masthead, newsroom_of
from briefing.text.roles.datelines import dateline_end
from briefing.text.roles.lines import NEXT_SENTENCE, Line
from briefing.text.roles.page import Page
from briefing.text.words import fold

MAX_HEADLINE: Final = 30
"""Words; the longest headline of 500 development articles has 24."""

TITLE_CASE: Final = 0.7
"""Share of longer words in capitals above which a line with a full stop is a title;
titles have above 0.8, sentences in which many are named below 0.6."""

RESTATED: Final = 0.6
"""Share of a line's longer words that the two paragraphs below it say again, above
which a sentence at the top is a headline."""

MAX_STANDFIRST: Final = 40
"""Words; a standfirst is a sentence or two."""

# Matches "Jane Doe", "Jane Doe, Kyiv", "Sam Jones in Lisbon and Al Roe"; not "Live".
_NAME = re.compile(
    r"(?:[A-ZÀ-ÞĀ-Ž][\w.'’-]*\s+){1,3}[A-ZÀ-ÞĀ-Ž][\w'’-]+(?:, [A-Z][\w ]+)?"
    r"(?: in [A-Z]\w+(?: [A-Z]\w+)?)?(?:(?:,| and) [A-Z]\w+ [A-Z]\w+)?"
)
_PERSON = r"[A-ZÀ-ÞĀ-Ž][\w.'’-]*(?: [A-ZÀ-ÞĀ-Ž][\w.'’-]*){1,3}"
_SPOT = r"[A-ZÀ-ÞĀ-Ž][\w'’-]+(?: [A-ZÀ-ÞĀ-Ž][\w'’-]+){0,2}"
# Matches "Lena Voss and Mateo Ibarra, Lima", "Jane Doe, Al Roe and Sam Poe in Hale";
# not "Jane Doe resigns".
_PEOPLE = re.compile(
    rf"{_PERSON}(?:, {_PERSON}){{0,3}}(?:,? (?:and|&) {_PERSON})(?:(?:,| in) {_SPOT})?"
)
_AND = re.compile(r",? (?:and|&) |, | in ")
# Matches the end of "Dam gives way | The Harbour Times"; not the hyphen of "car-free".
_TITLE_JOINT = re.compile(r"\s+[|–—·»]\s+")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


def mark_head(page: Page) -> None:
    """Give the lines above the text their roles."""
    page.headline = _headline(page)
    if page.headline is None:
        return
    page.give(page.headline, "headline", "the first line that is a title")
    for i in range(page.headline):
        if page.is_open(i):
            page.give(i, "furniture", "a short line above the headline")
    _mark_known_standfirst(page, page.headline)
    _mark_repeats(page, page.headline)
    _mark_before_byline(page, page.headline)
    _mark_above_text(page, page.headline)
    _mark_set_off(page, page.headline)


def _headline(page: Page) -> int | None:
    """Give the line that is the headline; None where the text begins at once."""
    known = _known_headline(page) if page.title else None
    if known is not None:
        return known
    open_lines = [i for i in range(len(page.lines)) if page.is_open(i)]
    if not open_lines or len(page.lines) == 1:
        # One line alone is more likely words to be read than a title without a text.
        return None
    first, labels = 0, 0
    for i in range(1, min(len(open_lines), 4)):
        above, below = open_lines[i - 1], open_lines[i]
        is_label = _is_label(page.lines[above])
        if not _is_title(page, below) or not (
            _is_own_name(page, above, below) or (is_label and not labels)
        ):
            break
        # Below a headline of two words its outlet or writer may stand alone.
        if _is_credit(page.lines[below].flat):
            break
        first, labels = i, labels + is_label
    return open_lines[first] if _is_title(page, open_lines[first]) else None


def _known_headline(page: Page) -> int | None:
    """Give the line that is the title known from elsewhere, with or without a site."""
    whole = " ".join((page.title or "").split())
    parts = [match.start() for match in _TITLE_JOINT.finditer(whole)]
    wanted = {whole.rstrip(".").lower(), whole[: parts[-1] if parts else None].lower()}
    for i, line in enumerate(page.lines):
        if page.is_open(i) and line.flat.rstrip(".").lower() in wanted:
            return i
    return None


def _is_own_name(page: Page, i: int, below: int) -> bool:
    """Tell whether line *i* is the newspaper's title, which the text repeats not."""
    line = page.lines[i]
    if newsroom_of(line.flat) and not is_masthead(line.flat):
        return True
    if not is_masthead(line.flat):
        return False
    prose = [x for x in page.lines[below + 1 : below + 12] if x.is_prose][:2]
    said = {word.lower() for x in prose for word in x.words}
    longer = [word.lower() for word in line.words if len(word) > 3]  # noqa: PLR2004
    return 2 * sum(word in said for word in longer) <= len(longer)


def _is_credit(flat: str) -> bool:
    """Tell whether *flat* names newsroom or writer and nothing else: "The Hindu"."""
    if newsroom_of(flat) or is_nobody(flat):
        return True
    words = flat.split()
    return (
        len(words) in (2, 3)
        and _NAME.fullmatch(flat) is not None
        and fold(words[0]) in first_names()
        and not any(word.isupper() for word in words)
    )


def _is_label(line: Line) -> bool:
    return len(line.words) <= 2 and not line.ends_sentence  # noqa: PLR2004


def _is_title(page: Page, i: int) -> bool:
    line = page.lines[i]
    if not line.words or len(line.words) > MAX_HEADLINE or line.is_bullet:
        return False
    if dateline_end(line.text, 0, len(line.text)) or line.text.endswith((":", ";")):
        return False
    if not line.ends_sentence or line.text.rstrip("'\"”’").endswith(("?", "!")):
        return len(NEXT_SENTENCE.findall(line.text)) <= 1
    # A lead full of names has the capitals of a title, but more than one sentence.
    if NEXT_SENTENCE.search(line.text):
        return False
    return _is_title_case(line) or _is_over_byline(page, i) or _is_restated(page, i)


def _is_over_byline(page: Page, i: int) -> bool:
    """Tell whether a sentence stands alone at the top, right above who wrote it."""
    is_first = not any(page.is_open(k) for k in range(i))
    below = i + 1 < len(page.lines) and page.role(i + 1) == "byline"
    return is_first and below


def _is_title_case(line: Line) -> bool:
    longer = [word for word in line.words[1:] if len(word) > 3]  # noqa: PLR2004
    capitals = sum(word[0].isupper() for word in longer)
    return len(longer) >= 3 and capitals >= TITLE_CASE * len(longer)  # noqa: PLR2004


def _is_restated(page: Page, i: int) -> bool:
    line = page.lines[i]
    below = [k for k in range(i + 1, min(i + 4, len(page.lines))) if page.is_open(k)][
        :2
    ]
    if not below or page.lines[i + 1].gap == 1:
        return False
    said = {word.lower() for k in below for word in page.lines[k].words}
    longer = {word.lower() for word in line.words if len(word) > 3}  # noqa: PLR2004
    shorter = all(len(page.lines[k].words) > len(line.words) for k in below)
    return shorter and len(longer & said) >= max(3.0, RESTATED * len(longer))


def _mark_repeats(page: Page, headline: int) -> None:
    words = page.lines[headline].flat.lower()
    for i, line in enumerate(page.lines):
        if i != headline and page.is_open(i) and line.flat.lower() == words:
            page.give(i, "furniture", "the headline once more")


def _mark_known_standfirst(page: Page, headline: int) -> None:
    known = " ".join((page.standfirst or "").split())
    for i in range(headline + 1, min(headline + 5, len(page.lines))):
        if known and page.is_open(i) and page.lines[i].flat == known:
            page.give(i, "standfirst", "marked so by the page")
            return


def _mark_before_byline(page: Page, headline: int) -> None:
    """Give what stands between headline and byline as standfirst."""
    limit = min(headline + 7, len(page.lines))
    bylines = [i for i in range(headline + 1, limit) if page.role(i) == "byline"]
    if not bylines:
        return
    between = [i for i in range(headline + 1, bylines[0]) if page.is_open(i)]
    has_text = any(
        page.is_open(i) and page.lines[i].is_prose
        for i in range(bylines[0] + 1, len(page.lines))
    )
    long = any(len(page.lines[i].words) > MAX_STANDFIRST for i in between)
    if not has_text or long or len(between) > 2:  # noqa: PLR2004
        return
    for i in between:
        if _are_people(page.lines[i].flat):
            page.give(i, "byline", "names between headline and text")
        elif len(page.lines[i].words) >= 5:  # noqa: PLR2004
            page.give(i, "standfirst", "stands between headline and byline")


def _are_people(flat: str) -> bool:
    """Tell whether *flat* is names of people, and where they wrote, and no more."""
    if not _PEOPLE.fullmatch(flat):
        return False
    # "Mayor Resigns and Council Falls" has their shape, but given names are known.
    people = _AND.split(flat)
    known = sum(person.split()[0].lower() in first_names() for person in people)
    return 2 * known > len(people)


def _mark_above_text(page: Page, headline: int) -> None:
    """Give lines that are no sentences, between headline and text, their roles."""
    first = page.first_prose()
    if first == len(page.lines):
        return
    for i in range(headline + 1, first):
        line = page.lines[i]
        if not page.is_open(i) or line.is_bullet or line.ends_sentence:
            continue
        if newsroom_of(line.flat):
            page.give(i, "byline", "names the newsroom and nothing else")
        elif _NAME.fullmatch(line.flat) or _are_people(line.flat):
            page.give(i, "byline", "a name between headline and text")
        elif _names_house(line.flat):
            page.give(i, "byline", "newsroom and place, between headline and text")
        elif len(line.words) >= 6:  # noqa: PLR2004
            page.give(i, "standfirst", "no full sentence, between headline and text")
        else:
            page.give(i, "furniture", "a short line between headline and text")


def _names_house(flat: str) -> bool:
    line = read_head_line(flat)
    return line is not None and bool(line.house or line.agency)


def _mark_set_off(page: Page, headline: int) -> None:
    """Give the first sentence as standfirst where space sets it off from the text.

    Only below furniture or a byline, in one short sentence without a weekday: the
    opening of a report tells when, and must not be taken for its summary.
    """
    first = page.first_prose()
    if first + 1 >= len(page.lines) or first == headline + 1:
        return
    line, following = page.lines[first], page.lines[first + 1]
    if (
        following.gap > page.usual_gap
        and page.is_open(first + 1)
        and following.is_prose
        and len(line.words) <= MAX_HEADLINE
        and len(following.words) > len(line.words)
        and not NEXT_SENTENCE.search(line.text)
        and not _WEEKDAY.search(line.text)
        and not dateline_end(line.text, 0, len(line.text))
    ):
        page.give(first, "standfirst", "one sentence, set off from the text by space")
