"""Which statements stand in which section, under how many words, and why others not."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.corpus import Corpus, Relation, RelationKind
from briefing.model.outline import Edits, Outline, SectionSpec, SectionTime
from briefing.model.statement import ReferenceKind
from briefing.plan import plan_sections
from briefing.plan.eligible import DEEPEST, LONGEST, SHORTEST
from briefing.plan.fit import fit_of
from briefing.plan.relevance import VOICE, profile_of, relevance, suits
from briefing.plan.selection import HEARD
from briefing.plan.value import length_of
from briefing.plan.view import view_corpus
from briefing.plan.when import when_of
from tests.planning import (
    MONDAY,
    Told,
    choice,
    chosen,
    corpus,
    counted,
    hedged,
    in_country,
    leans,
    on,
    outline,
    person,
    planned,
    related,
    said,
    section,
    told,
)

FLOOD = section("flood", "water", "river", "dam")
STRIKE = section("strike", "union", "strike", "wages")
ANY = section("any", "union", "strike", "river", "water", "dam")

RIVER = told("The river rose four metres above the bridge in one night.", id="s1")
DAM = told("Engineers opened the dam gates before the first houses flooded.", id="s2")
UNION = told("The union called a strike over wages at the harbour terminal.", id="s3")


def why_left_out(*rows: Told, **known: Any) -> dict[str, str]:
    """Give why statements of one article are not in a section on a flood."""
    return dict(planned(corpus({"a.txt": rows}, **known), FLOOD).left_out)


def test_each_stands_where_its_words_belong() -> None:
    """A statement stands in the section whose words it holds."""
    plan = planned(corpus({"a.txt": [RIVER, DAM, UNION]}), FLOOD, STRIKE)
    assert sorted(chosen(plan, "flood")) == ["s1", "s2"]
    assert chosen(plan, "strike") == ["s3"]


def test_a_choice_tells_its_score_by_parts() -> None:
    """What spoke for a choice stands beside it, with what it beat."""
    plan = planned(corpus({"a.txt": [RIVER, DAM]}), FLOOD, length=12)
    (one,) = plan.sections[0].choices
    assert {"relevance", "coverage", "lead", "support"} <= one.parts.keys()
    assert one.score > 0
    assert one.because
    assert [*one.beat, one.statement] in (["s2", "s1"], ["s1", "s2"])
    assert plan.left_out == {one.beat[0]: "no_room"}


def test_a_word_of_the_outline_weighs_more_than_a_cue() -> None:
    """The analyst's terms place a statement before the library's cues do."""
    weights = dict(profile_of(section("x", "river", cues=("river", "bridge"))).phrases)
    assert [w for _, w in weights["river"]] > [w for _, w in weights["bridg"]]


def test_a_title_alone_makes_a_section() -> None:
    """A section of the user's own with nothing but a title is filled by its words."""
    plan = planned(corpus({"a.txt": [RIVER, DAM, UNION]}), section("dam_gates"))
    assert "s2" in chosen(plan, "dam_gates")


def test_neighbours_speak_for_a_statement() -> None:
    """A sentence without a word of the section gains by those around it."""
    silent = told("Nobody in the upper village heard anything that night.", id="s9")
    beside = corpus({"a.txt": [RIVER, silent, DAM]})
    alone = corpus({"a.txt": [silent]})
    values = [
        relevance(view_corpus(outline(FLOOD), each), None)["flood"]["s9"]
        for each in (beside, alone)
    ]
    assert values[0] > values[1] == 0.0


@pytest.mark.parametrize(
    ("time", "day", "fit"),
    [
        ("before", 15, 1.0),
        ("event", 16, 1.0),
        ("after", 17, 1.0),
        ("before", 17, -1.0),
        ("event", 15, -1.0),
        ("any", 17, 0.0),
    ],
)
def test_time_speaks_for_or_against(time: SectionTime, day: int, fit: float) -> None:
    """A day before, at or after the event suits the sections that ask for it."""
    spec = section("x", time=time)
    row = told("The river rose on that day.", on("that day", dt.date(2026, 3, day)))
    statement = corpus({"a.txt": [row]}).statements[0]
    assert suits(spec, when_of(statement, MONDAY)) == fit


