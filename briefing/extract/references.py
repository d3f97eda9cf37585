"""Find what in a sentence means something only with what stood before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.antecedents import FEMALE, MALE, antecedent_of
from briefing.model.article import Span
from briefing.model.statement import Reference

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from briefing.extract.reading import Reading, Sentence
    from briefing.model.statement import Attribution, DateMention, Name

PERSONAL = MALE | FEMALE
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
THINGS = frozenset({"it", "its", "itself"})


def find_references(
    reading: Reading,
    names: Sequence[Sequence[Name]],
    attributions: Sequence[Sequence[Attribution]],
    dates: Sequence[Sequence[DateMention]],
) -> tuple[tuple[Reference, ...], ...]:
    """Give the references of each sentence, in order."""
    found: list[tuple[Reference, ...]] = []
    for sentence in reading.sentences:
        here = pronouns_in(reading, names, attributions, sentence)
        here += days_in(dates[sentence.index])
        found.append(tuple(sorted(here, key=lambda r: r.span)))
    return tuple(found)


def pronouns_in(
    reading: Reading,
    names: Sequence[Sequence[Name]],
    attributions: Sequence[Sequence[Attribution]],
    sentence: Sentence,
) -> list[Reference]:
    """Give the pronouns whose antecedent stands in an earlier sentence."""
    del attributions
    found = []
    for token in sentence.tokens:
        if token.lower in PERSONAL:
            name, because = antecedent_of(reading, names, sentence.index, token.start)
            if name is not None and name.span.start >= sentence.span.start:
                continue
            words = name.name if name else None
            span = Span(token.start, token.end)
            found.append(Reference(span, "pronoun", words, because))
    return found


def days_in(dates: Sequence[DateMention]) -> list[Reference]:
    """Give the days that only the article's date tells."""
    return [
        Reference(date.span, "day", written(date), date.because)
        for date in dates
        if date.is_relative and date.type in {"DATE", "TIME"}
    ]


def written(date: DateMention) -> str | None:
    """Write the days of a date: "29 September 2023"."""
    if date.earliest is None or date.earliest != date.latest:
        return None
    return day_words(date.earliest)


def day_words(day: dt.date) -> str:
    """Write a day."""
    return f"{day.day} {day:%B} {day.year}"
