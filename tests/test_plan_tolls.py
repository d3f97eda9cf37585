"""Which tolls are the event's, which are no longer so, and what is left out for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from briefing.model.article import Span
from briefing.model.plan import Choice, Plan
from briefing.model.statement import Attribution, Speaker
from briefing.plan.centrality import centrality
from briefing.plan.countable import Counted
from briefing.plan.stages import stages_of
from briefing.plan.tolls import find_tolls, outdated
from briefing.plan.trims import clause_of, without_repeats
from briefing.plan.view import view_corpus
from tests.planning import Told, corpus, counted, on, outline, planned, section, told

RIVER = section("river", "river", "flood", "dam")


def day(number: int) -> dt.date:
    """Give a day of March 2026."""
    return dt.date(2026, 3, number)


def toll(text: str, words: str, value: float, **more: object) -> Told:
    """Give a sentence that counts the dead."""
    return told(text, counted(words, value, "killed"), **more)


FIRST = toll("The flood of the river killed nine people in Lom.", "nine", 9, id="a")
LATER = toll(
    "The flood of the river killed eleven people in Lom.", "eleven", 11, id="b"
)


def stale(*rows: Told) -> frozenset[str]:
    """Give what is outdated of articles told on the 9th, 10th …, a sentence each."""
    names = [str(n) for n in range(9, 9 + len(rows))]
    known = corpus(
        {name: [row] for name, row in zip(names, rows, strict=True)},
        published={name: day(int(name)) for name in names},
    )
    view = view_corpus(outline(RIVER), known)
    return outdated(find_tolls(view, centrality(view), None))


def test_a_later_count_replaces_an_earlier_one() -> None:
    """A toll that a later day's article counts otherwise is no longer so."""
    assert stale(FIRST, LATER) == {"a"}


def test_the_same_count_again_replaces_nothing() -> None:
    """Two articles that agree are both current."""
    again = toll("The flood of the river killed nine in Lom.", "nine", 9, id="b")
    assert stale(FIRST, again) == frozenset()


def test_counts_of_one_day_are_a_dispute() -> None:
    """Of two articles of one day neither is the later."""
    rows = {"1": [FIRST], "2": [LATER]}
    known = corpus(rows, published={"1": day(9), "2": day(9)})
    view = view_corpus(outline(RIVER), known)
    assert outdated(find_tolls(view, centrality(view), None)) == frozenset()


def test_a_part_is_no_toll() -> None:
    """Of several counts in one article the highest is that of all."""
    part = toll("The flood of the river killed four people at the mill.", "four", 4)
    known = corpus({"1": [LATER, part], "2": [FIRST]}, published={"1": day(9)})
    view = view_corpus(outline(RIVER), known)
    found = find_tolls(view, centrality(view), None)["killed"]
    assert [toll.statement for toll in found] == ["b", "a"]


def test_a_count_without_a_day_is_as_old_as_its_number() -> None:
    """What an undated article repeats of an outdated toll is outdated too."""
    undated = toll("The flood of the river killed nine in Lom.", "nine", 9, id="u")
    other = toll("The flood of the river killed ten in Lom.", "ten", 10, id="v")
    known = corpus(
        {"9": [FIRST], "10": [LATER], "x": [undated], "y": [other]},
        published={"9": day(9), "10": day(10)},
    )
    view = view_corpus(outline(RIVER), known)
    assert outdated(find_tolls(view, centrality(view), None)) == {"a", "u"}


def test_where_no_toll_is_in_the_words_of_the_event_all_are_tolls() -> None:
    """Short articles about who is to blame still tell which toll is the newest."""
    first = toll("Officials say nine died.", "nine", 9, id="a")
    last = toll("The toll climbed to eleven.", "eleven", 11, id="b")
    assert stale(first, last) == {"a"}


