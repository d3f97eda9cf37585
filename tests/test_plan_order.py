"""In which order and in which paragraphs a section's excerpts are read."""

from __future__ import annotations

import datetime as dt

import pytest

from briefing.model.outline import Event, SectionOrder
from briefing.model.plan import Plan
from briefing.plan.ordering import PARAGRAPH
from tests.planning import (
    Told,
    choice,
    chosen,
    corpus,
    in_country,
    leans,
    on,
    person,
    planned,
    said,
    section,
    told,
)


def day(number: int) -> dt.date:
    """Give a day of March 2026."""
    return dt.date(2026, 3, number)


def ordered(
    order: SectionOrder, articles: dict[str, list[Told]], event: dt.date | None = None
) -> Plan:
    """Plan a section on a flood in the *order*; articles are named by their day."""
    published = {name: day(int(name)) for name in articles if name != "undated"}
    spec = section("flood", "river", "dam", order=order)
    known = corpus(articles, published=published)
    return planned(known, spec, event=Event(date=event))


def paragraphs(plan: Plan) -> list[list[str]]:
    """Give the ids of the flood's statements by paragraph."""
    found: list[list[str]] = []
    for item in chosen(plan, "flood"):
        if choice(plan, item).opens_paragraph:
            found.append([])
        found[-1].append(item)
    return found


MONDAY = told("On Monday the river rose over the old bridge.", on("Monday", day(9)))
FRIDAY = told("On Friday the dam gates at the lake gave way.", on("Friday", day(13)))
SILENT = told("The river has never before carried so many trees.")


@pytest.mark.parametrize("order", ["time", "sequence"])
def test_by_the_days_told_of(order: SectionOrder) -> None:
    """A section in order of time runs by what happened, not by who told it first."""
    plan = ordered(order, {"14": [FRIDAY], "16": [MONDAY]})
    assert chosen(plan, "flood") == ["16:0", "14:0"]


def test_without_a_day_by_the_day_of_telling() -> None:
    """A sentence that names no day stands where its article's day is."""
    plan = ordered("time", {"14": [FRIDAY], "10": [SILENT], "16": [MONDAY]})
    assert chosen(plan, "flood") == ["16:0", "10:0", "14:0"]


def test_what_has_no_day_at_all_comes_last() -> None:
    """An undated article's sentence without a day follows all that is dated."""
    plan = ordered("time", {"14": [FRIDAY], "undated": [SILENT]})
    assert chosen(plan, "flood") == ["14:0", "undated:0"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The river took the dam within a minute", "On Monday the river was calm"),
        ("The river strike will go on for long", "On Monday the dam crews had left"),
        ("The river vote was no vote at all here", "On Monday no dam town had papers"),
    ],
)
def test_one_quotation_is_not_turned_round(first: str, second: str) -> None:
    """Two sentences of one quotation keep their order, whatever days they tell of."""
    one = told(
        f'"{first}.', said(first, "Ana Roe", "The river", kind="direct"), is_quoted=True
    )
    other = told(
        f'{second}," Ana Roe said.',
        on("Monday", day(9)),
        said(second, "Ana Roe", kind="direct"),
        is_quoted=True,
    )
    plan = ordered("time", {"14": [one, other]})
    assert chosen(plan, "flood") == ["14:0", "14:1"]


def test_each_actor_speaks_at_one_place() -> None:
    """In order of actors the words of one country or speaker stand together."""
    paris = told(
        "France sent two boats to the river.", in_country("France", "France", "FR")
    )
    minister = told(
        "Jules Petit said France would rebuild the dam.",
        person("Jules Petit", "Jules Petit"),
        said("France would rebuild the dam", "Jules Petit"),
    )
    role = told(
        "The French minister Jules Petit saw the river from the air.",
        in_country("French", "France", "FR", kind="demonym"),
        person("Jules Petit", "Jules Petit", "minister"),
    )
    rome = told(
        "Italy closed its side of the river valley.", in_country("Italy", "Italy", "IT")
    )
    alone = told(
        "Greenwater said the dam was built too low.",
        said("the dam was built too low", "Greenwater"),
    )
    plan = ordered("actor", {"9": [paris, rome, alone, minister, role]})
    of = {"9:0": "FR", "9:3": "FR", "9:4": "FR", "9:1": "IT", "9:2": "Greenwater"}
    actors = [{of[item] for item in group} for group in paragraphs(plan)]
    assert sorted(map(len, actors)) == [1, 1, 1]
    assert {"9:0", "9:3", "9:4"} in map(set, paragraphs(plan))


