"""Turn an excerpt into what a page shows of it: pieces, voice, marks, small print."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from briefing.labels import label
from briefing.model.brief import Excerpt, Insertion, Quote, Source
from briefing.resources import word_list
from briefing.text.initials import initials_of
from briefing.writers.display import one_line, shown

CANNOT_BE_JUDGED: Final = 6
"""Credibility of what no known origin carries."""

PLAIN: Final = (3, 6)
"""Credibility that nothing raised or lowered, or that cannot be judged.

Most sentences have it; it is left to the evidence."""

AND: Final = " and "
"""Between two who speak in one sentence."""

PieceKind = Literal["quote", "insertion", "ellipsis"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an excerpt, with white space at its ends as the page needs it."""

    kind: PieceKind
    text: str
    """An insertion's has its brackets."""
    is_speaker: bool = False
    """True for the words that name whoever makes the claim."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation mark where it stands on the page."""

    mark: str
    anchor: str | None
    """Where the evidence leads back to; None where an earlier one serves."""
    has_evidence: bool = True


@dataclass(frozen=True, slots=True)
class Said:
    """An excerpt as the page shows it."""

    pieces: tuple[Piece, ...]
    voice: str
    is_claim: bool
    """True where a speaker says it, False where a newsroom reports it."""
    shows_voice: bool
    """False where the voice is named in the words, or goes on from the one before."""
    marks: tuple[Mark, ...]
    status: str | None
    """"denied", "disputed", "unconfirmed"; None where there is nothing to warn of."""
    status_class: str
    """The same for a style sheet, whatever the labels say."""
    small: tuple[str, ...]
    """Counts and grade, in the program's words."""
    language: str | None
    """Of the source's words, where it is known."""


def say(
    excerpt: Excerpt, sources: Mapping[int, Source], marks: tuple[Mark, ...]
) -> Said:
    """Show *excerpt*, whose citations have become *marks*."""
    voice = shown(excerpt.voice) or label("voice.unknown")
    is_claim = excerpt.speaker is not None
    pieces = pieces_of(excerpt)
    if is_claim and excerpt.names_speaker:
        pieces = _name_speaker(pieces, voice)
    named = any(piece.is_speaker for piece in pieces)
    warns = excerpt.status not in ("reported", "attributed")
    first = next((p.source for p in excerpt.parts if isinstance(p, Quote)), 0)
    source = sources.get(first)
    graded = (grade(excerpt, source),) if excerpt.credibility not in PLAIN else ()
    return Said(
        pieces=pieces,
        voice=voice,
        is_claim=is_claim,
        shows_voice=not named,
        marks=marks,
        status=_status(excerpt) if warns else None,
        status_class=excerpt.status,
        small=(*counts(excerpt), *graded),
        language=source.language if source else None,
    )


def _status(excerpt: Excerpt) -> str:
    """Say what is in doubt; where it is one clause of several, which."""
    if not excerpt.contested:
        return label(f"status.{excerpt.status}")
    words = label("ask.quoted", words=shown(excerpt.contested))
    return label(f"status.{excerpt.status}_part", words=words)


def counts(excerpt: Excerpt) -> tuple[str, ...]:
    """Say how many stand behind *excerpt*, where it is more than one article."""
    articles = len({citation.source for citation in excerpt.citations})
    if max(articles, excerpt.origins, excerpt.speakers) < 2:  # noqa: PLR2004 - more than one
        return ()
    is_known = excerpt.origins > 1 or excerpt.credibility != CANNOT_BE_JUDGED
    found = [label("count.origin", count=excerpt.origins)]
    if not is_known:
        found = [label("count.no_origin")]
    if articles > excerpt.origins:
        found.insert(0, label("count.article", count=articles))
    if excerpt.speaker and max(excerpt.origins, excerpt.speakers) > 1:
        found.append(label("count.speaker", count=excerpt.speakers))
    return (", ".join(found),)


def grade(excerpt: Excerpt, source: Source | None) -> str:
    """Give the grade as "B2": reliability of the source, credibility of the words."""
    return f"{source.reliability if source else 'F'}{excerpt.credibility}"


def pieces_of(excerpt: Excerpt) -> tuple[Piece, ...]:
    """Divide an excerpt's text at its insertions and ellipses.

    A source may hold brackets of its own: a quotation that a citation covers is stepped
    over whole, so that only what was put in is shown as put in.
    """
    pieces: list[Piece] = []
    place = earliest = 0
    for part in excerpt.parts:
        if isinstance(part, Quote):
            earliest += len(_slice(excerpt, part))
            continue
        is_insertion = isinstance(part, Insertion)
        words = one_line(f"[{part.text}]") if isinstance(part, Insertion) else "…"
        found = excerpt.text.find(words, max(place, earliest - 1))
        if found < 0:
            continue
        pieces.append(Piece("quote", excerpt.text[place:found]))
        pieces.append(Piece("insertion" if is_insertion else "ellipsis", words))
        place = earliest = found + len(words)
    pieces.append(Piece("quote", excerpt.text[place:]))
    # Each piece is made safe alone: the places above are those of the text as it is.
    safe = (replace(piece, text=shown(piece.text)) for piece in pieces)
    return tuple(piece for piece in safe if piece.text)


def _slice(excerpt: Excerpt, part: Quote) -> str:
    """Give the words of *part* as far as the excerpt's citations hold them."""
    for citation in excerpt.citations:
        if citation.source == part.source and citation.start <= part.start:
            words = citation.exact[
                part.start - citation.start : part.end - citation.start
            ]
            if part.end <= citation.end:
                return one_line(words).strip()
    return ""


def _name_speaker(pieces: tuple[Piece, ...], voice: str) -> tuple[Piece, ...]:
    """Mark the first words that name the *voice*: whole, or by a person's last name.

    Of two who speak in one sentence, "the mayor and the union", each is marked.
    """
    named = _name_one(pieces, voice)
    if named is not pieces or voice.count(AND) != 1:
        return named
    one, other = voice.split(AND)
    half = _name_one(pieces, one)
    both = _name_one(half, other)
    return pieces if half is pieces or both is half else both


def _name_one(pieces: tuple[Piece, ...], voice: str) -> tuple[Piece, ...]:
    words = voice.split()
    # "Head of the Army" has no last name: "Army" alone would name somebody else.
    is_name = all(w[:1].isupper() or w in word_list("name_particles") for w in words)
    letters = initials_of(voice)
    for name in (voice, words[-1], letters) if words and is_name else (voice,):
        flags = 0 if name == letters else re.IGNORECASE
        pattern = re.compile(rf"(?<!\w)\[?{re.escape(name)}\]?(?!\w)", flags)
        for index, piece in enumerate(pieces):
            match = pattern.search(piece.text)
            if match and piece.kind != "ellipsis" and not piece.is_speaker:
                return (
                    *pieces[:index],
                    *_split(piece, match.start(), match.end()),
                    *pieces[index + 1 :],
                )
    return pieces


def _split(piece: Piece, start: int, end: int) -> tuple[Piece, ...]:
    if piece.kind == "insertion":
        return (replace(piece, is_speaker=True),)
    before, name, after = piece.text[:start], piece.text[start:end], piece.text[end:]
    made = (
        replace(piece, text=before),
        replace(piece, text=name, is_speaker=True),
        replace(piece, text=after),
    )
    return tuple(part for part in made if part.text)
