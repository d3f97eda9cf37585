"""The words that attribute, read once from their lists and inflected."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, NamedTuple

from briefing.resources import word_set, word_table

Form = Literal["base", "third", "past", "participle", "ing"]

VERB_LISTS: Final = (
    "speech_verbs",
    "belief_verbs",
    "intention_verbs",
    "attitude_verbs",
    "evidence_verbs",
)


# Matches "label" and "signal", whose last letter British printers double; not "reveal".
DOUBLES_L: Final = re.compile(r"[^aeiou][aeiou]l$")


class CueVerb(NamedTuple):
    """A verb of attribution and what may follow it."""

    lemma: str
    frames: frozenset[str]
    """Of: that, quote, wh, hearer, to, obj-to, ing, obj, as."""
    prepositions: frozenset[str]
    kinds: frozenset[str]
    """The lists that hold it, less "_verbs": speech, belief …"""


class VerbForm(NamedTuple):
    """One form of a cue verb; "said" is past and participle at once."""

    verb: CueVerb
    forms: frozenset[Form]
    is_noun_too: bool
    """True for "claims" and "report", which need a verb's company to be verbs."""


class CueWord(NamedTuple):
    """A noun or adjective of attribution: "claim", "certain"."""

    lemma: str
    takes_that: bool
    prepositions: frozenset[str]


@cache
def cue_verbs() -> dict[str, VerbForm]:
    """Give every form of every cue verb, in lower case."""
    found: defaultdict[str, list[tuple[str, Form]]] = defaultdict(list)
    verbs, irregular = _merged()
    for lemma in verbs:
        for word, form in _all_forms(lemma, irregular.get(lemma)):
            found[word].append((lemma, form))
    return {word: _form_of(word, told, verbs) for word, told in found.items()}


def _form_of(
    word: str, told: list[tuple[str, Form]], verbs: dict[str, CueVerb]
) -> VerbForm:
    # "found" is of "find", "saw" of "see": where two verbs share a form, the first
    # in the alphabet that is not the form itself.
    lemmas = {lemma for lemma, _ in told}
    lemma = min(lemmas - {word}) if len(lemmas) > 1 else told[0][0]
    forms = frozenset(form for name, form in told if name == lemma)
    is_noun = lemma in word_set("noun_verbs") and forms.isdisjoint(
        ("past", "participle", "ing")
    )
    return VerbForm(verbs[lemma], forms, is_noun)


def _merged() -> tuple[dict[str, CueVerb], dict[str, str]]:
    """Join the entries of one verb over all lists."""
    frames: dict[str, set[str]] = {}
    kinds: dict[str, set[str]] = {}
    irregular: dict[str, str] = {}
    for name in VERB_LISTS:
        for lemma, takes, *forms in word_table(name):
            frames.setdefault(lemma, set()).update(takes.split())
            kinds.setdefault(lemma, set()).add(name.removesuffix("_verbs"))
            if forms and forms[0]:
                irregular[lemma] = forms[0]
    verbs = {
        lemma: CueVerb(lemma, *_frames(frozenset(takes)), frozenset(kinds[lemma]))
        for lemma, takes in frames.items()
    }
    return verbs, irregular


@cache
def _frames(takes: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Part frames from prepositions; many verbs take the same."""
    lists = [one.removeprefix("prep:") for one in takes if one.startswith("prep:")]
    words = (word for each in lists for word in each.split(","))
    return frozenset(one for one in takes if not one.startswith("prep:")), (
        frozenset(words)
    )


def _all_forms(lemma: str, irregular: str | None) -> Iterator[tuple[str, Form]]:
    """Give the forms of a verb in both spellings: "labeled" and "labelled"."""
    yield from _inflect(lemma, irregular)
    is_regular = irregular is None and lemma not in word_set("doubling_verbs")
    if is_regular and DOUBLES_L.search(lemma):
        yield f"{lemma}led", "past"
        yield f"{lemma}led", "participle"
        yield f"{lemma}ling", "ing"


def _inflect(lemma: str, irregular: str | None) -> Iterator[tuple[str, Form]]:
    yield lemma, "base"
    yield _third(lemma), "third"
    yield _stem(lemma, "ing") + "ing", "ing"
    if irregular is None:
        past = _stem(lemma, "ed") + "ed"
        yield past, "past"
        yield past, "participle"
        return
    pasts, _, participles = irregular.partition(",")
    for word in pasts.split():
        yield word, "past"
    for word in participles.split():
        yield word, "participle"


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def _stem(lemma: str, ending: str) -> str:
    if lemma in word_set("doubling_verbs"):
        return lemma + lemma[-1]
    if lemma.endswith("ie") and ending == "ing":
        return lemma[:-2] + "y"
    if lemma.endswith("e") and not (ending == "ing" and lemma.endswith(("ee", "oe"))):
        return lemma[:-1]
    if lemma.endswith("y") and lemma[-2] not in "aeiou" and ending == "ed":
        return lemma[:-1] + "i"
    return lemma


@cache
def cue_nouns() -> dict[str, CueWord]:
    """Give the nouns of attribution, singular and plural."""
    found: dict[str, CueWord] = {}
    for lemma, takes in word_table("attribution_nouns"):
        word = _cue_word(lemma, takes)
        found[lemma] = found[_third(lemma)] = word
    return found


@cache
def cue_adjectives() -> dict[str, CueWord]:
    """Give the adjectives of attribution."""
    rows = word_table("attribution_adjectives")
    return {lemma: _cue_word(lemma, takes) for lemma, takes in rows if takes != "-"}


def _cue_word(lemma: str, takes: str) -> CueWord:
    words = takes.split()
    return CueWord(lemma, "that" in words, frozenset(words) - {"that"})


@cache
def source_nouns() -> frozenset[str]:
    """Give the nouns of things that speak, singular and plural."""
    words = word_set("source_nouns")
    return words | {_third(word) for word in words}
