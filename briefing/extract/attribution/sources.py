"""The words that name a source, beside its verb."""

from __future__ import annotations

from typing import Final

from briefing.extract.attribution.cue import Range
from briefing.extract.attribution.lexicon import cue_verbs
from briefing.extract.attribution.units import Passage
from briefing.resources import words_of

# Letters of the words inside a noun phrase, read from its end to its begin.
IN_PHRASE: Final = frozenset("NU0DSGEIP~AM)")
ENDS_CLAUSE: Final = frozenset(",;:-.Q(")
# Letters of a word that begins what stands beside a name: ", a lawyer for …,".
BESIDE: Final = frozenset("DNUSWE0AIP~V")
IN_RELATIVE: Final = frozenset("VvOXT")
BODIES: Final = frozenset({"someone", "somebody", "anyone", "anybody", "nobody"})
THINGS: Final = frozenset({"something", "anything", "nothing", "everything"})
PAPERS: Final = frozenset({"daily", "weekly", "monthly"})
RELATIVE_REACH: Final = 12
"""Units from a relative clause's end back to its "who"."""
VERBS: Final = frozenset("XVv")
ENDS_SUBJECT: Final = frozenset({"", ".", ";", ":", "Q", "-", "B", "M"})
GOES_ON_BESIDE: Final = frozenset("DWUN0")


def group_start(passage: Passage, at: int) -> int:
    """Give where the verb group that ends at *at* begins: "has repeatedly said"."""
    tags = passage.tags
    while at > 0:
        tag = tags[at - 1]
        if tag == "A" and _is_noun(passage, at - 1):
            break
        if tag in {"X", "A"} or (tag == "G" and at > 1 and tags[at - 2] in {"R", "W"}):
            at -= 1
        elif (tag == "T" and at > 1 and tags[at - 2] in VERBS) or _is_often(
            passage, at
        ):
            at -= 2
        else:
            break
    return at


def _is_often(passage: Passage, at: int) -> bool:
    """Tell "and several times described" from "hard times forced"."""
    count = at - 2
    if count < 1 or passage.words[at - 1] != "times":
        return False
    return passage.tags[count] == "0" or passage.words[count] in words_of("parts")


def subject_before(passage: Passage, start: int) -> Range | None:
    """Give the subject that ends before the verb group at *start*."""
    tags = passage.tags
    k = start - 1
    while k >= 0 and tags[k] in {"M", "A"} and not _is_noun(passage, k):
        k -= 1
    if k >= 0 and passage.words[k] in {"this", "that"} and passage.tag(k + 1) == "M":
        # "Rome this month announced".
        k -= 1
    if k >= 0 and tags[k] == "P" and k + 1 < start:
        # "The mayor on Friday said".
        k -= 1
    if k > 0 and passage.words[k] == "there" and tags[k - 1] in {"N", "U"}:
        # "what authorities there called"
        k -= 1
    if k < 0:
        return None
    if k > 2 and tags[k - 2 : k + 1] == [",", "A", ","]:  # noqa: PLR2004
        k -= 3  # "Lee, however, said"
    if tags[k] in {",", "-"}:
        return _with_apposition(passage, k)
    if tags[k] == ")":
        found = _phrase(passage, _opening(passage, k) - 1)
        return (found[0], start) if found else None
    return _phrase(passage, k)


def _is_noun(passage: Passage, k: int) -> bool:
    """Tell the adverb that is a noun: "the well was sealed", "the Post daily said"."""
    if passage.tags[k] != "A" or k == 0:
        return False
    is_paper = passage.words[k] in PAPERS and passage.tags[k - 1] == "U"
    return is_paper or passage.words[k - 1] in {"the", "a", "an"}


def _takes_to(passage: Passage, k: int) -> bool:
    """Tell "advisers to the mayor" and "a letter sent to parents" from other "to"."""
    if passage.words[k] in words_of("to_whom"):
        return True
    return passage.tags[k] in {"V", "v", "E"} and _is_participle(passage, k)


