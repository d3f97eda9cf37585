"""From choices to excerpts: parts, insertions, marks, voices, support, grades."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from briefing.compose import compose_brief
from briefing.compose.excerpts import letters
from briefing.compose.parts import cuts_of, parts_of, text_of
from briefing.model import brief as model
from briefing.model.article import Span
from briefing.model.brief import Brief, Excerpt, Insertion, Quote
from briefing.model.corpus import Corpus, Relation
from briefing.model.diagnostic import Diagnostic
from briefing.model.outline import Edits, SectionSpec
from briefing.model.statement import DateMention, Statement
from briefing.text.cases import in_case
from briefing.verify import verify_brief
from tests.planning import (
    Find,
    Told,
    corpus,
    counted,
    hedged,
    leans,
    on,
    person,
    planned,
    related,
    said,
    section,
    shared,
    told,
)

FLOOD = section("flood", "river", "dam", "water")


def day(number: int) -> dt.date:
    """Give a day of March 2026."""
    return dt.date(2026, 3, number)


def composed(found: Corpus, *sections: SectionSpec, **more: Any) -> Brief:
    """Plan and compose a brief over *found*."""
    return compose_brief(planned(found, *(sections or (FLOOD,)), **more), found)


def brief_of(
    articles: dict[str, list[Told]], *relations: Relation, **known: Any
) -> Brief:
    """Compose a brief of one section on a flood."""
    return composed(corpus(articles, relations, **known))


def unsure(words: str) -> Find:
    """Make *words* a day that could be one or another: a value, and no days."""

    def find(where: Callable[[str], Span]) -> tuple[str, object]:
        return "dates", DateMention(
            where(words),
            "DATE",
            "2026-03-06",
            None,
            None,
            is_relative=True,
            because="test",
        )

    return find


def excerpt_of(row: Told, **known: Any) -> Excerpt:
    """Give the excerpt of a brief of one sentence; *known* is of its article."""
    facts: dict[str, Any] = {name: {"a.txt": it} for name, it in known.items()}
    found = corpus({"a.txt": [row]}, **facts)
    brief = composed(found)
    assert verify_brief(brief, found.articles) == []
    return brief.sections[0].excerpts[0]


def cut(text: str, *finds: Find) -> str:
    """Give the text of a sentence with its references put in."""
    one = corpus({"a.txt": [told(text, *finds)]}).statements[0]
    parts = parts_of(one, text, 1, cuts_of(one, one.references))
    return text_of(parts, text)


class TestParts:
    """Slices, brackets, gaps."""

    @pytest.mark.parametrize(
        ("text", "find", "shown"),
        [
            (
                "He added that the dam was safe.",
                leans("He", "pronoun", "Jonas Hale"),
                "[Jonas Hale] added that the dam was safe.",
            ),
            (
                "The dam broke on Friday, he said.",
                leans("on Friday", "day", "13 March 2026"),
                "The dam broke on Friday [13 March 2026], he said.",
            ),
            (
                "The dam has leaked since April.",
                leans("April", "day", "April 2025"),
                "The dam has leaked since April [2025].",
            ),
            (
                "It was in April 2025.",
                leans("April 2025", "day", "April 2025"),
                "It was in April 2025.",
            ),
            (
                "But the dam held.",
                leans("But", "connective"),
                "… the dam held.",
            ),
            (
                "The dam held, his ministry said.",
                leans("his", "pronoun", "Jonas Hale"),
                "The dam held, [Jonas Hale’s] ministry said.",
            ),
            (
                "The group's dam held.",
                leans("The group's", "description", "Tarn Works"),
                "[Tarn Works’] dam held.",
            ),
            (
                "Nobody knew what it was.",
                leans("it", "pronoun"),
                "Nobody knew what it was.",
            ),
            (
                "Houses there were lost.",
                leans("there", "place", "Lower Quay"),
                "Houses there [Lower Quay] were lost.",
            ),
        ],
    )
    def test_a_reference_is_put_in(self, text: str, find: Find, shown: str) -> None:
        """A pronoun is replaced, a day is followed, an opening connective left out."""
        assert cut(text, find) == shown

    def test_a_bracket_tells_what_it_replaces(self) -> None:
        """A bracket that stands for words names their place; one that adds has none."""
        text = "He said the dam broke on Friday."
        finds = (leans("He", "pronoun", "Hale"), leans("on Friday", "day", "13 March"))
        one = corpus({"a.txt": [told(text, *finds)]}).statements[0]
        assert parts_of(one, text, 1, cuts_of(one, one.references)) == (
            Insertion("Hale", Quote(1, 0, 2), "test"),
            Quote(1, 2, 31),
            Insertion("13 March", None, "test"),
            Quote(1, 31, 32),
        )

    def test_brackets_are_never_put_into_brackets(self) -> None:
        """A name that holds brackets would hide where the source's words begin."""
        find = leans("He", "pronoun", "Jonas [sic] Hale")
        assert cut("He said no.", find) == "He said no."

    def test_overlapping_references_are_put_in_once(self) -> None:
        """Of two references at one place the first is put in."""
        finds = (
            leans("The group", "description", "Tarn"),
            leans("group", "pronoun", "X"),
        )
        assert cut("The group said no.", *finds) == "[Tarn] said no."

    def test_a_reference_that_runs_out_of_the_sentence_is_left(self) -> None:
        """A place outside the sentence changes nothing in it."""
        text = "It held."
        one = corpus({"a.txt": [told(text)]}).statements[0]
        outside = leans("It", "pronoun", "X")(lambda _: Span(0, 99))[1]
        cuts = cuts_of(one, (outside,))  # type: ignore[arg-type]
        assert text_of(parts_of(one, text, 1, cuts), text) == text

    def test_white_space_is_one_space(self) -> None:
        """Runs of white space, line ends too, count as one space."""
        assert cut("The dam \u00a0 broke\tat\n\ndawn.") == "The dam broke at dawn."

    def test_what_is_said_already_is_not_put_in(self) -> None:
        """A bracket that the sentence itself makes needless is left out."""
        row = told(
            "He is Jonas Hale, who built the river dam.",
            leans("He", "pronoun", "Jonas Hale"),
        )
        assert "[" not in excerpt_of(row).text

    def test_one_day_is_put_in_once(self) -> None:
        """Two expressions of one day are followed by one bracket."""
        row = told(
            "The dam broke at dawn that Friday, and on Friday the river rose.",
            *(leans(words, "day") for words in ("that Friday", "on Friday")),
            *(on(words, day(13)) for words in ("that Friday", "on Friday")),
        )
        assert excerpt_of(row).text.count("[13 March 2026]") == 1

    def test_a_day_is_the_one_that_all_articles_tell(self) -> None:
        """A day that another article told stands in the bracket; without one, none."""
        text = "The river rose over the bridge on Friday."
        friday = leans("on Friday", "day", "6 March 2026")
        dated = excerpt_of(told(text, friday, on("on Friday", day(13))))
        undated = excerpt_of(told(text, friday, on("on Friday", None)))
        assert dated.text == f"{text[:-1]} [13 March 2026]."
        assert undated.text == text

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("“The gate held.", "The gate held."),
            ("The gate held,” Hale said.", "The gate held, Hale said."),
            ("Hale wrote, “The gate held.", "Hale wrote, “The gate held."),
            ('"The gate held.', "The gate held."),
            ("“The gate held,” he said.", "“The gate held,” he said."),
        ],
    )
    def test_half_a_pair_of_marks_is_left_out(self, text: str, shown: str) -> None:
        """A mark whose other half stands elsewhere goes, unless words begin at it."""
        assert cut(text) == shown

    def test_a_mark_left_out_leaves_its_space(self) -> None:
        """What stood apart beside a mark still does."""
        shown = cut("It was shut,” he said.", leans("he", "pronoun", "Jonas Hale"))
        assert shown == "It was shut, [Jonas Hale] said."

    def test_an_ellipsis_stands_for_what_is_left_out(self) -> None:
        """Where words are gone there is a part that says so."""
        one = corpus({"a.txt": [told("But it held.", leans("But", "connective"))]})
        parts = parts_of(
            one.statements[0],
            "But it held.",
            1,
            cuts_of(one.statements[0], one.statements[0].references),
        )
        assert isinstance(parts[0], model.Ellipsis)

    @pytest.mark.parametrize(
        ("words", "shown"),
        [
            ("his", "Hale’s"), ("Their", "Hale’s"), ("the mayor's", "Hale’s"),
            ("the mayor’s", "Hale’s"), ("he", "Hale"), ("them", "Hale"),
        ],
    )  # fmt: skip
    def test_the_case_is_that_of_the_words(self, words: str, shown: str) -> None:
        """What stands for “his” is a genitive, what stands for “he” is not."""
        assert in_case("Hale", f"of {words} boat", 3, 3 + len(words)) == shown


