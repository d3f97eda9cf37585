"""Round-ups and live reports: what an article tells beside its report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from briefing.model.article import Article
from briefing.model.statement import Statement
from briefing.text.words import fold, stem, stopwords, words_in

FEWEST_ARTICLES: Final = 3
"""Articles from which the others can tell what the event's names are."""

FEWEST: Final = 3
"""Sentences of a block; the last two of a report often name somebody new."""

BEFORE: Final = 3
"""Sentences of the report above it."""

NEW_AT_START: Final = 2
NEW_IN_BLOCK: Final = 4
"""Words of names that no other article has; a witness at the end of a report brings
two. With these in 350 articles of 25 events three blocks are found, and all three are
of other events."""

ON_TOPIC: Final = 0.25
"""Share of a block's sentences that may hold a word of the headlines."""

FEWEST_ENTRIES: Final = 3
"""Lines with nothing but an hour that make a report a live one."""

ABOUT: Final = 2
"""Words of the headlines that an entry about the event holds; the name that all
headlines share stands in others too. As many entries must be about it."""

# Matches the line above an entry: "2:45 p.m.", "11 a.m. EDT", "14:30"; not "2 p.m. on".
_HOUR: Final = re.compile(
    r"(?:\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\.?|\d{1,2}[:.h]\d\d)(?:\s[A-Z]{2,4})?:?"
)

# Matches what leans on the sentence before: "He said", "The spokesman", "But".
_LEANS: Final = re.compile(
    r"[\"“‘'(]*(?:He|She|They|It|His|Her|Their|Its|This|That|These|Those|The|But|And"
    r"|Both|Another|Others?|Meanwhile|However|Also)\b"
)

Told = Mapping[str, Sequence[Statement]]
"""Article → its statements, in order."""


def find_other_stories(
    articles: Sequence[Article], told: Told
) -> dict[str, tuple[Statement, ...]]:
    """Give article → the statements that are of another story: its end, or entries.

    Such a block begins with names that neither the report above it nor any other
    article has, shares no name with the report, and hardly a word with a headline. An
    entry of a live report is one by its new names and its want of headline words.
    """
    if len(articles) < FEWEST_ARTICLES:
        return {}
    names = {a.id: [_names(s) for s in told[a.id]] for a in articles}
    homes: Counter[str] = Counter()
    for found in names.values():
        homes.update(frozenset().union(*found))
    terms = _terms(articles)
    least = max(FEWEST_ARTICLES, len(articles) // 2)
    common = frozenset(name for name, count in homes.items() if count >= least)
    blocks: dict[str, tuple[Statement, ...]] = {}
    for a in articles:
        known = terms | _stems(a.title or "")
        entries = _entries(told[a.id])
        blocks[a.id] = (
            _other_entries(entries, homes, known)
            if entries
            else _block(told[a.id], names[a.id], homes, known, common)
        )
    return {article: block for article, block in blocks.items() if block}


def _entries(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Give the entries of a live report; none where it is another report."""
    entries: list[list[Statement]] = []
    for statement in statements:
        if statement.role == "body" and _HOUR.fullmatch(statement.text.strip()):
            entries.append([])
        elif statement.role == "body" and entries:
            entries[-1].append(statement)
    return entries if len(entries) >= FEWEST_ENTRIES else []


def _other_entries(
    entries: Sequence[Sequence[Statement]],
    homes: Mapping[str, int],
    terms: frozenset[str],
) -> tuple[Statement, ...]:
    """Give the entries that are of other matters; none where few are of the event."""
    words = [_stems(" ".join(s.text for s in entry)) for entry in entries]
    is_about = [len(found & terms) >= ABOUT for found in words]
    if sum(is_about) < ABOUT:
        return ()
    others = (
        entry
        for entry, about in zip(entries, is_about, strict=True)
        if not about and _is_new(entry, homes)
    )
    return tuple(statement for entry in others for statement in entry)


def _is_new(entry: Sequence[Statement], homes: Mapping[str, int]) -> bool:
    found = frozenset().union(*map(_names, entry))
    return len(_new(found, homes)) >= NEW_IN_BLOCK


def _block(
    statements: Sequence[Statement],
    names: Sequence[frozenset[str]],
    homes: Mapping[str, int],
    terms: frozenset[str],
    common: frozenset[str],
) -> tuple[Statement, ...]:
    """Give the end of a report that is of another story.

    A name that half of the articles have, the town's, makes it one of the event.
    """
    body = [
        (statement, found)
        for statement, found in zip(statements, names, strict=True)
        if statement.role == "body"
    ]
    above = [n for s, n in zip(statements, names, strict=True) if s.role != "body"]
    seen = common.union(*above)
    last = len(body) - FEWEST
    for i, (statement, found) in enumerate(body[: last + 1]):
        begins = i >= BEFORE and 2 * i >= len(body) - 2
        if begins and _is_start(statement, _new(found, homes) - seen):
            block = body[i:]
            if _is_apart(block, seen, homes, terms):
                return tuple(s for s, _ in block)
        seen |= found
    return ()


def _is_start(statement: Statement, new: frozenset[str]) -> bool:
    """Tell whether a story may begin here; not with a witness who speaks."""
    if len(new) < NEW_AT_START or _LEANS.match(statement.text):
        return False
    people = {name.name for name in statement.names if name.kind == "person"}
    speakers = {a.speaker.name for a in statement.attributions if a.speaker}
    return people.isdisjoint(speakers)


def _is_apart(
    block: Sequence[tuple[Statement, frozenset[str]]],
    seen: frozenset[str],
    homes: Mapping[str, int],
    terms: frozenset[str],
) -> bool:
    """Tell whether nothing in *block* is of the report above it, or of its event."""
    found = frozenset().union(*(names for _, names in block))
    if found & seen or len(_new(found, homes)) < NEW_IN_BLOCK:
        return False
    near = sum(not terms.isdisjoint(_stems(s.text)) for s, _ in block)
    return near <= ON_TOPIC * len(block)


def _new(found: Iterable[str], homes: Mapping[str, int]) -> frozenset[str]:
    """Give those words of names that this article alone has."""
    return frozenset(name for name in found if homes[name] == 1)


def _names(statement: Statement) -> frozenset[str]:
    """Give the longer words with capitals in the names and places of a sentence."""
    names = [name.name for name in statement.names]
    names += [place.name for place in statement.places]
    words = (word.strip(".,'’") for name in names for word in name.split())
    return frozenset(
        fold(word)
        for word in words
        if len(word) > 2 and word[0].isupper()  # noqa: PLR2004 - initials tell little
    )


def _terms(articles: Sequence[Article]) -> frozenset[str]:
    """Give the stems that stand in more than one headline: the event's words."""
    counts = Counter(term for a in articles for term in _stems(a.title or ""))
    return frozenset(term for term, count in counts.items() if count > 1)


def _stems(text: str) -> frozenset[str]:
    return frozenset(
        stem(word)
        for word in words_in(text)
        if len(word) > 3 and word.lower() not in stopwords()  # noqa: PLR2004
    )
