"""Where the words that are attributed end."""

from __future__ import annotations

from typing import Final

from briefing.extract.attribution.clauses import VERBS, is_clause
from briefing.extract.attribution.units import Passage
from briefing.resources import words_of

IN_LIST: Final = frozenset("NU0DSG~M")
LIST_REACH: Final = 14
"""Units after a comma in which an "and" makes it a list: "jobs, new schools, roads
and"."""
LAST_REACH: Final = 5
"""Units of a list's last item that may hold no verb: else it is a clause."""
OCCASION_REACH: Final = 4
"""Units in which an occasion follows its preposition: "in a television interview"."""
NAME_REACH: Final = 5
"""Units of a name beside another, with its comma: ", Maria del Carmen Ruiz,"."""
WITH_REACH: Final = 6
"""Units behind ", with" in which quoted words still belong to what was said."""
SENTENCE_MARKS: Final = frozenset({"?", "!", "…", "..."})


def phrase_end(passage: Passage, begin: int, stop: int, *, names: bool = False) -> int:
    """Give the end of a noun phrase with what belongs to it, before *stop*.

    *names* is True after a verb that calls something something: "called the plan on
    Monday a sham" goes on after the day.
    """
    k = begin
    while k < stop:
        if passage.tags[k] == "(":
            while k < stop and passage.tags[k] != ")":
                k += 1
        elif k > begin and (beside := _name_beside(passage, k, stop)):
            k = beside
        elif _is_over(passage, k, begin, stop) or (
            k > begin and not names and _is_occasion(passage, k, stop)
        ):
            break
        k += 1
    return trim_end(passage, begin, min(k, stop))


def _name_beside(passage: Passage, k: int, stop: int) -> int:
    """Give the second comma of "police in Tulsa, Okla., for"; 0 where none is.

    Of "its leader, Ann Lee, of fraud" and "a claim by its owner, Norbank, that" too;
    not of "the plan, Ann Lee, who wrote it".
    """
    tags = passage.tags
    if tags[k] != ",":
        return 0
    j = k + 1
    while j < min(stop, k + NAME_REACH) and tags[j] in {"U", "N", "M"}:
        j += 1
    is_name = tags[j - 1] == "U" and tags[k + 1] != "N"
    if not is_name or passage.tag(j) != "," or j + 1 >= stop:
        return 0
    goes_on = tags[j + 1] in {"P", "T", "H"} or passage.words[j + 1] == "as"
    return j if goes_on or j == k + 2 else 0


def _is_over(passage: Passage, k: int, begin: int, stop: int) -> bool:
    """Tell whether the object that began at *begin* is over before unit *k*."""
    tag = passage.tags[k]
    if tag in {";", ".", "-", ")"}:
        return True
    if k == begin:
        return False
    following = passage.tag(k + 1) if k + 1 < stop else ""
    if tag == ":":
        return True
    if tag == ",":
        return not (_list_goes_on(passage, begin, k, stop) or _adds(passage, k + 1))
    if tag == "B":
        if passage.words[k] == "as":
            return bool(following) and is_clause(passage, k + 1)
        return passage.words[k] in words_of("after_object")
    if tag == "C" and following == "E":
        return passage.tag(k + 2) in {"D", "S", "R", "O"}
    return tag == "C" and following in {"X", "V", "v", "R"}


def _is_occasion(passage: Passage, k: int, stop: int) -> bool:
    """Tell when and where it was said from what is said: "in a statement on Monday"."""
    tag, word = passage.tags[k], passage.words[k]
    if tag == "M":
        is_bare = passage.tags[k - 1] not in {"D", "P", "S", "G"}
        return is_bare and passage.tag(k + 1) in {"", ".", ",", "P", "A"}
    if tag != "P" or word == "during":
        return tag == "P"
    if word not in {"in", "on", "at", "via"}:
        return False
    if k + 1 < stop and passage.tags[k + 1] == "M":
        return True
    occasions = words_of("occasions")
    last = min(stop, k + OCCASION_REACH)
    return any(passage.words[j] in occasions for j in range(k + 1, last))


def _adds(passage: Passage, k: int) -> bool:
    """Tell ", including roads" and ", built in 1960" from a new clause."""
    if passage.word(k) == "with" and {"Q", "~"} & set(passage.tags[k : k + WITH_REACH]):
        return True  # "described it as “hard”, with winds “in excess of”"
    is_participle = passage.tag(k) == "E" and passage.tag(k + 1) not in {"", "."}
    return is_participle or passage.word(k) in words_of("adding")


def _list_goes_on(passage: Passage, begin: int, k: int, stop: int) -> bool:
    """Tell "jobs, schools and roads" from a new clause after a comma."""
    tags = passage.tags
    for j in range(k + 1, min(stop, k + LIST_REACH)):
        if tags[j] == "C":
            if j == k + 1 and "," not in tags[begin:k]:
                return False
            after = tags[j : min(stop, j + LAST_REACH)]
            is_noun = len(after) > 1 and after[1] in {"N", "U", "0", "D", "S"}
            return is_noun and not VERBS.intersection(after)
        if tags[j] not in IN_LIST and not (tags[j] == "," and j > k + 1):
            return False
    return False


def trim_end(passage: Passage, begin: int, end: int) -> int:
    """Leave marks out of the end of a content, but for those that end a question."""
    tags, words = passage.tags, passage.words
    while end > begin and tags[end - 1] in {",", ".", ";", ":", "-", "C"}:
        if words[end - 1] in SENTENCE_MARKS:
            break
        end -= 1
    return end
