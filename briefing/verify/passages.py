"""Find each cited passage in its article, at its place or where it has moved to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from briefing.model.article import Article
from briefing.model.brief import Citation
from briefing.model.diagnostic import Diagnostic, Severity
from briefing.verify.files import File, Files

SPACES: Final = re.compile(r"\s+")
SHOWN: Final = 60
"""Characters of a passage that a message repeats."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage in its article."""

    text: str
    """The article's."""
    start: int
    end: int
    is_moved: bool


@dataclass
class Passages:
    """Looks each citation up once."""

    files: Files
    known: dict[Citation, tuple[Found | None, list[Diagnostic]]] = field(
        default_factory=dict
    )

    def find(self, citation: Citation) -> tuple[Found | None, list[Diagnostic]]:
        """Give the passage of *citation*, None if it is not there, and what to say."""
        if citation not in self.known:
            self.known[citation] = self._find(citation)
        return self.known[citation]

    def _find(self, citation: Citation) -> tuple[Found | None, list[Diagnostic]]:
        file = self.files.by_number.get(citation.source)
        if file is None:
            what = (
                f"{citation.mark} cites source {citation.source}, which is not listed"
            )
            return None, [Diagnostic("verify-source", "error", what)]
        if file.article is None:
            what = f"{citation.mark} cannot be checked: its article is not there"
            return None, [
                Diagnostic("verify-unchecked", "error", what, file.source.path)
            ]
        if _stands(citation, file.article.text):
            return _at(citation, file.article), _context(citation, file)
        if file.is_same_text:
            return None, [_altered(citation, file)]
        return _search(citation, file.article)


def _stands(citation: Citation, text: str) -> bool:
    inside = 0 <= citation.start < citation.end <= len(text)
    return inside and text[citation.start : citation.end] == citation.exact


def _at(citation: Citation, article: Article) -> Found:
    return Found(article.text, citation.start, citation.end, is_moved=False)


def _context(citation: Citation, file: File) -> list[Diagnostic]:
    """Say so where the words around a passage are not those that the brief gives.

    In the very text that the brief names that is a fault of the brief.
    """
    article = file.article
    assert article is not None  # noqa: S101 - the caller has looked
    before = article.text[: citation.start].endswith(citation.prefix)
    after = article.text.startswith(citation.suffix, citation.end)
    if before and after:
        return []
    what = f"the words around {citation.mark} are not those that the brief gives"
    severity: Severity = "error" if file.is_same_text else "warning"
    place = citation.start
    return [_diagnostic("verify-context", what, article, place, severity=severity)]


def _altered(citation: Citation, file: File) -> Diagnostic:
    article = file.article
    assert article is not None  # noqa: S101 - the caller has looked
    start = citation.start if 0 <= citation.start <= len(article.text) else 0
    stands = _short(article.text[start : start + len(citation.exact)])
    what = (
        f"{citation.mark} is altered: the brief says {_short(citation.exact)}, "
        f"the article {stands}"
    )
    return _diagnostic("verify-altered", what, article, start)


def _search(
    citation: Citation, article: Article
) -> tuple[Found | None, list[Diagnostic]]:
    """Find the words of *citation* anew; of several, where most around them agrees."""
    words = citation.exact.split()
    if not words:
        what = f"{citation.mark} cites no words"
        return None, [_diagnostic("verify-lost", what, article, 0)]
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    matches = list(pattern.finditer(article.text))
    if not matches:
        what = f"the words of {citation.mark} are gone: {_short(citation.exact)}"
        return None, [_diagnostic("verify-lost", what, article, 0)]
    best = max(matches, key=lambda match: (_agreement(citation, match), -match.start()))
    what = (
        f"{citation.mark} has moved from character {citation.start} to {best.start()}"
    )
    found = Found(article.text, best.start(), best.end(), is_moved=True)
    return found, [
        _diagnostic("verify-moved", what, article, best.start(), severity="warning")
    ]


def _agreement(citation: Citation, match: re.Match[str]) -> int:
    """Count the characters around *match* that are those around the citation."""
    before = SPACES.sub(" ", match.string[max(0, match.start() - 400) : match.start()])
    after = SPACES.sub(" ", match.string[match.end() : match.end() + 400])
    prefix, suffix = (SPACES.sub(" ", s) for s in (citation.prefix, citation.suffix))
    return _shared(before[::-1], prefix[::-1]) + _shared(after, suffix)


def _shared(left: str, right: str) -> int:
    """Count the characters with which both begin."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(left), len(right)))


def _short(words: str) -> str:
    line = SPACES.sub(" ", words).strip()
    return f"“{line[:SHOWN]}…”" if len(line) > SHOWN else f"“{line}”"


def _diagnostic(
    code: str,
    message: str,
    article: Article,
    place: int,
    *,
    severity: Severity = "error",
) -> Diagnostic:
    line = article.text.count("\n", 0, place) + 1
    column = place - (article.text.rfind("\n", 0, place) + 1) + 1
    return Diagnostic(code, severity, message, article.path, line, column)
