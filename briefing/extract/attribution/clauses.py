"""Whether a clause, or only a phrase, stands between two units."""

from __future__ import annotations

from typing import Final

from briefing.extract.attribution.units import Passage

LOOK_AHEAD: Final = 16
"""Units that may stand between a verb of speech and "that" or its quotation: "said on
Monday in an interview with the daily Le Monde that"."""

NOUN_BEGIN: Final = frozenset("DSUN0~OR")
"""Letters that a noun phrase begins with, pronouns too."""
VERBS: Final = frozenset("XVv")
BEFORE_QUOTATION: Final = frozenset(",:MANU)")
STOPS_CLAUSE: Final = frozenset("TC,HWBK;.-Q")


def has_clause(passage: Passage, begin: int, end: int) -> bool:
    """Tell whether a finite verb or a quotation stands between two units."""
    tags = passage.tags
    return any(
        (tags[k] in VERBS and not _is_noun_like(passage, k))
        or tags[k] == "Q"
        or (tags[k] == "E" and k > begin)
        for k in range(begin, end)
    )


def _is_noun_like(passage: Passage, at: int) -> bool:
    """Tell "a mourning speech" from "was mourning"."""
    alone = at == 0 or passage.tags[at - 1] != "X"
    return alone and passage.words[at].endswith("ing")


def has_verb(passage: Passage, begin: int) -> bool:
    """Tell whether a verb or a quotation follows before the sentence's next half."""
    tags = passage.tags
    for k in range(begin, len(tags)):
        if tags[k] in VERBS or (tags[k] == "E" and k > begin and tags[k - 1] != "D"):
            return True
        if tags[k] == "Q" and k > begin:
            return True
        if tags[k] in {";", "."} or (tags[k] == "," and passage.tag(k + 1) == "I"):
            return False
    return False


def is_clause(passage: Passage, begin: int) -> bool:
    """Tell "denied the plan had failed" from "denied the plan"."""
    tags = passage.tags
    for k in range(begin, len(tags)):
        tag = tags[k]
        if tag in VERBS:
            return k > begin
        if tag == "E" and k > begin + 1 and tags[k - 1] in {"N", "U", "R"}:
            return True
        if tag in STOPS_CLAUSE:
            return False
    return False


def past_adverbs(passage: Passage, at: int) -> int:
    """Give the first unit from *at* that is no adverb and no day."""
    while True:
        tag, following = passage.tag(at), passage.tag(at + 1)
        if tag == "M" and following in {"G", "N"}:
            return at
        if passage.word(at) == "next" and passage.word(at + 1) == "of":
            return at  # "notified next of kin"
        if tag in {"A", "M"}:
            at += 1
        elif tag in {"P", "D"} and following == "M":
            at += 2
        else:
            return at


def that_or_quote(passage: Passage, begin: int) -> int | None:
    """Find "that" or a quotation behind adjuncts: "in a statement on Friday that"."""
    tags = passage.tags
    for k in range(begin, min(len(tags), begin + LOOK_AHEAD)):
        tag = tags[k]
        if tag == "H" and tags[k - 1] != "P":
            return k
        if tag == "K" and k > begin and tags[k - 1] not in {"P", ","}:
            return k
        if tag == "Q":
            return k if tags[k - 1] in BEFORE_QUOTATION else None
        if tag == ":" and k + 1 < len(tags):
            return k + 1
        if tag in {";", "."} or (tag in VERBS and k > begin and tags[begin] != "B"):
            return None
    return None


def after_place(passage: Passage, begin: int) -> int | None:
    """Find the clause in "said in recent days the president has": at its subject."""
    tags = passage.tags
    for k in range(begin + 2, min(len(tags) - 1, begin + LOOK_AHEAD)):
        tag = tags[k]
        if tag in {"X", "V", "v", ",", ";", ".", "Q", "W", "-"}:
            return None
        if tag in {"D", "S", "R"} and tags[k - 1] not in {"P", "T", "D", "C"}:
            return k if has_verb(passage, k) else None
    return None
