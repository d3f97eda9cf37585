"""Tell what stands amid the text and below it: captions, crossheads, other stories."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from briefing.resources import word_set
from briefing.text.first_names import first_names
from briefing.text.roles.bylines import DAY_ALONE
from briefing.text.roles.captions import CAPTION_LABEL, is_bare_agency_credit
from briefing.text.roles.furniture import is_listing_label
from briefing.text.roles.lines import NEXT_SENTENCE, Line
from briefing.text.roles.page import Page, Piece
from briefing.text.words import fold

MAX_CROSSHEAD: Final = 8
"""Words; of 38 crossheads in the development texts the longest without a question mark
has 8. Longer lines of that shape are headlines of other stories."""

MAX_QUESTION: Final = 10
"""Words of a crosshead that asks ("How did a gun get through a checked bag?")."""

MAX_LISTED: Final = 22
"""Words of a headline in a list of other stories."""

MAX_DESCRIPTION: Final = 45
"""Words of a caption that says what a picture shows."""

MIN_REPEAT: Final = 20
"""Characters that two lines must share to be one caption."""

LOWEST: Final = 4
"""Lines at the foot of a page among which one tells who its writer is."""

# Matches what is told of a writer: "has covered Peru since", "is a staff reporter".
_LIFE = re.compile(
    r"\b(?:has (?:covered|reported|written|worked)|covers|writes (?:about|for)|joined"
    r"|reports (?:on|from|for)|(?:is|was) (?:an?|the|[A-Z][\w ]{1,30}['’]s) [^.]{0,60}?"
    r"(?:reporter|correspondent|journalist|columnist|editor|writer|bureau chief))\b"
)
_MEDIA: Final = frozenset({"video", "embedded post", "photo gallery"})


_NAME = re.compile(r"(?:[A-ZÀ-ÞĀ-Ž][\w.'’-]*\s+){1,3}[A-ZÀ-ÞĀ-Ž][\w'’-]+")
_TELLS = re.compile(
    r"[\"“”]|\b(?:said|says|told|tells|according|reported|reports|added|was|were|had"
    r"|would|will|can|could|may|might|must|shall|should|has|have|did|does|began|plans?"
    r"|expected|not)\b",
    re.IGNORECASE,
)
# Matches who is where in a picture: "Smith, left, and", "(l.)", "pictured with"; not
# "left the room".
_POSITION = re.compile(
    r"""
    [A-Z][\w'’-]+,\ (?:(?:far\ )?left|right|cent(?:er|re)|foreground
            |second\ from\ (?:left|right))[,.\s]
    | \((?:left|right|l|r|c|center|centre)\.?\) | \b(?:pictured|shown)\ with\ [^.]{1,60}
    | \b(?:pictured|shown|seen)\ (?:here|above|below)\b
    | \bin\ this\ (?:\w+\ )?(?:photo|image|picture|photograph|handout)\b
    """,
    re.VERBOSE,
)
_PICTURE = re.compile(
    r"(?:\S+\s+){0,4}(?:photo|photograph|image|picture|footage|video|screenshot)s?\b"
    r"[^.]{0,60}?\b(?:shows?|provided|taken|of)\b",
    re.IGNORECASE,
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
# Matches where and when a picture was taken: "during", "on January 11".
_SCENE = re.compile(
    r"\b(?:during|in front of|outside|on the sidelines of)\b"
    rf"|\bon {_MONTH}\w*\.? \d|\bon \d{{1,2}} {_MONTH}|(?:,|\bon) \w+day, \w+\.? \d"
)


def mark_repeated_captions(page: Page) -> None:
    """Give a line as caption that the caption right below it says again.

    So pages show a picture's text for the blind. A caption that says again what
    stands in the text is another matter: the text comes later, and stays text.
    """
    for i, line in enumerate(page.lines[:-1]):
        below = page.lines[i + 1].flat
        is_repeat = len(line.flat) > MIN_REPEAT and below.startswith(line.flat)
        if is_repeat and page.is_open(i) and page.role(i + 1) == "caption":
            page.give(i, "caption", "said again by the caption below it")


def mark_inside(page: Page) -> None:
    """Give captions, crossheads and the headlines of other stories their roles."""
    _mark_listings(page)
    _mark_labelled_captions(page)
    _mark_writers(page)
    items = _listed_items(page)
    _mark_below(page, items)
    _mark_dates_amid_text(page)
    opening = page.first_prose()
    for i in range(len(page.lines)):
        if page.is_open(i) and i != opening:
            _mark_caption(page, i)
    # Captions are no prose of the text any more: where it begins and ends is new.
    for i in range(page.first_prose() + 1, page.last_prose()):
        if page.is_open(i) and i not in items:
            _mark_title_amid_text(page, i)


def _is_listed(line: Line) -> bool:
    """Tell whether *line* has the shape of a headline in a list."""
    ends = line.ends_sentence and not line.text.rstrip("'\"”’").endswith(("?", "!"))
    return not ends and len(line.words) <= MAX_LISTED and not line.is_bullet


def _mark_listings(page: Page) -> None:
    for i, line in enumerate(page.lines):
        if page.role(i) != "furniture" or not is_listing_label(line.flat):
            continue
        for k in range(i + 1, len(page.lines)):
            is_open, is_stamp = page.is_open(k), page.role(k) == "byline"
            if not is_stamp and not (is_open and _is_listed(page.lines[k])):
                break
            page.give(k, "furniture", "below a label of other stories")


def _mark_labelled_captions(page: Page) -> None:
    for i in range(1, len(page.lines)):
        pieces = page.roles[i - 1]
        if page.is_open(i) and pieces and pieces[0].because == CAPTION_LABEL:
            page.give(i, "caption", "below the label of a caption")


def _mark_writers(page: Page) -> None:
    """Give as furniture what the foot of a page tells of the life of its writers."""
    bylines = [
        line.flat
        for i, line in enumerate(page.lines)
        if page.role(i) == "byline" and i < len(page.lines) - LOWEST
    ]
    names = {word.strip(".,'’") for flat in bylines for word in flat.split()}
    for i in range(max(0, len(page.lines) - LOWEST), len(page.lines)):
        line = page.lines[i]
        # "Ana Lima has covered", "Lima covers"; not "Ana Roe has covered".
        name = [word for word in takewhile(str.istitle, line.words) if word.isalpha()]
        is_theirs = name and names.issuperset(name) and name != ["The"]
        if page.is_open(i) and is_theirs and _LIFE.search(line.text):
            page.give(i, "furniture", "who the writer is")


def _mark_below(page: Page, items: frozenset[int]) -> None:
    """Give what stands below the last sentence as furniture."""
    last = page.last_prose()
    if last < 0 or (page.headline is not None and last < page.headline):
        return
    below = [
        i
        for i in range(last + 1, len(page.lines))
        if page.is_open(i) and _is_listed(page.lines[i]) and i not in items
    ]
    for i in below:
        # In a text of one sentence a line, the last may have lost its full stop.
        alone = page.usual_gap == 1 and len(below) == 1
        if not alone or len(page.lines[i].words) <= 4:  # noqa: PLR2004
            page.give(i, "furniture", "no sentence, below the end of the text")


def _mark_dates_amid_text(page: Page) -> None:
    """Take a day between paragraphs for a crosshead, not for the page's stamp."""
    prose = [
        i for i in range(len(page.lines)) if page.is_open(i) and page.lines[i].is_prose
    ]
    if len(prose) < 4:  # noqa: PLR2004
        return
    for i in range(prose[2], prose[-1]):
        pieces = page.roles[i]
        if pieces and pieces[0].because == DAY_ALONE:
            page.give(i, "crosshead", "a day between paragraphs")


