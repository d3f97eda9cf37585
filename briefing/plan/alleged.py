"""Ask what only one source alleges, and who claims something for himself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.labels import label
from briefing.model.brief import QuestionKind
from briefing.model.statement import Attribution, Statement
from briefing.plan.candidates import Candidate, candidate, quoted
from briefing.plan.claims import claim_words, content_of
from briefing.plan.selection import Selection
from briefing.plan.wording import FEWEST, trimmed_words
from briefing.resources import word_set, words_of

TAKEN_WITHIN: Final = 2
"""Words after "claimed" among which "(full) responsibility" stands."""


# Matches "it is the fastest-growing supplier", "they are a leading maker", "to be the
# largest"; not "it is the victim", "the largest bank hid it".
PRAISE: Final = re.compile(
    r"\W*(?:that\s+)?(?:(?:it|they|he|she|we)(?:\s+(?:is|are|was|were|has|have)|[’']s)"
    r"|to\s+(?:be|have))\s+(?:(?:the|an?|one\s+of\s+the|among\s+the|\S+[’']s)\s+)?"
    r"(?:[\w-]+\s+)?(?:(?:most|best|leading|largest|biggest|first|only|top|premier|number"
    r"|world-leading)\b|[a-z]+est\b)",
    re.IGNORECASE,
)


# Matches "that deaths could be high", "prices will rise"; not "he could have known",
# "the mayor opened the gates".
FORECAST: Final = re.compile(
    r"\W*(?:\S+\s+){1,6}?(?:could|may|might|will|would)\s+(?!have\b)", re.IGNORECASE
)


# Matches the "maintains" of "maintains a lab", "claims a share"; not of "maintains the
# army fired", which is followed by more than a noun.
KEEPS: Final = re.compile(r"maintain(?:s|ed|ing)?", re.IGNORECASE)


# Matches what says that a statement is maintained: "that he", "its innocence"; not
# "a lab".
MAINTAINED: Final = re.compile(
    r"\W*(?:that\b|[“\"]|(?:his|her|its|their)\s+innocence|(?:it|he|she|they|we|I)\b)",
    re.IGNORECASE,
)


def alleged(selection: Selection, able: list[Statement]) -> Iterator[Candidate]:
    """Give accusations that one speaker makes, and those that the sentence denies."""
    for statement in able:
        claim = next(_accusations(statement), None)
        if claim is None or claim.speaker is None or _denied(selection, statement):
            continue
        kind: QuestionKind = "disputed" if statement.has_hedge("denial") else "alleged"
        if len(content_of(statement, claim).split()) < FEWEST or (
            kind == "alleged" and selection.view.support_of(statement.id) > 1
        ):
            continue
        stem = "denied_here" if kind == "disputed" else "alleged"
        words, form = claim_words(statement, claim)
        values = {"who": claim.speaker.name, "words": quoted(words)}
        text = label(f"ask.{stem}{form}", **values)
        yield candidate(selection, kind, text, statement, words)


def _accusations(statement: Statement) -> Iterator[Attribution]:
    cues = word_set("allegation_verbs")
    for attribution in statement.attributions:
        words = _cue_of(statement, attribution).lower().split()
        if attribution.speaker and not (
            cues.isdisjoint(words)
            or takes_on(statement, attribution)
            or _is_noun(statement, attribution)
            or _asserts_nothing(statement, attribution)
        ):
            yield attribution


def _asserts_nothing(statement: Statement, attribution: Attribution) -> bool:
    """Tell whether somebody only keeps a thing, praises himself, or foretells."""
    content, cue = content_of(statement, attribution), _cue_of(statement, attribution)
    if KEEPS.fullmatch(cue) and attribution.cue:
        leads = attribution.cue.start < attribution.content[0].start
        if leads and not MAINTAINED.match(statement.words_after(attribution.cue)):
            return True
    return bool(PRAISE.match(content) or FORECAST.match(content))


def _is_noun(statement: Statement, attribution: Attribution) -> bool:
    """Tell whether a cue is named, not done: "a claim rejected by the president"."""
    if attribution.cue is None:
        return False
    before = statement.words_before(attribution.cue).split()
    return bool(before) and before[-1].lower() in words_of("before_cue_nouns")


def takes_on(statement: Statement, attribution: Attribution) -> bool:
    """Tell whether a speaker claims something for himself: responsibility, credit."""
    if attribution.cue is None:
        return False
    after = statement.words_after(attribution.cue).split()[:TAKEN_WITHIN]
    own = word_set("claimed_for_oneself")
    return any(trimmed_words(word).lower() in own for word in after)


def _denied(selection: Selection, statement: Statement) -> bool:
    relations = selection.view.disputes.get(statement.id, ())
    return any(relation.of == "denial" for relation in relations)


def _cue_of(statement: Statement, attribution: Attribution) -> str:
    return statement.words_at(attribution.cue) if attribution.cue else ""
