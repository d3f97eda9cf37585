"""How much of a sentence each speaker has, and in what kind of clause he has it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from briefing.extract.attribution.lexicon import VerbForm, cue_nouns, cue_verbs
from briefing.extract.attribution.units import letters_of_words
from briefing.model.article import Span
from briefing.model.statement import Attribution, Speaker, Statement
from briefing.resources import word_list, word_set, words_of

SHORTEST_CLAUSE: Final = 4
"""Words from which what is said can be more than a thing: "40 people had died"."""

ACT_WITHIN: Final = 4
"""Words after a verb of declaring within which the act stands: a state of emergency."""

LONGEST_WHERE: Final = 100
"""Code points of "in a message to the members of her party on Monday"."""

OWNED: Final = ("'s", "’s", "s'", "s’")
POSSESSIVE: Final = frozenset({"his", "her", "their", "its", "my", "our", "your"})
NOUNS: Final = frozenset({"report", "claim", "warning", "statement", "announcement"})
RELATIVE: Final = frozenset({"who", "which", "that"})
CONTRAST: Final = (["while"], ["whereas"], ["though"], ["although"])
"""Words that set one speaker beside another: neither speaks in the other's clause."""

# Matches "did not " before "say", "could " before "identify"; not "would only ".
UNSAID: Final = re.compile(
    r"(?:\b(?:not|never|can|could|may|might|must|should|will"
    r"|(?:declin|refus|fail|expect)\w* to|unable to|had yet to|has yet to)|n['’]t)"
    r"\s+(?:(?:yet|immediately|\w+ly)\s+)?$",
    re.IGNORECASE,
)
# Matches "issued a statement Monday " before "confirming" and "took to Twitter to "
# before "say"; not "left the hall, " nor "phoned the port to ".
SPEAKS_BY: Final = re.compile(
    r"\b(?:(?:issued?|released?|put out|published|posted|sent|wrote|gave|in)"
    r" an? (?:[\w-]+ ){0,2}(?:statement|letter|message|memo|note|post|tweet)"
    r"(?: (?:on )?\w+)?(?: \w+)? |(?:took|turned|went) (?:on )?(?:\w+ ){0,3}to "
    r"|(?:had|has|have) this to )$",
    re.IGNORECASE,
)
# Matches ", in a statement on Monday." behind what was said; not ", in a yard.".
WHERE_SAID: Final = re.compile(r",? (?:in|on|at|during|through) (?:an?|his|her|their) ")


@dataclass(frozen=True, slots=True)
class Share:
    """What one attribution has of a statement."""

    size: int
    """Code points of the statement that are its content."""
    attribution: Attribution
    speaker: Speaker | None

    @property
    def said(self) -> tuple[Span, ...]:
        """Give what is said."""
        return self.attribution.content

    @property
    def around(self) -> tuple[Span, ...]:
        """Give the words that name and describe whoever says it, and where.

        Of "Ann Lee said in a message to voters that …" all before "that".
        """
        made = self.attribution
        around = [span for span in (made.cue, made.source) if span is not None]
        begin = made.content[0].start
        if made.cue and 0 < begin - made.cue.end <= LONGEST_WHERE:
            around.append(Span(made.cue.end, begin))
        return tuple(around)


def says(statement: Statement, attribution: Attribution) -> bool:
    """Tell whether someone speaks here, and does not only mean, want or do something.

    "Norway refuses to pay" and "Chad declared independence" are a newsroom's words
    about them; "police believe the men fled" is what the police hold to be so.
    """
    if attribution.kind != "indirect" or attribution.cue is None:
        return not is_noun(statement, attribution)
    if attribution.source is None and attribution.speaker is None:
        return False  # "is believed to have fled"
    verbs = _verbs(statement, attribution)
    said = statement.words_at(attribution.content[0]).lower().split()
    if is_noun(statement, attribution) or not _tells(statement, attribution, said):
        return False
    if verbs and not any(_is_speech(form) for form in verbs):
        return _holds_true(verbs, said)
    if UNSAID.search(_before_cue(statement, attribution)):
        return False
    begins = said[:ACT_WITHIN]
    if begins[:1] == ["that"] or any(form.verb.lemma == "say" for form in verbs):
        return True
    if any(form.verb.lemma == "declare" for form in verbs):
        return False
    return not set(begins) & set(word_list("performed_acts"))