def _mark_caption(page: Page, i: int) -> None:
    line = page.lines[i]
    signed = is_bare_agency_credit(line.text)
    if signed and _is_scene(line) and not NEXT_SENTENCE.search(line.text):
        page.roles[i] = (
            Piece(line.start, "caption", "a scene in the present tense, signed"),
            Piece(line.start + signed, "credit", "an agency in brackets"),
        )
    elif _is_name_alone(page, i):
        page.give(i, "caption", "a person's name amid the text")
    elif (
        len(line.words) > MAX_DESCRIPTION
        or line.is_bullet
        or NEXT_SENTENCE.search(line.text)
    ):
        return
    elif _POSITION.search(line.text) and not re.search(r"[\"“”]", line.text):
        page.give(i, "caption", "says who stands where in a picture")
    elif line.ends_sentence and _is_beside_media(page, i) and _PICTURE.match(line.text):
        page.give(i, "caption", "says what a picture shows, beside its label")
    elif _shows(line) and page.role(i + 1) == "credit":
        page.give(i, "caption", "a scene in the present tense above its credit")
    elif page.usual_gap > 1 and _is_scene(line):
        page.give(i, "caption", "a scene in the present tense")


def _is_name_alone(page: Page, i: int) -> bool:
    """Tell whether line *i* is a name that the paragraphs around it speak of.

    "Maelbeek Station" is none: its last word stands in lower case elsewhere.
    """
    line = page.lines[i]
    if line.ends_sentence or not _NAME.fullmatch(line.flat):
        return False
    surname = re.escape(line.flat.split()[-1])
    around = "\n".join(
        page.lines[k].text
        for k in range(max(0, i - 4), min(len(page.lines), i + 5))
        if k != i
    )
    stands = re.search(rf"\b{surname}\b(?!\s[A-Z])", around)
    lower = re.search(rf"\b{surname.lower()}s?\b", around)
    # "Milan Radoičić, the deputy leader of": what follows a comma is what one is.
    told = f"{line.flat}, " in around or fold(line.flat.split()[0]) in first_names()
    return told and stands is not None and lower is None


