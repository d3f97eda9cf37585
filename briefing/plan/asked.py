"""Find the words of a sentence that are asked about: a clause, or what a cue names."""

from __future__ import annotations

import re
from typing import Final

from briefing.model.statement import Hedge, Statement
from briefing.plan.stems import content_stems
from briefing.plan.wording import (
    FEWEST,
    NAMING,
    Place,
    bracketed,
    trimmed_words,
)
from briefing.resources import word_set, words_of
from briefing.text.words import fold, tokens

LONG_START: Final = 10
"""Words before a cue from which a clause tells something else first."""

SUBJECT: Final = 7
"""Words among which a sentence has its first verb, where its subject is short."""

SPOKEN: Final = 6
LONG_ASKED: Final = 14
"""Words asked from which an "as" or "amid" opens something else, in a question that is
longer than a reader takes in at once."""

# Matches the "whether" of "it is not clear whether the road is open", the "the" of
# "did not clarify the source of the arms", the "a" of "no details on a possible
# motive", and the "to which" of "find out to which port"; not the "that" of "it is not
# clear that …", which asserts nothing to ask, nor the "a" of "did not say a word".
ASKED = re.compile(
    r"\s*(?:for\s+sure\s+)?"
    r"((?:about\s+|of\s+|on\s+)?(?:whether|if|who|whom|whose|what|when|where|why|how"
    r"|which|the)\b.*|(?:about|on)\s+an?\s.*"
    r"|(?:to|for|from|by|with|in|at|under)\s+(?:which|whom|whose|what)\b.*)",
    re.DOTALL | re.IGNORECASE,
)

# Matches the "on " before what is asked; not the one of "one".
ABOUT = re.compile(r"(?:about|of|on)\s+", re.IGNORECASE)

# Matches the "why" that ends the cue "is not known why", and the "a motive" that ends
# "hunt for a motive"; not the "why" of "why not".
ASKING_END = re.compile(
    r"\b(whether|if|who|whom|whose|what|when|where|why|how|which"
    r"|(?:(?:an?|the)\s+)?(?:exact\s+)?(?:motives?|causes?|reasons?|circumstances))\Z",
    re.IGNORECASE,
)

# Matches the end of a clause: ", the mayor said", "; the others", " — but", " but
# said", the quotation mark before "said"; not the comma inside "4,500".
CLAUSE_END = re.compile(
    r"[;:—–]|,(?=\s)|\s-{1,2}\s|[\"”](?=\s|\Z)"
    r"|\s(?=(?:but|though|although|while|as\s+(?:he|she|it|they))\s)"
)

# Matches " as more details emerge"; not those of "as well as", "before or after it".
FURTHER = re.compile(
    r"(?<!\bor)(?<!\band)(?<!\bwell)\s(?=(?:as|after|amid|following)\s(?!well\b))"
)

# Matches "remains unanswered: Could it"; not the colon of "at 8:15".
COLON = re.compile(r"[^:?]{0,30}:\s+(?=[A-Z])")

# Matches the "whether" before "…, it is too early to tell"; not "which".
ASKED_BEFORE = re.compile(
    r"\b(?:whether|who|whose|what|when|where|why|how)\b", re.IGNORECASE
)

# Matches the "who" before "has not been identified"; not the one of "who said he".
RELATIVE = re.compile(r"\b(?:who|which|that)\s+\Z", re.IGNORECASE)

# Matches the cue "has not been named"; not "has not been identified".
NAMED: Final = re.compile(r"\bnamed\Z", re.IGNORECASE)

# Matches "have not ruled out", "cannot be excluded"; not "ruled out".
RULED_OUT = re.compile(
    r"(?:\bnot\b|n[’']t\b|\bnever\b).*\b(?:rul\w+\s+(?:it\s+)?out|exclud\w+)\Z",
    re.IGNORECASE | re.DOTALL,
)

# Matches the "been" of "has not been ruled out"; not "not ruling out".
PASSIVE = re.compile(
    r"\b(?:be|been|is|are|was|were)\b.*(?:ruled|excluded)", re.IGNORECASE
)


# Matches the cue of "the crash is still under investigation"; not "is not known".
INQUIRED: Final = re.compile(
    r"\b(?:under\s+investigation|being\s+investigated|investigating)\Z", re.IGNORECASE
)

# Matches what an inquiry is to find: "the cause of", "how", "his motives"; not "crash".
MATTER: Final = re.compile(
    r"\b(?:causes?|motives?|motivations?|reasons?|circumstances|origins?|source|purpose"
    r"|extent|identit(?:y|ies)|role|links?|whereabouts|how|why|who|whom|whose|whether"
    r"|what|where|when|which|if|possible|possibility|likely|suspected)\b",
    re.IGNORECASE,
)

# Matches the "whose" after a comma with which a clause about the noun before opens; not
# that of "asked whose it was".
WHOSE: Final = re.compile(r"\s*whose\b", re.IGNORECASE)


