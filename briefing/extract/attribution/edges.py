"""How far to the right a content can reach: to another cue, or the clause's end."""

from __future__ import annotations

from typing import Final

from briefing.extract.attribution.cue import Cue
from briefing.extract.attribution.lexicon import cue_verbs
from briefing.extract.attribution.units import Passage
from briefing.resources import words_of

CLAUSE_FRAMES: Final = frozenset({"that", "quote", "bare", "clause"})
OBJECTS: Final = frozenset({"obj", "prep", "obj-to"})
MANNER: Final = frozenset({"by", "in", "while"})
"""Words before a verb in -ing that tells how: "defended it by saying that"."""
MAIN_CLAUSE: Final = frozenset("DURSNQ")
"""Letters that the main clause begins with, after the comma of a leading one."""
MAIN_OBJECT: Final = frozenset("DSOUR")
BREAKS_QUOTED: Final = frozenset("CIAWV")
"""Letters that go on with another clause after “a sham,” with its comma inside."""
FOLLOWING: Final = frozenset({"following", "after", "despite", "amid", "contradicting"})
"""Words after a comma that set what was said beside another's words: "any delay would
be bad, following the port's announcement that"."""
CONTRAST: Final = frozenset({"though", "although", "while", "whereas"})
"""Words that set another speaker beside the one before, with a comma or without."""
NEW_SENTENCE: Final = frozenset("UDRPSN")


def furthest_end(passage: Passage, cue: Cue, begin: int, later: list[Cue]) -> int:
    """Give the unit before which a content from *begin* on ends at the latest."""
    stop = _first_edge(passage, cue, begin, later)
    if not cue.is_finite and cue.frame == "prep":
        stop = _modifier_end(passage, begin, stop)
    if cue.frame == "clause" or _is_relative(passage, cue):
        is_object = cue.frame not in CLAUSE_FRAMES
        stop = _subject_clause_end(passage, begin, stop, is_object=is_object)
    is_free = _is_free_relative(passage, cue)
    leads_in = _leads_in(passage, cue)
    for k in range(begin, stop):
        tag = passage.tags[k]
        if tag == ";":
            return k
        if tag == "," and (is_free or _closes_relative(passage, cue, k)):
            return k
        if is_free and tag == "C" and passage.tag(k + 1) == "K":
            return k
        if tag == "," and cue.frame == "that" and _turns(passage, k, begin):
            return k
        if tag == "," and leads_in and passage.tag(k + 1) in MAIN_CLAUSE:
            return k
        if tag == "Q" and _is_last(passage, k, begin):
            return k + 1
    return stop


def _closes_relative(passage: Passage, cue: Cue, k: int) -> bool:
    """Tell the second comma of "The fund, which said it was safe, is Swiss"."""
    source = cue.source
    if source is None or passage.tags[source[0]] != "W" or source[0] < 1:
        return False
    ahead = k + 1 + (passage.tag(k + 1) == "A")
    is_main = passage.tag(ahead) in {"X", "v", "V"}
    return passage.tags[source[0] - 1] == "," and is_main


def _is_free_relative(passage: Passage, cue: Cue) -> bool:
    """Tell "the gap between what she says she did, and what she did"."""
    source = cue.source
    return source is not None and passage.words[max(0, source[0] - 1)] == "what"


def _turns(passage: Passage, k: int, begin: int) -> bool:
    """Tell the outlet's ", but the town was emptied" from what was said before it.

    What goes on with ", but that" is still theirs.
    """
    is_that = passage.tag(k + 2) == "H" and passage.tag(k + 3) not in {"X", "V", "v"}
    is_theirs = is_that or passage.tag(k + 2) in {"Q", "~"}
    return k > begin and passage.word(k + 1) == "but" and not is_theirs


def _first_edge(passage: Passage, cue: Cue, begin: int, later: list[Cue]) -> int:
    for other in later:
        if other.at > begin:
            edge = _edge(passage, cue, other)
            if edge is not None and edge > begin:
                return edge
    return len(passage)


def _edge(passage: Passage, cue: Cue, other: Cue) -> int | None:
    """Give where *other* breaks off the words of *cue*; None where it is among them."""
    start = other.start
    if start <= 0:
        return None
    left = passage.tags[start - 1]
    is_pressed = left == "," and passage.words[0] in words_of("pressed")
    if is_pressed or other.frame == "gap":
        return start - 1  # "Asked about his claim that it leaked, Lee said"
    if quotes_inside(passage, cue, other):
        return other.begin
    if other.left_end is not None and other.frame != "agent":
        return other.left_end
    if not other.is_finite or passage.words[other.at] == "according":
        return _adjunct_edge(passage, cue, other)
    if left == "C":
        return _coordinated_edge(passage, cue, other)
    before = passage.tags[start - 2] if start > 1 else ""
    is_beside = passage.words[start - 1] in CONTRAST and other.source != cue.source
    if left != "B" or not (before == "," or is_beside):
        return None
    return start - 1 - (before == ",")


def _adjunct_edge(passage: Passage, cue: Cue, other: Cue) -> int | None:
    """Read ", following the port's announcement that" and "by saying that"."""
    start = other.start
    left = passage.tags[start - 1]
    if passage.words[other.at] == "according" and other.is_finite:
        return start - 1 if left == "," else start
    is_prefaced = passage.words[start - 1] in FOLLOWING and start > 1
    if is_prefaced and passage.tags[start - 2] == ",":
        return start - 2
    if other.source != cue.source:
        return _other_clause(passage, cue, other)
    is_manner = passage.words[start - 1] in MANNER and cue.frame in OBJECTS
    return start - 1 if left in {",", "-"} or is_manner else None


