"""Cues that are verbs, with the subject that makes them somebody's words."""

from __future__ import annotations

from typing import Final

from briefing.extract.attribution.clauses import has_clause
from briefing.extract.attribution.complements import (
    HEARER_BEGIN,
    TELLS_AT_ONCE,
    Complement,
    complement_of,
    hearer_end,
)
from briefing.extract.attribution.cue import Cue, Range
from briefing.extract.attribution.inversion import (
    SPEAKS,
    read_as_said,
    read_inverted,
    read_said_after,
)
from briefing.extract.attribution.lexicon import VerbForm, cue_verbs
from briefing.extract.attribution.owners import (
    issuer_of,
    owner_of_participle,
    shared_subject,
    shares_subject,
)
from briefing.extract.attribution.quiet_cues import read_passive
from briefing.extract.attribution.relayed import passes_on, read_quoted_as, shown_before
from briefing.extract.attribution.sources import group_start, subject_before
from briefing.extract.attribution.units import Passage
from briefing.extract.attribution.verbs import VerbRole, before
from briefing.extract.attribution.word_cues import is_light
from briefing.resources import word_set, words_of

SAYS: Final = frozenset({"that", "hearer"})
SAYS_WORDS: Final = frozenset({"that", "hearer", "quote", "as"})
ISSUE_REACH: Final = 8
"""Units between "issued" and "calling": "issued a statement on Friday calling"."""
FAR: Final = 4
"""Units between a verb and a quotation from which it may be another's."""
SUBJECT: Final = frozenset("DSUN0G")


def read_verb(
    passage: Passage, at: int, role: VerbRole, found: list[Cue]
) -> Cue | None:
    """Give the cue that the verb at unit *at* is; None where it governs nothing."""
    form = cue_verbs()[passage.words[at]]
    if _says_nothing(passage, at):
        return None
    if role == "ing" and (quoted := read_quoted_as(passage, at)):
        return quoted
    if role == "passive":
        return read_passive(passage, at, group_start(passage, at))
    complement = complement_of(passage, at, form.verb)
    if complement and complement.frame == "obj" and is_light(passage, at):
        return None
    if role == "finite":
        inverted = read_inverted(passage, at, form.verb.frames)
        return inverted or _finite(passage, at, form, complement, found)
    return _nonfinite(passage, at, role, complement, found)


def _nonfinite(
    passage: Passage,
    at: int,
    role: VerbRole,
    complement: Complement | None,
    found: list[Cue],
) -> Cue | None:
    """Read "saying that" and "to say that", which borrow their subject."""
    form = cue_verbs()[passage.words[at]]
    if complement is None or complement.frame == "bare":
        return None
    if role == "infinitive":
        is_said = complement.frame in {"that", "quote", "prep"}
        planner = _planner(passage, at) if complement.frame == "obj-to" else None
        if not is_said and planner is None and not _goes_on(passage, at):
            return None
        source = planner or shared_subject(passage, at, found)
    else:
        speaks = bool(form.verb.frames & SPEAKS) or complement.frame == "obj-to"
        source = shown_before(passage, at) if passage.tags[at - 1] == "C" else None
        source = source or owner_of_participle(passage, at, found, speaks=speaks)
    return _borrowed(passage, at, source, complement) if source else None


def _says_nothing(passage: Passage, at: int) -> bool:
    """Tell the verbs that only lead to the words of another, or to none."""
    if passage.words[at] == "meaning":
        return True  # "guests, meaning envoys": the outlet explains
    leads = passes_on(passage, at) or _only_issues(passage, at)
    return leads or _hides_name(passage, at) or _issues_thing(passage, at)


def _hides_name(passage: Passage, at: int) -> bool:
    """Tell "asked not to be named", which says nothing of what happened."""
    return passage.word(at + 1) in {"not", "to"} and bool(
        words_of("naming_oneself").intersection(passage.words[at + 1 : at + 7])
        and "to" in passage.words[at + 1 : at + 3]
    )


def _only_issues(passage: Passage, at: int) -> bool:
    """Tell "issued a statement calling", where another verb is the cue."""
    if passage.words[at] not in words_of("issues"):
        return False
    for k in range(at + 1, min(len(passage), at + ISSUE_REACH)):
        if passage.tags[k] == "V" and passage.words[k].endswith("ing"):
            return issuer_of(passage, k) is not None
    return False


def _issues_thing(passage: Passage, at: int) -> bool:
    """Tell "issued a “red notice”", the name of a paper, from "issued “regrets”"."""
    is_issue = cue_verbs()[passage.words[at]].verb.lemma == "issue"
    return is_issue and passage.tag(at + 1) == "D" and passage.tag(at + 2) == "~"


def _goes_on(passage: Passage, at: int) -> bool:
    """Tell "went on to praise" from "money to praise": a phase of the same deed."""
    k = passage.back(at - 1, "TAP")
    return passage.words[k] in words_of("phases")


def _planner(passage: Passage, at: int) -> Range | None:
    """Give the Ann Lee of "before Ann Lee was to ask the council to shut it".

    Not the plan of "the plan is to ask the council to shut it".
    """
    if at < len("AX") or passage.words[at - 2] not in words_of("be"):
        return None
    source = subject_before(passage, group_start(passage, at))
    return source if source and passage.tags[source[1] - 1] == "U" else None


def _borrowed(passage: Passage, at: int, source: Range, complement: Complement) -> Cue:
    return Cue(
        at,
        source,
        f"“{passage.words[at]}” with the subject of its clause",
        units=(at, complement.cue_end),
        clause_at=group_start(passage, at),
        begin=complement.begin,
        frame=complement.frame,
        is_finite=False,
    )


