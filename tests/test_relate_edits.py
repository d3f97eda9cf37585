"""Edits: two copies of one text that do not mean the same."""

from __future__ import annotations

import pytest

from briefing.relate.copies import Copy, compare
from briefing.relate.edits import find_change
from briefing.relate.gists import gist_of
from tests.builders import article, corpus, statement
from tests.case_files import Case, case_file

BODY = """
Heavy rain had fallen over the upper valley for nine days without a pause.
Farmers in three villages moved their cattle to the hills on Sunday night.
{}
"""


@case_file("edits.md")
def test_edits(case: Case) -> None:
    """A copy that changes the meaning is an edit, and shows where."""
    left, right = case.input.splitlines()
    assert _kind(left, right) == case.expected


@case_file("edits.md")
def test_edits_do_not_depend_on_the_order(case: Case) -> None:
    """Whichever of two copies is read first, the relation is the same."""
    left, right = case.input.splitlines()
    assert _kind(left, right).partition(":")[0] == _kind(right, left).partition(":")[0]


def _kind(left: str, right: str) -> str:
    copy = compare(gist_of(statement(left)), gist_of(statement(right)))
    if not isinstance(copy, Copy):
        return "other"
    change = find_change(copy)
    return "copy" if change is None else f"edit: {change.about}"


@pytest.mark.parametrize("verb", ["falsely accused", "has not accused"])
def test_an_edit_is_never_merged(verb: str) -> None:
    """Two copies that differ in meaning stand in one relation, and it is `edit`."""
    claim = "The mayor {} the power company of opening the dam too late in the night."
    papers = [
        article(BODY.format(claim.format("accused")), id="a.txt", outlet="The Post"),
        article(BODY.format(claim.format(verb)), id="b.txt", outlet="The Mail"),
    ]
    found = corpus(*papers)
    mayors = {s.id for s in found.statements if "mayor" in s.text}
    between = [r for r in found.relations if {r.left, r.right} == mayors]
    assert [(r.kind, r.of) for r in between] == [("edit", "edit")]
