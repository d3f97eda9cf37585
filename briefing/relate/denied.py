"""Read what a denial denies: the words after it, or the claim it points back to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Final

from briefing.model.article import Span
from briefing.model.statement import Attribution, Hedge, Speaker, Statement
from briefing.relate.gists import Gist, last_name, once, term_of, told_keys
from briefing.resources import word_list, words_of
from briefing.text.words import Token, fold

# Matches "something", "a claim", "which" right before "the bank rejected"; then what is
# denied stands before.
BACK: Final = re.compile(
    r"(?:\b(?:something|which|what|(?:a|an|the)\s+(?:claim|charge|accusation|allegation"
    r"|suggestion|assertion|report)s?|(?:claim|charge|accusation|allegation)s?)\b"
    r"[^,;.]{0,40})$",
    re.IGNORECASE,
)

# Matches "denied"; not "is not accurate", which points back, nor "the denials", which
# others speak of.
VERB: Final = re.compile(
    r"den(?:y|ies|ied|ying)\b|reject|refut|dismiss|disput|rebuff|rubbish|rebut"
    r"|contradict|disavow|no such",
    re.IGNORECASE,
)

ENDS: Final = words_of("ends_of_denials")
"""Words at which what is denied is over, once something has been denied."""

TURNS: Final = frozenset({"but", "and", "while", "though", "although"})
"""Words that go on to another thing than what "rejected the idea" denies."""

MARKS: Final = frozenset({",", ";", "—", "–", ":", ".", "”"})


@dataclass(frozen=True, slots=True)
class Denial:
    """A statement that denies, and what it says is not so."""

    gist: Gist
    content: tuple[Token, ...]
    """The words of what is denied, in order; places are those of the statement."""
    terms: frozenset[str]
    """Their terms, words of claiming and denying left out."""
    sides: frozenset[str]
    """Who denies: countries and last words of names, folded; empty where untold."""
    is_plain: bool = True
    """False where no word of denying stands there: "no missile hit the plane"."""
    is_called: bool = False
    """True where a claim is called false: "reports that it sank were a mistake"."""


@once
def read_denials(gist: Gist) -> Sequence[Denial]:
    """Give each denial of a statement that says what it denies."""
    statement = gist.statement
    found: list[Denial] = list(_negations(gist))
    for hedge in statement.hedges:
        if hedge.kind != "denial" or _is_unmade(statement, hedge):
            continue
        if _is_withheld(statement, hedge):
            continue
        content = _content(gist, hedge)
        terms = told_terms(content) - idle_terms()
        sides = _deniers(gist, hedge)
        if terms:
            found.append(Denial(gist, content, terms, sides))
    return found


# Matches "to deny", which nobody did: "would lead them to deny"; not "denied".
UNMADE: Final = re.compile(r"to\s", re.IGNORECASE)

# Matches the "continued" of "continued to deny", the "quick" of "was quick to dismiss".
MADE: Final = re.compile(
    r"\b(?:continu\w*|kept|went\s+on|goes?\s+on|quick|swift|rush\w*|mov(?:e|ed|es)"
    r"|hasten\w*|came\s+out|took\s+to\s+\w+)\s+\Z",
    re.IGNORECASE,
)


def _is_unmade(statement: Statement, hedge: Hedge) -> bool:
    """Tell whether a denial is only spoken of as one that somebody might make."""
    place = statement.place_of(hedge.span)
    if not UNMADE.match(statement.text[place]):
        return False
    return not MADE.search(statement.text[: place.start])


# Matches the "were " of "were denied a visa"; not "had denied".
WITHHELD: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s(?:\w+\s)?\Z", re.IGNORECASE
)


def _is_withheld(statement: Statement, hedge: Hedge) -> bool:
    """Tell whether something was refused to somebody: "were denied a visa"."""
    start, end = (p - statement.span.start for p in (hedge.span.start, hedge.span.end))
    words = statement.text[start:end].lower()
    if not words.endswith("denied"):
        return False
    is_by = statement.text[end:].lstrip().lower().startswith("by ")
    return not is_by and WITHHELD.search(statement.text[:start]) is not None


# Matches "no missile hit the plane" and "did not attack anyone"; not "no longer", nor
# "do not kill", which forbids and tells of nothing done.
NEGATION: Final = re.compile(
    r"\b(?:no|(?:did|was|were|has|have|had|is|are)(?:\s+not|n[’']t)|never)\b"
    r"(?!\s+(?:only|longer|just|yet|least|more|matter|been))",
    re.IGNORECASE,
)


def _negations(gist: Gist) -> Iterator[Denial]:
    """Give what a speaker says is not so, without a word of denying."""
    statement = gist.statement
    spoken = [
        (span.start - statement.span.start, span.end - statement.span.start)
        for item in statement.attributions
        if item.speaker
        for span in item.content
    ]
    for match in NEGATION.finditer(statement.text):
        if not any(a <= match.start() < b for a, b in spoken):
            continue
        content = following(gist.tokens, match.end(), set())
        terms = told_terms(content)
        if len(terms) >= OPENING:
            yield Denial(gist, content, terms, sides_of(gist), is_plain=False)


def _content(gist: Gist, hedge: Hedge) -> tuple[Token, ...]:
    statement, text = gist.statement, gist.statement.text
    place = statement.place_of(hedge.span)
    if not VERB.search(text[place]):
        return ()
    before = BACK.search(text[: place.start])
    if before or text[place].lower().endswith(" by"):
        edge = before.start() if before else place.start
        begin = _claimed(gist, edge)
        return tuple(t for t in gist.tokens if begin <= t.start < edge)
    others = {
        statement.place_of(h.span).start
        for h in statement.hedges
        if h.kind == "denial" and h is not hedge
    }
    return following(gist.tokens, place.stop, others)


def _claimed(gist: Gist, edge: int) -> int:
    """Give where a claim begins in a sentence that goes on, at *edge*, to deny it."""
    start = gist.statement.span.start
    cues = [a.cue.end - start for a in gist.statement.attributions if a.cue]
    return min((cue for cue in cues if cue < edge), default=0)


def following(
    tokens: Sequence[Token], start: int, others: set[int]
) -> tuple[Token, ...]:
    """Give the words from *start* to the end of what is denied."""
    found: list[Token] = []
    said = 0
    for token in tokens[bisect_left(tokens, start, key=attrgetter("start")) :]:
        if token.lower == "that" and said <= OPENING:
            # "denied Western allegations that …": what is denied begins here.
            found, said = [], 0
            continue
        over = token.text in MARKS or token.lower in ENDS or token.start in others
        if not said and token.lower in TURNS:
            return ()  # "rejected the idea but sent more troops"
        if said and (over or (said > OPENING and token.lower in RELATIVE)):
            break
        term = term_of(token.lower) if token.text[0].isalnum() else ""
        said += term not in idle_terms()
        found.append(token)
    return tuple(found)


OPENING: Final = 2
"""Words of matter before a "that" which still opens what is denied."""

RELATIVE: Final = frozenset({"that", "which", "who", "whose"})
"""Words that go on to tell of something named in what is denied."""


def last_clause(words: Sequence[Token]) -> Sequence[Token]:
    """Give the words after the last mark: what stands before it is another clause."""
    last = max((i for i, t in enumerate(words) if t.text in MARKS), default=-1)
    return words[last + 1 :]


def terms_of(words: Sequence[Token]) -> frozenset[str]:
    """Give the terms of *words*, marks and words of grammar left out."""
    return frozenset(term_of(t.lower) for t in words if t.text[0].isalnum()) - {""}


def told_terms(words: Sequence[Token]) -> frozenset[str]:
    """Give what *words* tell, those that go together as one: "opened fire"."""
    return frozenset(told_keys([t for t in words if t.text[0].isalnum()])) - {""}


@cache
def idle_terms() -> frozenset[str]:
    """Give the terms that a denial and its claim share without meaning one thing."""
    return frozenset(term_of(word) for word in word_list("relate_denying")) | {""}


NEAR: Final = 40
"""Letters before a denial in which whoever denies is named."""


def _deniers(gist: Gist, hedge: Hedge) -> frozenset[str]:
    """Give who denies: the speaker whose verb it is, else who is named before it."""
    statement = gist.statement
    for item in statement.attributions:
        cue = item.cue
        if cue and cue.start < hedge.span.end and hedge.span.start < cue.end:
            return _who(statement, item)
    text = statement.text[: hedge.span.end - statement.span.start]
    if text.lower().endswith(" by"):
        after = Span(hedge.span.end, hedge.span.end + NEAR)
        return _sides(statement, after, None)
    return _sides(statement, Span(hedge.span.start - NEAR, hedge.span.start), None)


def affiliations(gists: Iterable[Gist]) -> Mapping[str, str]:
    """Give last name → country, for persons whose post names one: "Norway's Falk"."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for gist in gists:
        statement = gist.statement
        for name in statement.people():
            for place in statement.places:
                gap = name.span.start - place.span.end
                if place.country and 0 <= gap <= POST:
                    post = Span(place.span.end, name.span.start)
                    between = statement.words_at(post)
                    if not re.search(r"[,;:“”\"]", between):
                        seen[last_name(name.name)][place.country] += 1
    return {name: found.most_common(1)[0][0] for name, found in sorted(seen.items())}


