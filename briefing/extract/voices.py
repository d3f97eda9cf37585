"""Tell whose words each statement mainly is, quotations of several sentences too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from briefing.extract.attribution.lexicon import cue_verbs
from briefing.extract.attribution.units import finite_verbs
from briefing.labels import label
from briefing.model.article import Article, Span
from briefing.model.statement import Attribution, Speaker, Statement
from briefing.resources import word_list
from briefing.text.newsrooms import is_body, is_publisher
from briefing.text.releases import is_release

MAINLY: Final = 1 / 3
"""Share that what someone says must have of a sentence without the words that name and
describe whoever says it: "…," said Ann Lee, who has built dams for thirty years. A view
that a newsroom mentions in passing does not make the sentence that person's."""

JOINED: Final = 1 / 2
"""The share where a clause of the newsroom's stands before it: "Ten died, and …"."""

SHORTEST_CLAUSE: Final = 4
"""Words from which what is said can be more than a thing: "40 people had died"."""

IN_PASSING: Final = 2 / 3
"""The share of what is no clause of its own: "He left, warning that …" tells he left,
and "she called to urge calm" that she called."""

ACT_WITHIN: Final = 4
"""Words after a verb of declaring within which the act stands: a state of emergency."""

BESIDE: Final = 1 / 6
"""Share of a sentence from which another's words in it leave it to neither."""

# Matches "did not " before "say", "could " before "identify"; not "would only ".
UNSAID: Final = re.compile(
    r"(?:\b(?:not|never|can|could|may|might|must|should|will"
    r"|(?:declin|refus|fail|expect)\w* to|unable to|had yet to|has yet to)|n['’]t)"
    r"\s+(?:(?:yet|immediately|\w+ly)\s+)?$",
    re.IGNORECASE,
)


def attributions_by_statement(
    statements: Sequence[Statement],
) -> dict[str, tuple[Attribution, ...]]:
    """Give the attributions whose content reaches into each of *statements*, in order.

    A quotation belongs to the statement with its cue, and may begin sentences before
    it and run on after it.
    """
    found: dict[str, list[Attribution]] = defaultdict(list)
    for place, statement in enumerate(statements):
        for attribution in statement.attributions:
            found[statement.id].append(attribution)
            for other in _reached(statements, place, attribution):
                found[other.id].append(attribution)
    return {key: tuple(value) for key, value in found.items()}


def _reached(
    statements: Sequence[Statement], place: int, attribution: Attribution
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
    statements: Iterable[Statement], reach: Mapping[str, tuple[Attribution, ...]]
) -> dict[str, Speaker]:
    """Give the speaker of each statement that is mainly someone's words."""
    found: dict[str, Speaker] = {}
    for statement in statements:
        here = [
            Share(inside(statement.span, one.content), one, _speaker(statement, one))
            for one in reach.get(statement.id, ())
            if says(statement, one)
        ]
        own = [share for share in here if not _is_aside(statement, share.attribution)]
        if not own:
            continue
        finite = [s for s in own if not _is_nonfinite(statement, s.attribution)]
        main = max(finite or own, key=lambda share: share.size)
        if main.speaker is None or not _is_mainly(statement, main, own):
            continue
        if not any(_is_anothers(statement, main, share) for share in here):
            found[statement.id] = main.speaker
    return found


@dataclass(frozen=True, slots=True)
class Share:
    """What one attribution has of a statement."""

    size: int
    """Code points of the statement that are its content."""
    attribution: Attribution
    speaker: Speaker | None


def _speaker(statement: Statement, attribution: Attribution) -> Speaker | None:
    """Give who speaks; behind "he added" whoever the brief puts in for "he"."""
    if attribution.speaker is not None or attribution.source is None:
        return attribution.speaker
    for reference in statement.references:
        if reference.span == attribution.source and reference.antecedent:
            name = reference.antecedent
            return Speaker(name, is_anonymous=name[:4].lower() == "the ")
    return None


def _is_aside(statement: Statement, attribution: Attribution) -> bool:
    """Tell whether a newsroom tells in a clause of its own sentence what is said.

    "Crowds grew after the ministry admitted …", "the mine, which experts say is …".
    """
    source, begin = attribution.source, attribution.content[0].start
    if source is None or attribution.kind == "direct" or begin < source.start:
        return False
    before = _before(statement, attribution)
    return bool(before) and before[-1] in word_list("subordinators")


