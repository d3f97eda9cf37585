"""Headlines that name their source before a colon or after a dash."""

from __future__ import annotations

from functools import cache
from typing import Final

from briefing.extract.attribution.clauses import has_clause
from briefing.extract.attribution.cue import Cue
from briefing.extract.attribution.lexicon import source_nouns
from briefing.extract.attribution.units import Passage
from briefing.resources import word_set, word_table, words_of

LONGEST_HEADING: Final = 6
"""Units before the colon of "UN food agency: …"."""
LONGEST_TAIL: Final = 3
"""Units after the dash of "… - UN officials"."""


def read_heading(passage: Passage) -> list[Cue]:
    """Read the headlines "Novak: The dam is safe" and "Dam safe - minister"."""
    if passage.sentences[0].role != "headline":
        return []
    cue = _before_colon(passage) or _after_dash(passage)
    return [cue] if cue else []


def _before_colon(passage: Passage) -> Cue | None:
    tags, words = passage.tags, passage.words
    if ":" not in tags[1:LONGEST_HEADING]:
        return None
    colon = tags.index(":", 1)
    is_name = all(tag in {"U", "G"} for tag in tags[:colon])
    speaks = words[colon - 1] in source_nouns()
    if not (is_name or speaks) or words[colon - 1] in word_set("heading_labels"):
        return None
    if not has_clause(passage, colon + 1, len(tags)):
        return None
    return Cue(colon, (0, colon), "a name and a colon", begin=colon + 1)


def _after_dash(passage: Passage) -> Cue | None:
    """Read "Return of miners 'welcome' - US", not "Storm hits coast - Daily Herald"."""
    end = len(passage)
    dash = next((k for k in range(end - 2, 0, -1) if passage.tags[k] == "-"), 0)
    tail = passage.text[passage.starts[dash + 1] : passage.ends[-1]] if dash else ""
    if not tail or end - dash - 1 > LONGEST_TAIL or "-" in passage.tags[:dash]:
        return None
    if passage.ends[dash] == passage.starts[dash + 1]:
        return None
    last = passage.words[-1]
    speaks = last in source_nouns() or last in words_of("plurals")
    if tail not in _powers() and last not in words_of("signers") and not speaks:
        return None
    return Cue(dash, (dash + 1, end), "a dash and a name", left_end=dash)


@cache
def _powers() -> frozenset[str]:
    """Give the countries and seats of government, which are no newspapers."""
    rows = word_table("countries")
    countries = {
        name for _, *names in rows for cell in names[:2] for name in cell.split("|")
    }
    return frozenset(countries | {row[0] for row in word_table("metonyms")}) - {""}
