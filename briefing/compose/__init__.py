"""Turn a plan into the brief: every excerpt made to stand alone, every word placed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.compose.excerpts import Composer, file_name, source_numbers
from briefing.compose.sources import sources, unused
from briefing.compose.telling import gives_number
from briefing.extract.voices import voice_of
from briefing.model.brief import (
    FORMAT,
    Analyst,
    Brief,
    Disagreement,
    EventNote,
    Excerpt,
    KeyFigure,
    MadeWith,
    Method,
    Person,
    Question,
    Resolution,
    Section,
    Side,
    TimelineEntry,
)
from briefing.model.corpus import Corpus
from briefing.model.diagnostic import Diagnostic
from briefing.model.plan import Choice, Plan, PlannedDisagreement, PlannedFigure
from briefing.plan import Ground
from briefing.plan.found import find
from briefing.version import __version__

__all__ = ["compose_brief"]


def compose_brief(
    plan: Plan,
    corpus: Corpus,
    diagnostics: Sequence[Diagnostic] = (),
    ground: Ground | None = None,
) -> Brief:
    """Give the document as data; *diagnostics* of the run go into it unchanged.

    What planning found of the corpus, whatever was asked, is in *ground*.
    """
    found = ground.found if ground else find(corpus)
    composer = Composer(plan, corpus, source_numbers(corpus), found)
    bottom_line = _excerpts(composer, plan.bottom_line)
    figures = _figures(composer, plan)
    timeline = _timeline(composer, plan)
    topics = {s.id: _excerpts(composer, s.choices) for s in plan.sections}
    disagreements = tuple(
        _disagreement(composer, number, planned)
        for number, planned in enumerate(plan.disagreements, 1)
    )
    questions = _questions(composer, plan)
    people = _people(composer, plan)
    outline = plan.outline
    return Brief(
        format=FORMAT,
        title=outline.title,
        as_of=plan.as_of,
        marking=outline.marking,
        prepared_by=outline.prepared_by,
        serial=outline.serial,
        page=outline.page,
        file_name=file_name(outline, plan.as_of),
        event=EventNote(plan.event_date, plan.event_place, plan.event_because),
        made_with=MadeWith(__version__, outline.sha256),
        bottom_line=bottom_line,
        analyst=Analyst(outline.bottom_line, dict(outline.edits.notes)),
        sections=_sections(plan, topics, questions),
        questions=questions,
        disagreements=disagreements,
        timeline=timeline,
        people=people,
        figures=figures,
        sources=sources(composer),
        unused=unused(composer, diagnostics),
        diagnostics=tuple(diagnostics),
        method=_method(composer, topics),
    )


def _excerpts(composer: Composer, choices: Iterable[Choice]) -> tuple[Excerpt, ...]:
    return tuple(composer.excerpt(choice) for choice in choices)


def _figures(composer: Composer, plan: Plan) -> tuple[KeyFigure, ...]:
    return tuple(
        KeyFigure(
            row.measure,
            row.what,
            row.low,
            row.high,
            row.unit,
            row.as_of,
            _excerpt_of(composer, row),
            row.stages,
            row.bound,
        )
        for row in plan.figures
    )


def _excerpt_of(composer: Composer, row: PlannedFigure) -> Excerpt:
    """Give the excerpt of a figure: the newsroom's where its words give the number.

    "The log is gone, the minister said, as the toll climbed to 14" is no toll of the
    minister's.
    """
    excerpt = composer.excerpt(row.choice)
    statement = composer.statements[row.choice.statement]
    said = composer.found.reach.get(statement.id, ())
    if excerpt.speaker is None or gives_number(statement, said, row):
        return excerpt
    return replace(
        excerpt,
        speaker=None,
        speaker_role=None,
        voice=voice_of(composer.articles[statement.article]),
        status="reported" if excerpt.status == "attributed" else excerpt.status,
    )


def _timeline(composer: Composer, plan: Plan) -> tuple[TimelineEntry, ...]:
    return tuple(
        TimelineEntry(entry.earliest, entry.latest, composer.excerpt(entry.choice))
        for entry in plan.timeline
    )


def _questions(composer: Composer, plan: Plan) -> tuple[Question, ...]:
    return tuple(
        Question(
            f"q{number}",
            planned.text,
            planned.kind,
            _excerpts(composer, planned.choices),
            planned.because,
        )
        for number, planned in enumerate(plan.questions, 1)
    )


def _disagreement(
    composer: Composer, number: int, planned: PlannedDisagreement
) -> Disagreement:
    resolved = None
    if planned.resolved is not None:
        day, choice = planned.resolved
        resolved = Resolution(day, composer.excerpt(choice))
    return Disagreement(
        f"d{number}",
        planned.kind,
        planned.about,
        tuple(Side(s.who, composer.excerpt(s.choice)) for s in planned.sides),
        resolved,
        planned.because,
        planned.now,
        planned.is_answer,
    )


def _sections(
    plan: Plan,
    topics: dict[str, tuple[Excerpt, ...]],
    questions: tuple[Question, ...],
) -> tuple[Section, ...]:
    notes = plan.outline.edits.notes
    asked = tuple(question.id for question in questions)
    return tuple(
        Section(spec.id, spec.title, topics[spec.id], None, notes.get(spec.id))
        if spec.kind == "topic"
        else Section(spec.id, spec.title, (), asked, notes.get(spec.id))
        for spec in plan.outline.sections
    )


def _people(composer: Composer, plan: Plan) -> tuple[Person, ...]:
    return tuple(
        Person(
            person.name,
            person.role,
            tuple(composer.mark(item) for item in person.statements),
        )
        for person in plan.people
    )


def _method(composer: Composer, topics: dict[str, tuple[Excerpt, ...]]) -> Method:
    corpus, plan = composer.corpus, composer.plan
    known = {o.name for o in corpus.article_origins.values() if o.kind != "unknown"}
    unknown = [o for o in corpus.article_origins.values() if o.kind == "unknown"]
    counts: dict[str, int] = {}
    for reason in plan.left_out.values():
        counts[reason] = counts.get(reason, 0) + 1
    excerpts = [excerpt for section in topics.values() for excerpt in section]
    return Method(
        articles=len(corpus.articles),
        origins=len(known),
        outlets=len({a.outlet for a in corpus.articles if a.outlet}),
        statements=len(corpus.statements),
        chosen=len(composer.used),
        words=sum(len(excerpt.text.split()) for excerpt in excerpts),
        left_out=tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))),
        not_dated=composer.not_dated(),
        unknown=len(unknown),
    )
