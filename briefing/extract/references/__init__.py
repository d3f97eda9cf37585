"""Find what in a sentence means something only with what stood before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.extract.antecedents.quoted import LONGEST_SENTENCE
from briefing.extract.reading import Names, Reading
from briefing.extract.references.connectives import connectives_in
from briefing.extract.references.days import days_in
from briefing.extract.references.descriptions import descriptions_in, known_matters
from briefing.extract.references.pronouns import pronouns_in
from briefing.extract.references.scene import Scene
from briefing.extract.references.speakers import speakers_before
from briefing.model.statement import Attribution, DateMention, Reference

__all__ = ["find_references"]


def find_references(
    reading: Reading,
    names: Names,
    attributions: Sequence[Sequence[Attribution]],
    dates: Sequence[Sequence[DateMention]],
) -> tuple[tuple[Reference, ...], ...]:
    """Give the references of each sentence, in order, none inside another.

    A word is one only where what it stands for is not in the same sentence before it.
    Its antecedent is None unless exactly one thing can be meant.
    """
    scene = Scene(reading, names, attributions, speakers_before(reading, attributions))
    known = known_matters(reading)
    found: list[tuple[Reference, ...]] = []
    for whole in reading.sentences:
        sentence = whole
        if len(whole.tokens) > LONGEST_SENTENCE:
            sentence = replace(whole, tokens=whole.tokens[:LONGEST_SENTENCE])
        here = [
            *connectives_in(sentence),
            *pronouns_in(scene, sentence),
            *descriptions_in(scene, sentence, known),
            *days_in(sentence, dates[sentence.index]),
        ]
        found.append(without_overlaps(here))
    return tuple(found)


def without_overlaps(found: list[Reference]) -> tuple[Reference, ...]:
    """Give the references in order; of two that overlap, the one that begins first."""
    kept: list[Reference] = []
    for reference in sorted(found, key=lambda r: (r.span.start, -r.span.end)):
        if not kept or kept[-1].span.end <= reference.span.start:
            kept.append(reference)
    return tuple(kept)