class TestCitations:
    """Every passage that says the same, at its exact place."""

    BOTH = (
        {
            "b.txt": [told("The river rose over the bridge at dawn.", id="s2")],
            "a.txt": [
                told("It had rained for nine days without an end."),
                told("At dawn the river rose over the bridge.", id="s1"),
                told("No more was heard from the valley that day."),
            ],
        },
        related("same", "s1", "s2"),
    )

    def test_all_who_say_it_are_cited(self) -> None:
        """Each article that states the same is cited with its own exact words."""
        excerpt = next(
            e for e in brief_of(*self.BOTH).sections[0].excerpts if e.id in ("s1", "s2")
        )
        found = {c.source: c.exact for c in excerpt.citations}
        assert found == {
            1: "At dawn the river rose over the bridge.",
            2: "The river rose over the bridge at dawn.",
        }
        assert excerpt.citations[0].statement == excerpt.id

    def test_a_passage_has_a_sentence_either_side(self) -> None:
        """Before and after a passage stands a sentence of context."""
        brief = brief_of(*self.BOTH)
        every = [c for e in brief.sections[0].excerpts for c in e.citations]
        (one,) = {c for c in every if c.statement == "s1"}
        assert one.prefix.startswith("It had rained")
        assert one.suffix.endswith("the valley that day.")
        assert brief.sections[0].excerpts[0].citations[0].mark[0] in "12"

    def test_context_does_not_leave_the_article(self) -> None:
        """The first and last sentence of an article have nothing beyond it."""
        (citation,) = excerpt_of(told("The river rose over the bridge.")).citations
        assert (citation.prefix, citation.suffix) == ("", "")

    @pytest.mark.parametrize(
        ("text", "who"),
        [
            ("The gate was shut at ten, Ada Lund said, as nine people died.", None),
            ("Ada Lund said nine people were killed.", "Ada Lund"),
            ("The log is lost at sea, Bo Ek said, with nine people dead.", None),
            ("Nine people were killed, Jo Hale said, as it rained.", "Jo Hale"),
        ],
    )
    def test_a_number_is_whose_words_hold_it(self, text: str, who: str | None) -> None:
        """A number beside what somebody says is the newsroom's, whoever speaks."""
        name = "Ada Lund" if "Ada" in text else "Bo Ek" if "Bo" in text else "Jo Hale"
        number = "Nine people" if text.startswith("Nine") else "nine people"
        words = f"{number} were killed" if who else text.partition(",")[0]
        row = told(text, said(words, name), counted(number, 9, "killed"))
        brief = brief_of({"a.txt": [row]}, published={"a.txt": day(9)})
        assert brief.figures[0].excerpt.speaker == who

    def test_a_passage_keeps_its_mark(self) -> None:
        """A passage that stands at several places has one mark at all of them."""
        row = told(
            "The river killed nine people on Monday.",
            counted("nine people", 9, "killed"),
            on("Monday", day(9)),
        )
        brief = brief_of({"a.txt": [row]}, published={"a.txt": day(9)})
        marks = {
            excerpt.citations[0].mark
            for excerpt in (
                *brief.bottom_line,
                brief.figures[0].excerpt,
                brief.timeline[0].excerpt,
                *brief.sections[0].excerpts,
            )
        }
        assert marks == {"1a"}

    def test_marks_count_by_source(self) -> None:
        """Passages of one source are a, b, c …; sources are numbered by path."""
        brief = composed(
            corpus(
                {
                    "z.txt": [told("The water closed the old road for weeks.")],
                    "b.txt": [
                        told("The river rose over the bridge."),
                        told("The dam was opened by the engineers."),
                    ],
                }
            )
        )
        marks = {c.mark for e in brief.sections[0].excerpts for c in e.citations}
        assert marks == {"1a", "1b", "2a"}
        assert [s.path for s in brief.sources] == ["b.txt", "z.txt"]

    @pytest.mark.parametrize(
        ("count", "name"),
        [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (702, "aaa")],
    )
    def test_letters_go_on(self, count: int, name: str) -> None:
        """After z comes aa."""
        assert letters(count) == name


