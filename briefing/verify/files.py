"""Match the sources that a brief names with the articles that are there."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.model.article import Article
from briefing.model.brief import Brief, Source
from briefing.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class File:
    """A source, its article if it is there, and whether its text is the same."""

    source: Source
    article: Article | None
    is_same_text: bool


@dataclass(frozen=True, slots=True)
class Files:
    """All sources by number."""

    by_number: Mapping[int, File]
    equal: int
    """Sources whose article has the bytes that the brief names."""
    diagnostics: tuple[Diagnostic, ...]


def check_files(brief: Brief, articles: tuple[Article, ...]) -> Files:
    """Find each source's article by its path, else by its text, and compare hashes."""
    by_path = {article.path: article for article in articles}
    by_text = {text_hash(article.text): article for article in articles}
    files: dict[int, File] = {}
    found: list[Diagnostic] = []
    equal = 0
    for source in brief.sources:
        article = by_path.get(source.path) or by_text.get(source.text_sha256)
        same = article is not None and text_hash(article.text) == source.text_sha256
        if source.number in files:
            found.append(_twice(source))
        files[source.number] = File(source, article, same)
        found += _told(source, article, is_same_text=same)
        equal += article is not None and same and article.sha256 == source.sha256
    return Files(files, equal, tuple(found))


def text_hash(text: str) -> str:
    """Give the hash of a text in UTF-8; lone surrogates pass as they are."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _told(
    source: Source, article: Article | None, *, is_same_text: bool
) -> list[Diagnostic]:
    if article is None:
        return [
            Diagnostic(
                "verify-missing",
                "warning",
                f"source {source.number} is not among the articles",
                source.path,
                hint="name the folder that holds it with --articles",
            )
        ]
    if not is_same_text:
        return [
            Diagnostic(
                "verify-changed",
                "warning",
                f"the text of source {source.number} is not the one the brief names; "
                "each of its words is looked for anew",
                article.path,
            )
        ]
    found = []
    if article.path != source.path:
        found.append(
            Diagnostic(
                "verify-renamed",
                "note",
                f"source {source.number} was {source.path}; the text is the same",
                article.path,
            )
        )
    if article.sha256 != source.sha256:
        found.append(
            Diagnostic(
                "verify-encoding",
                "warning",
                f"the bytes of source {source.number} are not those the brief names; "
                "the text is the same",
                article.path,
            )
        )
    return found


def _twice(source: Source) -> Diagnostic:
    return Diagnostic(
        "verify-number", "error", f"two sources have the number {source.number}"
    )
