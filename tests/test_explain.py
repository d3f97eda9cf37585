"""Does the program say why, for everything that has a name in a brief?"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

import briefing
from briefing.compose import compose_brief
from briefing.errors import UsageError
from briefing.explain import explain, known_names
from briefing.model.corpus import Origin
from briefing.model.outline import Edits
from briefing.pipeline import Outcome
from briefing.reading_order import excerpts_of
from tests.planning import (
    corpus,
    hedged,
    leans,
    on,
    planned,
    related,
    said,
    section,
    shared,
    told,
)

CLAIM = told(
    "Ines Okafor said the gates of the dam were shut.",
    said("the gates of the dam were shut", "Ines Okafor"),
    id="s1",
)
DENIAL = told(
    "Tarn Hydro denied that the dam had been shut on Monday.",
    said("the dam had been shut on Monday", "Tarn Hydro", "denied"),
    hedged("denied", "denial"),
    on("on Monday", dt.date(2026, 3, 9)),
    id="s2",
)
OTHERS = [
    told("Nobody can say for certain who of them was the last to leave.", id="s4"),
    told("They left the dam before the river rose.", leans("They", "pronoun"), id="s5"),
    told("The dam of the river is older than the railway line.", id="s6"),
    told("Someone has opened it.", said("opened it", None, "has"), id="s7"),
]
LIKE = "The gates of the dam were shut, Ines Okafor said."
FOUND = corpus(
    {
        "a.txt": [CLAIM, *OTHERS],
        "b.txt": [told(LIKE, id="s3"), DENIAL],
        "c.txt": [told("Inquiry finds the gates open all along.", id="s8")],
    },
    [
        related("disagrees", "s1", "s2", of="denial", about="gates", resolved_by="s8"),
        related("same", "s1", "s3"),
    ],
    outlet={"a.txt": "The Ledger"},
    published={"a.txt": dt.date(2026, 3, 10)},
    published_from={"a.txt": "line 2"},
    shared={"x": shared("a.txt", "b.txt", 0.5)},
)
PLAN = planned(
    FOUND,
    section("dam", "dam", "gates", "river"),
    length=300,
    edits=Edits(drop=("s4",)),
)
OUTCOME = Outcome(compose_brief(PLAN, FOUND), PLAN, FOUND, ())

MARKS = sorted(c.mark for e in excerpts_of(OUTCOME.brief) for c in e.citations)
WHERE = (
    f"marks, here {MARKS[0]} to {MARKS[-1]}, stand behind the sentences of the brief; "
    "`briefing statements` shows every id"
)


@pytest.mark.parametrize("name", known_names(OUTCOME))
def test_every_name_is_explained(name: str) -> None:
    """Statement, mark, question, disagreement, source: each has an answer."""
    lines = explain(OUTCOME, name).splitlines()
    assert len(lines) > 1
    assert all(line.strip() for line in lines)


def test_every_kind_of_name_is_known() -> None:
    """The names are those that stand in a brief, and none is forgotten."""
    names = set(known_names(OUTCOME))
    assert {"s1", "s8", "1a", "d1", "a.txt", "c.txt"} <= names


def test_a_mark_is_its_passage() -> None:
    """A mark is explained as the statement that it cites."""
    marks = {
        c.mark: c.statement
        for s in OUTCOME.brief.sections
        for e in s.excerpts
        for c in e.citations
    }
    mark, statement = next(iter(marks.items()))
    head, told_of_mark, *rest = explain(OUTCOME, mark).splitlines()
    assert [head, *rest] == explain(OUTCOME, statement).splitlines()
    assert told_of_mark.startswith(f"  ({mark} until the brief changes")


def test_parts_of_a_score_that_are_nothing_are_not_shown() -> None:
    """What adds nothing to a score is left out of the line that explains it."""
    for statement in FOUND.statements:
        assert " 0.00," not in explain(OUTCOME, statement.id).replace("score 0.00", "")


def test_a_choice_is_explained() -> None:
    """A chosen statement says where, with score, parts, what it beat and its like."""
    text = explain(OUTCOME, "s3")
    assert text.startswith("s3  b.txt:0-")
    assert "origin: b.txt (test)" in text
    assert "chosen for the section dam: " in text
    assert "  parts: " in text
    assert "  says the same as s1: Ines Okafor said the gates" in text
    other = explain(OUTCOME, "s1")
    assert "speaker: Ines Okafor (indirect; test)" in other
    assert "disagrees (denial) s2, 0.90: test: Tarn Hydro denied" in other
    beaten = "".join(explain(OUTCOME, s.id) for s in FOUND.statements)
    assert "  beat s" in beaten


def test_one_cited_with_another_says_so() -> None:
    """A statement that is cited with its like leads there."""
    assert "cited in section dam with s3, which says the same" in explain(OUTCOME, "s1")


def test_days_and_references_are_explained() -> None:
    """What words of time and pronouns stand for, and how that was found."""
    assert "date: 'on Monday' is 2026-03-09 (test)" in explain(OUTCOME, "s2")
    text = explain(OUTCOME, "s5")
    assert "leans on context: 'They' is not told (test)" in text


@pytest.mark.parametrize(("name", "why"), [("s4", "dropped"), ("s7", "too short")])
def test_what_is_left_out_is_explained(name: str, why: str) -> None:
    """A statement that is not in the brief says why not."""
    assert f"not in the brief: {why}" in explain(OUTCOME, name)


def test_an_unknown_speaker_is_said() -> None:
    """An attribution without a speaker says that nobody could be told."""
    assert "speaker: not told (indirect; test)" in explain(OUTCOME, "s7")


def test_a_disagreement_is_explained() -> None:
    """Who says what, why they differ, and what settled it."""
    lines = explain(OUTCOME, "d1").splitlines()
    assert lines[0] == "d1  denial: gates"
    assert lines[1] == "why: test"
    assert lines[2].startswith("Ines Okafor: s1: Ines Okafor said")
    assert lines[3].startswith("Tarn Hydro: s2: ")
    assert lines[4] == "settled by s8, None"


def test_a_question_is_explained() -> None:
    """A question says of which kind it is, why, and on what it rests."""
    row = told(
        f"It is not known who opened the dam {'and the river ' * 5}that day.",
        hedged("not known", "unknown"),
        id="s1",
    )
    found = corpus({"a.txt": [row]})
    plan = planned(found, section("dam", "dam"))
    outcome = Outcome(compose_brief(plan, found), plan, found, ())
    lines = explain(outcome, "q1").splitlines()
    assert lines[0].startswith("q1  Not known: “who opened the dam")
    assert lines[1] == "kind: unknown (unknown by the words of s1)"
    assert lines[2].startswith("rests on s1: It is not known")
    assert lines[2].endswith("…")


def test_a_source_is_explained() -> None:
    """An article says what is known of it, how that was found, and what it shares."""
    assert explain(OUTCOME, "a.txt").splitlines() == [
        "a.txt  untitled",
        "origin: a.txt (test)",
        "outlet: The Ledger",
        "agency: not known",
        "byline: not known",
        "published: 2026-03-10 (line 2)",
        "shares 50% of its sentences with b.txt",
    ]
    assert "shares 50% of its sentences with a.txt" in explain(OUTCOME, "b.txt")


def test_what_an_article_corrects_is_told() -> None:
    """A notice of correction stands with what is known of the article."""
    text = (
        "Ferry runs again\n\nThe ferry sailed on Monday.\n\n"
        "Correction: An earlier version gave the wrong pier.\n"
    )
    article = replace(briefing.read_text(text), id="a.txt", path="a.txt")
    known = OUTCOME.corpus
    others = tuple(a for a in known.articles if a.id != "a.txt")
    outcome = replace(OUTCOME, corpus=replace(known, articles=(article, *others)))
    notice = "corrected: Correction: An earlier version gave the wrong pier."
    assert notice in explain(outcome, "a.txt").splitlines()


def test_an_origin_is_explained_by_its_name() -> None:
    """An origin, in whatever letters, says in which articles it stands and why."""
    rows = {"a.txt": [told("The dam held.")], "b.txt": [told("So did the gates.")]}
    found = corpus(rows, agency={"a.txt": "Coastal News", "b.txt": "Coastal News"})
    agency = Origin("Coastal News", "agency", "credited")
    found = replace(found, origins=dict.fromkeys(found.origins, agency))
    outcome = replace(OUTCOME, corpus=found)
    assert explain(outcome, "coastal news").splitlines() == [
        "Coastal News  origin",
        "a.txt: 1 of its statements (credited)",
        "b.txt: 1 of its statements (credited)",
    ]
    assert "Coastal News" in known_names(outcome)


def test_an_unknown_origin_says_that_it_confirms_nothing() -> None:
    """Where nobody can tell whose text it is, that is said."""
    nobody = Origin("text of a.txt", "unknown", "credits nobody")
    origins = dict.fromkeys(FOUND.origins, nobody)
    outcome = replace(OUTCOME, corpus=replace(FOUND, origins=origins))
    first = explain(outcome, "text of a.txt").splitlines()[0]
    assert first == "text of a.txt  unknown: confirms no other"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("b.text", "did you mean `b.txt`?"),
        ("Kosovo in flames", WHERE),
        ("the", WHERE),
    ],
)
def test_an_unknown_name_offers_the_nearest(name: str, hint: str) -> None:
    """A name that nothing has is an error with the name that was meant, if any."""
    with pytest.raises(UsageError) as caught:
        explain(OUTCOME, name)
    assert str(caught.value) == f"nothing in the brief of `this outline` is `{name}`"
    assert [problem.hint for problem in caught.value.diagnostics] == [hint]


def test_what_is_said_already_names_what_says_it() -> None:
    """A statement left out as said already leads to the excerpt that says it."""
    again = "At the inquest Ines Okafor told that gates of the dam stood shut."
    both = corpus({"a.txt": [CLAIM], "b.txt": [told(again, id="s3")]})
    plan = planned(both, section("dam", "dam", "gates", "river"), length=300)
    ((left, stands),) = plan.said_in.items()
    plan = replace(plan, bottom_line=())
    text = explain(Outcome(compose_brief(plan, both), plan, both, ()), left)
    assert f"not in the brief: said already\n  said in {stands}: " in text


def test_the_event_is_explained() -> None:
    """The day and place of the event are told with what they rest on."""
    note = OUTCOME.brief.event
    first, why, how = explain(OUTCOME, "event").splitlines()
    assert first == f"event: {note.date}, {note.place or 'no place'}"
    assert why == f"because: {note.because}"
    assert how.startswith("an outline's `event:")


def test_what_is_of_another_event_says_so() -> None:
    """A sentence left out with the end of a round-up is found by its id."""
    other = replace(FOUND.statements[0], id="s9")
    found = replace(FOUND, other_stories=(other,))
    outcome = replace(OUTCOME, corpus=found)
    assert explain(outcome, "s9").splitlines()[-1] == (
        "not in the brief: its article tells there of another event [run-other-story]"
    )
