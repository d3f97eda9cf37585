"""Find the clause that a sentence can do without, so that the rest says the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from briefing.extract.antecedents.speech import is_speech_verb
from briefing.model.article import Span
from briefing.model.plan import Choice
from briefing.model.statement import Attribution, Figure, Statement
from briefing.plan.clauses import has_past
from briefing.plan.stems import content_stems
from briefing.plan.tolls import RISING, Tolls, outdated
from briefing.plan.view import View
from briefing.text.words import tokens

SHORTEST: Final = 8
"""Words that must be left for what remains to say something alone."""

FEWEST: Final = 6
"""The same, of one side of a dispute, which stands beside the other."""

OPENS: Final = 16
"""Words of a clause among which whoever speaks in it is named."""

TOLD: Final = 0.75
"""Share of a clause's words that must stand above for the clause to be a repetition."""

# Matches the comma and the opening of a clause that only adds: ", killing at least",
# ", which left"; not ", saying", whose words would be cut from their speaker.
OPENING: Final = re.compile(
    r",\s+(?=(?:(?:and\s+)?(?:kill|injur|wound|leav|claim|tak)ing|in which|which|who"
    r"|an? \w+ (?:that|which)|with)\b)"
)
# Matches " though the agency said", ", while his lawyer said", ", and the mayor said";
# not "and", without a comma.
BESIDES: Final = re.compile(
    r",?\s+(?=(?:(?:even\s+)?though|although|while|whereas)\b)|,\s+(?=and\b)",
    re.IGNORECASE,
)

# Matches the comma and opening of a clause that only adds at a sentence's end:
# ", who led the brigade", ", with crowds chanting", ", becoming the second"; not
# ", including the mayor", without which the rest says another thing.
ADDING: Final = re.compile(
    r",\s+(?=(?:in which|which|who|whose|where|with|one of the"
    r"|(?!(?:includ|involv|accord|concern|regard|dur)ing)(?P<act>[a-z]{3,}ing)"
    r"|an? \w+ (?:that|which|who)|an? \w+ (?:to|of|for) )\b)"
)
# Matches any mark of a quotation.
MARKS: Final = re.compile(r"[“”\"]")


Trims = Mapping[str, Span | None]
"""Statement with a toll that is no longer so → the clause that tells it, None where the
sentence says nothing without it."""


def stale_clauses(view: View, tolls: Tolls) -> Trims:
    """Give the statements that count otherwise than a later report; none pinned."""
    found: dict[str, Span | None] = {}
    for item in sorted(outdated(tolls) - view.outline.edits.pin.keys()):
        statement = view.statements[item]
        stale = [f for f in statement.figures if f.measure in RISING]
        found[item] = clause_of(statement, stale)
    return found


def trimmed(choices: tuple[Choice, ...], trims: Trims) -> tuple[Choice, ...]:
    """Give *choices*, each without its clause that is no longer so."""
    return tuple(replace(c, trim=trims.get(c.statement) or c.trim) for c in choices)