def asked_words(statement: Statement, hedge: Hedge) -> str:
    """Give the words that say what is not known: after the cue, else its clause.

    A clause with nothing but a pronoun before its cue ("but it is not confirmed") is
    told with what stands before it; one that only ends in its cue begins there.
    """
    named = named_after(statement, hedge) or _posed_or_before(statement, hedge)
    if named:
        return named
    text = statement.text
    start, end = _place(statement, hedge)
    if INQUIRED.search(text, start, end) and not MATTER.search(text, 0, start):
        return ""  # that there is an inquiry leaves nothing open by name
    relative = RELATIVE.search(text, 0, start)
    if relative and NAMED.search(text, start, end):
        return ""  # "the girl, who has not been named": no more than told in passing
    if relative:
        return _with_gap(_plain(statement, (0, end)), text[relative.start() : end])
    starts = [0, *(m.end() for m in CLAUSE_END.finditer(text, 0, start))]
    if len(starts) > 1 and WHOSE.match(text, starts[-1]):
        starts.pop()
    if not content_stems(text[starts[-1] : start]):
        if len(content_stems(text[start:end])) > 1:
            return _plain(statement, (start, clause_end(text, end)))
        starts = [*starts[:-1], *_said_from(statement, start)] or [0]
    before = text[starts[-1] : start].split()
    first = start if len(before) > LONG_START else starts[-1]
    ends = clause_end(text, end)
    return _plain(statement, (first, ends)) or with_start(
        statement, (starts[-1], ends), _plain(statement, (0, ends))
    )


def with_start(statement: Statement, clause: Place, whole: str) -> str:
    """Give the subject of a sentence and its last clause, which says "its"; else all.

    "The dam held till noon but its state was not known" is "The dam … its state was not
    known": the sentence's own words, in its order.
    """
    verbs = word_set("finite_verbs") | words_of("plain_finite")
    words = tokens(statement.text[: clause[0]])[:SUBJECT]
    verb = next((w for w in words if w.lower in verbs), None)
    last = trimmed_words(bracketed(statement, clause))
    if not whole or verb is None or len(content_stems(last)) < NAMING:
        return whole
    start = trimmed_words(statement.text[: verb.start])
    opens = fold(start.split()[0]) if start else ""
    if not content_stems(start) or opens in word_set("personal_pronouns"):
        return whole
    return f"{start} … {last}"


def _posed_or_before(statement: Statement, hedge: Hedge) -> str:
    """Give the question behind a colon, or the one that stands before the cue."""
    text = statement.text
    start, end = _place(statement, hedge)
    if posed := COLON.match(text, end):
        return _plain(statement, (posed.end(), len(text)))
    found = [m.start() for m in ASKED_BEFORE.finditer(text, 0, start)]
    if not found:
        return ""
    first = clause_end(text, found[-1])
    if first >= start:
        opens = not trimmed_words(text[: found[-1]])
        return _plain(statement, (found[-1], start)) if opens else ""
    if content_stems(text[first:start]):
        return ""  # "…, and the cost is unclear" asks after the cost
    return _plain(statement, (found[-1], first))


def _with_gap(words: str, end: str) -> str:
    """Leave out what stands between the first clause and *end*, where it is long."""
    first = CLAUSE_END.search(words)
    if first is None or len(words.split()) <= LONG_ASKED:
        return words
    return f"{words[: first.start()]} … {end}"


def possible_words(statement: Statement, hedge: Hedge) -> str:
    """Give what a sentence says is not ruled out; "" where that is not what it says."""
    start, end = _place(statement, hedge)
    text = statement.text
    if not RULED_OUT.search(text, start, end):
        return ""
    if PASSIVE.search(text, start, end):
        starts = [m.end() for m in CLAUSE_END.finditer(text, 0, start)]
        begin = max([0, *starts, *_said_from(statement, start)])
        return _plain(statement, (begin, start), least=1)
    return _plain(statement, (end, clause_end(text, end)), least=1)


def _place(statement: Statement, hedge: Hedge) -> Place:
    place = statement.place_of(hedge.span)
    return place.start, place.stop


def _said_from(statement: Statement, place: int) -> list[int]:
    """Give where the words begin that somebody says around *place*."""
    begins = (
        content.start - statement.span.start
        for attribution in statement.attributions
        for content in attribution.content
    )
    return sorted(begin for begin in begins if 0 <= begin < place)[-1:]


def _plain(statement: Statement, *places: Place, least: int = 2) -> str:
    """Give the words of the first of *places* that does not open with a pronoun.

    "Its purpose is not clear" asks nothing of who has not read what stands before; ""
    where every one opens so, or where nothing but the cue is left.
    """
    for place in places:
        words = trimmed_words(bracketed(statement, place))
        opens = words.split()[:1]
        lost = opens and fold(opens[0]) in word_set("personal_pronouns")
        if not lost and len(content_stems(words)) >= least:
            return words
    return ""


def named_after(statement: Statement, hedge: Hedge) -> str:
    """Give the words after a cue that name what is asked; "" where they do not."""
    text = statement.text
    start, end = _place(statement, hedge)
    last = ASKING_END.search(text, start, end)
    asked = ASKED.match(text, last.start(1) if last else end)
    if asked is None and last is None:
        return ""
    first = asked.start(1) if asked else last.start(1) if last else end
    if about := ABOUT.match(text, first):
        first = about.end()
    words = trimmed_words(bracketed(statement, (first, _asked_end(text, first))))
    return words if len(words.split()) >= FEWEST else ""


def _asked_end(text: str, start: int) -> int:
    """Give where what is asked ends: at its clause's end, or at what goes with it."""
    end = clause_end(text, start)
    if len(text[start:end].split()) <= LONG_ASKED:
        return end
    for match in FURTHER.finditer(text, start, end):
        if len(text[start : match.start()].split()) >= SPOKEN:
            return match.start()
    return end


def clause_end(text: str, start: int) -> int:
    """Give where the clause ends in which *start* stands."""
    stop = CLAUSE_END.search(text, start)
    return stop.start() if stop else len(text)
