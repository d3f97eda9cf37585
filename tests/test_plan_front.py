"""What the front page says: event, bottom line, figures, timeline, disputes, people."""

from __future__ import annotations

import datetime as dt

import pytest

from briefing.model.article import Role
from briefing.model.corpus import Corpus
from briefing.model.outline import Event, SectionSpec
from briefing.model.plan import Plan
from briefing.plan.bottom_line import LONGEST
from briefing.plan.disagreements import MOST as MOST_DISPUTES
from briefing.plan.introduced import leaves_open
from briefing.plan.people import MOST as MOST_PEOPLE
from briefing.plan.timeline import A_DAY
from tests.planning import (
    FLOOD,
    TOLL,
    Find,
    corpus,
    counted,
    day,
    hedged,
    in_country,
    on,
    outline,
    person,
    plan_of,
    planned,
    related,
    said,
    told,
)


def top(plan: Plan) -> dict[str, str]:
    """Give statement → reason of the bottom line, in order."""
    return {choice.statement: choice.because for choice in plan.bottom_line}


CLAIM = told(
    "Ines Okafor said Tarn Hydro kept the gates shut.",
    said("Tarn Hydro kept the gates shut", "Ines Okafor"),
    id="claim",
)
DENIAL = told(
    "Tarn Hydro denied that any gate was shut.",
    said("any gate was shut", "Tarn Hydro", "denied"),
    hedged("denied", "denial"),
    id="denial",
)
LATEST = told("Prosecutors took the operator's log books away.", id="latest")


