"""A reprint raises nothing and hides nothing, whatever it says of itself."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.pipeline import Outcome
from briefing.reading_order import excerpts_of
from tests.news import SENTENCES, filled, run

PLAIN = tuple(pattern for pattern in SENTENCES if "{acting}" not in pattern)
HEADS = ("By AFP", "By Reuters", "By Ines Okafor", "Valley News\n9 March 2026", "")


@st.composite
def stories(draw: st.DrawFn) -> list[str]:
    """Give the bodies of two or three articles of one event."""
    patterns = st.lists(st.sampled_from(PLAIN), min_size=1, max_size=5)
    return [
        "\n\n".join([draw(filled(pattern)) for pattern in draw(patterns)])
        for _ in range(draw(st.integers(2, 3)))
    ]


@given(stories(), st.data())
@settings(max_examples=40)
def test_a_reprint_raises_and_hides_nothing(
    bodies: list[str], data: st.DataObject
) -> None:
    """Counts of origins stay or fall, grades stay or worsen, disputes stay."""
    heads = [data.draw(st.sampled_from(HEADS)) for _ in bodies]
    texts = {
        f"{i}.txt": f"{head}\n\n{body}"
        for i, (head, body) in enumerate(zip(heads, bodies, strict=True))
    }
    copied, credit = (
        data.draw(st.sampled_from(bodies)),
        data.draw(st.sampled_from(HEADS)),
    )
    check(texts, f"{credit}\n\n{copied}")


def check(texts: dict[str, str], reprint: str) -> None:
    """Fail where *reprint* beside *texts* raises a count or hides a dispute."""
    before, after = run(texts), run({**texts, "z.txt": reprint})
    assert disputes(before) <= disputes(after)
    known = {(e.id, e.status): e for e in excerpts_of(before.brief)}
    for excerpt in excerpts_of(after.brief):
        alone = known.get((excerpt.id, excerpt.status), excerpt)
        assert excerpt.origins <= alone.origins
        assert excerpt.credibility >= min(3, alone.credibility)


def disputes(outcome: Outcome) -> set[frozenset[str]]:
    """Give the words of both sides of each dispute."""
    words = {s.id: s.text for s in outcome.corpus.statements}
    return {
        frozenset({words[r.left], words[r.right]})
        for r in outcome.corpus.relations
        if r.kind == "disagrees"
    }


def test_a_reprint_of_few_words_is_one() -> None:
    """A text too short for runs of words is a reprint where all of it is the same."""
    denial = "police denied that 3 people were killed."
    river = "The river broke over the dam near Lyon on Monday, Ada Brandvold said."
    texts = {"0.txt": f"By AFP\n\n{denial}", "1.txt": f"By AFP\n\n{river}"}
    check(texts, f"By Reuters\n\n{denial}")


def test_the_credit_of_a_reprint_names_no_origin() -> None:
    """An unsigned text is no second origin because a reprint credits an agency."""
    one = "The river collapsed over the factory near {} on Friday, police said."
    unsigned = one.format("Lyon")
    texts = {"a.txt": unsigned, "b.txt": f"By AFP\n\n{one.format('Harrow Ferry')}"}
    check(texts, f"By Reuters\n\n{unsigned}")


def test_a_fuller_print_of_a_text_names_its_origin() -> None:
    """Who prints more of a dispatch than the unsigned page has it from its agency."""
    shared = (
        "A gas main blew up under the covered market of Torvik before dawn.\n\n"
        "Firefighters led forty traders out through the fish hall, the mayor said."
    )
    more = "Nobody was told to leave before the blast, a trader said."
    texts = {"a.txt": shared, "b.txt": f"By AFP\n\n{shared}\n\n{more}"}
    assert {o.name for o in run(texts).corpus.origins.values()} == {"AFP"}


def test_two_sentences_of_one_pattern_are_not_joined_by_a_reprint() -> None:
    """Each has its twin in the reprint: that makes no copies of the two."""
    told = "It is not known whether the {} before the alarm.".format
    twice = f"{told('railway line broke')}\n\n{told('railway line burned')}"
    other = f"© 2026 Valley News. All rights reserved.\n\n{told('factory burned')}"
    check({"a.txt": f"By AFP\n\n{twice}", "b.txt": other}, twice)


def test_a_denial_stands_beside_a_claim_printed_twice() -> None:
    """What only two prints have in common makes no event of their own."""
    denial = "Brandvold denied that 31 people were injured."
    closed = "It is time that the dam be closed for good."
    claim = (
        "The railway line burst at 4:10 a.m. on Monday, killing 31 and injuring 4,500. "
        "It is not known whether the reservoir collapsed before the alarm.\n\n"
        "“We saw the factory go. Then the water came,” said Ada Moen, a teacher."
    )
    texts = {
        "a.txt": f"© 2026 Valley News. All rights reserved.\n\n{denial}",
        "b.txt": f"Valley News\n9 March 2026\n\n{denial}\n\n{closed}",
        "c.txt": f"By Xinhua\n\n{claim}",
    }
    assert disputes(run(texts))
    check(texts, f"By Reuters\n\n{claim}")
