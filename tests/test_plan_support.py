"""Support: what is cited for a statement states all that it states."""

from __future__ import annotations

import datetime as dt

from briefing.extract import extract_statements
from briefing.plan.facts import find_facts
from briefing.plan.support import find_backing, stated, states_all
from briefing.relate.gists import gist_of
from tests.builders import corpus, read
from tests.case_files import Case, case_file
from tests.planning import planned, section


@case_file("support.md")
def test_support(case: Case) -> None:
    """A passage is cited only where it has each number, actor and most of the words."""
    found = (extract_statements(read(line)) for line in case.input.splitlines())
    shown, other = (stated(gist_of(only)) for (only,) in found)
    assert ("yes" if states_all(shown, other) else "no") == case.expected


TOLD = "The ferry capsized off Lindholm in the storm on Sunday evening"
PAPERS = (
    read(f"{TOLD}.", "a.txt", outlet="The Post", published=dt.date(2024, 3, 4)),
    read(
        f"{TOLD} and 31 people drowned.",
        "b.txt",
        outlet="The Mail",
        published=dt.date(2024, 3, 4),
    ),
)


def test_support_has_a_direction() -> None:
    """Of one fact the short sentence rests on two papers, the fuller on its own."""
    found = corpus(*PAPERS)
    short, full = found.statements
    facts = tuple(find_facts(found))
    assert [set(fact.members) for fact in facts] == [{short.id, full.id}]
    assert find_backing(found, facts) == {
        short.id: (short.id, full.id),
        full.id: (full.id,),
    }


def test_what_is_chosen_cites_only_its_support() -> None:
    """No choice of the plan names a statement that says less than the chosen one."""
    found = corpus(*PAPERS)
    short, full = found.statements
    plan = planned(found, section("sinking", "ferry", "drowned", "storm"))
    same = {c.statement: c.same for s in plan.sections for c in s.choices}
    assert same in ({short.id: (full.id,)}, {full.id: ()})
