"""Tell whose words each statement mainly is, quotations of several sentences too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from briefing.extract.shares import (
    Share,
    follows_clause,
    inside,
    is_appended,
    is_aside,
    is_contrast,
    is_nested,
    is_nonfinite,
    is_thing,
    joined,
    opens,
    says,
    where_said,
)
from briefing.extract.unresolved_speakers import speaker_in
from briefing.labels import label
from briefing.model.article import Article, Span
from briefing.model.statement import Attribution, Speaker, Statement
from briefing.text.initials import initials_of
from briefing.text.newsrooms import is_body, is_publisher
from briefing.text.releases import is_release

WORD: Final = re.compile(r"\w+")
MAINLY: Final = 1 / 3
"""Share that what someone says must have of a sentence without the words that name and
describe whoever says it: "…," said Ann Lee, who has built dams for thirty years. A view
that a newsroom mentions in passing does not make the sentence that person's."""

OPENS: Final = 1 / 4
"""The share where the sentence begins with who speaks, or with what he says."""

JOINED: Final = 1 / 2
"""The share where a clause of the newsroom's stands before it: "Ten died, and …"; of
what two say side by side too."""

IN_PASSING: Final = 2 / 3
"""The share of what is no clause of its own: "He left, warning that …" tells he left,
and "she called to urge calm" that she called."""

BESIDE: Final = 1 / 6
"""Share of what two say in a sentence from which it is neither's alone."""


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


def speakers(
    statements: Iterable[Statement], reach: Mapping[str, tuple[Attribution, ...]]
) -> dict[str, Speaker]:
    """Give the speaker of each statement that is mainly someone's words."""
    found: dict[str, Speaker] = {}
    for statement in statements:
        speaker = speaker_of(statement, reach.get(statement.id, ()))
        if speaker is not None:
            found[statement.id] = speaker
    return found


def speaker_of(
    statement: Statement,
    attributions: Iterable[Attribution],
    left_out: Span | None = None,
) -> Speaker | None:
    """Give whose words a statement mainly is, of what a brief leaves of it.

    Two who speak side by side are named both: "the mayor and the union".
    """
    kept = _kept(statement.span, left_out)
    here = [
        Share(size, one, one.speaker or speaker_in(statement, one))
        for one in attributions
        if (size := _size(kept, one.content)) and says(statement, one)
    ]
    outer = [share for share in here if not is_nested(share, here)]
    own = [share for share in outer if not is_aside(statement, share.attribution)]
    finite = [s for s in own if not is_nonfinite(statement, s.attribution)]
    main = max(finite or own, key=lambda share: share.size, default=None)
    if main is None or main.speaker is None:
        return None
    sided = [s for s in outer if s in own or is_contrast(statement, s.attribution)]
    beside = [s for s in sided if _is_anothers(statement, main, s)]
    if beside:
        return _both(kept, main, beside)
    return main.speaker if _is_mainly(statement, kept, main, here) else None


def names_speaker(
    statement: Statement, attributions: Iterable[Attribution], speaker: Speaker
) -> bool:
    """Tell whether the words that tell who speaks hold his name, or a bracket does.

    "The statement blames Belgium for its war on the guild" is the guild's, and its
    name there is no speaker's.
    """
    brackets = {r.span: r.antecedent or "" for r in statement.references}
    told = []
    for made in attributions:
        span = made.source
        if span is None or span.start < statement.span.start:
            continue
        told.append(statement.words_at(span))
        told += [name for other, name in brackets.items() if inside(other, (span,))]
    told.append(statement.text.partition(":")[0].rpartition(" ")[2])
    # "the department" is not where the Fire Department is named.
    words = set(WORD.findall(" ".join(told)))
    parts = speaker.name.split(" and ")
    names = ((WORD.findall(part), initials_of(part)) for part in parts)
    return all(name[-1] in words or short in words for name, short in names if name)


def _kept(span: Span, left_out: Span | None) -> tuple[Span, ...]:
    """Give what is left of a statement without the words that a brief leaves out."""
    if left_out is None:
        return (span,)
    ends = (Span(span.start, left_out.start), Span(left_out.end, span.end))
    return tuple(part for part in ends if part.start < part.end)


def _size(kept: Iterable[Span], spans: Iterable[Span]) -> int:
    spans = joined(spans)
    return sum(inside(part, spans) for part in kept)


def _is_mainly(
    statement: Statement, kept: tuple[Span, ...], main: Share, here: list[Share]
) -> bool:
    """Tell whether the statement is mainly what the speaker of *main* says.

    What others say in it is no newsroom's report.
    """
    length = sum(part.end - part.start for part in kept)
    mine = [share for share in here if share.speaker == main.speaker]
    if all(is_nonfinite(statement, one.attribution) for one in mine):
        if is_appended(statement, main.attribution):
            length -= _size(kept, main.around)
        return main.size >= length * IN_PASSING
    said = [span for one in mine for span in one.said]
    size = _size(kept, said)
    others = [s for one in here if one not in mine for s in (*one.said, *one.around)]
    if follows_clause(statement, main.attribution):
        return size >= (length - _size(kept, (*said, *others)) + size) * JOINED
    around = [span for one in mine for span in one.around]
    if is_thing(statement, main.attribution):
        around = []
    tail = where_said(statement, main.attribution)
    told = _size(kept, (*said, *around, *others, *([tail] if tail else ())))
    part = OPENS if opens(statement, main.attribution) else MAINLY
    return size >= (length - told + size) * part


def _is_anothers(statement: Statement, main: Share, other: Share) -> bool:
    """Tell whether words beside the main ones are somebody else's."""
    if other.size < (main.size + other.size) * BESIDE or other.speaker == main.speaker:
        return False
    if is_nonfinite(statement, other.attribution):
        return False
    return not any(
        a.start < b.end and b.start < a.end for a in main.said for b in other.said
    )


def _both(kept: tuple[Span, ...], main: Share, beside: list[Share]) -> Speaker | None:
    """Give two who speak side by side as one; None where a newsroom tells more."""
    shares = sorted((main, *beside), key=lambda share: share.said[0])
    names = list(dict.fromkeys(s.speaker.name for s in shares if s.speaker))
    if len(names) != len("AB") or any(share.speaker is None for share in shares):
        return None
    said = [span for share in shares for span in share.said]
    around = [span for share in shares for span in share.around]
    size, length = _size(kept, said), sum(part.end - part.start for part in kept)
    if size < (length - _size(kept, (*said, *around)) + size) * JOINED:
        return None
    last = names[0].rpartition(" ")[2]
    if last[:1].isupper() and last == names[1].rpartition(" ")[2]:
        return main.speaker
    is_anonymous = any(s.speaker.is_anonymous for s in shares if s.speaker)
    return Speaker(" and ".join(names), is_anonymous=is_anonymous)


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
