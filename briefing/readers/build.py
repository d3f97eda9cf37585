"""Build an article from decoded text: its segments, its sentences, what it proves."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass

from briefing.model.article import SPOKEN_ROLES, Article, Segment
from briefing.model.diagnostic import Diagnostic
from briefing.model.outline import SourceNote
from briefing.readers.credits import (
    find_byline,
    find_credited_agency,
    find_outlet,
    find_title,
)
from briefing.readers.days import Day, find_days
from briefing.readers.places import Found, Place, find_places
from briefing.text.agencies import find_agency
from briefing.text.language import find_language
from briefing.text.roles import find_segments
from briefing.text.sentences import find_sentences
from briefing.text.words import fold


@dataclass(frozen=True, slots=True)
class Built:
    """An article, and what is to be said about it."""

    article: Article
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """What an article's text says of itself; None where it says nothing."""

    title: Found | None
    outlet: Found | None
    agency: Found | None
    byline: Found | None
    days: tuple[Day, ...]


def read_text(
    text: str,
    *,
    published: dt.date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    id: str = "text",  # noqa: A002 - the name other tools rely on
) -> Article:
    """Give the article that *text* is; what the caller states wins over the text."""
    note = SourceNote(id, outlet=outlet, published=published, title=title)
    data = text.encode("utf-8", "surrogatepass")
    return build_article(text, data, id, note, "the caller").article


def build_article(
    text: str, data: bytes, path: str, note: SourceNote, given_by: str
) -> Built:
    """Give the article that *text*, decoded from *data*, is.

    What *note* states wins; *given_by* says whose word that is.
    """
    lines = find_segments(text, note.title)
    proof = _prove(find_places(text, lines))
    day = next((day for day in proof.days if day.value is not None), None)
    found_day = Found(day.value.isoformat(), day.where) if day and day.value else None
    title, title_from = _either(note.title, proof.title, given_by)
    outlet, outlet_from = _either(note.outlet, proof.outlet, given_by)
    agency, agency_from = _either(note.agency, proof.agency, given_by)
    byline, byline_from = _either(note.byline, proof.byline, given_by)
    given_day = note.published.isoformat() if note.published else None
    published, published_from = _either(given_day, found_day, given_by)
    article = Article(
        id=path,
        path=path,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        text_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        title=title,
        title_from=title_from,
        outlet=outlet,
        outlet_from=outlet_from,
        agency=agency,
        agency_from=agency_from,
        byline=byline,
        byline_from=byline_from,
        published=dt.date.fromisoformat(published) if published else None,
        published_from=published_from,
        language=find_language(_spoken(text, lines)),
        lines=lines,
        sentences=find_sentences(text, lines),
        url=note.url,
        reliability=note.reliability or "F",
        marking=note.marking,
    )
    return Built(
        article, (*_contradictions(note, proof, path), *_doubts(article, proof))
    )


def _prove(places: tuple[Place, ...]) -> Proof:
    return Proof(
        find_title(places),
        find_outlet(places),
        find_credited_agency(places),
        find_byline(places),
        find_days(places),
    )


def _either(
    given: str | None, found: Found | None, given_by: str
) -> tuple[str | None, str | None]:
    if given is not None:
        return given, given_by
    return (found.value, found.where) if found else (None, None)


def _spoken(text: str, lines: tuple[Segment, ...]) -> str:
    return "\n".join(
        text[line.span.start : line.span.end]
        for line in lines
        if line.role in SPOKEN_ROLES
    )


def _contradictions(
    note: SourceNote, proof: Proof, path: str
) -> tuple[Diagnostic, ...]:
    """Give a warning for each word of *note* that the article's own text denies."""
    found: list[Diagnostic] = []
    for name, given, said in (
        ("outlet", note.outlet, proof.outlet),
        ("agency", note.agency, proof.agency),
        ("byline", note.byline, proof.byline),
    ):
        if given and said and not _same_name(given, said.value):
            found.append(_contradiction(path, name, given, said))
    days = [day for day in proof.days if day.value]
    if note.published and days and all(day.value != note.published for day in days):
        said = Found(str(days[0].value), days[0].where)
        found.append(_contradiction(path, "published", str(note.published), said))
    return tuple(found)


def _contradiction(path: str, name: str, given: str, said: Found) -> Diagnostic:
    return Diagnostic(
        "read-note-contradicts",
        "warning",
        f"the note says {name} {given!r}, the article itself {said.value!r} "
        f"({said.where})",
        path,
        hint=f"the note is used; leave {name} out of it to use what the article says",
    )


def _same_name(given: str, said: str) -> bool:
    """Tell whether two names share a word that tells: "AP", "The Associated Press"."""
    ours, theirs = (set(fold(name).split()) - {"the"} for name in (given, said))
    agencies = find_agency(given), find_agency(said)
    return bool(ours & theirs) or (
        agencies[0] is not None and agencies[0] == agencies[1]
    )


def _doubts(article: Article, proof: Proof) -> tuple[Diagnostic, ...]:
    if article.published is None and proof.days:
        return (
            Diagnostic(
                "read-date-ambiguous",
                "warning",
                f"{proof.days[0].where} can be read day first or month first",
                article.path,
                hint="write `published: 2023-09-30` in the outline's sources",
            ),
        )
    return ()