@pytest.mark.parametrize("event", [None, MONDAY])
def test_without_a_day_time_says_nothing(event: dt.date | None) -> None:
    """No day of the event, or none in the statement, is no reason for or against."""
    row = told("The river rose.", on("The river", None))
    statement = corpus({"a.txt": [row]}).statements[0]
    assert suits(section("x", time="event"), when_of(statement, event)) == 0.0


def test_a_budget_of_its_own_comes_first() -> None:
    """A section's own words count before the rest is shared out."""
    many = [
        told(f"The river rose {n} metres above the old stone bridge {n}.", id=f"s{n}")
        for n in range(2, 12)
    ]
    narrow = section("flood", "river", words=12)
    plan = planned(corpus({"a.txt": many}), narrow, length=1000)
    assert len(chosen(plan, "flood")) == 1


def test_what_is_said_is_not_said_again() -> None:
    """Of two statements of one fact one stands, and the other is cited with it."""
    copy = told("The river rose by four metres over the bridge, in a night.", id="s9")
    both = corpus({"a.txt": [RIVER], "b.txt": [copy]}, [related("same", "s1", "s9")])
    plan = planned(both, FLOOD)
    (one,) = plan.sections[0].choices
    assert {one.statement, *one.same} == {"s1", "s9"}
    assert set(plan.left_out.values()) == {"said_already"}


@pytest.mark.parametrize(
    ("who", "both"),
    [("Ida Holm", ["s1"]), ("Tomas Berg", ["s1", "s2"]), (None, ["s1"])],
    ids=["the same speaker", "another speaker", "nobody"],
)
def test_that_another_says_it_too_is_news(who: str | None, both: list[str]) -> None:
    """Half a sentence said before is a repetition, but not where another says it."""
    first = "The river broke the northern dam because the gates were shut,"
    again = "Shut gates broke the northern dam after warnings from three engineers,"
    rows = [
        told(f"{first} said Ida Holm.", said(first, "Ida Holm"), id="s1"),
        told(f"{again} said witnesses.", said(again, who), id="s2")
        if who
        else told(f"{again} it seems.", id="s2"),
    ]
    found = corpus({"a.txt": [rows[0]], "b.txt": [rows[1]]})
    assert chosen(planned(found, FLOOD), "flood") == both


def test_two_things_said_by_one_firm_are_not_one() -> None:
    """Who says it is no part of what is said, however long the name."""
    rows = [
        told(f"Tarn River Dam Water said {what}.", said(what, "Tarn River Dam Water"))
        for what in ("it never had an order", "nobody was warned of the flood")
    ]
    found = corpus({"a.txt": rows[:1], "b.txt": rows[1:]})
    assert len(chosen(planned(found, FLOOD), "flood")) == len(rows)


def test_loosely_alike_is_not_cited_as_the_same() -> None:
    """A faint likeness keeps two statements apart, but proves nothing of the other."""
    like = told("The river rose once more, and the bridge was closed.", id="s9")
    faint = [related("same", "s1", "s9", score=0.3)]
    plan = planned(corpus({"a.txt": [RIVER], "b.txt": [like]}, faint), FLOOD)
    (one,) = plan.sections[0].choices
    assert one.same == ()


