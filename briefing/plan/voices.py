"""Tell whose words each statement mainly is, quotations of several sentences too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from briefing.extract.attribution.lexicon import cue_verbs
from briefing.labels import label
from briefing.model.article import Article, Span
from briefing.model.corpus import Corpus
from briefing.model.statement import Attribution, Speaker, Statement
from briefing.resources import word_list

MAINLY: Final = 1 / 3
"""Share of a sentence that must be what someone says for the sentence to be theirs: a
view that a newsroom mentions in passing does not make the sentence that person's."""


ACT_WITHIN: Final = 4
"""Words after a verb of declaring within which the act stands: a state of emergency."""

HALF: Final = 1 / 2
"""The share where the verb is a participle: "He left, warning that …" tells he left."""

BESIDE: Final = 1 / 6
"""Share of a sentence from which another's words in it leave it to neither."""

# Matches "did not " before "say", "could " before "identify"; not "would only ".
UNSAID: Final = re.compile(
    r"(?:\b(?:not|never|can|could|may|might|must|should|will"
    r"|(?:declin|refus|fail|expect)\w* to|unable to|had yet to|has yet to)|n['’]t)"
    r"\s+(?:(?:yet|immediately|\w+ly)\s+)?$",
    re.IGNORECASE,
)


def attributions_by_statement(corpus: Corpus) -> dict[str, tuple[Attribution, ...]]:
    """Give the attributions whose content reaches into each statement.

    A quotation belongs to the statement with its cue, and may begin sentences before
    it and run on after it.
    """
    found: dict[str, list[Attribution]] = defaultdict(list)
    statements = corpus.statements
    for place, statement in enumerate(statements):
        for attribution in statement.attributions:
            found[statement.id].append(attribution)
            for other in _reached(statements, place, attribution):
                found[other.id].append(attribution)
    return {key: tuple(value) for key, value in found.items()}


def _reached(
    statements: tuple[Statement, ...], place: int, attribution: Attribution
) -> Iterator[Statement]:
    start = min(span.start for span in attribution.content)
    end = max(span.end for span in attribution.content)
    home = statements[place].article
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(statements) and statements[at].article == home:
            span = statements[at].span
            if span.end <= start or span.start >= end:
                break
            if inside(span, attribution.content):
                yield statements[at]
            at += step


def says(statement: Statement, attribution: Attribution) -> bool:
    """Tell whether someone speaks here, and does not only mean, want or do something.

    "Norway refuses to pay" and "Chad declared independence" are a newsroom's words
    about them.
    """
    if attribution.kind != "indirect" or attribution.cue is None:
        return True
    cue = _slice(statement, attribution.cue).lower().split()
    verbs = [cue_verbs()[word] for word in cue if word in cue_verbs()]
    if verbs and not any("speech" in form.verb.kinds for form in verbs):
        return False
    shift = statement.span.start
    if UNSAID.search(statement.text[: max(0, attribution.cue.start - shift)]):
        return False
    begins = _slice(statement, attribution.content[0]).lower().split()[:ACT_WITHIN]
    if any(form.verb.lemma == "declare" for form in verbs) and begins[:1] != ["that"]:
        return False
    return not set(begins) & set(word_list("performed_acts"))


def _slice(statement: Statement, span: Span) -> str:
    shift = statement.span.start
    return statement.text[max(0, span.start - shift) : max(0, span.end - shift)]


def speakers(
    corpus: Corpus, reach: Mapping[str, tuple[Attribution, ...]]
) -> dict[str, Speaker]:
    """Give the speaker of each statement that is mainly someone's words."""
    found: dict[str, Speaker] = {}
    for statement in corpus.statements:
        here = [
            (inside(statement.span, attribution.content), attribution)
            for attribution in reach.get(statement.id, ())
            if says(statement, attribution)
        ]
        if not here:
            continue
        size, main = max(here, key=lambda pair: pair[0])
        least = HALF if _is_participle(statement, main) else MAINLY
        if main.speaker is None or size < len(statement.text) * least:
            continue
        if not any(_is_anothers(statement, main, pair) for pair in here):
            found[statement.id] = main.speaker
    return found


def _is_participle(statement: Statement, attribution: Attribution) -> bool:
    if attribution.cue is None or attribution.kind == "direct":
        return False
    words = _slice(statement, attribution.cue).lower().split()
    return bool(words) and words[0].endswith("ing") and words[0] != "according"


def _is_anothers(
    statement: Statement, main: Attribution, pair: tuple[int, Attribution]
) -> bool:
    """Tell whether words beside the main ones are somebody else's."""
    size, other = pair
    if size < len(statement.text) * BESIDE or other.speaker in (None, main.speaker):
        return False
    return not any(
        a.start < b.end and b.start < a.end for a in main.content for b in other.content
    )


def inside(span: Span, content: Iterable[Span]) -> int:
    """Count the code points of *content* that lie in *span*."""
    return sum(
        max(0, min(part.end, span.end) - max(part.start, span.start))
        for part in content
    )


def voice_of(article: Article) -> str:
    """Give whose report it is: outlet, else agency, else what the text lacks."""
    if article.outlet or article.agency:
        return article.outlet or article.agency or ""
    if article.byline:
        return article.byline
    return label("who.unsigned" if article.published else "who.unsigned_undated")
