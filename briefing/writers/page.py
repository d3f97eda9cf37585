"""Lay a brief out: the order, words and links that all page formats share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from briefing.labels import label, written_day, written_days
from briefing.model.brief import (
    Brief,
    Disagreement,
    Excerpt,
    KeyFigure,
    Question,
    Section,
    Side,
)
from briefing.writers.backmatter import evidence_groups, method_lines, source_rows
from briefing.writers.display import shown
from briefing.writers.marks import Ledger
from briefing.writers.said import Said
from briefing.writers.values import value_of
from briefing.writers.views import (
    Day,
    DisagreementView,
    FigureRow,
    Page,
    Part,
    PersonRow,
    QuestionGroup,
    QuestionView,
    SideView,
)

BAND: Final = 4
"""Figures in the band; more are too small to be read across the page."""

MARKINGS: Final = {
    "TLP:RED": "red",
    "TLP:AMBER": "amber",
    "TLP:AMBER+STRICT": "amber",
    "TLP:GREEN": "green",
    "TLP:CLEAR": "clear",
}
"""TLP 2.0 labels and the names of their colours."""


def lay_out(brief: Brief) -> Page:
    """Lay *brief* out; the parts in the order in which they are read."""
    ledger = Ledger(brief)
    bottom_title = label(
        "heading.reported" if brief.analyst.bottom_line else "heading.bottom_line"
    )
    bottom = _say_all(ledger, brief.bottom_line, "b", bottom_title)
    band = _band(ledger)
    figures = tuple(_figure_row(ledger, figure) for figure in brief.figures)
    title = label("heading.timeline")
    timeline = tuple(
        Day(written_days(e.earliest, e.latest), ledger.say(e.excerpt, "t", title))
        for e in brief.timeline
    )
    parts = _parts(ledger)
    people = _people(ledger)
    as_of = brief.as_of
    return Page(
        title=shown(brief.title),
        kicker=_kicker(brief.serial),
        as_of=label("masthead.as_of", day=written_day(as_of))
        if as_of
        else label("masthead.as_of_unknown"),
        created=as_of.isoformat() if as_of else "",
        prepared_by=label("masthead.prepared_by", who=shown(brief.prepared_by))
        if brief.prepared_by
        else None,
        prepared_by_name=shown(brief.prepared_by) if brief.prepared_by else None,
        event=_event(brief),
        marking=shown(brief.marking) if brief.marking else None,
        marking_class=MARKINGS.get(brief.marking or "", "other"),
        paper=brief.page,
        basis=_basis(brief),
        assessment=brief.analyst.bottom_line,
        bottom_title=bottom_title,
        bottom_line=bottom,
        band=band,
        figures=figures,
        timeline=timeline,
        parts=parts,
        people=people,
        sources=source_rows(brief),
        unused=tuple(
            label("source.unused_line", path=shown(u.path), because=shown(u.because))
            for u in brief.unused
        ),
        evidence=evidence_groups(ledger),
        method=method_lines(brief),
    )


def _kicker(serial: int | None) -> str:
    if serial is None:
        return label("masthead.kicker")
    return label("masthead.kicker_serial", serial=str(serial))


def _event(brief: Brief) -> str | None:
    known = [shown(brief.event.place)] if brief.event.place else []
    if brief.event.date:
        known.append(written_day(brief.event.date))
    return label("masthead.event", what=", ".join(known)) if known else None


def _basis(brief: Brief) -> str:
    """Say what the brief rests on; of whom nothing is known none is counted."""
    method = brief.method
    kind = "basis"
    if method.unknown:
        kind = "basis_some" if method.origins else "basis_unknown"
    return label(
        f"masthead.{kind}",
        articles=label("count.article", count=method.articles),
        outlets=label("count.outlet", count=method.outlets),
        origins=label("count.origin", count=method.origins),
        rest=label("count.article", count=method.articles - method.unknown),
        unknown=label("count.article", count=method.unknown),
    )


def _say_all(
    ledger: Ledger, excerpts: Iterable[Excerpt], place: str, title: str
) -> tuple[Said, ...]:
    return tuple(ledger.say(excerpt, place, title) for excerpt in excerpts)


def _figure_row(ledger: Ledger, figure: KeyFigure) -> FigureRow:
    *before, now = figure.stages or (figure,)
    earlier = [value_of(stage.low, stage.high, figure.unit) for stage in before]
    number = value_of(now.low, now.high, figure.unit)
    bound = shown(figure.bound) if now.low == now.high else ""
    return FigureRow(
        what=_counted(figure),
        value=label("figure.bound", bound=bound, value=number) if bound else number,
        as_of=written_day(figure.as_of) if figure.as_of else None,
        said=ledger.say(figure.excerpt, "f", label("heading.figures")),
        earlier=label("figure.earlier", values=", ".join(earlier)) if earlier else None,
        bound=bound,
        number=number,
    )


def _counted(figure: KeyFigure) -> str:
    """Name what is counted; the measure is added where the words do not hold it."""
    what, measure = shown(figure.what), shown(figure.measure)
    if not measure or measure.lower() in what.lower():
        return what
    return label("figure.measure", what=what, measure=measure)


def _band(ledger: Ledger) -> tuple[FigureRow, ...]:
    """Give the first figure of each measure, as many as the band holds."""
    first: dict[str, KeyFigure] = {}
    for figure in ledger.brief.figures:
        first.setdefault(figure.measure, figure)
    return tuple(_figure_row(ledger, f) for f in list(first.values())[:BAND])


def _parts(ledger: Ledger) -> tuple[Part, ...]:
    """Give the sections in order, the disagreements before the open questions."""
    brief = ledger.brief
    parts: list[Part] = []
    pending = bool(brief.disagreements)
    for number, section in enumerate(brief.sections, start=1):
        if section.questions is not None and pending:
            parts.append(_disagreements(ledger))
            pending = False
        parts.append(_section(ledger, section, f"s{number}"))
    if pending:
        parts.append(_disagreements(ledger))
    return tuple(parts)


def _section(ledger: Ledger, section: Section, anchor: str) -> Part:
    title = shown(section.title)
    if section.questions is not None:
        return Part(
            "questions",
            anchor,
            title,
            note=section.note,
            groups=_questions(ledger, section, anchor),
        )
    paragraphs: list[tuple[Said, ...]] = []
    for excerpt in section.excerpts:
        said = ledger.say(excerpt, anchor, title)
        if excerpt.opens_paragraph or not paragraphs:
            paragraphs.append((said,))
        else:
            before = paragraphs[-1][-1]
            goes_on = (before.voice, before.is_claim) == (said.voice, said.is_claim)
            said = replace(said, shows_voice=said.shows_voice and not goes_on)
            paragraphs[-1] += (said,)
    return Part("topic", anchor, title, tuple(paragraphs), section.note)


def _questions(
    ledger: Ledger, section: Section, anchor: str
) -> tuple[QuestionGroup, ...]:
    """Give the section's questions by kind, in the order in which kinds appear."""
    known = {question.id: question for question in ledger.brief.questions}
    kinds: dict[str, list[Question]] = {}
    for number in section.questions or ():
        if number in known:
            kinds.setdefault(known[number].kind, []).append(known[number])
    title = shown(section.title)
    return tuple(
        QuestionGroup(
            label(f"question.{kind}"),
            tuple(
                QuestionView(
                    shown(question.text),
                    _say_all(ledger, question.excerpts, anchor, title),
                )
                for question in questions
            ),
        )
        for kind, questions in kinds.items()
    )