@pytest.mark.parametrize(("early", "expected"), [(14, {"a", "p"}), (4, {"a"})])
def test_a_number_of_the_event_is_outdated_wherever_it_stands(
    early: float, expected: set[str]
) -> None:
    """A plea with the first toll in words of its own is as old; four may be others."""
    text = "The flood of the river killed {} people in Lom."
    rows = {
        "9": [
            toll(text.format(early), f"{early}", early, id="a"),
            *(told(f"Bakers sold {word} in winter.") for word in ("rye", "oats")),
            toll(f"Laws failed {early} dead, she wrote.", f"{early}", early, id="p"),
            told("Bakers sold wheat in winter."),
        ],
        "10": [toll(text.format(19), "19", 19, id="b")],
    }
    known = corpus(rows, published={"9": day(9), "10": day(10)})
    view = view_corpus(outline(RIVER), known)
    assert outdated(find_tolls(view, centrality(view), None)) == expected


def held(measure: str, *rows: tuple[float, bool]) -> tuple[float, float]:
    """Give the range of a measure told day by day; False: that day takes it back."""
    sentences = [
        told(
            f"The flood of the river left {number:g} hurt or dead in Lom.",
            counted(
                f"{number:g}", number, measure, is_real=holds, is_dropped=not holds
            ),
            id=f"s{place}",
        )
        for place, (number, holds) in enumerate(rows)
    ]
    (row,) = made(*sentences).figures
    return row.low, row.high


def test_a_count_taken_back_is_no_part_of_the_range() -> None:
    """What its speaker calls wrong is gone from the row, from before that day too."""
    assert held("killed", (40, True), (9, True), (40, False), (11, True)) == (9, 11)


def test_a_count_that_only_grew_stays_in_the_range() -> None:
    """The toll before a change ("up from nine") is a stage, no mistake."""
    assert held("killed", (9, True), (9, False), (11, True)) == (9, 11)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((40, 6, 6), (6, 6)),
        ((9, 6, 6), (6, 9)),
        ((40, 6), (6, 40)),
        ((2, 9, 9), (2, 9)),
    ],
)
def test_a_count_far_above_what_others_agree_on_is_no_part_of_the_range(
    rows: tuple[float, ...], expected: tuple[float, float]
) -> None:
    """Two later origins with far fewer show that an early count was of others."""
    assert held("injured", *((number, True) for number in rows)) == expected


def made(*rows: Told) -> Plan:
    """Plan articles told on the 9th, 10th …, a sentence each."""
    names = [f"{n:02}" for n in range(9, 9 + len(rows))]
    known = corpus(
        {name: [row] for name, row in zip(names, rows, strict=True)},
        published={name: day(int(name)) for name in names},
    )
    return planned(known, RIVER)


def test_a_stale_toll_stands_in_no_section() -> None:
    """The sentence is left out, with its reason; the key figure keeps the range."""
    plan = made(FIRST, LATER)
    assert [c.statement for c in plan.sections[0].choices] == ["b"]
    assert plan.left_out["a"] == "outdated"
    (row,) = plan.figures
    assert (row.low, row.high, row.choice.statement) == (9, 11, "b")


def test_a_stale_clause_alone_is_cut() -> None:
    """What tells the event stays, without its closing clause of the toll."""
    text = (
        "A dam above an old mill broke long before the river rose, killing nine people."
    )
    plan = made(toll(text, "nine", 9, id="a"), LATER)
    cut = {c.statement: c.trim for c in plan.sections[0].choices}["a"]
    assert cut is not None
    assert text[cut.start : cut.end] == ", killing nine people."


def test_a_toll_told_above_is_not_told_again() -> None:
    """The second time the closing clause goes; where it has news it stays."""
    first = toll("The flood of the river killed nine people in Lom.", "nine", 9, id="a")
    text = "Divers found the wreck of a river barge near the mill, killing nine people."
    again = toll(text, "nine", 9, id="b")
    view = view_corpus(outline(RIVER), corpus({"1": [first, again]}))
    choices = tuple(Choice(item, 1.0, {}, "test") for item in ("a", "b"))
    kept = without_repeats(view, choices)
    cut = kept[1].trim
    assert kept[0].trim is None
    assert cut is not None
    start = view.statements["b"].span.start
    assert text[cut.start - start : cut.end - start] == ", killing nine people."
    assert without_repeats(view, choices[1:])[0].trim is None
    news = toll(text.replace("people", "unvaccinated goats"), "nine", 9, id="b")
    view = view_corpus(outline(RIVER), corpus({"1": [first, news]}))
    assert without_repeats(view, choices)[1].trim is None