@pytest.mark.parametrize(
    ("named", "count", "words", "number", "unit"),
    [
        (
            "The union called the dealers of the strike poor and small sellers.",
            "The union has 6,246 dealers on strike.",
            "6,246",
            6246,
            "dealer",
        ),
        (
            "The river took the houses of the village below the bridge and the dam.",
            "The river took 41 houses of the village.",
            "41",
            41,
            "house",
        ),
        (
            "Voters of the lower river chose the water party and its dam on Sunday.",
            "Voters of the lower river were 812.",
            "812",
            812,
            "voter",
        ),
    ],
)
def test_a_number_is_not_said_without_it(
    named: str, count: str, words: str, number: float, unit: str
) -> None:
    """Words alike do not say a count: the one that counts stands beside them."""
    find = counted(words, number, None, unit=unit)
    plain = planned(
        corpus({"a.txt": [told(named, id="s1"), told(count, id="s2")]}), ANY
    )
    found = planned(
        corpus({"a.txt": [told(named, id="s1"), told(count, find, id="s2")]}), ANY
    )
    assert "said_already" in plain.left_out.values()
    assert set(chosen(found, "any")) == {"s1", "s2"}


def test_a_chain_of_likeness_is_no_fact() -> None:
    """A is like B and B like C: C is not taken for A."""
    rows = [told(f"The river rose {n} metres at gauge {n}.", id=f"s{n}") for n in "123"]
    links = [related("same", "s1", "s2"), related("same", "s2", "s3")]
    view = view_corpus(outline(FLOOD), corpus({"a.txt": rows}, links))
    assert [fact.members for fact in view.facts] == [("s1", "s2"), ("s3",)]


def test_a_pin_stands_whatever_speaks_against_it() -> None:
    """A pinned statement stands in its section: off topic, over budget, no matter."""
    edits = Edits(pin={"s3": "flood"})
    plan = planned(corpus({"a.txt": [RIVER, UNION]}), FLOOD, length=0, edits=edits)
    assert chosen(plan, "flood") == ["s3"]
    assert choice(plan, "s3").because == "pinned by the outline"


@pytest.mark.parametrize("pin", [{"s0": "flood"}, {"s1": "nowhere"}])
def test_a_pin_without_a_place_places_nothing(pin: dict[str, str]) -> None:
    """A pin of an unknown statement, or into an unknown section, chooses nothing."""
    plan = planned(corpus({"a.txt": [UNION]}), FLOOD, edits=Edits(pin=pin))
    assert chosen(plan, "flood") == []


def test_a_drop_never_stands() -> None:
    """A dropped statement stands nowhere, and the reason is the analyst's."""
    plan = planned(corpus({"a.txt": [RIVER]}), FLOOD, edits=Edits(drop=("s1",)))
    assert chosen(plan, "flood") == []
    assert plan.left_out == {"s1": "dropped"}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (told("The river rose over the bridge at dawn.", role="headline"), "not_body"),
        (told("The river rose.", is_opinion=False), "too_short"),
        (told(f"The river rose {'and rose ' * 40}again."), "too_long"),
        (told("Will the river rise over the bridge again?"), "question"),
        (told("The river must be given its room.", is_opinion=True), "opinion"),
        (
            told("“The river took our whole street,” she said.", is_quoted=True),
            "no_speaker",
        ),
        (
            told(
                "“The river took our whole street,” she said.",
                said("The river took our whole street", None, kind="direct"),
            ),
            "no_speaker",
        ),
        (told("It rose over the bridge at dawn.", leans("It", "pronoun")), None),
        (told("Nothing of that kind was ever planned here."), "off_topic"),
    ],
)
def test_what_is_left_out_has_its_reason(row: Told, reason: str | None) -> None:
    """A sentence that cannot stand says why, in a key that the labels word."""
    assert why_left_out(row) == {"a.txt:0": reason or "leans_on_context"}


def test_another_language_is_left_out() -> None:
    """What is not English is not chosen, and says so."""
    row = told("Der Fluss stieg in der Nacht um vier Meter.")
    found = why_left_out(row, language={"a.txt": "de"})
    assert found == {"a.txt:0": "other_language"}


def test_what_leans_stands_right_after_what_it_leans_on() -> None:
    """A pronoun that nothing can stand for brings the sentence before it."""
    leaning = told("It tore the old dam gates away by dawn.", leans("It", "pronoun"))
    plan = planned(corpus({"a.txt": [RIVER, leaning, UNION]}), FLOOD)
    place = chosen(plan, "flood").index("a.txt:1")
    assert chosen(plan, "flood")[place - 1] == "s1"
    assert choice(plan, "a.txt:1").follows == "s1"


