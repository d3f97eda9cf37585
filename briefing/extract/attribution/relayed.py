"""Words that another passes on: "quoted Ann Lee as saying", "showed men chanting"."""

from __future__ import annotations

from typing import Final

from briefing.extract.attribution.complements import complement_of
from briefing.extract.attribution.cue import Cue, Range
from briefing.extract.attribution.lexicon import cue_verbs
from briefing.extract.attribution.sources import group_start, subject_before
from briefing.extract.attribution.units import Passage
from briefing.resources import words_of

AS_REACH: Final = 12
"""Units between "quoted" and "as saying": "was quoted by the state news agency as"."""
SHOWN_REACH: Final = 10
"""Units between "showed" and "chanting": "showed a crowd of about 200 men chanting"."""
SAYS: Final = frozenset({"that", "quote"})
IN_SHOWN: Final = frozenset("DSUN0GPEA~I")


def passes_on(passage: Passage, at: int) -> bool:
    """Tell whether the verb at *at* only leads to the words of another."""
    lemma = cue_verbs()[passage.words[at]].verb.lemma
    if lemma in words_of("quotes"):
        return _as_saying(passage, at) > 0
    return lemma in words_of("shows") and _shown_saying(passage, at)


def _as_saying(passage: Passage, at: int) -> int:
    """Give the "saying" that follows "quoted … as"; 0 where none does."""
    for k in range(at + 1, min(len(passage) - 1, at + AS_REACH)):
        if passage.tags[k] in {";", ".", "Q", "H"}:
            return 0
        if passage.words[k] == "as" and _speaks(passage, k + 1):
            return k + 1
    return 0


def _speaks(passage: Passage, at: int) -> bool:
    """Tell "saying" and "telling" from other verbs in -ing."""
    form = cue_verbs().get(passage.words[at])
    return form is not None and "ing" in form.forms and "speech" in form.verb.kinds


def _shown_saying(passage: Passage, at: int) -> bool:
    """Tell "showed demonstrators chanting “…”" from "showed houses burning"."""
    for k in range(at + 1, min(len(passage), at + SHOWN_REACH)):
        if passage.tags[k] == "V" and _speaks(passage, k):
            verb = cue_verbs()[passage.words[k]].verb
            complement = complement_of(passage, k, verb)
            if complement is not None and complement.frame in SAYS:
                return k > at + 1
        is_and = passage.tags[k] == "C" and passage.words[k + 1].endswith("ing")
        if passage.tags[k] not in IN_SHOWN | {"V"} and not is_and:
            return False
    return False


def shown_before(passage: Passage, at: int) -> Range | None:
    """Give the crowds of "showed crowds burning flags and chanting"."""
    for k in range(at - 1, max(-1, at - SHOWN_REACH), -1):
        if passage.tags[k] == "V" and passes_on(passage, k):
            end = k + 1
            while end < at and not passage.words[end].endswith("ing"):
                end += 1
            return (k + 1, end) if end > k + 1 else None
    return None


def read_quoted_as(passage: Passage, at: int) -> Cue | None:
    """Read the "saying" of "quoted Ann Lee as saying": it is she who says it."""
    if at == 0 or passage.words[at - 1] != "as" or not _speaks(passage, at):
        return None
    quoting = next((k for k in range(at) if _leads_to(passage, k, at)), None)
    complement = complement_of(passage, at, cue_verbs()[passage.words[at]].verb)
    if quoting is None:
        return None
    source = _quoted(passage, quoting, at - 1)
    if source is None:
        return None
    if complement is None:
        return _quoted_before(passage, at, quoting, source)
    return Cue(
        at,
        source,
        f"“{passage.words[quoting]} … as {passage.words[at]}”",
        units=(at - 1, complement.cue_end),
        begin=complement.begin,
        frame="that" if complement.frame == "bare" else complement.frame,
        is_finite=False,
    )


def _quoted_before(
    passage: Passage, at: int, quoting: int, source: Range
) -> Cue | None:
    """Read "“…,” the judge quoted the letter as saying": the words stand before."""
    who = subject_before(passage, group_start(passage, quoting))
    begins = who[0] if who else 0
    if passage.tag(at + 1) not in {"", "."} or not begins:
        return None
    if passage.tags[begins - 1] != "Q":
        return None
    return Cue(
        at,
        source,
        f"“{passage.words[quoting]} … as {passage.words[at]}”",
        units=(at - 1, at + 1),
        clause_at=begins,
        left_end=begins,
    )


def _leads_to(passage: Passage, at: int, saying: int) -> bool:
    form = cue_verbs().get(passage.words[at])
    if form is None or form.verb.lemma not in words_of("quotes"):
        return False
    return _as_saying(passage, at) == saying


def _quoted(passage: Passage, at: int, end: int) -> Range | None:
    """Give whom "quoted" at *at* has before "as" at *end*, or as its subject."""
    start = group_start(passage, at)
    auxiliary = passage.words[at - 1] if at else ""
    if auxiliary in words_of("be") or passage.word(at + 1) in {"as", "by"}:
        return subject_before(passage, start)
    found = subject_before(passage, end)
    return found if found and found[0] > at else None