def by_police(where: Callable[[str], Span]) -> tuple[str, object]:
    """Make a sentence that ends on "police said" theirs."""
    source, cue = where("police"), where("said")
    content = Span(0, source.start - 2)
    speaker = Speaker("police")
    return "attributions", Attribution(
        (content,), cue, source, speaker, "indirect", because="test"
    )


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "The bridge over the bay fell on Monday, killing nine people, police said.",
            "The bridge over the bay fell on Monday, police said.",
        ),
        (
            "The army took the town after a night of shelling, which left nine dead.",
            "The army took the town after a night of shelling",
        ),
        ("The bridge fell on Tuesday and nine people were killed, police said.", None),
        ("The bridge fell, killing nine people.", None),
        ("The bridge over the strait fell, killing “nine or more” of them.", None),
    ],
)
def test_what_can_be_cut(text: str, left: str | None) -> None:
    """A closing clause can go; a main clause, words of speech and a short rest not."""
    row = toll(text, "nine", 9, id="a")
    if "police said" in text:
        row = told(text, counted("nine", 9, "killed"), by_police, id="a")
    (statement,) = corpus({"1": [row]}).statements
    cut = clause_of(statement, statement.figures)
    rest = text[: cut.start] + text[cut.end :] if cut else None
    assert rest == left


def stages(measure: str, *told_on: tuple[int, float]) -> list[float]:
    """Give the numbers that a row shows one after the other, of (day, number)."""
    articles: dict[str, list[Told]] = {}
    for place, (_, number) in enumerate(told_on):
        text = f"The flood of the river left {number:g} hurt or dead in Lom."
        row = told(text, counted(f"{number:g}", number, measure), id=f"s{place}")
        articles[f"{place}"] = [row]
    published = {f"{n}": day(when) for n, (when, _) in enumerate(told_on) if when}
    (figure,) = planned(corpus(articles, published=published), RIVER).figures
    return [stage.high for stage in figure.stages]


@pytest.mark.parametrize(
    ("measure", "told_on", "shown"),
    [
        ("killed", [(9, 9), (10, 11), (11, 14)], [9, 11, 14]),
        ("missing", [(9, 60), (10, 27), (11, 19)], [60, 27, 19]),
        # A reprint of the first count on the last day but one is no step back.
        ("injured", [(9, 180), (10, 270), (10, 180), (11, 330)], [180, 270, 330]),
        # What one day's reports give differently is a range, of the last day too.
        ("killed", [(9, 9), (10, 11), (10, 12)], [9, 12]),
        ("killed", [(9, 9), (9, 11)], []),
        ("killed", [(9, 9), (10, 9)], []),
        # Nobody can tell when the number of an undated article was so.
        ("killed", [(9, 9), (10, 11), (0, 10)], []),
        ("killed", [(9, 9), (10, 11), (0, 9)], [9, 11]),
    ],
)
def test_a_row_shows_what_was_brought_up_to_date(
    measure: str, told_on: list[tuple[int, float]], shown: list[float]
) -> None:
    """Successive numbers are a series, the newest last; a dispute is none."""
    assert stages(measure, *told_on) == shown


@pytest.mark.parametrize(
    ("text", "word", "as_of"),
    [
        ("Nine died in the flood, the fire brigade said yesterday.", "yesterday", 10),
        ("Police said on Sunday that nine had drowned in the flood.", "Sunday", 10),
        ("The flood of Sunday killed nine people, the clinic said.", "Sunday", 12),
        ("The toll of the flood rose to nine on Sunday, she said.", "Sunday", 12),
    ],
)
def test_a_toll_is_of_the_day_on_which_somebody_told_it(
    text: str, word: str, as_of: int
) -> None:
    """A day beside "said" is that of the number; the day of what happened is not."""
    number = "Nine" if text.startswith("Nine") else "nine"
    row = told(text, counted(number, 9, "killed"), on(word, day(10)), id="a")
    made = planned(corpus({"1": [row]}, published={"1": day(12)}), RIVER)
    assert [figure.as_of for figure in made.figures] == [day(as_of)]


