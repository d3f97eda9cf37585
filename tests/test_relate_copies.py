"""Copies and origins: one dispatch never counts as two."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing.extract import extract_statements
from briefing.model.article import Article
from briefing.model.corpus import Corpus
from briefing.relate import relate_statements
from briefing.relate.copies import free_words
from briefing.relate.gists import gist_of
from briefing.relate.origins import newsroom_key
from tests.builders import article, corpus
from tests.case_files import Case, case_file


@case_file("copies.md")
def test_copies(case: Case) -> None:
    """Each article has the origin of whoever told its text first."""
    papers = _papers(case.input)
    found = corpus(*papers)
    origins = [found.article_origins[paper.id] for paper in papers]
    lines = [f"{origin.name} ({origin.kind})" for origin in origins]
    lines += [f"{shared.share:.2f}" for shared in found.shared]
    assert "\n".join(lines) == case.expected


def _papers(text: str) -> list[Article]:
    parts = re.split(r"^= (.*)\n", text, flags=re.MULTILINE)[1:]
    found: list[Article] = []
    for number, (head, body) in enumerate(zip(parts[::2], parts[1::2], strict=True)):
        outlet, agency, day = (
            None if x.strip() == "-" else x.strip() for x in head.split("|")
        )
        found.append(
            article(
                body,
                id=f"{number}.txt",
                outlet=outlet,
                agency=agency,
                published=dt.date.fromisoformat(day) if day else None,
            )
        )
    return found


DAY = dt.date(2021, 3, 2)
WRECK = (
    "Divers found the wreck of the Marta in forty metres of water off Hven on Monday."
)
TEXTS = [
    f"{WRECK}\nThe owner said no oil had leaked from the tanks of the ship since then.",
    f"{WRECK}\nA museum in the town would like to raise the bell before winter comes.",
    "Bakers in Torvik went on strike over pay for work at night and on Sundays.",
]
NAMES = st.sampled_from([None, "The Post", "The Mail", "AFP", "Reuters"])


@given(st.lists(st.tuples(st.sampled_from(TEXTS), NAMES, NAMES), max_size=5))
def test_a_credit_never_raises_the_count(
    papers: list[tuple[str, str | None, str | None]],
) -> None:
    """With the agencies that articles name there are no more origins than without."""
    made = [
        article(text, id=f"{i}.txt", outlet=outlet, agency=agency if outlet else None)
        for i, (text, outlet, agency) in enumerate(papers)
    ]
    bare = [replace(paper, agency=None) for paper in made]
    assert _known(corpus(*made)) <= _known(corpus(*bare))


def _known(found: Corpus) -> int:
    origins = found.origins.values()
    return len({origin.name for origin in origins if origin.kind != "unknown"})


@given(st.permutations(range(4)))
def test_the_order_of_the_files_changes_nothing(order: list[int]) -> None:
    """The same articles in another order give the same corpus."""
    papers = [
        article(text, id=f"{i}.txt", outlet=f"Paper {i}")
        for i, text in enumerate([*TEXTS, TEXTS[0]])
    ]
    found = [s for paper in papers for s in extract_statements(paper)]
    shuffled = relate_statements([papers[i] for i in order], found[::-1])
    assert shuffled == relate_statements(papers, found)


def test_relations_are_of_two_statements_each_pair_once() -> None:
    """No statement is related to itself, and `left` comes before `right`."""
    papers = [article(text, id=f"{i}.txt") for i, text in enumerate([*TEXTS, TEXTS[1]])]
    pairs = [(r.left, r.right) for r in corpus(*papers).relations]
    assert pairs
    assert all(left < right for left, right in pairs)
    assert len(set(pairs)) == len(pairs)


def test_a_file_that_is_there_twice_is_one() -> None:
    """Of two equal files the second adds no statement and has the first's origin."""
    paper = article(TEXTS[0], id="a.txt", outlet="The Post")
    twin = replace(paper, id="b.txt", path="b.txt", outlet="The Mail")
    found = corpus(paper, twin)
    assert {s.article for s in found.statements} == {"a.txt"}
    assert found.article_origins["b.txt"].name == "The Post"
    assert [(s.left, s.right, s.share) for s in found.shared] == [
        ("a.txt", "b.txt", 1.0)
    ]


def test_a_newsroom_is_known_by_each_of_its_names() -> None:
    """The BBC is BBC News, and Agence France-Presse is AFP."""
    assert newsroom_key("The BBC") == newsroom_key("BBC News")
    assert newsroom_key("Agence France-Presse") == newsroom_key("AFP")
    assert newsroom_key("The Post") != newsroom_key("The Mail")


def test_words_of_a_quotation_that_began_before_are_quoted() -> None:
    """Of a quotation's last sentence only the words of who passes it on are free."""
    text = '"We saw the boats. They were stopped at dawn," the mayor of Hven said.'
    found = extract_statements(article(text))
    assert [free_words(gist_of(one)) for one in found] == [
        (),
        ("the", "mayor", "of", "hven", "said"),
    ]


def test_the_reason_is_true_of_the_origin() -> None:
    """Where an article goes by another's name, the reason says how it comes by it."""
    first = article(f"{TEXTS[0]}", id="a.txt", agency="AFP", published=DAY)
    later = article(f"{TEXTS[0]}\nMore.", id="b.txt", agency="AP", published=DAY)
    other = article(TEXTS[2], id="c.txt", agency="AP", published=DAY)
    found = corpus(first, later, other).article_origins
    assert {origin.name for origin in found.values()} == {"AFP"}
    assert "most of b.txt stands in a.txt" in found["b.txt"].because
    assert "credits AP, which prints one text with AFP" in found["c.txt"].because