def without_repeats(view: View, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Leave out of *choices*, in reading order, each toll that stands there already.

    The clause goes where its figures are told above and hardly a word of it is new:
    "…, killing all 93 people on board" the second time.
    """
    kept: list[Choice] = []
    told: set[tuple[str | None, float, float]] = set()
    known: set[str] = set()
    for choice in choices:
        statement = view.statements[choice.statement]
        tolls = [f for f in statement.figures if f.measure in RISING and f.is_real]
        clause = choice.trim
        if clause is None and tolls and told.issuperset(_value(f) for f in tolls):
            clause = clause_of(statement, tolls)
            clause = clause if clause and _is_told(statement, clause, known) else None
        kept.append(replace(choice, trim=clause))
        told.update(_value(f) for f in tolls)
        known.update(view.stems[choice.statement])
    return tuple(kept)


def _value(figure: Figure) -> tuple[str | None, float, float]:
    return figure.measure, figure.low, figure.high


def _is_told(statement: Statement, clause: Span, known: set[str]) -> bool:
    words = content_stems(statement.words_at(clause))
    return sum(word in known for word in words) >= TOLD * len(words)


def clause_of(statement: Statement, figures: Iterable[Figure]) -> Span | None:
    """Give the closing clause that holds all *figures*, None where none can go.

    No clause with words of speech, a hedge, or someone who says it is ever cut; what
    remains keeps its main clause and its speaker.
    """
    text, shift = statement.text, statement.span.start
    places = [figure.span.start - shift for figure in figures]
    if not places:
        return None
    openings = [m for m in OPENING.finditer(text) if m.start() < min(places)]
    if not openings:
        return None
    start = openings[-1].start()
    end = _end(statement, start, max(places))
    if end is None or MARKS.search(text, start, end):
        return None
    inside = Span(shift + start, shift + end)
    rest = f"{text[:start]} {text[end:]}"
    if len(rest.split()) < SHORTEST or _holds_a_voice(statement, inside):
        return None
    # Before a speaker the opening comma stays: "on Tuesday, … police said".
    is_last = not text[end:].strip()
    return inside if is_last else Span(inside.start + 1, inside.end)


def closing_clause(statement: Statement) -> Span | None:
    """Give the clause that closes a sentence and only adds, None where none can go.

    It holds no toll, no quotation, no hedge and nobody who speaks.
    """
    text, shift = statement.text, statement.span.start
    tolls = [f.span.start - shift for f in statement.figures if f.measure]
    for match in ADDING.finditer(text):
        start = match.start()
        inside = Span(shift + start, statement.span.end)
        if len(text[:start].split()) < SHORTEST or MARKS.search(text, start):
            continue
        # "The mayor of the town, who …, resigned": what stands before must be told.
        if not has_past(text[:start]) or is_speech_verb(match["act"] or ""):
            continue
        if not any(t >= start for t in tolls) and not _holds_a_voice(statement, inside):
            return inside
    return None


def _end(statement: Statement, start: int, last: int) -> int | None:
    """Give where the clause ends: at the sentence's end, or before who says it."""
    text, shift = statement.text, statement.span.start
    sources = [a.source for a in statement.attributions if a.source]
    behind = [s.start - shift for s in sources if s.start - shift > last]
    if not behind:
        return len(text)
    comma = text.rfind(",", last, min(behind))
    return comma + 1 if comma > start else None


def _holds_a_voice(statement: Statement, inside: Span) -> bool:
    spans = [a.cue for a in statement.attributions]
    spans += [a.source for a in statement.attributions]
    spans += [h.span for h in statement.hedges]
    return any(s and s.start < inside.end and inside.start < s.end for s in spans)


def others_words(statement: Statement, words: str) -> Span | None:
    """Give the closing clause in which another speaks than in what stands before it.

    "…, while his lawyer said otherwise" is none of the words that come before; None
    where *words* stand in it, or where it holds who says what is left.
    """
    text, shift = statement.text, statement.span.start
    told = text.find(words) if words else -1
    least = told + len(words) if told >= 0 else 0
    for opening in BESIDES.finditer(text, least):
        start, rest = opening.start(), text[: opening.start()]
        if (
            len(rest.split()) >= FEWEST
            and _is_closed(rest)
            and _has_speaker(text[opening.end() :])
            and not any(
                _reaches(item, shift + start) for item in statement.attributions
            )
        ):
            return Span(shift + start, statement.span.end)
    return None


def _has_speaker(clause: str) -> bool:
    """Tell whether somebody named in *clause* speaks there: "while police said"."""
    words = [t.lower for t in tokens(clause)[:OPENS]]
    said = next((i for i, word in enumerate(words) if is_speech_verb(word)), 0)
    return len(content_stems(" ".join(words[1:said]))) > 0


def _reaches(item: Attribution, start: int) -> bool:
    """Tell whether who says what stands before *start* is named behind it."""
    named = [span for span in (item.source, item.cue) if span]
    is_behind = any(span.end > start for span in named)
    return is_behind and any(s.start < start for s in (*named, *item.content))


def _is_closed(text: str) -> bool:
    """Tell whether each quotation of *text* ends in it."""
    marks = [m.group() for m in MARKS.finditer(text)]
    return marks.count("“") == marks.count("”") and marks.count('"') % 2 == 0
