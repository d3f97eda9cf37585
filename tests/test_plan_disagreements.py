"""Which disputes are shown, in how many sides, and in what order."""

from __future__ import annotations

import datetime as dt
from typing import Any

from briefing.model.corpus import Relation
from briefing.model.plan import PlannedDisagreement
from tests.planning import (
    Told,
    corpus,
    hedged,
    in_country,
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
