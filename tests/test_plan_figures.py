"""Which counts are key figures, and how they stand in their table."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from briefing.model.corpus import Relation
from briefing.model.plan import PlannedFigure
from tests.planning import (
    TOLL,
    Find,
    Told,
    counted,
    day,
    on,
    plan_of,
    related,
    told,
)


def figures(*rows: Told, relations: tuple[Relation, ...] = ()) -> list[PlannedFigure]:
    """Give the key figures of articles told on the 9th, 10th …, a sentence each."""
    articles = {str(n): [row] for n, row in enumerate(rows, start=10)}
    return list(plan_of(articles, *relations).figures)


class TestKeyFigures:
    """One row a quantity, with its range."""

    def test_a_figure_has_its_range(self) -> None:
        """Numbers that sources dispute are one row, from the lowest to the highest."""
        nine, eleven = counted("nine", 9, "killed"), counted("eleven", 11, "killed")
        rows = (
            told("The flood killed nine people on that day.", nine, id="a"),
            told("It took eleven lives, police say now.", eleven, id="b"),
        )
        dispute = related("disagrees", "a", "b", of="number")
        (row,) = figures(*rows, relations=(dispute,))
        assert (row.measure, row.low, row.high) == ("killed", 9, 11)

    def test_a_row_names_what_is_counted(self) -> None:
        """What is counted stands as written where it is known, else as its unit."""
        villagers = counted("nine", 9, "killed", what="villagers")
        (row,) = figures(told("The flood killed nine villagers at dawn.", villagers))
        assert (row.what, row.unit, row.as_of) == ("villagers", "person", day(10))
        nine = counted("nine", 9, "killed")
        (row,) = figures(told("The flood killed nine in this village.", nine))
        assert row.what == "people"
        one = counted("one", 1, "killed")
        lone = told("The flood killed one in this village.", one)
        (row,) = figures(lone, lone)
        assert row.what == "person"

    def test_the_same_people_are_one_row(self) -> None:
        """As many travelers as people were hurt: one row, with the plainest word."""
        people = told(
            "The crash hurt five people on that day.",
            counted("five people", 5, "injured", what="people"),
        )
        travelers = told(
            "Police say the crash hurt the five travelers.",
            counted("five travelers", 5, "injured", unit="traveler", what="travelers"),
        )
        (row,) = figures(people, travelers)
        assert (row.what, row.unit, row.low, row.high) == ("people", "person", 5, 5)

    def test_as_many_of_two_kinds_are_two_rows(self) -> None:
        """Three nuns and three guards are not the three people of another report."""
        rows = (
            told(
                f"The blast hurt three {kind}s at the gate.",
                counted(f"three {kind}s", 3, "injured", unit=kind, what=f"{kind}s"),
            )
            for kind in ("nun", "guard", "person")
        )
        assert [row.unit for row in figures(*rows)] == ["nun", "guard", "person"]

    def test_one_kind_in_two_words_is_one_row(self) -> None:
        """The three dead Danes are the three Danish sailors where the words say so."""
        sailors = told(
            "The storm killed three Dane sailors at sea.",
            counted("three", 3, "killed", unit="sailor", what="Dane sailors"),
        )
        danes = told(
            "A chapel mourns the three Danes that the storm killed.",
            counted("three", 3, "killed", unit="dane", what="Danes"),
        )
        assert len(figures(sailors, danes)) == 1

    @pytest.mark.parametrize(
        ("words", "more", "bound"),
        [
            ("at least nine", {"is_approximate": True}, "at least"),
            ("About nine", {"is_approximate": True}, "about"),
            ("nine", {}, ""),
        ],
    )
    def test_an_inexact_number_has_its_words(
        self, words: str, more: dict[str, Any], bound: str
    ) -> None:
        """The source's words that make a number inexact stand in its row."""
        text = f"The flood: {words} villagers lost their homes to water."
        what = counted(words, 9, "displaced", unit="villager", **more)
        assert [row.bound for row in figures(told(text, what))] == [bound]

    def test_a_word_before_a_quotation_makes_its_number_inexact(self) -> None:
        """Some “900 villagers” are no exact count."""
        text = "The flood took the homes of some “900 villagers” by the water."
        what = counted("900 villagers", 900, "displaced", unit="villager")
        (row,) = figures(told(text, what))
        assert row.bound == "some"

    def test_the_dead_of_one_place_are_not_all(self) -> None:
        """One of two divers who died at a gate tells not how many divers died."""
        divers = counted("two divers", 2, "killed", unit="diver", what="divers")
        at = told("He was one of two divers who died at the lower dam.", divers)
        of = told("He was one of two divers who died in the flood.", divers)
        assert figures(at) == []
        assert [row.high for row in figures(of)] == [2]

    def test_the_same_people_shot_and_hurt_are_one_row(self) -> None:
        """Two men shot are the two partners who were hurt, and no tiles beside them."""
        rows = (
            told(
                "A woman and two men were shot at the dam, police say.",
                counted("A woman", 1, "shot", unit="woman", what="woman"),
                counted("two men", 2, "shot", unit="man", what="men"),
            ),
            told(
                "The gunman hurt two mill partners at the dam.",
                counted("two", 2, "injured", unit="partner", what="mill partners"),
            ),
        )
        found = [(row.measure, row.what) for row in figures(*rows)]
        assert found == [("injured", "mill partners")]

    def test_one_crew_is_one_row(self) -> None:
        """Nine Danish crew aboard are the nine Danish crewmen rescued."""
        crew = told(
            "The boat on the dam water had nine Danish crew aboard.",
            counted("nine", 9, "aboard", unit="crew member", what="Danish crew"),
        )
        saved = told(
            "Divers at the dam rescued nine Danish crewmen.",
            counted("nine", 9, "rescued", unit="crewman", what="Danish crewmen"),
        )
        assert len(figures(crew, saved)) == 1

    def test_those_besides_the_dead_are_no_total(self) -> None:
        """Of "five dead, six more shot" six is not how many were shot."""
        more = told(
            "Five people are dead and six more shot at the station.",
            counted("Five people", 5, "killed"),
            counted("six more", 6, "shot"),
        )
        assert [row.measure for row in figures(more)] == ["killed"]

    def test_bodies_are_a_part_of_the_toll(self) -> None:
        """Five bodies that were found are among the nine dead."""
        found = told(
            "Divers found five bodies after the flood killed nine people on Monday.",
            counted("five bodies", 5, "killed", unit="body", what="bodies"),
            id="found",
        )
        rows = plan_of({"9": [TOLL], "10": [found]}).figures
        assert [row.low for row in rows] == [9]

    def test_money_and_things_are_rows_if_the_event_is_told_by_them(self) -> None:
        """A loan of a year ago is no key figure of a flood; the homes it took are."""
        homes = told(
            "The flood of the river took 400 homes.",
            counted("400 homes", 400, None, unit="home", what="homes"),
        )
        loan = told(
            "A bank once lent the mill 900 dollars for water.",
            counted("900 dollars", 900, None, unit="US dollar"),
        )
        other = told("Volunteers rebuild what the flood of the river left of homes.")
        rows = {"9": [homes, loan], "10": [other]}
        assert [row.unit for row in plan_of(rows).figures] == ["home"]

    def test_different_things_are_different_rows(self) -> None:
        """Soldiers and tents, and the dead and the hurt, are not one quantity."""
        text = "The flood killed nine and hurt nine and took nine tents."
        row = told(
            text,
            counted("nine and", 9, "killed"),
            counted("nine and took", 9, "injured"),
            counted("nine tents", 9, "lost", unit="tent"),
        )
        found = [(f.measure, f.unit) for f in figures(row)]
        assert found == [("killed", "person"), ("injured", "person"), ("lost", "tent")]

    @pytest.mark.parametrize(
        "figure",
        [
            counted("nine", 9, None),
            counted("nine", 9, "killed", unit=""),
            counted("nine", 9, "killed", is_real=False),
            counted("nine", 9, "killed", high=20.0, is_approximate=True),
        ],
    )
    def test_what_is_not_stated_is_no_row(self, figure: Find) -> None:
        """A bare number, an unreal one, or a vague word gives no row."""
        assert figures(told("The river may have taken nine.", figure)) == []

    def test_a_part_is_no_row(self) -> None:
        """“One of the nine” counts nobody anew."""
        nine = counted("nine", 9, "killed")
        part = counted("Two", 2, "killed", is_part=True)
        rows = (
            told("The flood killed nine people in this village.", nine),
            told("Two of those it killed were from Lom.", part),
        )
        assert [row.high for row in figures(*rows)] == [9]

    def test_one_is_a_row_where_two_texts_count_it(self) -> None:
        """A single man killed is no key figure unless another text tells of him."""
        man = counted("one man", 1, "killed", unit="man")
        row = told("The broken dam killed one man.", man)
        assert figures(row) == []
        assert len(figures(row, row)) == 1
        held = counted("one man", 1, "arrested", unit="man")
        row = told("Police at the dam arrested one man.", held)
        assert figures(row, row) == []

    def test_one_beside_others_is_a_row(self) -> None:
        """One is counted with those who stand beside it, not with those far off."""
        one = counted("a guard", 1, "killed", unit="guard")
        three = counted("three thieves", 3, "killed", unit="thief")
        near = told("The flood killed a guard and three thieves.", one, three)
        assert [row.high for row in figures(near)] == [3, 1]
        far = told(
            "The flood killed three thieves in a cellar below the old town hall, a"
            " year after a storm had killed a guard.",
            one,
            three,
        )
        assert [row.high for row in figures(far)] == [3]

    def test_what_measures_counts_nothing(self) -> None:
        """Length and weight, and who lives in a place, are no key figures."""
        weight = counted("9,000-tonne", 9000, None, unit="tonne")
        lives = counted("8,000 people", 8000, None)
        saved = counted("7,000 people", 7000, None)
        rows = (
            told("A 9,000-tonne dam broke in this village.", weight),
            told("This village is home to about 8,000 people.", lives),
            told("In this village 7,000 people had no water.", saved),
        )
        assert [row.high for row in figures(*rows)] == [7000]

    def test_the_dead_of_long_ago_are_no_row(self) -> None:
        """What befell others long before the event is none of its figures."""
        dead = counted("seventy", 70, "killed")
        now = told("A flood hit this village on Monday.", on("Monday", day(10)))
        old = on("1996", dt.date(1996, 1, 1), dt.date(1996, 12, 31))
        then = told("A flood killed seventy people here in 1996.", dead, old)
        assert figures(now, then) == []
        sent = counted("seventy", 70, "deployed")
        then = told("A flood had seventy soldiers here in 1996.", sent, old)
        (row,) = figures(now, then)
        assert row.as_of == dt.date(1996, 12, 31)

    def test_the_table_is_short(self) -> None:
        """No more rows than a reader takes in."""
        names = ["killed", "injured", "missing", "arrested", "displaced", "lost"]
        counts = [
            counted("nine", 9, name, unit=unit)
            for name in names
            for unit in ("man", "boat")
        ]
        rows = [told("The water took nine of them there.", each) for each in counts]
        found = figures(*rows)
        assert len(found) == 6
        assert found[0].measure == "killed"