HALE = said("the dam was safe at the river", "Jonas Hale", role="mayor")


class TestVoices:
    """Whose sentence it is."""

    def test_a_speaker_has_a_voice(self) -> None:
        """What is mainly someone's words is theirs."""
        row = told("Jonas Hale said the dam was safe at the river.", HALE)
        excerpt = excerpt_of(row, outlet="The Ledger")
        assert (excerpt.speaker, excerpt.speaker_role) == ("Jonas Hale", "mayor")
        assert (excerpt.voice, excerpt.status) == ("Jonas Hale", "attributed")

    def test_a_view_in_passing_makes_nobody_a_speaker(self) -> None:
        """A few words of someone's do not make a newsroom's sentence theirs."""
        text = "The dam that Jonas Hale called safe broke over Lower Quay before dawn."
        excerpt = excerpt_of(told(text, said("safe", "Jonas Hale", "called")))
        assert excerpt.speaker is None
        assert excerpt.status == "reported"

    @pytest.mark.parametrize(
        ("known", "voice"),
        [
            ({"outlet": "The Ledger", "agency": "AFP"}, "The Ledger"),
            ({"agency": "AFP", "byline": "Ines Okafor"}, "AFP"),
            ({"byline": "Ines Okafor"}, "article by Ines Okafor"),
            ({"byline": "Lomo Rail Company"}, "Lomo Rail Company"),
            ({"published": day(9)}, "unsigned article"),
            ({}, "unsigned, undated article"),
        ],
    )
    def test_a_newsroom_has_a_voice(self, known: dict[str, Any], voice: str) -> None:
        """A sentence without a speaker is its newsroom's, or says what it lacks."""
        row = told("The river rose over the bridge at dawn.")
        assert excerpt_of(row, **known).voice == voice

    @pytest.mark.parametrize(
        ("row", "published", "date"),
        [
            (told("The river rose on Monday.", on("Monday", day(9))), day(11), day(9)),
            (
                told("The river rose that week.", on("that week", day(2), day(8))),
                day(11),
                day(11),
            ),
            (told("The river rose at dawn then."), day(11), day(11)),
            (told("The river rose at dawn then."), None, None),
            (told("The river rose on Friday.", unsure("Friday")), day(12), None),
        ],
    )
    def test_the_date_is_of_what_is_told(
        self, row: Told, published: dt.date | None, date: dt.date | None
    ) -> None:
        """The day of what is told stands first, then that of the telling."""
        longer = replace(row, text=f"{row.text[:-1]} over the bridge.")
        assert excerpt_of(longer, published=published).date == date

    @pytest.mark.parametrize(
        ("kind", "status"),
        [
            ("unconfirmed", "unconfirmed"),
            ("reported", "unconfirmed"),
            ("possible", "reported"),
            ("denial", "reported"),
        ],
    )
    def test_what_is_not_confirmed_says_so(self, kind: Any, status: str) -> None:
        """A report that is not confirmed, or hearsay, has its status."""
        row = told("The dam reportedly broke before dawn.", hedged("reportedly", kind))
        assert excerpt_of(row).status == status