def test_he_is_not_put_beside_another_name() -> None:
    """Whom "he" means was searched in vain: a neighbour must not seem to be meant."""
    named = told("The river rose past the house of Jan Moe.", id="s1")
    leaning = told("He was swept away by the dam water.", leans("He", "pronoun"))
    plan = planned(corpus({"a.txt": [named, leaning]}), FLOOD)
    assert plan.left_out["a.txt:1"] == "leans_on_context"


def test_a_sentence_that_leads_in_says_so() -> None:
    """A sentence chosen only for the one that needs it gives that as its reason."""
    before = told("Nobody in the upper village had slept that night.", id="s1")
    after = told("They watched the river take the dam.", leans("They", "pronoun"))
    plan = planned(corpus({"a.txt": [before, after]}), FLOOD)
    reasons = {choice(plan, item).because for item in chosen(plan, "flood")}
    assert chosen(plan, "flood") == ["s1", "a.txt:1"]
    assert "leads in a.txt:1" in reasons


def test_the_sentence_before_must_be_able_to_stand() -> None:
    """Nothing leads in that may not stand itself: opinion, or another article."""
    opinion = told("The river must have its room again.", is_opinion=True, id="s1")
    leaning = told("It tore the dam gates away by dawn.", leans("It", "pronoun"))
    one = planned(corpus({"a.txt": [opinion, leaning]}), FLOOD)
    apart = planned(corpus({"a.txt": [RIVER], "b.txt": [leaning]}), FLOOD)
    assert one.left_out["a.txt:1"] == "leans_on_context"
    assert apart.left_out["b.txt:0"] == "leans_on_context"


def test_a_passage_is_three_sentences_at_most() -> None:
    """What leans on what leans on what leans is given up in the end."""
    again = [
        told(f"It took house number {n} with the river.", leans("It", "pronoun"))
        for n in range(4)
    ]
    plan = planned(corpus({"a.txt": [RIVER, *again]}), FLOOD)
    kept = [f"a.txt:{n}" for n in range(1, DEEPEST)]
    assert chosen(plan, "flood") == ["s1", *kept]
    assert plan.left_out[f"a.txt:{DEEPEST}"] == "leans_on_context"


@pytest.mark.parametrize("kind", ["connective", "day", "place"])
def test_small_words_hinder_nothing(kind: ReferenceKind) -> None:
    """An opening “But”, a day or place without an answer, leaves a sentence free."""
    row = told("But the river rose there on Monday night.", leans("But", kind))
    assert why_left_out(row) == {}


def test_a_quotation_of_several_sentences_has_one_speaker() -> None:
    """The words of a quotation belong to who is named with its last sentence."""
    first = told("“The river came at four in the morning.", is_quoted=True)
    last = told(
        "We ran up the river bank at once,” Ines Okafor said.",
        said("We ran up the river bank at once", "Ines Okafor", kind="direct"),
        is_quoted=True,
    )
    apart = corpus({"a.txt": [first, last]})
    one, other = apart.statements
    (attribution,) = other.attributions
    longer = replace(attribution, content=(one.span, *attribution.content))
    joined = (one, replace(other, attributions=(longer,)))
    assert "a.txt:0" not in chosen(planned(apart, FLOOD), "flood")
    assert "a.txt:0" in chosen(
        planned(replace(apart, statements=joined), FLOOD), "flood"
    )


