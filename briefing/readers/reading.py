"""Read what one file holds; what keeps its articles from being read is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from briefing.model.article import Article
from briefing.model.diagnostic import Diagnostic
from briefing.model.outline import SourceNote
from briefing.readers.build import build_article
from briefing.readers.formats import READERS
from briefing.readers.notes import note_on
from briefing.readers.page import MAX_LINES, Doubt, Page, UnreadableError, say
from briefing.readers.twins import Candidate, Read
from briefing.text.language import is_read

MAX_CONTROLS: Final = 0.2
"""Share of control characters above which a file is no text; pictures and archives
have above 0.3 in any encoding, damaged text below 0.05."""


def read_bytes(data: bytes, path: str, sources: Sequence[SourceNote]) -> Read:
    """Give the articles of the file at *path* that holds *data*; pure."""
    ending = Path(path).suffix.lower()
    try:
        pages = READERS[ending].read(data)
    except UnreadableError as error:
        return [], [_as_diagnostic(error.doubt, path)]
    except Exception as error:  # noqa: BLE001 - no file ends the run, come what may
        message = f"its reader failed ({type(error).__name__}: {str(error)[:80]})"
        hint = "save the article's text as .txt, and report the file"
        return [], [say("failed", "error", path, message, hint)]
    found: list[Candidate] = []
    said: list[Diagnostic] = []
    for page in pages:
        name = path if page.number is None else f"{path}#{page.number}"
        article, diagnostics = _article(page, data, name, sources)
        said.extend(diagnostics)
        if article:
            found.append(Candidate(article, ending, page.url))
    return found, said


def _article(
    page: Page, data: bytes, path: str, sources: Sequence[SourceNote]
) -> tuple[Article | None, list[Diagnostic]]:
    doubts = [_as_diagnostic(doubt, path) for doubt in page.doubts]
    problem = _problem(page.text, path)
    if problem:
        # A doubt says better than "empty" why there is no text; a note does not.
        told = any(doubt.severity != "note" for doubt in doubts)
        return None, doubts if told else [*doubts, problem]
    built = build_article(page, data, path, note_on(sources, path), "the outline")
    return built.article, [*doubts, *_remarks(built.article), *built.diagnostics]


def _as_diagnostic(doubt: Doubt, path: str) -> Diagnostic:
    said = say(doubt.what, doubt.severity, path, doubt.message, doubt.hint)
    return replace(said, line=doubt.line)


def _problem(text: str, path: str) -> Diagnostic | None:
    if not text.strip("\ufeff\x00 \t\r\n") or text.isspace():
        return say("empty", "warning", path, "the file is empty")
    if max(text.count("\n"), text.count("\r")) > MAX_LINES:
        message = f"more than {MAX_LINES:,} lines, which no article has"
        return say("too-large", "error", path, message, "cut out the article's text")
    sample = text[:20_000]
    controls = sum(char < " " and char not in "\t\n\r\f" for char in sample)
    if controls + sample.count("\ufffd") > MAX_CONTROLS * len(sample):
        hint = "save the article as plain text"
        return say("not-text", "warning", path, "the file does not hold text", hint)
    return None


def _remarks(article: Article) -> list[Diagnostic]:
    """Say what keeps an article from being understood."""
    if not any(line.role == "body" for line in article.lines):
        message = "no sentence of an article was found in it"
        return [say("no-body", "warning", article.path, message)]
    if not is_read(article.language):
        message = f"its language is {article.language}; only English is understood"
        hint = "give a translation as a file of its own"
        return [say("language", "warning", article.path, message, hint)]
    return []