def claim_and_denial(of: Any, **more: Any) -> dict[str, Excerpt]:
    """Give both sides of a dispute by id."""
    claim = told(
        "Ines Okafor said the dam gates were shut.",
        said("the dam gates were shut", "Ines Okafor"),
        id="claim",
    )
    denial = told(
        "Tarn Hydro denied that the water was held.",
        said("the water was held", "Tarn Hydro", "denied"),
        hedged("denied", "denial"),
        id="denial",
    )
    dispute = related("disagrees", "claim", "denial", of=of, **more)
    brief = brief_of({"a.txt": [claim], "b.txt": [denial]}, dispute)
    return {e.id: e for e in brief.sections[0].excerpts}


def test_a_denied_claim_is_denied() -> None:
    """Of a denial the claim is denied and the denial disputed; both are doubtful."""
    sides = claim_and_denial("denial")
    assert sides["claim"].status == "denied"
    assert sides["denial"].status == "disputed"
    assert {s.credibility for s in sides.values()} == {4}


def test_a_copy_of_a_denied_claim_is_denied() -> None:
    """Whichever print of a claim stands, it is denied."""
    said_so = "The dam gates were shut, Ines Okafor said at the river on Monday."
    claims = {
        f"{place}.txt": [told(said_so, id=f"claim-{place}")] for place in ("a", "b")
    }
    denial = told("Tarn Hydro denied that.", hedged("denied", "denial"), id="denial")
    brief = brief_of(
        {**claims, "c.txt": [denial]},
        related("copy", "claim-a", "claim-b"),
        related("disagrees", "claim-b", "denial", of="denial"),
    )
    excerpts = brief.sections[0].excerpts
    (claim,) = [e for e in excerpts if e.id.startswith("claim")]
    assert (claim.id, claim.status, claim.credibility) == ("claim-a", "denied", 4)


