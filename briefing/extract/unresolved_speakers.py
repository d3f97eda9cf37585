"""Name whoever speaks in the words of the text, where no name could be found."""

from __future__ import annotations

from typing import Final

from briefing.extract.attribution.cast import is_plural
from briefing.extract.attribution.described_speakers import is_person_noun
from briefing.extract.attribution.lexicon import cue_verbs
from briefing.extract.attribution.spoken_for import (
    aside_in,
    bodies,
    head_of,
    is_document,
    speaking_phrase,
)
from briefing.extract.shares import POSSESSIVE
from briefing.model.statement import Attribution, Speaker, Statement
from briefing.resources import word_list, word_set, words_of

LONGEST: Final = 8
"""Words of a description that can stand for a name."""

POINTING: Final = ("those ", "these ")
NOBODY: Final = frozenset({"it", "there"})


def speaker_in(statement: Statement, attribution: Attribution) -> Speaker | None:
    """Give who speaks: whom a brief puts in for "he", else the words: "his lawyer".

    None for a pronoun that stands for nobody told.
    """
    source = attribution.source
    if source is None or source.start < statement.span.start:
        return None
    first = {r.span.start: r for r in statement.references if r.antecedent}
    reference = first.get(source.start)
    if reference is not None and reference.span == source:
        name = reference.antecedent or ""
        return Speaker(name, is_anonymous=name[:4].lower() == "the ")
    words = " ".join(statement.words_at(source).split())
    mark = aside_in(words)
    short = words[: mark.start()] if mark and mark.start() else words
    can_speak = _can_speak(short, is_plain=_is_plain(statement, attribution))
    phrase = speaking_phrase(short) if can_speak else None
    if phrase is None and short.lower().startswith(POINTING) and is_plural(short):
        phrase = short  # "those papers"
    if phrase is None:
        return None
    owner, _, rest = phrase.partition(" ")
    if reference is not None and owner.lower() in POSSESSIVE and rest:
        name = (reference.antecedent or "").removesuffix("'s").removesuffix("’s")
        phrase = f"{name}’s {rest}"
    return Speaker(phrase, is_anonymous=True)


def _is_plain(statement: Statement, attribution: Attribution) -> bool:
    """Tell "said", of which only speakers are the subject, from "showed"."""
    cue = statement.words_at(attribution.cue) if attribution.cue else ""
    form = cue_verbs().get(cue.lower().partition(" ")[0])
    return form is not None and form.verb.lemma in {"say", "tell", "add"}


def _can_speak(words: str, *, is_plain: bool) -> bool:
    """Tell "his lawyer" and "the shipyard" from "he" and "the aftermath"."""
    low = words.lower()
    first = low.partition(" ")[0]
    is_owner = first in POSSESSIVE and first != low
    if (
        not words
        or low in word_list("personal_pronouns")
        or low in word_set("untold_pronouns")
    ):
        return False
    if not is_owner and (first in NOBODY or first.endswith(("one", "body"))):
        return False
    if low.endswith(" of them"):
        return False
    if len(words.split()) > LONGEST or first in words_of("be"):
        return False
    noun = head_of(words).lower()
    bodily = bodies() | words_of("collectives")
    is_known = is_person_noun(noun) or noun in bodily
    kin = words_of("kinsmen") | words_of("kinswomen")
    is_told = is_document(words) and len(words.split()) > 1
    if is_plain and first == "the":
        return True
    return is_known or noun in kin or is_plural(words) or is_told
