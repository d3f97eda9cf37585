"""Tell the releases of companies and offices, which no newsroom answers for."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from briefing.model.article import Article

# Matches what a release says of itself above its text, or at its beginning: "FOR
# IMMEDIATE RELEASE July 13", "Press statement"; not "press releases of the ministry".
_LABEL: Final = re.compile(
    r"(?:for (?:immediate|general) release|immediate release"
    r"|(?:press|news|media) (?:release|statement))\b(?!s)",
    re.IGNORECASE,
)
# Matches the wire that sends releases: "LOMO, May 3 /PRNewswire/".
_WIRE: Final = re.compile(
    r"PR ?Newswire|Business ?Wire|Globe ?Newswire|Marketwired?|EIN ?Presswire",
    re.IGNORECASE,
)


def is_release(article: Article) -> bool:
    """Tell whether *article* says above its text that it is a release."""
    text = article.text
    head = list(takewhile(lambda line: line.role != "body", article.lines))
    for line in head:
        words = text[line.span.start : line.span.end].strip()
        if line.role in ("furniture", "byline") and _LABEL.match(words):
            return True
        if line.role in ("dateline", "byline") and _WIRE.search(words):
            return True
    body = head[-1].span.end if head else 0
    opening = _LABEL.match(text, body)
    return opening is not None and text[opening.end() : opening.end() + 1] == ":"