WORDS = st.sampled_from(
    """river dam water bridge gauge metres night engineers union strike wages rose
    closed village harbour flooded opened called Monday minister""".split()  # noqa: SIM905
)


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """Give articles of random words, with copies, likenesses and pronouns."""
    articles: dict[str, list[Told]] = {}
    for name in ("a.txt", "b.txt", "c.txt")[: draw(st.integers(1, 3))]:
        rows = []
        for _ in range(draw(st.integers(1, 8))):
            words = draw(st.lists(WORDS, min_size=3, max_size=25))
            finds = [leans(words[0], "pronoun", draw(st.none() | st.just("the dam")))]
            finds = finds[: draw(st.integers(0, 1))]
            rows.append(told(" ".join(words) + ".", *finds))
        articles[name] = rows
    found = corpus(articles)
    ids = [s.id for s in found.statements]
    pairs = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids))))
    return corpus(articles, list(_relations(pairs, draw)))


def _relations(pairs: Iterable[tuple[str, str]], draw: st.DrawFn) -> Iterable[Relation]:
    for left, right in {tuple(sorted(pair)) for pair in pairs}:
        if left != right:
            kind: RelationKind = draw(st.sampled_from(["same", "copy"]))
            score = draw(st.floats(0, 1))
            yield related(kind, left, right, score=score)


@given(corpora(), st.integers(0, 120), st.integers(0, 40))
def test_no_section_is_over_its_budget(found: Corpus, length: int, own: int) -> None:
    """Whatever the articles say, a section's words stay within its budget."""
    narrow = section("flood", "river", "dam", "water", words=own)
    plan = planned(found, narrow, STRIKE, length=length)
    words = {s.id: length_of(s) for s in found.statements}
    used = {s.id: sum(words[c.statement] for c in s.choices) for s in plan.sections}
    assert used["flood"] <= own
    assert used["strike"] <= max(0, length - own)


@given(corpora())
def test_nothing_stands_twice(found: Corpus) -> None:
    """No statement, and no two of one fact, stand in the sections."""
    plan = planned(found, FLOOD, STRIKE, length=200)
    stands = [c.statement for s in plan.sections for c in s.choices]
    assert Counter(stands).most_common(1)[0][1] == 1 if stands else True
    facts = view_corpus(outline(FLOOD), found).fact_of
    said_once = Counter(facts[item].members for item in stands)
    assert all(count == 1 for count in said_once.values())


@given(corpora())
def test_every_statement_is_chosen_or_has_a_reason(found: Corpus) -> None:
    """Nothing is left out without a word."""
    plan = planned(found, FLOOD, STRIKE, length=60)
    stands = {c.statement for s in plan.sections for c in s.choices}
    assert stands | plan.left_out.keys() == {s.id for s in found.statements}
    assert not stands & plan.left_out.keys()
    assert all(plan.left_out.values())
    assert all(c.because for s in plan.sections for c in s.choices)


@given(corpora())
def test_what_leans_never_stands_alone(found: Corpus) -> None:
    """A sentence with an unanswered pronoun stands after its own predecessor."""
    plan = planned(found, FLOOD, STRIKE, length=200)
    by_id = {s.id: s for s in found.statements}
    order = [s.id for s in found.statements]
    for part in plan.sections:
        stands = [c.statement for c in part.choices]
        for place, item in enumerate(stands):
            if any(r.antecedent is None for r in by_id[item].references):
                assert place > 0
                assert stands[place - 1] == order[order.index(item) - 1]


@given(corpora(), st.data())
def test_pins_and_drops_hold(found: Corpus, data: st.DataObject) -> None:
    """What the analyst pins stands there and what she drops stands nowhere."""
    ids = [s.id for s in found.statements]
    pinned, dropped = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))
    edits = Edits(pin={pinned: "strike"}, drop=(dropped,) if dropped != pinned else ())
    plan = planned(found, FLOOD, STRIKE, edits=edits)
    assert pinned in chosen(plan, "strike")
    assert not set(edits.drop) & {*chosen(plan, "flood"), *chosen(plan, "strike")}


def test_limits_are_those_of_words() -> None:
    """Six words may stand and seventy may; five and seventy-one may not."""
    for count in (SHORTEST, LONGEST):
        assert why_left_out(told(" ".join(["river"] * count))) == {}
    for count in (SHORTEST - 1, LONGEST + 1):
        assert why_left_out(told(" ".join(["river"] * count))) != {}