def _is_speech(form: VerbForm) -> bool:
    """Tell "warned", which tells words, from "expected more of them"."""
    return "speech" in form.verb.kinds and form.verb.lemma != "expect"


def _holds_true(verbs: list[VerbForm], said: list[str]) -> bool:
    """Tell "believe the men fled" and "blamed the crash on fog" from "want peace"."""
    lemmas = {form.verb.lemma for form in verbs}
    if lemmas & words_of("charges"):
        return True
    is_clause = any(
        letters_of_words().get(word) in {"X", "v"} or word.endswith("ed")
        for word in said
    )
    return bool(lemmas & words_of("holds_true")) and is_clause


def _tells(statement: Statement, attribution: Attribution, said: list[str]) -> bool:
    """Tell "voiced the fear that it leaks" from "offered memories of the dead".

    "Portrayed himself as a friend" is what the newsroom tells of him, and so is "the
    plan was booed by relatives".
    """
    if said[:1] and said[0] in words_of("reflexive"):
        return False
    cue, source = attribution.cue, attribution.source
    words = statement.words_at(cue).lower().split() if cue else []
    is_agent = words[-1:] == ["by"] and len(attribution.content) == 1
    if is_agent and source and "," not in statement.words_at(source):
        return False
    is_light = (
        len(words) > 1
        and words[0] in word_set("light_verbs")
        and words[-1] in cue_nouns()
    )
    return not is_light or said[:1] == ["that"]


def is_noun(statement: Statement, attribution: Attribution) -> bool:
    """Tell "the city's admission that", which a clause holds, from "admitted that"."""
    if attribution.source is None or attribution.cue is None:
        return False
    if attribution.source.end > attribution.cue.start:
        return False
    owner = statement.words_at(attribution.source).lower()
    if owner.startswith(("a ", "an ")) and not owner.endswith(OWNED):
        # "seized upon a Norpress report that", no verb of one
        return statement.words_at(attribution.cue).lower() in NOUNS
    is_word = statement.words_at(attribution.cue).lower() in cue_nouns()
    return is_word and (owner in POSSESSIVE or owner.endswith(OWNED))


def _verbs(statement: Statement, attribution: Attribution) -> list[VerbForm]:
    if attribution.cue is None:
        return []
    cue = statement.words_at(attribution.cue).lower().split()
    return [cue_verbs()[word] for word in cue if word in cue_verbs()]


def before_source(statement: Statement, attribution: Attribution) -> list[str]:
    """Give the words of the statement before whoever speaks."""
    if attribution.source is None:
        return []
    return statement.words_before(attribution.source).lower().split()


def _before_cue(statement: Statement, attribution: Attribution) -> str:
    return statement.words_before(attribution.cue) if attribution.cue else ""


def is_aside(statement: Statement, attribution: Attribution) -> bool:
    """Tell whether a newsroom tells in a clause of its own sentence what is said.

    "Crowds grew after the ministry admitted …", "the mine, which experts say is …".
    """
    source, begin = attribution.source, attribution.content[0].start
    if source is None or attribution.kind == "direct" or begin < source.start:
        return False
    before = before_source(statement, attribution)
    if before[-1:] == ["as"]:
        # "… as he discussed it": no "as he put it"
        return not attribution.because.startswith("“as”")
    return bool(before) and before[-1] in word_list("subordinators")


def is_contrast(statement: Statement, attribution: Attribution) -> bool:
    """Tell the ", while the union said" that stands beside another's words."""
    return before_source(statement, attribution)[-1:] in CONTRAST


def is_nested(share: Share, others: Iterable[Share]) -> bool:
    """Tell whether another speaker tells that somebody says it.

    "The minister told him he “would wait”, an aide said" is the aide's.
    """
    return any(
        other.speaker != share.speaker
        and _tells_of(other, share)
        and not _tells_of(share, other)
        for other in others
    )


def _tells_of(outer: Share, inner: Share) -> bool:
    source = inner.attribution.source
    return source is not None and inside(source, outer.said) > 0