class TestTheEventsOwn:
    """A number in the table is the event's own, and stands there once."""

    @pytest.mark.parametrize(
        ("measure", "kinds"),
        [
            ("injured", ("clerk", "guard", "porter")),
            ("injured", ("miner", "driver", "farmer")),
            ("missing", ("sailor", "cook", "diver")),
        ],
    )
    def test_as_many_as_a_toll_are_those_it_counts(
        self, measure: str, kinds: tuple[str, ...]
    ) -> None:
        """Where two texts tell of two, the two clerks and the two guards are they."""
        plain = told("The flood left two people so.", counted("two people", 2, measure))
        named = (
            told(
                f"The flood left two {kind}s so.",
                counted(f"two {kind}s", 2, measure, unit=kind, what=f"{kind}s"),
            )
            for kind in kinds
        )
        assert len(figures(plain, plain, *named)) == 1

    @pytest.mark.parametrize(
        ("measure", "kinds", "numbers"),
        [
            ("arrested", ("Danes", "Swedes"), (12, 11)),
            ("killed", ("nurses", "patients"), (4, 5)),
            ("missing", ("anglers", "guides"), (3, 2)),
        ],
    )
    def test_kinds_that_add_up_to_a_toll_are_no_rows(
        self, measure: str, kinds: tuple[str, str], numbers: tuple[int, int]
    ) -> None:
        """Twelve and eleven of one sentence are the twenty-three of another."""
        one, two = numbers
        whole = told(
            f"The flood made it {one + two} people in all.",
            counted(f"{one + two} people", one + two, measure),
        )
        parts = told(
            f"There were {one} {kinds[0]} and {two} {kinds[1]} at the dam.",
            counted(str(one), one, measure, unit=kinds[0].lower()[:-1], what=kinds[0]),
            counted(str(two), two, measure, unit=kinds[1].lower()[:-1], what=kinds[1]),
        )
        assert [row.high for row in figures(whole, parts)] == [one + two]

    def test_one_kind_stands_beside_a_toll(self) -> None:
        """Of the dead a reader is told one kind beside all, not every one."""
        whole = told("The flood killed nine people here.", counted("nine", 9, "killed"))
        kinds = (
            told(
                f"The flood killed {number} {kind}s here.",
                counted(str(number), number, "killed", unit=kind, what=f"{kind}s"),
            )
            for number, kind in ((2, "nurse"), (3, "pupil"), (4, "guard"))
        )
        found = [row.unit for row in figures(whole, *kinds)]
        assert found[0] == "person"
        assert len(found) == 2

    def test_those_shot_are_no_row_beside_the_dead_and_the_hurt(self) -> None:
        """Three were shot where one died and two were hurt: that is told already."""
        rows = (
            told("One man died at the dam.", counted("One man", 1, "killed")),
            told("The flood hurt two people.", counted("two people", 2, "injured")),
            told("Three people were shot there.", counted("Three", 3, "shot")),
        )
        assert "shot" not in [row.measure for row in figures(*rows)]

    def test_those_aboard_are_no_row_where_all_died(self) -> None:
        """“Killed all nine aboard” is one number."""
        dead = told("The flood killed nine people here.", counted("nine", 9, "killed"))
        some = told("A boat with nine people sank.", counted("nine", 9, "aboard"))
        more = told("A boat with ten people sank.", counted("ten", 10, "aboard"))
        assert [row.measure for row in figures(dead, some)] == ["killed"]
        assert [row.measure for row in figures(dead, more)] == ["killed", "aboard"]

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Among those still held were two boys, the judge said.", "two boys"),
            (
                "Aides said among the missing are four pilots of the club.",
                "four pilots",
            ),
            ("Among the hurt in the flood was one guard of the dam.", "one guard"),
        ],
    )
    def test_those_among_others_are_no_number_of_all(
        self, text: str, words: str
    ) -> None:
        """“Among the missing were two” counts some of them."""
        row = told(text, counted(words, 4, "missing", unit="pilot"))
        assert figures(row, row) == []

    def test_who_came_to_harm_in_something_else_is_no_row(self) -> None:
        """Four hurt two days later in a raid are not hurt by the flood."""
        hurt = counted("four guards", 4, "injured", unit="guard")
        monday = told("The flood came on Monday at noon.", on("Monday", day(9)))
        raid = told(
            "A raid on Wednesday hurt four guards.", hurt, on("Wednesday", day(11))
        )
        late = told("Rescuers said it hurt four guards.", hurt)
        for last, numbers in ((raid, [9]), (late, [9, 4])):
            found = plan_of({"9": [TOLL], "10": [monday], "12": [last]})
            assert [row.high for row in found.figures] == numbers

    @pytest.mark.parametrize("measure", ["displaced", "evacuated", "kidnapped"])
    def test_what_the_brief_does_not_quote_is_another_matter(
        self, measure: str
    ) -> None:
        """A million refugees of a war that an article recalls are no key figure."""
        many = counted("900 people", 900, measure, unit="refugee")
        text = "Europe took in 900 people before."
        assert plan_of({"9": [TOLL], "10": [told(text, many)]}).figures[1:] == ()

    def test_how_large_a_body_is_is_no_number_of_the_event(self) -> None:
        """“The 6,000-member club” tells of the club."""
        body = told(
            "The 6,000-member club of this village met.",
            counted("6,000-member", 6000, None, unit="member"),
        )
        assert figures(body) == []

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("The mill of this village has 350 dealers.", "350 dealers"),
            ("There are 350 dealers in this village.", "350 dealers"),
            ("The dam is watched by 350 dealers of fish.", "350 dealers"),
        ],
    )
    def test_how_many_there_always_are_is_no_row(self, text: str, words: str) -> None:
        """“Saturn has 350 dealers” tells nothing of what happened."""
        many = counted(words, 350, None, unit="dealer", what="dealers")
        held = "watched" in text  # told of an act, not of what there is
        assert bool(figures(told(text, many))) == held

    def test_one_rescue_is_one_row(self) -> None:
        """Three climbers rescued are the three who were released from hospital."""
        rows = (
            told(
                f"The three climbers on the dam were {measure}.",
                counted("three climbers", 3, measure, unit="climber", what="climbers"),
            )
            for measure in ("rescued", "released")
        )
        assert len(figures(*rows)) == 1
