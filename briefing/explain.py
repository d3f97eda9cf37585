"""Say why: a choice, question, disagreement, source or origin, in words of our own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from briefing.errors import UsageError
from briefing.model.article import Article
from briefing.model.brief import Citation, Disagreement, EventNote, Question
from briefing.model.corpus import Origin, Relation
from briefing.model.diagnostic import Diagnostic
from briefing.model.plan import Choice
from briefing.model.statement import Statement
from briefing.outline.near import nearest
from briefing.pipeline import Outcome
from briefing.reading_order import excerpts_of
from briefing.text.notices import corrections_of
from briefing.text.words import fold

Explainer = Callable[[Outcome, str], Iterator[str] | None]


def explain(outcome: Outcome, name: str, outline: str | None = None) -> str:
    """Explain what *name* names, of all that a brief and its evidence name.

    Raises UsageError with the nearest known name where nothing has that name, and
    names the *outline* that was read.
    """
    for explainer in EXPLAINERS:
        lines = explainer(outcome, name)
        if lines is not None:
            return "\n".join(lines)
    near = nearest(name, known_names(outcome))
    hint = f"did you mean `{near}`?" if near else _where_names_stand(outcome, outline)
    message = f"nothing in the brief of `{outline or 'this outline'}` is `{name}`"
    found = Diagnostic("run-usage", "error", message, hint=hint)
    raise UsageError(message, (found,))


def _where_names_stand(outcome: Outcome, outline: str | None) -> str:
    marks = sorted(_marks(outcome), key=lambda mark: (len(mark), mark))
    reach = f", here {marks[0]} to {marks[-1]}," if marks else ""
    named = f" {outline}" if outline else ""
    return (
        f"marks{reach} stand behind the sentences of the brief; "
        f"`briefing statements{named}` shows every id"
    )


def known_names(outcome: Outcome) -> list[str]:
    """Give every name that can be explained."""
    brief = outcome.brief
    return [
        "event",
        *(s.id for s in outcome.corpus.statements),
        *(s.id for s in outcome.corpus.other_stories),
        *_marks(outcome),
        *(q.id for q in brief.questions),
        *(d.id for d in brief.disagreements),
        *(s.path for s in brief.sources),
        *dict.fromkeys(o.name for o in outcome.corpus.origins.values()),
    ]


def _marks(outcome: Outcome) -> dict[str, Citation]:
    return {c.mark: c for e in excerpts_of(outcome.brief) for c in e.citations}


def _explain_event(outcome: Outcome, name: str) -> Iterator[str] | None:
    return _event(outcome.brief.event) if name == "event" else None


def _event(event: EventNote) -> Iterator[str]:
    """Say which day and place the brief takes for those of its event, and why."""
    yield f"event: {event.date or 'no day'}, {event.place or 'no place'}"
    yield f"because: {event.because}"
    yield "an outline's `event: {date: …, place: …}` says it instead"


def _explain_statement(outcome: Outcome, name: str) -> Iterator[str] | None:
    mark = _marks(outcome).get(name)
    wanted = mark.statement if mark is not None else name
    for statement in outcome.corpus.statements:
        if statement.id == wanted:
            lines = _statement(outcome, statement)
            return lines if mark is None else _marked(name, lines)
    for statement in outcome.corpus.other_stories:
        if statement.id == wanted:
            return _of_another_story(outcome, statement)
    return None


def _of_another_story(outcome: Outcome, statement: Statement) -> Iterator[str]:
    yield _place(outcome, statement)
    yield f"  {' '.join(statement.text.split())}"
    yield "not in the brief: its article tells there of another event [run-other-story]"


def _marked(mark: str, lines: Iterator[str]) -> Iterator[str]:
    yield next(lines)
    yield f"  ({mark} until the brief changes: marks are numbered anew, an id stays)"
    yield from lines


def _statement(outcome: Outcome, statement: Statement) -> Iterator[str]:
    article = _article(outcome, statement.article)
    yield _place(outcome, statement)
    yield f"  {' '.join(statement.text.split())}"
    origin = outcome.corpus.origins[statement.id]
    yield f"origin: {origin.name} ({origin.because})"
    yield from _choices(outcome, statement)
    for attribution in statement.attributions:
        speaker = attribution.speaker.name if attribution.speaker else "not told"
        yield f"speaker: {speaker} ({attribution.kind}; {attribution.because})"
    for date in statement.dates:
        words = article.text[date.span.start : date.span.end]
        yield f"date: {words!r} is {date.value} ({date.because})"
    for reference in statement.references:
        words = article.text[reference.span.start : reference.span.end]
        stands = reference.antecedent or "not told"
        yield f"leans on context: {words!r} is {stands} ({reference.because})"
    for relation in outcome.corpus.relations:
        if statement.id in (relation.left, relation.right):
            yield _relation(outcome, statement.id, relation)


def _place(outcome: Outcome, statement: Statement) -> str:
    path = _article(outcome, statement.article).path
    return f"{statement.id}  {path}:{statement.span.start}-{statement.span.end}"


def _choices(outcome: Outcome, statement: Statement) -> Iterator[str]:
    plan = outcome.plan
    found = False
    for place, choices in (
        ("bottom line", plan.bottom_line),
        *((f"section {s.id}", s.choices) for s in plan.sections),
        ("timeline", tuple(e.choice for e in plan.timeline)),
        ("key figures", tuple(f.choice for f in plan.figures)),
    ):
        for choice in choices:
            if statement.id == choice.statement:
                found = True
                yield from _choice(outcome, place, choice)
            elif statement.id in choice.same:
                found = True
                yield f"cited in {place} with {choice.statement}, which says the same"
    if not found:
        why = plan.left_out.get(statement.id, "nothing asked for it")
        yield f"not in the brief: {why.replace('_', ' ')}"
        if other := plan.said_in.get(statement.id):
            yield f"  said in {other}: {_short(outcome, other)}"


def _choice(outcome: Outcome, place: str, choice: Choice) -> Iterator[str]:
    yield f"chosen for the {place}: {choice.because} (score {choice.score:.2f})"
    parts = {name: f"{value:.2f}" for name, value in choice.parts.items()}
    shown = [f"{name} {value}" for name, value in parts.items() if float(value)]
    if shown:
        yield f"  parts: {', '.join(shown)}"
    for other in choice.beat:
        yield f"  beat {other}: {_short(outcome, other)}"
    for other in choice.same:
        yield f"  says the same as {other}: {_short(outcome, other)}"


def _relation(outcome: Outcome, statement: str, relation: Relation) -> str:
    other = relation.right if relation.left == statement else relation.left
    of = f" ({relation.of})" if relation.of else ""
    return (
        f"{relation.kind}{of} {other}, {relation.score:.2f}: "
        f"{relation.because}: {_short(outcome, other)}"
    )


def _short(outcome: Outcome, item: str, width: int = 70) -> str:
    text = next((s.text for s in outcome.corpus.statements if s.id == item), "")
    words = " ".join(text.split())
    return words if len(words) <= width else f"{words[: width - 1]}…"


def _article(outcome: Outcome, item: str) -> Article:
    return next(a for a in outcome.corpus.articles if a.id == item)


def _explain_question(outcome: Outcome, name: str) -> Iterator[str] | None:
    found = next((q for q in outcome.brief.questions if q.id == name), None)
    return None if found is None else _question(outcome, found)


def _question(outcome: Outcome, question: Question) -> Iterator[str]:
    yield f"{question.id}  {question.text}"
    yield f"kind: {question.kind} ({question.because})"
    for excerpt in question.excerpts:
        yield f"rests on {excerpt.id}: {_short(outcome, excerpt.id)}"


def _explain_disagreement(outcome: Outcome, name: str) -> Iterator[str] | None:
    found = next((d for d in outcome.brief.disagreements if d.id == name), None)
    return None if found is None else _disagreement(outcome, found)


def _disagreement(outcome: Outcome, found: Disagreement) -> Iterator[str]:
    yield f"{found.id}  {found.kind}: {found.about}"
    yield f"why: {found.because}"
    for side in found.sides:
        yield f"{side.who}: {side.excerpt.id}: {_short(outcome, side.excerpt.id)}"
    if found.resolved is not None:
        yield f"settled by {found.resolved.excerpt.id}, {found.resolved.date}"


def _explain_source(outcome: Outcome, name: str) -> Iterator[str] | None:
    for article in outcome.corpus.articles:
        if name in (article.path, article.id):
            return _source(outcome, article)
    return None


def _source(outcome: Outcome, article: Article) -> Iterator[str]:
    origin = outcome.corpus.article_origins[article.id]
    yield f"{article.path}  {article.title or 'untitled'}"
    yield f"origin: {origin.name} ({origin.because})"
    for what, value, where in (
        ("outlet", article.outlet, article.outlet_from),
        ("agency", article.agency, article.agency_from),
        ("byline", article.byline, article.byline_from),
        ("published", article.published, article.published_from),
    ):
        yield f"{what}: {value or 'not known'}" + (f" ({where})" if where else "")
    for notice in corrections_of(article):
        yield f"corrected: {notice}"
    for share in outcome.corpus.shared:
        if article.id in (share.left, share.right):
            other = share.right if share.left == article.id else share.left
            yield f"shares {share.share:.0%} of its sentences with {other}"


def _explain_origin(outcome: Outcome, name: str) -> Iterator[str] | None:
    for origin in outcome.corpus.origins.values():
        if fold(origin.name) == fold(name):
            return _origin(outcome, origin)
    return None


def _origin(outcome: Outcome, origin: Origin) -> Iterator[str]:
    corpus = outcome.corpus
    because: dict[str, list[str]] = {article.id: [] for article in corpus.articles}
    for statement in corpus.statements:
        found = corpus.origins[statement.id]
        if found.name == origin.name:
            because[statement.article].append(found.because)
    known = "unknown: confirms no other" if origin.kind == "unknown" else "origin"
    yield f"{origin.name}  {known}"
    for article in corpus.articles:
        if because[article.id]:
            why, _ = Counter(because[article.id]).most_common(1)[0]
            number = len(because[article.id])
            yield f"{article.path}: {number} of its statements ({why})"


EXPLAINERS: tuple[Explainer, ...] = (
    _explain_event,
    _explain_statement,
    _explain_question,
    _explain_disagreement,
    _explain_source,
    _explain_origin,
)