def is_nonfinite(statement: Statement, attribution: Attribution) -> bool:
    """Tell "warning that" and "to urge", which another verb's clause holds.

    Not "issued a statement warning that", nor "took to the radio to say".
    """
    if attribution.cue is None:
        return False
    before = _before_cue(statement, attribution)
    is_to = is_infinitive(statement, attribution)
    if not is_to and attribution.kind == "direct":
        return False
    is_ing = _is_ing(statement.words_at(attribution.cue))
    return (is_to or is_ing) and SPEAKS_BY.search(before) is None


def is_appended(statement: Statement, attribution: Attribution) -> bool:
    """Tell "backtracked on Friday, saying" from "won hearts by saying"."""
    return _before_cue(statement, attribution).rstrip().endswith((",", "-", "–", "—"))


def _is_ing(cue: str) -> bool:
    first = cue.lower().partition(" ")[0]
    return first.endswith("ing") and first != "according"


def is_infinitive(statement: Statement, attribution: Attribution) -> bool:
    """Tell "called to urge calm", where the call is told, from "urged calm"."""
    return _before_cue(statement, attribution).endswith(" to ")


def is_thing(statement: Statement, attribution: Attribution) -> bool:
    """Tell "identified the dead", which tells no more than that, from "denied it"."""
    if attribution.kind != "indirect" or attribution.cue is None:
        return False
    verbs = [form.verb for form in _verbs(statement, attribution)]
    if not any("obj" in verb.frames for verb in verbs):
        return False
    said = " ".join(statement.words_at(span) for span in attribution.content)
    words = said.lower().split()
    if len(words) >= SHORTEST_CLAUSE or not word_set("finite_verbs").isdisjoint(words):
        return False
    return not {verb.lemma for verb in verbs}.intersection(word_list("denial_verbs"))


def follows_clause(statement: Statement, attribution: Attribution) -> bool:
    """Tell whether the newsroom's own words are joined before the speaker's."""
    source, begin = attribution.source, attribution.content[0].start
    before = before_source(statement, attribution)
    if source is None or begin < source.start or len(before) < ACT_WITHIN:
        return False
    is_relative = statement.words_at(source).lower() in RELATIVE
    return is_relative or before[-1] in {"and", "but"}


def opens(statement: Statement, attribution: Attribution) -> bool:
    """Tell "“Run,” Ann Lee said, given" and "On Friday, Rome denied" from the rest.

    There the sentence is a saying, whatever its newsroom adds.
    """
    source, cue, said = attribution.source, attribution.cue, attribution.content[0]
    if source is None or cue is None or _is_ing(statement.words_at(cue)):
        return False
    if attribution.kind == "indirect" and said.start < source.start:
        return False
    if attribution.kind == "indirect" and not _is_clause(statement, attribution):
        return False
    start = min(source.start, said.start) - statement.span.start
    lead = statement.text[: max(0, start)].rstrip()
    words = lead.removesuffix(",").split()
    return not words or (len(words) < ACT_WITHIN and "," not in lead[:-1])


def _is_clause(statement: Statement, attribution: Attribution) -> bool:
    """Tell "said he left" and "denied the claim" from "posted a record"."""
    verbs = {form.verb.lemma for form in _verbs(statement, attribution)}
    if verbs.intersection(word_list("denial_verbs")):
        return not is_thing(statement, attribution)
    said = statement.words_at(attribution.content[0]).lower().split()
    return any(letters_of_words().get(word) in {"X", "v"} for word in said)


def where_said(statement: Statement, attribution: Attribution) -> Span | None:
    """Give the ", in a statement on Monday" behind what was said."""
    end = max(span.end for span in attribution.content)
    at = end - statement.span.start
    match = WHERE_SAID.match(statement.text, at) if at > 0 else None
    if match is None:
        return None
    words = statement.text[match.end() :].lower().split()[:2]
    if words_of("occasions").isdisjoint(word.strip(",.") for word in words):
        return None
    return Span(end, statement.span.end)


def joined(spans: Iterable[Span]) -> list[Span]:
    """Give *spans* in order, those that overlap as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            last = found.pop()
            found.append(Span(last.start, max(last.end, span.end)))
        else:
            found.append(span)
    return found


def inside(span: Span, content: Iterable[Span]) -> int:
    """Count the code points of *content* that lie in *span*."""
    return sum(
        max(0, min(part.end, span.end) - max(part.start, span.start))
        for part in content
    )