def _is_mainly(statement: Statement, main: Share, here: list[Share]) -> bool:
    """Tell whether the statement is mainly what the speaker of *main* says."""
    mine = [share.attribution for share in here if share.speaker == main.speaker]
    if all(_is_nonfinite(statement, one) for one in mine):
        return main.size >= len(statement.text) * IN_PASSING
    said = _joined(span for one in mine for span in one.content)
    who = [span for one in mine for span in (one.cue, one.source) if span is not None]
    size = inside(statement.span, said)
    frame = inside(statement.span, _joined((*said, *who))) - size
    if _is_thing(statement, main.attribution):
        frame = 0
    if _follows_clause(statement, main.attribution):
        return size >= len(statement.text) * JOINED
    return size >= (len(statement.text) - frame) * MAINLY


def _is_thing(statement: Statement, attribution: Attribution) -> bool:
    """Tell "identified the dead", which tells no more than that, from "denied it"."""
    if attribution.kind != "indirect" or attribution.cue is None:
        return False
    cue = _slice(statement, attribution.cue).lower().split()
    verbs = [cue_verbs()[word].verb for word in cue if word in cue_verbs()]
    if not any("obj" in verb.frames for verb in verbs):
        return False
    said = " ".join(_slice(statement, span) for span in attribution.content)
    words = said.lower().split()
    if len(words) >= SHORTEST_CLAUSE or not finite_verbs().isdisjoint(words):
        return False
    return not {verb.lemma for verb in verbs}.intersection(word_list("denial_verbs"))


def _follows_clause(statement: Statement, attribution: Attribution) -> bool:
    """Tell whether the newsroom's own words are joined before the speaker's."""
    source, begin = attribution.source, attribution.content[0].start
    before = _before(statement, attribution)
    if source is None or begin < source.start or len(before) < ACT_WITHIN:
        return False
    return before[-1] in {"and", "but"}


def _before(statement: Statement, attribution: Attribution) -> list[str]:
    """Give the words of the statement before whoever speaks."""
    if attribution.source is None:
        return []
    end = max(0, attribution.source.start - statement.span.start)
    return statement.text[:end].lower().split()


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Give *spans* in order, those that overlap as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            last = joined.pop()
            joined.append(Span(last.start, max(last.end, span.end)))
        else:
            joined.append(span)
    return joined


def _is_nonfinite(statement: Statement, attribution: Attribution) -> bool:
    """Tell "warning that" and "to urge", which another verb's clause holds."""
    if attribution.cue is None:
        return False
    if _is_infinitive(statement, attribution):
        return True
    if attribution.kind == "direct":
        return False
    words = _slice(statement, attribution.cue).lower().split()
    return bool(words) and words[0].endswith("ing") and words[0] != "according"


def _is_infinitive(statement: Statement, attribution: Attribution) -> bool:
    """Tell "called to urge calm", where the call is told, from "urged calm"."""
    if attribution.cue is None:
        return False
    end = max(0, attribution.cue.start - statement.span.start)
    return statement.text[:end].endswith(" to ")


def _is_anothers(statement: Statement, main: Share, other: Share) -> bool:
    """Tell whether words beside the main ones are somebody else's."""
    if other.size < len(statement.text) * BESIDE:
        return False
    if other.speaker in (None, main.speaker):
        return False
    if _is_infinitive(statement, other.attribution):
        return False
    return not any(
        a.start < b.end and b.start < a.end
        for a in main.attribution.content
        for b in other.attribution.content
    )


def inside(span: Span, content: Iterable[Span]) -> int:
    """Count the code points of *content* that lie in *span*."""
    return sum(
        max(0, min(part.end, span.end) - max(part.start, span.start))
        for part in content
    )


def voice_of(article: Article) -> str:
    """Give whose report it is: outlet, else agency, else what the text lacks.

    A release is its company's or office's word, whoever prints it.
    """
    if is_release(article):
        return _release(article)
    if article.outlet or article.agency:
        return article.outlet or article.agency or ""
    if article.byline and (is_body(article.byline) or is_publisher(article.byline)):
        return article.byline
    if article.byline:
        # A writer's name alone would read as a speaker's.
        return label("who.signed", name=article.byline)
    return label("who.unsigned" if article.published else "who.unsigned_undated")


def _release(article: Article) -> str:
    names = (article.outlet, article.agency, article.byline)
    name = next(filter(None, names), None)
    return label("who.release_of", name=name) if name else label("who.release")
