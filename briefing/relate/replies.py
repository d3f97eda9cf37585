"""Find the reply to an accusation: the accused's own account, or blame thrown back.

The two share few words. What joins them is who: the charge names a person, body or
state, and it is the same, or its officials, that speaks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import pairwise
from typing import Final

from briefing.model.corpus import Relation
from briefing.model.statement import Attribution, Statement
from briefing.relate.accusations import Accusation, read_accusations
from briefing.relate.admissions import admitting
from briefing.relate.denied import (
    countries_of,
    countries_within,
    following,
    idle_terms,
    last_names_of,
    sides_of,
    terms_of,
)
from briefing.relate.dispute import dispute
from briefing.relate.gists import Gist, acts, last_name, words_within, written
from briefing.relate.scene import Scene
from briefing.relate.shelves import Shelves, nearest
from briefing.resources import word_list, words_of
from briefing.text.words import Token

# Matches "by blaming", "make itself the victim", "a scapegoat"; not "the victims".
OF_BLAME: Final = re.compile(
    r"\b(?:blam(?:e[sd]?|ing)|scapegoat\w*|play\w*\s+the\s+victim"
    r"|(?:it|him|her|them)sel(?:f|ves)\s+the\s+victims?)\b",
    re.IGNORECASE,
)

# Matches "the accusations", "the charges"; not "charged", nor "accused" of something.
OF_CHARGES: Final = re.compile(
    r"\b(?:th(?:e|ese|ose)|such|all)\s+(?:\w+\s+)?(?:accusation|allegation|charge)s?\b",
    re.IGNORECASE,
)

SELF: Final = frozenset(
    {"i", "we", "he", "she", "they", "it", "his", "her", "our", "my"}
)
"""Words by which whoever speaks means himself."""

SHARED: Final = 2
"""Terms of the charge that a reply must have; an act alone is enough."""

REPLIES: Final = 3
"""Replies that one accusation is held against at most, the nearest ones."""


def find_replies(scene: Scene) -> Iterator[Relation]:
    """Give each accusation of *scene* with what the accused says to it."""
    charges = [charge for gist in scene.gists for charge in read_accusations(gist)]
    if not charges:
        return
    spoken = Shelves(scene.gists, lambda g: scene.with_posts(sides_of(g)))
    for charge in charges:
        answers = spoken.of(*sorted(charge.accused))
        near = partial(_nearness, charge)
        for score, reply in nearest(answers, near, REPLIES):
            words, _ = _reply(charge, reply)
            yield _relation(charge, reply, words, score)


def _nearness(charge: Accusation, reply: Gist) -> int:
    return _reply(charge, reply)[1]


def _reply(charge: Accusation, reply: Gist) -> tuple[str, int]:
    """Give what is disputed, and how near *reply* is to the charge; 0 for no reply."""
    if reply is charge.gist:
        return "", 0
    words, score = _own_account(charge, reply)
    if not score and _throws_back(charge, reply):
        return charge.words, 1
    return words, score


def _own_account(charge: Accusation, reply: Gist) -> tuple[str, int]:
    """Give the words with which the accused tells it otherwise."""
    statement = reply.statement
    for item in statement.attributions:
        if not _is_by(statement, item, charge):
            continue
        said = words_within(reply, item.content)
        lowers = [t.lower for t in said]
        shared = charge.terms & terms_of(said) - reply.names - idle_terms()
        at = _excuse(lowers)
        if at is None or not SELF & set(lowers):
            continue
        if lowers[at] in NEGATING:
            # What he says he did not do must be what he is charged with.
            shared &= terms_of(following(said, said[at].start, set()))
        elif _confesses(said, shared & acts()):
            continue
        if shared & acts() or len(shared) >= SHARED:
            return _excusing_words(reply, said, at), 1 + len(shared)
    return "", 0


def _confesses(said: Sequence[Token], charged: frozenset[str]) -> bool:
    """Tell whether the accused says that he did it, or that he is sorry."""
    if terms_of(said) & admitting():
        return True
    return any(
        word.lower in DOING and terms_of([after]) & charged
        for word, after in pairwise(said)
    )


DOING: Final = SELF | {"and", "then", "had", "have", "has"}
"""Words right before a deed with which the speaker tells that he did it: "and shot"."""


def _is_by(statement: Statement, item: Attribution, charge: Accusation) -> bool:
    if item.speaker is None and item.source is None:
        return False
    named = {last_name(item.speaker.name)} if item.speaker else set()
    if charge.persons:
        return bool(named & charge.persons)
    where = range(item.source.start, item.source.end) if item.source else ()
    return bool((named | countries_within(statement, where)) & charge.accused)


def _excuse(lowers: Sequence[str]) -> int | None:
    """Give where the first words of excusing stand; None where there are none."""
    for at, word in enumerate(lowers):
        for phrase in _excuses().get(word, ()):
            if tuple(lowers[at : at + len(phrase)]) == phrase:
                near = lowers[max(0, at - CLOSE) : at]
                if word not in LIMITING or not (SELF | PAST).isdisjoint(near):
                    return at
        if word in NEGATING and (word == "never" or (at and lowers[at - 1] in PAST)):
            return at
    return None


LIMITING: Final = frozenset({"only", "merely", "simply", "just"})
"""Words that excuse only where they stand by who did it: "he had only gone"."""

CLOSE: Final = 3
"""Words before one of them in which whoever did it stands."""

NEGATING: Final = frozenset({"not", "'t", "never"})
"""Words that turn round only what follows them."""

PAST: Final = words_of("past_before_not")
"""Words before "not" where it tells what was not; "will not" promises."""


@cache
def _excuses() -> Mapping[str, list[tuple[str, ...]]]:
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for line in word_list("relate_excusing"):
        phrase = tuple(line.split())
        found[phrase[0]].append(phrase)
    return dict(found)


def _excusing_words(reply: Gist, said: Sequence[Token], at: int) -> str:
    told = following(said, said[max(0, at - 1)].start, set())
    kept = [t for t in told if t.text[0].isalnum()] or list(said[at : at + 1])
    return written(reply, kept[0].start, kept[-1].end)


def _throws_back(charge: Accusation, reply: Gist) -> bool:
    """Tell whether the accused speaks of the accuser's blame as such."""
    accusers = sides_of(charge.gist) - charge.accused
    spoken_of = OF_BLAME if charge.is_blame else OF_CHARGES
    if not spoken_of.search(reply.statement.text):
        return False
    told = (countries_of(reply) | last_names_of(reply)) - sides_of(reply)
    return bool(accusers & told)


def _relation(charge: Accusation, reply: Gist, words: str, score: int) -> Relation:
    because = f"one says “{charge.words}”, the accused answers: “{words}”"
    near = 0.5 + 0.1 * score
    return dispute("account", (charge.gist, reply), near, because, charge.words)
