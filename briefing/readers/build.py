"""Build an article from what a reader gave: segments, sentences, what it proves."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, fields

from briefing.model.article import SPOKEN_ROLES, Article, Segment
from briefing.model.diagnostic import Diagnostic
from briefing.model.outline import SourceNote
from briefing.readers.days import Day
from briefing.readers.names import is_same_name
from briefing.readers.page import DOUBTFUL_DAY, Page
from briefing.readers.places import Found, find_places
from briefing.readers.proofs import Proof, find_disagreements, find_proof
from briefing.text.language import find_language
from briefing.text.roles import find_segments
from briefing.text.sentences import find_sentences


@dataclass(frozen=True, slots=True)
class Built:
    """An article, and what is to be said about it."""

    article: Article
    diagnostics: tuple[Diagnostic, ...]


def build_article(
    page: Page, data: bytes, path: str, note: SourceNote, given_by: str
) -> Built:
    """Give the article of *page*, which was read from *data*.

    What *note* states wins, then the page's own data, then the text; *given_by* says
    whose word the note is.
    """
    text, claims = page.text, page.claims
    known_title = claims.title[0].value if claims.title else None
    lines = find_segments(text, note.title or known_title, page.standfirst)
    proof = find_proof(claims, find_places(text, lines))
    title, title_from = _either(note.title, proof.title, given_by)
    outlet, outlet_from = _either(note.outlet, proof.outlet, given_by)
    agency, agency_from = _either(note.agency, proof.agency, given_by)
    byline, byline_from = _either(note.byline, proof.byline, given_by)
    given_day = note.published.isoformat() if note.published else None
    published, published_from = _either(given_day, _dated(proof.days), given_by)
    told = find_language(_spoken(text, lines))
    claimed = claims.language[0].value if claims.language else None
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
        language=told or claimed,
        lines=lines,
        sentences=find_sentences(text, lines),
        url=note.url or page.url,
        reliability=note.reliability or "F",
        marking=note.marking,
    )
    return Built(
        article,
        (
            *_contradictions(note, proof, path),
            *find_disagreements(proof, path, _settled(note)),
            *_doubts(article, proof),
        ),
    )


def _settled(note: SourceNote) -> frozenset[str]:
    return frozenset(f.name for f in fields(note) if getattr(note, f.name) is not None)


def _dated(days: Sequence[Day]) -> tuple[Found, ...]:
    return tuple(Found(d.value.isoformat(), d.where) for d in days if d.value)


def _either(
    given: str | None, found: Sequence[Found], given_by: str
) -> tuple[str | None, str | None]:
    if given is not None:
        return given, given_by
    return (found[0].value, found[0].where) if found else (None, None)


def _spoken(text: str, lines: tuple[Segment, ...]) -> str:
    return "\n".join(
        text[line.span.start : line.span.end]
        for line in lines
        if line.role in SPOKEN_ROLES
    )


def _contradictions(
    note: SourceNote, proof: Proof, path: str
) -> tuple[Diagnostic, ...]:
    """Give a warning for each word of *note* that the article itself denies."""
    found: list[Diagnostic] = []
    for name, given, said in (
        ("outlet", note.outlet, proof.outlet),
        ("agency", note.agency, proof.agency),
        ("byline", note.byline, proof.byline),
    ):
        if given and said and not any(is_same_name(given, s.value) for s in said):
            found.append(_contradiction(path, name, given, said[0]))
    days = _dated(proof.days)
    day = str(note.published)
    if note.published and days and all(said.value != day for said in days):
        found.append(_contradiction(path, "published", day, days[0]))
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


def _doubts(article: Article, proof: Proof) -> tuple[Diagnostic, ...]:
    if article.published is None and proof.days:
        return (
            Diagnostic(
                DOUBTFUL_DAY,
                "warning",
                f"{proof.days[0].where} can be read day first or month first",
                article.path,
                hint="write `published: 2023-09-30` in the outline's sources",
            ),
        )
    return ()
