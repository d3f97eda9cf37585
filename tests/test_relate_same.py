"""The same in other words, and what keeps two like statements apart."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from briefing.extract import extract_statements
from briefing.relate.conflicts import find_conflict
from briefing.relate.gists import Gist, gist_of, plain_word, term_of
from briefing.relate.same import SAME, Weights, likeness
from tests.builders import article, corpus, read
from tests.case_files import Case, case_file

DAY = dt.date(2021, 3, 12)


@case_file("same.md")
def test_same(case: Case) -> None:
    """Statements are the same where they are alike and differ in no fact."""
    left, right = (_gist(line) for line in case.input.splitlines())
    assert _verdict(left, right) == case.expected
    assert _verdict(right, left).partition(":")[0] == case.expected.partition(":")[0]


def _gist(sentence: str) -> Gist:
    (found,) = extract_statements(read(sentence, published=DAY))
    return gist_of(found)


def _verdict(left: Gist, right: Gist) -> str:
    if likeness(left, right, Weights([left, right])) < SAME:
        return "apart: not alike"
    conflict = find_conflict(left, right)
    return f"apart: {conflict}" if conflict else "same"


def test_two_events_of_a_kind_stay_two() -> None:
    """Like sentences about two earthquakes, each with its own names, are not merged."""
    told = [
        (
            "An earthquake hit {town} on Monday.\nThe {thing} in {town} was full."
            "\nMayor {mayor} said {town} would rebuild the {thing}."
        ),
        (
            "{town} was hit by an earthquake.\n{mayor}, the mayor, visited the {thing}."
            "\nThe {thing} of {town} is gone."
        ),
    ]
    north = {"town": "Arvika", "mayor": "Berit Sand", "thing": "hospital"}
    south = {"town": "Lucena", "mayor": "Pablo Ruiz", "thing": "railway bridge"}
    texts = [text.format(**names) for names in (north, south) for text in told]
    found = corpus(*(read(text, f"{i}.txt") for i, text in enumerate(texts)))
    homes = {s.id: int(s.article[0]) for s in found.statements}
    pairs = [(homes[r.left], homes[r.right]) for r in found.relations]
    assert (0, 1) in [tuple(sorted(pair)) for pair in pairs]
    assert all((a < 2) == (b < 2) for a, b in pairs)


def test_a_conflict_keeps_two_articles_apart() -> None:
    """In a corpus, too, an arrest is merged with an arrest and not with a charge."""
    told = {
        "a": """Police arrested the driver of the bus that crashed in Novi Grad.
The bus of the Sanne line fell into the Drina.""",
        "b": """The driver of the crashed bus was detained in Novi Grad by police.
Divers found the Sanne bus in the Drina below Novi Grad.""",
        "c": """In Novi Grad the driver of the bus that crashed faces a murder charge.
The Drina is deep below Novi Grad, and the bus of the Sanne line heavy.""",
    }
    found = corpus(*(read(text, name) for name, text in told.items()))
    homes = {s.id: s.article for s in found.statements if "driver" in s.text}
    same = [r for r in found.relations if r.kind == "same" and r.left in homes]
    assert [{homes[r.left], homes[r.right]} for r in same] == [{"a", "b"}]


def test_who_tells_is_not_what_is_told() -> None:
    """Two briefings of one spokesman are not alike for his name and post."""
    first = "White House spokesman John Kirby told reporters that talks had begun."
    second = "White House spokesman John Kirby told reporters that a ship had sunk."
    assert _verdict(_gist(first), _gist(second)) == "apart: not alike"


def test_words_as_copies_spell_them() -> None:
    """Spelling, accents and hyphens make no difference between two copies."""
    for one, two in [
        ("mechanised", "mechanized"),
        ("de-escalation", "deescalation"),
        ("neighbour", "neighbor"),
        ("Vučić", "vucic"),
    ]:
        assert plain_word(one) == plain_word(two)
    assert plain_word("four") == "four"
    assert plain_word("raised") == "raised"


def test_words_of_one_happening_are_one_term() -> None:
    """Die is kill, policeman is police, and words of grammar are nothing."""
    assert term_of("died") == term_of("fatal") == term_of("killing")
    assert term_of("policeman") == term_of("cops")
    assert term_of("the") == ""
    assert term_of("back") == ""
    assert term_of("backed") != ""


def test_a_builder_reads_no_newsroom_from_the_text() -> None:
    """An article made by a test knows only what the test states."""
    made = article("LONDON (AFP) - Rain fell. It fell long.\nIt stopped.")
    assert made.agency is None
    assert [made.text[s.start : s.end] for s in made.sentences] == [
        "LONDON (AFP) - Rain fell.",
        "It fell long.",
        "It stopped.",
    ]


def test_an_article_printed_again_weighs_nothing_anew() -> None:
    """What a word weighs is told by the wordings, not by how often each is printed."""
    told = [
        _gist("Miners in the north struck for a ninth day over pay."),
        _gist("The strike of the miners in the north went into a ninth day."),
        _gist("The pits have been empty since the owners left the talks."),
    ]
    once, again = Weights(told), Weights([*told, *told[1:]])
    assert likeness(told[0], told[1], once) == likeness(told[0], told[1], again)


def test_what_was_read_of_a_gist_is_not_kept_for_another() -> None:
    """A statement whose days were counted anew is held against others by those days."""
    one = _gist("The bridge over the Drina was closed to lorries on 3 March 2021.")
    same = _gist("The bridge over the Drina was closed to lorries on 3 March 2021 .")
    assert find_conflict(one, same) is None
    (date,) = one.statement.dates
    later = replace(date, earliest=dt.date(2021, 3, 9), latest=dt.date(2021, 3, 9))
    anew = replace(one, statement=replace(one.statement, dates=(later,)))
    assert find_conflict(anew, same) == "2021-03-09 against 2021-03-03"
