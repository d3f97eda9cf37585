"""Prove that an excerpt says what its source says: words, gaps, brackets, order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from briefing.model.brief import Citation, Excerpt, Insertion, Quote
from briefing.model.diagnostic import Diagnostic
from briefing.verify.passages import Found, Passages

SPACES: Final = re.compile(r"\s+")
WORD: Final = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation in the article as it is today."""

    text: str
    """The article's."""
    start: int
    end: int

    @property
    def words(self) -> str:
        """The quotation's words, white space as one space, none at the ends."""
        return SPACES.sub(" ", self.text[self.start : self.end]).strip()


def check_excerpt(excerpt: Excerpt, passages: Passages) -> list[Diagnostic]:
    """Give what does not hold in *excerpt*; where its passages fail, only that."""
    problems: list[Diagnostic] = []
    found: dict[Citation, Found] = {}
    for citation in excerpt.citations:
        passage, told = passages.find(citation)
        problems += told
        if passage:
            found[citation] = passage
    if len(found) < len(excerpt.citations):
        return problems
    laws = (_uncited, _bracketed, _joined, _gapless)
    return problems + [
        Diagnostic(f"verify-{law.__name__[1:]}", "error", f"{_name(excerpt)} {what}")
        for law in laws
        for what in law(excerpt, found)
    ]


def _name(excerpt: Excerpt) -> str:
    marks = ", ".join(citation.mark for citation in excerpt.citations)
    return f"excerpt {excerpt.id} ({marks})"


def _uncited(excerpt: Excerpt, found: dict[Citation, Found]) -> Iterator[str]:
    """Every quoted word lies within a passage that is cited; there is at least one."""
    quotes = [part for part in excerpt.parts if isinstance(part, Quote)]
    if not quotes:
        yield "quotes nothing"
    for quote in quotes:
        if _place(quote, found) is None:
            yield (
                f"quotes characters {quote.start}–{quote.end} of source "
                f"{quote.source}, which no citation holds"
            )


def _bracketed(excerpt: Excerpt, found: dict[Citation, Found]) -> Iterator[str]:
    """No insertion can pass for the source's words: none is empty or holds brackets."""
    del found
    for part in excerpt.parts:
        if isinstance(part, Insertion) and not part.text.strip():
            yield "has an empty insertion"
        elif isinstance(part, Insertion) and set(part.text) & set("[]"):
            yield f"has brackets inside the insertion “{part.text}”"


def _joined(excerpt: Excerpt, found: dict[Citation, Found]) -> Iterator[str]:
    """The text is its parts joined, to the character; at a seam may stand a space."""
    place = 0
    for part in excerpt.parts:
        if isinstance(part, Quote):
            where = _place(part, found)
            words = where.words if where else ""
        else:
            words = f"[{part.text}]" if isinstance(part, Insertion) else "…"
            words = SPACES.sub(" ", words)
        if place and excerpt.text.startswith(" ", place):
            place += 1
        if not excerpt.text.startswith(words, place):
            yield f"reads “{_at(excerpt.text, place)}” where its part is “{words}”"
            return
        place += len(words)
    if place != len(excerpt.text):
        yield f"ends with words that are none of its parts: “{excerpt.text[place:]}”"


def _gapless(excerpt: Excerpt, found: dict[Citation, Found]) -> Iterator[str]:
    """Words left out of the sentence are marked, and quotations keep their order."""
    sentence = next(iter(found.items()), None)
    if sentence is None:
        return
    citation, passage = sentence
    place, is_marked = passage.start, False
    stands_for: list[Place] = []
    for part in excerpt.parts:
        if isinstance(part, Quote):
            where = _place(part, {citation: passage})
            if where is None:
                continue
            if where.start < place:
                yield "quotes words twice, or out of their order"
            gap = Place(passage.text, place, where.start)
            yield from _gap(gap, stands_for, is_marked=is_marked)
            place, is_marked, stands_for = where.end, False, []
        elif isinstance(part, Insertion):
            replaced = part.replaces and _place(part.replaces, {citation: passage})
            if part.replaces and not replaced:
                yield f"has “[{part.text}]” for words that its sentence does not hold"
            stands_for += [replaced] if replaced else []
        else:
            is_marked = True
    rest = Place(passage.text, place, passage.end)
    yield from _gap(rest, stands_for, is_marked=is_marked)


def _gap(gap: Place, stands_for: list[Place], *, is_marked: bool) -> Iterator[str]:
    """Say so where words between two quotations are gone without a sign."""
    for replaced in stands_for:
        if not gap.start <= replaced.start < replaced.end <= gap.end:
            yield f"puts a bracket for “{replaced.words}”, which stands elsewhere"
    if is_marked:
        return
    place = gap.start
    edges = [(r.start, r.end) for r in sorted(stands_for, key=lambda r: r.start)]
    for start, end in [*edges, (gap.end, gap.end)]:
        if WORD.search(gap.text, place, max(place, start)):
            words = SPACES.sub(" ", gap.text[place:start]).strip()
            yield f"leaves out “{words}” without an ellipsis"
        place = max(place, end)


def _place(quote: Quote, found: dict[Citation, Found]) -> Place | None:
    """Give where *quote* stands today: inside a cited passage, moved as that has."""
    for citation, passage in found.items():
        inside = citation.start <= quote.start < quote.end <= citation.end
        if citation.source != quote.source or not inside:
            continue
        if not passage.is_moved:
            return Place(passage.text, quote.start, quote.end)
        return _moved(quote, citation, passage)
    return None


def _moved(quote: Quote, citation: Citation, passage: Found) -> Place | None:
    """Find the quotation's words in the passage where it stands now."""
    cut = quote.start - citation.start, quote.end - citation.start
    before = _spaced(citation.exact[: cut[0]])
    words = _spaced(citation.exact[cut[0] : cut[1]])
    pattern = re.compile(rf"{before}\s*({words})")
    match = pattern.match(passage.text, passage.start, passage.end)
    return Place(passage.text, match.start(1), match.end(1)) if match else None


def _spaced(words: str) -> str:
    """Give a pattern for *words* with any white space between them."""
    return r"\s+".join(map(re.escape, words.split()))


def _at(text: str, place: int) -> str:
    return text[place : place + 40]