def _disagreements(ledger: Ledger) -> Part:
    title = label("heading.disagreements")
    views = tuple(_disagreement(ledger, d, title) for d in ledger.brief.disagreements)
    return Part("disagreements", "d", title, disagreements=views)


def _disagreement(ledger: Ledger, item: Disagreement, title: str) -> DisagreementView:
    settled = settlement = None
    if item.resolved:
        settlement = ledger.say(item.resolved.excerpt, "d", title)
        day = item.resolved.date
        settled = label("disagreement.resolved_undated")
        if day:
            settled = label("disagreement.resolved", day=written_day(day))
    return DisagreementView(
        kind=_kind(item),
        about=_about(item),
        sides=tuple(
            SideView(
                who=shown(side.who),
                is_claim=side.excerpt.speaker is not None and item.kind != "edit",
                day=written_day(side.excerpt.date)
                if side.excerpt.date
                else label("day.undated"),
                said=_plain(ledger.say(_led(item, side), "d", title)),
            )
            for side in item.sides
        ),
        settled=settled,
        settlement=settlement,
    )


def _kind(item: Disagreement) -> str:
    """Name the kind: a denial that a later print words otherwise is no plain one."""
    form = "answer" if item.is_answer else item.kind
    kind = label(f"disagreement.{form}")
    if not item.now:
        return kind
    return label("disagreement.reworded", kind=kind, now=_worded(item.now))


def _led(item: Disagreement, side: Side) -> Excerpt:
    """Give a side's excerpt as the words of who holds that side.

    In "Oslo blamed Bergen, something Bergen rejected" it is not the accuser whose name
    stands out where Bergen is the side.
    """
    if item.kind == "edit" or side.who == side.excerpt.voice:
        return side.excerpt
    return replace(side.excerpt, speaker=side.who, voice=side.who)


def _about(item: Disagreement) -> str:
    """Say what differs; the dash of an edit that only adds or cuts is put in words."""
    about = shown(item.about)
    return _worded(item.about) if item.kind == "edit" else about


def _worded(words: str) -> str:
    return shown(words).replace("“–”", label("disagreement.no_words"))


def _plain(said: Said) -> Said:
    """Leave out the status where the heading has said it: all here is disputed."""
    return replace(said, status=None)


def _people(ledger: Ledger) -> tuple[PersonRow, ...]:
    title = label("heading.people")
    return tuple(
        PersonRow(
            shown(person.name),
            shown(person.role) if person.role else None,
            ledger.marks(person.citations, "p", title),
        )
        for person in ledger.brief.people
    )
