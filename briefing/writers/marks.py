"""Keep both ends of a citation together: the mark and its passage of evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.labels import label
from briefing.model.brief import Brief, Citation, Excerpt
from briefing.reading_order import excerpts_of
from briefing.text.beginnings import beginning
from briefing.writers.display import shown
from briefing.writers.said import Mark, Said, grade, say


@dataclass(frozen=True, slots=True)
class Use:
    """A part of the document that uses a passage."""

    title: str
    """Its heading."""
    anchor: str
    """Of the mark there."""
    place: str
    """The key of the part: "s2", "timeline"."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A citation's exact words in their context."""

    mark: str
    anchor: str
    source: int
    before: str
    exact: str
    after: str
    where: str
    statement: str
    grade: str | None
    uses: tuple[Use, ...]
    language: str | None


@dataclass
class Ledger:
    """Collects, while the page is laid out, which mark stands where."""

    brief: Brief
    citations: dict[str, Citation] = field(init=False)
    cited: defaultdict[int, list[Citation]] = field(init=False)
    """Number of a source → what is cited of it."""
    uses: dict[str, dict[str, Use]] = field(default_factory=dict)
    grades: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sources = {source.number: source for source in self.brief.sources}
        self.citations = {}
        for excerpt in excerpts_of(self.brief):
            for citation in excerpt.citations:
                self.citations.setdefault(citation.mark, citation)
        self.cited = defaultdict(list)
        for citation in self.citations.values():
            self.cited[citation.source].append(citation)

    def say(self, excerpt: Excerpt, place: str, title: str) -> Said:
        """Show *excerpt* in the part *place*, headed *title*."""
        marks = self.marks((c.mark for c in excerpt.citations), place, title)
        for citation in excerpt.citations:
            given = grade(excerpt, self.sources.get(citation.source))
            self.grades.setdefault(citation.mark, given)
        return say(excerpt, self.sources, marks)

    def marks(self, marks: Iterable[str], place: str, title: str) -> tuple[Mark, ...]:
        """Note that *marks* stand in *place*; evidence leads to the first there."""
        found = []
        for mark in dict.fromkeys(marks):
            if mark not in self.citations:
                found.append(Mark(shown(mark), None, has_evidence=False))
                continue
            uses = self.uses.setdefault(mark, {})
            anchor = None
            if place not in uses:
                anchor = f"{place}-{shown(mark)}"
                uses[place] = Use(title, anchor, place)
            found.append(Mark(shown(mark), anchor))
        return tuple(found)

    def evidence(self, number: int) -> tuple[Passage, ...]:
        """Give the passages of source *number*, in the order of their marks."""
        own = self.cited[number]
        source = self.sources.get(number)
        return tuple(
            Passage(
                mark=shown(citation.mark),
                anchor=f"e-{shown(citation.mark)}",
                source=number,
                before=shown(citation.prefix).lstrip(),
                exact=shown(citation.exact),
                after=shown(citation.suffix).rstrip(),
                where=label("evidence.place", start=citation.start, end=citation.end),
                statement=shown(_named(citation)),
                grade=self.grades.get(citation.mark),
                uses=tuple(self.uses.get(citation.mark, {}).values()),
                language=source.language if source else None,
            )
            for citation in sorted(own, key=lambda c: (len(c.mark), c.mark))
        )


def _named(citation: Citation) -> str:
    """Give the statement as an edit of the outline names it: its id and first words."""
    return f"{citation.statement} {beginning(citation.exact)}".rstrip()
