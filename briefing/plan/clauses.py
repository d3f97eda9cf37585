"""Read the clause that a day stands in, word by word: no parser, lists and endings."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.extract.attribution.lexicon import cue_verbs
from briefing.model.statement import Statement
from briefing.resources import word_set, word_table, words_of
from briefing.text.words import tokens

# Matches the mark after which a clause or a phrase begins: ", ", " - "; not "9-11", nor
# the comma of a list ("after Dutch, Belgian and French leaders").
PAUSE: Final = re.compile(
    r",\s(?!(?:[\w'’-]+\s){1,3}(?:and|or)\s)|[;:]\s|\s?—\s?|\s[-–]+\s|[“\"]"
)

# Matches an ending of a past form, as a verb of a clause has: "burned"; not "red".
PAST: Final = re.compile(r"\w{2,}ed")


def is_state(statement: Statement) -> bool:
    """Tell whether the first verb says how things are: "three remained in hospital"."""
    return tells_state(statement.text)


def tells_state(text: str) -> bool:
    """Tell whether the first verb of *text* says how things are; "stayed shut" does."""
    words = [token.lower for token in tokens(text) if token.text[0].isalnum()]
    for place, word in enumerate(words):
        if word in listed("lasting"):
            return True
        if word in listed("state"):
            rest = (w for w in words[place + 1 :] if not _is_filler(w))
            return not _is_participle(next(rest, ""))
        if is_verb(word) or is_finite_cue(word):
            return False
    return False


def tells_a_life(statement: Statement) -> bool:
    """Tell whether the first verb is of somebody's life: "Berg joined the club"."""
    people = [name.span.start for name in statement.people()]
    people += [r.span.start for r in statement.references if r.antecedent]
    if not people:
        return False
    for token in tokens(statement.text):
        word = token.lower
        if word in listed("life"):
            return min(people) < statement.span.start + token.start
        is_passing = word in listed("state") or word in listed("auxiliary")
        if not is_passing and (is_verb(word) or is_finite_cue(word)):
            return False
    return False


def is_finite_cue(word: str) -> bool:
    """Tell whether a word is the past form of a verb of saying or thinking."""
    form = cue_verbs().get(word)
    return form is not None and not form.is_noun_too and "past" in form.forms


def _is_filler(word: str) -> bool:
    return word in listed("within_a_verb") or word.endswith("ly")


def _is_participle(word: str) -> bool:
    is_listed = word in words_of("participles")
    return is_listed or word.endswith("ing") or PAST.fullmatch(word) is not None


def opens_below(clause: str, *, said: bool = False) -> bool:
    """Tell whether *clause* goes on in one below it: "a strike that killed nine on".

    Where it ends before words of saying, *said*, they are its verb.
    """
    words = clause.lower().split()
    if not listed("relative").isdisjoint(words):
        return True
    opening = [i for i, word in enumerate(words) if word in listed("conjunction")]
    return bool(opening) and (said or any(map(is_verb, words[opening[0] + 1 :])))


def innermost(before: str) -> str:
    """Give the words of the clause that stands last: "admitting it" of "before …"."""
    words = PAUSE.split(before)[-1].split()
    opens = listed("conjunction") | listed("relative")
    last = max((i for i, w in enumerate(words) if w.lower() in opens), default=-1)
    return " ".join(words[last + 1 :])


def is_ahead(after: str) -> bool:
    """Tell whether the first verb behind a day is of what is to come: "… will open".

    What opens the sentence ("Tonight, the tower will …") is looked past one comma.
    """
    clause = next((part for part in PAUSE.split(after) if part.strip()), "")
    found = ahead().search(clause)
    if found is None:
        return False
    words = clause[: found.start()].lower().split()
    return not any(is_verb(w) or w in cue_verbs() or w == "that" for w in words)


def has_verb(clause: str) -> bool:
    """Tell whether a clause has a verb of its own, as far as forms tell."""
    return any(is_verb(w) or is_finite_cue(w) for w in clause.lower().split())


def has_past(text: str) -> bool:
    """Tell whether a sentence has a verb of the past, or one that forms do not tell.

    A form in -ed behind "the" is none: "the coordinated attacks".
    """
    words = re.findall(r"[\w'’-]+", text.lower())
    behind = ["", *words]
    return any(
        word in _pasts() or is_finite_cue(word)
        if not PAST.fullmatch(word)
        else before not in listed("article")
        for before, word in zip(behind, words, strict=False)
    )


@cache
def _pasts() -> frozenset[str]:
    rows = word_table("date_tense")
    past = {word for kind, word, *_ in rows if kind == "past"}
    return frozenset(past | word_set("finite_verbs") | listed("other_past")) - listed(
        "no_past"
    )


def is_verb(word: str) -> bool:
    """Tell whether a word is hardly anything but a finite verb, by list or ending."""
    known = word in word_set("finite_verbs") or word in listed("auxiliary")
    return known or PAST.fullmatch(word) is not None


@cache
def listed(name: str) -> frozenset[str]:
    """Give a list of `dating_cues`."""
    return frozenset(word.replace("_", " ") for word in _cues()[name])


@cache
def _cues() -> dict[str, tuple[str, ...]]:
    return {name: tuple(words.split()) for name, words in word_table("dating_cues")}


def _either(name: str) -> str:
    """Give the words of a list as alternatives of a pattern."""
    return "|".join(re.escape(w).replace("_", r"\s+") for w in _cues()[name])


@cache
def set_off() -> re.Pattern[str]:
    """Match ", completed in ", ", a colonel who left in ": a clause of a thing.

    Not ", and on ".
    """
    return re.compile(
        r"(?:,|\s[-–—])\s(?:(?P<who>(?:[\w'’-]+\s){0,4}(?:who|whose))\b"
        rf"|(?!and\b)\w+(?:{_either('participle_ending')})\b)[^,;]*$"
    )


@cache
def named() -> re.Pattern[str]:
    """Match " attack", ", attacks" behind a day; not " in Lom", ", police said"."""
    return re.compile(rf",?\s(?!(?:{_either('no_name')})\b)[a-zA-Z]\w{{2,}}")


@cache
def compared() -> re.Pattern[str]:
    """Match what compares with a day: "than in ", "a similar deployment in ".

    Also "the worst since ", "unlike in "; not "deployed since ".
    """
    superlative = rf"\w{{3,}}{_either('superlative_ending')}|{_either('superlative')}"
    return re.compile(
        rf"(?:\b(?:{_either('comparing')})|\b(?:a|the) similar [\w ]{{1,30}}?"
        rf"|\b(?:{superlative})\b[^,;]{{0,60}}?\bsince"
        rf"(?: \w+ (?:{_either('begins')}))?"
        rf"|\b(?!(?:{_either('parts_of_time')})\b)\w{{3,}} of)"
        rf"(?:\s+(?:{_either('before_a_day')}))*\s*$",
        re.IGNORECASE,
    )


@cache
def ahead() -> re.Pattern[str]:
    """Match "will", "was due to", before or behind its day; not "willing"."""
    return re.compile(rf"(?<!\w)(?:{_either('ahead')})\b", re.IGNORECASE)