def _is_issued(passage: Passage, k: int) -> bool:
    """Tell "a paper issued after the talks" from "rain fell after the talks"."""
    if passage.words[k + 1] not in {"after", "before"}:
        return False
    form = cue_verbs().get(passage.words[k])
    can_be = form is None or "participle" in form.forms
    is_verb = passage.tags[k] in {"V", "E"}
    return is_verb and can_be and passage.tags[k - 1] in {"N", "U"}


def _opening(passage: Passage, at: int) -> int:
    while at > 0 and passage.tags[at] != "(":
        at -= 1
    return at


def _with_apposition(passage: Passage, close: int) -> Range | None:
    """Give the subject of "Ann Lee, the city's engineer, said", whole."""
    tags = passage.tags
    mark = tags[close]
    best: int | None = None
    k = close - 1
    while k >= 0 and tags[k] not in {";", ":", ".", "Q"}:
        if tags[k] == ")":
            k = _opening(passage, k)
        elif tags[k] == mark:
            found = _phrase(passage, k - 1) if tags[k + 1] in BESIDE else None
            if found is None or (found[0] == 1 and tags[0] == "P"):
                break
            if _is_likened(passage, found[0]):
                best, k = None, found[0] - 2
                continue
            left = tags[found[0] - 1] if found[0] else mark
            if best is not None and left not in {mark, ";", ":", "Q"}:
                break
            if tags[found[0]] in {"R", "S", "D", "U", "N", "0"}:
                best = found[0]
            if found[0] == 0 or left != mark:
                break
        k -= 1
    return (best, close) if best is not None else None


def _is_likened(passage: Passage, begin: int) -> bool:
    """Tell "The firm, unlike its founder, Ann Lee, said", where the firm speaks."""
    is_like = passage.words[begin - 1] in {"like", "unlike"}
    return is_like and begin > 2 and passage.tags[begin - 2] == ","  # noqa: PLR2004


def _phrase(passage: Passage, end: int) -> Range | None:
    """Give the noun phrase that ends at unit *end*, read from right to left."""
    tags = passage.tags
    if end < 0 or tags[end] == "C":
        return None
    if tags[end] == "O":
        return _part(passage, end)
    if tags[end] in {"R", "W"} or _is_relative_that(passage, end):
        return end, end + 1
    k = end
    while k >= 0 and _is_inside(passage, k, end):
        k = _opening(passage, k) - 1 if tags[k] == ")" else k - 1
        if k > 0 and tags[k] == "T" and _takes_to(passage, k - 1):
            k -= 1
        elif k > 1 and tags[k] == "B" and _is_issued(passage, k - 1):
            k -= 2
    head = _head_of_relative(passage, k, end)
    begin = _trimmed(passage, k + 1, end) if head is None else head
    if begin == 0 < end and passage.words[0] in words_of("pressed"):
        begin = 1 + (passage.tag(1) == "P")
    begin = _after_leading(passage, _whole(passage, begin, end), end)
    if begin > end or _is_fragment(passage, begin):
        return None
    return begin, end + 1


def _part(passage: Passage, end: int) -> Range | None:
    """Give "one of them", which can be a subject though "them" is none."""
    begin = end - 2
    if begin < 0 or passage.words[end - 1 :][:2] != ["of", "them"]:
        return None
    is_part = passage.words[begin] in words_of("parts") or passage.tags[begin] == "0"
    return (begin, end + 1) if is_part else None


def _after_leading(passage: Passage, begin: int, end: int) -> int:
    """Give the "Ann Lee" of "When it ran out of fuel Ann Lee said"."""
    tags = passage.tags
    is_leading = tags[0] == "B" and tags[end] == "U" and "," not in tags[:end]
    k = end
    while k > begin and tags[k - 1] == "U":
        k -= 1
    is_object = k > 0 and tags[k - 1] == "N" and begin > 0 and tags[begin - 1] != "B"
    return k if is_leading and is_object else begin


