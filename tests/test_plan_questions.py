"""What the articles leave open, asked in the labels' words and the sources' alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.corpus import Corpus
from briefing.model.outline import SectionSpec
from briefing.model.plan import PlannedQuestion
from briefing.model.statement import HedgeKind
from tests.planning import (
    Told,
    corpus,
    counted,
    hedged,
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
        "Is it so? Ines Okafor: “accused the operator of opening the dam gates too "
        "late”. No other source here says so."
    )


def test_an_allegation_before_its_cue() -> None:
    """Where the claim stands first, the speaker follows it."""
    text = "The dam was opened too late, Ines Okafor alleged."
    claim = "The dam was opened too late"
    question = one_of(told(text, said(claim, "Ines Okafor", "alleged")))
    assert question.text == (
        f"Is it so: “{claim}”? Says so: Ines Okafor. No other source here does."
    )


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
        "Is it so? Ines Okafor: “accused the operator of opening the dam gates too "
        "late”. Denies it: Tarn Hydro."
    )
    assert [c.statement for c in question.choices] == ["s1", "s2"]


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
    """Where two accounts differ both who give them are named, nobody's own words."""
    row = told("The dam had been inspected in March of that year.", id="s2")
    dispute = related("disagrees", "s1", "s2", of="account")
    found = corpus(
        {"a.txt": [ACCUSES], "b.txt": [row]}, [dispute], outlet={"b.txt": "The Ledger"}
    )
    (question,) = [q for q in asked(found) if q.kind == "disputed"]
    assert "Ines Okafor" in question.text
    assert "The Ledger" in question.text


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
        "Jonas Hale blamed the rain of April for the floating timber.",
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
