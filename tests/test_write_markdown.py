"""Does the Markdown say what the brief says, whatever the words?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.errors import TemplateError
from briefing.labels import label
from briefing.model.article import Article
from briefing.model.brief import Brief
from briefing.reading_order import excerpts_of
from briefing.writers import Options, write_brief
from briefing.writers.analyst import as_markdown
from briefing.writers.display import shown
from briefing.writers.escape import escape_markdown, slug
from briefing.writers.said import say
from tests.briefs import flood
from tests.strategies import briefs, hostile

BRIEF, _ = flood()
VIEWER = MarkdownIt("commonmark").enable(["strikethrough", "table"])


def inlines(markdown: str) -> list[Token]:
    """Give the runs of inline text that a viewer finds in *markdown*."""
    return [token for token in VIEWER.parse(markdown) if token.type == "inline"]


def seen(inline: Token) -> str:
    """Give the words that a reader sees in *inline*."""
    return "".join(
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in inline.children or ()
    )


def headings(markdown: str) -> list[str]:
    """Give the words of the headings of *markdown*."""
    tokens = VIEWER.parse(markdown)
    return [
        seen(tokens[i + 1]) for i, t in enumerate(tokens) if t.type == "heading_open"
    ]


def links(markdown: str) -> list[tuple[str, str]]:
    """Give the (words, target) of the links in *markdown*."""
    found = []
    for inline in inlines(markdown):
        children = inline.children or []
        for index, child in enumerate(children):
            if child.type == "link_open":
                found.append((children[index + 1].content, str(child.attrs["href"])))
    return found


@pytest.mark.parametrize(
    ("voice", "words", "named"),
    [
        ("Ursula van der Berg", "Berg said the Army moved.", ["Berg"]),
        ("Head of the Army", "The Army moved on Monday, she said.", []),
        ("Lomo Highway Patrol", "The road is shut, the LHP said.", ["LHP"]),
        ("Norland Dockers Union", "The NDU said it would strike.", ["NDU"]),
        ("General Turbines", "GT said the vote was lost.", ["GT"]),
        ("General Turbines", "A gt was lost, it said.", []),
    ],
)
def test_a_speaker_is_named_by_a_last_name(
    voice: str, words: str, named: list[str]
) -> None:
    """A person's last name stands for the person, a body's last word for nobody."""
    excerpt = replace(
        next(iter(excerpts_of(BRIEF))), text=words, parts=(), voice=voice, speaker=voice
    )
    said = say(excerpt, {}, ())
    assert [piece.text for piece in said.pieces if piece.is_speaker] == named
    assert said.shows_voice == (not named)


LED = [
    (
        "The union blamed the mine, something the mine rejected.",
        "the union",
        "the mine",
    ),
    ("Oslo accused Bergen of delay, which Bergen denied.", "Oslo", "Bergen"),
    (
        "Doctors said the ward was full, a claim rejected by Ada Ruiz.",
        "Doctors",
        "Ruiz",
    ),
]
"""A sentence with both sides, who speaks first in it, and whose side it is."""


@pytest.mark.parametrize(("text", "voice", "who"), LED)
def test_a_side_is_led_by_who_holds_it(text: str, voice: str, who: str) -> None:
    """In the denier's row it is not the accuser whose name stands out."""
    dispute = BRIEF.disagreements[0]
    excerpt = replace(
        dispute.sides[0].excerpt, text=text, parts=(), speaker=voice, voice=voice
    )
    sides = (replace(dispute.sides[0], who=who, excerpt=excerpt),)
    brief = replace(BRIEF, disagreements=(replace(dispute, sides=sides),))
    page = write_brief(brief, "md").decode()
    (row,) = (line for line in page.splitlines() if line.startswith(f"- **{who}**, "))
    words = row.split(": ", 1)[1]
    assert f"**{who}**" in words
    assert f"**{voice}**" not in words


