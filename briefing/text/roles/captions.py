"""Tell captions and picture credits by their own shape: "(AFP photo)", "Photo: AA"."""

from __future__ import annotations

import re
from typing import Final

from briefing.resources import word_list
from briefing.text.agencies import agency_of
from briefing.text.roles.lines import Line
from briefing.text.roles.page import Piece, Pieces

MAX_CAPTION: Final = 110
"""Words in the longest caption of the development texts with its credit: 74."""

MAX_TAIL: Final = 160
"""Characters at the end of a line in which a credit is looked for."""

CAPTION_LABEL: Final = "label of the caption below"

# What every credit holds: a bracket that ends the line, a slash, a word for pictures.
_CREDIT_SIGN = re.compile(
    r"[\])]\.?$|/|\b(?:Photo|Image|Picture|Pic|Credit|Copyright)|Copyright"
)
MAX_CREDIT: Final = 10
"""Words in brackets that can credit a picture."""

# Matches "FILE - Police", "FILE PHOTO:", "Hide caption Two women"; not "Filed suits".
_CAPTION_START = re.compile(
    r"""
    (?: FILE\ ?(?:PHOTO|PIC|IMAGE)?\ ?[-–—:(]
      | File\ (?:photo|picture|image)\b[^.]{0,3}[:–—-]?
      | (?:Hide|Show|toggle)\ caption\b(?!\ \d)
      | (?:Photo|Image|Picture|Media)\ caption\b
      | \(?(?:L-R|From\ left|Clockwise\ from)\b
      | (?:Pictured|Photo|Image|Picture|Caption)(?:\ above|\ below)?:
      | In\ this\ (?:photo|image|picture|frame\ grab):
      | (?:In\ )?[Tt]his\ (?:\w+\ )?(?:image|photo|picture|frame\ grab|handout)
            \ (?:provided|released|made|taken|from)\b )
    """,
    re.VERBOSE,
)

# Matches "Image source, Getty Images"; not "Image caption, Boats at sea".
_CREDIT_LABEL = re.compile(r"(?:Image|Media|Photo) (?:source|copyright)\b")
# Matches the label of the caption on the next line.
_CAPTION_LABEL = re.compile(r"(?:Image|Media|Photo|Picture) caption[,:]?")
# Matches the labels that sharing buttons leave before a caption.
_SHARE_START = re.compile(r"(?:(?:Facebook|Twitter|Pinterest|WhatsApp|Email|X)\s+){2,}")

# Matches a credit that ends a line: "(AP Photo/ Evan Vucci)", "/ Photo: AA",
# "Photograph: AFP via Getty Images", "Copyright AP Photo"; not "(see photo)".
_CREDIT_TAIL = re.compile(
    r"""
    (?: [\[(]\ ?(?P<bracket>[^()\[\]]{2,90})[\])]\.?
      | [/|–—-]?\ ?\b
            (?:(?:Photo|Image)\ credit|Photo(?:graph|s)?|Image|Picture|Pic|Credit)
            (?:\ (?:by|credit|courtesy))?\ ?[:/]\ ?[^.:]{2,80}\.?
      | (?:\b|(?<=\d))(?:Photo|Image|Picture)s?\ (?:by|courtesy(?:\ of)?)
            \ [A-Z][^.:]{1,60}\.?
      | Copyright\ (?!©|\(c\)|(?:19|20)\d\d|by\b)
            [A-Z][^.:]{1,50}(?:Photo|Images)[^.:]{0,40}\.?
    )$
    """,
    re.VERBOSE,
)
_PERSON = r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})"
# Matches "Darko Vojinovic/Copyright 2023 The AP. All rights reserved", glued to what
# stands before it.
_COPYRIGHT_TAIL = re.compile(rf"{_PERSON} ?/ ?Copyright (?:\d{{4}} )?[^:]{{2,60}}$")
# Matches a photographer and an agency that end a line: "Next Ketevan Kardava/AP".
_SLASH_TAIL = re.compile(rf"{_PERSON} ?/ ?(?P<house>[A-Z][\w .'’/-]{{1,40}})$")
_PREVIOUS_NEXT = re.compile(r"(?:\bPrevious )?\bNext (?=[A-Z])")
_CREDIT_WORDS = re.compile(
    r"(?i:\b(?:photos?|photograph|images?|getty|courtesy|handout|screengrab|pool)\b)"
)
# Matches what a bracket tells of pictures without crediting them.
_EXPLAINS = re.compile(
    r"\b(?:contains?|shows?|see|below|above|watch|warning|includes?|pictured)\b",
    re.IGNORECASE,
)
_PUBLISHED_TAIL = re.compile(r"\(Published \w+,? [^()]{6,25}\)$")