def _is_fragment(passage: Passage, begin: int) -> bool:
    """Tell words that are no noun phrase, or belong to a verb before them.

    Not "'s blast", nor "the gale" in "the driver who was hurt badly in the gale".
    """
    tags = passage.tags
    if tags[begin] == "G":
        return True
    k = begin - 1
    if k <= 0 or tags[k] != "P":
        return False
    k = passage.back(k, "PA")
    if tags[k] not in {"v", "V", "E", "N", "U"} or passage.word(k + 1) == "as":
        return False
    while k > 0 and tags[k] in IN_PHRASE and tags[k - 1] not in ENDS_CLAUSE:
        k -= 1
    return tags[k] not in {"P", "B"}  # "In a talk after the vote the party said"


def _is_relative_that(passage: Passage, at: int) -> bool:
    """Tell "a fund that intends to sue" from "said that intends"."""
    return passage.tags[at] == "H" and at > 0 and passage.tags[at - 1] in {"N", "U"}


def _whole(passage: Passage, begin: int, end: int) -> int:
    """Give where a noun phrase begins whose first words look like other ones.

    Not "disperse" in "to disperse demonstrators", nor "something" in "something
    officials denied"; but "someone" in "someone inside", and all of "U.S., British and
    Dutch officials".
    """
    tags, words = passage.tags, passage.words
    if begin < end and begin > 0 and tags[begin] == "N" and tags[begin - 1] == "T":
        return begin + 1
    if begin < end and words[begin] in THINGS:
        return begin + 1
    if begin > 0 and tags[begin] in {"N", "A"} and words[begin - 1] in BODIES:
        return begin - 1
    if begin > 1 and tags[begin - 1] == "P" and words[begin - 2] in BODIES:
        return begin - 2
    is_list = tags[begin] == "U" and passage.tag(begin + 1) == "C"
    while is_list and begin > 1 and tags[begin - 2 : begin] == ["U", ","]:
        begin -= 2
    return begin


def _is_inside(passage: Passage, k: int, end: int) -> bool:
    """Tell whether unit *k* belongs to the noun phrase that ends at *end*."""
    tag = passage.tags[k]
    if tag == "C":
        return _joins_nouns(passage, k)
    if tag == "E" and 0 < k < end and _is_past(passage.tags, k):
        return False
    if tag in {"V", "v"}:
        return 0 < k < end and _is_participle(passage, k)
    return tag in IN_PHRASE


def _is_participle(passage: Passage, k: int) -> bool:
    """Tell "videos posted on Monday" from "the mayor said on Monday"."""
    word = passage.words[k]
    form = cue_verbs().get(word)
    can_be = word in words_of("participles")
    if passage.tags[k] == "E":
        can_be = True
    elif form is not None:
        can_be = "participle" in form.forms and form.verb.lemma != "say"
    if not can_be:
        return False
    return passage.tags[k - 1] in {"N", "U"} and passage.tags[k + 1] in {"P", "T", "A"}


def _head_of_relative(passage: Passage, k: int, end: int) -> int | None:
    """Give where "people who saw it" begins, read back to unit *k* inside it.

    Not in "a man who officials say": the officials say it.
    """
    tags = passage.tags
    if k < 0:
        return None
    if tags[k] == "W" and k < end:
        if passage.words[k] != "whose" and "E" not in tags[k:end]:
            return None
        head = _phrase(passage, k - 1 if tags[k - 1] != "," else k - 2)
        return head[0] if head else None
    if tags[k] == "H" and 0 < k < end and tags[k - 1] in {"N", "U"}:
        head = _phrase(passage, k - 1) if {"E", "V", "v"} & set(tags[k:end]) else None
        return head[0] if head else None
    return _relative(passage, k) if tags[k] in IN_RELATIVE else None