class TestBottomLine:
    """Three or four excerpts: what happened, what changed, what is disputed."""

    def test_each_line_has_its_own_reason(self) -> None:
        """The event, the latest change and the dispute each have a line."""
        rows = {"9": [TOLL, CLAIM], "10": [DENIAL], "12": [LATEST]}
        dispute = related("disagrees", "claim", "denial", of="denial")
        found = top(plan_of(rows, dispute))
        assert list(found.values())[:3] == [
            "the event, as most origins tell it",
            "the latest change",
            "the main dispute",
        ]
        assert next(iter(found)) == "toll"
        assert "latest" in found
        assert found.keys() & {"claim", "denial"}

    def test_nothing_stands_twice(self) -> None:
        """What says the same as a line is no line."""
        again = told("Nine people died in Monday's flood.", id="again")
        rows = {"9": [TOLL], "10": [again]}
        found = top(plan_of(rows, related("same", "again", "toll")))
        assert len(found.keys() & {"toll", "again"}) == 1

    def test_no_opinion_stands_there(self) -> None:
        """The outlet's own opinion never stands in the bottom line."""
        opinion = told(
            "It is time that the nine dead of Monday's flood be heard.",
            counted("nine dead", 9, "killed"),
            is_opinion=True,
            id="opinion",
        )
        assert top(plan_of({"9": [opinion]})) == {}

    @pytest.mark.parametrize(
        ("line", "names", "is_open"),
        [
            ("Holm fell into the river near the dam.", ["Holm"], True),
            ("The victim fell into the river near the dam.", [], True),
            ("The 36-year-old man fell into the river, Ida Berg said.", [], True),
            ("The man who fell into the river lived here.", [], False),
            ("Per Holm fell into the river near the dam.", ["Per Holm"], False),
            ("Engineer Holm fell; Holm had warned of it.", ["Holm"], False),
            ("A dam engineer, Per Holm, fell, and Holm died.", ["Per Holm"], False),
            ("Chief Engineer Holm fell into the river.", ["Holm"], False),
            ("A 36-year-old man fell into the river.", [], False),
        ],
    )
    def test_a_line_says_whom_it_speaks_of(
        self, line: str, names: list[str], *, is_open: bool
    ) -> None:
        """A bare surname and "the man" leave open who is meant."""
        row = told(line, *(person(name, "Per Holm") for name in names), id="s1")
        (one,) = corpus({"9": [row]}).statements
        assert leaves_open(one) == is_open
        assert not leaves_open(one, {"per holm"}) or not names

    def test_nobody_s_own_feelings_stand_there(self) -> None:
        """What somebody says of himself is no news."""
        mine = told("I feel that Monday's flood took nine of us.", id="mine")
        assert top(plan_of({"9": [mine]})) == {}

    def test_what_was_not_known_before_is_no_line(self) -> None:
        """What an older article says is not known does not stand on top."""
        open_then = told(
            "It was not clear on Monday who had shut the gates of the dam.",
            hedged("not clear", "unknown"),
            id="open",
        )
        rows = {"9": [TOLL, open_then], "12": [LATEST]}
        assert "open" not in top(plan_of(rows))
        assert "open" in top(plan_of({"12": [TOLL, open_then]}))

    def test_a_denial_stands_for_a_dispute(self) -> None:
        """Where no relation is known a sentence that denies is the dispute."""
        found = top(plan_of({"9": [TOLL, DENIAL], "12": [LATEST]}))
        assert found["denial"] == "the main dispute"

    def test_a_dispute_stands_as_it_was_printed_last(self) -> None:
        """Where a later print of one text says less, the bottom line says less."""
        later = told(
            "Tarn Hydro did not directly deny that any gate was shut.",
            said("any gate was shut", "Tarn Hydro", "deny"),
            id="later",
        )
        rows = {"9": [TOLL, CLAIM], "10": [DENIAL], "11": [later], "12": [LATEST]}
        dispute = related("disagrees", "claim", "denial", of="denial")
        edit = related("edit", "denial", "later", of="edit")
        found = top(plan_of(rows, dispute, edit))
        assert "later" in found
        assert "denial" not in found

    def test_a_settled_dispute_is_none(self) -> None:
        """A dispute that is settled is no main dispute."""
        rows = {"9": [TOLL, CLAIM], "10": [told("Nobody there says a word.", id="x")]}
        dispute = related("disagrees", "claim", "x", of="account", resolved_by="toll")
        assert "the main dispute" not in top(plan_of(rows, dispute)).values()

    def test_a_dispute_that_no_section_tells_does_not_lead(self) -> None:
        """A dispute about a detail beside the event is not the main one."""
        said_so = [
            told(f"Bakers of {place} spoke of old bread to all.", id=f"x{place}")
            for place in ("Lom", "Rud")
        ]
        dispute = related("disagrees", "xLom", "xRud", of="denial", about="old bread")
        rows = {"9": [TOLL, CLAIM], "10": said_so, "12": [LATEST]}
        plan = plan_of(rows, dispute, length=1000)
        assert plan.disagreements
        assert "the main dispute" not in top(plan).values()

    def test_the_end_of_a_dispute_is_told(self) -> None:
        """Where a denial was taken back, what tells so is the last line."""
        ends = told(
            "Tarn Hydro denied the charge before admitting the gates were shut.",
            hedged("denied", "denial"),
            id="ends",
        )
        dispute = related(
            "disagrees", "claim", "denial", of="denial", resolved_by="ends"
        )
        rows = {"9": [TOLL, CLAIM], "10": [DENIAL, LATEST], "12": [ends]}
        reason = "what settled the main dispute"
        assert top(plan_of(rows, dispute)).get("ends") in (reason, "the latest change")
        rows = {"9": [TOLL, CLAIM], "10": [DENIAL, ends], "12": [LATEST]}
        assert top(plan_of(rows, dispute))["ends"] == reason

    def test_a_detail_of_today_yields_to_a_change(self) -> None:
        """Charges of the day before come before a name that was made public today."""
        charged = told(
            "Prosecutors charged the operator of the dam over the flood on Tuesday.",
            on("Tuesday", day(10)),
            id="charged",
        )
        named = told(
            "A spokesman gave a photographer's age as 69 on Wednesday.",
            on("Wednesday", day(11)),
            id="named",
        )
        opening = told("The flood of the dam on Monday shook the valley.", id="open")
        other = told("The dam and the flood were on all lips there.", id="lips")
        rows = {"9": [TOLL, opening], "10": [charged, other], "11": [named]}
        assert top(plan_of(rows))["charged"] == "the latest change"
        planned_only = told(
            "The operator of the dam may be charged over the flood on Tuesday.",
            on("Tuesday", day(10)),
            id="charged",
        )
        rows["10"] = [planned_only, other]
        assert top(plan_of(rows))["named"] == "the latest change"

    def test_the_event_is_told_with_its_place(self) -> None:
        """Of two sentences that tell the event alike the one that says where leads."""
        rows = {
            "9": [
                told(
                    "The flood killed nine people at night.",
                    counted("nine people", 9, "killed"),
                    id="where not",
                ),
                told(
                    "The flood killed nine people at Tarn.",
                    counted("nine people", 9, "killed"),
                    in_country("Tarn", "Tarn", None, kind="city"),
                    id="where",
                ),
            ],
            "10": [told("The flood that killed people went down.", id="other")],
        }
        assert next(iter(top(plan_of(rows)))) == "where"

    def test_a_dispute_over_the_manner_does_not_lead(self) -> None:
        """A plain report of the event comes before one whose manner is disputed."""
        rows = {
            "9": [
                told(
                    "The flood drowned nine people of the dam and river.",
                    counted("nine people", 9, "killed"),
                    id="how",
                ),
                told(
                    "Nine people died in the flood there.",
                    counted("Nine people", 9, "killed"),
                    id="plain",
                ),
            ],
            "10": [told("The flood broke the dam over nine people.", id="other")],
        }
        assert next(iter(top(plan_of(rows)))) == "how"
        dispute = related("disagrees", "how", "other", of="account")
        assert next(iter(top(plan_of(rows, dispute)))) == "plain"

    def test_there_are_four_lines(self) -> None:
        """Where nothing is disputed more of what happened fills the lines."""
        rows = {
            "9": [TOLL, told("Rebels of the north shelled a bakery there.", id="b")],
            "10": [told("Farmers lost most of their cattle overnight.", id="c")],
            "12": [LATEST, told("A bishop resigned over the sermon.", id="d")],
        }
        found = top(plan_of(rows))
        assert len(found) == 4
        assert list(found.values())[2:] == ["what else most origins carry"] * 2
        assert "d" in found

    def test_a_part_is_no_line_of_its_own(self) -> None:
        """One of the dead is not what else a minister must hear."""
        part = told(
            "One of the nine people was a baker.",
            counted("nine people", 9, "killed"),
            id="part",
        )
        rows = {"9": [TOLL], "10": [part], "12": [LATEST]}
        assert "part" not in top(plan_of(rows))

    def test_a_line_says_nothing_twice(self) -> None:
        """What one line mostly holds is no further line, in other words either."""
        again = told("Nine people the Monday flood killed, says Harrow.", id="again")
        assert "again" not in top(plan_of({"9": [TOLL], "10": [again]}))

    def test_a_front_page_has_short_lines(self) -> None:
        """A sentence that takes more than a breath is no line."""
        long = told(f"The river {'rose and ' * LONGEST}fell.", id="long")
        assert "long" not in top(plan_of({"9": [long, TOLL]}))

    def test_the_newest_toll_may_be_longer(self) -> None:
        """Where no short sentence tells the newest toll, a longer one leads."""
        words = "after search teams reached the lower part of the town " * 3
        text = f"The flood killed eleven people in the valley, {words}and its mills."
        newest = told(text, counted("eleven people", 11, "killed"), id="newest")
        assert len(text.split()) > LONGEST
        assert next(iter(top(plan_of({"9": [TOLL], "10": [newest]})))) == "newest"

    def test_nothing_said_nothing_shown(self) -> None:
        """Articles with no sentence that can stand give no bottom line."""
        assert plan_of({"9": [told("Rain.")]}).bottom_line == ()


