"""Find what a denial of few words answers: the charge or claim told just before it.

Side by side, one word or a name is enough to join what share no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from briefing.model.corpus import Relation
from briefing.relate.accusations import Accusation, read_accusations
from briefing.relate.conflicts import negations_of
from briefing.relate.denials import affirmed, affirms_now, denied_words
from briefing.relate.denied import (
    MARKS,
    NEGATION,
    PRONOUNS,
    Denial,
    countries_of,
    last_names_of,
    read_denials,
    sides_of,
    terms_of,
)
from briefing.relate.dispute import dispute
from briefing.relate.gists import Gist, acts, written
from briefing.relate.rejoinders import BACK, denier_of
from briefing.relate.scene import Scene


def find_answers(scene: Scene) -> Iterator[Relation]:
    """Give each denial of *scene* with the charge or claim right before it."""
    for gist, before in scene.in_order(BACK):
        if before and read_denials(gist) and not denier_of(gist):
            found = [*_acquitted(gist, before), *_contradicted(gist, before)]
            yield from found[:1]


def _acquitted(gist: Gist, before: Sequence[Gist]) -> Iterator[Relation]:
    """Give the charge just told that a denial of few words answers.

    "Accused the company of ignoring a warning" and "the company denied that it had been
    warned" share one word, which is enough where they stand together.
    """
    denials = [d for d in read_denials(gist) if d.is_plain and not d.is_called]
    for charge in (c for claim in reversed(before) for c in read_accusations(claim)):
        accusers = sides_of(charge.gist) - charge.accused
        for denial in denials:
            shared = denial.terms & charge.terms - gist.names
            is_it = bool(shared & acts()) or shared == denial.terms
            is_it = is_it or len(shared) >= ENOUGH
            if is_it and _is_charged(charge, denial) and not accusers & denial.sides:
                yield _answering(denial, charge)
                return


ENOUGH: Final = 2
"""Terms of a charge and of the denial behind it that make them of one matter, where
neither is an act, nor all that is denied."""


def _is_charged(charge: Accusation, denial: Denial) -> bool:
    """Tell whether it is the accused who denies, by name or as what he is.

    "The company" may be the airline that was named, but not the bank if "the airline"
    was accused, nor one airline another.
    """
    if charge.accused & denial.sides:
        return True
    if charge.persons or not denial.sides:
        return False
    mine = _are_named(charge.gist, charge.accused)
    return mine != _are_named(denial.gist, denial.sides)


def _are_named(gist: Gist, sides: frozenset[str]) -> bool:
    """Tell whether parties have names, and are not only said to be what they are."""
    return any(side.isupper() or side in last_names_of(gist) for side in sides)


def _answering(denial: Denial, charge: Accusation) -> Relation:
    about = denied_words(denial)
    because = f"one denies “{about}”, of which it was just accused: “{charge.words}”"
    return dispute("denial", (denial.gist, charge.gist), 0.8, because, about)


def _contradicted(gist: Gist, before: Sequence[Gist]) -> Iterator[Relation]:
    """Give the claim just told of a party that it says did not happen to it.

    "Witnesses said a bomb went off at the bank" and "the bank said it did not go off in
    its hall" share the verb alone.
    """
    for denial in (d for d in read_denials(gist) if not d.is_plain):
        first = next((t for word in denial.content for t in terms_of([word])), "")
        sides = denial.sides - PRONOUNS
        for claim in reversed(before):
            if (
                first in affirmed(claim)
                and first not in claim.names
                and sides & (countries_of(claim) | last_names_of(claim))
                and not sides & sides_of(claim)
                and sides_of(claim)
                and affirms_now(claim)
                and not negations_of(claim)
            ):
                yield _contradicting(denial, claim)
                return


def _contradicting(denial: Denial, claim: Gist) -> Relation:
    about = _whole(denial)
    because = f"one says “{about}”, the other told it just before"
    found = dispute("denial", (denial.gist, claim), 0.8, because, about)
    is_answer = bool(NEGATION.search(about))
    return replace(found, denied_by=denial.gist.statement.id, is_answer=is_answer)


def _whole(denial: Denial) -> str:
    """Give the clause that says it is not so: "the tank did not burst in its yard"."""
    statement, last = denial.gist.statement, denial.content[-1].end
    at = denial.content[0].start
    shift = statement.span.start
    starts = [s.start - shift for a in statement.attributions for s in a.content]
    before = [t for t in denial.gist.tokens if t.end <= at]
    starts += [t.end for t in before if t.lower == "that" or t.text in MARKS]
    start = max((place for place in starts if 0 <= place < at), default=0)
    words = written(denial.gist, start, last)
    return words if len(words.split()) <= LONGEST else denied_words(denial)


LONGEST: Final = 14
"""Words of such a clause at most; of a longer one only what is denied is shown."""