POST: Final = 50
"""Letters between a country and a name in which only the name's post stands."""


@once
def sides_of(gist: Gist) -> frozenset[str]:
    """Give who speaks: countries and last names, folded; empty where none is known."""
    found: frozenset[str] = frozenset()
    for item in gist.statement.attributions:
        found |= _who(gist.statement, item)
    return found


def _who(statement: Statement, item: Attribution) -> frozenset[str]:
    known = _sides(statement, item.source, item.speaker)
    return known or _described(statement, item)


def _sides(
    statement: Statement, where: Span | None, speaker: Speaker | None
) -> frozenset[str]:
    found = frozenset({last_name(speaker.name)} if speaker else ())
    if where is None:
        return found
    return found | parties_within(statement, range(where.start, where.end))


def parties_within(statement: Statement, where: range) -> frozenset[str]:
    """Give the countries and last names, folded, in a stretch of the article."""
    names = (last_name(n.name) for n in statement.names if n.span.start in where)
    return countries_within(statement, where).union(names)


def countries_within(statement: Statement, where: Container[int]) -> frozenset[str]:
    """Give the countries named at places of the article in *where*."""
    places = statement.places
    return frozenset(p.country for p in places if p.country and p.span.start in where)


def countries_among(gist: Gist, words: Iterable[Token]) -> frozenset[str]:
    """Give the countries that some of a statement's *words* name."""
    starts = {gist.statement.span.start + token.start for token in words}
    return countries_within(gist.statement, starts)


PRONOUNS: Final = words_of("pronouns")


def _described(statement: Statement, item: Attribution) -> frozenset[str]:
    """Give the last word of a source that is no name: "the railway"."""
    if item.source is None or item.speaker:
        return frozenset()
    words = re.findall(r"\w+", statement.words_at(item.source))
    last = fold(words[-1]) if words else ""
    return frozenset({last} - PRONOUNS - {""})


@once
def last_names_of(gist: Gist) -> frozenset[str]:
    """Give the last words of all names in a statement, folded."""
    return frozenset(last_name(name.name) for name in gist.statement.names)


@once
def countries_of(gist: Gist) -> frozenset[str]:
    """Give the countries that a statement names, in whatever form."""
    return frozenset(p.country for p in gist.statement.places if p.country)
