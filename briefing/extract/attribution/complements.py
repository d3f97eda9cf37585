"""What a cue verb governs: a clause, a quotation, somebody told, an object."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from briefing.extract.attribution.clauses import (
    NOUN_BEGIN,
    after_place,
    has_verb,
    is_clause,
    past_adverbs,
    that_or_quote,
)
from briefing.extract.attribution.lexicon import CueVerb, source_nouns
from briefing.extract.attribution.units import Passage
from briefing.resources import words_of

INFINITIVE_REACH: Final = 14
"""Units in which "to" follows whoever is urged: "urged the three parties at the table
to"; farther off it belongs to something else."""

SUBJECT_REACH: Final = 6
"""Units of a subject behind "said" before the quoted words that are its verb."""
SAYING_REACH: Final = 4
"""Units of "the short message" between its verb and the words that it names."""
COUNT_REACH: Final = 12
"""Units of "the number of dead at the old mine at" after "put"."""
AMONG: Final = frozenset({"among", "without", "under", "behind", "despite", "unlike"})
"""Prepositions that open what is said: "said among the dead were two nurses"."""
CLAUSE: Final = frozenset({"that", "hearer"})
BELIEVES_IN: Final = frozenset({"believe", "trust", "rejoice", "delight"})
"""Verbs whose "in" is a preposition; that of "chimed in" is not."""
PARTICLES: Final = frozenset({"out", "up", "in", "back", "down", "off"})
AFTER_PARTICLE: Final = frozenset(
    {"about", "against", "at", "for", "of", "on", "to", "with"}
)
NAMES_AT_ONCE: Final = frozenset(
    {"call", "label", "brand", "dub", "term", "consider", "deem"}
)
"""Verbs that need no "as": "called the plan reckless"."""
TELLS_AT_ONCE: Final = frozenset({"tell", "warn", "caution", "advise"})
"""Verbs of telling that take a clause without "that" or whoever is told."""
PREDICATES: Final = frozenset({"as", "to", "of", "with"})
AND_OTHERS: Final = 5
"""Units of "and two other papers that"."""
HEARER_BEGIN: Final = frozenset("DSUNOR0~")
HEARER_WORDS: Final = frozenset("NUG0~")


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a cue verb: its frame, and the unit from which it runs."""

    frame: str
    begin: int
    cue_end: int
    """End of the cue with its preposition or hearer: "called for", "told the court"."""


def complement_of(passage: Passage, at: int, verb: CueVerb) -> Complement | None:
    """Give what the verb at unit *at* governs; None where nothing stands after it."""
    found = _counted(passage, at, verb) or _preposition(passage, at, at + 1, verb)
    i = past_adverbs(passage, at + 1)
    if found or i >= len(passage):
        return found
    for read in READERS:
        found = read(passage, at, i, verb)
        if found:
            return found
    return None


def _quotation(passage: Passage, at: int, i: int, verb: CueVerb) -> Complement | None:
    if not verb.frames & {"that", "hearer", "quote", "that-full"}:
        return None
    tag = passage.tag(i)
    is_cried = "quote" in verb.frames and "as" not in verb.frames
    is_over = passage.tag(i + 1) in {"", ",", ".", ";", "C"}
    is_fragment = tag == "~" and (is_over or is_cried)
    if tag == "Q" or is_fragment:
        return Complement("quote", i, at + 1)
    is_led_in = tag == "," and passage.tag(i + 1) == "Q"
    if is_led_in or (tag == ":" and i + 1 < len(passage)):
        return Complement("quote", i + 1, at + 1)
    return None


def _hearer(passage: Passage, at: int, i: int, verb: CueVerb) -> Complement | None:
    """Read "told the BBC on Friday that" and "asked the court to"."""
    if "hearer" not in verb.frames or passage.tag(i) not in HEARER_BEGIN:
        return None
    end = hearer_end(passage, i)
    if passage.tag(end) == "T" and "obj-to" in verb.frames:
        return Complement("obj-to", i, at + 1)
    k = past_adverbs(passage, end)
    tag = passage.tag(k)
    if tag in {"H", "K", "Q"} or passage.word(k) == "if":
        return Complement("that", k, end)
    if tag == "C" and "H" in passage.tags[k : k + AND_OTHERS]:
        # "told the daily and others that"
        end = passage.tags.index("H", k)
        return Complement("that", end, end)
    if tag in {",", ":", "P", "T", "B", "-"}:
        ahead = that_or_quote(passage, k)
        if ahead is not None:
            return Complement("that", ahead, end)
        is_about = tag == "P" and passage.words[k] in verb.prepositions
        return Complement("prep", k + 1, k) if is_about else None
    if tag in {"D", "S", "R", "U", "N", "0"} and has_verb(passage, k):
        return Complement("that", k, end)
    return None


def hearer_end(passage: Passage, begin: int) -> int:
    """Give the end of whoever is told: "the BBC" of "told the BBC that"."""
    tags, words, n = passage.tags, passage.words, len(passage)
    k = begin + 1
    if tags[begin] in {"O", "R"}:
        return k
    while k < n and (
        tags[k] in HEARER_WORDS
        or (tags[k] == "P" and words[k] in {"of", "for", "at", "from"})
        or (tags[k] in {"D", "S"} and tags[k - 1] == "P")
    ):
        k += 1
    return k


def _words_quoted(
    passage: Passage, at: int, i: int, verb: CueVerb
) -> Complement | None:
    """Read "posted the message, “…”" and "chanted the slogan “…”"."""
    if "speech" not in verb.kinds or passage.tag(i) not in {"D", "N", "E"}:
        return None
    k = i
    while k < i + SAYING_REACH and passage.tag(k) in {"D", "N", "E", "0"}:
        k += 1
    if passage.words[k - 1] not in words_of("sayings"):
        return None
    k += passage.tag(k) in {",", ":"}
    return Complement("quote", k, at + 1) if passage.tag(k) == "Q" else None


def _infinitive(passage: Passage, at: int, i: int, verb: CueVerb) -> Complement | None:
    if passage.tags[i] == "T" and "to" in verb.frames:
        return Complement("to", i, at + 1)
    return None


def _counted(passage: Passage, at: int, verb: CueVerb) -> Complement | None:
    """Read "said more than 300 people had fled" and "said up to half of them had"."""
    if not verb.frames & {"that"} or "speech" not in verb.kinds:
        return None
    if passage.word(at + 1) == "to":
        return None  # "agreed to a 30-minute talk"
    k = at + 1
    while k < at + 1 + AND_OTHERS and passage.word(k) in words_of("about_numbers"):
        k += 1
    is_counted = k > at + 1 and passage.tag(k) == "0" and has_verb(passage, k + 1)
    return Complement("that", at + 1, at + 1) if is_counted else None


def _preposition(passage: Passage, at: int, i: int, verb: CueVerb) -> Complement | None:
    """Read "called for", "warned on Monday against", "spoke out about"."""
    del at
    if passage.word(i) not in verb.prepositions or passage.tags[i] not in {"P", "T"}:
        return None
    k = i + 1
    if passage.words[i] in PARTICLES and verb.lemma not in BELIEVES_IN:
        k = past_adverbs(passage, k)
        k += passage.word(k) in AFTER_PARTICLE
    if passage.tag(k) in {"", ",", ".", ";", "C", ")"}:
        return None
    return Complement("prep", k, k)


def _that(passage: Passage, at: int, i: int, verb: CueVerb) -> Complement | None:
    if not verb.frames & {"that", "hearer", "wh", "that-full"}:
        return None
    word = passage.words[i]
    is_when = word == "when" and passage.tag(i + 1) in {"D", "S", "R"}
    if passage.tags[i] == "H" and passage.tag(i + 1) == "M":
        return None  # "said later that night, had"
    if word == "how" and passage.tag(i + 1) == "T" and "speech" not in verb.kinds:
        return None  # "knows how to swim": a skill, and no words
    if passage.tags[i] in {"H", "K"} or word == "if" or is_when:
        return Complement("that", i, at + 1)
    return None


def _far_clause(passage: Passage, at: int, i: int, verb: CueVerb) -> Complement | None:
    """Read "said in a statement that" and "said in recent days the town has"."""
    tag = passage.tags[i]
    if not verb.frames & CLAUSE or tag not in {"P", "T", "B", ",", "-"}:
        return None
    ahead = that_or_quote(passage, i)
    if ahead is None and tag == "P" and verb.lemma == "say":
        is_count = passage.words[i] == "of" and passage.tag(i + 1) == "0"
        is_led_in = passage.words[i] in AMONG or is_count  # "said of 30 hurt, 9 left"
        is_said = is_led_in and has_verb(passage, i)
        ahead = i if is_said else after_place(passage, i)
    return Complement("that", ahead, at + 1) if ahead is not None else None


def _near_clause(passage: Passage, at: int, i: int, verb: CueVerb) -> Complement | None:
    """Read "said the dam was safe": the clause without "that"."""
    takes_object = "obj" in verb.frames
    is_gerund = passage.tags[i] == "I" or (
        passage.tags[i] == "V" and passage.words[i].endswith("ing")
    )
    if verb.frames & CLAUSE and is_gerund and not takes_object:
        # "said rebuilding the bridge could take a month"
        told = has_verb(passage, i + 1)
        return Complement("that", i, at + 1) if told else None
    if not verb.frames & CLAUSE or passage.tags[i] not in NOUN_BEGIN:
        return None
    if "hearer" in verb.frames and _is_only_hearer(passage, i, verb):
        return None
    if verb.lemma == "say" and "~" in passage.tags[i + 1 : i + SUBJECT_REACH]:
        return Complement("that", i, at + 1)  # "said force “solves nothing”"
    if is_clause(passage, i) if takes_object else has_verb(passage, i):
        return Complement("that", i, at + 1)
    if "speech" not in verb.kinds:
        return None
    if not verb.frames & {"obj", "obj-to"} and i + 3 < len(passage):
        return Complement("bare", i, at + 1)
    return None


def _is_only_hearer(passage: Passage, i: int, verb: CueVerb) -> bool:
    """Tell "alerted the guards and left", which tells no words, from "warned they"."""
    return verb.lemma not in TELLS_AT_ONCE and passage.tags[i] != "R"


def _count(passage: Passage, at: int, i: int, verb: CueVerb) -> Complement | None:
    """Read "put the number of dead at 20", which nobody but a teller does."""
    if verb.lemma != "put" or passage.tags[i] not in {"D", "S"}:
        return None
    if words_of("counts").isdisjoint(passage.words[i : i + SAYING_REACH]):
        return None
    for k in range(i + 1, min(len(passage), i + COUNT_REACH)):
        if passage.tags[k] in {",", ";", ".", "V", "v", "X"}:
            return None
        if passage.words[k] == "at" and "0" in passage.tags[k : k + SAYING_REACH]:
            return Complement("obj", i, at + 1)
    return None


def _question(passage: Passage, at: int, i: int, verb: CueVerb) -> Complement | None:
    if passage.tags[i] == "K" and "obj" in verb.frames:
        return Complement("that", i, at + 1)
    return None


def _object(passage: Passage, at: int, i: int, verb: CueVerb) -> Complement | None:
    """Read "urged residents to leave", "condemned the raid", "called it a sham"."""
    tag, frames = passage.tags[i], verb.frames
    if tag == "Q" and frames & {"obj", "as"}:
        return Complement("quote", i, at + 1)
    is_gerund = tag == "V" and passage.words[i].endswith("ing")
    if (tag in {"I", "E"} or is_gerund) and frames & {"obj", "ing"}:
        return Complement("obj", i, at + 1)
    if passage.words[i] == "as" and "as" in frames and _names_first(passage, i):
        return Complement("words", i + 1, i + 1)
    if passage.words[i] == "as" and "as" in frames and _asks_back(passage, at):
        return Complement("obj", i, at + 1)
    is_day_of = tag == "M" and passage.tag(i + 1) == "G"
    is_thing = verb.lemma == "share" and not _is_worded(passage, i)
    if is_thing or (tag not in NOUN_BEGIN and not is_day_of):
        return None
    if "obj-to" in frames and "T" in passage.tags[i : i + INFINITIVE_REACH]:
        return Complement("obj-to", i, at + 1)
    if "obj" in frames or ("as" in frames and _has_predicate(passage, i, verb)):
        return Complement("obj", i, at + 1)
    return None


def _is_worded(passage: Passage, begin: int) -> bool:
    """Tell "shared the letter", which has words, from "shared the prize"."""
    words = passage.words[begin : begin + SUBJECT_REACH]
    if passage.words[begin] in {"it", "them"}:
        return False
    return any(w in source_nouns() or w in words_of("sayings") for w in words)


def _names_first(passage: Passage, i: int) -> bool:
    """Tell "described as “troubling” a report" from "was described as “troubling”"."""
    return passage.tag(i + 1) in {"Q", "~"} and passage.tag(i + 2) in {"D", "S"}


def _asks_back(passage: Passage, at: int) -> bool:
    """Tell "which analysts described as a gamble" from "was described as"."""
    k = at - 1
    while k > 0 and passage.tags[k] not in {",", ".", ";", "Q", "V", "v"}:
        if passage.tags[k] in {"W", "K"}:
            return k < at - 1
        k -= 1
    return False


def _gapped(passage: Passage, at: int, i: int, verb: CueVerb) -> Complement | None:
    """Read "what the senators said was a scandal" and "which he said was his"."""
    del i
    k = at + 1
    is_verb = passage.tag(k) in {"X", "v"}
    if not (is_verb and verb.frames & CLAUSE and _asks_back(passage, at)):
        return None
    return Complement("that", k, k)


def _about(passage: Passage, at: int, i: int, verb: CueVerb) -> Complement | None:
    """Read "wrote about the strike": what every verb of speech can have."""
    if passage.words[i] != "about" or "speech" not in verb.kinds:
        return None
    rest = passage.tags[i:]
    is_led_in = ":" in rest or "Q" in rest
    if is_led_in or passage.tag(i + 1) in {"", ",", "."}:
        return None
    del at
    return Complement("prep", i + 1, i + 1)


def _has_predicate(passage: Passage, begin: int, verb: CueVerb) -> bool:
    """Tell "described it as a sham" from a bare object."""
    if verb.lemma in NAMES_AT_ONCE:
        return True
    for k in range(begin, min(len(passage), begin + INFINITIVE_REACH)):
        if passage.words[k] in PREDICATES or passage.tags[k] == "Q":
            return True
        if passage.tags[k] in {".", ";"}:
            return False
    return False


# The nearest reading first: a quotation right there, whoever is told, "to", a clause.
READERS: Final[
    tuple[Callable[[Passage, int, int, CueVerb], Complement | None], ...]
] = (
    _quotation,
    _words_quoted,
    _hearer,
    _infinitive,
    _preposition,
    _that,
    _far_clause,
    _near_clause,
    _count,
    _question,
    _object,
    _gapped,
    _about,
)