def test_who_takes_a_claim_back_is_not_in_dispute() -> None:
    """A claim that its own speaker dropped is denied; the words that drop it stand."""
    claim = told("Ines Okafor said the dam gates were shut.", id="claim")
    later = told("There was nothing wrong at the dam, she said later.", id="later")
    ends = {"resolved_by": "later", "denied_by": "later"}
    dispute = related("disagrees", "claim", "later", of="denial", about="no", **ends)
    brief = brief_of({"a.txt": [claim], "b.txt": [later]}, dispute)
    statuses = {e.id: e.status for e in brief.sections[0].excerpts}
    assert statuses == {"claim": "denied", "later": "reported"}


def test_a_claim_whose_denial_was_dropped_stands() -> None:
    """Once who denied it admits it, the claim is not marked as denied."""
    claim = told(
        "The river gauge at the dam of Lom fell silent at four, miners said.",
        id="claim",
    )
    denial = told(
        "Ines Okafor denied that any pump was ever off.",
        hedged("denied", "denial"),
        said("any pump was ever off", "Ines Okafor", "denied"),
        id="denial",
    )
    later = told(
        "Ines Okafor admitted on Friday a failure below ground.",
        said("a failure below ground", "Ines Okafor", "admitted"),
        id="later",
    )
    dispute = related(
        "disagrees", "claim", "denial", of="denial", resolved_by="later", about="no"
    )
    rows = {"a.txt": [claim], "b.txt": [denial], "c.txt": [later]}
    brief = brief_of(rows, dispute)
    statuses = {e.id: e.status for s in brief.sections for e in s.excerpts}
    assert statuses["claim"] == "reported"
    assert statuses["denial"] == "disputed"


