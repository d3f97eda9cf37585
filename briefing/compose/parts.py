"""Cut a statement into parts: its own words, brackets where it leans, gaps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from briefing.model import brief
from briefing.model.article import Span
from briefing.model.brief import Insertion, Part, Quote
from briefing.model.statement import Reference, Statement
from briefing.text.cases import in_case
from briefing.text.contractions import contraction_at

# Matches the ", " of "Similarly, the minister …" and the " " of "But the minister …".
AFTER_CONNECTIVE: Final = re.compile(r"\s*,?\s*")


UNMATCHED: Final = "the other quotation mark stands in another sentence"

# Matches the name of a month or its short form; not "th".
LETTERS = re.compile(r"[^\W\d_]{3,}")
# Matches what opens or closes our own additions; not other brackets.
BRACKET = re.compile(r"[\[\]]")
# Match the double quotation marks, curly and straight; not the apostrophe of "it's".
CURLY = re.compile(r"[“”]")
STRAIGHT = re.compile(r'"')
# Matches the mark of an item: "- A second man", "• Police"; not "-5 degrees".
ITEM = re.compile(r"[-–—•●▪■*·]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Cut:
    """What happens at one place of a statement."""

    span: Span
    """Empty where words are only added."""
    insertion: str | None
    """None: the words of the span are left out."""
    because: str


def parts_of(
    statement: Statement, article_text: str, source: int, cuts: tuple[Cut, ...]
) -> tuple[Part, ...]:
    """Give the statement as quotes, insertions and ellipses, in order.

    Cuts that overlap an earlier one are passed over. Empty quotes are left out, and so
    is white space alone at the beginning or behind an ellipsis.
    """
    parts: list[Part] = []
    place = statement.span.start
    marks = (Cut(span, None, UNMATCHED) for span in unmatched_marks(statement))
    for cut in sorted((*cuts, *marks), key=lambda cut: (cut.span.start, cut.span.end)):
        if cut.span.start < place or cut.span.end > statement.span.end:
            continue
        _quote(parts, article_text, source, place, cut.span.start)
        if cut.because == UNMATCHED:
            place = cut.span.end
            continue
        if cut.insertion is None:
            parts.append(brief.Ellipsis())
        else:
            replaced = None
            if cut.span.end > cut.span.start:
                replaced = Quote(source, cut.span.start, cut.span.end)
            parts.append(Insertion(cut.insertion, replaced, cut.because))
        place = cut.span.end
    _quote(parts, article_text, source, place, statement.span.end)
    return tuple(parts)


def unmatched_marks(statement: Statement) -> list[Span]:
    """Give the quotation marks whose other half stands in another sentence.

    Of a quotation that runs over several sentences the first holds the opening mark and
    the last the closing one; alone each would look cut. Who speaks stands beside them.
    A mark that opens amid the sentence stays: it tells where the speaker's words begin.
    The mark of a list's item goes too: the list is not there.
    """
    text, start = statement.text, statement.span.start
    item = ITEM.match(text)
    places = [match.start() for match in CURLY.finditer(text)]
    while (pair := _innermost(text, places)) is not None:
        del places[pair : pair + 2]
    straight = [match.start() for match in STRAIGHT.finditer(text)]
    if len(straight) == 1:
        places += straight
    elif len(straight) % 2:
        places += [i for i in straight if not text[:i].strip()]
    marks = [
        Span(start + i, start + i + 1)
        for i in sorted(places)
        if not (text[:i].strip() and text[i - 1].isspace())
    ]
    return [Span(start, start + item.end()), *marks] if item else marks


def _innermost(text: str, places: list[int]) -> int | None:
    pairs = ("".join(text[i] for i in places[at : at + 2]) for at in range(len(places)))
    return next((at for at, pair in enumerate(pairs) if pair == "“”"), None)


def _quote(
    parts: list[Part], article_text: str, source: int, start: int, end: int
) -> None:
    words = article_text[start:end]
    inside = bool(parts) and not isinstance(parts[-1], brief.Ellipsis)
    if words.strip() or (words and inside):
        parts.append(Quote(source, start, end))


def text_of(parts: tuple[Part, ...], article_text: str) -> str:
    """Join *parts* as they are read: slices, `[insertions]`, `…`; one space a run.

    At the seam before a bracket that only adds stands a space.
    """
    words: list[str] = []
    for part in parts:
        if isinstance(part, Quote):
            words.append(article_text[part.start : part.end])
        elif isinstance(part, Insertion):
            gap = "" if part.replaces else " "
            words.append(f"{gap}[{part.text}]")
        else:
            words.append(" … ")
    return " ".join("".join(words).split())


def cuts_of(statement: Statement, references: tuple[Reference, ...]) -> tuple[Cut, ...]:
    """Give the cut for each reference that has an antecedent.

    A pronoun or description is replaced by the bracket; a day or place is followed by
    what its words lack: "April [2023]"; an opening connective is left out.
    """
    found = (_cut(statement, reference) for reference in references)
    return tuple(cut for cut in found if cut is not None)


def _cut(statement: Statement, reference: Reference) -> Cut | None:
    if reference.kind == "connective":
        return Cut(_with_comma(statement, reference.span), None, reference.because)
    # Brackets inside a bracket would hide where our words end and the source's begin.
    if reference.antecedent is None or BRACKET.search(reference.antecedent):
        return None
    shift = statement.span.start
    end = reference.span.end - shift
    words = statement.words_at(reference.span)
    if reference.kind in ("day", "place"):
        after = Span(reference.span.end, reference.span.end)
        is_day = reference.kind == "day"
        missing = missing_words(reference.antecedent, words, is_day=is_day)
        return Cut(after, missing, reference.because) if missing else None
    if short := contraction_at(statement.text, end):
        span = Span(reference.span.start, shift + short.end)
        return Cut(span, f"{reference.antecedent} {short.verb}", reference.because)
    shown = in_case(reference.antecedent, statement.text, end - len(words), end)
    return Cut(reference.span, shown, reference.because)


def missing_words(antecedent: str, words: str, *, is_day: bool) -> str:
    """Give what *words* lack of the day or place they stand for, as a year."""
    *told, year = antecedent.split()
    if is_day and told and all(_tells(words, part) for part in told):
        return "" if words.endswith(year) else year
    return antecedent.removeprefix(words).strip()


def _tells(words: str, part: str) -> bool:
    """Tell whether a part of a day stands in *words*: "28th" tells 28, "Sept" too."""
    if part.isdigit():
        return re.search(rf"(?<!\d){part}(?!\d)", words) is not None
    found = (m.group().lower() for m in LETTERS.finditer(words))
    return any(part.lower().startswith(word) for word in found)


def _with_comma(statement: Statement, span: Span) -> Span:
    """Take the comma and space behind a connective with it: "Similarly, …"."""
    behind = AFTER_CONNECTIVE.match(statement.text, span.end - statement.span.start)
    return Span(span.start, statement.span.start + behind.end()) if behind else span
