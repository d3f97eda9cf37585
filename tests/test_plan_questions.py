"""What the articles leave open, asked in the labels' words and the sources' alone."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.corpus import Corpus
from briefing.model.outline import SectionSpec
from briefing.model.plan import PlannedQuestion
from briefing.model.statement import HedgeKind
from briefing.plan.wording import with_lead
from tests.planning import (
    MONDAY,
    Told,
    corpus,
    counted,
    hedged,
    leans,
    on,
    person,
    planned,
    related,
    said,
    section,
    told,
)

DAM = section("dam", "dam", "river", "gates", title="The dam")

ACCUSES = told(
    "Ines Okafor accused the operator of opening the dam gates too late.",
    said("the operator of opening the dam gates too late", "Ines Okafor", "accused"),
    id="s1",
)
DENIES = told(
    "Tarn Hydro denied that it had opened the gates after dawn.",
    said("it had opened the gates after dawn", "Tarn Hydro", "denied"),
    hedged("denied", "denial"),
    id="s2",
)


def asked(
    found: Corpus, *sections: SectionSpec, length: int = 1000
) -> list[PlannedQuestion]:
    """Give the questions that *found* leaves open, gaps aside."""
    plan = planned(found, *(sections or (DAM,)), length=length)
    return [question for question in plan.questions if question.kind != "gap"]


def one_of(row: Told) -> PlannedQuestion:
    """Give the only question that a sentence leaves open."""
    (question,) = asked(corpus({"a.txt": [row]}))
    return question


@pytest.mark.parametrize(
    ("text", "cue", "words"),
    [
        (
            "It is not clear whether the dam was inspected, the ministry said.",
            "not clear",
            "whether the dam was inspected",
        ),
        (
            "It was not known who opened the gates; the river rose at four.",
            "not known",
            "who opened the gates",
        ),
        (
            "The river rose at four, but the cause is still not known to anyone.",
            "not known",
            "the cause is still not known to anyone",
        ),
        (
            "Police had no word about why the gates of the dam were open.",
            "no word",
            "why the gates of the dam were open",
        ),
    ],
)
def test_what_is_not_known(text: str, cue: str, words: str) -> None:
    """The question holds the words that say what is not known, and ends with them."""
    question = one_of(told(text, hedged(cue, "unknown"), id="s1"))
    assert question.kind == "unknown"
    assert question.text == f"Not known: “{words}”"
    assert [c.statement for c in question.choices] == ["s1"]
    assert question.because == "unknown by the words of s1"


def test_what_is_not_confirmed() -> None:
    """A report that is not confirmed is asked as such."""
    text = "Reports that the second dam broke could not be confirmed."
    question = one_of(told(text, hedged("could not be confirmed", "unconfirmed")))
    assert question.kind == "unconfirmed"
    assert question.text == f"Not confirmed: “{text[:-1]}”"


@pytest.mark.parametrize("kind", ["possible", "reported", "refusal", "conditional"])
def test_other_hedges_ask_nothing(kind: HedgeKind) -> None:
    """A “may” or an “if” is no open question of the sources."""
    row = told("The dam may break by the next morning.", hedged("may", kind))
    assert asked(corpus({"a.txt": [row]})) == []


def test_what_one_side_alone_alleges() -> None:
    """An accusation is asked with who makes it, and that no other source does."""
    question = one_of(ACCUSES)
    assert question.kind == "alleged"
    assert question.text == (
        "Is it so? Says so, alone: Ines Okafor, “accused the operator of opening the "
        "dam gates too late”."
    )


def test_an_allegation_before_its_cue() -> None:
    """Where the claim stands first, the speaker follows it."""
    text = "The dam was opened too late, Ines Okafor alleged."
    claim = "The dam was opened too late"
    question = one_of(told(text, said(claim, "Ines Okafor", "alleged")))
    assert question.text == (f"Is it so: “{claim}”? Says so, alone: Ines Okafor.")


@pytest.mark.parametrize(
    "row",
    [
        told(
            "The dam held all night, Ines Okafor said.", said("The dam", "Ines Okafor")
        ),
        told(
            "Someone accused the operator of the dam of haste.",
            said("the operator", None, "accused"),
        ),
        told("The operator of the dam was at fault.", said("at fault", "A", cue="")),
    ],
)
def test_plain_saying_alleges_nothing(row: Told) -> None:
    """What is merely said, or by nobody known, is no allegation."""
    assert asked(corpus({"a.txt": [row]})) == []


def test_what_is_denied() -> None:
    """A denied accusation names both, and rests on both sentences."""
    both = corpus(
        {"a.txt": [ACCUSES], "b.txt": [DENIES]},
        [related("disagrees", "s1", "s2", of="denial", about="the gates")],
    )
    (question,) = asked(both)
    assert question.kind == "disputed"
    assert question.text == (
        "Is it so? Says so: Ines Okafor, “accused the operator of opening the dam "
        "gates too late”. Denies it: Tarn Hydro."
    )


def test_two_numbers() -> None:
    """A dispute about a number asks for the number."""
    rows = [
        told("The dam killed nine.", counted("nine", 9, "killed"), id="s1"),
        told("The river claimed eleven lives.", counted("eleven", 11, None), id="s2"),
    ]
    plus = [told(f"{r.text[:-1]} in the valley below.", **r.fields) for r in rows]
    about = "nine / eleven"
    dispute = related("disagrees", "s1", "s2", of="number", about=about)
    (question,) = asked(corpus({"a.txt": plus[:1], "b.txt": plus[1:]}, [dispute]))
    assert question.text.startswith("How many: “nine” or “eleven”?")


def test_two_accounts() -> None:
    """Where two accounts differ the claim is quoted and both who tell it are named."""
    row = told("The dam had been inspected in March of that year.", id="s2")
    dispute = related("disagrees", "s1", "s2", of="account")
    found = corpus(
        {"a.txt": [ACCUSES], "b.txt": [row]}, [dispute], outlet={"b.txt": "The Ledger"}
    )
    (question,) = [q for q in asked(found) if q.kind == "disputed"]
    assert question.text == (
        "Is it so? Says so: Ines Okafor, “accused the operator of opening the dam "
        "gates too late”. Says otherwise: The Ledger."
    )


def test_two_ways() -> None:
    """Where a happening is told in two ways, the question holds both."""
    rows = [
        told("Rebels shelled the bridge of the river port at dawn.", id="s1"),
        told("Rebels stormed the bridge of the river port on foot.", id="s2"),
    ]
    about = "shelled the bridge / stormed the bridge"
    dispute = related("disagrees", "s1", "s2", of="account", about=about)
    found = corpus({"a.txt": rows[:1], "b.txt": rows[1:]}, [dispute])
    (question,) = asked(found)
    assert question.text == (
        "Which account holds: “shelled the bridge” or “stormed the bridge”?"
    )


def test_a_dispute_without_words_is_not_asked() -> None:
    """Two who differ about what nobody can name give no question."""
    row = told("The dam had been inspected in March of that year.", id="s2")
    other = told("The dam had been painted in April of that year.", id="s1")
    dispute = related("disagrees", "s1", "s2", of="account")
    assert asked(corpus({"a.txt": [other], "b.txt": [row]}, [dispute])) == []


def test_what_was_settled_is_not_asked() -> None:
    """A dispute that a later report settled is no open question."""
    settled = told("The prosecutor found that the gates of the dam were shut.", id="s3")
    dispute = related("disagrees", "s1", "s2", of="denial", resolved_by="s3")
    found = corpus({"a.txt": [ACCUSES], "b.txt": [DENIES, settled]}, [dispute])
    assert [q for q in asked(found) if q.kind == "disputed"] == []


def test_an_edit_is_not_asked() -> None:
    """Two wordings of one dispatch are shown as an edit, not asked about."""
    found = corpus(
        {"a.txt": [DENIES], "b.txt": [ACCUSES]}, [related("edit", "s1", "s2")]
    )
    assert [q for q in asked(found) if q.kind == "disputed"] == []


def test_a_side_that_cannot_stand_is_not_asked() -> None:
    """A dispute of which one side leans on context asks nothing."""
    headline = told("Operator denies opening the dam gates too late", role="headline")
    dispute = related("disagrees", "a.txt:0", "s1", of="denial")
    found = corpus({"a.txt": [headline], "b.txt": [ACCUSES]}, [dispute])
    assert [q for q in asked(found) if q.kind == "disputed"] == []


def test_an_empty_section_is_a_gap() -> None:
    """A part of the outline that nothing answers is asked as a gap, at the end."""
    empty = section("schools", "classroom", title="Schools")
    plan = planned(corpus({"a.txt": [ACCUSES]}), DAM, empty)
    assert [q.kind for q in plan.questions] == ["alleged", "gap"]
    assert plan.questions[-1].text == (
        "Schools: nothing in these articles answers this part of the outline."
    )
    assert plan.questions[-1].choices == ()


def test_the_disputed_comes_first() -> None:
    """Questions run from what is disputed to what one side alleges."""
    unknown = told(
        "It is not known how many mills the river took.", hedged("not known", "unknown")
    )
    other = told(
        "Jonas Hale blamed the rain of April for the gates of the dam.",
        said("the rain of April", "Jonas Hale", "blamed"),
    )
    dispute = related("disagrees", "s1", "s2", of="denial")
    rows = [ACCUSES, unknown, other]
    found = corpus({"a.txt": rows, "b.txt": [DENIES]}, [dispute])
    kinds = [q.kind for q in asked(found)]
    assert kinds == sorted(kinds, key=["disputed", "unknown", "alleged"].index)
    assert set(kinds) == {"disputed", "unknown", "alleged"}


def test_one_matter_is_asked_once() -> None:
    """Two sentences that do not know the same thing give one question."""
    rows = [
        told("It is not known who opened the dam.", hedged("not known", "unknown")),
        told("Still not known is who opened the dam.", hedged("not known", "unknown")),
    ]
    assert len(asked(corpus({"a.txt": rows}))) == 1


def test_questions_keep_to_their_share() -> None:
    """Questions stay shorter than the sections they ask about."""
    rows = [
        told(f"It is not known who {what}.", hedged("not known", "unknown"))
        for what in ("opened the dam", "sold the boats", "saw fire", "paid the mayor")
    ]
    found = corpus({"a.txt": rows})
    counts = [len(asked(found, length=length)) for length in (0, 60, 1000)]
    assert counts[0] == 0
    assert 0 == counts[0] <= counts[1] < counts[2] == 4


PIECES = st.sampled_from(
    ["who", "opened", "the dam", ",", "; ", "“", "”", '"', "–", "whether", "4,5", "\n"]
)


@given(
    st.lists(PIECES, min_size=1, max_size=12),
    st.sampled_from(["unknown", "unconfirmed"]),
)
def test_questions_hold_labels_and_source_words_alone(
    pieces: list[str], kind: HedgeKind
) -> None:
    """Outside the labels each word of a question stands in the sentence it asks of."""
    words = " ".join(pieces)
    text = f"The river and the dam: it is not known {words} in the valley."
    row = told(text, hedged("not known", kind))
    for question in asked(corpus({"a.txt": [row]})):
        stem, _, quoted = question.text.partition(": “")
        assert stem in ("Not known", "Not confirmed")
        assert quoted.removesuffix("”") in " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "cue", "kind", "asks"),
    [
        (
            (
                "They continue to hunt for a motive behind the stabbings at Ostby "
                "market as more details of that afternoon emerge."
            ),
            "continue to hunt for a motive",
            "unknown",
            "Not known: “a motive behind the stabbings at Ostby market”",
        ),
        (
            "The ballots were counted at night but their number was not yet known.",
            "was not yet known",
            "unknown",
            "Not known: “The ballots … their number was not yet known”",
        ),
        (
            (
                "A woman in a yellow coat, with a bag and perhaps a map of the river, "
                "who has not been identified was seen."
            ),
            "has not been identified",
            "unknown",
            "Not known: “A woman in a yellow coat … who has not been identified”",
        ),
        (
            (
                "Asked whether the verdict of the trial would stand, he said it was "
                "too early to tell."
            ),
            "too early to tell",
            "unknown",
            "Not known: “whether the verdict of the trial would stand”",
        ),
        (
            "A key question remains: Did the river rise before the alarm",
            "question remains",
            "unknown",
            "Not known: “Did the river rise before the alarm”",
        ),
        (
            "The ministry gave no details on a possible cause for the fire in the dam.",
            "gave no details",
            "refusal",
            "Not said: “a possible cause for the fire in the dam”",
        ),
        (
            "They met over how long it stays, and the cost of the dam remains unclear.",
            "remains unclear",
            "unknown",
            "Not known: “the cost of the dam remains unclear”",
        ),
        (
            "The ministry is working to find out to which dam the barge belongs.",
            "working to find out",
            "unknown",
            "Not known: “to which dam the barge belongs”",
        ),
        (
            "Inspectors have not ruled out sabotage, the ministry said.",
            "have not ruled out",
            "possible",
            "Not ruled out: “sabotage”",
        ),
        (
            "A second leak has not been ruled out, the ministry said.",
            "has not been ruled out",
            "possible",
            "Not ruled out: “A second leak”",
        ),
    ],
)
def test_a_question_is_cut_to_what_it_asks(
    text: str, cue: str, kind: HedgeKind, asks: str
) -> None:
    """A question holds the clause that is asked and its subject, not the sentence."""
    (question,) = asked(
        corpus({"a.txt": [told(text, hedged(cue, kind), id="s1")]}),
        section("any", "dam", "market", "ballots", "coat", "trial", "leak", "sabotage"),
    )
    assert question.text == asks


def test_one_that_may_be_is_no_question() -> None:
    """What is merely possible, or was ruled out, is not said to be left open."""
    row = told("Inspectors may have ruled out a leak.", hedged("may", "possible"))
    assert asked(corpus({"a.txt": [row]})) == []


LEADS = told("A second van stood near the dam on that night.", id="van")
POINTS = told(
    "Police do not know where that van is now.", hedged("not know where", "unknown")
)


def test_what_points_back_stands_after_what_it_points_to() -> None:
    """A question that names nothing alone has the sentence before it, and its words."""
    (question,) = asked(corpus({"a.txt": [LEADS, POINTS]}))
    first = "A second van stood near the dam on that night"
    assert question.text == f"Not known: “{first} … where that van is now”"
    assert [c.statement for c in question.choices] == ["van", "a.txt:1"]
    assert asked(corpus({"a.txt": [POINTS]})) == []


def test_a_pronoun_has_the_name_it_stands_for() -> None:
    """A pronoun that was resolved stands as its name in brackets."""
    row = told(
        "It is not clear why she left the dam that night.",
        hedged("not clear", "unknown"),
        leans("she", "pronoun", "Ines Okafor"),
    )
    (question,) = asked(corpus({"a.txt": [row]}))
    assert question.text == "Not known: “why [Ines Okafor] left the dam that night”"


def test_who_is_meant_stands_before_a_gap() -> None:
    """The one person that a sentence names before it asks opens the question."""
    row = told(
        "Ines Okafor left the dam on Monday, and it is not clear when she came back.",
        person("Ines Okafor", "Ines Okafor"),
        hedged("is not clear", "unknown"),
    )
    (question,) = asked(corpus({"a.txt": [row]}))
    assert question.text == "Not known: “Ines Okafor … when she came back”"


def test_what_a_newsroom_asks_and_leaves_open() -> None:
    """A question that is called one, or that is said to be open, is asked."""
    rows = [
        told("Questions to consider: Who let the miners go down?", id="who"),
        told("Did nobody hear the warning of the pumps?", id="heard"),
        told("The pumps are from 1994, said the firm."),
        told("How many miners are still in the lower shaft?", id="many"),
        told("That is not clear.", hedged("is not clear", "unknown")),
        told("Why does anybody still dig for copper there?", id="led"),
        told("The answer is money."),
    ]
    found = asked(corpus({"a.txt": rows}), section("mine", "miners", "pumps"))
    assert {c.statement for q in found for c in q.choices} == {"who", "heard", "many"}
    assert "Asked, not answered there: “Who let the miners go down?”" in {
        q.text for q in found
    }


@pytest.mark.parametrize(
    ("later", "count"),
    [
        ("Prosecutors confirmed on Friday that the mayor opened the dam gates.", 0),
        ("Prosecutors spoke on Friday of the mayor and his dam gates.", 1),
    ],
)
def test_what_a_later_article_answers_is_not_asked(later: str, count: int) -> None:
    """What is confirmed on a later day is no open question any more."""
    row = told(
        "Whether the mayor opened the dam gates is not known.",
        hedged("is not known", "unknown"),
        id="s1",
    )
    found = corpus(
        {"a.txt": [row], "b.txt": [told(later, id="s2")]},
        published={"a.txt": MONDAY, "b.txt": MONDAY + dt.timedelta(4)},
    )
    assert len([q for q in asked(found) if q.choices[0].statement == "s1"]) == count
    turned = corpus(
        {"a.txt": [row], "b.txt": [told(later, id="s2")]},
        published={"b.txt": MONDAY, "a.txt": MONDAY + dt.timedelta(4)},
    )
    assert len(asked(turned)) == 1


@pytest.mark.parametrize(
    ("asks", "cue", "later", "count"),
    [
        (
            "It is unclear when the ferry master would appear in court in Valmora.",
            "is unclear",
            "The ferry master appeared in court in Valmora on Friday.",
            0,
        ),
        (
            "It is not known when the tunnel under the dam would reopen.",
            "is not known",
            "The tunnel under the dam reopened on Friday.",
            0,
        ),
        (
            "It is not clear when the strikers of the port would return to work.",
            "is not clear",
            "The strikers of the port returned to work on Friday.",
            0,
        ),
        (
            "It is not known when the tunnel under the dam would reopen.",
            "is not known",
            "The tunnel under the dam will reopen after Friday.",
            1,
        ),
        (
            "It is not known when the tunnel under the dam would reopen.",
            "is not known",
            "The market under the dam reopened on Friday.",
            1,
        ),
        (
            "Police could not say if anyone else was in the dam mill at the time.",
            "could not say",
            "Police said there was nobody else in the dam mill on Friday.",
            0,
        ),
        (
            "It is not known whether anybody was aboard the barge on the river.",
            "is not known",
            "No one was aboard the barge on the river on Friday.",
            0,
        ),
        (
            "Police could not say if anyone else was in the dam mill at the time.",
            "could not say",
            "Police said nobody else was hurt on Friday in the dam mill.",
            1,
        ),
    ],
)
def test_what_has_come_since_is_not_asked(
    asks: str, cue: str, later: str, count: int
) -> None:
    """When a thing would come is no question after it came, nor if anyone was there."""
    rows = [told(asks, hedged(cue, "unknown"), id="s1")]
    friday = told(later, on("Friday", MONDAY + dt.timedelta(4)), id="s2")
    found = corpus(
        {"a.txt": rows, "b.txt": [friday]},
        published={"a.txt": MONDAY, "b.txt": MONDAY + dt.timedelta(4)},
    )
    dam = section("dam", "dam", "river", "port", "ferry", title="The dam")
    left = [q for q in asked(found, dam) if q.choices[0].statement == "s1"]
    assert len(left) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The break of the dam is still under investigation.", 0),
        ("The dam collision remains under investigation.", 0),
        ("The fire at the dam was under investigation.", 0),
        ("The cause of the break of the dam is still under investigation.", 1),
        ("How the dam gates came open is still under investigation.", 1),
    ],
)
def test_an_inquiry_that_names_nothing_asks_nothing(text: str, count: int) -> None:
    """That something is investigated is no question, unless it says what is sought."""
    start = next(w for w in ("is still", "remains", "was") if w in text)
    cue = f"{start} under investigation"
    row = told(text, hedged(cue, "unknown"), id="s1")
    assert len(asked(corpus({"a.txt": [row]}))) == count


@pytest.mark.parametrize(
    ("content", "cue", "count"),
    [
        ("it is the fastest-growing builder of dams in the north", "claims", 0),
        ("they are the leading dam builders of the whole river", "claims", 0),
        ("it has the largest dam of the river", "claims", 0),
        ("the dam would hold for a hundred years", "claims", 0),
        ("a yard at the foot of the dam", "maintains", 0),
        ("its own fleet of barges at the dam", "maintains", 0),
        ("that the mayor opened the dam gates", "maintains", 1),
        ("the mayor opened the dam gates at night", "claims", 1),
        ("the largest bank of the town hid the losses of the dam", "claims", 1),
    ],
)
def test_praise_and_keeping_allege_nothing(content: str, cue: str, count: int) -> None:
    """Who praises himself, foretells, or keeps a thing accuses nobody."""
    text = f"Tarn Hydro {cue} {content}."
    row = told(text, said(content, "Tarn Hydro", cue), id="s1")
    assert len(asked(corpus({"a.txt": [row]}))) == count


def test_whose_tells_of_the_noun_before() -> None:
    """A clause with "whose" is asked with the noun that it is about."""
    text = "The dam keeper, whose condition was unknown, was flown to the river port."
    question = one_of(told(text, hedged("was unknown", "unknown"), id="s1"))
    assert question.text == "Not known: “The dam keeper, whose condition was unknown”"


def test_what_matters_is_asked_first() -> None:
    """Why a strike began comes before where its leader slept."""
    rows = [
        told(
            "It is not clear which hotel the strike leader of the port chose.",
            hedged("is not clear", "unknown"),
            id="hotel",
        ),
        told(
            "It is not clear what the cause of the dispute in the harbour was.",
            hedged("is not clear", "unknown"),
            id="cause",
        ),
    ]
    found = asked(corpus({"a.txt": rows}), section("strike", "port", "harbour"))
    assert [q.choices[0].statement for q in found] == ["cause", "hotel"]


def test_a_dispute_that_is_shown_stands_once() -> None:
    """Beside the disagreements a question repeats only the side with its words."""
    both = corpus(
        {"a.txt": [ACCUSES], "b.txt": [DENIES]},
        [related("disagrees", "s1", "s2", of="denial", about="the gates")],
    )
    (question,) = asked(both)
    assert [c.statement for c in question.choices] == ["s1"]


def test_who_is_asked_of_a_denial_in_its_own_words() -> None:
    """“We did not open it” is said by who denies; who charged it says otherwise."""
    words = "we did not open it"
    dispute = related("disagrees", "s1", "s2", of="denial", about=words, is_answer=True)
    (question,) = asked(corpus({"a.txt": [ACCUSES], "b.txt": [DENIES]}, [dispute]))
    assert question.text == (
        "Is it so: “we did not open it”? Says so: Tarn Hydro. "
        "Says otherwise: Ines Okafor."
    )
    assert [c.statement for c in question.choices] == ["s2"]


def test_a_claim_with_a_not_is_still_who_claims_it() -> None:
    """Who calls “the gates were not opened” false denies it, whatever its words."""
    about = "the dam gates were never opened"
    dispute = related("disagrees", "s1", "s2", of="denial", about=about)
    (question,) = asked(corpus({"a.txt": [ACCUSES], "b.txt": [DENIES]}, [dispute]))
    assert question.text.endswith("Says so: Ines Okafor. Denies it: Tarn Hydro.")


def test_a_named_claim_is_no_allegation() -> None:
    """Who rejects "a claim" makes none, and two words accuse nobody."""
    rows = [
        told(
            "The mayor rejected a claim that the dam had been sold.",
            said("the dam had been sold", "Ada Brandvold", "claim"),
        ),
        told("The river party accuses 26.", said("26", "The river party", "accuses")),
    ]
    assert asked(corpus({"a.txt": rows})) == []


def test_what_another_wording_of_the_text_tells_is_not_asked() -> None:
    """What one print of a dispatch leaves open, and another says, is no question."""
    rows = {
        "a.txt": [
            told(
                "Tarn Hydro did not say whether the dam gates were shut on Monday.",
                hedged("did not say", "refusal"),
                id="open",
            )
        ],
        "b.txt": [
            told("Tarn Hydro said the dam gates were shut on Monday.", id="told")
        ],
    }
    assert asked(corpus(rows))
    assert not asked(corpus(rows, [related("edit", "open", "told")]))


@pytest.mark.parametrize(
    ("lead", "asked_for", "shown"),
    [
        (
            "A report of the water board lists cracks and recommends a lower lake.",
            "whether that was done",
            "recommends a lower lake … whether that was done",
        ),
        (
            "Three of the sailors left the ship and the harbour at dawn.",
            "where those men are",
            (
                "Three of the sailors left the ship and the harbour at dawn … where "
                "those men are"
            ),
        ),
        # What points back itself names nothing, and what is long is not read.
        (
            "They counted the ballots of this town twice.",
            "why that was",
            "why that was",
        ),
        (
            f"The lorry at the gate of the mill, {'with its lights on, ' * 4}was gone.",
            "who took that lorry",
            "who took that lorry",
        ),
    ],
)
def test_words_that_point_back_have_what_they_point_to(
    lead: str, asked_for: str, shown: str
) -> None:
    """The end of the sentence before stands in a question that says nothing alone."""
    (statement,) = corpus({"a.txt": [told(lead)]}).statements
    assert with_lead(statement, asked_for) == shown


def test_a_denial_that_was_worded_anew_is_asked_as_it_stands() -> None:
    """The question tells the newest print's words, not that it is denied."""
    was, now = "denied that", "would not say whether"
    newer = told(f"Tarn Hydro {now} it had opened the gates after dawn.", id="s3")
    older = told(
        f"Tarn Hydro {was} it had opened the gates after dawn.",
        said("it had opened the gates after dawn", "Tarn Hydro", "denied"),
        hedged(was, "denial"),
        id="s2",
    )
    about = "it had opened the gates"
    both = corpus(
        {"a.txt": [ACCUSES], "b.txt": [older], "c.txt": [newer]},
        [
            related("disagrees", "s1", "s2", of="denial", about=about),
            related("edit", "s2", "s3", of="edit", about=f"“{was}” / “{now}”"),
        ],
        published={"b.txt": dt.date(2026, 3, 14), "c.txt": dt.date(2026, 3, 15)},
    )
    (question,) = [q for q in asked(both) if q.kind == "disputed"]
    assert question.text == (
        f"Is it so: “{about}”? Says so: Ines Okafor. "
        f"Tarn Hydro, as printed last: “{now}”."
    )


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The lights of the dam went out and no one knew where to go.", "no one knew"),
        ("Even if you don't know who flooded your river mill, ask.", "don't know"),
        ("It was not clear whether the dam guard had an attorney.", "was not clear"),
        ("Word on a lawyer for the dam guard was not available.", "was not available"),
        ("The girl, who has not been named, fell from the dam.", "has not been named"),
    ],
    ids=["what to do", "advice", "counsel", "a lawyer", "in passing"],
)
def test_what_asks_for_no_fact_of_the_event(text: str, cue: str) -> None:
    """Advice, counsel for the defence and a name kept in passing leave nothing open."""
    assert asked(corpus({"a.txt": [told(text, hedged(cue, "unknown"))]})) == []


@pytest.mark.parametrize(("days", "count"), [(7, 1), (60, 0)])
def test_what_was_open_long_ago_is_not_asked(days: int, count: int) -> None:
    """A month after, nobody leaves open what no article has spoken of since."""
    text = "It is not known who opened the gates of the dam."
    found = corpus(
        {
            "a.txt": [told(text, hedged("is not known", "unknown"), id="s1")],
            "b.txt": [told("The dam is to be built anew, a court ruled.", id="s2")],
        },
        published={"a.txt": MONDAY, "b.txt": MONDAY + dt.timedelta(days)},
    )
    assert len(asked(found)) == count