def test_a_denial_that_was_dropped_does_not_stand() -> None:
    """What was denied and then admitted stands; the denial stays disputed.

    Whoever came to admit it need not be the speaker: a newsroom may tell of it.
    """
    claim = told("Miners said a pump was off at the dam.", id="claim")
    denial = told(
        "“No pump was off,” Ines Okafor said at the dam.",
        said("No pump was off", "Ines Okafor"),
        id="denial",
    )
    later = told("The owner admitted the failure of the pump at the dam.", id="later")
    dispute = related(
        "disagrees",
        "claim",
        "denial",
        of="denial",
        resolved_by="later",
        about="No pump was off",
    )
    rows = {"a.txt": [claim], "b.txt": [denial], "c.txt": [later]}
    brief = brief_of(rows, dispute)
    statuses = {e.id: e.status for s in brief.sections for e in s.excerpts}
    assert (statuses["claim"], statuses["denial"]) == ("reported", "disputed")


def test_who_denies_without_a_word_of_denial_is_disputed() -> None:
    """“Reports that the gates were shut are false” is the side that denies."""
    claim = told("Engineers saw that the dam gates were shut all night.", id="claim")
    denial = told("Reports that the gates were shut are false.", id="denial")
    about = {"of": "denial", "about": "the gates were shut"}
    dispute = related("disagrees", "claim", "denial", **about)
    brief = brief_of({"a.txt": [claim], "b.txt": [denial]}, dispute)
    sides = {s.excerpt.id: s.excerpt.status for s in brief.disagreements[0].sides}
    assert sides == {"claim": "denied", "denial": "disputed"}


def test_a_faint_dispute_marks_nothing() -> None:
    """Two accounts that hardly touch mark neither of them as disputed."""
    sides = claim_and_denial("account", score=0.3)
    assert {s.status for s in sides.values()} == {"attributed"}


@pytest.mark.parametrize("of", ["number", "account"])
def test_both_sides_are_disputed(of: str) -> None:
    """Where numbers or accounts differ neither side is more than disputed."""
    sides = claim_and_denial(of)
    assert {s.status for s in sides.values()} == {"disputed"}


WHO: dict[str, tuple[Find, ...]] = {
    "hale": (said("the dam broke at night above the town", "Jonas Hale"),),
    "okafor": (said("the dam broke at night above the town", "Ines Okafor"),),
    "newsroom": (),
}


def support(*rows: tuple[str, str | None]) -> Excerpt:
    """Give the excerpt that all *rows* state: who says it, and of which origin."""
    articles, origins = {}, {}
    for number, (who, origin) in enumerate(rows):
        path = f"{number}.txt"
        tail = f", {who} said here {number}."
        articles[path] = [
            told(
                f"the dam broke at night above the town{tail}",
                *WHO[who],
                id=f"s{number}",
            )
        ]
        origins[path] = origin
    pairs = itertools.combinations([f"s{n}" for n in range(len(rows))], 2)
    links = [related("same", *pair) for pair in pairs]
    brief = brief_of(articles, *links, origin=origins)
    (excerpt,) = brief.sections[0].excerpts
    return excerpt