def _joins_nouns(passage: Passage, at: int) -> bool:
    """Tell "Smith and his aides" from "was hit and officials"."""
    if passage.words[at] not in {"and", "or", "&"}:
        return False
    k = at - 1
    while k >= 0 and passage.tags[k] in {"N", "U", "0", "D", "S", "G", "P", "A", "~"}:
        k -= 1
    return k < 0 or passage.tags[k] in ENDS_CLAUSE or passage.tags[k] in {"H", "B"}


def _relative(passage: Passage, at: int) -> int | None:
    """Give the head's begin where unit *at* stands in "people who saw it"."""
    tags = passage.tags
    k = at
    while k >= 0 and tags[k] not in ENDS_CLAUSE and at - k < RELATIVE_REACH:
        if tags[k] == "W" or (tags[k] == "H" and k > 0 and tags[k - 1] in {"N", "U"}):
            head = _phrase(passage, k - 1)
            return head[0] if head else None
        k -= 1
    return None


def _trimmed(passage: Passage, begin: int, end: int) -> int:
    """Leave out what introduces the clause: "But on Monday the ministry"."""
    tags = passage.tags
    while begin <= end and tags[begin] in {"C", "A", "M", "I"} and begin < end:
        begin += 1
    if begin <= end and tags[begin] == "P":
        for k in range(end, begin, -1):
            if tags[k] == "M" and k < end and tags[k + 1] != "G":
                return _trimmed(passage, k + 1, end)
            if tags[k] in {"D", "S"} and tags[k - 1] != "P":
                return k
        return begin + 1
    for k in range(end, begin, -1):
        if k < end and tags[k + 1] in {"D", "S", "U"} and _is_time(passage, k):
            return k + 1
        if passage.words[k] == "the" and tags[k - 1] == "N":
            return k  # "after the vote the party"
    return begin


def _is_time(passage: Passage, k: int) -> bool:
    """Tell the end of "last May" and "an hour later" before "the mayor said"."""
    return passage.tags[k] == "M" or passage.words[k] in {"later", "earlier", "ago"}


def subject_after(passage: Passage, start: int) -> Range | None:
    """Give the subject of an inverted clause: "said Ann Lee, the engineer"."""
    first = passage.skip(start, "A")
    if passage.tag(first) == "R":
        return first, first + 1
    if passage.tag(first) not in {"D", "S", "U", "N", "0", "~"}:
        return None
    k = first
    while passage.tag(k) not in ENDS_SUBJECT:
        following = passage.tag(k + 1)
        is_series = following == "C" and "," in passage.tags[first:k]
        is_series = is_series and passage.tag(k + 2) in {"N", "I", "E"}
        if passage.tags[k] == "," and not (following in GOES_ON_BESIDE or is_series):
            break
        k += 1
    while k > first and passage.tags[k - 1] in {",", "P", "C"}:
        k -= 1
    return (first, k) if k > first else None


def first_subject(passage: Passage, stop: int) -> Range | None:
    """Give the subject of the first finite verb before *stop*."""
    tags = passage.tags
    for k in range(stop):
        if tags[k] in VERBS or (tags[k] == "E" and _follows_subject(tags, k)):
            found = subject_before(passage, group_start(passage, k))
            if found and tags[found[0]] != "W":
                return found
    return None


def _follows_subject(tags: list[str], at: int) -> bool:
    at -= 1
    while at >= 0 and tags[at] in {"A", ","}:
        at -= 1
    if at > 0 and tags[at] == "0":
        # "A crowd of about 300 gathered, chanting"
        return tags[at + 2 : at + 3] == [","]
    return at >= 0 and tags[at] in {"U", "N", "R"}


def _is_past(tags: list[str], at: int) -> bool:
    """Tell "the city presented figures" from "figures presented by the city"."""
    return tags[at - 1] in {"N", "U", "R"} and tags[at + 1] not in {"P", "T"}
