"""Ask what sources dispute, and what only one of them alleges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from briefing.extract.voices import voice_of
from briefing.labels import label
from briefing.model.article import Span
from briefing.model.brief import QuestionKind
from briefing.model.corpus import Relation
from briefing.model.statement import Attribution, Statement
from briefing.plan.candidates import Candidate, candidate, quoted
from briefing.plan.disagreements import settled_by
from briefing.plan.selection import Selection
from briefing.plan.sides import (
    Print,
    claim_and_denial,
    denier_in,
    unsaid_denial,
    who_says,
)
from briefing.plan.stems import content_stems
from briefing.plan.wording import FEWEST, trimmed_words
from briefing.resources import word_set, words_of

TAKEN_WITHIN: Final = 2
"""Words after "claimed" among which "(full) responsibility" stands."""

LONG_CLAIM: Final = 16
"""Words of a claim or a denial above which a question would not be short."""

LONG_NAME: Final = 8
"""Words from which what was taken for a name is a clause."""

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


def alleged(selection: Selection, able: list[Statement]) -> Iterable[Candidate]:
    """Give accusations that one speaker makes, and those that the sentence denies."""
    for statement in able:
        claim = next(_accusations(statement), None)
        if claim is None or claim.speaker is None or _denied(selection, statement):
            continue
        kind: QuestionKind = "disputed" if statement.has_hedge("denial") else "alleged"
        if len(_content_of(statement, claim).split()) < FEWEST or (
            kind == "alleged" and selection.view.support_of(statement.id) > 1
        ):
            continue
        stem = "denied_here" if kind == "disputed" else "alleged"
        words, form = _claim_words(statement, claim)
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
    content, cue = _content_of(statement, attribution), _cue_of(statement, attribution)
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


def _content_of(statement: Statement, attribution: Attribution) -> str:
    return statement.words_at(attribution.content[0])


def _claim_words(statement: Statement, attribution: Attribution) -> tuple[str, str]:
    """Give the words of a claim, with its cue where the cue stands first."""
    content, cue = attribution.content[0], attribution.cue
    if cue is not None and statement.span.start <= cue.start < content.start:
        words = statement.words_at(Span(cue.start, content.end))
        return trimmed_words(words), "_cue"
    return trimmed_words(_content_of(statement, attribution)), ""


def disputed(
    selection: Selection, able: list[Statement], shown: frozenset[str] = frozenset()
) -> Iterable[Candidate]:
    """Give the disputes that are open, both sides of which can stand.

    Of a dispute whose sides are *shown* side by side only the one stands again that has
    the words in question: the question names the other.
    """
    view = selection.view
    fit = {statement.id for statement in able}
    for relation in view.corpus.relations:
        if relation.kind != "disagrees" or relation.is_detail:
            continue
        if not fit >= {relation.left, relation.right}:
            continue
        if settled_by(view, relation) is None:
            sides = claim_and_denial(view, relation)
            claim, denier = (view.statements[item] for item in sides)
            last = unsaid_denial(view, denier.id, fit)
            text = _dispute_text(selection, relation, claim, denier, last)
            denier = last.statement if last else denier
            if text and not _one_voice(selection, claim, denier):
                by_place = relation.denied_by is not None and not relation.denier
                if by_place and selection.taken.keys().isdisjoint(sides):
                    continue  # a detail, told right before it is denied
                if {claim.id, denier.id} <= shown:
                    one = denier if relation.is_answer else claim
                    yield candidate(
                        selection, "disputed", text, one, one.text, beside=claim
                    )
                else:
                    yield candidate(
                        selection,
                        "disputed",
                        text,
                        claim,
                        claim.text,
                        after=(denier.id,),
                    )


def _one_voice(selection: Selection, one: Statement, other: Statement) -> bool:
    """Tell whether two sides are said by one: a speaker, else a newsroom by name."""
    unnamed = not (one.attributions or other.attributions)
    if unnamed and one.article != other.article:
        homes = (selection.view.articles[side.article] for side in (one, other))
        names = [home.outlet or home.agency for home in homes]
        return names[0] is not None and names[0] == names[1]
    return who_says(selection, one) == who_says(selection, other)


def _dispute_text(
    selection: Selection,
    relation: Relation,
    claim: Statement,
    denier: Statement,
    last: Print | None,
) -> str:
    """Ask with the claim, the values or the two ways; "" where no words name it.

    "Which account holds: his or hers?" asks nothing of who has not heard both. A denial
    that was not *last* printed as one is told as it stands now.
    """
    if relation.of != "denial" and " / " in relation.about:
        values = label("ask.or").join(quoted(v) for v in relation.about.split(" / "))
        return label(f"ask.{relation.of}", values=values)
    if relation.of == "number":
        return ""
    who = _who_says(selection, claim, relation.about)
    if len(who.split()) > LONG_NAME:
        return ""
    if relation.of != "denial":
        names = {"who": who, "other": who_says(selection, denier)}
        return _with_claim(claim, relation.about, "otherwise", names)
    other = denier_in(relation, denier)
    names = {"who": who, "other": other or ""}
    form = "denied" if other else "denied_here"
    about = relation.about.split()
    if FEWEST <= len(about) <= LONG_CLAIM:
        names["words"] = quoted(relation.about)
        if other and relation.is_answer:
            names |= {"who": other, "other": who}
            form = "otherwise"  # who charges it first denies nothing
        if other and last:
            form, names["now"] = "reworded", last.words
        return label(f"ask.{form}", **names)
    return _with_claim(claim, relation.about, form, names)


def _with_claim(
    claim: Statement, about: str, form: str, names: Mapping[str, str]
) -> str:
    """Ask with the words of who claims it; "" where they are many, or of aught else."""
    said = next((a for a in claim.attributions if a.speaker), None)
    if said is None or said.speaker is None:
        return ""
    words, cue = _claim_words(claim, said)
    if len(words.split()) > LONG_CLAIM or not _speaks_of(words, about):
        return ""
    values = {**names, "who": said.speaker.name, "words": quoted(words)}
    return label(f"ask.{form}{cue}", **values)


def _who_says(selection: Selection, claim: Statement, about: str) -> str:
    """Give who says what is disputed, else the newsroom: no other speaker."""
    for one in claim.attributions:
        if one.speaker and _speaks_of(_content_of(claim, one), about):
            return one.speaker.name
    return voice_of(selection.view.articles[claim.article])


def _speaks_of(words: str, about: str) -> bool:
    """Tell whether a claim's words are those that the dispute is about."""
    matter = set(content_stems(about))
    return not matter or not matter.isdisjoint(content_stems(words))