@pytest.mark.parametrize(
    ("rows", "origins", "speakers", "credibility"),
    [
        # One newsroom's own report is possibly true, no more.
        ([("newsroom", "A")], 1, 1, 3),
        # Copies of one dispatch are one origin, however many print it.
        ([("newsroom", "A"), ("newsroom", "A"), ("newsroom", "A")], 1, 1, 3),
        # Another newsroom's own report confirms it.
        ([("newsroom", "A"), ("newsroom", "B")], 2, 2, 2),
        ([("newsroom", "A"), ("newsroom", "B"), ("newsroom", "C")], 3, 3, 1),
        # Two papers that quote one spokesman prove that he said it, not that it is so.
        ([("hale", "A"), ("hale", "B"), ("hale", "C")], 3, 1, 3),
        # Two speakers in one dispatch rest on one newsroom.
        ([("hale", "A"), ("okafor", "A")], 1, 2, 3),
        ([("hale", "A"), ("okafor", "B")], 2, 2, 2),
        # What has no known origin never counts.
        ([("newsroom", None)], 1, 1, 6),
        ([("newsroom", None), ("newsroom", None)], 1, 1, 6),
        ([("newsroom", "A"), ("newsroom", None)], 1, None, 3),
        ([("hale", "A"), ("okafor", None), ("newsroom", None)], 1, None, 3),
    ],
)
def test_corroboration_is_honest(
    rows: list[tuple[str, str | None]],
    origins: int,
    speakers: int | None,
    credibility: int,
) -> None:
    """Only another speaker or newsroom, of another known origin, makes it likelier."""
    excerpt = support(*rows)
    assert (excerpt.origins, excerpt.credibility) == (origins, credibility)
    if speakers is not None:
        assert excerpt.speakers == speakers


def test_a_newsroom_that_relays_is_no_second_voice() -> None:
    """A sentence that only passes on a speaker's words confirms nothing."""
    text = "Jonas Hale had warned at night that the dam broke."
    own = told(
        "the dam broke at night above the town, hale said", *WHO["hale"], id="s1"
    )
    relay = told(text, person("Jonas Hale", "Jonas Hale"), id="s2")
    brief = brief_of({"a": [own], "b": [relay]}, related("same", "s1", "s2"))
    (excerpt,) = brief.sections[0].excerpts
    assert (excerpt.origins, excerpt.speakers, excerpt.credibility) == (2, 1, 3)


class TestBackMatter:
    """Sources, what was not used, and how the brief was made."""

    def test_a_source_is_listed_whole(self) -> None:
        """A source has what is known of it, how much of it is quoted and shared."""
        found = corpus(
            {
                "a.txt": [
                    told("The river rose over the bridge."),
                    told("Why was that?"),
                ],
                "b.txt": [told("Nobody heard it.")],
            },
            outlet={"a.txt": "The Ledger"},
            agency={"a.txt": "AFP"},
            shared={"x": shared("a.txt", "b.txt", 0.25)},
        )
        one, other = composed(found).sources
        assert (one.number, one.outlet, one.agency) == (1, "The Ledger", "AFP")
        assert one.share_quoted == pytest.approx(31 / 45, abs=0.0001)
        assert one.words == 9
        assert one.shares_text_with == ((2, 0.25),)
        assert other.shares_text_with == ((1, 0.25),)
        assert other.share_quoted == 0.0
        assert other.origin == "b.txt"

    def test_what_is_not_used_says_why(self) -> None:
        """Unused articles and files that could not be read stand with their reason."""
        found = corpus(
            {
                "a.txt": [told("The river rose over the bridge.")],
                "b.txt": [told("Der Fluss stieg in der Nacht um vier Meter.")],
                "c.txt": [told("Rain.")],
            },
            language={"b.txt": "de"},
        )
        problems = (
            Diagnostic("read-empty", "warning", "the file is empty", "d.txt"),
            Diagnostic("read-note", "warning", "a doubt", "a.txt"),
            Diagnostic("outline-x", "warning", "no file", "e.txt"),
        )
        brief = compose_brief(planned(found, FLOOD), found, problems)
        assert [(u.path, u.because) for u in brief.unused] == [
            ("b.txt", "its language is de; only English is understood"),
            ("c.txt", "nothing in it was chosen"),
            ("d.txt", "the file is empty"),
        ]
        assert brief.diagnostics == problems

    def test_the_method_counts(self) -> None:
        """How many were read, found and chosen, and why others were left out."""
        found = corpus(
            {
                "a.txt": [
                    told(
                        "The river rose over the bridge that day.", on("that day", None)
                    ),
                    told("Why was that so again here?"),
                    told("Who was to blame for it all?"),
                    told("Rain."),
                ],
                "b.txt": [told("Nothing of it was known in the capital.")],
            },
            outlet={"a.txt": "The Ledger"},
            origin={"b.txt": None},
        )
        method = composed(found, length=20).method
        assert (method.articles, method.outlets) == (2, 1)
        assert (method.origins, method.unknown) == (1, 1)
        assert (method.statements, method.words) == (5, 8)
        assert method.left_out == (("question", 2), ("off_topic", 1), ("too_short", 1))
        assert method.not_dated == ("that day",)

    def test_a_duration_needs_no_day(self) -> None:
        """Only what names a day can lack one."""
        row = told("The river rose over the bridge for days.", on("for days", None))
        found = corpus({"a.txt": [row]})
        (date,) = found.statements[0].dates
        timed = replace(found.statements[0], dates=(replace(date, type="DURATION"),))
        assert composed(replace(found, statements=(timed,))).method.not_dated == ()