@pytest.mark.parametrize(
    ("more", "heading"),
    [
        ({}, "Denied: it flooded"),
        ({"is_answer": True}, "Denial: it flooded"),
        (
            {"now": "“would not say”"},
            "Denied in one print, “would not say” in the newest: it flooded",
        ),
        (
            {"now": "“–”"},
            "Denied in one print, no such words in the newest: it flooded",
        ),
    ],
)
def test_a_denial_is_named_as_what_it_is(more: dict[str, Any], heading: str) -> None:
    """The heading tells a denial from what is denied, and from what was reworded."""
    dispute = replace(BRIEF.disagreements[1], about="it flooded", **more)
    page = write_brief(replace(BRIEF, disagreements=(dispute,)), "md").decode()
    assert f"### {heading}\n" in page


def test_an_edit_that_only_adds_says_so() -> None:
    """Where one wording lacks the words, the heading says it, and shows no dash."""
    first = replace(BRIEF.disagreements[0], kind="edit", about="“–” / “allegedly”")
    text = write_brief(replace(BRIEF, disagreements=(first,)), "md").decode()
    assert "One dispatch, two wordings: no such words / “allegedly”" in headings(text)


def test_every_block(golden: Callable[[str, str], None]) -> None:
    """The brief of the flood is written as reviewed."""
    golden("every-block.md", write_brief(BRIEF, "md").decode())


@given(hostile())
@example("1. a")
@example("2026) x")
@example("_a_ __b__ *c* **d**")
@example("x ~~a~~ y")
@example("a `b` c")
@example("a &lt b &amp; c &#65; d")
@example("a <b> </b> <!-- c -->")
@example("[a](b) ![c](d) [e]: f")
@example("- [ ] done")
def test_words_come_back_unchanged(words: str) -> None:
    """Escaped words are one paragraph that shows just these words."""
    line = shown(words).strip()
    tokens = VIEWER.parse(escape_markdown(line))
    assert [t.type for t in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert seen(tokens[1]) == line
    assert {c.type for c in tokens[1].children or ()} <= {"text", "text_special"}


@given(hostile(), hostile())
@example("Help!", "(x)")
@example("one ~", "~ two")
@example("a &", "amp; b")
@example("a <", "b> c")
@example("a \\", "*b*")
def test_words_come_back_at_seams(left: str, right: str) -> None:
    """Words beside emphasis, a link or each other stay what they are."""
    one, two = shown(left).strip(), shown(right).strip()
    first, second = escape_markdown(one), escape_markdown(two)
    for made, expected in (
        (f"- **{first}:** {second} [2c](#e) (x)", f"{one}: {two} 2c (x)"),
        (f"{first}[2c](#e){second}", f"{one}2c{two}"),
        (f"a{first}{second}z", f"a{one}{two}z"),
    ):
        assert [seen(each) for each in inlines(made)] == [expected]


@given(hostile())
@example("Foo #")
@example("Foo ##")
@example("===")
def test_words_come_back_in_headings(words: str) -> None:
    """A heading shows its words, to the last mark."""
    line = shown(words).strip()
    assert headings(f"# {escape_markdown(line)}\n") == [line]


@given(briefs())
def test_every_excerpt_is_shown_whole(drawn: tuple[Brief, list[Article]]) -> None:
    """A viewer shows each excerpt's words, and each passage of the evidence."""
    brief, _ = drawn
    lines = [seen(inline) for inline in inlines(write_brief(brief, "md").decode())]
    for excerpt in excerpts_of(brief):
        words = shown(excerpt.text).strip()
        assert any(words in line for line in lines), words
        for citation in excerpt.citations:
            assert any(shown(citation.exact).strip() in line for line in lines)


@given(briefs())
def test_no_words_become_markup(drawn: tuple[Brief, list[Article]]) -> None:
    """Nothing but our own headings, links and emphasis is found in the Markdown."""
    brief, _ = drawn
    plain = replace(brief, analyst=replace(brief.analyst, bottom_line=None))
    plain = replace(
        plain, sections=tuple(replace(s, note=None) for s in plain.sections)
    )
    text = write_brief(plain, "md").decode()
    kinds = {c.type for inline in inlines(text) for c in inline.children or ()}
    blocks = {token.type for token in VIEWER.parse(text)}
    assert not kinds & {"html_inline", "image", "code_inline", "s_open", "hardbreak"}
    assert not blocks & {"html_block", "fence", "code_block", "table_open", "hr"}
    for words, target in links(text):
        assert target.startswith(("#", "http://", "https://")), (words, target)


def test_marks_lead_to_evidence_and_back() -> None:
    """Each mark leads to one heading, and each passage to the headings that use it."""
    text = write_brief(BRIEF, "md").decode()
    anchors = [slug(heading) for heading in headings(text)]
    inside = [(words, target[1:]) for words, target in links(text) if target[0] == "#"]
    assert [target for _, target in inside if anchors.count(target) != 1] == []
    marks = {citation.mark for e in excerpts_of(BRIEF) for citation in e.citations}
    assert {
        words for words, target in inside if target.startswith("evidence-")
    } == marks
    body, _, evidence = text.partition(f"## {label('heading.evidence')}\n")
    for mark in marks:
        passage = evidence.partition(f"#### Evidence {mark}\n")[2].partition("####")[0]
        for heading in re.findall(r"\]\(#([^)]+)\)", passage):
            part = next(
                p for p in body.split("\n## ") if slug(p[: p.find("\n")]) == heading
            )
            assert f"[{mark}](#evidence-{mark})" in part


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("**likely**, see [this](https://e.example/a)", True),
        ("- one\n- two", True),
        ("<b>likely</b>", False),
        ("[x](javascript:alert(1))", False),
        ("![x](https://e.example/x.png)", False),
        ("# Title", False),
        ("[x][y]\n\n[y]: file:///etc/passwd", False),
    ],
)
def test_the_analysts_markdown_cannot_act(typed: str, *, kept: bool) -> None:
    """What could act, fetch or break the order of headings is shown as it was typed."""
    quoted = as_markdown(typed)
    assert all(line.startswith(">") for line in quoted.splitlines())
    unquoted = "\n".join(line[2:] for line in quoted.splitlines())
    assert (unquoted == typed) == kept
    if not kept:
        words = " ".join(seen(inline) for inline in inlines(unquoted))
        assert words.split() == typed.split()