class TestTimeline:
    """What happened when."""

    def test_entries_run_by_day(self) -> None:
        """Days are in order, whatever the order of the articles."""
        rows = {
            "14": [told("On Friday the dam was drained.", on("Friday", day(13)))],
            "16": [told("On Monday the river rose high.", on("Monday", day(9)))],
        }
        found = [(e.earliest, e.latest) for e in plan_of(rows).timeline]
        assert found == [(day(9), day(9)), (day(13), day(13))]

    def test_what_is_still_to_come_is_none(self) -> None:
        """A day after the brief's own is left out, and one after the telling's."""
        opens = told("The dam opens on Friday again.", on("Friday", day(13)))
        assert plan_of({"9": [opens]}).timeline == ()
        assert plan_of({"9": [opens]}, as_of=day(13)).timeline == ()
        assert len(plan_of({"13": [opens]}).timeline) == 1

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("The mayor named the dead of Monday's flood.", "Monday's"),
            ("It was the worst flood of the river since Monday.", "Monday"),
            ("The river carried less than on Monday.", "Monday"),
            ("The river was far below a similar flood on Monday.", "Monday"),
            ("It was the highest level since records began on Monday.", "Monday"),
            ("The dam, completed on Monday, held for a day.", "Monday"),
            ("“It held,” said the engineer, who left the dam on Monday.", "Monday"),
            ("The mayor spoke of the flood of Monday again.", "Monday"),
        ],
    )
    def test_the_day_of_another_thing_is_none(self, text: str, words: str) -> None:
        """A flood that is named or compared by its day is told of on another."""
        assert plan_of({"13": [told(text, on(words, day(9)))]}).timeline == ()

    def test_the_day_of_a_second_clause_counts(self) -> None:
        """“…, and on Monday, it fell” is told of Monday."""
        text = "The river rose over the dam, and on Monday, it fell again."
        found = plan_of({"13": [told(text, on("Monday", day(9)))]}).timeline
        assert [entry.earliest for entry in found] == [day(9)]

    def test_a_year_still_running_is_none(self) -> None:
        """“The Games of 2026” say nothing of what has happened; “this month” does."""
        year = on("2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31))
        month = on("this month", dt.date(2026, 3, 1), dt.date(2026, 3, 31))
        games = told("The dam is to carry the torch of the 2026 Games.", year, id="g")
        closed = told("The dam closed its gates this month for repairs.", month, id="c")
        found = plan_of({"10": [games, closed]}).timeline
        assert [entry.choice.statement for entry in found] == ["c"]

    def test_a_range_is_one_entry(self) -> None:
        """What lasted from one day to another stands under both."""
        row = told(
            "From Monday to Friday the river stood high.",
            on("Monday", day(9)),
            on("Friday", day(13)),
        )
        (entry,) = plan_of({"16": [row]}).timeline
        assert (entry.earliest, entry.latest) == (day(9), day(13))

    def test_the_narrowest_day_counts(self) -> None:
        """Of a month and a day in one sentence the day is the entry."""
        row = told(
            "In a wet March the river rose on Monday.",
            on("March", day(1), day(31)),
            on("Monday", day(9)),
        )
        (entry,) = plan_of({"20": [row]}).timeline
        assert (entry.earliest, entry.latest) == (day(9), day(9))

    DECADE = (dt.date(2015, 1, 1), dt.date(2025, 1, 1))

    @pytest.mark.parametrize("find", [on("that week", None), on("that week", *DECADE)])
    def test_what_has_no_day_is_none(self, find: Find) -> None:
        """Without a day, or with a decade, there is no entry."""
        row = told("The river rose in that week.", find)
        assert plan_of({"9": [row]}).timeline == ()

    def test_a_day_has_few_entries(self) -> None:
        """One day does not fill the timeline, and nothing is told twice."""
        things = [
            *("bridge", "mill", "chapel", "school", "market", "harbour", "station"),
            *("tannery", "lighthouse", "ferry", "quarry"),
        ]
        does = [
            *("sank", "burned", "fell", "closed", "flooded", "moved", "stopped"),
            *("collapsed", "darkened", "drifted", "crumbled"),
        ]
        rows = [
            told(
                f"On Monday the {thing} had {verb}.",
                on("Monday", day(9)),
                id=thing,
            )
            for thing, verb in zip(things, does, strict=True)
        ]
        found = plan_of({"10": rows}, related("same", "bridge", "mill")).timeline
        shown = [entry.choice.statement for entry in found]
        assert len(shown) == A_DAY
        assert not {"bridge", "mill"} <= set(shown)


class TestDisagreements:
    """Both sides, side by side."""

    def test_both_sides_are_named(self) -> None:
        """Each side has who says it, and its sentence."""
        dispute = related("disagrees", "claim", "denial", of="denial", about="gates")
        (shown,) = plan_of({"9": [CLAIM], "10": [DENIAL]}, dispute).disagreements
        sides = [(side.who, side.choice.statement) for side in shown.sides]
        assert sides == [("Ines Okafor", "claim"), ("Tarn Hydro", "denial")]
        assert (shown.kind, shown.about, shown.resolved) == ("denial", "gates", None)
        assert shown.because

    @pytest.mark.parametrize(
        ("known", "who"),
        [
            ({"outlet": {"9": "The Ledger"}, "agency": {"9": "AFP"}}, "The Ledger"),
            ({"agency": {"9": "AFP"}}, "AFP"),
            ({}, "unsigned, undated article"),
        ],
    )
    def test_a_newsroom_has_its_name(
        self, known: dict[str, dict[str, str]], who: str
    ) -> None:
        """Without a speaker the side is its outlet's, agency's or file's."""
        found = corpus(
            {"9": [LATEST], "10": [DENIAL]},
            [related("disagrees", "denial", "latest", of="account")],
            **known,
        )
        (shown,) = planned(found, FLOOD).disagreements
        assert shown.sides[1].who == who

    def test_what_settled_it_stands_with_it(self) -> None:
        """A dispute that was settled shows when and by what."""
        dispute = related(
            "disagrees", "claim", "denial", of="denial", resolved_by="latest"
        )
        rows = {"9": [CLAIM], "10": [DENIAL], "12": [LATEST]}
        (shown,) = plan_of(rows, dispute).disagreements
        assert shown.resolved is not None
        assert shown.resolved[0] == day(12)
        assert shown.resolved[1].statement == "latest"

    def test_an_edit_is_one(self) -> None:
        """Two wordings of one dispatch are an edit; newsrooms differ, not speakers."""
        edit = related("edit", "claim", "denial", of="edit")
        (shown,) = plan_of({"9": [CLAIM], "10": [DENIAL]}, edit).disagreements
        assert shown.kind == "edit"
        assert [side.who for side in shown.sides] == ["unsigned article"] * 2

    @pytest.mark.parametrize(("role", "count"), [("headline", 1), ("standfirst", 0)])
    def test_a_headline_may_be_a_side(self, role: Role, count: int) -> None:
        """A headline may stand beside the body that says less, nothing else may."""
        row = told("Operator denies all gates were ever shut", role=role, id="head")
        dispute = related("disagrees", "claim", "head", of="denial")
        assert len(plan_of({"9": [CLAIM], "10": [row]}, dispute).disagreements) == count

    def test_one_matter_is_shown_once(self) -> None:
        """A denial stands once, beside the claim it meets best."""
        again = told("Ines Okafor said the gates of Tarn were shut.", id="again")
        both = [
            related("disagrees", "claim", "denial", of="denial", score=0.9),
            related("disagrees", "again", "denial", of="denial", score=0.2),
        ]
        rows = {"9": [CLAIM], "10": [DENIAL], "11": [again]}
        (shown,) = plan_of(rows, *both).disagreements
        assert [s.choice.statement for s in shown.sides] == ["claim", "denial"]

    def test_a_page_holds_few(self) -> None:
        """Disputes keep to their number, and to their share of the words."""
        names = [f"{n:02}" for n in range(MOST_DISPUTES + 4)]
        left = [told(f"The dam of mill {n} held, one says.", id=f"l{n}") for n in names]
        right = [
            told(f"The dam of mill {n} fell, they say.", id=f"r{n}") for n in names
        ]
        links = [related("disagrees", f"l{n}", f"r{n}", of="account") for n in names]
        rows = {"9": left, "10": right}
        assert len(plan_of(rows, *links).disagreements) == MOST_DISPUTES
        assert len(plan_of(rows, *links, length=110).disagreements) == 1


class TestPeople:
    """Who is who."""

    def test_the_most_named_come_first(self) -> None:
        """People stand by how often the brief names them, each with a role."""
        rows = [
            told(
                "The mayor Ada Brandvold met Jonas Hale at the river.",
                person("Ada Brandvold", "Ada Brandvold", "mayor"),
                person("Jonas Hale", "Jonas Hale"),
                id="s1",
            ),
            told(
                "Brandvold said nothing more about the broken dam.",
                person("Brandvold", "Ada Brandvold"),
                id="s2",
            ),
        ]
        found = plan_of({"9": rows}).people
        assert [(p.name, p.role) for p in found] == [
            ("Ada Brandvold", "mayor"),
            ("Jonas Hale", None),
        ]
        assert set(found[0].statements) == {"s1", "s2"}

    def test_accents_do_not_part_a_person(self) -> None:
        """Vučić and Vucic are one person, under the form that is used most."""
        rows = [
            told(f"The river took {name}'s boat {n}.", person(name, name))
            for n, name in enumerate(["Jo Novák", "Jo Novak", "Jo Novák"])
        ]
        articles = {str(n): [row] for n, row in enumerate(rows, start=9)}
        found = corpus(articles)
        shown = planned(found, FLOOD, length=1000).people
        assert {p.name for p in shown} <= {"Jo Novák", "Jo Novak"}
        assert len(shown) == 1

    @pytest.mark.parametrize(
        ("plain", "initial"),
        [
            ("Jo Hale", "Jo Q. Hale"),
            ("Ada Lund", "Ada B Lund"),
            ("Raj Roe", "Raj K. Roe"),
        ],
    )
    def test_an_initial_does_not_part_a_person(self, plain: str, initial: str) -> None:
        """Whoever is named with and without an initial in the middle is one."""
        rows = [
            told(f"The river took {name}'s boat {n}.", person(name, name))
            for n, name in enumerate([plain, initial, plain])
        ]
        articles = {str(n): [row] for n, row in enumerate(rows, start=9)}
        shown = planned(corpus(articles), FLOOD, length=1000).people
        assert len(shown) == 1

    def test_bodies_and_bare_surnames_are_no_people(self) -> None:
        """Only a person's full name makes an entry."""
        rows = [told("Hale saw the river rise again.", person("Hale", "Hale"))]
        assert plan_of({"9": rows}).people == ()

    def test_the_list_is_short(self) -> None:
        """No more people than a reader keeps apart."""
        names = [f"Anna Name{chr(97 + n)}" for n in range(MOST_PEOPLE + 4)]
        rows = [
            told(f"The river {n} was seen by {name} there.", person(name, name))
            for n, name in enumerate(names)
        ]
        text = " and ".join(names)
        one = told(f"{text} saw the river.", *(person(n, n) for n in names), id="all")
        assert len(plan_of({"9": [one, *rows]}).people) == MOST_PEOPLE


def event_of(found: Corpus, event: Event) -> tuple[dt.date | None, str | None, str]:
    """Give day, place and reason of the event of *found*."""
    plan = planned(found, FLOOD, event=event)
    return plan.event_date, plan.event_place, plan.event_because


class TestEvent:
    """When and where it was."""

    FOUND = corpus(
        {
            "10": [TOLL, told("On Tuesday it rained.", on("Tuesday", day(10)))],
            "11": [
                told("Monday's flood was the worst.", on("Monday", day(9))),
                told(
                    "The flood in Harrow on Monday was the worst.",
                    on("Monday", day(9)),
                    in_country("Harrow", "Harrow", None, kind="city"),
                ),
                told(
                    "A man from Ledbury died.",
                    in_country("Ledbury", "Ledbury", None, kind="city"),
                ),
                told(
                    "The Ardal Police said so.",
                    in_country("Ardal", "Ardal", None, kind="city"),
                ),
            ],
        },
        published={"10": day(10), "11": day(11)},
    )

    def test_the_outline_comes_first(self) -> None:
        """What the outline says of the event is taken, and said to be its."""
        told_by = Event(day(1), "Lower Quay")
        assert event_of(self.FOUND, told_by) == (
            day(1),
            "Lower Quay",
            "the outline says so",
        )

    def test_the_day_most_origins_name(self) -> None:
        """Without the outline the day is the one that most origins name with a toll."""
        date, place, because = event_of(self.FOUND, Event())
        assert (date, place) == (day(9), "Harrow")
        assert because

    def test_the_place_is_that_of_the_day(self) -> None:
        """A place is looked for in what is told of the event, not of long before it."""
        assert event_of(self.FOUND, Event(date=day(9)))[1] == "Harrow"
        late = Event(date=day(9) + dt.timedelta(days=90))
        assert event_of(self.FOUND, late)[1] is None

    def test_a_headline_names_the_place(self) -> None:
        """Most headlines tell where it was; one article's alone do not."""
        head = told(
            "Ardal flood kills three",
            in_country("Ardal", "Ardal", None, kind="city"),
            role="headline",
        )
        rain = told("It rained on the hills for three days.")
        found = corpus({"10": [head, rain], "11": [head, rain]})
        assert event_of(found, Event())[1] == "Ardal"
        found = corpus({"10": [head, rain], "11": [rain], "12": [rain]})
        assert event_of(found, Event())[1] is None

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("The ferry sank in the Gulf of Aden.", "Gulf of Aden"),
            ("Two men fell to their deaths at Mt. Orm.", "Mount Orm"),
            ("A hut burned in Taiva/Mount Orm National Park.", "Mount Orm"),
            ("The yacht was found near the Kara Sea.", "Kara Sea"),
            ("The plant caught fire in suburban Aden.", "suburban Aden"),
            ("They will mount a search in Aden.", "Aden"),
        ],
    )
    def test_waters_mountains_and_suburbs_are_places(
        self, text: str, place: str
    ) -> None:
        """What bears a town's name is not the town."""
        city = [in_country("Aden", "Aden", None, kind="city")] if "Aden" in text else []
        found = corpus({name: [told(text, *city)] for name in ("10", "11")})
        assert event_of(found, Event())[1] == place

    def test_a_late_article_does_not_take_the_event(self) -> None:
        """Each article looks back from its own day: a verdict is not the event."""
        near = told("A man died on Monday.", on("Monday", day(9)))
        late = told("He was sentenced on Friday.", on("Friday", dt.date(2027, 5, 7)))
        found = corpus(
            {"10": [near], "11": [near], "late": [late]},
            published={"10": day(10), "11": day(11), "late": dt.date(2027, 5, 8)},
        )
        assert event_of(found, Event())[0] == day(9)

    def test_an_old_day_is_no_event(self) -> None:
        """News looks for its event in the weeks before it."""
        row = told("In 1966 the dam broke too.", on("1966", dt.date(1966, 3, 1)))
        found = corpus({"10": [row]}, published={"10": day(10)})
        assert event_of(found, Event())[:2] == (None, None)

    def test_no_day_is_said(self) -> None:
        """Where nothing names a day there is none, and a reason."""
        date, place, because = event_of(corpus({"10": [LATEST]}), Event())
        assert (date, place) == (None, None)
        assert because

    def test_as_of_is_the_newest_day(self) -> None:
        """Without the outline's word the brief speaks of its newest article's day."""
        assert planned(self.FOUND, FLOOD).as_of == day(11)
        assert planned(self.FOUND, FLOOD, as_of=day(20)).as_of == day(20)
        assert planned(corpus({"a": [LATEST]}), FLOOD).as_of is None


def test_an_outline_without_topics_still_has_a_front() -> None:
    """The front page needs no section."""
    asks = SectionSpec("open_questions", "Open questions", "", kind="open_questions")
    found = corpus({"9": [TOLL]}, published={"9": day(9)})
    plan = planned(found, asks)
    assert [c.statement for c in plan.bottom_line] == ["toll"]
    assert outline(asks).sections == (asks,)