def _is_beside_media(page: Page, i: int) -> bool:
    beside = (
        page.roles[i + 1] if i + 1 < len(page.lines) else None,
        page.roles[i - 1] if i else None,
    )
    return any(
        pieces and (pieces[0].role == "credit" or pieces[0].because in _MEDIA)
        for pieces in beside
    )


def _is_scene(line: Line) -> bool:
    return _shows(line) and _SCENE.search(line.text) is not None


def _shows(line: Line) -> bool:
    """Tell whether *line* is a sentence in the present that a picture may show."""
    # Its verb stands after a name or noun: not "the rally", not "to stand down".
    verbs, no_subject = word_set("line_caption_verbs"), word_set("line_before_nouns")
    is_shown = any(
        word in verbs and before not in no_subject
        for before, word in zip(line.words[:10], line.words[1:11], strict=False)
    )
    enough = len(line.words) >= 6  # noqa: PLR2004
    return is_shown and enough and not _TELLS.search(line.text)


def _listed_items(page: Page) -> frozenset[int]:
    """Give the lines of lists: two or more items below a line that ends in a colon."""
    found: set[int] = set()
    i = 0
    while i < len(page.lines):
        if not page.is_open(i) or not page.lines[i].text.endswith(":"):
            i += 1
            continue
        first = i = i + 1
        while page.is_open(i) and _is_item(page.lines[i]):
            i += 1
        if i - first > 1:
            found.update(range(first, i))
    return frozenset(found)


def _is_item(line: Line) -> bool:
    return not line.text.endswith(":") and (line.is_bullet or not line.is_prose)


def _mark_title_amid_text(page: Page, i: int) -> None:
    line = page.lines[i]
    if line.is_bullet:
        return
    if line.text.endswith("?"):
        if _is_asking_title(page, line):
            page.give(i, "crosshead", "a short question between paragraphs")
        return
    if line.ends_sentence or line.is_prose or not _opens_title(line.text):
        return
    if _is_stamped_video(page, i + 1):
        page.give(i, "furniture", "title of a video")
    elif len(line.words) <= MAX_CROSSHEAD:
        page.give(i, "crosshead", "a few words between paragraphs, no sentence")
    elif page.usual_gap > 1 and not NEXT_SENTENCE.search(line.text):
        page.give(i, "furniture", "a headline amid the text")


def _is_asking_title(page: Page, line: Line) -> bool:
    # In a text of one sentence a line, a question is a sentence like the others.
    short = len(line.words) <= MAX_QUESTION and ":" not in line.text
    return short and page.usual_gap > 1 and not NEXT_SENTENCE.search(line.text)


def _opens_title(text: str) -> bool:
    """Tell whether *text* opens like a title; a whole quotation is a pulled quote."""
    if text[0] in '"“«`' and len(text.split()) > MAX_CROSSHEAD:
        return False
    return text[0].isupper() or not text[0].isalpha()


def _is_stamped_video(page: Page, i: int) -> bool:
    pieces = page.roles[i] if i < len(page.lines) else None
    return pieces is not None and pieces[-1].because == "stamp of a video"
