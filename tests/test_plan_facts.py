"""Facts: what is cited together does not hang on the order, and never clashes."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.corpus import Relation, RelationKind
from briefing.plan.facts import disputes_of, find_facts
from tests.planning import corpus, related, told

Link = tuple[RelationKind, str, str, float]

IDS = ("s1", "s2", "s3", "s4", "s5")

LINKS = st.lists(
    st.tuples(
        st.sampled_from(["copy", "same", "same", "same", "edit", "disagrees"]),
        st.sampled_from(IDS),
        st.sampled_from(IDS),
        st.sampled_from([0.5, 0.6, 0.7, 0.8, 0.9]),
    ),
    max_size=8,
    unique_by=lambda link: frozenset(link[1:3]),
)


def relations(links: list[Link]) -> list[Relation]:
    """Give the relations of *links*, none of a statement to itself."""
    return [
        related(kind, min(one, other), max(one, other), score=score)
        for kind, one, other, score in links
        if one != other
    ]


def facts(*links: Relation, ids: tuple[str, ...] = IDS) -> set[frozenset[str]]:
    """Give the facts among statements told one an article, in the order of *ids*."""
    rows = {f"{n}.txt": [told("It rose.", id=i)] for n, i in enumerate(ids)}
    found = find_facts(corpus(rows, links))
    return {frozenset(fact.members) for fact in found}


@given(LINKS, st.permutations(IDS), st.randoms(use_true_random=False))
def test_the_order_groups_nothing(
    links: list[Link], ids: list[str], random: Random
) -> None:
    """Statements and relations in any order make the same facts."""
    found = relations(links)
    expected = facts(*found)
    random.shuffle(found)
    assert facts(*found, ids=tuple(ids)) == expected


@given(LINKS)
def test_what_clashes_is_never_one_fact(links: list[Link]) -> None:
    """No fact holds both sides of an edit or a dispute, be it through a third."""
    found = relations(links)
    for relation in found:
        if relation.kind in ("edit", "disagrees"):
            pair = {relation.left, relation.right}
            assert not any(pair <= fact for fact in facts(*found))


@given(LINKS, st.sampled_from(IDS), st.floats(0.8, 1))
def test_one_more_print_regroups_nothing(
    links: list[Link], item: str, score: float
) -> None:
    """A copy of a statement joins its fact, and every other fact stays as it was."""
    found = relations(links)
    again = facts(*found, related("copy", item, "s9", score=score), ids=(*IDS, "s9"))
    assert {fact - {"s9"} for fact in again} == facts(*found)
    assert any({item, "s9"} <= fact for fact in again)


def test_the_strongest_link_comes_first() -> None:
    """Of two neighbours that are not alike the nearer one joins."""
    near, far = related("same", "s2", "s3"), related("same", "s1", "s2", score=0.6)
    assert facts(near, far, ids=("s1", "s2", "s3")) == {
        frozenset({"s1"}),
        frozenset({"s2", "s3"}),
    }


def test_a_copy_of_a_copy_is_a_copy() -> None:
    """In a chain of copies all are one fact, in whatever order."""
    chain = related("copy", "s1", "s2"), related("copy", "s2", "s3")
    assert facts(*chain, ids=("s1", "s2", "s3")) == {frozenset({"s1", "s2", "s3"})}


@pytest.mark.parametrize("kind", ["copy", "same"])
def test_what_is_one_with_the_disputed_is_disputed(kind: RelationKind) -> None:
    """A dispute of one statement is that of all its fact."""
    dispute = related("disagrees", "s1", "s3", of="number")
    found = corpus(
        {f"{i}.txt": [told("It rose.", id=i)] for i in IDS},
        [related(kind, "s1", "s2"), dispute],
    )
    disputes = disputes_of(found, find_facts(found), "disagrees")
    assert disputes == {"s1": (dispute,), "s2": (dispute,), "s3": (dispute,)}
