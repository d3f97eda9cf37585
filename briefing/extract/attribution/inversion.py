"""Cues that stand after what is said, or before their own subject."""

from __future__ import annotations

from typing import Final

from briefing.extract.attribution.clauses import has_clause
from briefing.extract.attribution.cue import Cue, Range
from briefing.extract.attribution.sources import subject_after, subject_before
from briefing.extract.attribution.units import Passage

INVERTS: Final = frozenset({"that", "quote"})
SPEAKS: Final = INVERTS | {"hearer"}
OBJECT: Final = frozenset("DSU0Q~")
SHORTEST_CLAUSE: Final = 5
"""Units from which words before ", officials said" are a clause, whatever its verb."""
ADJUNCT: Final = frozenset("AMPDSNU0GTIH")
ADJUNCT_REACH: Final = 12
"""Units of "he explained earlier in a hearing of the Senate," up to its comma."""
BEGINS_SUBJECT: Final = frozenset("DSUN0")


def read_inverted(passage: Passage, at: int, frames: frozenset[str]) -> Cue | None:
    """Read "…, said Ann Lee", "“…” said the minister" and "Said Ann Lee: “…”"."""
    if not frames & INVERTS or passage.tag(at + 1) not in BEGINS_SUBJECT:
        return None
    source = subject_after(passage, at + 1)
    if source is None:
        return None
    if not (at == 0 or _follows_words(passage, at, source, frames)):
        return None
    begin = _quotation_after(passage, source[1])
    if at == 0 and begin is None:
        return None
    return Cue(
        at,
        source,
        f"“{passage.words[at]}” before its subject",
        begin=begin,
        left_end=at or None,
    )


def _follows_words(
    passage: Passage, at: int, source: Range, frames: frozenset[str]
) -> bool:
    """Tell whether what stands before the verb can be what is said."""
    tags = passage.tags
    k = at + 1
    if tags[at - 1] == "Q" or tags[max(0, at - 2) : at] == ["~", ","]:
        while passage.tag(k) not in {",", "W", ".", ";", ""}:
            k += 1
        return not {"X", "v"}.intersection(tags[at + 1 : k])
    if tags[at - 1] not in {",", "-"}:
        return False
    is_last = passage.tags[source[1] :] in ([], ["."]) and tags[at + 1] == "U"
    is_clause = has_clause(passage, 0, at - 1)
    if not is_clause and not (is_last and _can_be_clause(passage, at - 1)):
        return False
    if "obj" in frames and subject_before(passage, at):
        return False
    if _is_described(passage, at - 1):
        return False
    while k < source[1] and tags[k] not in {",", "W"}:
        k += 1
    if any(tags[j] == "E" and tags[j + 1] in OBJECT for j in range(at + 2, k)):
        # "said the attacks targeted the port": what follows is a clause
        return False
    return not {"X", "V", "v", "H", "T"}.intersection(tags[at + 1 : k])


def _is_described(passage: Passage, end: int) -> bool:
    """Tell "Ann Lee, who built it," from "Ann Lee fell, who built it,"."""
    tags = passage.tags
    comma = tags.index(",") if "," in tags else end
    is_relative = comma < end and passage.tag(comma + 1) == "W"
    return (
        is_relative
        and "," not in tags[comma + 1 : end]
        and not has_clause(passage, 0, comma)
    )


def _quotation_after(passage: Passage, end: int) -> int | None:
    """Give the quotation that goes on after "said Ann Lee,"."""
    if passage.tag(end) == "Q":
        return end
    is_led_in = passage.tag(end) in {",", ":"} and passage.tag(end + 1) == "Q"
    return end + 1 if is_led_in else None


def read_said_after(
    passage: Passage, at: int, begins: int, source: Range, frames: frozenset[str]
) -> Cue | None:
    """Read "…, officials said": the content stands before the source."""
    left = passage.tags[begins - 1] if begins else ""
    if left not in {",", "Q", "-"} or not _can_follow(frames, left):
        return None
    end = begins if left == "Q" else begins - 1
    begin = _goes_on(passage, at)
    if not has_clause(passage, 0, end) and not _can_be_clause(passage, end):
        comma = _comma_after(passage, at)
        is_verb = passage.tag(comma + 1) == "E"
        goes_on = is_verb or has_clause(passage, comma + 1, len(passage))
        if not comma or not goes_on:
            return None
        begin = comma + 1
    return Cue(
        at,
        source,
        f"“{passage.words[at]}” after what is said",
        clause_at=begins,
        begin=begin,
        left_end=end,
    )


def _comma_after(passage: Passage, at: int) -> int:
    """Give the comma of "The dam, he said on Monday in Rome, was full"; 0 if none.

    Behind words of time and place a verb must follow at once.
    """
    k = at + 1
    if passage.tag(k) == ",":
        return k
    if passage.tag(k) not in {"A", "M", "P"}:
        return 0
    while k < at + ADJUNCT_REACH and passage.tag(k) in ADJUNCT:
        k += 1
    is_verb = passage.tag(k + 1) in {"X", "v", "E"}
    return k if passage.tag(k) == "," and is_verb else 0


def _can_be_clause(passage: Passage, end: int) -> bool:
    """Tell "Prices hit a record in May" from "At the port": its verb may be a noun.

    Commas may part it: "Amid the unrest, shells hit Aldo Base, north of the lake".
    """
    parts = "".join(passage.tags[:end]).split(",")
    return any(
        len(part) >= SHORTEST_CLAUSE and part[0] in BEGINS_SUBJECT and "N" in part
        for part in parts
    )


def _can_follow(frames: frozenset[str], left: str) -> bool:
    return bool(frames & {"that", "hearer"}) or (left == "Q" and "quote" in frames)


def _goes_on(passage: Passage, at: int) -> int | None:
    """Give where words go on after ", she said,": a main clause or a quotation."""
    tags = passage.tags
    if passage.tag(at + 1) != ",":
        return None
    following = passage.tag(at + 2)
    if following in {"X", "v"} and tags[0] != "Q":
        return at + 2  # "the arms that he has, he added, are like “…”"
    if following == "C" and passage.tag(at + 3) == "Q":
        return at + 2
    first = tags[1] if tags[0] == "C" else tags[0]
    starts_clause = following in {"D", "S", "R", "U", "N", "I", "0"}
    if first in {"B", "P"} and starts_clause:
        return at + 2 if has_clause(passage, at + 2, len(tags)) else None
    return None


def read_as_said(passage: Passage, at: int, begins: int, source: Range) -> Cue | None:
    """Read "As doctors have warned, …" and "…, as the mayor put it"."""
    tags, begin, end = passage.tags, None, None
    if begins > 1 and tags[begins - 2] in {",", "Q"}:
        end = begins - 1 if tags[begins - 2] == "Q" else begins - 2
        if not has_clause(passage, 0, end):
            return None
    elif begins <= len("as") and "," in tags[at:-1]:
        begin = tags.index(",", at) + 1
    else:
        return None
    return Cue(
        at,
        source,
        f"“as” and “{passage.words[at]}”",
        clause_at=begins - 1,
        begin=begin,
        left_end=end,
    )
