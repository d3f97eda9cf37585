"""Which forms of cue verbs are verbs where they stand, and of what kind."""

from __future__ import annotations

from typing import Final, Literal

from briefing.extract.attribution.lexicon import VerbForm, cue_verbs
from briefing.extract.attribution.units import BE, Passage

VerbRole = Literal["finite", "infinitive", "ing", "passive", "none"]

GET: Final = frozenset("gets got get getting".split())
PLURAL_WORDS: Final = frozenset(
    "people police men women children officers some many most few others all both those "
    "these several media critics staff crew public majority press members data".split()
)
# Letters that begin what a verb governs: a noun phrase, a clause or a quotation.
BEGINS_PHRASE: Final = frozenset("DSRUHQKNO0~")


def before(passage: Passage, at: int) -> int:
    """Give the unit before *at*, adverbs passed over; -1 where none is."""
    tags = passage.tags
    at -= 1
    while at >= 0 and tags[at] == "A":
        at -= 1
    return at


def role_of(passage: Passage, at: int) -> VerbRole:
    """Tell how the cue verb at unit *at* is used; "none" where it is no verb."""
    form = cue_verbs()[passage.words[at]]
    left = before(passage, at)
    tag = passage.tags[left] if left >= 0 else ""
    following = passage.tags[at + 1] if at + 1 < len(passage) else "."
    if "ing" in form.forms:
        return _ing(passage, left, tag)
    if "past" in form.forms or "participle" in form.forms:
        if "base" in form.forms and tag in {"T", "X"}:
            return "infinitive" if tag == "T" else "finite"
        return _past(passage, at, left, form)
    if "third" in form.forms:
        return _third(form, tag, following)
    return _base(passage, left, form, following)


def _ing(passage: Passage, left: int, tag: str) -> VerbRole:
    if tag in {"D", "S"}:
        return "none"
    if tag == "G":
        is_verb = left > 0 and passage.tags[left - 1] == "R"
        return "finite" if is_verb else "none"
    if tag == "X":
        return "finite" if passage.words[left] in BE else "none"
    return "ing"


def _third(form: VerbForm, tag: str, following: str) -> VerbRole:
    if not form.is_noun_too:
        return "none" if tag in {"D", "S", "G", "T"} else "finite"
    if tag in {"R", "W"}:
        return "finite"
    if tag in {"", "D", "S", "G", "P", "T", "0", "X", "V", "v"}:
        return "none"
    verb = form.verb
    takes_following = following in BEGINS_PHRASE or (
        following == "T" and bool(verb.frames & {"to", "obj-to"})
    )
    if tag == "U":
        governs = takes_following or (following == "P" and bool(verb.prepositions))
        return "finite" if governs else "none"
    strict = following in {"H", "Q", "D", "S", "R", "K"} or (
        following == "T" and "to" in verb.frames
    )
    return "finite" if strict else "none"


def _base(passage: Passage, left: int, form: VerbForm, following: str) -> VerbRole:
    tag = passage.tags[left] if left >= 0 else ""
    if tag == "T":
        return "infinitive"
    if tag == "X":
        return "none" if passage.words[left] in BE else "finite"
    if tag in {"R", "W"}:
        return "finite"
    if tag in {"", "S", "G", "P", "H", "B", "0"}:
        return "none"
    word = passage.words[left]
    is_plural = word in PLURAL_WORDS or (word.endswith("s") and tag in {"N", "U"})
    if tag == "C":
        is_plural = True
    if tag in {",", ")", "-"}:
        is_plural = following in {"H", "Q", "T"} or not form.is_noun_too
    if not is_plural and not form.is_noun_too and tag in {"N", "U"}:
        # "Advisers to Mr. Diaz say": a plural stands farther off.
        is_plural = following in BEGINS_PHRASE or following == ","
    if not is_plural and tag == "U":
        is_plural = "and" in passage.words[max(0, left - 3) : left]
    if not is_plural:
        return "none"
    if form.is_noun_too:
        verb = form.verb
        strict = following in {"H", "Q", "D", "S", "K"} or (
            following == "T" and "to" in verb.frames and tag != "C"
        )
        return "finite" if strict else "none"
    return "finite"


def _past(passage: Passage, at: int, left: int, form: VerbForm) -> VerbRole:
    tag = passage.tags[left] if left >= 0 else ""
    word = passage.words[left] if left >= 0 else ""
    only_past = "participle" not in form.forms
    if tag == "X":
        if word in BE or word in GET:
            return "none" if only_past else "passive"
        return "finite"
    if tag in {"D", "S", "G"}:
        if tag == "G" and left > 0 and passage.tags[left - 1] in {"R", "W"}:
            return "finite"
        is_pronoun = word in PLURAL_WORDS
        return "finite" if tag == "D" and is_pronoun else "none"
    if tag == "" and form.verb.lemma in {"say", "add"}:
        return "finite"
    if tag in {"", "P", "T", "B", "H", "0"}:
        return "finite" if tag == "0" and form.verb.lemma == "say" else "none"
    if "past" not in form.forms:
        return "none"
    if only_past or tag in {"R", "W", "Q"}:
        return "finite"
    return "finite" if _governs(passage, at, form) else "none"


def _governs(passage: Passage, at: int, form: VerbForm) -> bool:
    """Tell a past tense from a participle after a noun by what it governs."""
    verb, tags, words = form.verb, passage.tags, passage.words
    if verb.lemma == "say":
        return True
    i = at + 1
    while i < len(tags) and tags[i] in {"A", "M"} and tags[i + 1 : i + 2] != ["G"]:
        i += 1
    if i >= len(tags):
        return "that" in verb.frames
    if tags[i] in {"P", "T", "B"}:
        if words[i] == "by" or words[i] == "as":
            return False
        if words[i] in verb.prepositions:
            return True
        if tags[i] == "T":
            return bool(verb.frames & {"to"})
        return bool(verb.frames & {"that", "hearer"}) and "speech" in verb.kinds
    if tags[i] in BEGINS_PHRASE or tags[i] == "I":
        return True
    return bool(verb.frames & {"that", "quote"})