def test_an_opening_that_is_left_out_does_not_count() -> None:
    """What is left of "More importantly, the river is …" must say something alone."""
    row = told(
        "More importantly, the river is watched.",
        leans("More importantly", "connective"),
        id="s1",
    )
    assert why_left_out(row) == {"s1": "too_short"}


def test_support_of_many_origins_lifts() -> None:
    """Of two like facts the one that three origins carry is chosen."""
    lone = told("The river closed the northern road by the mill.", id="s1")
    rows = {
        name: [told("The river closed the southern road by the mill.", id=f"s{name}")]
        for name in "bcd"
    }
    links = [related("same", f"s{x}", f"s{y}") for x, y in (("b", "c"), ("b", "d"))]
    plan = planned(corpus({"a": [lone], **rows}, links), FLOOD, length=10)
    (one,) = plan.sections[0].choices
    assert one.statement in {"sb", "sc", "sd"}
    assert one.parts["support"] > 0


def test_tolls_and_disputes_lift() -> None:
    """A toll and a dispute each speak for a statement."""
    row = told(
        "The river killed nine people on Monday, Ada Brandvold said.",
        counted("nine people", 9, "killed"),
        said("The river killed nine people on Monday", "Ada Brandvold"),
        hedged("said", "reported"),
        id="s1",
    )
    other = told("The river killed nobody, the mayor said.", id="s2")
    dispute = related("disagrees", "s1", "s2", of="denial")
    plan = planned(corpus({"a.txt": [row], "b.txt": [other]}, [dispute]), FLOOD)
    parts = choice(plan, "s1").parts
    assert all(parts[name] > 0 for name in ("toll", "dispute"))


@pytest.mark.parametrize(
    ("row", "part"),
    [
        (
            told(
                "“The river took the barn in one go,” Ada Brandvold said.",
                said(
                    "The river took the barn in one go", "Ada Brandvold", kind="direct"
                ),
                person("Ada Brandvold", "Ada Brandvold"),
                is_quoted=True,
                id="s1",
            ),
            "private",
        ),
        (
            told(
                "“The river took our barn and I ran,” the mayor said.",
                said(
                    "The river took our barn and I ran",
                    "Ada Brandvold",
                    role="mayor",
                    kind="direct",
                ),
                is_quoted=True,
                id="s1",
            ),
            "personal",
        ),
        (told("The river made an awful and endless noise.", id="s1"), "bare"),
    ],
)
def test_private_personal_and_bare_words_count_less(row: Told, part: str) -> None:
    """Bystanders, what befell the speaker, and what names nothing count less."""
    plan = planned(corpus({"a.txt": [row]}), FLOOD)
    assert choice(plan, "s1").parts[part] < 0
    official = told(
        "“The river took the barn in Lom,” the mayor, Ada Brandvold, said.",
        said(
            "The river took the barn in Lom",
            "Ada Brandvold",
            role="mayor",
            kind="direct",
        ),
        person("Ada Brandvold", "Ada Brandvold", "mayor"),
        is_quoted=True,
        id="s1",
    )
    plan = planned(corpus({"a.txt": [official]}), FLOOD)
    parts = choice(plan, "s1").parts
    assert all(parts[name] == 0 for name in ("private", "personal", "bare"))


def test_what_says_we_without_a_speaker_has_none() -> None:
    """A paragraph that says “our thoughts” and names no speaker has none."""
    bare = told("Our thoughts are with all who lost a home to the river.", id="s1")
    assert why_left_out(bare) == {"s1": "no_speaker"}
    claimed = told(
        "The mayor said our thoughts are with all who lost a home to the river.",
        said("our thoughts are with all who lost a home to the river", "the mayor"),
        id="s1",
    )
    assert why_left_out(claimed) == {}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Here is what the mayor knows of the river so far:", "leads_in"),
        ("The town has set up a line for the river at 866-555-0135.", "service"),
        ("Those near the river may call +47 22 05 00 00 at night.", "service"),
    ],
)
def test_what_leads_in_or_serves_is_no_fact(text: str, why: str) -> None:
    """A sentence that ends on a colon, or gives a number to call, tells nothing."""
    assert why_left_out(told(text, id="s1")) == {"s1": why}
    year = told("The river had not risen so far in 1998-99 or since.", id="s1")
    assert why_left_out(year) == {}


