"""Edits: two copies of one text that do not mean the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.relate.copies import Copy, compare
from briefing.relate.edits import find_change
from briefing.relate.gists import gist_of, term_of
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
    change = find_change(copy.left, copy.right)
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


SAID = "The reservoir above {} had been drained twice since the spring on {}, she said."


@pytest.mark.parametrize("names", [("a.txt", "b.txt"), ("b.txt", "a.txt")])
def test_who_prints_a_sentence_as_it_was_has_not_edited_it(
    names: tuple[str, str],
) -> None:
    """Beside the unaltered sentence a like one is neither its edit nor the same."""
    first, second = SAID.format("Sundal", "Monday"), SAID.format("Sundal", "Friday")
    texts = (first, f"{first}\n{second}")
    pairs = zip(texts, names, strict=True)
    found = corpus(*(article(text, id=name) for text, name in pairs))
    told = {s.id: s.text for s in found.statements}
    between = [(r.kind, told[r.left] == told[r.right]) for r in found.relations]
    assert between == [("copy", True)]


def test_an_edit_is_told_alike_whatever_the_files_are_called() -> None:
    """The names of the files do not decide which side of an edit comes first."""
    texts = [BODY.format(SAID.format("Sundal", day)) for day in ("Monday", "Friday")]
    papers = [article(text, id=f"{i}.txt") for i, text in enumerate(texts)]
    told = []
    for names in (("a.txt", "b.txt"), ("b.txt", "a.txt")):
        named = [replace(p, path=n) for p, n in zip(papers, names, strict=True)]
        told.append({r.about for r in corpus(*named).relations if r.kind == "edit"})
    assert told[0] == told[1] != set()


def test_a_sign_without_letters_has_no_term() -> None:
    """A lone accent or soft hyphen is a word of no letters, and means nothing."""
    assert term_of("") == ""
    left, right = (f"The company was warned {sign} in time." for sign in "\u0301·")
    assert _kind(left, right) == "copy"
