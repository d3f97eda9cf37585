"""Disagreement: figures, denials and accounts that cannot all be right."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from briefing.model.article import Article
from briefing.relate.amounts import agree, amounts_of
from tests.builders import corpus, read
from tests.case_files import Case, case_file


@case_file("disagreement.md")
def test_disagreement(case: Case) -> None:
    """A dispute is found with what is disputed; an update or a part is none."""
    assert _disputes(case) == _in_order(case.expected)


@case_file("details.md")
def test_detail(case: Case) -> None:
    """Two articles that tell one detail of one thing otherwise are in dispute."""
    assert _disputes(case) == _in_order(case.expected)


def _disputes(case: Case) -> str:
    found = corpus(*_papers(case.input))
    disputes = {
        f"{r.of}: {_in_order(r.about)}{' (resolved)' if r.resolved_by else ''}"
        for r in found.relations
        if r.kind == "disagrees"
    }
    return "\n".join(sorted(disputes)) or "none"


def _in_order(about: str) -> str:
    """Put the two sides of *about* in one order: that of ids says nothing."""
    kind, mark, rest = about.rpartition(": ")
    return kind + mark + " / ".join(sorted(rest.split(" / ")))


def _papers(text: str) -> list[Article]:
    parts = re.split(r"^= (.*)\n", text, flags=re.MULTILINE)[1:]
    heads = [head.split(" | ") for head in parts[::2]]
    return [
        read(body, f"{i}.txt", outlet=outlet, published=dt.date.fromisoformat(day))
        for i, ((outlet, day), body) in enumerate(zip(heads, parts[1::2], strict=True))
    ]


def test_bounds_agree_with_what_lies_within_them() -> None:
    """At least 40 can be 62, up to 40 cannot, and about 60 can."""

    def one(words: str) -> bool:
        text = f"The flood killed {words} people. The flood killed 62 people."
        first, second = corpus(read(text)).statements
        (left,), (right,) = amounts_of(first), amounts_of(second)
        return agree(left, right)

    assert [one("at least 40"), one("up to 40"), one("about 60")] == [True, False, True]


@pytest.mark.parametrize(
    ("claim", "denial", "admission", "dated"),
    [
        (
            "Officials said the navy had sunk the ferry off Lom.",
            "Norway denied that it had sunk the ferry off Lom.",
            "Protests grew after Norway admitted that it had sunk the ferry off Lom.",
            "Norway admitted on Thursday that it had sunk the ferry off Lom.",
        ),
        (
            "For weeks the clinic had hidden the fever’s deaths, two nurses said.",
            "Ada Ruiz denied that the clinic had hidden the deaths of the fever.",
            "Ada Ruiz admitted that the clinic had hidden the deaths of the fever.",
            "Ada Ruiz admitted on Thursday the clinic had hidden the fever deaths.",
        ),
        (
            "The union said police had beaten strikers at the mine of Asta.",
            "Jonas Berg denied that police had beaten strikers at the mine of Asta.",
            "Workers left when Jonas Berg admitted police had beaten strikers of Asta.",
            "Jonas Berg conceded on Thursday that police had beaten strikers of Asta.",
        ),
    ],
)
def test_what_settles_a_denial_tells_when(
    claim: str, denial: str, admission: str, dated: str
) -> None:
    """Of one day’s reports of an admission, the one with its day settles it."""
    found = corpus(
        *_papers(
            f"= The Post | 2021-03-02\n{claim}\n= The Mail | 2021-03-03\n{denial}\n"
            f"= The Sun | 2021-03-05\n{admission}\n= The Echo | 2021-03-05\n{dated}\n"
        )
    )
    texts = {s.id: s.text for s in found.statements}
    ends = {texts[r.resolved_by] for r in found.relations if r.resolved_by}
    assert ends == {dated}
