"""Ask what sources dispute: both sides of it can stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from briefing.extract.voices import voice_of
from briefing.labels import label
from briefing.model.corpus import Relation
from briefing.model.statement import Statement
from briefing.plan.candidates import Candidate, candidate, quoted
from briefing.plan.claims import claim_words, content_of
from briefing.plan.selection import Selection
from briefing.plan.settled import settled_by
from briefing.plan.sides import (
    Print,
    claim_and_denial,
    denier_in,
    unsaid_denial,
    who_says,
)
from briefing.plan.stems import content_stems
from briefing.plan.wording import FEWEST

LONG_CLAIM: Final = 16
"""Words of a claim or a denial above which a question would not be short."""

LONG_NAME: Final = 8
"""Words from which what was taken for a name is a clause."""


def disputed(
    selection: Selection, able: list[Statement], shown: frozenset[str] = frozenset()
) -> Iterator[Candidate]:
    """Give the disputes that are open, both sides of which can stand.

    Of a dispute whose sides are *shown* side by side only the one stands again that has
    the words in question: the question names the other.
    """
    view = selection.view
    fit = {statement.id for statement in able}
    for relation in view.corpus.relations:
        is_dispute = relation.kind == "disagrees" and not relation.is_detail
        can_stand = is_dispute and fit >= {relation.left, relation.right}
        if can_stand and settled_by(view, relation) is None:
            yield from _asked(selection, relation, fit, shown)


def _asked(
    selection: Selection, relation: Relation, fit: set[str], shown: frozenset[str]
) -> Iterator[Candidate]:
    """Ask which side of a dispute is right; nothing where one voice tells both."""
    view = selection.view
    sides = claim_and_denial(view, relation)
    claim, denier = (view.statements[item] for item in sides)
    last = unsaid_denial(view, denier.id, fit)
    text = _dispute_text(selection, relation, claim, denier, last)
    denier = last.statement if last else denier
    if not text or _one_voice(selection, claim, denier):
        return
    by_place = relation.denied_by is not None and not relation.denier
    if by_place and selection.taken.keys().isdisjoint(sides):
        return  # a detail, told right before it is denied
    if {claim.id, denier.id} <= shown:
        one = denier if relation.is_answer else claim
        yield candidate(selection, "disputed", text, one, one.text, beside=claim)
    else:
        after = (denier.id,)
        yield candidate(selection, "disputed", text, claim, claim.text, after=after)


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
    words, cue = claim_words(claim, said)
    if len(words.split()) > LONG_CLAIM or not _speaks_of(words, about):
        return ""
    values = {**names, "who": said.speaker.name, "words": quoted(words)}
    return label(f"ask.{form}{cue}", **values)


def _who_says(selection: Selection, claim: Statement, about: str) -> str:
    """Give who says what is disputed, else the newsroom: no other speaker."""
    for one in claim.attributions:
        if one.speaker and _speaks_of(content_of(claim, one), about):
            return one.speaker.name
    return voice_of(selection.view.articles[claim.article])


def _speaks_of(words: str, about: str) -> bool:
    """Tell whether a claim's words are those that the dispute is about."""
    matter = set(content_stems(about))
    return not matter or not matter.isdisjoint(content_stems(words))