def _finite(
    passage: Passage,
    at: int,
    form: VerbForm,
    complement: Complement | None,
    found: list[Cue],
) -> Cue | None:
    start = group_start(passage, at)
    source = subject_before(passage, start)
    begins = min(source[0], start) if source else start
    left = before(passage, start)
    if source is None and left >= 0 and shares_subject(passage, left, form, found):
        source = shared_subject(passage, at, found)
    if source is None:
        return None
    if _is_as_clause(passage, begins, complement):
        is_led_in = passage.word(at + 1) in {"it", "out"}
        if not form.verb.frames & SAYS and not is_led_in:
            return None
        return read_as_said(passage, at, begins, source)
    says = bool(form.verb.frames & SAYS_WORDS)
    reach = FAR if says else 0
    if complement and _is_anothers(passage, at, complement.begin, reach):
        return None
    speaks = bool(form.verb.frames & SPEAKS)
    if complement and speaks and _stands_after(passage, at, begins, complement):
        complement = None
    if complement is None and (denied := _denied_before(passage, at, source, form)):
        return denied
    if complement is None:
        if not speaks or _only_tells_whom(passage, at, begins, form):
            return None
        return read_said_after(passage, at, begins, source, form.verb.frames)
    return Cue(
        at,
        source,
        f"subject and “{passage.words[at]}”",
        units=(at, complement.cue_end),
        clause_at=begins,
        begin=complement.begin,
        left_end=_left_end(passage, at, begins, complement) if speaks else None,
        frame=complement.frame,
    )


def _denied_before(
    passage: Passage, at: int, source: Range, form: VerbForm
) -> Cue | None:
    """Read ", something the mayor denied" and ", which the union rejected"."""
    begins = source[0] - 1
    if form.verb.lemma not in word_set("denial_verbs") or begins < FAR:
        return None
    if passage.tag(at + 1) not in {"", ".", ",", "M", "P"}:
        return None
    if passage.words[begins] in words_of("claimed") and passage.tags[begins - 1] == "D":
        begins -= 1
    elif passage.words[begins] not in {"which", "something"}:
        return None
    if passage.tags[begins - 1] not in {",", "-"}:
        return None
    return Cue(
        at=at,
        source=source,
        because=f"“{passage.words[at]}” what stands before",
        clause_at=begins,
        begin=begins,
        frame="gap",
    )


def _only_tells_whom(passage: Passage, at: int, begins: int, form: VerbForm) -> bool:
    """Tell "Finding smoke, the guard alerted us" from "“Run,” he alerted us"."""
    if "hearer" not in form.verb.frames or form.verb.lemma in TELLS_AT_ONCE:
        return False
    is_quoted = begins > 0 and passage.tags[begins - 1] == "Q"
    return not is_quoted and passage.tag(at + 1) not in {"", ".", ",", "P", "M"}


def _is_anothers(passage: Passage, at: int, begin: int, reach: int) -> bool:
    """Tell whether a quotation far behind the verb has its own: "“…,” Ann Lee said".

    "Sanctions announced last week “will bite,” the minister said" are the minister's,
    and so is what stands within *reach* of a verb that tells no words: "the embassy
    offered “deepest condolences,” the minister said".
    """
    tags = passage.tags
    if begin - at <= reach or passage.tag(begin) != "Q":
        return False
    if ":" in tags[at:begin] or passage.last_mark(begin) != ",":
        return False
    for k in range(begin + 1, min(len(tags), begin + 1 + FAR * 2)):
        if tags[k] not in SUBJECT:
            return tags[k] == "V" and k > begin + 1
    return False


def _is_as_clause(passage: Passage, begins: int, complement: Complement | None) -> bool:
    """Tell "as the mayor put it" and "as she said on Friday," from "as he said no"."""
    if begins == 0 or passage.words[begins - 1] != "as":
        return False
    if complement is None or passage.words[complement.begin] == "it":
        return True
    begin = complement.begin
    return passage.tags[begin] in {",", "Q"} or passage.tags[begin - 1] == ","


def _stands_after(
    passage: Passage, at: int, begins: int, complement: Complement
) -> bool:
    """Tell whether what is said stands before, and only adjuncts after.

    "“…,” she said in Rome, where she lives"; "the plan, he said, would"; "the plan
    works, he said two days later".
    """
    tags, begin = passage.tags, complement.begin
    left = tags[begins - 1] if begins else ""
    if tags[begins] == "W":
        return False  # "phoned Ann Lee, who said her son, Bo, left"
    if left == "Q":
        is_that = tags[begin] == "H" and begin == complement.cue_end
        can_be = complement.frame in {"that", "obj", "prep"}
        return can_be and tags[begin] != "Q" and not is_that
    if left != ",":
        return False
    is_said = has_clause(passage, 0, begins - 1)
    is_told = "hearer" in cue_verbs()[passage.words[at]].verb.frames
    if is_said and is_told and tags[begin] in HEARER_BEGIN:
        # "…, a guard told the daily, and two papers wrote"
        return passage.tag(hearer_end(passage, begin)) == ","
    if complement.frame == "bare":
        return is_said
    return not is_said and tags[at + 1] == "," and tags[begin] != "Q"


def _left_end(
    passage: Passage, at: int, begins: int, complement: Complement
) -> int | None:
    """Give the end of words before "he said, “…”" that belong to what is said."""
    if begins == 0 or complement.frame not in {"quote", "that"}:
        return None
    tags = passage.tags
    if words_of("pressed").intersection(passage.words[:2]):
        return None  # "Asked about the dam, he said, “…”"
    if tags[begins - 1] == "Q":
        is_split = complement.begin > at + 1 and tags[complement.begin] == "Q"
        return begins if is_split else None
    is_split = tags[begins - 1] == "," and tags[at + 1] == ","
    return begins if is_split and has_clause(passage, 0, begins - 1) else None