def test_a_template_that_misuses_our_functions_is_told(tmp_path: Path) -> None:
    """What goes wrong inside a function that a template calls is the template's."""
    (tmp_path / "brief.md.j2").write_text("{{ said(1) }}")
    with pytest.raises(TemplateError, match=r"^brief\.md\.j2: 'int' object has no"):
        write_brief(BRIEF, "md", Options(templates=tmp_path))


def test_a_brief_of_nothing_is_written() -> None:
    """A brief without figures, timeline, people, notes or dates reads well too."""
    empty = replace(
        BRIEF, as_of=None, marking=None, prepared_by=None, serial=None, bottom_line=(),
        analyst=replace(BRIEF.analyst, bottom_line=None), figures=(), timeline=(),
        disagreements=(), people=(), unused=(), sections=(BRIEF.sections[5],),
        questions=(), event=replace(BRIEF.event, date=None, place=None),
    )  # fmt: skip
    text = write_brief(empty, "md").decode()
    assert text.startswith(
        "# Dam failure and flooding in the Tarn valley\n\n"
        "*Situation brief · No day known*\n\nRests on 5 articles"
    )
    assert "\n\n\n" not in text
    assert label("section.empty") in text


@pytest.mark.parametrize(
    ("origins", "unknown", "basis"),
    [
        (3, 0, " from 3 named outlets, of 3 origins."),
        (3, 1, "; 4 articles of 3 origins, 1 article of no known origin."),
        (0, 5, "; none names its outlet, and their origin is not known."),
    ],
)
def test_an_unknown_origin_is_not_counted(
    origins: int, unknown: int, basis: str
) -> None:
    """Of articles whose origin nobody knows, it is not said that they have one."""
    method = replace(BRIEF.method, origins=origins, unknown=unknown)
    assert basis in write_brief(replace(BRIEF, method=method), "md").decode()
