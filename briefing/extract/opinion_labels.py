"""Pieces that their page calls opinion: by a label, a byline, a note or its address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing.model.article import Article

BESIDE: Final = 2
"""Lines between a label and its headline, and what stands there is the byline."""

_KINDS: Final = (
    r"(?:opinion|editorial|commentary|op-?ed|our view|viewpoint|guest (?:essay|column)"
    r"|letters? to the editor)"
)
# Matches "Editorial: The dam must go", "Opinion | The dam"; not "Opinion polls differ".
_BEFORE_TITLE: Final = re.compile(rf"{_KINDS}\s?[:|–—]", re.IGNORECASE)
# Matches "The dam must go | Opinion".
_BEHIND_TITLE: Final = re.compile(rf".*[|–—]\s?{_KINDS}", re.IGNORECASE)
_ALONE: Final = re.compile(rf"{_KINDS}s?", re.IGNORECASE)
# Matches "By Ana Lima, Columnist" and "By THE EDITORIAL BOARD".
_WRITER: Final = re.compile(r"\b(?:columnist|editorial board)\b", re.IGNORECASE)
# Matches "The views expressed here are the author's own"; not a note on comments.
_NOTE: Final = re.compile(
    r"\b(?:views|opinions)\b(?!.*\bcomment).*\b(?:author|writer|columnist|contributor)"
    r"(?:s|\(s\))?['’]?s?(?: own| alone|\b)",
    re.IGNORECASE,
)
# Matches "/opinion/2022/05/the-dam", "/commentisfree/"; not "/news/opinion-polls".
_ADDRESS: Final = re.compile(
    r"/(?:opinions?|editorials?|commentisfree|op-?ed|columnists?|commentary)/"
)
# Matches "this particular column" and "my column"; not "this column of smoke".
_ITSELF: Final = re.compile(
    r"\b(?:this(?: \w+)?|my) (?:column|editorial|op-ed)\b(?! of\b)", re.IGNORECASE
)


def is_called_opinion(article: Article) -> bool:
    """Tell whether the page of *article* says that it holds an opinion."""
    if article.url and _ADDRESS.search(article.url):
        return True
    parts = [
        (line.role, " ".join(article.text[line.span.start : line.span.end].split()))
        for line in article.lines
    ]
    heads = [i for i, (role, _) in enumerate(parts) if role == "headline"]
    if any(_is_called(parts[i][1]) for i in heads):
        return True
    return any(_is_label(parts, i) for i in heads) or any(
        (role == "byline" and _WRITER.search(words))
        or (role == "furniture" and _NOTE.search(words))
        for role, words in parts
    )


def calls_itself(words: str) -> bool:
    """Tell whether *words* of the author name the piece: "in this column"."""
    return _ITSELF.search(words) is not None


def _is_called(title: str) -> bool:
    return bool(_BEFORE_TITLE.match(title) or _BEHIND_TITLE.fullmatch(title))


def _is_label(parts: Sequence[tuple[str, str]], headline: int) -> bool:
    """Tell whether a label of opinion stands right above or below the headline.

    Not one of several labels on end: those are the sections of the paper.
    """
    if headline and _ALONE.fullmatch(parts[headline - 1][1]):
        return headline == 1 or parts[headline - 2][0] != "furniture"
    below = parts[headline + 1 : headline + 1 + BESIDE]
    return any(_ALONE.fullmatch(words) for _, words in below)