def test_what_fits_no_section_tells_of_the_event() -> None:
    """It stands in the event's section; a section that nothing fits is empty."""
    rows = [
        RIVER,
        told("A bakery by the old mill lost its oven and its roof.", id="s4"),
    ]
    event = section("incident", "river", time="event")
    plan = planned(corpus({"a.txt": rows}), event, STRIKE)
    assert sorted(chosen(plan, "incident")) == ["s1", "s4"]
    assert chosen(plan, "strike") == []
    assert [q.kind for q in plan.questions] == ["gap"]


def test_a_section_that_hardly_anything_fits_stays_empty() -> None:
    """One sentence in a hundred that has a word of a section makes none of it."""
    table = {f"s{n}": 0.0 for n in range(299)} | {"s1": 0.6, "s2": 0.7}
    spec = outline(section("strike", "strike"), section("flood", "flood", time="event"))
    values = {"strike": table, "flood": dict.fromkeys(table, 0.1)}
    assert fit_of(spec, values, table)["strike"]["s2"] == 0.0
    assert fit_of(spec, values, table)["flood"]["s2"] > 0.0
    more = {**values, "strike": table | {"s3": 0.6}}
    assert fit_of(spec, more, table)["strike"]["s2"] > 0.0
    full = {**values, "strike": table | {"s2": 1.1}}
    assert fit_of(spec, full, table)["strike"]["s2"] > 0.0


def test_sides_of_a_dispute_belong_together() -> None:
    """Where a denial belongs, there belongs what it denies."""
    rows = [
        told(
            "The union held back the wages of its own clerks, a paper wrote.", id="s1"
        ),
        told("The board denied every word about its bakery on Friday.", id="s2"),
    ]
    dispute = related("disagrees", "s1", "s2", of="denial")
    view = view_corpus(outline(STRIKE), corpus({"a.txt": rows}, [dispute]))
    fits = relevance(view, None)["strike"]
    assert 0 < fits["s2"] < fits["s1"]
    alone = view_corpus(outline(STRIKE), corpus({"a.txt": rows}))
    assert relevance(alone, None)["strike"]["s2"] < fits["s2"]


def test_foreign_countries_respond() -> None:
    """Where a section is ordered by actor, others' acts belong a little more."""
    rows = [
        told(
            "Norway closed the strait.", in_country("Norway", "Norway", "NO"), id="s1"
        ),
        told("Norway sent two boats.", in_country("Norway", "Norway", "NO"), id="s2"),
        told("Chad sent two boats.", in_country("Chad", "Chad", "TD"), id="s3"),
    ]
    by_actor = replace(section("responses", "embassy"), order="actor")
    view = view_corpus(outline(by_actor), corpus({"a.txt": rows}))
    fits = relevance(view, None)["responses"]
    assert fits["s3"] > fits["s2"]


def test_no_sections_no_choices() -> None:
    """An outline of open questions alone plans no excerpts in sections."""
    asks = SectionSpec("open_questions", "Open questions", "", kind="open_questions")
    plan = plan_sections(outline(asks), corpus({"a.txt": [RIVER]}))
    assert plan.sections == ()
    assert isinstance(plan.outline, Outline)