def _other_clause(passage: Passage, cue: Cue, other: Cue) -> int | None:
    """Give the comma of "said it was a threat, while Chad lodged a protest calling"."""
    begin = other.source[0] if other.source else 0
    if cue.begin is None or begin <= cue.begin + 1:
        return None
    is_while = passage.words[begin - 1] == "while" and passage.tags[begin - 2] == ","
    return begin - 2 if is_while else None


def quotes_inside(passage: Passage, cue: Cue, other: Cue) -> bool:
    """Tell whether *other* quotes somebody within what *cue* only reports.

    "A source said an account posted the words “…”": the quotation is the account's.
    """
    if cue.begin is None or other.begin is None or cue.begin > other.start:
        return False
    if passage.tags[cue.begin] == "Q" or passage.tag(other.begin) != "Q":
        return False
    if not other.is_finite or other.source is None or other.source == cue.source:
        return False
    form = cue_verbs().get(passage.words[other.at])
    if form is None or "speech" not in form.verb.kinds:
        return False  # "had shown “no remorse”" is the teller's
    return bool(form.verb.frames & {"that", "hearer", "quote"})


def _coordinated_edge(passage: Passage, cue: Cue, other: Cue) -> int | None:
    """Read "said it was safe, and aides warned" and "said no and left"."""
    start = other.start
    before = passage.tags[start - 2] if start > 1 else ""
    if before in {",", "-"}:
        return start - 2
    if before == "Q" or _speaks(passage, other):
        return start - 1
    is_object = cue.frame not in CLAUSE_FRAMES and other.source == cue.source
    return start - 1 if is_object else None


def _speaks(passage: Passage, cue: Cue) -> bool:
    """Tell "urged" in "said it was safe and urged people to return" from "leaks"."""
    form = cue_verbs().get(passage.words[cue.at])
    if form is None or cue.source is None or "speech" not in form.verb.kinds:
        return False
    return "past" in form.forms or ("third" in form.forms and not form.is_noun_too)


def _modifier_end(passage: Passage, begin: int, stop: int) -> int:
    """Give the end of "calling for calm" in "Among those calling for calm was Lee"."""
    for k in range(begin + 1, stop):
        tag = passage.tags[k]
        if tag in {",", "C", "B", ";", "W", "H", "K", "T", "R"}:
            return stop
        if tag in {"X", "v"} and passage.tags[k - 1] in {"N", "U", "0"}:
            return k
    return stop


def _subject_clause_end(
    passage: Passage, begin: int, stop: int, *, is_object: bool = False
) -> int:
    """Give where "her claim that the vote was rigged" ends before "was dismissed"."""
    has_verb = False
    for k in range(begin + 1, stop):
        tag = passage.tags[k]
        if is_object and tag in {"X", "v"} and passage.tags[k - 1] in {"N", "U", "0"}:
            return k
        if tag in {",", "C", "B", ";"}:
            return stop
        if tag in {"W", "H", "K", "Q", "~", "R", "T"}:
            has_verb = False
        elif tag == "E" and has_verb and _is_main(passage, k):
            return k
        elif tag in {"X", "v", "V"}:
            if has_verb and passage.tags[k - 1] not in {"X", "A", "v", "V"}:
                return k
            has_verb = True
    return stop


def _is_main(passage: Passage, k: int) -> bool:
    """Tell "that the hull was sound surprised him" from "men hired by him"."""
    return passage.tags[k - 1] in {"N", "U"} and passage.tag(k + 1) in MAIN_OBJECT


def _is_relative(passage: Passage, cue: Cue) -> bool:
    """Tell "people who argue that taxes are low" before "are wrong"."""
    return cue.source is not None and passage.tags[cue.source[0]] in {"W", "H"}


def _leads_in(passage: Passage, cue: Cue) -> bool:
    """Tell "While aides say it works, the mayor …": the main clause comes later."""
    tags = passage.tags
    if cue.start == 0:
        return tags[0] == "V" and not cue.is_finite
    if "," in tags[: cue.start] or tags[0] not in {"B", "P"}:
        return False
    return tags[cue.start - 1] == "B" or not cue.is_finite


def _is_last(passage: Passage, unit: int, begin: int) -> bool:
    """Tell whether a quotation ends the content that began at *begin*."""
    following, mark = passage.tag(unit + 1), passage.last_mark(unit)
    goes_on_quoted = "Q" in {following, passage.tag(unit + 2)}
    if mark == "," and following in BREAKS_QUOTED and not goes_on_quoted:
        return True
    if unit == begin:
        if mark == "," and following in {"B", "P"} and not goes_on_quoted:
            return True
        return following == "C" and _verb_follows(passage, unit + 2)
    return mark == "." and following in NEW_SENTENCE


def _verb_follows(passage: Passage, at: int) -> bool:
    """Tell "chanted “No more” and marched" from "“No more” and “never again”"."""
    return passage.tag(passage.skip(at, "A")) in {"V", "v", "E", "X"}


def begins_after(passage: Passage, end: int) -> int:
    """Give where the sentence begins whose words end at *end*, before their cue."""
    for k in range(end - 1, 0, -1):
        if passage.tags[k] == ";":
            return k + 1
        if passage.tags[k] == "Q" and _closes_sentence(passage, k):
            return k + 1
    return 0


def _closes_sentence(passage: Passage, unit: int) -> bool:
    return passage.last_mark(unit) == "." and passage.tag(unit + 1) in NEW_SENTENCE
