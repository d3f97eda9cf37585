"""Which disputes are shown, in how many sides, and in what order."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from briefing.model.corpus import Relation
from briefing.model.plan import PlannedDisagreement
from briefing.plan.trims import others_words
from tests.builders import corpus as read_corpus
from tests.builders import read
from tests.planning import (
    Told,
    corpus,
    hedged,
    in_country,
    leans,
    planned,
    related,
    said,
    section,
    told,
)

RAID = section("raid", "gunmen", "mine", "guards")

BRIDGE = told("Gunmen killed a guard of the mine by blocking a bridge.", id="bridge")
PATROL = told("Gunmen of the hills ambushed a patrol at dawn.", id="patrol")
AGAIN = told("An ambush by gunmen of the hills hit a patrol.", id="again")
GATE = told("Gunmen killed a guard of the mine at a checkpoint.", id="gate")


def disputes(
    rows: list[Told], *relations: Relation, **more: Any
) -> tuple[PlannedDisagreement, ...]:
    """Give the disputes of a plan, each row an article of its own."""
    articles = {str(n): [row] for n, row in enumerate(rows, start=9)}
    published = {name: dt.date(2026, 3, int(name)) for name in articles}
    found = corpus(articles, relations, published=published)
    return planned(found, RAID, **more).disagreements


def account(left: str, right: str, about: str, **more: Any) -> Relation:
    """Give an account of *left* against *right*; ids are in order of their words."""
    assert left < right
    return related("disagrees", left, right, of="account", about=about, **more)


def sides(dispute: PlannedDisagreement) -> list[str]:
    """Give the statements of a dispute, in order."""
    return [side.choice.statement for side in dispute.sides]


def test_a_third_account_stands_beside_two() -> None:
    """A happening told in three ways is one dispute of three sides."""
    found = disputes(
        [BRIDGE, PATROL, AGAIN, GATE],
        account("bridge", "patrol", "blocking a bridge / ambushed a patrol"),
        account("again", "gate", "hit a patrol / at a checkpoint", score=0.1),
        length=1000,
    )
    (shown,) = found
    assert {"bridge", "gate"} < set(sides(shown))
    assert shown.about.count(" / ") == len(shown.sides) - 1 == len(["bridge", "gate"])


def test_another_happening_is_no_third_account() -> None:
    """Two patrols that share few words are not one."""
    other = told("Smugglers sank a patrol of the coast guard off Osaka.", id="again")
    found = disputes(
        [BRIDGE, PATROL, other, GATE],
        account("bridge", "patrol", "blocking a bridge / ambushed a patrol"),
        account("again", "gate", "sank a patrol / at a checkpoint"),
        length=1000,
    )
    assert [len(d.sides) for d in found] == [2, 2]


def test_the_charge_comes_before_the_answer() -> None:
    """Of an accusation and its answer the accusation stands first."""
    answer = told("Ruiz said he only came to the mine to help.", id="answer")
    charge = told("Guards accused Ruiz of robbing the mine.", id="charge")
    about = "accused Ruiz of robbing the mine"
    (shown,) = disputes([answer, charge], account("answer", "charge", about))
    assert sides(shown) == ["charge", "answer"]


UNNAMED = "accuser not named"


@pytest.mark.parametrize(
    ("charge", "cue", "speaker", "who"),
    [
        ("Ruiz was accused of robbing the mine.", "was accused", None, UNNAMED),
        (
            "Ruiz is suspected of setting the barn alight.",
            "is suspected",
            None,
            UNNAMED,
        ),
        ("Ruiz has been blamed for the crash.", "been blamed", None, UNNAMED),
        ("Guards accused Ruiz of robbing the mine.", "accused", "Guards", "Guards"),
    ],
)
def test_who_tells_of_a_charge_does_not_make_it(
    charge: str, cue: str, speaker: str | None, who: str
) -> None:
    """Where a newsroom names no accuser, it is none itself."""
    begin = charge.index(cue) + len(cue)
    made = said(charge[begin:].strip(" ."), speaker, cue)
    about = charge[charge.index(cue.rpartition(" ")[2]) :].rstrip(".")
    answer = told("Ruiz said he only came to the mine to help.", id="answer")
    row = told(charge, made, id="charge")
    (shown,) = disputes([answer, row], account("answer", "charge", about))
    assert shown.sides[0].who == who


def test_what_one_party_denies_twice_is_shown_once() -> None:
    """Two denials of one state in much the same words are one matter."""

    def pair(
        number: int, claimed: str, denying: str, denied: str
    ) -> tuple[list[Told], Relation]:
        claim, denial = f"c{number}", f"d{number}"
        rows = [
            told(f"{claimed} {denied}.", id=claim),
            told(
                f"{denying} Norway denied that {denied}.",
                said(denied, None, "denied"),
                hedged("denied", "denial"),
                in_country("Norway", "Norway", "NO"),
                id=denial,
            ),
        ]
        return rows, related("disagrees", claim, denial, of="denial", about=denied)

    first, one = pair(1, "A paper told of rifles:", "On radio", "its guards armed them")
    second, two = pair(2, "The union said:", "By letter", "they were armed by guards")
    third, three = pair(
        3, "Prosecutors have long charged:", "In court", "ministers owned smelters"
    )
    assert len(disputes([*first, *second], one, two, length=1000)) == 1
    assert len(disputes([*first, *third], one, three, length=1000)) == 2


def test_an_open_dispute_comes_before_a_settled_one() -> None:
    """What is still open stands first."""
    rows = [
        told(f"Gunmen took {n} from the mine, {who} said.", id=f"{n}{who}")
        for n in ("ore", "gold")
        for who in ("guards", "miners")
    ]
    settled = related(
        "disagrees", "oreguards", "oreminers", of="account", resolved_by="goldguards"
    )
    still = related("disagrees", "goldguards", "goldminers", of="account")
    found = disputes(rows, settled, still, length=1000)
    assert [sides(d)[0][:2] for d in found] == ["go", "or"]


CLAIM = told(
    "Ada Ruiz said the gate of the mine had been shut by the owners.",
    said("the gate of the mine had been shut by the owners", "Ada Ruiz"),
    id="claim",
)


def rejoined(answer: Told, **more: Any) -> tuple[PlannedDisagreement, ...]:
    """Give the disputes of an article in which *answer* stands behind a claim."""
    relation = related(
        "disagrees",
        *("claim", answer.fields["id"]),
        of="denial",
        about="the gate of the mine had been shut by the owners",
        denied_by=answer.fields["id"],
        denier="Jon Falk",
        **more,
    )
    found = corpus({"9": [CLAIM, answer]}, [relation])
    return planned(found, RAID, length=1000).disagreements


def test_a_denial_that_only_points_stands_beside_what_it_denies() -> None:
    """That it is a lie is a side, after the claim, with the name of whoever says it."""
    lie = told("Falk called that untrue.", leans("that", "pronoun"), id="lie")
    short = told("“Lies!” Jon Falk said.", said("Lies!", "Jon Falk"), id="lies")
    for answer in (lie, short):
        (shown,) = rejoined(answer)
        assert sides(shown) == ["claim", answer.fields["id"]]
        assert [side.who for side in shown.sides] == ["Ada Ruiz", "Jon Falk"]


def test_a_denial_that_points_at_somebody_is_no_side() -> None:
    """“They called that untrue” leaves open who did."""
    they = told("They called that all untrue.", leans("They", "pronoun"), id="they")
    assert not rejoined(they)


def test_who_has_a_number_is_who_speaks_it() -> None:
    """A speaker of the second clause has not said what stands in the first."""
    rows = [
        told(
            "The mine lost 57 guards, and Ada Ruiz told guards of the mine to rest.",
            said("guards of the mine to rest", "Ada Ruiz", "told"),
            id="a",
        ),
        told("Gunmen took 63 guards of the mine.", id="b"),
    ]
    relation = related(
        "disagrees", "a", "b", of="number", about="57 guards / 63 guards"
    )
    (shown,) = disputes(rows, relation, length=1000)
    assert "Ada Ruiz" not in [side.who for side in shown.sides]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "Falk denied that guards of the mine fired though a paper said they threw.",
            "Falk denied that guards of the mine fired",
        ),
        (
            "The mine lost 57 guards on Monday, and mayor Ada Ruiz said it was bad.",
            "The mine lost 57 guards on Monday",
        ),
        (
            "The owners accused guards of theft, while a guard admitted it, Ruiz said.",
            "The owners accused guards of theft",
        ),
        ("The dam was empty in May, while the river was high.", None),
        ("The mine was shut on Monday, and said the mayor had known it.", None),
        ("“We never knew of the gate, though some say so,” Falk said.", None),
    ],
)
def test_a_side_goes_without_what_another_says(text: str, left: str | None) -> None:
    """A side ends where another begins to speak; nothing else is cut."""
    (statement,) = corpus({"a.txt": [told(text)]}).statements
    cut = others_words(statement, "")
    kept = statement.text[: cut.start - statement.span.start] if cut else None
    assert kept == left


def test_a_side_keeps_the_words_in_dispute() -> None:
    """What is disputed is never cut, whoever says it."""
    text = "The mine is shut since May, while Ada Ruiz said guards had fired."
    (statement,) = corpus({"a.txt": [told(text)]}).statements
    assert others_words(statement, "guards had fired") is None


def test_a_quotation_that_runs_on_has_its_speaker() -> None:
    """Who says a side may be named in the sentence before, beyond the quotation."""
    papers = [
        read(
            "“We lowered the lake by six metres. The lake was low before the end of "
            "April,” said Ada Ruiz, head of Tarn Hydro.",
            "1.txt",
            outlet="The Post",
            published=dt.date(2026, 5, 13),
        ),
        read(
            "Mayor Jon Falk denied that the lake was low before the end of April.",
            "2.txt",
            outlet="The Mail",
            published=dt.date(2026, 5, 14),
        ),
    ]
    (shown,) = planned(read_corpus(*papers), RAID, length=1000).disagreements
    assert [side.who for side in shown.sides] == ["Ada Ruiz", "Jon Falk"]


@pytest.mark.parametrize(("denier", "count"), [("", 0), ("Hill Lane", 1)])
def test_a_detail_told_and_denied_is_not_asked(denier: str, count: int) -> None:
    """What is joined by its place alone, and in no section, is shown but not asked."""
    claimed, denied = "the bread of Hill Lane was old", "its bread was not old at all"
    rows = [
        told(f"Bakers said {claimed}.", said(claimed, "Bakers"), id="a"),
        told(f"Hill Lane said {denied}.", said(denied, "Hill Lane"), id="b"),
    ]
    relation = related(
        "disagrees", "a", "b", of="denial", about=denied, denied_by="b", denier=denier
    )
    plan = planned(corpus({"9": rows}, [relation]), RAID, length=1000)
    asked = [q for q in plan.questions if q.kind == "disputed"]
    assert (len(plan.disagreements), len(asked)) == (1, count)


PRINTS = [
    ("there had been talks with the pilots", "has denied", "did not rule out that"),
    ("the vaccine had failed the trial", "denied", "did not directly deny"),
    ("a tremor was felt in the mine", "rejected that", "would not comment on whether"),
]
"""What is denied, and how the denial was worded first and last."""


@pytest.mark.parametrize(("claimed", "before", "after"), PRINTS)
def test_a_denial_is_shown_as_it_was_printed_last(
    claimed: str, before: str, after: str
) -> None:
    """Where the newest print says less than “denied”, the dispute says less too."""
    rows = [
        told(f"Workers said {claimed}.", said(claimed, "Workers"), id="a"),
        told(f"Ada Ruiz {before} {claimed}.", hedged(before, "denial"), id="b"),
        told(f"Ada Ruiz {after} {claimed}.", id="c"),
    ]
    words = f"“{before}” / “{after}”"
    plan = disputes(
        rows,
        related("disagrees", "a", "b", of="denial", about=claimed),
        related("edit", "b", "c", of="edit", about=words),
        length=1000,
    )
    assert [(d.kind, d.now, sides(d)) for d in plan] == [
        ("denial", f"“{after}”", ["a", "c"]),
        ("edit", "", ["b", "c"]),
    ]


def test_another_edit_leaves_a_denial_what_it_is() -> None:
    """Where an editor changed other words than the denial, it is one still."""
    claimed = "there had been talks with the pilots"
    rows = [
        told(f"Workers said {claimed}.", said(claimed, "Workers"), id="a"),
        told(f"Ruiz denied {claimed} of Oslo.", hedged("denied", "denial"), id="b"),
        told(f"Ruiz denied {claimed} of Rome.", hedged("denied", "denial"), id="c"),
    ]
    plan = disputes(
        rows,
        related("disagrees", "a", "b", of="denial", about=claimed),
        related("edit", "b", "c", of="edit", about="“Oslo” / “Rome”"),
        length=1000,
    )
    assert {d.now for d in plan} == {""}


@pytest.mark.parametrize(
    ("about", "shown"),
    [
        ('blamed the fire on "faulty wires', 'blamed the fire on "faulty wires"'),
        ("called the strike “a trap", "called the strike “a trap”"),
        ("said the dam “held” / said it fell", "said the dam “held” / said it fell"),
    ],
)
def test_a_quotation_in_a_heading_is_closed(about: str, shown: str) -> None:
    """What is disputed may end before its closing mark; the heading has one."""
    text = "Gunmen killed a guard of the mine, and told it so"
    rows = [told(f"{text}.", id="a"), told(f"{text} again.", id="b")]
    (one,) = disputes(rows, account("a", "b", about), length=1000)
    assert one.about == shown