def test_the_event_is_what_many_open_with() -> None:
    """A section on the event itself prefers what the openings of many origins tell."""
    opening = "The ferry sank in the strait before the day broke."
    aside = "The ferry's cook had served the same soup since spring."
    rows = {name: [told(f"{opening} {name}")] for name in ("b", "c", "d")}
    asides = [told("Nobody was asked."), told(aside, id="s1"), told(opening, id="s2")]
    spec = section("incident", "ferry", time="event")
    view = view_corpus(outline(spec), corpus({"a": asides, **rows}))
    fits = relevance(view, None)["incident"]
    assert fits["s2"] > fits["s1"]
    alone = view_corpus(outline(spec), corpus({"a": asides}))
    assert relevance(alone, None)["incident"]["s2"] < fits["s2"]


OFFICE = section("responses", "embassy", voices=("foreign minister", "cabinet"))


@pytest.mark.parametrize(
    ("name", "role", "fit"),
    [
        ("Ida Holm", "Danish foreign minister", VOICE),
        ("the Danish cabinet", None, VOICE),
        ("Ida Holm", "baker", 0.0),
        ("Ida Holm", "foreign reporter for Ministers Weekly", 0.0),
    ],
)
def test_words_belong_where_their_speaker_does(
    name: str, role: str | None, fit: float
) -> None:
    """A section's own voices are heard there, whatever they speak of."""
    row = told(
        f"The river will fall soon, said {name}.",
        said("The river will fall soon", name, role=role),
        id="s1",
    )
    view = view_corpus(outline(OFFICE), corpus({"a.txt": [row]}))
    assert relevance(view, None)["responses"]["s1"] == fit


def test_a_role_told_elsewhere_is_known() -> None:
    """Who is called minister in one article is a minister in the others."""
    plain = told(
        "The river will fall soon, said Ida Holm.",
        said("The river will fall soon", "Ida Holm"),
        id="s1",
    )
    named = told(
        "Foreign minister Ida Holm saw the dam.",
        person("Ida Holm", "Ida Holm", "foreign minister"),
        id="s2",
    )
    view = view_corpus(outline(OFFICE), corpus({"a.txt": [plain], "b.txt": [named]}))
    assert relevance(view, None)["responses"]["s1"] > 0


def test_a_dispute_is_not_of_the_time_before() -> None:
    """What denies a matter of the past is not itself background."""
    rows = [
        told("The union held back the wages of its clerks, a paper wrote.", id="s1"),
        told("The board denied every word about its bakery on Friday.", id="s2"),
    ]
    dispute = related("disagrees", "s1", "s2", of="denial")
    past = replace(STRIKE, time="before")
    view = view_corpus(outline(past), corpus({"a.txt": rows}, [dispute]))
    alone = view_corpus(outline(past), corpus({"a.txt": rows}))
    assert relevance(view, None) == relevance(alone, None)


def test_the_day_of_saying_is_not_the_day_told_of() -> None:
    """What was before the event and is told after it is of the time before."""
    row = told(
        "The dam had leaked since Monday, a clerk said on Friday.",
        on("Monday", dt.date(2026, 3, 9)),
        on("Friday", dt.date(2026, 3, 13)),
        said("The dam had leaked since Monday", "a clerk"),
        id="s1",
    )
    (one,) = corpus({"a.txt": [row]}).statements
    past = replace(FLOOD, time="before")
    assert suits(past, when_of(one, dt.date(2026, 3, 11))) == 1.0


def test_every_side_is_heard_first() -> None:
    """By actor, more words of one who was heard count less than before."""
    rows = [
        told(f"{words} said Ida Holm.", said(words, "Ida Holm"), id=name)
        for name, words in (
            ("s1", "The union and its strike won higher wages for clerks,"),
            ("s2", "No harbour had ever seen pickets that stood longer in rain,"),
        )
    ]
    found = corpus({"a.txt": rows})
    strike = section("strike", "union", "strike", "pickets")
    plain = planned(found, strike)
    by_actor = planned(found, replace(strike, order="actor"))
    again = chosen(plain, "strike")[1]
    assert choice(by_actor, again).score == pytest.approx(
        HEARD * choice(plain, again).score
    )
