"""Where the words that are attributed begin and end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from briefing.extract.attribution.lexicon import CueVerb
from briefing.extract.attribution.units import Passage

LOOK_AHEAD: Final = 16
"""Units that may stand between a verb of speech and "that" or its quotation: "said on
Monday in an interview with the daily Le Monde that"."""

NOUN_BEGIN: Final = frozenset("DSUN0~OR")
VERBS: Final = frozenset("XVv")
BELIEVES_IN: Final = frozenset({"believe", "trust", "rejoice", "delight"})
PARTICLES: Final = frozenset({"out", "up", "in"})


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a cue verb: its frame, and the units from which it runs."""

    frame: str
    begin: int
    cue_end: int
    """End of the cue with its preposition: "called for"."""


def complement_of(passage: Passage, at: int, verb: CueVerb) -> Complement | None:
    """Give what the verb at unit *at* governs; None where nothing stands after it."""
    tags, words = passage.tags, passage.words
    n = len(tags)
    i = at + 1
    frames = verb.frames
    clause = "that" in frames or "hearer" in frames
    if i < n and tags[i] in {"P", "T"} and words[i] in verb.prepositions:
        found = _after_preposition(passage, i, verb)
        if found:
            return found
    i = _past_adverbs(passage, i)
    if i >= n:
        return None
    tag = tags[i]
    if clause or frames & {"quote", "that-full"}:
        quote = _quotation_at(passage, i)
        if quote is not None:
            return Complement("quote", quote, at + 1)
    if "hearer" in frames:
        found = _after_hearer(passage, i, at, verb)
        if found:
            return found
    if tag == "T":
        if "to" in frames:
            return Complement("to", i, at + 1)
        if not clause:
            return None
    if tag in {"P", "T"} and words[i] in verb.prepositions:
        found = _after_preposition(passage, i, verb)
        if found:
            return found
    if clause or "wh" in frames or "that-full" in frames:
        if tag == "H" or tag == "K" or (tag == "B" and words[i] == "if"):
            return Complement("that", i, at + 1)
    if clause:
        if tag in {"P", "T", "B", ",", "-"}:
            ahead = _that_or_quote(passage, i)
            if ahead is None and tag == "P" and verb.lemma == "say":
                ahead = _after_place(passage, i)
            if ahead is not None:
                return Complement("that", ahead, at + 1)
        is_clause = _is_clause if "obj" in frames else _has_verb
        if tag in NOUN_BEGIN and is_clause(passage, i):
            return Complement("that", i, at + 1)
        if tag in NOUN_BEGIN and not frames & {"obj", "obj-to"} and i + 3 < n:
            return Complement("bare", i, at + 1)
        if tag == "I" and "ing" in frames:
            return Complement("ing", i, at + 1)
    if tag == "K" and frames & {"obj", "wh"}:
        return Complement("that", i, at + 1)
    if tag in NOUN_BEGIN and "obj-to" in frames and "T" in tags[i : i + 14]:
        return Complement("obj-to", i, at + 1)
    if tag in NOUN_BEGIN and frames & {"obj", "as"}:
        if "obj" not in frames and not _has_predicate(passage, i, verb):
            return None
        return Complement("obj", i, at + 1)
    if tag in {"I", "E"} and frames & {"obj", "ing"}:
        return Complement("obj", i, at + 1)
    if tag == "Q" and frames & {"obj", "as"}:
        return Complement("quote", i, at + 1)
    return None


def _has_predicate(passage: Passage, begin: int, verb: CueVerb) -> bool:
    """Tell "called the plan reckless" and "described it as" from a bare object."""
    if verb.lemma in {"call", "label", "brand", "dub", "term", "consider", "deem"}:
        return True
    for k in range(begin, min(len(passage), begin + 14)):
        if passage.words[k] in {"as", "to", "of", "with"} or passage.tags[k] == "Q":
            return True
        if passage.tags[k] in {".", ";"}:
            return False
    return False


def _past_adverbs(passage: Passage, i: int) -> int:
    tags, n = passage.tags, len(passage)
    while i < n:
        if tags[i] == "M" and tags[i + 1 : i + 2] in (["G"], ["N"]):
            break
        if tags[i] in {"A", "M"}:
            i += 1
        elif tags[i] in {"P", "D"} and i + 1 < n and tags[i + 1] == "M":
            i += 2
        else:
            break
    return i


def _after_preposition(passage: Passage, i: int, verb: CueVerb) -> Complement | None:
    words, n = passage.words, len(passage)
    k = i + 1
    particle = words[i] in PARTICLES and verb.lemma not in BELIEVES_IN
    if particle:
        k = _past_adverbs(passage, k)
        if (
            k < n
            and passage.tags[k] == "P"
            and words[k] in {"about", "against", "for", "on", "with"}
        ):
            k += 1
    if k >= n or passage.tags[k] in {".", ";", ","} and not particle:
        return None
    if k < n and passage.tags[k] in {",", ".", ";", "C", ")"}:
        return None
    return Complement("prep", k, k)


def _quotation_at(passage: Passage, i: int) -> int | None:
    """Give the quotation at *i*, after a comma or colon too."""
    tags, n = passage.tags, len(passage)
    if tags[i] == "Q":
        return i
    if tags[i] in {",", ":"} and i + 1 < n and tags[i + 1] == "Q":
        return i + 1
    if tags[i] == ":" and i + 1 < n:
        return i + 1
    return None


def _after_hearer(
    passage: Passage, i: int, at: int, verb: CueVerb
) -> Complement | None:
    """Give what follows whoever is told: "told the BBC on Friday that"."""
    tags, words, n = passage.tags, passage.words, len(passage)
    if tags[i] not in {"D", "S", "U", "N", "O", "R", "0", "~"}:
        return None
    k = i + 1
    if tags[i] not in {"O", "R"} or words[i] == "her" and tags[i] == "S":
        while k < n and (
            tags[k] in {"N", "U", "G", "0", "~"}
            or (tags[k] == "P" and words[k] in {"of", "for", "at", "from"})
            or (tags[k] in {"D", "S"} and tags[k - 1] in {"P"})
        ):
            k += 1
    if k < n and tags[k] == "T" and "obj-to" in verb.frames:
        return Complement("obj-to", i, at + 1)
    k = _past_adverbs(passage, k)
    if k >= n:
        return None
    if tags[k] in {"H", "K", "Q"} or (tags[k] == "B" and words[k] == "if"):
        return Complement("that", k, k)
    if tags[k] in {",", ":", "P", "T", "B", "-"}:
        ahead = _that_or_quote(passage, k)
        if ahead is not None:
            return Complement("that", ahead, k)
        if tags[k] == "P" and words[k] in verb.prepositions:
            return Complement("prep", k + 1, k)
        return None
    if tags[k] in {"D", "S", "R", "U", "N", "0"} and _has_verb(passage, k):
        return Complement("that", k, k)
    if "obj-to" in verb.frames and "T" in tags[i : i + 12]:
        return Complement("obj-to", i, at + 1)
    return None


def _that_or_quote(passage: Passage, i: int) -> int | None:
    """Find "that" or a quotation behind adjuncts: "in a statement on Friday that"."""
    tags = passage.tags
    for k in range(i, min(len(tags), i + LOOK_AHEAD)):
        tag = tags[k]
        if tag == "H" and tags[k - 1] != "P":
            return k
        if tag == "K" and k > i and tags[k - 1] not in {"P", ","}:
            return k
        if tag == "Q":
            return k if tags[k - 1] in {",", ":", "M", "A", "N", "U", ")"} else None
        if tag == ":" and k + 1 < len(tags):
            return k + 1
        if tag in {";", "."} or (tag in VERBS and k > i and tags[i] != "B"):
            return None
    return None


def _after_place(passage: Passage, i: int) -> int | None:
    """Find the clause in "said in recent days the president has": at its subject."""
    tags = passage.tags
    for k in range(i + 2, min(len(tags) - 1, i + LOOK_AHEAD)):
        tag = tags[k]
        if tag in {"X", "V", "v", ",", ";", ".", "Q", "W", "-"}:
            return None
        if tag in {"D", "S", "R"} and tags[k - 1] not in {"P", "T", "D", "C"}:
            return k if _has_verb(passage, k) else None
    return None


def _has_verb(passage: Passage, i: int) -> bool:
    tags = passage.tags
    for k in range(i, len(tags)):
        if tags[k] in VERBS or (tags[k] == "E" and k > i and tags[k - 1] != "D"):
            return True
        if tags[k] == "Q" and k > i:
            return True
        if tags[k] in {";", "."}:
            return False
        if tags[k] == "," and k + 1 < len(tags) and tags[k + 1] == "I":
            return False
    return False


def _is_clause(passage: Passage, i: int) -> bool:
    """Tell "denied the plan had failed" from "denied the plan"."""
    tags = passage.tags
    for k in range(i, len(tags)):
        tag = tags[k]
        if tag in VERBS or (
            tag == "E" and k > i + 1 and tags[k - 1] in {"N", "U", "R"}
        ):
            return k > i
        if tag in {"T", "C", ",", "H", "W", "B", "K", ";", ".", "-", "Q"}:
            return False
    return False


def has_clause(passage: Passage, begin: int, end: int) -> bool:
    """Tell whether a finite verb or a quotation stands between two units."""
    tags = passage.tags
    return any(
        tags[k] in VERBS or tags[k] == "Q" or (tags[k] == "E" and k > begin)
        for k in range(begin, end)
    )


# Words after which the object of a verb is over: the clause goes on.
AFTER_OBJECT: Final = frozenset(
    "because after before while when although though since until unless whereas if".split()
)


def phrase_end(passage: Passage, begin: int, stop: int, *, names: bool = False) -> int:
    """Give the end of a noun phrase with what belongs to it, before *stop*.

    *names* is True after a verb that calls something something: "called the plan on
    Monday a sham" goes on after the day.
    """
    tags, words = passage.tags, passage.words
    k = begin
    while k < stop:
        tag = tags[k]
        if tag in {";", ".", "-"} or (tag == ":" and k > begin):
            break
        if tag == "(":
            while k < stop and tags[k] != ")":
                k += 1
        elif tag == ")":
            break
        elif tag == "," and k > begin:
            if tags[k + 1 : k + 3] == ["U", ","] and k + 3 < stop:
                k += 2
            elif not (_list_goes_on(passage, k, stop) or _adds(passage, k + 1)):
                break
        elif tag == "B" and k > begin and words[k] in AFTER_OBJECT:
            break
        elif (
            words[k] == "as"
            and k > begin
            and k + 1 < stop
            and _is_clause(passage, k + 1)
        ):
            break
        elif (
            tag in {"P", "M"}
            and k > begin
            and not names
            and _is_occasion(passage, k, stop)
        ):
            break
        elif tag == "C" and k + 1 < stop and tags[k + 1] in {"X", "V", "v", "R"}:
            break
        k += 1
    return trim_end(passage, begin, k)


ADDING: Final = frozenset(
    "including such like especially particularly notably mainly".split()
)
OCCASIONS: Final = frozenset(
    "statement interview letter speech tweet post briefing conference op-ed email memo "
    "debate rally address appearance testimony hearing report editorial".split()
)


def _is_occasion(passage: Passage, k: int, stop: int) -> bool:
    """Tell when and where it was said from what is said: "in a statement on Monday"."""
    tags, words = passage.tags, passage.words
    if tags[k] == "M":
        return tags[k - 1] not in {"D", "P", "S", "G"} and tags[k + 1 : k + 2] in (
            [],
            ["."],
            [","],
            ["P"],
            ["A"],
        )
    if words[k] == "during":
        return True
    if words[k] not in {"in", "on", "at", "via"}:
        return False
    if k + 1 < stop and tags[k + 1] == "M":
        return True
    return any(words[j] in OCCASIONS for j in range(k + 1, min(stop, k + 4)))


def _adds(passage: Passage, k: int) -> bool:
    """Tell ", including roads" and ", built in 1960" from a new clause."""
    if k >= len(passage):
        return False
    return passage.tags[k] == "E" or passage.words[k] in ADDING


def _list_goes_on(passage: Passage, k: int, stop: int) -> bool:
    """Tell "jobs, schools and roads" from a new clause after a comma."""
    tags = passage.tags
    for j in range(k + 1, min(stop, k + 6)):
        if tags[j] == "C":
            return (
                j + 1 < stop
                and tags[j + 1] in {"N", "U", "0", "D", "S"}
                and not any(tags[x] in VERBS for x in range(j, min(stop, j + 5)))
            )
        if tags[j] not in {"N", "U", "0", "D", "S", "G", "~"}:
            return False
    return False


def trim_end(passage: Passage, begin: int, end: int) -> int:
    """Leave marks and the day of saying out of the end of a content."""
    tags = passage.tags
    while end > begin and tags[end - 1] in {",", ".", ";", ":", "-", "C", "A"}:
        if tags[end - 1] == "A" or (
            tags[end - 1] == "." and passage.words[end - 1] in {"?", "!", "…", "..."}
        ):
            break
        end -= 1
    return end