def test_a_toll_told_the_day_before_is_an_earlier_one() -> None:
    """What was said yesterday is brought up to date by what is said today."""
    text = "Nine died in the flood of the river, the clinic said yesterday."
    first = told(text, counted("Nine", 9, "killed"), on("yesterday", day(10)), id="a")
    text = "The flood of the river has killed 14 people, the clinic said."
    now = told(text, counted("14", 14, "killed"), id="b")
    published = {"1": day(11), "2": day(11)}
    (row,) = planned(
        corpus({"1": [first], "2": [now]}, published=published), RIVER
    ).figures
    assert [(s.high, s.as_of) for s in row.stages] == [(9, day(10)), (14, day(11))]


@pytest.mark.parametrize(
    ("told_on", "shown"),
    [
        ([(9, 30), (10, 20), (11, 31)], [30, 31]),
        # What was told before the higher number was all that was known.
        ([(9, 20), (10, 30), (11, 20), (12, 31)], [20, 30, 31]),
        # Nobody tells of the higher number any more.
        ([(9, 30), (10, 20), (11, 22)], [30, 20, 22]),
    ],
)
def test_the_toll_of_one_place_is_no_earlier_toll(
    told_on: list[tuple[int, float]], shown: list[float]
) -> None:
    """A count under one that was told before, and still holds, is of a part."""
    assert stages("killed", *told_on) == shown


def test_the_toll_of_a_part_is_not_outdated() -> None:
    """A sentence on one place of several may stand beside the toll of all."""
    part = toll(
        "The flood of the river killed four people at Lom.", "four", 4, id="part"
    )
    last = toll("The flood of the river killed twelve in Lom.", "twelve", 12, id="c")
    assert stale(LATER, part, last) == {"b"}


def test_arrests_of_two_raids_are_no_range() -> None:
    """Arrests add up: the row that stands shows what its own sentence says."""
    rows = [
        told(
            f"Police at the dam of the river held {number} people after the flood.",
            counted(f"{number} people", number, "arrested"),
        )
        for number in (2, 6)
    ]
    assert [(row.low, row.high) for row in made(*rows).figures] == [(6, 6)]


def test_some_of_the_arrested_are_no_row() -> None:
    """Of the six whom an article counts, two here and four there are no figures."""
    six = told(
        "Police at the dam of the river held six people after the flood.",
        counted("six people", 6, "arrested"),
    )
    some = told(
        "Police took two people at the mill and four people in a van on the river.",
        counted("two people", 2, "arrested"),
        counted("four people", 4, "arrested"),
    )
    known = corpus({"9": [six, some]}, published={"9": day(9)})
    assert [row.high for row in planned(known, RIVER).figures] == [6]


def test_those_hurt_do_not_contradict_those_shot() -> None:
    """Six shot and forty hurt stay as told where others count the six as injured."""
    first = told(
        "At the river gate six were shot and nearly 40 injured in the flood of people.",
        counted("six", 6, "shot"),
        counted("nearly 40", 40, "injured", is_approximate=True),
        id="a",
    )
    rows = [
        told(
            "The gunman at the river gate injured six people in the flood of people.",
            counted("six people", 6, "injured"),
            id=name,
        )
        for name in ("b", "c")
    ]
    plan = made(first, *rows)
    assert stale(first, *rows) == frozenset()
    found = [(row.measure, row.bound, row.high) for row in plan.figures]
    assert ("injured", "nearly", 40) in found
    assert ("injured", "", 6) in found


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The river guard cut its force from 8,350 to 4,500 soldiers.", [8350, 4500]),
        ("The river guard has between 8,350 and 4,500 soldiers.", []),
    ],
)
def test_a_number_that_became_another_is_a_series(
    text: str, shown: list[float]
) -> None:
    """A change from 8,350 to 4,500 shows both, the newer last."""
    row = told(
        text,
        counted("8,350", 8350, None, unit="soldier", is_real=False, is_dropped=True),
        counted("4,500", 4500, None, unit="soldier"),
        id="s",
    )
    view = view_corpus(outline(RIVER), corpus({"9": [row]}))
    (statement,) = view.corpus.statements
    last = Counted(statement.figures[-1], statement)
    assert [stage.high for stage in stages_of(view, [last], last)] == shown