def find_caption(line: Line) -> Pieces | None:
    """Give *line* as caption, credit or both if its own shape says so; else None."""
    text = line.text
    if len(line.words) > MAX_CAPTION:
        return None
    if _CREDIT_LABEL.match(text):
        return (Piece(line.start, "credit", "a picture's source"),)
    if _CAPTION_LABEL.fullmatch(line.flat):
        return (Piece(line.start, "furniture", CAPTION_LABEL),)
    start = _caption_start(line)
    credit = _credit_start(text)
    published = _PUBLISHED_TAIL.search(_spaced(text))
    if published and published.start() and credit is None:
        return (
            Piece(line.start, "caption", "ends with the day its video was published"),
            Piece(line.start + published.start(), "furniture", "stamp of a video"),
        )
    if credit == 0:
        return (Piece(line.start, "credit", "a picture's credit and nothing else"),)
    if credit is not None and not start:
        start = (Piece(line.start, "caption", "ends with a picture's credit"),)
    if credit is not None:
        tail = Piece(line.start + credit, "credit", "names who took or owns a picture")
        return (*start, tail)
    return start or None


def _caption_start(line: Line) -> Pieces:
    shared = _SHARE_START.match(line.text)
    if shared:
        return (
            Piece(line.start, "furniture", "labels of sharing before a caption"),
            Piece(line.start + shared.end(), "caption", "follows labels of sharing"),
        )
    if _CAPTION_START.match(line.flat):
        return (Piece(line.start, "caption", "opens as a caption does"),)
    return ()


def _credit_start(text: str) -> int | None:
    """Give where the credit that ends *text* begins; None where none does."""
    cut = max(0, len(text) - MAX_TAIL)
    if not _CREDIT_SIGN.search(text, cut):
        return None
    start = _tail_start(_spaced(text[cut:]))
    return None if start is None else cut + start


def _spaced(text: str) -> str:
    """Give *text* in the same length, each white space as a plain one."""
    return re.sub(r"\s", " ", text)


def _tail_start(flat: str) -> int | None:
    glued = _COPYRIGHT_TAIL.search(flat)
    if glued:
        return _unglued(glued)
    tail = _CREDIT_TAIL.search(flat)
    if tail and (not tail["bracket"] or _is_credit(tail["bracket"])):
        return tail.start()
    slash = _SLASH_TAIL.search(flat)
    if slash is None or not _is_house(slash["house"]):
        return None
    step = _PREVIOUS_NEXT.search(flat, 0, slash.end())
    return step.end() if step else slash.start()


def _unglued(match: re.Match[str]) -> int:
    """Give where a name begins that is glued to a broken word: "SepDarko Vojinovic"."""
    first = match["name"].split()[0]
    inner = [i for i in range(1, len(first) - 2) if first[i].isupper()]
    is_glued = match.start() > 0 and bool(inner) and first[inner[-1] - 1].islower()
    return match.start() + (inner[-1] if is_glued else 0)


def _is_house(words: str) -> bool:
    return _is_credit(words) or agency_of(words) is not None


def _is_credit(words: str) -> bool:
    """Tell whether the words in a bracket credit a picture, not explain or date."""
    plain = words.strip().rstrip(".").lower()
    if plain in word_list("line_credits"):
        return True
    short = len(words.split()) <= MAX_CREDIT and not _EXPLAINS.search(words)
    if short and words[:1].isupper() and _CREDIT_WORDS.search(words):
        return True
    head = re.split(r"\s*/\s*|\s+via\s+", words.strip())
    return len(head) > 1 and any(
        agency_of(part) or part.lower() in word_list("line_credits") for part in head
    )


def is_bare_agency_credit(text: str) -> int | None:
    """Give where a bare agency's bracket that ends *text* begins: "(Reuters)"."""
    match = re.search(r"[\[(]\s?(?P<name>[\w .-]{2,30})\s?[\])]\.?$", text)
    return match.start() if match and agency_of(match["name"]) else None
