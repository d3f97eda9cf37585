"""Statements as rows for people and spreadsheets, and which of them are wanted."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.article import Article, Span
from briefing.model.statement import Figure, Statement
from briefing.text.words import fold


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a row must hold; None asks for nothing."""

    article: str | None = None
    speaker: str | None = None
    day: str | None = None

    def holds(
        self, article: Article, statement: Statement, goes_on: str | None = None
    ) -> bool:
        """Tell whether the *statement* is wanted; *goes_on* as in `row_of`."""
        named = [fold(name) for name in _speakers(statement, goes_on)]
        days = [d for d in statement.dates if d.earliest and d.latest]
        return (
            (self.article is None or self.article in article.path)
            and (self.speaker is None or any(fold(self.speaker) in n for n in named))
            and (
                self.day is None
                or any(str(d.earliest) <= self.day <= str(d.latest) for d in days)
            )
        )


def row_of(
    article: Article, statement: Statement, goes_on: str | None = None
) -> dict[str, object]:
    """Give a statement as plain values: its place, and all that was found in it.

    *goes_on* is whose words it is where that is told in a sentence beside it.
    """
    return {
        "id": statement.id,
        "place": f"{article.path}:{statement.span.start}-{statement.span.end}",
        "role": statement.role,
        "speaker": _speakers(statement, goes_on),
        "dates": [f"{_words(article, d.span)} = {d.value}" for d in statement.dates],
        "figures": [_figure(f) for f in statement.figures],
        "hedges": [f"{h.kind}: {_words(article, h.span)}" for h in statement.hedges],
        "attributions": [
            {
                "kind": a.kind,
                "speaker": a.speaker.name if a.speaker else None,
                "cue": _words(article, a.cue),
                "source": _words(article, a.source),
                "content": [_words(article, span) for span in a.content],
                "because": a.because,
            }
            for a in statement.attributions
        ],
        "names": [f"{n.name} ({n.role or n.kind})" for n in statement.names],
        "places": [f"{p.name} ({p.country or p.kind})" for p in statement.places],
        "references": [
            f"{_words(article, r.span)} → {r.antecedent or '?'}"
            for r in statement.references
        ],
        "text": " ".join(statement.text.split()),
    }


def _speakers(statement: Statement, goes_on: str | None) -> list[str]:
    named = [a.speaker.name for a in statement.attributions if a.speaker]
    return [*named, goes_on] if goes_on and goes_on not in named else named


def _words(article: Article, span: Span | None) -> str:
    return "" if span is None else " ".join(article.text[span.start : span.end].split())


def _figure(figure: Figure) -> str:
    low, high = f"{figure.low:,g}", f"{figure.high:,g}"
    amount = low if low == high else f"{low}–{high}"
    about = "about " if figure.is_approximate else ""
    measure = f", {figure.measure}" if figure.measure else ""
    return f"{about}{amount} {figure.unit}{measure}"
