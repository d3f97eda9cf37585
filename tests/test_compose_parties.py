"""Parties: who is quoted twice, or prints himself, is one voice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.compose import compose_brief
from briefing.compose.parties import (
    Voice,
    count_voices,
    heard,
    is_heard,
    names_match,
    words_of,
)
from briefing.model.brief import Excerpt
from tests.planning import corpus, planned, related, said, section, told

DRUG = "the vaccine was tested on nine wards"


def excerpt_of(*rows: tuple[str | None, str], byline: str | None = None) -> Excerpt:
    """Give the excerpt that rests on *rows*: who says it, in which outlet."""
    articles, outlets, bylines = {}, {}, {}
    for number, (who, outlet) in enumerate(rows):
        path = f"{number}.txt"
        finds = (said(DRUG, who),) if who else ()
        tail = ", it said" if who else ""
        articles[path] = [told(f"{DRUG}{tail}.", *finds, id=f"s{number}")]
        outlets[path] = outlet
        if byline and number == 0:
            bylines[path] = byline
    found = corpus(
        articles,
        [related("same", "s0", "s1")],
        outlet=outlets,
        byline=bylines,
        origin=outlets,
    )
    plan = planned(found, section("trial", "vaccine", "wards"))
    return compose_brief(plan, found).sections[0].excerpts[0]


@pytest.mark.parametrize(
    ("rows", "byline", "speakers", "credibility"),
    [
        # A press release, and a paper that reports it.
        ([(None, "Norda Pharma"), ("Norda Pharma", "The Post")], None, 1, 3),
        ([(None, "Norda Pharma (release)"), ("Norda Pharma", "The Post")], None, 1, 3),
        ([(None, "Wire"), ("Norda Pharma", "The Post")], "Norda Pharma press", 1, 3),
        ([("Ann Vik", "Norda Pharma"), ("Norda Pharma", "The Post")], None, 1, 3),
        # One party by a longer and a shorter name.
        ([("Norda", "The Mail"), ("Norda Pharma's statement", "Post")], None, 1, 3),
        # Only "the company": it may be either.
        ([("The company", "The Mail"), ("Norda Pharma", "The Post")], None, 1, 3),
        # A newsroom's own report beside a party's claim is another voice.
        ([(None, "The Mail"), ("Norda Pharma", "The Post")], None, 2, 2),
        ([("Ann Vik", "The Mail"), ("Norda Pharma", "The Post")], None, 2, 2),
    ],
)
def test_a_party_does_not_bear_itself_out(
    rows: list[tuple[str | None, str]],
    byline: str | None,
    speakers: int,
    credibility: int,
) -> None:
    """A party's own release and papers that quote it are one speaker."""
    excerpt = excerpt_of(*rows, byline=byline)
    assert (excerpt.origins, excerpt.speakers) == (2, speakers)
    assert excerpt.credibility == credibility


def voice(speaker: str = "", house: str = "", role: str = "") -> Voice:
    """Give a voice of its own newsroom."""
    houses = frozenset({words_of(house)} if house else ())
    return Voice(words_of(speaker), words_of(role), houses, house)


@pytest.mark.parametrize(
    ("one", "two", "count"),
    [
        # Who leads a body speaks for it.
        (voice("Olga Renn", role="head of the Dock Union"), voice("Dock Union"), 1),
        (voice("Olga Renn", role="head of the Dock Union"), voice("Harbour Board"), 2),
        # A country is no part of an outlet's name.
        (voice("Norland"), voice(house="Norland Today"), 2),
        (voice("Harbour Board"), voice(house="Harbour Board Bulletin"), 1),
        # A name within a longer word is none.
        (voice("Ports"), voice(house="Sportsday"), 2),
    ],
)
def test_parties_are_told_by_name(one: Voice, two: Voice, count: int) -> None:
    """One name in the other, or in what a speaker is, makes one party."""
    places = {words_of("Norland")}
    assert count_voices([one, two], places) == count
    assert count_voices([two, one], places) == count


NAMES = st.lists(st.sampled_from(("tarn", "hydro", "iran", "today")), max_size=3)


@given(NAMES, st.lists(NAMES, max_size=4), st.lists(NAMES, max_size=2))
def test_a_name_is_heard_where_it_matches_one(
    name: list[str], others: list[list[str]], spots: list[list[str]]
) -> None:
    """To ask all names at once gives what asking them one by one gives."""
    asked, places = tuple(name), {tuple(spot) for spot in spots}
    known = [tuple(other) for other in others]
    matches = any(names_match(other, asked, places) for other in known)
    assert is_heard(asked, heard(known), places) == matches