class TestDocument:
    """The whole as data."""

    def test_sections_stand_in_the_outline_s_order(self) -> None:
        """Topics hold excerpts, open questions their ids, both the analyst's notes."""
        asks = SectionSpec("ask", "Open questions", "", kind="open_questions")
        edits = Edits(notes={"flood": "Ours.", "ask": "Asked."})
        row = told(
            "It is not known who opened the dam at the river.",
            hedged("not known", "unknown"),
        )
        brief = composed(corpus({"a.txt": [row]}), asks, FLOOD, edits=edits)
        ask, flood = brief.sections
        assert (ask.id, ask.questions, ask.excerpts, ask.note) == (
            "ask",
            ("q1",),
            (),
            "Asked.",
        )
        assert (flood.id, flood.questions, flood.note) == ("flood", None, "Ours.")
        assert brief.questions[0].excerpts[0].id == "a.txt:0"

    def test_people_are_cited_by_their_marks(self) -> None:
        """Who is who leads to the passages that name them."""
        row = told(
            "Ada Brandvold saw the river rise over the bridge.",
            person("Ada Brandvold", "Ada Brandvold", "mayor"),
        )
        (one,) = brief_of({"a.txt": [row]}).people
        assert (one.name, one.role, one.citations) == (
            "Ada Brandvold",
            "mayor",
            ("1a",),
        )

    def test_a_settled_dispute_shows_by_what(self) -> None:
        """What settled a dispute stands with its day."""
        rows = {
            "a": [told("The dam was said to be shut that night.", id="s1")],
            "b": [told("The dam was open all night, the log says.", id="s2")],
            "c": [told("A court found that the dam stood open.", id="s3")],
        }
        dispute = related("disagrees", "s1", "s2", of="account", resolved_by="s3")
        brief = brief_of(rows, dispute, published={"c": day(20)})
        (shown,) = brief.disagreements
        assert shown.id == "d1"
        assert shown.resolved is not None
        assert (shown.resolved.date, shown.resolved.excerpt.id) == (day(20), "s3")

    @pytest.mark.parametrize(
        ("pattern", "facts", "name"),
        [
            ("brief", {}, "brief"),
            ("{date}-{serial}-{slug}", {"serial": 3}, "2026-03-09-3-a_test"),
            ("{date}-{serial}", {}, "2026-03-09"),
            ("{serial}", {}, "brief"),
        ],
    )
    def test_files_are_named_as_asked(
        self, pattern: str, facts: dict[str, Any], name: str
    ) -> None:
        """Date, serial and slug fill the outline's pattern; nothing is “brief”."""
        found = corpus({"a.txt": [told("The river rose over the bridge.")]})
        brief = composed(found, file_name=pattern, as_of=day(9), **facts)
        assert brief.file_name == name


def test_the_statement_is_not_edited() -> None:
    """Composing leaves statement and article as they were."""
    row = told("He saw the river rise over the bridge.", leans("He", "pronoun", "Hale"))
    found = corpus({"a.txt": [row]})
    before: tuple[Statement, ...] = found.statements
    composed(found)
    assert found.statements == before
    assert found.articles[0].text == row.text