def test_one_matter_is_one_paragraph() -> None:
    """By relevance, what shares rare words, or stands close, is read together."""
    other = told(
        "Engineers had counted forty cracks in the eastern dam since spring rains."
    )
    cracks = told(
        "Nobody closed the cracks that the dam showed in its eastern half, though two"
        " mayors wrote to the ministry."
    )
    trees = told("The river carried trees and cars through the town.")
    plan = ordered("relevance", {"9": [other], "10": [trees], "11": [cracks]})
    groups = [set(group) for group in paragraphs(plan)]
    assert {"9:0", "11:0"} in groups, groups
    assert {"10:0"} in groups


def test_neighbours_in_an_article_stay_together() -> None:
    """Two sentences that stood side by side are read as one paragraph."""
    plan = ordered("relevance", {"9": [SILENT, FRIDAY]})
    assert paragraphs(plan) == [["9:0", "9:1"]]


TAKEN = [
    "an old stone mill",
    "forty cars of guests",
    "most village gardens",
    "nine garden sheds",
    "the chapel bell tower",
    "two hundred young trees",
    "a railway bridge",
    "all school boats",
    "the market hall roof",
]


@pytest.mark.parametrize("order", ["time", "relevance", "actor"])
def test_no_paragraph_is_long(order: SectionOrder) -> None:
    """A paragraph ends after a handful of sentences, and each section opens one."""
    rows = [told(f"The river took {what}.") for what in TAKEN]
    plan = ordered(order, {"9": rows})
    sizes = [len(group) for group in paragraphs(plan)]
    assert sum(sizes) == len(chosen(plan, "flood")) > PARAGRAPH
    assert max(sizes) <= PARAGRAPH


@pytest.mark.parametrize("order", ["time", "sequence", "relevance", "actor"])
def test_what_leans_is_never_parted(order: SectionOrder) -> None:
    """A sentence and the one it leans on stay neighbours in one paragraph."""
    leaning = told(
        "It tore a ferry, a chapel and a dam from their ground.", leans("It", "pronoun")
    )
    rows = [told(f"The dam of mill {n} broke at the river bend.") for n in range(3)]
    plan = ordered(order, {"9": [*rows, MONDAY, leaning], "16": [FRIDAY]})
    (group,) = [group for group in paragraphs(plan) if "9:4" in group]
    assert group[group.index("9:4") - 1] == "9:3"


def test_a_sequence_opens_with_the_event() -> None:
    """The event itself comes first; words stand at the day on which they were said."""
    event = told("On Friday the dam gates at the lake gave way.", on("Friday", day(13)))
    words = told(
        "Boats had left the river banks on Monday, a clerk said on Saturday.",
        on("Monday", day(9)),
        on("Saturday", day(14)),
        said("Boats had left the river banks on Monday", "a clerk"),
    )
    plan = ordered("sequence", {"14": [event], "16": [MONDAY], "17": [words]}, day(13))
    assert chosen(plan, "flood") == ["14:0", "16:0", "17:0"]


def test_a_sequence_opens_with_the_event_even_where_somebody_says_it() -> None:
    """A rule without a day does not stand before what police told of the day."""
    lake = "the dam gates at the lake gave way on Friday"
    event = told(
        f"Police said {lake}.", on("Friday", day(13)), said(lake, "Police", "said")
    )
    rule = told("The gates at the dam may not be opened in a flood of the river.")
    plan = ordered("sequence", {"14": [rule, event], "16": [MONDAY]}, day(13))
    assert chosen(plan, "flood")[0] == "14:1"


def test_a_sentence_stands_at_the_day_of_what_it_tells() -> None:
    """An admission on Friday of a flood on Monday comes after a search on Tuesday."""
    admitted = told(
        "The operator admitted on Friday that the dam gates gave way on Monday.",
        on("Friday", day(13)),
        on("Monday", day(9)),
    )
    search = told("Boats searched the river on Tuesday.", on("Tuesday", day(10)))
    plan = ordered("sequence", {"13": [admitted], "14": [MONDAY, search]}, day(9))
    assert chosen(plan, "flood") == ["14:0", "14:1", "13:0"]


def test_a_report_runs_on_in_its_day() -> None:
    """A sentence without a day stands at that of the one before it in its report."""
    first = told("On Monday the river rose over the bridge.", on("Monday", day(9)))
    then = told("The dam gates then gave way and the water reached the town.")
    words = told(
        "The dam had been sound, a clerk said on Tuesday.",
        on("Tuesday", day(10)),
        said("The dam had been sound", "a clerk"),
    )
    plan = ordered("sequence", {"14": [first, then], "11": [words]}, day(9))
    assert chosen(plan, "flood") == ["14:0", "14:1", "11:0"]
