"""Read the outline's files and extract what they state, each of them once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from briefing.errors import NoArticlesError
from briefing.model.article import Article
from briefing.model.diagnostic import Diagnostic
from briefing.model.outline import Outline, SourceNote
from briefing.model.statement import Statement
from briefing.outline import find_articles
from briefing.readers import (
    READERS,
    bytes_of,
    file_of,
    join_files,
    name_files,
    notes_on,
)
from briefing.readers.twins import Read
from briefing.workers import Task, Work, Workshop

Progress = Callable[[str], None]
"""Called with the name of each stage as it begins, and in a long one how far it is."""

EVERY: Final = 20
"""Articles from one word of progress to the next: half a second of extraction."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The articles that an outline names."""

    articles: tuple[Article, ...]
    diagnostics: tuple[Diagnostic, ...]
    keys: Mapping[str, str | None]
    """Path of a file → the key of what was read from it; None where nothing is kept."""

    def key_of(self, article: Article) -> str | None:
        """Give what tells *article* from any other: its file's key, and its id."""
        known = self.keys.get(file_of(article.path))
        # Its day may come from the other articles, and dates what it tells.
        return f"{known} {article.id} {article.published}" if known else None

    def all_keys(self) -> list[str] | None:
        """Give the keys of all articles; None where one of them has none."""
        known = [key for key in map(self.key_of, self.articles) if key]
        return known if len(known) == len(self.articles) else None


def _read(data: bytes | Diagnostic, path: str, notes: Sequence[SourceNote]) -> Read:
    """Read the file at *path* that holds *data*, or say why it cannot be had."""
    if isinstance(data, Diagnostic):
        return (), (data,)
    # Late, as are all finders: what was kept needs none of their tables.
    from briefing.readers.reading import read_bytes

    return read_bytes(data, path, notes)


def _is_sound(read: Read) -> bool:
    """Tell whether a file was read to its end: a reader that failed may not again."""
    return all(item.code != "read-failed" for item in read[1])


def _extract(article: Article) -> Sequence[Statement]:
    """Extract what *article* states."""
    from briefing.extract import extract_statements

    return extract_statements(article)


def _gather(
    named: Sequence[tuple[str, Path]],
    sources: Sequence[SourceNote],
    expected: Collection[str],
    shop: Workshop,
    progress: Progress,
) -> Gathered:
    """Read the files that are *named*; the keys *expected* tell which may be kept."""
    tasks = _readings(named, sources, shop)
    read: list[Read] = []
    keys: dict[str, str | None] = {}
    for number, (task, found) in enumerate(shop.run(READING, tasks, len(named)), 1):
        read.append(found)
        # A file may change while it is read; and of two names that no letters can tell
        # apart, neither stands for the other.
        is_known = task.key in expected and task.name not in keys
        keys[task.name] = task.key if is_known and _is_sound(found) else None
        _tell(progress, "read", number, len(named), "files")
    articles, said = join_files([path for path, _ in named], read, sources)
    return Gathered(tuple(articles), tuple(said), keys)


def _is_known(gathered: Gathered) -> bool:
    """Tell whether each file was read to its end, and is known by a key."""
    return all(gathered.keys.values())


READING: Final = Work(_read, _is_sound)
GATHERING: Final = Work(_gather, _is_known)
EXTRACTION: Final = Work(_extract)


def gather_articles(
    outline: Outline, shop: Workshop, progress: Progress = lambda _: None
) -> Gathered:
    """Read the outline's articles; what cannot be read is in the diagnostics.

    They are kept together too, since to open 500 files takes longer than to read them.
    Raises NoArticlesError where nothing could be read.
    """
    paths, missing = find_articles(outline, READERS)
    named = name_files(paths, outline.folder)
    keys = _keys(named, outline.sources, shop)
    key = shop.key("articles", *keys, *map(repr, outline.sources))
    task = Task("articles", key, (named, outline.sources, set(keys), shop, progress))
    gathered = shop.remembered(GATHERING, task)
    diagnostics = (*missing, *gathered.diagnostics)
    if not gathered.articles:
        raise NoArticlesError("no article could be read", diagnostics)
    return replace(gathered, diagnostics=diagnostics)


def _keys(
    named: Sequence[tuple[str, Path]], sources: Sequence[SourceNote], shop: Workshop
) -> list[str]:
    """Give the keys of all files, as they are now; none where nothing is kept."""
    if not shop.is_keeping:
        return []
    return [task.key for task in _readings(named, sources, shop) if task.key]


def _readings(
    named: Sequence[tuple[str, Path]], sources: Sequence[SourceNote], shop: Workshop
) -> Iterator[Task]:
    """Give the task of reading each file; one that cannot be had is known by why."""
    for path, file in named:
        data = bytes_of(file, path)
        notes = notes_on(path, sources)
        content = repr(data)
        if isinstance(data, bytes):
            content = hashlib.sha256(data).hexdigest()
        key = shop.key("read", path, content, *map(repr, notes))
        yield Task(path, key, (data, path, notes))


def gather_statements(
    gathered: Gathered, shop: Workshop, progress: Progress = lambda _: None
) -> list[Statement]:
    """Extract what the articles state, in their order."""
    statements: list[Statement] = []
    count = len(gathered.articles)
    tasks = (_extraction(article, gathered, shop) for article in gathered.articles)
    for number, (_, found) in enumerate(shop.run(EXTRACTION, tasks, count), 1):
        statements += found
        _tell(progress, "extract", number, count, "articles")
    return statements


def _extraction(article: Article, gathered: Gathered, shop: Workshop) -> Task:
    known = gathered.key_of(article)
    key = shop.key("extract", known) if known else None
    return Task(article.id, key, (article,))


def _tell(progress: Progress, stage: str, number: int, count: int, things: str) -> None:
    if number % EVERY == 0 and number < count:
        progress(f"{stage}: {number:,} of {count:,} {things}")
