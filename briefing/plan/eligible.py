"""Say why a statement cannot stand in a section, and what must stand before it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from briefing.model.statement import Reference, Statement
from briefing.plan.view import View
from briefing.resources import word_set

SHORTEST: Final = 6
"""Words below which a sentence says too little alone ("Others fled.")."""

LONGEST: Final = 70
"""Words above which a sentence eats a section's budget; news sentences of more are
mostly lists that the splitter could not divide."""

OPINION_PIECE: Final = 0.3
"""Share of opinion in an article's sentences from which its author argues in the others
too; in reports of eleven newsrooms it is under a tenth."""

DEEPEST: Final = 3
"""Sentences of one article that may be needed in a row to make the last one plain."""

DROPPED: Final = "dropped"
"""The reason that stands before all others; the label's key, as each reason is."""

FREE = ("connective", "day", "place")
"""Kinds of reference that hinder nothing: a connective ("But") can be left out, and a
day or place without an answer stays as the source wrote it."""

POINTERS = ("this ", "that ", "these ", "those ", "such ")
"""What a description begins with that points at what stood before."""

# Matches "our thoughts", "I was"; not "US", "mine workers", "Phase I", "Charles I".
OWN_VOICE: Final = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|[Mm]y|I(?=\s+(?:am|was|have|had|will|would|could|can|do|did"
    r"|think|know|saw|want|feel|believe|hope)\b)|I['’]\w+)\b"
)

# Matches "866-435-9355", "+47 22 05 00 00", "1-800-555-0100"; not "1998-99" or "9-11".
PHONE: Final = re.compile(
    r"(?<![\w-])(?:\+\d{1,3}[ -])?(?:\d{2,4}[ -]){2,4}\d{2,4}(?![\w-])"
)


def why_not(statement: Statement, view: View) -> str | None:
    """Give the reason that keeps *statement* out of sections, None if it may stand.

    The reason is the label's key, so that the method can count and word it.
    """
    words = len(statement.text.split()) - _dropped(statement)
    article = view.articles[statement.article]
    checks = (
        (statement.id in view.outline.edits.drop, DROPPED),
        (statement.role != "body", "not_body"),
        (article.language not in (None, "en"), "other_language"),
        (statement.is_opinion or _in_opinion_piece(statement, view), "opinion"),
        (words < SHORTEST, "too_short"),
        (words > LONGEST, "too_long"),
        (statement.text.rstrip("\"'”’ ").endswith("?"), "question"),
        (statement.text.rstrip().endswith(":"), "leads_in"),
        (PHONE.search(statement.text) is not None, "service"),
        (_speaker_missing(statement, view), "no_speaker"),
        (_speaks_unmarked(statement, view), "no_speaker"),
    )
    return next((reason for fails, reason in checks if fails), None)


def _dropped(statement: Statement) -> int:
    """Count the words of an opening connective, which the brief leaves out."""
    opening = (r.span for r in statement.references if r.kind == "connective")
    return sum(len(statement.words_at(span).split()) for span in opening)


def unresolved(statement: Statement) -> tuple[Reference, ...]:
    """Give the references for which nothing can be put in but the sentence before."""
    if not statement.references:
        return ()
    return tuple(
        reference
        for reference in statement.references
        if reference.antecedent is None and reference.kind not in FREE
    )


def _in_opinion_piece(statement: Statement, view: View) -> bool:
    """Tell whether the author of a piece of opinion speaks in the sentence."""
    share = view.opinion.get(statement.article, 0.0)
    return share >= OPINION_PIECE and not view.reach.get(statement.id)


def names_nobody(statement: Statement) -> bool:
    """Tell whether "he" or "she" stands in it for someone who could not be told.

    The sentence before was searched and did not settle it: beside it, a reader would
    take the pronoun for whoever is named there.
    """
    words = (statement.words_at(r.span).lower() for r in unresolved(statement))
    return any(word in word_set("gendered_pronouns") for word in words)


def is_pointing(statement: Statement) -> bool:
    """Tell whether a statement alone would leave open whom or what it speaks of.

    "The attack" is plain enough beside the other side of a dispute; "they" and "those
    forces" are not.
    """
    return any(
        r.kind != "description"
        or statement.text[statement.place_of(r.span).start :]
        .lower()
        .startswith(POINTERS)
        for r in unresolved(statement)
    )


def _speaker_missing(statement: Statement, view: View) -> bool:
    """Tell whether words in quotation marks have nobody who says them."""
    reach = view.reach.get(statement.id, ())
    quoted = [a for a in reach if a.kind != "indirect"]
    if statement.is_quoted and not quoted:
        return True
    return any(a.speaker is None for a in quoted)


def _speaks_unmarked(statement: Statement, view: View) -> bool:
    """Tell whether someone says "we" or "my" where no mark or verb tells who.

    It is a statement printed as a block of its own, or the newsroom of itself.
    """
    if statement.is_quoted or view.reach.get(statement.id):
        return False
    return OWN_VOICE.search(statement.text) is not None


def passages(
    view: View, reasons: Mapping[str, str | None]
) -> dict[str, tuple[str, ...]]:
    """Give, for each statement that may stand, the run of statements it needs.

    Mostly that is the statement alone. One that leans on context needs the sentence
    before it in its article, and stands directly after it; where that one may not
    stand, or leans further back than three sentences, or where "he" may be another than
    it names, there is no passage.
    """
    runs: dict[str, tuple[str, ...]] = {}
    previous: Statement | None = None
    for statement in view.corpus.statements:
        if reasons[statement.id] is None:
            if not unresolved(statement):
                runs[statement.id] = (statement.id,)
            elif previous is not None and previous.article == statement.article:
                before = runs.get(previous.id, ())
                if 0 < len(before) < DEEPEST and not names_nobody(statement):
                    runs[statement.id] = (*before, statement.id)
        previous = statement if statement.role == "body" else None
    return runs
